"""The templates in ui/enginetexts.cpp are what the engine says: each stands so in a source below diffcore or models.

A template may be put together from parts there ("%1 has the merge, since %2 …"): it counts when every literal part of it
stands in a source. usage: enginetexts.py SOURCE-FOLDER
"""

import re
import sys
from pathlib import Path

STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
ENTRY = re.compile(r'QT_TRANSLATE_NOOP\(\s*"Rejoin::EngineWords",((?:\s*"(?:[^"\\]|\\.)*")+)\)')
CHARACTER = re.compile(r"\bu'(?:[^'\\\n]|\\.)'")
LEAST = 4  # letters: less tells nothing


def joined(text):
    """Neighbouring literals made one, as the compiler does."""
    return re.sub(r'(?<!\\)"(?:_s|_L1)?\s*u?"', "", CHARACTER.sub("", text))


def unescaped(text):
    return text.replace('\\"', '"').replace("\\\\", "\\")


def main(folder):
    folder = Path(folder)
    said = []
    for path in sorted([*folder.glob("diffcore/**/*.cpp"), *folder.glob("models/*.cpp"), *folder.glob("ui/*.cpp")]):
        if path.name != "enginetexts.cpp":
            text = joined(path.read_text(encoding="utf-8"))
            said += [unescaped(string) for string in STRING.findall(text)]
    corpus = "\n".join(said)
    lonely = []
    entries = ENTRY.findall((folder / "ui/enginetexts.cpp").read_text(encoding="utf-8"))
    for entry in entries:
        template = unescaped("".join(STRING.findall(entry)))
        if template in said:
            continue
        parts = [part.strip(" ,.:;()") for part in re.split(r"%\d", template)]
        missing = [part for part in parts if len(part) >= LEAST and not in_corpus(part, corpus)]
        if missing:
            lonely.append(f"{template!r}: nobody says {missing[0]!r}")
    for line in lonely:
        print(line)
    print(f"{len(entries)} templates, {len(lonely)} that nobody says")
    return 1 if lonely or len(entries) < 100 else 0


def in_corpus(part, corpus):
    """As it stands, or in three pieces that are put together."""
    if part in corpus:
        return True
    pieces = re.findall(r"\w+|\W", part)
    for first in range(1, len(pieces)):
        if "".join(pieces[:first]) not in corpus:
            break
        for second in range(first + 1, len(pieces) + 1):
            if "".join(pieces[first:second]) in corpus and "".join(pieces[second:]) in corpus:
                return True
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
