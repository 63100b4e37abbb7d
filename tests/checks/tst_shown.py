"""What shown.py must find."""

import sys

import shown

PRINTED = ["one", "two rows", "  approve 0123456789", "three"]
TEXT = """# First

    $ rejoin compare x

    one
    $ rejoin show x    # remark

## Second

    $ rejoin undo x
"""


def main():
    good = [[], ["one"], ["one", "two rows"], ["…", "three"], ["one", "…", "three"], ["one", "two …"],
            ["…", "  approve 98765432…", "three"]]
    bad = [["two rows"], ["one", "three"], ["three", "…", "one"], ["…", "four"], ["one row"], ["…", "approve 98765432…"]]
    wrong = [lines for lines in good if shown.missing(lines, PRINTED) is not None]
    wrong += [lines for lines in bad if shown.missing(lines, PRINTED) is None]
    steps = shown.steps(shown.section(TEXT, "First"))
    if [command for command, _ in steps] != ["rejoin compare x", "rejoin show x    # remark"] or "one" not in steps[0][1]:
        wrong.append(steps)
    print("\n".join(map(str, wrong)) or "good is good, bad is bad")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
