"""What README and handbook show of a first merge of the demo is what the program prints.

usage: shown.py --rejoin PROGRAM FILE#HEADING…

Below the heading, the commands of the indented blocks ("$ rejoin …") run one after another in a new folder. What stands below a
command has to come in this order in what it prints, blank lines apart. A line "…" stands for any lines, "…" within a line for any
text, and lines that are printed behind the last one need not be shown. The hash behind --approve is the one that `script` printed at
that place.
"""

import argparse
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

WRITES = {"apply", "undo"}
ABBREVIATED = re.compile(r"[0-9a-f]{8}…")  # a hash: it depends on where the databases lie


def section(text, heading):
    """The lines below the heading, to the next one."""
    lines = text.splitlines()
    start = next(at for at, line in enumerate(lines) if re.fullmatch(rf"#+ {re.escape(heading)}", line))
    rest = lines[start + 1:]
    return rest[:next((at for at, line in enumerate(rest) if line.startswith("#")), len(rest))]


def steps(lines):
    """Pairs of a command and the lines that are shown below it."""
    found = []
    for line in lines:
        if line.startswith("    $ rejoin "):
            found.append((line.removeprefix("    $ "), []))
        elif line.startswith("    $ "):
            continue
        elif found and line.startswith("    "):
            found[-1][1].append(line[4:].rstrip())
    return found


def missing(shown, printed):
    """The first shown line that is not printed behind those before it; None where all are."""
    at, skips = 0, False
    for line in shown:
        if line == "…":
            skips = True
            continue
        line = ABBREVIATED.sub("…", line)
        pattern = re.compile(".*?".join(re.escape(part) for part in line.split("…")) + "$")
        place = next((here for here in range(at, len(printed)) if pattern.match(printed[here])), None)
        if place is None or (not skips and place != at):
            return line
        at, skips = place + 1, False
    return None


class Demo:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.hashes = {"apply": [], "undo": []}
        self.used = {"apply": 0, "undo": 0}

    def run(self, command):
        """What it prints, without blank lines."""
        parts = shlex.split(command, comments=True)
        if "&&" in parts:
            parts = parts[:parts.index("&&")]
        verb = parts[1]
        if verb in WRITES:
            parts[-1] = self.hashes[verb][self.used[verb]]
            self.used[verb] += 1
        done = subprocess.run([self.program, *parts[1:]], cwd=self.folder, capture_output=True, text=True, encoding="utf-8",
                              stdin=subprocess.DEVNULL, timeout=120, check=False)
        if done.returncode not in (0, 1, 2):
            raise SystemExit(f"{command}: exit {done.returncode}: {done.stderr}")
        for verb, digest in re.findall(r"rejoin (apply|undo) \S+ --approve ([0-9a-f]{64})", done.stdout):
            self.hashes[verb].append(digest)
        if verb == "demo":
            self.folder = self.folder / parts[2]
        return [line.rstrip() for line in done.stdout.splitlines() if line.strip()]


def check(program, place):
    """How many commands ran, and what is shown but not printed."""
    path, heading = place.split("#", 1)
    wrong, ran = [], 0
    with tempfile.TemporaryDirectory() as work:
        demo = Demo(program, Path(work))
        for command, shown in steps(section(Path(path).read_text(encoding="utf-8"), heading)):
            ran += 1
            printed = demo.run(command)
            line = missing([line for line in shown if line], printed)
            if line is not None:
                wrong.append(f"{path}: {command}\n  shows    {line}\n  printed  " + "\n           ".join(printed))
    return ran, wrong


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rejoin", required=True)
    options.add_argument("places", nargs="+")
    chosen = options.parse_args()
    failed = False
    for place in chosen.places:
        ran, wrong = check(chosen.rejoin, place)
        print(f"{place}: {ran} commands, {len(wrong)} show what is not printed")
        print("\n".join(wrong))
        failed = failed or bool(wrong) or ran == 0
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
