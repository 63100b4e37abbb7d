#!/usr/bin/env python3
"""Runs clang-tidy over the layers' sources, and not again over a source that was clean with the same inputs.

usage: tidy.py BUILD_FOLDER JOBS

The precompiled header is taken out of the commands: it is of another compiler, and each source must name what it uses.
The inputs are the source, the project's headers that it includes (as ninja noted them), its compile command, .clang-tidy
and the installed packages, but for those that scripts/dev fuzz brings. Clean ones are remembered in the user's cache.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

LAYERS = ("diffcore/", "models/", "ui/", "app/")
CHECKOUT = Path.cwd().resolve()
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rejoin" / "tidy"
KEPT_DAYS = 30
FUZZING = re.compile(r"(clang|libclang-rt-\S*|libc6-i386|lib32\S*) ")  # nothing that a source includes


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def inside(path):
    """The path relative to the checkout, or nothing for a file elsewhere."""
    try:
        return path.resolve().relative_to(CHECKOUT).as_posix()
    except ValueError:
        return None


def packages():
    lines = output("dpkg-query", "-W", "-f=${Package} ${Version}\n").splitlines(keepends=True)
    return "".join(line for line in lines if not FUZZING.match(line))


def included(build):
    """For each object file, the files of the checkout that it was made of."""
    found, current = {}, None
    for line in output("ninja", "-C", str(build), "-t", "deps").splitlines():
        if line.startswith(" "):
            name = inside(build / line.strip())
            if name and current is not None:
                current.add(name)
        elif ": #deps" in line:
            current = found.setdefault(line.split(": #deps")[0], set())
    return found


def commands(build):
    """The entries of the build's compile_commands.json without the precompiled header."""
    entries = json.loads((build / "compile_commands.json").read_text())
    for entry in entries:
        entry["command"] = re.sub(r" -Winvalid-pch -include \S*cmake_pch\.hxx", "", entry["command"])
    return entries


def fingerprint(entry, headers, common):
    sha = hashlib.sha256(common)
    sha.update(re.sub(re.escape(str(CHECKOUT)), "", entry["command"]).encode())
    for name in sorted(headers):
        sha.update(name.encode() + b"\0")
        if (CHECKOUT / name).is_file():
            sha.update((CHECKOUT / name).read_bytes())
    return sha.hexdigest()


def check(database, source, mark):
    """The complaints about one source; remembers a source without any."""
    run = subprocess.run(("clang-tidy", "--quiet", "-p", str(database), str(source)), capture_output=True, text=True)
    if run.returncode == 0:
        mark.touch()
        return ""
    return run.stdout + "\n".join(line for line in run.stderr.splitlines() if "warnings generated" not in line)


def to_do(build, entries):
    """(source, mark) of each source that is not known to be clean, and how many there are in all."""
    common = Path(".clang-tidy").read_bytes() + packages().encode()
    deps = included(build)
    found, total = [], 0
    for entry in entries:
        source = Path(entry["file"])
        name = inside(source)
        if not name or not name.startswith(LAYERS):
            continue
        total += 1
        mark = CACHE / fingerprint(entry, deps.get(entry["output"], set()) | {name}, common)
        if mark.exists():
            mark.touch()
        else:
            found.append((source, mark))
    return found, total


def forget_old():
    for mark in CACHE.iterdir():
        if time.time() - mark.stat().st_mtime > KEPT_DAYS * 86400:
            mark.unlink(missing_ok=True)


def main(build, jobs):
    CACHE.mkdir(parents=True, exist_ok=True)
    forget_old()
    entries = commands(build)
    found, total = to_do(build, entries)
    print(f"clang-tidy: {total} sources, {total - len(found)} known to be clean, {len(found)} to look at", flush=True)
    bad = 0
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        (Path(folder) / "compile_commands.json").write_text(json.dumps(entries))
        for number, complaint in enumerate(pool.map(lambda item: check(folder, *item), found), 1):
            bad += bool(complaint)
            if complaint:
                print(complaint, flush=True)
            elif number % 20 == 0:
                print(f"{number} of {len(found)}", flush=True)
    return 1 if bad or not total else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), int(sys.argv[2])))
