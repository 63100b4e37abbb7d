#!/usr/bin/env python3
"""A disk that is full, and one that is read-only, under project, session, checkpoint, bundle and report.

usage: disk.py --rejoin PROGRAM [--seed SEED] [--steps N]

A small file system of its own holds all that Rejoin writes of a merge of two SQLite databases, which lie elsewhere. It is
filled up so that each command finds nothing left, then a little, then more, until the command succeeds; then it is made
read-only. A command that fails must say why in words, leave both databases as they were, and leave files with which the
same command succeeds once there is room. Skipped where nothing can be mounted.
"""

import argparse
import ctypes
import os
import random
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "property"))

from engines import SKIPPED, Sqlite  # noqa: E402
from journey import Failure, Journey, digest, require  # noqa: E402
import oracle  # noqa: E402
from story import random_case  # noqa: E402

SIZE = 32 << 20  # of the file system
ROOM = (0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048)  # pages of 4 KiB that are left
PAGE = 4096
BUG = 20
LIBC = ctypes.CDLL(None, use_errno=True)
READ_ONLY_MOUNT, REMOUNT, RECURSIVE, PRIVATE = 1, 32, 16384, 1 << 18  # of mount(2)
CHANGES_DATABASE = ("apply", "undo")
FULL = ("space", "full", "disk")
READ_ONLY = ("read-only", "readonly", "read only", "permission", "cannot write", "written", "cannot create")


def enter_own_mounts():
    """What is mounted from now on is seen by this process and those that it starts alone. False: not allowed here."""
    flags = os.CLONE_NEWNS
    identity = (os.geteuid(), os.getegid())
    if os.geteuid() != 0:
        flags |= os.CLONE_NEWUSER
    try:
        os.unshare(flags)
        if flags & os.CLONE_NEWUSER:
            Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
            for name, number in zip(("uid_map", "gid_map"), identity):
                Path(f"/proc/self/{name}").write_text(f"0 {number} 1", encoding="ascii")
    except OSError:
        return False
    # fails where / is no mount of its own, as in a chroot; its mounts are kept apart by who entered it
    LIBC.mount(None, b"/", None, RECURSIVE | PRIVATE, None)
    return True


