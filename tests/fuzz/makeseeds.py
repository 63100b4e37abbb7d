#!/usr/bin/env python3
"""Writes those seeds of tests/fuzz/corpus anew that Rejoin itself makes: a small session, checkpoint, project and bundle.

usage: makeseeds.py --rejoin PROGRAM

Two small SQLite databases are compared, decided and scripted. Harnesses that take a file apart (tests/fuzz/harness.h, Pieces)
get its parts. Seeds written by hand, and inputs that once were found, stay as they are.
"""

import argparse
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import zlib
from pathlib import Path

CORPUS = Path(__file__).resolve().parent / "corpus"
WORK = Path("/tmp/rejoin-seeds")  # the files name it
SEPARATOR = b"\x1d"
ALL_STEPS = b"\7"
START, HASH = 20, 32  # bytes of a checkpoint's start and of a record's hash
HEADER, BLOCK, TABLE_END, INDEX = 1, 2, 3, 4
SCHEMA = """
CREATE TABLE customers (customer_id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT UNIQUE, stock INTEGER);
CREATE TABLE orders (order_id INTEGER PRIMARY KEY AUTOINCREMENT, customer_id INTEGER NOT NULL REFERENCES customers, total REAL,
  photo BLOB);
CREATE TABLE log (said TEXT, at TEXT);
"""
ROWS = {
    "baseline": [],
    "a": ["UPDATE customers SET email = 'a@x', stock = 8 WHERE customer_id = 1", "INSERT INTO customers VALUES (3, 'c@x', NULL)",
          "INSERT INTO orders VALUES (2, 3, 7.5, x'00ff')", "INSERT INTO log VALUES ('a', '2026-11-22 10:00:00')"],
    "b": ["UPDATE customers SET email = 'b@x', stock = 9 WHERE customer_id = 1", "INSERT INTO customers VALUES (3, 'd@x', 5)",
          "INSERT INTO orders VALUES (2, 1, 8, NULL)", "DELETE FROM customers WHERE customer_id = 2"],
}


def run(rejoin, *arguments, exits=(0, 1, 2)):
    done = subprocess.run([rejoin, *map(str, arguments)], capture_output=True, text=True, cwd=WORK, check=False,
                          env=os.environ | {"USER": "dba", "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": str(WORK / "config")})
    if done.returncode not in exits:
        sys.exit(f"makeseeds: rejoin {arguments[0]}: exit {done.returncode}: {done.stderr}")


def make_databases():
    for name, changes in ROWS.items():
        with sqlite3.connect(WORK / f"{name}.sqlite") as base:
            base.executescript(SCHEMA)
            base.execute("INSERT INTO customers VALUES (1, 'x@x', 7), (2, 'y@x', NULL)")
            base.execute("INSERT INTO orders VALUES (1, 1, 0.5, NULL)")
            base.execute("INSERT INTO log VALUES ('both', '2026-11-21'), ('both', '2026-11-21')")
            for change in changes:
                base.execute(change)
        base.close()


def shrunk(session):
    """The same session in the smallest file that SQLite makes of it."""
    with sqlite3.connect(session) as base:
        base.execute("PRAGMA journal_mode = DELETE")
    base.close()
    base = sqlite3.connect(session, isolation_level=None)
    base.execute("PRAGMA page_size = 512")
    base.execute("VACUUM")
    base.close()
    return session.read_bytes()


def piece(content):
    return struct.pack(">H", len(content)) + content


def uncompressed(content):
    return zlib.decompress(content[4:])


def end_of_bytes(stream, at):
    """Where a QByteArray of a QDataStream ends."""
    size = struct.unpack_from(">I", stream, at)[0]
    return at + 4 + (0 if size == 0xffffffff else size)


def end_of_block(stream, at):
    """Where what is said of a block ends: table, three keys, rows, offset, hash."""
    at += 4
    for _ in range(3):
        at = end_of_bytes(stream, at)
    return end_of_bytes(stream, at + 16)


def tables_of(index):
    """What an index ends with, behind the hash of the header and the blocks."""
    at = end_of_bytes(index, 0)
    count = struct.unpack_from(">I", index, at)[0]
    at += 4
    for _ in range(count):
        at = end_of_block(index, at)
    return index[at:]


