#!/usr/bin/env python3
"""Passwords in every place where one can stand, and a search for them in all that Rejoin leaves behind.

usage: passwords.py --rejoin PROGRAM [--engine postgresql|mariadb]... [--seed SEED]

Servers that ask for passwords, each of which holds one mark. They stand in connection strings (typed, of a hand-written
project, in options of options, in braces), in variables, on standard input, in a data source's file; right ones and wrong
ones. The whole merge runs at --log-level trace, and so do failures: wrong passwords, a server that is gone, drivers and
databases that do not exist, files that are none. Then every file below the folder of the case (home, settings, cache and
temporary files included), all output, and the arguments and environment of every process that Rejoin started are searched
for the mark, as text of several encodings and in what is compressed.
"""

import argparse
import base64
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "property"))

from engines import MariaDb, PostgreSql, exit_of, free_port, open_engine  # noqa: E402
from journey import Failure, digest, require  # noqa: E402
import oracle  # noqa: E402
from story import random_case  # noqa: E402

MARK = "Zq7vMark"
RIGHT = f"{MARK};x}}{{y"  # needs braces in a connection string
WRONG = f"{MARK}wrong"
USER = "merge"
OTHERS = 11  # exit: cannot connect or log in
POLL = 0.005  # seconds


class LockedPostgreSql(PostgreSql):
    def restart(self):
        # the socket is for this test's own client alone
        (self.folder / "data" / "pg_hba.conf").write_text("local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n",
                                                          encoding="ascii")
        super().restart()

    def admit(self):
        self.ask(self.anywhere, f"CREATE ROLE {USER} LOGIN SUPERUSER PASSWORD '{RIGHT}';")

    def plain(self, name, port=None):
        return f"Driver=PostgreSQL Unicode;Server=127.0.0.1;Port={port or self.port};Database={name};Uid={USER}"

    def in_options(self, password):
        """Options within an option, as libpq takes them."""
        return f";pqopt={{password = '{password}'}}"


class LockedMariaDb(MariaDb):
    def admit(self):
        self.ask(self.anywhere, f"CREATE USER {USER}@'127.0.0.1' IDENTIFIED BY '{RIGHT}'; GRANT ALL ON *.* TO "
                                f"{USER}@'127.0.0.1';")

    def plain(self, name, port=None):
        return f"Driver=MariaDB Unicode;Server=127.0.0.1;Port={port or self.port};Database={name};User={USER}"

    def in_options(self, password):
        return f";InitStmt={{SET @x = 'password={password}'}}"


ENGINES = {"postgresql": LockedPostgreSql, "mariadb": LockedMariaDb}


def braced(password):
    return "{" + password.replace("}", "}}") + "}"


class Watch(threading.Thread):
    """Reads the arguments and the environment of all that a process starts, as often as it can."""

    def __init__(self, process):
        super().__init__(daemon=True)
        self.process = process
        self.seen = set()
        self.ending = threading.Event()

    def run(self):
        while not self.ending.wait(POLL):
            for child in self.children(self.process.pid):
                for name in ("cmdline", "environ"):
                    try:
                        self.seen.add((name, Path(f"/proc/{child}/{name}").read_bytes()))
                    except OSError:
                        pass

    def children(self, process):
        try:
            direct = [int(child) for task in Path(f"/proc/{process}/task").iterdir()
                      for child in (task / "children").read_text().split()]
        except OSError:
            return []
        return direct + [further for child in direct for further in self.children(child)]


