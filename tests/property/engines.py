"""Throwaway databases of each engine: made from worlds, read back as worlds."""

import ctypes
import json
import os
import pwd
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path

from world import World

PATIENCE = 120  # seconds
SKIPPED = 77  # the exit that ctest takes for a skip
LIBC = ctypes.CDLL(None)
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def literal(value, backslash=False):
    if value is None:
        return "NULL"
    if isinstance(value, int):
        return str(value)
    text = value.replace("'", "''")
    return "'" + (text.replace("\\", "\\\\") if backslash else text) + "'"


def inserts(tables, world, name, backslash=False):
    statements = []
    for table in tables:
        columns = ", ".join(name(column.name) for column in table.columns)
        for row in world.rows[table.name].values():
            values = ", ".join(literal(value, backslash) for value in row)
            statements.append(f"INSERT INTO {name(table.name)} ({columns}) VALUES ({values});")
    return statements


class Engine:
    """What is the same for all. Databases are named; `connection(name)` is what Rejoin takes."""

    quote = '"'

    def name(self, identifier):
        return self.quote + identifier + self.quote

    def references(self, table):
        return [f"FOREIGN KEY ({', '.join(map(self.name, reference.columns))}) REFERENCES {self.name(reference.parent)}"
                for reference in table.references]

    def folder_for(self, folder):
        """Where a case may keep files."""

    def close(self):
        """Stops what was started."""