def parts_of(checkpoint):
    """The records of a checkpoint as the harness takes them."""
    made, at = b"", START
    while True:
        kind, size = struct.unpack_from(">BI", checkpoint, at)
        payload = checkpoint[at + 5:at + 5 + size]
        at += 5 + size + HASH
        if kind == HEADER:
            made += b"\0" + piece(uncompressed(payload))
        elif kind == BLOCK:
            end = end_of_block(payload, 0)
            made += b"\1" + piece(payload[:end]) + piece(uncompressed(payload[end + 4:]))
        elif kind == TABLE_END:
            made += b"\2" + piece(payload)
        else:
            no_hash, no_blocks = struct.pack(">I", 0xffffffff), struct.pack(">I", 0)
            return made + b"\3" + piece(no_hash + no_blocks + tables_of(uncompressed(payload)))


def cell(place, row, value):
    """One change of the harness sessioncells."""
    return bytes([place, row]) + piece(value)


def cells_of(session):
    """name → what the session says of itself and of its tables, put in place of itself"""
    base = sqlite3.connect(f"file:{session}?mode=ro", uri=True)
    made = {}
    for place, name in enumerate(("header", "alignment")):
        value = base.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()[0]
        made[name] = ALL_STEPS + cell(place, 0, value)
    base.close()
    return made


def write(harness, name, content):
    folder = CORPUS / harness
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    print(f"{harness}/{name}: {len(content)} bytes")


def bundle_parts(bundle):
    manifest = (bundle / "manifest.json").read_text(encoding="utf-8")
    start = manifest.index('"files"')
    end = manifest.index("}", start)
    files = '"files": {"a/merge.sql": "MERGEHASH", "a/undo.sql": "MERGEHASH"'
    b_target = manifest.index('"target": "b"') if '"target": "b"' in manifest else None
    if b_target is not None:
        sys.exit("makeseeds: the bundle should be for A alone")
    runs = (b'{"at":"2026-11-22T10:00:00.000Z","by":"dba","comparedAt":"2026-11-22T09:00:00.000Z","machine":"ws1","message":"",'
            b'"script":"00","state":"begun","target":"a","what":"apply"}\n'
            b'{"at":"2026-11-22T10:00:01.000Z","by":"dba","comparedAt":"2026-11-22T09:00:00.000Z","machine":"ws1","message":"",'
            b'"script":"00","state":"done","target":"a","what":"apply"}\n')
    sound = (manifest[:start] + files + manifest[end:]).encode()
    return SEPARATOR.join([sound, b"", runs, b"BEGIN;\nCOMMIT;\n"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rejoin", required=True, type=Path)
    rejoin = parser.parse_args().rejoin.resolve()
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir()
    try:
        make_databases()
        project = WORK / "shop.rejoin"
        run(rejoin, "init", project, "--a", f"Driver=SQLite3;Database={WORK}/a.sqlite", "--b",
            f"Driver=SQLite3;Database={WORK}/b.sqlite", "--baseline", f"Driver=SQLite3;Database={WORK}/baseline.sqlite",
            "--since", "2026-11-22T09:00:00Z", "--relation", "log.at=customers.email", "--mask", "customers.email",
            "--equal", "log.said=trim", "--where", "customers=customer_id > 0")
        write("project", "every-option", project.read_bytes())
        run(rejoin, "compare", project)
        run(rejoin, "resolve", project, "--accept-suggestions")
        run(rejoin, "resolve", project, "--table", "customers", "--take", "b", "--redecide")
        write("session", "small.session", shrunk(WORK / "shop.session"))
        for name, content in cells_of(WORK / "shop.session").items():
            write("sessioncells", name, content)
        run(rejoin, "checkpoint", project, "--side", "a", "--out", WORK / "values.checkpoint")
        run(rejoin, "checkpoint", project, "--side", "b", "--hashes-only", "--out", WORK / "hashes.checkpoint")
        for name in ("values", "hashes"):
            content = (WORK / f"{name}.checkpoint").read_bytes()
            write("checkpoint", name, content)
            write("checkpointparts", name, parts_of(content))
        run(rejoin, "script", project, "--target", "a", "--out", WORK / "bundle")
        write("manifest", "one-target", (WORK / "bundle" / "manifest.json").read_bytes())
        write("bundle", "run-once", bundle_parts(WORK / "bundle"))
    finally:
        shutil.rmtree(WORK)


if __name__ == "__main__":
    main()