class Case:
    """One merge with passwords, and what was said on the way."""

    def __init__(self, rejoin, engine, folder, seed):
        self.rejoin = rejoin
        self.engine = engine
        self.folder = folder
        self.outputs = []
        self.commands = 0
        while True:
            self.case = random_case(random.Random(seed))
            merge = oracle.moved_rows(self.case)
            if not oracle.conflicts(merge) and oracle.decide(random.Random(1), merge)[0] == {} and len(merge.moved) > 1:
                break
            seed += 1
        for version in ("baseline", "a", "b"):
            engine.make(f"rj_{version}", self.case.tables, getattr(self.case, version))
        self.project = folder / "case.rejoin"
        self.bundle = folder / "bundle"
        self.log = folder / "rejoin.log"
        for name in ("home", "tmp"):
            (folder / name).mkdir()

    def run(self, *arguments, exits=None, password=None, variables=None):
        """Runs a command with everything that is written kept; `exits` None: it may end as it likes."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PG", "MYSQL"))}
        environment |= {"HOME": str(self.folder / "home"), "TMPDIR": str(self.folder / "tmp"), "LC_ALL": "C.UTF-8",
                        "QT_QPA_PLATFORM": "offscreen", **(variables or {})}
        if "ASAN_OPTIONS" in environment:  # the leak check is a process of its own, with the arguments of the program
            environment["ASAN_OPTIONS"] += ":detect_leaks=0"
        more = ["--password-stdin"] if password is not None else []
        command = [self.rejoin, *map(str, arguments), *more, "--log", self.log, "--log-level", "trace"]
        process = subprocess.Popen(command, cwd=self.folder, env=environment, stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        watch = Watch(process)
        watch.start()
        out, err = process.communicate((password + "\n").encode() if password is not None else b"", timeout=300)
        watch.ending.set()
        watch.join()
        self.commands += 1
        what = " ".join(map(str, arguments[:1]))
        # what was typed stands in this very command's arguments, but nowhere else
        self.outputs += [(f"output of {what}", out), (f"messages of {what}", err)]
        self.outputs += [(f"{name} of a process that {what} started", seen) for name, seen in watch.seen
                         if name == "cmdline" or not variables]
        require(exits is None or process.returncode in exits, what, "exit", process.returncode, "expected", exits,
                scrubbed(err))
        return process.returncode

    def sides(self, more):
        return [part for side in ("a", "b", "baseline") for part in (f"--{side}", self.engine.plain(f"rj_{side}") + more)]

    def merge(self, **given):
        """The whole merge. given: how the password comes."""
        shutil.rmtree(self.bundle, ignore_errors=True)
        Path(f"{self.project.with_suffix('')}.session").unlink(missing_ok=True)
        self.run("check", self.project, exits=[0], **given)
        self.run("checkpoint", self.project, "--side", "a", "--out", self.folder / f"{self.commands}.checkpoint", exits=[0],
                 **given)
        self.run("compare", self.project, exits=[1, 2], **given)
        self.run("compare", self.project, "--json", exits=[1, 2], **given)
        self.run("show", self.project, exits=[0, 1, 2])
        self.run("resolve", self.project, "--accept-suggestions", exits=[1])
        self.run("reserve", self.project, "--target", "a", "--confirm", "rj_a on 127.0.0.1", exits=[0], **given)
        self.run("script", self.project, "--target", "a", "--out", self.bundle, exits=[0])
        self.run("rehearse", self.bundle, "--target", "a", exits=[0], **given)
        self.run("apply", self.bundle, "--approve", digest(self.bundle / "a" / "merge.sql"), exits=[0], **given)
        self.run("verify", self.project, exits=[0, 1], **given)
        self.run("apply", self.bundle, "--approve", digest(self.bundle / "a" / "merge.sql"), exits=[3], **given)
        self.run("undo", self.bundle, "--approve", digest(self.bundle / "a" / "undo.sql"), exits=[0], **given)
        self.run("status", self.project, "--json", exits=[0, 1, 2])
        self.run("history", self.project, exits=[0])
        for kind in ("html", "pdf", "csv"):
            self.run("report", self.project, "--out", self.folder / f"report.{kind}", exits=[0])
        self.run("run", self.project, "--accept-suggestions", "--target", "a", "--out", self.folder / "run", exits=[0, 2, 3],
                 **given)
        self.run("diagnose", self.project, "--add-log", self.log, "--out", self.folder / f"{self.commands}.diagnostics",
                 exits=[0])

    def begin(self, more, exits=(0,), **given):
        self.project.unlink(missing_ok=True)
        return self.run("init", self.project, *self.sides(more), "--since", "2026-11-22T10:00:00Z", exits=exits, **given)

    def right_ones(self):
        self.begin(";Pwd=env:MERGE_PW")
        self.merge(variables={"MERGE_PW": RIGHT})
        self.begin("")
        self.merge(password=RIGHT)
        self.begin(f";Pwd={braced(RIGHT)}")  # typed: it is not kept
        require(MARK not in self.project.read_text(encoding="utf-8"), "the project holds the password that was typed")
        self.run("check", self.project, exits=[OTHERS])
        self.source()

    def source(self):
        """A data source whose file holds the password."""
        places = self.folder.parent / "odbc"  # its own file is not searched
        places.mkdir()
        lines = [f"[rj_{side}]\n" + self.engine.plain(f"rj_{side}").replace(";", "\n").replace("Uid=", "Username=")
                 + f"\nPassword={RIGHT}\n" for side in ("a", "b", "baseline")]
        (places / "odbc.ini").write_text("\n".join(lines), encoding="ascii")
        given = {"variables": {"ODBCINI": str(places / "odbc.ini")}}
        sides = [part for side in ("a", "b", "baseline") for part in (f"--{side}", f"DSN=rj_{side}")]
        self.project.unlink()
        self.run("init", self.project, *sides, exits=[0], **given)
        self.run("check", self.project, **given)
        self.run("compare", self.project, **given)
        self.run("diagnose", self.project, "--out", self.folder / "source.diagnostics", exits=[0], **given)

    def wrong_ones(self):
        for more, given in ((";Pwd=env:MERGE_PW", {"variables": {"MERGE_PW": WRONG}}), ("", {"password": WRONG}),
                            (";Pwd=env:NOT_SET", {})):
            self.begin(more)
            for command in ("check", "compare"):
                self.run(command, self.project, exits=[OTHERS], **given)
        for more in (f";Pwd={WRONG}", f";PWD={braced(WRONG)}", f";Password={WRONG}", self.engine.in_options(WRONG),
                     f";AccessToken={WRONG}", f";Pwd={{{WRONG}", f";Pwd={WRONG};=", f";Pwd {WRONG}"):
            self.begin(more, exits=None)
            self.run("check", self.project)
            self.run("compare", self.project)

    def by_hand(self):
        """A project that somebody wrote the password into: whatever is written from it must not hold it."""
        self.begin(";Pwd=env:MERGE_PW")
        written = self.project.read_text(encoding="utf-8")
        require("env:MERGE_PW" in written, "the project does not name the variable:", written)
        self.project.write_text(written.replace("env:MERGE_PW", WRONG), encoding="utf-8")
        for command in ("check", "compare", "status", "show"):
            self.run(command, self.project)
        self.run("diagnose", self.project, "--out", self.folder / "hand.diagnostics")
        self.project.write_text(written.replace("env:MERGE_PW", WRONG) + "{", encoding="utf-8")
        self.run("check", self.project, exits=[10])
        self.project.unlink()

    def servers_that_fail(self):
        variables = {"MERGE_PW": RIGHT}
        for a in (self.engine.plain("rj_a", free_port()), self.engine.plain("not_there"),
                  self.engine.plain("rj_a").replace("Driver=", "Driver=No ")):
            self.project.unlink(missing_ok=True)
            self.run("init", self.project, "--a", a + ";Pwd=env:MERGE_PW", "--b",
                     self.engine.plain("rj_b") + ";Pwd=env:MERGE_PW", exits=None, variables=variables)
            self.run("check", self.project, variables=variables)
            self.run("compare", self.project, variables=variables)
        self.begin(";Pwd=env:MERGE_PW")
        timer = threading.Timer(0.3, self.engine.kill)
        timer.start()
        self.run("compare", self.project, "--fresh", variables=variables)
        timer.join()
        self.run("compare", self.project, exits=[OTHERS], variables=variables)
        self.engine.restart()

    def carry_out(self):
        self.right_ones()
        self.wrong_ones()
        self.by_hand()
        self.servers_that_fail()

    def leaks(self):
        """Where the mark is found."""
        texts = list(self.outputs)
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                texts.append((str(path.relative_to(self.folder)), path.read_bytes()))
        self.searched = len(texts)
        return [f"{place}: {found}" for place, content in texts for found in occurrences(content)]


def needles():
    whole = MARK.encode()
    found = {"plain": whole, "UTF-16": MARK.encode("utf-16-le"), "UTF-16, big end first": MARK.encode("utf-16-be"),
             "hexadecimal": whole.hex().encode(), "HEXADECIMAL": whole.hex().upper().encode()}
    for shift in range(3):  # what base64 makes of it wherever it stands, without the characters of its neighbours
        coded = base64.b64encode(b"\0" * shift + whole).rstrip(b"=")
        found[f"base64 at {shift}"] = coded[2 if shift == 1 else 3 if shift == 2 else 0:-1]
    return found


def occurrences(content):
    """What is found in bytes, and in the streams that are compressed within."""
    parts = [("", content)]
    for match in re.finditer(rb"stream\r?\n", content) if content.startswith(b"%PDF") else ():
        try:
            parts.append((" in a stream of the PDF", zlib.decompressobj().decompress(content[match.end():])))
        except zlib.error:
            pass
    return [f"{how}{where}: {scrubbed(part[max(0, part.find(needle) - 60):part.find(needle) + 20])}"
            for where, part in parts for how, needle in needles().items() if needle in part]


def scrubbed(content):
    return content.decode("utf-8", errors="replace").replace("\n", " ")


def run_engine(rejoin, name, seed):
    engine = open_engine(name, ENGINES)
    if engine is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="rejoin-passwords-"))
    try:
        engine.admit()
        (folder / "case").mkdir()
        case = Case(rejoin, engine, folder / "case", seed)
        require(occurrences(f"…{RIGHT}…".encode()) and occurrences(base64.b64encode(b"ab" + RIGHT.encode())),
                "the search itself finds nothing")
        case.carry_out()
        leaks = case.leaks()
        require(not leaks, "the password was found in", len(leaks), "places:\n ", "\n  ".join(leaks[:20]))
        print(f"{name}: {case.commands} commands at trace, {case.searched} files, outputs and processes searched: no password",
              flush=True)
        return True
    except Failure as failure:
        print(f"{name}: {failure}", file=sys.stderr, flush=True)
        return False
    finally:
        engine.close()
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rejoin", required=True, type=Path)
    parser.add_argument("--engine", action="append", choices=ENGINES)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    return exit_of([run_engine(options.rejoin.resolve(), name, options.seed) for name in options.engine or ENGINES])


if __name__ == "__main__":
    sys.exit(main())
