#!/usr/bin/env python3
"""A merge by users that have no more rights than the handbook's grants give them.

usage: rights.py --rejoin PROGRAM [--engine postgresql|mariadb]... [--seed SEED]

The statements are those of resources/handbook/engines.md. With the reader's connection strings alone: check, checkpoint,
compare, show, script, verify; writing is refused with exit 12, and nothing is changed. With the writer's: check names no
missing right, reserve, rehearse, apply, undo. Each right of the writer is then taken away in turn: check must name it, and a
script that needs it must be refused with exit 12.
"""

import argparse
import os
import random
import re
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "property"))

from engines import exit_of, open_engine  # noqa: E402
from journey import Failure, Journey, digest, require  # noqa: E402
import oracle  # noqa: E402
from story import random_case  # noqa: E402

HANDBOOK = Path(__file__).resolve().parents[2] / "resources" / "handbook" / "engines.md"
HEADINGS = {"postgresql": "## PostgreSQL", "mariadb": "## MariaDB"}
ENGINES = tuple(HEADINGS)
REFUSED, LACKING = 4, 12
TAKEN = {  # by engine: what is taken from the writer, what check then says, and the exits of apply
    "postgresql": [("REVOKE UPDATE ON ALL TABLES IN SCHEMA public FROM rejoin_writer", "UPDATE on ", [LACKING]),
                   ("REVOKE INSERT ON ALL TABLES IN SCHEMA public FROM rejoin_writer", "INSERT on ", [LACKING]),
                   ("REVOKE UPDATE ON ALL SEQUENCES IN SCHEMA public FROM rejoin_writer", "UPDATE on sequence ",
                    [0, LACKING])],  # what stands high enough is not set
    "mariadb": [("REVOKE UPDATE ON rj_a.* FROM rejoin_writer@'127.0.0.1'", "UPDATE on ", [LACKING]),
                ("REVOKE INSERT ON rj_a.* FROM rejoin_writer@'127.0.0.1'", "INSERT on ", [LACKING])],
}


def grants(name):
    """The two blocks of statements that stand under an engine's heading: for comparing, and for applying."""
    text = HANDBOOK.read_text(encoding="utf-8")
    section = next(part for part in re.split(r"(?m)^(?=###? )", text) if part.startswith(HEADINGS[name]))
    blocks = re.findall(r"(?m)((?:^    .*\n)+)", section)
    require(len(blocks) == 2, "the handbook has not two blocks of grants for", name)
    return blocks


class AsUser:
    """An engine whose connections are those of a user."""

    def __init__(self, engine, user):
        self.engine = engine
        self.user = user

    def __getattr__(self, name):
        return getattr(self.engine, name)

    def connection(self, name):
        return re.sub(r"(Uid|User)=\w+", rf"\1={self.user}", self.engine.connection(name)) + ";Pwd=env:REJOIN_TEST_PW"


