"""The whole merge of one case by the command line, checked against the oracle at each step."""

import csv
import hashlib
import json
import os
import subprocess

import oracle
from world import New, World, is_whole

IDENTICAL, DECIDED, UNDECIDED, REFUSED = 0, 1, 2, 3


class Failure(Exception):
    """Rejoin did something else than the oracle expects."""


def require(condition, *what):
    if not condition:
        raise Failure(" ".join(map(str, what)))


class Journey:
    def __init__(self, rejoin, engine, folder, case, random):
        self.rejoin = rejoin
        self.engine = engine
        self.folder = folder
        self.case = case
        self.random = random
        self.names = {version: f"rj_{version}" for version in ("baseline", "a", "b")}
        self.project = folder / "case.rejoin"

    def run(self, exits, *arguments):
        environment = os.environ | {"XDG_CONFIG_HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        done = subprocess.run([self.rejoin, *map(str, arguments)], capture_output=True, text=True, check=False,
                              cwd=self.folder, env=environment, timeout=300)
        if done.returncode not in exits:
            raise Failure(f"rejoin {' '.join(map(str, arguments))}: exit {done.returncode}, expected {exits}\n"
                          f"{done.stdout[-2000:]}{done.stderr[-4000:]}")
        return done

    def json(self, exits, *arguments):
        return json.loads(self.run(exits, *arguments, "--json").stdout)

    def state(self, version):
        return self.engine.read(self.names[version], self.case.tables)

    def carry_out(self):
        """False where the case leads to no state that a server can hold, so that there is nothing to check."""
        merge = oracle.moved_rows(self.case)
        decisions, followed = oracle.decide(self.random, merge)
        if decisions is None:
            return False
        self.make_databases()
        before = {version: self.state(version) for version in self.names}
        for version, world in before.items():
            require(world.rows == getattr(self.case, version).rows, "the databases are not as the story has them")
        self.compare(merge)
        self.decide(merge, decisions, followed)
        self.apply_and_undo(merge, oracle.merged(merge, decisions), before)
        for name in self.names.values():
            self.engine.drop(name)
        return True

    def make_databases(self):
        for version, name in self.names.items():
            self.engine.make(name, self.case.tables, getattr(self.case, version))
        connections = [part for version, option in (("a", "--a"), ("b", "--b"), ("baseline", "--baseline"))
                       for part in (option, self.engine.connection(self.names[version]))]
        self.run([0], "init", self.project, *connections, "--since", "2026-11-22T10:00:00Z")

    def compare(self, merge):
        expected = oracle.expected_outcomes(merge)
        self.run([IDENTICAL, DECIDED, UNDECIDED], "compare", self.project)
        shown = self.rows()
        found = {place: row["outcome"] for place, row in shown.items() if row["outcome"] != "Convergent"}
        require(found == expected, "outcomes differ\n only found:", sorted(found.items() - expected.items(), key=repr),
                "\n only expected:", sorted(expected.items() - found.items(), key=repr))
        for (name, key), row in shown.items():
            table = self.case.table(name)
            for version in ("baseline", "a", "b"):
                require(self.row_of(table, row[version]) == getattr(self.case, version).rows[name].get(key),
                        f"{name} {key}: wrong row of {version}")

    def rows(self):
        """What `rejoin show` lists, by table and key."""
        return {(row["table"].split(".")[-1], self.key_of(row)): row
                for row in self.json([0, 1, 2], "show", self.project, "--limit", "100000")["rows"]}

    def key_of(self, row):
        table = self.case.table(row["table"].split(".")[-1])
        return tuple(self.cell(table, name, row["key"][name]) for name in table.key)

    @staticmethod
    def cell(table, column, text):
        number = table.columns[table.index(column)].kind == "int"
        return int(text) if number and text is not None else text

    def row_of(self, table, cells):
        return cells and tuple(self.cell(table, column.name, cells[column.name]) for column in table.columns)

    def decide(self, merge, decisions, followed):
        self.run([DECIDED, UNDECIDED, IDENTICAL], "resolve", self.project, "--accept-suggestions")
        ids = {place: row["id"] for place, row in self.rows().items()}
        first = [conflict_place for conflict_place in decisions if conflict_place not in followed]
        for place in first + [place for place in followed if place in decisions]:
            self.decide_row(merge, ids, place, decisions[place])
        status = self.json([IDENTICAL, DECIDED, UNDECIDED], "status", self.project)
        require(status["unresolved"] == 0, "undecided:", self.run(
            [0, 1, 2], "show", self.project, "--unresolved").stdout)

    def decide_row(self, merge, ids, place, decision):
        moved_from = {(name, new): (name, key) for (name, key), new in merge.moved.items()}
        raw = moved_from.get(place, place)
        require(raw in ids, "no such difference:", raw)
        table = self.case.table(place[0])
        both = raw != place and raw[1] in self.case.a.rows[raw[0]]
        chosen = ["resolve", self.project, "--table", table.name, "--id", ids[raw], "--redecide"]
        sets = [part for column, value in decision.sets.items() for part in ("--set", f"{column}={value}")]
        exits = [IDENTICAL, DECIDED, UNDECIDED]
        if decision.take and not sets:
            self.run(exits, *chosen, "--take", decision.take)
        for column, side in decision.cells.items():
            self.run(exits, *chosen, "--column", column, "--take", side)
        if sets:
            self.run(exits, *chosen, *(["--take", "both"] if both else []), *sets)

    def apply_and_undo(self, merge, expected, before):
        bundle = self.folder / "bundle"
        self.run([0], "script", self.project, "--target", "both", "--out", bundle)
        wanted = self.with_numbers(merge, expected, self.new_numbers(merge, bundle))
        require(is_whole(self.case.tables, wanted), "the oracle's state could not be")
        targets = [side for side in ("a", "b") if (bundle / side / "merge.sql").exists()]
        for side in targets:
            self.run([0], "apply", bundle, "--approve", digest(bundle / side / "merge.sql"))
        for side in ("a", "b"):
            self.require_state(side, wanted)
        self.run([IDENTICAL], "verify", self.project, "--full")
        for side in targets:
            if wanted.rows != before[side].rows:
                self.run([REFUSED], "apply", bundle, "--approve", digest(bundle / side / "merge.sql"))
                self.require_state(side, wanted)
        for side in targets:
            self.run([0], "undo", bundle, "--approve", digest(bundle / side / "undo.sql"))
            now = self.state(side)
            require(now == before[side], f"undo left {side.upper()} unlike it was:", difference(now, before[side]))

    def require_state(self, side, wanted):
        now = self.state(side)
        require(now.rows == wanted.rows, f"{side.upper()} is not as expected:", difference(now, wanted))
        for table in (each for each in self.case.tables if each.generated):
            highest = max((key[0] for key in now.rows[table.name]), default=0)
            require(now.given[table.name] >= highest, f"the generator of {table.name} is below its highest key")

    def new_numbers(self, merge, bundle):
        """The number that each New became, from the bundle's key map."""
        with open(bundle / "keymap.csv", newline="", encoding="utf-8") as file:
            entries = [entry for entry in csv.DictReader(file)]
        numbers = {}
        for entry in entries:
            table = self.case.table(entry["table"].split(".")[-1])
            column = entry["old key"].split("=")[0]  # a value that was written anew stands there, too
            if table.generated and column == table.key[0]:
                require(entry["server"].startswith("B"), "a row of A moved:", entry)
                old, new = (int(entry[name].split("=")[1]) for name in ("old key", "new key"))
                numbers[New(table.name, old)] = new
        expected = {New(name, key[0]) for name, key in merge.collided}
        require(set(numbers) == expected, "keys that moved:", sorted(numbers, key=repr), "expected:", expected)
        for (new, number) in numbers.items():
            taken = {key[0] for world in (self.case.baseline, self.case.a, self.case.b)
                     for key in world.rows[new.table]}
            given = max(world.given[new.table] for world in (self.case.a, self.case.b))
            require(number > max(taken | {given}), "the new number", number, "of", new, "was given out before")
        require(len({(new.table, number) for new, number in numbers.items()}) == len(numbers), "a number was given twice")
        return numbers

    def with_numbers(self, merge, state, numbers):
        world = World({table.name: {} for table in self.case.tables})
        for table in self.case.tables:
            for row in state.rows[table.name].values():
                row = tuple(numbers[cell] if isinstance(cell, New) else cell for cell in row)
                world.rows[table.name][table.key_of(row)] = row
        return world


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def difference(now, wanted):
    lines = []
    for table in wanted.rows:
        for key in sorted(set(now.rows[table]) | set(wanted.rows[table]), key=repr):
            pair = (now.rows[table].get(key), wanted.rows[table].get(key))
            if pair[0] != pair[1]:
                lines.append(f"\n  {table} {key}: is {pair[0]}, should be {pair[1]}")
    if now.given and wanted.given and now.given != wanted.given:
        lines.append(f"\n  generators: are {now.given}, should be {wanted.given}")
    return "".join(lines)
