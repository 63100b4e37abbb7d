#!/usr/bin/env python3
"""Runs harnesses of tests/fuzz under libFuzzer, one after the other.

usage: fuzz.py --program REJOINFUZZ --work FOLDER [NAME]... [--seconds N]

Each begins with its seeds (tests/fuzz/corpus/NAME and the files that it takes from elsewhere in the checkout) and with what
earlier runs found, which stays in the work folder. An input that crashes a reader, makes a sanitizer complain, breaks a
promise, takes more than 20 seconds or 2 GB ends its run; it is left in the work folder and named, with the way to run it again.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
LONGEST_RUN = 20  # seconds for one input
MOST_MEMORY = 2048  # MB
SYMBOLIZER = shutil.which("llvm-symbolizer") or shutil.which("addr2line") or ""
WORD = re.compile(rb'"[A-Za-z][A-Za-z0-9]{1,23}"|\b[A-Z]{2,12}\b|\b[A-Z][A-Za-z]{2,12}=')
KEPT_WORDS = 300


def harnesses(program):
    """name → (longest input, files of the checkout)"""
    found = {}
    for line in subprocess.run([program, "--list"], capture_output=True, text=True, check=True).stdout.splitlines():
        name, longest, *patterns = line.split()
        found[name] = int(longest), sorted(path for pattern in patterns for path in CHECKOUT.glob(pattern))
    return found


def escaped(word):
    return "".join(chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}" for byte in word)


def write_words(path, seeds):
    """The words of the seeds, as a dictionary: libFuzzer cannot see what Qt compares with. False where there are none."""
    words = {}
    for seed in seeds:
        for word in WORD.findall(seed.read_bytes()):
            words[word] = words.get(word, 0) + 1
    common = sorted(words, key=lambda word: (-words[word], word))[:KEPT_WORDS]
    path.write_text("".join(f'"{escaped(word)}"\n' for word in common), encoding="ascii")
    return bool(common)


def figures(output):
    """What libFuzzer prints at its end: name → number"""
    return {name: int(number) for name, number in re.findall(r"^stat::(\w+):\s+(\d+)$", output, re.MULTILINE)}


def covered(output):
    found = re.findall(r"\bcov: (\d+)", output)
    return int(found[-1]) if found else 0


def fuzz(program, name, longest, elsewhere, work, seconds):
    """Whether nothing was found."""
    corpus, found, log = work / "corpus" / name, work / "found" / name, work / f"{name}.log"
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    kept = CHECKOUT / "tests" / "fuzz" / "corpus" / name
    seeds = sorted(kept.iterdir()) if kept.is_dir() else []
    for path in elsewhere:
        shutil.copyfile(path, corpus / f"seed-{'-'.join(path.relative_to(CHECKOUT).parts[-3:])}")
    words = work / f"{name}.dict"
    has_words = write_words(words, [*seeds, *elsewhere])
    before = set(found.iterdir())
    room = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="rejoin-fuzz-", dir=room) as temporary, log.open("w") as output:
        command = [program, f"--harness={name}", f"-max_total_time={seconds}", f"-timeout={LONGEST_RUN}",
                   f"-rss_limit_mb={MOST_MEMORY}", f"-max_len={longest}", *([f"-dict={words}"] if has_words else []), f"-artifact_prefix={found}/",
                   "-print_final_stats=1", "-reload=0", str(corpus), *([str(kept)] if seeds else [])]
        environment = os.environ | {
            "TMPDIR": temporary, "LC_ALL": "C.UTF-8", "TZ": "UTC", "QT_QPA_PLATFORM": "offscreen",
            "ASAN_OPTIONS": f"allocator_may_return_null=0:external_symbolizer_path={SYMBOLIZER}",
            "UBSAN_OPTIONS": f"print_stacktrace=1:halt_on_error=1:external_symbolizer_path={SYMBOLIZER}"}
        done = subprocess.run(command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=environment, check=False)
    text = log.read_text(errors="replace")
    tried = figures(text)
    print(f"{name}: {tried.get('number_of_executed_units', 0)} inputs, {covered(text)} edges, "
          f"{tried.get('peak_rss_mb', 0)} MB at most", flush=True)
    if done.returncode == 0:
        return True
    for path in sorted(set(found.iterdir()) - before):
        print(f"{name}: found {path}\n  again: {program} --harness={name} {path}")
    told = [line for line in text.splitlines() if re.search(r"ERROR: |SUMMARY: |runtime error: |not kept: ", line)]
    print("\n".join(f"  {line}" for line in told[:5]) or f"  exit {done.returncode}", f"  all of it: {log}", sep="\n", flush=True)
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="harnesses, or all; --list names them")
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--work", required=True, type=Path)
    parser.add_argument("--seconds", type=int, default=180, help="for each harness (180)")
    parser.add_argument("--list", action="store_true", help="names the harnesses")
    options = parser.parse_args()
    known = harnesses(options.program)
    if options.list:
        print("\n".join(known))
        return 0
    names = list(known) if options.names in ([], ["all"]) else options.names
    for name in names:
        if name not in known:
            parser.error(f"there is no harness {name}; there are: {', '.join(known)}")
    sound = [fuzz(options.program, name, *known[name], options.work.resolve(), options.seconds) for name in names]
    print(f"fuzz: {sum(sound)} of {len(sound)} found nothing")
    return 0 if all(sound) else 1


if __name__ == "__main__":
    sys.exit(main())
