#!/usr/bin/env python3
"""Projects, bundles and values that somebody else wrote, to do harm.

usage: untrusted.py --rejoin PROGRAM

What is tried: paths and links in a bundle that lead out of its folder, for reading and for writing; connection strings of a
project or bundle that load a library, run statements or write a log; conditions and triggers that call a driver's functions
for files; a checkpoint and a database that are somebody's files; HTML, formulas
and terminal codes in values, names, labels and reasons.
"""

import argparse
import csv
import hashlib
import html.parser
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

BAD_FILE = 10
PRIVATE = "private words of this machine"
HTML = "<script>document.title='acted'</script><img src=x onerror=alert(1)>'\"&lt;</td></table><style>*{display:none}</style>"
FORMULA = "=HYPERLINK(\"http://example.org\")"
TERMINAL = "\x1b]0;acted\x07\x1b[2J\u202eabc"
LIBRARY = r"""
#include <stdio.h>
#include <stdlib.h>
__attribute__((constructor)) static void act(void)
{
    FILE *file = fopen(getenv("REJOIN_TEST_ACTED"), "w");
    if (file)
        fclose(file);
}
int sqlite3_extension_init(void *a, void *b, void *c) { return 0; }
"""
ALLOWED_TAGS = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th",
                "td", "span", "ul", "ol", "li", "hr", "br", "code", "pre", "a", "div", "b", "i", "em", "strong"}


class Failure(Exception):
    """Rejoin let it happen."""


def require(condition, *what):
    if not condition:
        raise Failure(" ".join(map(str, what)))


class Page(html.parser.HTMLParser):
    """The tags of a report, and whatever in it could act."""

    def __init__(self):
        super().__init__()
        self.acting, self.text = [], ""

    def handle_starttag(self, tag, attributes):
        if tag not in ALLOWED_TAGS:
            self.acting.append(tag)
        self.acting += [f"{tag} {name}={value}" for name, value in attributes if name.startswith("on") or (
            name in ("src", "href") and not (value or "").startswith("#"))]

    def handle_data(self, data):
        self.text += data


