#!/usr/bin/env python3
"""Adds up what a run of the suite has left and prints it; exits 1 unless everything passed.

usage: summary.py SUITE_FOLDER RESULTS_FOLDER
       summary.py --names REGEX   lists the names in ctest's JSON on standard input that match

SUITE_FOLDER/steps holds "NAME passed|failed" a line, SUITE_FOLDER/dev.xml is ctest's own JUnit file, and
RESULTS_FOLDER/NAME.xml is what the test program NAME wrote: one case a test function and data row. What stands in its
text files is printed as it is.
"""

import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

FRAME = ("initTestCase", "cleanupTestCase")  # Qt Test's own, counted only when they fail


class Tally:
    def __init__(self):
        self.counts = Counter()
        self.lines = {"failed": [], "skipped": []}

    def add(self, verdict, name, detail=""):
        self.counts[verdict] += 1
        if verdict in self.lines:
            self.lines[verdict].append(f"{name}: {detail}" if detail else name)


def functions(path):
    """(verdict, function, detail) of each test function; None where the program did not finish its file."""
    try:
        cases = list(ElementTree.parse(path).getroot().iter("testcase"))
    except (OSError, ElementTree.ParseError):
        return None
    found = []
    for case in cases:
        verdict, detail = "passed", ""
        for child in case:
            if child.tag in ("failure", "error"):
                verdict, detail = "failed", child.get("message", "").split("\n")[0]
            elif child.tag == "skipped":
                verdict, detail = "skipped", child.get("message", "")
        if verdict != "passed" or case.get("name") not in FRAME:
            found.append((verdict, case.get("name"), detail))
    return found


def add_program(tally, name, passed, results):
    found = functions(results / f"{name}.xml") if name.startswith("tst_") else []
    for verdict, function, detail in found or []:
        tally.add(verdict, f"{name}::{function}", detail)
    failed_inside = any(verdict == "failed" for verdict, _, _ in found or [])
    if not passed and not failed_inside:
        tally.add("failed", name, "did not run to its end" if name.startswith("tst_") else "")
    elif passed and not found:
        if name.startswith("tst_"):
            tally.add("failed", name, "has no test function")
        else:
            tally.add("passed", name)


ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL", "mariadb": "MariaDB", "sqlserver": "SQL Server"}
ENGINE_SUITE = re.compile(rf"tst_(contract|drift|evidence|journey|live|pair)_({'|'.join(ENGINES)})")


def engine_lines(results):
    """For each engine: how many cases of which of its suites passed and failed; which were skipped, and why."""
    engines = {}
    for path in sorted(results.glob("tst_*_*.xml")):
        if match := ENGINE_SUITE.fullmatch(path.stem):
            engines.setdefault(match[2], {})[match[1]] = functions(path) or []
    for engine, suites in sorted(engines.items()):
        passed = {suite: sum(verdict == "passed" for verdict, _, _ in cases) for suite, cases in suites.items()}
        cases = [(suite, *case) for suite, cases in suites.items() for case in cases]
        failed = sum(verdict == "failed" for _, verdict, _, _ in cases)
        skipped = [f"  {suite} {name}: {why.removeprefix(f'{ENGINES[engine]}: ')}"
                   for suite, verdict, name, why in cases if verdict == "skipped"]
        parts = ", ".join(f"{count} of {suite}" for suite, count in passed.items() if count)
        yield (f"{ENGINES[engine]}: {sum(passed.values())} cases passed{f' ({parts})' if parts else ''}, "
               f"{failed} failed, {len(skipped)} skipped{':' if skipped else ''}")
        yield from skipped


def main(suite, results):
    tally = Tally()
    for line in (suite / "steps").read_text().splitlines():
        name, verdict = line.split()
        tally.add(verdict, name)
    if (suite / "dev.xml").exists():
        for case in ElementTree.parse(suite / "dev.xml").getroot().iter("testcase"):
            add_program(tally, case.get("name"), case.get("status") == "run", results)
    for text in sorted(results.glob("*.txt")):
        print(text.read_text().strip())
    for line in engine_lines(results):
        print(line)
    for verdict in ("skipped", "failed"):
        for line in tally.lines[verdict]:
            if verdict == "failed" or not ENGINE_SUITE.match(line):  # those of engines stand there
                print(f"{verdict}: {line}")
    passed, failed, skipped = (tally.counts[verdict] for verdict in ("passed", "failed", "skipped"))
    if passed + failed + skipped == 0:
        print("no test or step has this name; scripts/test --list shows them")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 0 if passed and not failed else 1


def names(pattern):
    tests = json.load(sys.stdin)["tests"]
    print("\n".join(test["name"] for test in tests if re.search(pattern, test["name"])))


if __name__ == "__main__":
    if sys.argv[1] == "--names":
        names(sys.argv[2])
    else:
        sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