class Rights:
    def __init__(self, rejoin, name, engine, folder, seed):
        self.name, self.engine = name, engine
        while True:  # the first seed whose merge inserts into A and updates it, and gives out numbers
            case = random_case(random.Random(seed))
            merge = oracle.moved_rows(case)
            state = oracle.merged(merge, {}) if not oracle.conflicts(merge) else None
            changed = state and any(key in case.a.rows[table.name] and case.a.rows[table.name][key] != row
                                    for table in case.tables for key, row in state.rows[table.name].items())
            if changed and oracle.decide(random.Random(1), merge)[0] == {} and len(merge.collided) > 0:
                break
            seed += 1
        self.seed = seed
        self.journey = Journey(rejoin, AsUser(engine, "rejoin_reader"), folder, case, random.Random(seed))
        for version, database in self.journey.names.items():
            engine.make(database, case.tables, getattr(case, version))
        for database in self.journey.names.values():
            for block in grants(name):
                self.grant(database, block)
        self.folder = folder
        self.bundle = folder / "bundle"

    def grant(self, database, block):
        """Users are made once, and get their rights on each database."""
        for statement in filter(None, map(str.strip, block.replace("shop", database).split(";"))):
            try:
                self.engine.ask(database, statement + ";")
            except RuntimeError as words:
                require(statement.startswith("CREATE"), statement, words)

    def make_project(self, user):
        project = self.folder / f"{user}.rejoin"
        as_user = AsUser(self.engine, user)
        sides = [part for version, option in (("a", "--a"), ("b", "--b"), ("baseline", "--baseline"))
                 for part in (option, as_user.connection(self.journey.names[version]))]
        self.journey.run([0], "init", project, *sides, "--since", "2026-11-22T10:00:00Z")
        return project

    def merge(self, project):
        run = self.journey.run
        run([1, 2], "compare", project)
        run([1], "resolve", project, "--accept-suggestions")
        run([0], "script", project, "--target", "a", "--out", self.bundle)
        return "--approve", digest(self.bundle / "a" / "merge.sql")

    def reader(self):
        run = self.journey.run
        project = self.make_project("rejoin_reader")
        before = self.journey.state("a")
        checked = run([0], "check", project)
        require("may not read" not in checked.stdout, "the reader lacks a right to read:", checked.stdout)
        require("may not write" in checked.stdout, "check does not say that the reader may not write:", checked.stdout)
        run([0], "checkpoint", project, "--side", "a", "--out", self.folder / "a.checkpoint")
        approved = self.merge(project)
        run([0, 1, 2], "show", project)
        run([1], "verify", project)
        for command in (("reserve", project, "--target", "a", "--confirm", "rj_a on 127.0.0.1"),
                        ("rehearse", self.bundle, "--target", "a"), ("apply", self.bundle, *approved)):
            done = run([LACKING], *command)
            require(re.search("INSERT|UPDATE|DELETE|ALTER|LOCK|denied", done.stderr), command[0], "names no right:", done.stderr)
            require(self.journey.state("a") == before, command[0], "by the reader changed A:", done.stderr)

    def writer(self):
        run = self.journey.run
        project = self.make_project("rejoin_writer")
        before = self.journey.state("a").rows
        checked = run([0], "check", project)
        require("may not" not in checked.stdout, "the writer lacks a right:", checked.stdout)
        run([1, 2], "compare", project)
        run([1], "resolve", project, "--accept-suggestions")
        run([0], "reserve", project, "--target", "a", "--confirm", "rj_a on 127.0.0.1")
        approved = self.merge(project)
        run([0], "rehearse", self.bundle, "--target", "a")
        run([0], "apply", self.bundle, *approved)
        require(self.journey.state("a").rows != before, "the writer's merge changed nothing")
        run([0], "undo", self.bundle, "--approve", digest(self.bundle / "a" / "undo.sql"))
        require(self.journey.state("a").rows == before, "the writer's undo left another state than before")
        return project, approved

    def taken_away(self, project, approved):
        """Each right that is missing is named."""
        before = self.journey.state("a").rows
        for statement, named, exits in TAKEN[self.name]:
            self.engine.ask(self.journey.names["a"], statement + ";")
            checked = self.journey.run([0], "check", project)
            require(named in checked.stdout, statement, "but check does not name it:", checked.stdout)
            done = self.journey.run(exits, "apply", self.bundle, *approved)
            changed = self.journey.state("a").rows != before
            require(changed == (done.returncode == 0), statement, "exit", done.returncode, "but A is changed:", changed)
            self.grant(self.journey.names["a"], grants(self.name)[1])

    def carry_out(self):
        self.reader()
        self.taken_away(*self.writer())


def run_engine(rejoin, name, seed):
    engine = open_engine(name)
    if engine is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="rejoin-rights-"))
    try:
        rights = Rights(rejoin, name, engine, folder, seed)
        rights.carry_out()
        print(f"{name}: seed {rights.seed}: compared by the reader, who can write nothing; reserved, rehearsed, applied and "
              f"undone by the writer; {len(TAKEN[name])} rights taken away, each named", flush=True)
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
    os.environ["REJOIN_TEST_PW"] = "secret"  # as in the handbook
    return exit_of([run_engine(options.rejoin.resolve(), name, options.seed) for name in options.engine or ENGINES])


if __name__ == "__main__":
    sys.exit(main())
