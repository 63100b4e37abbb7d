#!/usr/bin/env python3
"""Random merges through the command line, each checked by an oracle that shares no code with Rejoin.

usage: property.py --rejoin PROGRAM [--engine sqlite|postgresql|mariadb]... [--seeds N] [--first SEED] [--failures DIR]
       property.py --rejoin PROGRAM --engine ENGINE --case FILE

Prints a line for each engine: how many cases agreed of how many, from which seed. A case that fails is made smaller as
long as it fails, and written to --failures as a file for --case.
"""

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import casefile
from engines import NAMES, exit_of, open_engine
from journey import Failure, Journey
from shrink import shrunk
from story import random_case

TOLD = 100  # seeds after which a run says how far it is
GOLDEN = Path(__file__).resolve().parent / "golden"


def outcome_of(options, engine, case, seed):
    """Nothing where all agreed, "skipped", or what went wrong."""
    folder = Path(tempfile.mkdtemp(prefix="rejoin-property-case-"))
    try:
        try:
            engine.folder_for(folder)
            carried = Journey(options.rejoin, engine, folder, case, random.Random(seed)).carry_out()
            return None if carried else "skipped"
        except (Failure, RuntimeError, subprocess.TimeoutExpired) as failure:
            return str(failure)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_engine(options, name):
    agreed, skipped, failed = 0, 0, []
    started = time.monotonic()
    engine = open_engine(name)
    if engine is None:
        return None
    golden = sorted(GOLDEN.glob("*.json"))
    try:
        for path in golden:
            case, seed = casefile.read(path)
            said = outcome_of(options, engine, case, seed)
            if said is not None:
                failed.append(path.name)
                print(f"{name}: {path.name} failed: {said}", file=sys.stderr, flush=True)
        for seed in range(options.first, options.first + options.seeds):
            case = random_case(random.Random(seed))
            said = outcome_of(options, engine, case, seed)
            if said is None:
                agreed += 1
            elif said == "skipped":
                skipped += 1
            else:
                failed.append(seed)
                print(f"{name}: seed {seed} failed: {said}", file=sys.stderr, flush=True)
                keep(options, engine, name, case, seed, said)
            if (seed - options.first) % TOLD == TOLD - 1:
                print(f"{name}: {agreed} agreed up to seed {seed}", file=sys.stderr, flush=True)
    finally:
        engine.close()
    seconds = time.monotonic() - started
    print(f"{name}: {agreed} of {options.seeds - skipped} merges agreed with the oracle, seeds {options.first} to "
          f"{options.first + options.seeds - 1}, {skipped} led to no state that could be, and {len(golden)} kept cases, "
          f"{seconds:.0f} s"
          + (f"; failed: {failed}" if failed else ""), flush=True)
    return not failed and agreed > 0


def kind_of(said):
    """What a failure is about: the command and its exit, or what is not as it should be; names and numbers left out."""
    command = re.match(r"rejoin (\w+).*?: (exit \d+)", said)
    return command.groups() if command else re.sub(r"[^a-z ]+", "", said)[:20]


def keep(options, engine, name, case, seed, said):
    if not options.failures:
        return

    def fails_alike(smaller):
        now = outcome_of(options, engine, smaller, seed)
        return now not in (None, "skipped") and kind_of(now) == kind_of(said)

    small = shrunk(case, fails_alike)
    options.failures.mkdir(parents=True, exist_ok=True)
    path = options.failures / f"{name}-{seed}.json"
    casefile.write(path, small, seed)
    print(f"{name}: the smallest case that fails is in {path}", file=sys.stderr, flush=True)


def run_case(options):
    case, seed = casefile.read(options.case)
    engine = open_engine(options.engine[0])
    try:
        said = outcome_of(options, engine, case, seed)
    finally:
        engine.close()
    print(said or "agreed")
    return said is None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rejoin", required=True, type=Path)
    parser.add_argument("--engine", action="append", choices=NAMES)
    parser.add_argument("--seeds", type=int, default=30)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--failures", type=Path)
    parser.add_argument("--case", type=Path)
    options = parser.parse_args()
    options.rejoin = options.rejoin.resolve()
    options.engine = options.engine or list(NAMES)
    if options.case:
        return 0 if run_case(options) else 1
    return exit_of([run_engine(options, name) for name in options.engine])


if __name__ == "__main__":
    sys.exit(main())
