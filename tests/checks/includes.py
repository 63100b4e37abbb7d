#!/usr/bin/env python3
"""Refuses an #include that a layer may not have, and SQL text outside its folders.

usage: includes.py CHECKOUT [QT_INCLUDE_FOLDER]
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Layer:
    own: tuple      # first folders of the project's own headers
    qt: tuple       # Qt modules
    others: str     # a pattern of headers from other libraries


STANDARD = r"[a-z_0-9]+"  # <optional>
POSIX = r"(unistd|fcntl|signal|errno|pwd|termios)\.h|sys/[a-z]+\.h"

# The first matching folder counts.
LAYERS = {
    "diffcore": Layer(("diffcore",), ("Core", "Sql"), rf"{POSIX}|sql(ext|types|ucode)?\.h|odbcinst\.h|spdlog/.+|openssl/evp\.h|zlib\.h"),
    "models": Layer(("models", "diffcore"), ("Core",), "(?!)"),
    "ui": Layer(("ui", "models", "diffcore"), ("Core", "Gui", "Widgets"), r"KSyntaxHighlighting/.+|qt6keychain/.+"),
    "app/cli": Layer(("app/cli", "diffcore"), ("Core",), POSIX),
    "app": Layer(("app", "ui", "models", "diffcore"), ("Core", "Gui", "Widgets"), POSIX),
}

# The text of a query for a server stands in the dialect. Files that Rejoin makes for itself are SQLite, whatever the
# servers are, and have theirs where they are made.
MAY_HOLD_SQL = (
    "diffcore/dialect/",
    "diffcore/session/",  # the session file
    "diffcore/compare/multisetread.cpp",  # counts rows of keyless tables in a temporary file
    "diffcore/merge/rowcondition.cpp",  # has the conditions of rules evaluated in memory
)

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
SQL = re.compile(
    r'^"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\b|UPDATE\s+\S+\s+SET\b|UPDATE\s*"$|DELETE\s+FROM\b'
    r"|(ALTER|CREATE|DROP)\s+(UNIQUE\s+|TEMP\s+|TEMPORARY\s+)?(TABLE|INDEX|TRIGGER|VIEW)\b|PRAGMA\s|WITH\s+\w+\s+AS\s*\()"
)


def qt_modules(header, qt_folder):
    """The Qt modules that have this header: {"Core"} for QString; empty for a header that is not Qt's."""
    if "/" in header:
        module = header.split("/")[0]
        return {module[2:]} if module.startswith("Qt") else set()
    return {folder.parent.name[2:] for folder in Path(qt_folder).glob(f"Qt*/{header}")}


def may_include(layer, bracket, header, qt_folder):
    if bracket == '"':
        return header.startswith(tuple(folder + "/" for folder in layer.own)) or header.endswith(".moc")
    if re.fullmatch(STANDARD, header) or re.fullmatch(layer.others, header):
        return True
    return bool(qt_modules(header, qt_folder) & set(layer.qt))


def without_comment(line):
    """The line up to a // that stands outside of a string."""
    for match in re.finditer(r'"(?:[^"\\]|\\.)*"|//', line):
        if match.group() == "//":
            return line[: match.start()]
    return line


def complaints(path, text, qt_folder):
    """What is wrong in one file; `path` is relative to the checkout."""
    folder = next(name for name in LAYERS if path.startswith(name + "/"))
    for number, line in enumerate(text.splitlines(), 1):
        include = INCLUDE.match(line)
        if include:
            if not may_include(LAYERS[folder], *include.groups(), qt_folder):
                yield f"{path}:{number}: {folder} may not include {include.group(2)}"
            continue
        if path.startswith(MAY_HOLD_SQL):
            continue
        for string in STRING.findall(without_comment(line)):
            if SQL.match(string):
                yield f"{path}:{number}: SQL text belongs into diffcore/dialect: {string}"


def main(checkout, qt_folder):
    checkout = Path(checkout)
    files = [path for layer in ("diffcore", "models", "ui", "app") for path in sorted((checkout / layer).rglob("*"))
             if path.suffix in (".h", ".cpp")]
    found = [complaint for path in files
             for complaint in complaints(path.relative_to(checkout).as_posix(), path.read_text("utf-8"), qt_folder)]
    print("\n".join(found) if found else f"{len(files)} files keep to their layers")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