class Case:
    def __init__(self, rejoin, folder):
        self.rejoin = rejoin
        self.folder = folder
        self.acted = folder / "acted"
        self.private = folder / "private"
        self.private.write_text(PRIVATE + "\n", encoding="utf-8")
        self.count = 0

    def run(self, exits, *arguments, typed=b""):
        environment = os.environ | {"XDG_CONFIG_HOME": str(self.folder / "config"), "LC_ALL": "C.UTF-8",
                                    "REJOIN_TEST_ACTED": str(self.acted)}
        done = subprocess.run([self.rejoin, *map(str, arguments)], capture_output=True, check=False, cwd=self.folder,
                              env=environment, input=typed, timeout=300)
        said = (done.stdout + done.stderr).decode("utf-8", errors="replace")
        require(exits is None or done.returncode in exits, "rejoin", *arguments[:1], "exit", done.returncode, "expected", exits,
                said)
        acted = self.acted.exists()
        self.acted.unlink(missing_ok=True)
        require(not acted, "rejoin", *arguments, "ran code of the file")
        require(PRIVATE not in said, "rejoin", *arguments[:1], "shows what is in somebody's file:", said)
        return done.returncode, said

    def database(self, name, statements):
        path = self.folder / f"{name}.sqlite"
        path.unlink(missing_ok=True)
        with sqlite3.connect(path) as base:
            for statement in statements:
                base.execute(*statement)
        base.close()
        return f"Driver=SQLite3;Database={path}"

    def merge(self, value="new on B", table="notes", **texts):
        """A project and its bundle: B wrote one row more."""
        self.count += 1
        make = (f'CREATE TABLE "{table}" (id INTEGER PRIMARY KEY, note TEXT)',)
        old = (f'INSERT INTO "{table}" VALUES (1, ?)', ("old",))
        new = (f'INSERT INTO "{table}" VALUES (2, ?)', (value,))
        sides = [part for side, more in (("a", []), ("b", [new]), ("baseline", []))
                 for part in (f"--{side}", self.database(f"{side}{self.count}", [make, old, *more]))]
        self.project = self.folder / f"case{self.count}.rejoin"
        self.bundle = self.folder / f"bundle{self.count}"
        self.run([0], "init", self.project, *sides, "--since", "2026-11-22T10:00:00Z", *texts.get("init", []))
        self.run([1], "compare", self.project)
        self.run([0], "script", self.project, "--target", "a", "--out", self.bundle, *texts.get("script", []))

    def approve(self):
        return hashlib.sha256((self.bundle / "a" / "merge.sql").read_bytes()).hexdigest()

    def rows(self):
        with sqlite3.connect(self.folder / f"a{self.count}.sqlite") as base:
            rows = base.execute("SELECT * FROM notes ORDER BY id").fetchall()
        base.close()
        return rows

    def expect_refused(self, what, *arguments):
        """Exit 10, and nothing outside of the bundle is touched."""
        files = {path: path.read_bytes() for path in self.folder.iterdir() if path.is_file() and path.suffix != ".session"}
        code, said = self.run(None, *arguments)
        require(code == BAD_FILE, what, "exit", code, said)
        for path, content in files.items():
            require(path.read_bytes() == content, what, path.name, "was changed")

    def links_out_of_a_bundle(self):
        """Each file of a bundle, and its folders, as a link to something else: what is approved must be in the folder."""
        self.merge()
        for name in ("manifest.json", "SHA256SUMS", "report.html", "a/merge.sql", "a/undo.sql", "a"):
            place = self.bundle / name
            elsewhere = self.folder / "elsewhere"
            place.rename(elsewhere)
            place.symlink_to(elsewhere)
            self.expect_refused(f"{name} is a link:", "apply", self.bundle, "--approve", hashlib.sha256(
                (self.bundle / "a" / "merge.sql").read_bytes()).hexdigest())
            require(len(self.rows()) == 1, name, "is a link, and the merge was applied")
            place.unlink()
            elsewhere.rename(place)
        (self.bundle / "runs.jsonl").unlink(missing_ok=True)
        (self.bundle / "runs.jsonl").symlink_to(self.private)
        self.expect_refused("runs.jsonl is a link:", "apply", self.bundle, "--approve", self.approve())
        (self.bundle / "runs.jsonl").unlink()
        (self.bundle / "runs.jsonl").symlink_to(self.folder / "not there")
        self.expect_refused("runs.jsonl is a link to nothing:", "apply", self.bundle, "--approve", self.approve())
        require(not (self.folder / "not there").exists(), "a file was made outside of the bundle")
        (self.bundle / "runs.jsonl").unlink()
        self.run([0], "apply", self.bundle, "--approve", self.approve())

    def names_out_of_a_bundle(self):
        """Paths in SHA256SUMS and in the manifest."""
        self.merge()
        whole = {name: (self.bundle / name).read_bytes() for name in ("manifest.json", "SHA256SUMS")}
        for name in ("../private", str(self.private), "a/../../private", "private"):
            manifest = json.loads(whole["manifest.json"])
            manifest["files"][name] = hashlib.sha256(self.private.read_bytes()).hexdigest()
            content = json.dumps(manifest).encode()
            sums = whole["SHA256SUMS"].decode().splitlines()
            sums = [line for line in sums if not line.endswith("manifest.json")]
            sums += [f"{hashlib.sha256(content).hexdigest()}  manifest.json", f"{manifest['files'][name]}  {name}"]
            (self.bundle / "manifest.json").write_bytes(content)
            (self.bundle / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")
            self.expect_refused(f"a bundle that names {name}:", "apply", self.bundle, "--approve", self.approve())
        for name, content in whole.items():
            (self.bundle / name).write_bytes(content)

    def rewritten(self, change):
        """The project as somebody else hands it over."""
        project = json.loads(self.project.read_text(encoding="utf-8"))
        change(project)
        other = self.folder / "from others.rejoin"
        other.write_text(json.dumps(project), encoding="utf-8")
        (self.folder / "from others.session").unlink(missing_ok=True)
        return other

    def connections_that_act(self):
        """A library as a driver, an extension, statements to begin with."""
        compiler = next((each for each in ("cc", "gcc", "g++") if shutil.which(each)), None)
        if compiler is None:
            print("no compiler here: connections that load a library are not tried")
            return
        library = self.folder / "acting.so"
        subprocess.run([compiler, "-shared", "-fPIC", "-x", "c", "-o", library, "-"], input=LIBRARY.encode(), check=True)
        self.merge()
        path = self.folder / f"a{self.count}.sqlite"
        for connection in (f"Driver={library};Database={path}", f"Driver={{{library}}};Database={path}",
                           f"Driver=SQLite3;Database={path};LoadExt={library}",
                           f"Driver=SQLite3;Database={path};loadext={{{library}}}",
                           f"Driver=SQLite3;Database={path};Description={{a;LoadExt={library};b}}"):
            def harm(project, connection=connection):
                project["a"]["connection"] = connection
            other = self.rewritten(harm)
            for command in ("status", "show", "check", "compare"):
                self.run(None, command, other)
            manifest = json.loads((self.bundle / "manifest.json").read_text(encoding="utf-8"))
            manifest["servers"]["a"]["connection"] = connection
            content = json.dumps(manifest).encode()
            sums = [line for line in (self.bundle / "SHA256SUMS").read_text().splitlines() if "manifest.json" not in line]
            (self.bundle / "manifest.json").write_bytes(content)
            (self.bundle / "SHA256SUMS").write_text(
                "\n".join([*sums, f"{hashlib.sha256(content).hexdigest()}  manifest.json"]) + "\n", encoding="utf-8")
            for command in (("rehearse", self.bundle), ("apply", self.bundle, "--approve", self.approve())):
                self.run(None, *command)

    def conditions_that_act(self):
        """Functions of SQLite's driver that write and read files, by a condition and by a trigger of the file."""
        self.merge()
        written = self.folder / "written"
        for condition in (f"blob_export(note, '{written}') IS NULL", f"\"blob_export\"(note, '{written}') IS NULL",
                          f"[BLOB_EXPORT] (note, '{written}') IS NULL", f"`blob_export`(note, '{written}') IS NULL",
                          f"id IN (SELECT blob_export(x'00', '{written}'))", f"blob_import('{self.private}') > ''",
                          "load_extension('/tmp/none.so') IS NULL"):
            other = self.rewritten(lambda project, condition=condition: project.update({"where": {"a": {"notes": condition}}}))
            for command in ("check", "compare"):
                code, said = self.run(None, command, other)
                require(not written.exists(), command, "wrote a file for the condition", condition)
                require(command == "check" or (code == BAD_FILE and "does more than look at a row" in said), command, "takes",
                        condition, "exit", code, said)

    def logs_of_drivers(self):
        """A driver's own log would be appended to any file."""
        self.merge()
        path = self.folder / f"a{self.count}.sqlite"
        other = self.rewritten(lambda project: project["a"].update(
            {"connection": f"Driver=SQLite3;Database={path};TraceFile={self.private}"}))
        code, said = self.run(None, "compare", other)
        require(code == BAD_FILE, "compare takes a driver's log, exit", code, said)
        require(self.private.read_text(encoding="utf-8") == PRIVATE + "\n", "a driver's log went to somebody's file")

    def triggers_that_act(self):
        """A file's own trigger, which a merge fires."""
        self.merge()
        written = self.folder / "written"
        with sqlite3.connect(self.folder / f"a{self.count}.sqlite") as base:
            base.execute(f"CREATE TRIGGER acting AFTER INSERT ON notes BEGIN SELECT blob_export(x'00', '{written}'); END")
        base.close()
        self.run(None, "apply", self.bundle, "--approve", self.approve())
        require(not written.exists(), "a trigger of the file wrote a file")

    def files_of_somebody(self):
        """A checkpoint and a database that are other files: refused, and nothing of them is shown."""
        self.merge()
        for change in (lambda project: project.update({"checkpoint": str(self.private)}),
                       lambda project: project["a"].update({"connection": f"Driver=SQLite3;Database={self.private}"}),
                       lambda project: project["baseline"].update({"connection": f"Driver=SQLite3;Database={self.private}"})):
            other = self.rewritten(change)
            if "checkpoint" in other.read_text(encoding="utf-8"):
                project = json.loads(other.read_text(encoding="utf-8"))
                project.pop("baseline")
                other.write_text(json.dumps(project), encoding="utf-8")
            for command in ("check", "compare"):
                code, said = self.run(None, command, other)
                require(code != 0, command, "takes somebody's file for its own:", said)
        require(self.private.read_text(encoding="utf-8") == PRIVATE + "\n", "somebody's file was changed")

    def texts_that_act(self):
        """In the report, in tables for a spreadsheet, and on a terminal."""
        for text in (HTML, FORMULA, TERMINAL):
            self.merge(value=text, table="no\"tes'<b>".replace('"', ""), init=["--label-a", "A" + text.replace("\x07", "")],
                       script=["--ticket", text, "--reason", text])
            report = self.folder / "report.html"
            for arguments in (("report", self.project, "--out", report),
                              ("report", self.project, "--out", self.folder / "report.csv"),
                              ("history", self.project, "--out", self.folder / "history.csv")):
                self.run([0], *arguments)
            for path in (report, self.bundle / "report.html"):
                self.expect_quiet_page(path)
            for path in (self.folder / "report.csv", self.folder / "history.csv", self.bundle / "decisions.csv",
                         self.bundle / "keymap.csv"):
                self.expect_quiet_table(path)
            for command in ("show", "status", "history"):
                _, said = self.run([0, 1, 2], command, self.project)
                require(not any(character in said for character in "\x1b\x07\u202e"), command, "prints a terminal's codes:",
                        repr(said))

    @staticmethod
    def expect_quiet_page(path):
        page = Page()
        page.feed(path.read_text(encoding="utf-8"))
        require(not page.acting, path, "acts:", page.acting)
        require(len(page.text) > 100, path, "was not read")

    @staticmethod
    def expect_quiet_table(path):
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8"))):
            for field in row:
                require(not field.startswith(("=", "+", "@", "\t")), path, "holds a formula:", field)

    def carry_out(self):
        for part in (self.links_out_of_a_bundle, self.names_out_of_a_bundle, self.connections_that_act, self.conditions_that_act,
                     self.logs_of_drivers, self.triggers_that_act, self.files_of_somebody, self.texts_that_act):
            try:
                part()
            except Failure as failure:
                yield f"{part.__name__}: {failure}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rejoin", required=True, type=Path)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="rejoin-untrusted-"))
    try:
        failures = list(Case(options.rejoin.resolve(), folder).carry_out())
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for failure in failures:
        print(failure, file=sys.stderr)
    if not failures:
        print("links, paths, libraries, files and texts of others: nothing acted, nothing was read or written outside")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
