#!/usr/bin/env python3
"""Files and texts that are damaged at random: projects, sessions, checkpoints, manifests, rules, connection strings.

usage: damaged.py --rejoin PROGRAM [--seconds N] [--seed SEED] [--only KIND]...

Bytes are flipped, cut out, doubled and put in; in JSON, values are replaced by others, members taken away and moved. Each
damaged thing goes through the commands that read it. They may do their work or refuse with a message; they must not crash,
take it for a bug of Rejoin, hang, or change a database. Prints how many were tried of each, and how many were refused.
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BUG, CANCELLED = 20, 130
EXITS = {0, 1, 2, 3, 4, 10, 11, 12, 13}
LONGEST = 120  # seconds
PIECES = [b"\0", b"\xff", b"\xf0\x9f\x98\x80", b"{", b"}", b"[", b'"', b"\\", b";", b"=", b"'", b"null", b"-1", b"1e999",
          b"9223372036854775808", b"../", b"%s%n", b"\r\n", b"\xef\xbb\xbf", b"\xed\xa0\x80"]
VALUES = [None, True, 0, -1, 2**63, 1e308, "", "x" * 10000, "\0", "\ud800", [], {}, [[]], {"": {}}, "2026-13-45T99:00:00Z", "*"]


def damaged_bytes(randomly, content):
    """One to four times something is done to bytes."""
    content = bytearray(content)
    for _ in range(randomly.randint(1, 4)):
        at = randomly.randrange(len(content) + 1)
        length = min(len(content) - at, randomly.choice([1, 2, 8, 64, 512, 4096]))
        what = randomly.randrange(5)
        if what == 0 and length:
            content[at] ^= 1 << randomly.randrange(8)
        elif what == 1:
            del content[at:at + length]
        elif what == 2:
            content[at:at] = content[at:at + length]
        elif what == 3:
            content[at:at] = randomly.choice(PIECES)
        else:
            del content[at:]
    return bytes(content)


def damaged_json(randomly, value):
    """A copy in which one to three values are others, gone, or elsewhere."""
    value = json.loads(json.dumps(value))
    for _ in range(randomly.randint(1, 3)):
        places = list(places_of(value))
        if not places:
            return value
        holder, name = randomly.choice(places)
        what = randomly.randrange(4)
        if what == 0:
            holder[name] = randomly.choice(VALUES)
        elif what == 1:
            del holder[name]
        elif what == 2:
            other, elsewhere = randomly.choice(places)
            holder[name] = json.loads(json.dumps(other[elsewhere])) if exists(other, elsewhere) else None
        elif isinstance(holder[name], str):
            holder[name] = damaged_bytes(randomly, holder[name].encode("utf-8", "surrogatepass")).decode("utf-8", "replace")
    return value


def places_of(value):
    names = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for name in list(names):
        yield value, name
        yield from places_of(value[name])


def exists(holder, name):
    return name in holder if isinstance(holder, dict) else name < len(holder)


def digest(content):
    return hashlib.sha256(content).hexdigest()


class Damage:
    """A merge of two small SQLite databases, of which one thing at a time is damaged."""

    def __init__(self, rejoin, folder, seed):
        self.rejoin = rejoin
        self.folder = folder
        self.random = random.Random(seed)
        self.wrong, self.tried = [], {}
        for name, row in (("baseline", []), ("a", [(2, "of A")]), ("b", [(2, "of B"), (3, "more")])):
            with sqlite3.connect(folder / f"{name}.sqlite") as base:
                base.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY AUTOINCREMENT, note TEXT)")
                base.executemany("INSERT INTO notes VALUES (?, ?)", [(1, "old"), *row])
            base.close()
        self.project = folder / "case.rejoin"
        self.session = folder / "case.session"
        self.checkpoint = folder / "split.checkpoint"
        self.bundle = folder / "bundle"
        self.rules = [{"name": "newest", "table": "n*", "newest": "note", "where": "a.note <> b.note and id > 1"},
                      {"name": "keep", "table": "notes", "keepBoth": "b"},
                      {"name": "numbers", "table": "*", "renumber": "note", "template": "{prefix}{n:3}", "from": 5},
                      {"name": "none", "table": "notes", "ignore": True, "column": "note"}]
        self.must("init", self.project, *self.side("a"), *self.side("b"), *self.side("baseline"), "--since",
                  "2026-11-22T10:00:00Z", "--mask", "notes.note", "--equal", "notes.note=trim", "--where", "notes=id > 0")
        self.must("checkpoint", self.project, "--side", "a", "--out", self.checkpoint)
        self.must("compare", self.project)
        self.must("resolve", self.project, "--accept-suggestions")
        self.must("script", self.project, "--target", "both", "--out", self.bundle)
        self.databases = self.database_digests()
        self.whole = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
                      and path.suffix != ".sqlite"}

    def side(self, name):
        return f"--{name}", f"Driver=SQLite3;Database={self.folder / name}.sqlite"

    def database_digests(self):
        return [digest(path.read_bytes()) for path in sorted(self.folder.glob("*.sqlite"))]

    def call(self, *arguments):
        environment = os.environ | {"XDG_CONFIG_HOME": str(self.folder / "config"), "LC_ALL": "C.UTF-8"}
        return subprocess.run([self.rejoin, *arguments], capture_output=True, check=False, cwd=self.folder, env=environment,
                              timeout=LONGEST, stdin=subprocess.DEVNULL)

    def must(self, *arguments):
        done = self.call(*arguments)
        if done.returncode not in (0, 1, 2):
            raise RuntimeError(f"{arguments[0]}: exit {done.returncode}: {done.stderr.decode(errors='replace')}")

    def attempt(self, kind, thing, *arguments):
        """Whether the command refused."""
        try:
            done = self.call(*arguments)
        except subprocess.TimeoutExpired:
            self.report(kind, thing, arguments, "hangs")
            return False
        if done.returncode not in EXITS:
            self.report(kind, thing, arguments, f"exit {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
        elif done.returncode >= 10 and not done.stderr.strip():
            self.report(kind, thing, arguments, f"exit {done.returncode}, and says nothing")
        if self.database_digests() != self.databases:
            self.report(kind, thing, arguments, "changed a database")
            self.databases = self.database_digests()
        return done.returncode >= 10

    def report(self, kind, thing, arguments, what):
        self.wrong.append(f"{kind}: rejoin {' '.join(map(str, arguments))}: {what}\n  {thing[:2000]!r}")

    def put_back(self):
        """All files as they were, and no others."""
        for path in self.folder.rglob("*"):
            if path.is_file() and path not in self.whole and path.suffix != ".sqlite":
                path.unlink()
        for path, content in self.whole.items():
            path.write_bytes(content)

    def damage_json_file(self, path):
        value = json.loads(self.whole[path])
        if self.random.random() < 0.7:
            content = json.dumps(damaged_json(self.random, value)).encode()
        else:
            content = damaged_bytes(self.random, self.whole[path])
        path.write_bytes(content)
        return content

    def damage_file(self, path):
        content = damaged_bytes(self.random, self.whole[path])
        path.write_bytes(content)
        return content

    def one_project(self):
        content = self.damage_json_file(self.project)
        return content, [("status", self.project), ("check", self.project), ("compare", self.project)]

    def one_session(self):
        content = self.damage_file(self.session)
        return content, [("status", self.project), ("show", self.project, "--json"), ("history", self.project),
                         ("script", self.project, "--target", "a", "--out", self.folder / "another")]

    def one_checkpoint(self):
        content = self.damage_file(self.checkpoint)
        project = json.loads(self.whole[self.project])
        project.pop("baseline")
        project["checkpoint"] = str(self.checkpoint)
        other = self.folder / "other.rejoin"
        other.write_text(json.dumps(project), encoding="utf-8")
        return content, [("check", other), ("compare", other)]

    def one_manifest(self):
        content = self.damage_json_file(self.bundle / "manifest.json")
        sums = [line for line in self.whole[self.bundle / "SHA256SUMS"].decode().splitlines() if "manifest.json" not in line]
        (self.bundle / "SHA256SUMS").write_text("\n".join([*sums, f"{digest(content)}  manifest.json"]) + "\n", encoding="utf-8")
        return content, [("rehearse", self.bundle), ("apply", self.bundle, "--approve", "0" * 64)]

    def one_run_log(self):
        line = {"at": "2026-11-28T10:00:00Z", "by": "x", "machine": "y", "what": "apply", "target": "a", "script": "0" * 64,
                "comparedAt": "2026-11-28T10:00:00Z", "state": "begun"}
        content = b"\n".join(json.dumps(damaged_json(self.random, line)).encode() for _ in range(3))
        (self.bundle / "runs.jsonl").write_bytes(content)
        return content, [("status", self.project), ("history", self.project)]

    def one_rules(self):
        content = json.dumps(damaged_json(self.random, self.rules)).encode()
        if self.random.random() < 0.3:
            content = damaged_bytes(self.random, content)
        path = self.folder / "rules.json"
        path.write_bytes(content)
        return content, [("resolve", self.project, "--rules", path, "--preview"), ("resolve", self.project, "--rules", path)]

    def one_connection(self):
        text = f"Driver={{SQLite3}};Database={{{self.folder / 'a.sqlite'}}};Timeout=1000;Pwd={{a b}};Description=x"
        content = damaged_bytes(self.random, text.encode()).replace(b"\0", b"").decode("utf-8", "replace")
        other = self.folder / "other.rejoin"
        return content.encode(), [("init", other, "--a", content, *self.side("b")), ("check", other)]

    def carry_out(self, kinds, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for kind in kinds:
                content, commands = getattr(self, f"one_{kind}")()
                refused = [self.attempt(kind, content, *command) for command in commands]
                tried, so_far = self.tried.get(kind, (0, 0))
                self.tried[kind] = (tried + 1, so_far + any(refused))
                self.put_back()


KINDS = [name.removeprefix("one_") for name in vars(Damage) if name.startswith("one_")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rejoin", required=True, type=Path)
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 30))
    parser.add_argument("--only", action="append", choices=KINDS)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="rejoin-damaged-"))
    try:
        damage = Damage(options.rejoin.resolve(), folder, options.seed)
        damage.carry_out(options.only or KINDS, options.seconds)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    counts = ", ".join(f"{kind} {tried} ({refused} refused)" for kind, (tried, refused) in damage.tried.items())
    print(f"seed {options.seed}: {counts}; {len(damage.wrong)} wrong")
    print("\n".join(damage.wrong[:20]), file=sys.stderr)
    nothing = any(tried and not refused for kind, (tried, refused) in damage.tried.items() if tried > 20)
    if nothing:
        print("some kind was never refused: it is not read", file=sys.stderr)
    return 1 if damage.wrong or nothing else 0


if __name__ == "__main__":
    sys.exit(main())