class SmallDisk:
    """A file system in memory."""

    def __init__(self, folder):
        self.folder = folder
        self.filler = folder / "filler"
        folder.mkdir()
        self.mount(0)

    def leave(self, pages):
        """So many pages are free from now on."""
        self.empty()
        free = os.statvfs(self.folder).f_bavail * os.statvfs(self.folder).f_frsize
        with open(self.filler, "wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(free - pages * PAGE, 1))

    def empty(self):
        self.filler.unlink(missing_ok=True)

    def writable(self, yes):
        self.mount(REMOUNT if yes else REMOUNT | READ_ONLY_MOUNT)

    def mount(self, flags):
        if LIBC.mount(b"tmpfs", bytes(self.folder), b"tmpfs", flags, f"size={SIZE}".encode()):
            raise OSError(ctypes.get_errno(), f"cannot mount on {self.folder}")

    def close(self):
        LIBC.umount2(bytes(self.folder), 0)


class Merge:
    """The commands of one merge, in their order."""

    def __init__(self, rejoin, folder, seed):
        self.engine = Sqlite()
        (folder / "databases").mkdir()
        self.engine.folder_for(folder / "databases")
        self.seed = seed
        while True:
            case = random_case(random.Random(self.seed))
            merge = oracle.moved_rows(case)
            if not oracle.conflicts(merge) and oracle.decide(random.Random(1), merge)[0] == {} and len(merge.moved) > 1:
                break
            self.seed += 1
        self.disk = SmallDisk(folder / "disk")
        self.journey = Journey(rejoin, self.engine, folder, case, random.Random(self.seed))
        self.journey.project = self.disk.folder / "case.rejoin"
        for version, name in self.journey.names.items():
            self.engine.make(name, case.tables, getattr(case, version))
        self.bundle = self.disk.folder / "bundle"

    def commands(self):
        """Name, arguments (a function, since some are known late only), exits when all is well."""
        project = self.journey.project
        sides = [part for version, option in (("a", "--a"), ("b", "--b"), ("baseline", "--baseline"))
                 for part in (option, self.engine.connection(self.journey.names[version]))]
        yield "init", lambda: [project, *sides, "--since", "2026-11-22T10:00:00Z"], [0]
        yield "checkpoint", lambda: [project, "--side", "a", "--out", self.disk.folder / "split.checkpoint"], [0]
        yield "compare", lambda: [project], [1, 2]
        yield "resolve", lambda: [project, "--accept-suggestions"], [1]
        yield "script", lambda: [project, "--target", "both", "--out", self.bundle], [0]
        yield "report", lambda: [project, "--out", self.disk.folder / "report.html"], [0]
        yield "apply", lambda: [self.bundle, "--approve", digest(self.bundle / "a" / "merge.sql")], [0]
        yield "verify", lambda: [project], [0, 1]
        yield "undo", lambda: [self.bundle, "--approve", digest(self.bundle / "a" / "undo.sql")], [0]

    def states(self):
        return {side: self.journey.state(side) for side in ("a", "b")}

    def attempt(self, name, arguments, well, words, where):
        """Runs a command that may fail for want of room. Whether it succeeded."""
        before = self.states()
        done = self.journey.run(range(-64, 256), name, *arguments())
        said = done.stderr.strip()
        require(done.returncode >= 0, where, name, "ended by signal", -done.returncode, said)
        require(done.returncode != BUG, where, name, "takes it for a bug:", said)
        if done.returncode in well:
            return True
        require(any(word in said.lower() for word in words), where, name, "exit", done.returncode,
                "but the message does not say what is wrong:", said or "(nothing)")
        require(self.states() == before, where, name, "exit", done.returncode, "but a database changed:", said)
        return False

    def carry_out(self, steps):
        """(failures for want of room, failures on a read-only disk)"""
        full = read_only = 0
        for name, arguments, well in self.commands():
            self.disk.writable(False)
            read_only += not self.attempt(name, arguments, well, READ_ONLY, "read-only:")
            self.disk.writable(True)
            done = self.is_done(name)
            for pages in ROOM[::steps]:
                if done:
                    break
                self.disk.leave(pages)
                done = self.attempt(name, arguments, well, FULL, f"{pages} pages left:")
                full += not done
                self.disk.empty()
                self.check_status(name)
            if not done:
                self.journey.run(well, name, *arguments())
            self.check_status(name)
        return full, read_only

    def is_done(self, name):
        """Whether a command that changes a database has done so on the read-only disk."""
        status = self.standing()
        return (name == "apply" and status == "applied") or (name == "undo" and status == "undone")

    def standing(self):
        if not self.bundle.exists():
            return None
        return self.journey.json([0, 1, 2], "status", self.journey.project).get("merge", {}).get("a", "before")

    def check_status(self, name):
        """With room again, status says of A what is the case."""
        if name not in CHANGES_DATABASE:
            return
        now = self.journey.state("a").rows
        before = self.journey.case.a.rows
        says = self.standing()
        require((says == "applied") == (now != before), name, "status says", says, "but A is",
                "merged" if now != before else "as before")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rejoin", required=True, type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=1, help="1: each amount of room, 2: every second one, …")
    options = parser.parse_args()
    if not enter_own_mounts():
        print("skipped: nothing can be mounted here")
        return SKIPPED
    folder = Path(tempfile.mkdtemp(prefix="rejoin-disk-"))
    merge = None
    try:
        merge = Merge(options.rejoin.resolve(), folder, options.seed)
        full, read_only = merge.carry_out(options.steps)
        print(f"seed {merge.seed}: {full} times no room, {read_only} times read-only: said so each time, databases as they "
              "were, and the same command succeeded afterwards")
        return 0
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    finally:
        if merge:
            merge.disk.writable(True)
            merge.disk.close()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