class Sqlite(Engine):
    """Files in the folder of the case."""

    def folder_for(self, folder):
        self.folder = folder

    def path(self, name):
        return self.folder / f"{name}.sqlite"

    def connection(self, name):
        return f"Driver=SQLite3;Database={self.path(name)}"

    def column(self, table, column):
        if table.generated and column.name == table.key[0]:
            return f"{self.name(column.name)} INTEGER PRIMARY KEY AUTOINCREMENT"
        kind = "INT" if column.kind == "int" else "TEXT"
        return (f"{self.name(column.name)} {kind}{'' if column.nullable else ' NOT NULL'}"
                f"{' UNIQUE' if column.unique else ''}")

    def make(self, name, tables, world):
        self.path(name).unlink(missing_ok=True)
        with sqlite3.connect(self.path(name)) as base:
            for table in tables:
                parts = [self.column(table, column) for column in table.columns]
                if not table.generated:
                    parts.append(f"PRIMARY KEY ({', '.join(map(self.name, table.key))})")
                parts += [f"{text} ({', '.join(map(self.name, self.parent_key(tables, reference)))})"
                          for text, reference in zip(self.references(table), table.references)]
                base.execute(f"CREATE TABLE {self.name(table.name)} ({', '.join(parts)})")
            base.execute("PRAGMA foreign_keys = OFF")
            for statement in inserts(tables, world, self.name):
                base.execute(statement)
            for table, number in world.given.items():
                if number:
                    base.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
                    base.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, number))
        base.close()

    @staticmethod
    def parent_key(tables, reference):
        return next(table.key for table in tables if table.name == reference.parent)

    def read(self, name, tables):
        world = World({})
        with sqlite3.connect(self.path(name)) as base:
            for table in tables:
                rows = base.execute(f"SELECT * FROM {self.name(table.name)}").fetchall()
                world.rows[table.name] = {table.key_of(row): row for row in rows}
            world.given = {table.name: 0 for table in tables if table.generated}
            if world.given:
                world.given.update(base.execute("SELECT name, seq FROM sqlite_sequence").fetchall())
        base.close()
        return world

    def drop(self, name):
        self.path(name).unlink(missing_ok=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server(Engine):
    """A server of its own, with its own folder, port and socket. Nothing is synced to disk, but what is committed is
    handed to the operating system, so that it outlives the server's death."""

    account = ""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="rejoin-property-"))
        self.port = free_port()
        self.log = open(self.folder / "log", "wb")
        if os.geteuid() == 0:
            entry = pwd.getpwnam(self.account)
            os.chown(self.folder, entry.pw_uid, entry.pw_gid)
        self.run(self.initialise())
        self.restart()

    def restart(self):
        self.process = subprocess.Popen(self.launch(), stdout=self.log, stderr=self.log, cwd=self.folder,
                                        preexec_fn=self.become, start_new_session=True)
        self.wait()

    def kill(self):
        """At once, with all of its processes."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def become(self):
        if os.geteuid() == 0:
            entry = pwd.getpwnam(self.account)
            os.setgroups([])
            os.setgid(entry.pw_gid)
            os.setuid(entry.pw_uid)
        LIBC.prctl(DIE_WITH_PARENT, self.stop)

    def run(self, command):
        done = subprocess.run(command, stdout=self.log, stderr=self.log, cwd=self.folder, preexec_fn=self.become,
                              check=False)
        if done.returncode:
            raise RuntimeError((self.folder / "log").read_text(errors="replace"))

    def wait(self):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            try:
                self.ask(self.anywhere, "SELECT 1;")
                return
            except RuntimeError:
                time.sleep(0.2)
        raise RuntimeError((self.folder / "log").read_text(errors="replace"))

    def ask(self, database, script):
        done = subprocess.run(self.client(database), input=script.encode(), capture_output=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr.decode(errors="replace"))
        return done.stdout.decode()

    def close(self):
        self.process.send_signal(self.stop)
        self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def make(self, name, tables, world):
        script = [f"DROP DATABASE IF EXISTS {self.name(name)};", self.create(name), self.enter.format(self.name(name))]
        script += self.before()
        for table in tables:
            parts = [self.column(table, column) for column in table.columns]
            parts.append(f"PRIMARY KEY ({', '.join(map(self.name, table.key))})")
            parts += [f"UNIQUE ({self.name(column.name)})" for column in table.columns if column.unique]
            script.append(f"CREATE TABLE {self.name(table.name)} ({', '.join(parts)}){self.of_table};")
        script += inserts(tables, world, self.name, self.backslash)
        for table in tables:
            for text, reference in zip(self.references(table), table.references):
                key = ", ".join(map(self.name, next(each.key for each in tables if each.name == reference.parent)))
                script.append(f"ALTER TABLE {self.name(table.name)} ADD {text} ({key});")
        script += [self.set_generator(table, world.given[table.name]) for table in tables if table.generated]
        self.ask(self.anywhere, "\n".join(script))

    def read(self, name, tables):
        script = []
        for table in tables:
            cells = ", ".join(self.name(column.name) for column in table.columns)
            script.append(f"SELECT {self.json_array}('{table.name}', {cells}) FROM {self.name(table.name)};")
        script += [self.get_generator(name, table) for table in tables if table.generated]
        world = World({table.name: {} for table in tables})
        for line in self.ask(name, "\n".join(self.before() + script)).splitlines():
            cells = json.loads(line)
            if cells[0].startswith("generator "):
                world.given[cells[0].removeprefix("generator ")] = int(cells[1])
                continue
            table = next(each for each in tables if each.name == cells[0])
            row = tuple(cells[1:])
            world.rows[table.name][table.key_of(row)] = row
        return world

    def drop(self, name):
        self.ask(self.anywhere, f"DROP DATABASE {self.name(name)};")


class PostgreSql(Server):
    account, anywhere, stop = "postgres", "postgres", signal.SIGQUIT
    json_array, of_table, backslash = "json_build_array", "", False
    enter = "\\connect {}"

    def __init__(self):
        versions = sorted(Path("/usr/lib/postgresql").glob("*"), key=lambda path: int(path.name))
        self.programs = versions[-1] / "bin"
        super().__init__()

    def initialise(self):
        return [self.programs / "initdb", "--pgdata", self.folder / "data", "--no-sync", "--auth=trust",
                "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8"]

    def launch(self):
        settings = ["listen_addresses=127.0.0.1", "fsync=off", "full_page_writes=off",
                    "shared_buffers=32MB", "autovacuum=off"]
        return [self.programs / "postgres", "-D", self.folder / "data", "-p", str(self.port), "-k", self.folder,
                *(part for setting in settings for part in ("-c", setting))]

    def client(self, database):
        return [self.programs / "psql", "-X", "-h", self.folder, "-p", str(self.port), "-U", "postgres", "-d",
                database, "-v", "ON_ERROR_STOP=1", "-A", "-t", "-q", "-f", "-"]

    def connection(self, name):
        return f"Driver=PostgreSQL Unicode;Server=127.0.0.1;Port={self.port};Database={name};Uid=postgres"

    def create(self, name):
        return f"CREATE DATABASE {self.name(name)} TEMPLATE template0;"

    def before(self):
        return []

    def column(self, table, column):
        kind = "integer" if column.kind == "int" else "text"
        generated = table.generated and column.name == table.key[0]
        return (f"{self.name(column.name)} {kind}{'' if column.nullable else ' NOT NULL'}"
                f"{' GENERATED BY DEFAULT AS IDENTITY' if generated else ''}")

    def sequence(self, table):
        return f"pg_get_serial_sequence('{table.name}', '{table.key[0]}')"

    def set_generator(self, table, number):
        called = "true" if number else "false"
        return f"SELECT setval({self.sequence(table)}, {max(number, 1)}, {called}) \\g /dev/null"

    def get_generator(self, _, table):
        name = f"{table.name}_{table.key[0]}_seq"
        return (f"SELECT json_build_array('generator {table.name}', CASE WHEN is_called THEN last_value ELSE 0 END) "
                f"FROM {self.name(name)};")


class MariaDb(Server):
    account, anywhere, stop = "mysql", "mysql", signal.SIGKILL
    json_array, of_table, backslash = "json_array", " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", True
    enter = "USE {};"
    encryption = ("--skip-ssl",)
    quote = "`"

    def initialise(self):
        return ["mariadb-install-db", "--no-defaults", f"--datadir={self.folder}/data", f"--tmpdir={self.folder}",
                "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"]

    def launch(self):
        return ["mariadbd", "--no-defaults", f"--datadir={self.folder}/data", f"--tmpdir={self.folder}",
                f"--socket={self.folder}/socket", f"--pid-file={self.folder}/pid", f"--port={self.port}",
                "--bind-address=127.0.0.1", "--skip-name-resolve", "--character-set-server=utf8mb4",
                "--innodb-flush-log-at-trx-commit=2", "--innodb-flush-method=nosync", "--innodb-doublewrite=0",
                "--innodb-buffer-pool-size=64M", "--innodb-log-file-size=32M", "--skip-log-bin",
                f"--connect-timeout={PATIENCE}", *self.encryption]

    def client(self, database):
        return ["mariadb", "--no-defaults", f"--socket={self.folder}/socket", "--user=root",
                "--default-character-set=utf8mb4", "--skip-column-names", "--raw", f"--database={database}", *self.encryption]

    def connection(self, name):
        return f"Driver=MariaDB Unicode;Server=127.0.0.1;Port={self.port};Database={name};User=root"

    def create(self, name):
        return f"CREATE DATABASE {self.name(name)};"

    def before(self):
        return ["SET foreign_key_checks = 0;", "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_ALL_TABLES';"]

    def column(self, table, column):
        kind = "int" if column.kind == "int" else "varchar(40)"
        generated = table.generated and column.name == table.key[0]
        return (f"{self.name(column.name)} {kind}{'' if column.nullable else ' NOT NULL'}"
                f"{' AUTO_INCREMENT' if generated else ''}")

    def set_generator(self, table, number):
        return f"ALTER TABLE {self.name(table.name)} AUTO_INCREMENT = {number + 1};"

    def get_generator(self, database, table):
        return (f"SELECT json_array('generator {table.name}', auto_increment - 1) FROM information_schema.tables "
                f"WHERE table_schema = '{database}' AND table_name = '{table.name}';")


ENGINES = {"sqlite": Sqlite, "postgresql": PostgreSql, "mariadb": MariaDb}
NAMES = tuple(ENGINES)


def open_engine(name, engines=None):
    """The engine; nothing, and a line that says so, where this machine has no such server."""
    try:
        return (engines or ENGINES)[name]()
    except (OSError, KeyError, IndexError) as error:
        print(f"{name}: skipped, there is no such server on this machine: {error}")
        return None


def exit_of(results):
    """Of what each engine came to: True, False, or None where it was skipped."""
    if all(result is None for result in results):
        return SKIPPED
    return 1 if False in results else 0
