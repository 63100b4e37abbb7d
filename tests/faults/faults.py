#!/usr/bin/env python3
"""What goes wrong while a merge is applied, and what Rejoin says of it.

usage: faults.py --rejoin PROGRAM [--engine sqlite|postgresql|mariadb]... [--every N] [--kills N] [--seed SEED]

A random merge is applied again and again: Rejoin is killed at random moments; the connection is cut at each request and each
answer (--every N: at every Nth, and at all of the last ones, where the commit is); the server is killed at random moments.
SQLite, which has neither connection nor server, has the first alone. After each the target must be wholly as before or wholly
merged, exit 4 must mean before and exit 0 merged, `rejoin status` must say which, and `undo` must bring it back.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "property"))

from engines import exit_of, open_engine  # noqa: E402
from journey import Failure, Journey, digest, require  # noqa: E402
import oracle  # noqa: E402
from proxy import Proxy  # noqa: E402
from story import random_case  # noqa: E402

ENGINES = ("sqlite", "postgresql", "mariadb")
LAST = 8  # of the requests and answers, all are cut
DONE, GUARDED, REFUSED, UNKNOWN, UNREACHABLE = 0, 3, 4, 5, 11


class ThroughProxy:
    """An engine whose connections go through a proxy."""

    def __init__(self, engine):
        self.engine = engine
        self.proxy = Proxy(engine.port)

    def __getattr__(self, name):
        return getattr(self.engine, name)

    def connection(self, name):
        return self.engine.connection(name).replace(f"Port={self.engine.port}", f"Port={self.proxy.port}")


class NoProxy:
    """Of an engine that has no connections."""

    counts = {}

    def arm(self):
        """There is nothing to cut."""

    def close(self):
        """Nor to end."""


class Bench:
    """One decided merge of A, to be applied as often as wanted."""

    def __init__(self, rejoin, engine, folder, seed, suits=lambda merge, merged: len(merge.moved) > 1):
        """`suits`: whether a merge and the state that it comes to will do."""
        self.engine = engine
        self.seed = seed
        while True:  # the first seed from here on whose merge writes to A
            case = random_case(random.Random(self.seed))
            merge = oracle.moved_rows(case)
            decisions, followed = oracle.decide(random.Random(self.seed), merge)
            if decisions is not None and merge.b.rows != case.a.rows and suits(merge, oracle.merged(merge, decisions)):
                break
            self.seed += 1
        self.merge = merge
        self.journey = Journey(rejoin, engine, folder, case, random.Random(self.seed))
        self.journey.make_databases()
        self.journey.compare(merge)
        self.journey.decide(merge, decisions, followed)
        self.bundle = folder / "bundle"
        self.journey.run([0], "script", self.journey.project, "--target", "a", "--out", self.bundle)
        self.before = self.journey.state("a").rows
        self.requests = self.apply_whole()

    def apply_whole(self):
        """Applies and undoes with nothing wrong; how many requests and answers applying takes."""
        self.engine.proxy.arm()
        require(self.apply() == DONE, "apply fails with nothing wrong")
        counts = dict(self.engine.proxy.counts)
        self.after = self.journey.state("a").rows
        require(self.after != self.before, "there is nothing to apply")
        self.undo()
        return counts

    def apply(self):
        done = self.journey.run(range(256), "apply", self.bundle, "--approve", digest(self.bundle / "a" / "merge.sql"))
        self.said = done.stderr.strip()
        return done.returncode

    def apply_until(self, seconds):
        """Applies, and kills Rejoin after so long; its exit, or that it had none."""
        process = subprocess.Popen([self.journey.rejoin, "apply", self.bundle, "--approve",
                                    digest(self.bundle / "a" / "merge.sql")], cwd=self.journey.folder,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            self.said = process.communicate(timeout=seconds)[0].strip()
        except subprocess.TimeoutExpired:
            process.kill()
            self.said = process.communicate()[0].strip() or "(killed)"
            return UNKNOWN
        return process.returncode

    def undo(self):
        self.journey.run([0], "undo", self.bundle, "--approve", digest(self.bundle / "a" / "undo.sql"))
        require(self.journey.state("a").rows == self.before, "undo leaves another state than before")

    def settled(self):
        """The rows of A once the server has noticed that its client is gone."""
        until = time.monotonic() + 60
        seen = None
        while time.monotonic() < until:
            now = self.journey.state("a").rows
            if now == seen:
                return now
            seen = now
            time.sleep(0.1)
        raise Failure("the rows of A do not come to rest")

    def check(self, code, what):
        """What must hold after a fault; whether A has the merge."""
        self.engine.proxy.arm()
        now = self.settled()
        merged = now == self.after
        require(merged or now == self.before, what, "left A between the two states")
        require(code in (DONE, GUARDED, REFUSED, UNKNOWN, UNREACHABLE), what, "exit", code, self.said)
        require(code != DONE or merged, what, "exit 0, but A does not have the merge")
        require(code not in (GUARDED, REFUSED, UNREACHABLE) or not merged, what, "exit", code, "but A has the merge:", self.said)
        require(code == DONE or self.said, what, "said nothing")
        status = self.journey.json([0, 1, 2], "status", self.journey.project).get("merge", {}).get("a", "before")
        require(status == ("applied" if merged else "before"), what, "status says", status, "but it is", merged)
        if merged:
            self.undo()
        return merged


def timed_apply(bench):
    """The seconds that it takes when nothing goes wrong."""
    started = time.monotonic()
    require(bench.apply() == DONE, "apply fails with nothing wrong:", bench.said)
    whole = time.monotonic() - started
    bench.undo()
    return whole


def kill_rejoin(bench, kills):
    """Of them merged."""
    whole = timed_apply(bench)
    merged = 0
    for kill in range(kills):
        moment = bench.journey.random.uniform(0, whole * 1.1)
        code = bench.apply_until(moment)
        merged += bench.check(code, f"seed {bench.seed}, Rejoin killed after {moment:.3f} of {whole:.3f} s, {kill}:")
    return merged


def cut_connections(bench, every):
    """(cuts, of them merged)"""
    cuts = merged = 0
    for direction, total in bench.requests.items():
        numbers = [number for number in range(1, total + 1) if number % every == 0 or number > total - LAST]
        for number in numbers:
            bench.engine.proxy.arm(direction, number)
            code = bench.apply()
            merged += bench.check(code, f"seed {bench.seed}, {direction} {number} of {total} cut:")
            cuts += 1
    return cuts, merged


def kill_server(bench, kills):
    """Of them merged."""
    whole = timed_apply(bench)
    merged = 0
    for kill in range(kills):
        moment = bench.journey.random.uniform(0, whole)
        timer = threading.Timer(moment, bench.engine.kill)
        timer.start()
        code = bench.apply()
        timer.join()
        bench.engine.restart()
        merged += bench.check(code, f"seed {bench.seed}, server killed after {moment:.3f} of {whole:.3f} s, {kill}:")
    return merged


def counted(what, times, merged):
    return f"{what} {times} times: {merged} wholly merged, {times - merged} wholly before"


def run_engine(options, name):
    engine = open_engine(name)
    if engine is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="rejoin-faults-"))
    engine.folder_for(folder)
    if name == "sqlite":
        engine.proxy = NoProxy()
    else:
        engine = ThroughProxy(engine)
    try:
        bench = Bench(options.rejoin, engine, folder, options.seed)
        told = [counted("Rejoin killed", options.kills, kill_rejoin(bench, options.kills))]
        if name != "sqlite":
            told.append(counted("connection cut", *cut_connections(bench, options.every)))
            told.append(counted("server killed", options.kills, kill_server(bench, options.kills)))
        print(f"{name}: seed {bench.seed}: {'; '.join(told)}; status right each time", flush=True)
        return True
    except Failure as failure:
        print(f"{name}: {failure}", file=sys.stderr, flush=True)
        return False
    finally:
        engine.proxy.close()
        engine.close()
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rejoin", required=True, type=Path)
    parser.add_argument("--engine", action="append", choices=ENGINES)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.rejoin = options.rejoin.resolve()
    return exit_of([run_engine(options, name) for name in options.engine or ENGINES])


if __name__ == "__main__":
    sys.exit(main())
