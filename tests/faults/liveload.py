#!/usr/bin/env python3
"""An application that goes on writing to the target while Rejoin merges into it.

usage: liveload.py --rejoin PROGRAM [--engine postgresql|mariadb]... [--seconds N] [--rate N] [--writers N] [--seed SEED]

Writers insert, change and delete orders with their lines and customers on A, --rate operations a second in all, while
compare, resolve, reserve, script, rehearse, apply and undo are run round after round. In every second round one more
writer changes the very rows that the merge changes. A script refuses where a row moved that A and B do not share, even
one that A keeps; so once a comparison is over, the writers leave alone what they wrote before. They keep account of what was committed. After each apply and each
undo, with the writers at rest for that moment, A must be row by row the merged state (or the state before) with exactly
the writers' rows on top: none lost, none changed, none that should be gone.
"""

import argparse
import random
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "property"))

from client import Client, Refused  # noqa: E402
from engines import exit_of, open_engine  # noqa: E402
from journey import Failure, Journey, difference, digest, require  # noqa: E402
import oracle  # noqa: E402
from world import Case, Column, ForeignKey, Table, World  # noqa: E402

ENGINES = ("postgresql", "mariadb")
DONE, GUARDED, REFUSED = 0, 3, 4
CUSTOMERS, ORDERS = 1500, 400  # at the split
ADDED = 40  # by each server under the same numbers
CHANGED_BY_B = range(1, 41)  # customers, which the merge therefore changes on A
TABLES = [
    Table("customers", (Column("id", "int", False), Column("name", "text"), Column("note", "text")), ("id",), True),
    Table("orders", (Column("id", "int", False), Column("customer_id", "int", False), Column("status", "text")), ("id",),
          True, (ForeignKey(("customer_id",), "customers"),)),
    Table("order_lines", (Column("order_id", "int", False), Column("no", "int", False), Column("qty", "int")),
          ("order_id", "no"), False, (ForeignKey(("order_id",), "orders"),)),
]


def add(world, table, row):
    world.rows[table.name][table.key_of(row)] = row
    if table.generated:
        world.given[table.name] = max(world.given[table.name], row[0])


def make_case():
    """A shop; each server takes orders of new customers under the same numbers, and changes what the other does not."""
    customers, orders, lines = TABLES
    base = World({table.name: {} for table in TABLES}, {"customers": 0, "orders": 0})
    for number in range(1, CUSTOMERS + 1):
        add(base, customers, (number, f"customer {number}", None))
    for number in range(1, ORDERS + 1):
        add(base, orders, (number, 1 + number % CUSTOMERS, "old"))
        add(base, lines, (number, 1, number % 7))
    a, b = base.copy(), base.copy()
    for side, name in ((a, "A"), (b, "B")):
        for number in range(1, ADDED + 1):
            add(side, customers, (CUSTOMERS + number, f"new on {name}", None))
            add(side, orders, (ORDERS + number, CUSTOMERS + number, f"of {name}"))
            add(side, lines, (ORDERS + number, 1, 1))
    for number in CHANGED_BY_B:
        add(b, customers, (number, f"customer {number}", "said to B"))
        del b.rows["order_lines"][(number, 1)]
    return Case(TABLES, base, a, b)


class Account:
    """What the writers committed: by table and key the row, or nothing where they deleted it."""

    def __init__(self):
        self.rows = {table.name: {} for table in TABLES}
        self.operations = 0
        self.refused = []
        self.slowest = 0.0

    def on_top_of(self, world):
        state = world.copy()
        for table, rows in self.rows.items():
            for key, row in rows.items():
                if row is None:
                    state.rows[table].pop(key, None)
                else:
                    state.rows[table][key] = row
        return state


class Pause:
    """Lets writers rest between two operations."""

    def __init__(self, writers):
        self.writers = writers

    def __enter__(self):
        for writer in self.writers:
            writer.turn.acquire()

    def __exit__(self, *_):
        for writer in self.writers:
            writer.turn.release()


class Writer(threading.Thread):
    """One session of the application, with its own customers and orders."""

    def __init__(self, engine, database, number, of, rate, seed):
        super().__init__(daemon=True)
        self.client = Client(engine, database)
        self.random = random.Random(f"{seed} {number}")
        self.turn = threading.Lock()
        self.ending = threading.Event()
        self.account = Account()
        self.interval = 1 / rate
        self.own_orders, self.own_customers = [], []
        self.given_customers = [each for each in range(CHANGED_BY_B.stop, CUSTOMERS + 1) if each % of == number]
        self.fault = None

    def run(self):
        due = time.monotonic()
        try:
            while not self.ending.is_set():
                due += self.interval
                time.sleep(max(0.0, due - time.monotonic()))
                with self.turn:
                    self.operate()
        except Exception as fault:  # whatever it is: the round must see it
            self.fault = fault

    def operate(self):
        started = time.monotonic()
        try:
            self.random.choices((self.take_order, self.change_order, self.change_line, self.cancel_order,
                                 self.take_customer, self.change_customer), (35, 25, 10, 10, 10, 10))[0]()
            self.account.operations += 1
        except Refused as words:
            self.account.refused.append(str(words))
        self.account.slowest = max(self.account.slowest, time.monotonic() - started)

    def note(self, table, key, row):
        self.account.rows[table][key] = row

    def forget(self):
        """What was written so far is history: it is not changed again."""
        with self.turn:
            self.own_orders.clear()

    def any_customer(self):
        return self.random.choice([self.random.randint(1, CUSTOMERS), *self.own_customers[-3:]])

    def take_order(self):
        customer, lines = self.any_customer(), self.random.randint(1, 3)
        quantities = [self.random.randint(1, 9) for _ in range(lines)]

        def insert_lines(answer):
            rows = ", ".join(f"({answer[0]}, {no}, {quantity})" for no, quantity in enumerate(quantities, 1))
            return f"INSERT INTO order_lines (order_id, no, qty) VALUES {rows}"

        answer = self.client.transaction(
            f"INSERT INTO orders (customer_id, status) VALUES ({customer}, 'new') RETURNING id", insert_lines)
        number = int(answer[0])
        self.note("orders", (number,), (number, customer, "new"))
        for no, quantity in enumerate(quantities, 1):
            self.note("order_lines", (number, no), (number, no, quantity))
        self.own_orders.append((number, customer, lines))

    def change_order(self):
        if not self.own_orders:
            return
        number, customer, _ = self.random.choice(self.own_orders)
        status = f"state {self.random.randint(1, 99)}"
        self.client.ask(f"UPDATE orders SET status = '{status}' WHERE id = {number}")
        self.note("orders", (number,), (number, customer, status))

    def change_line(self):
        if not self.own_orders:
            return
        number, _, lines = self.random.choice(self.own_orders)
        no, quantity = self.random.randint(1, lines), self.random.randint(10, 99)
        self.client.ask(f"UPDATE order_lines SET qty = {quantity} WHERE order_id = {number} AND no = {no}")
        self.note("order_lines", (number, no), (number, no, quantity))

    def cancel_order(self):
        if not self.own_orders:
            return
        at = self.random.randrange(len(self.own_orders))
        number, _, lines = self.own_orders[at]
        self.client.transaction(f"DELETE FROM order_lines WHERE order_id = {number}",
                                f"DELETE FROM orders WHERE id = {number}")
        del self.own_orders[at]
        self.note("orders", (number,), None)
        for no in range(1, lines + 1):
            self.note("order_lines", (number, no), None)

    def take_customer(self):
        name = f"walked in {self.random.randint(1, 999)}"
        number = int(self.client.ask(f"INSERT INTO customers (name) VALUES ('{name}') RETURNING id")[0])
        self.note("customers", (number,), (number, name, None))
        self.own_customers.append(number)

    def change_customer(self):
        """One that was there at the split, and that the merge leaves alone; each once."""
        if not self.given_customers:
            return
        number, note = self.given_customers.pop(), f"told {self.random.randint(1, 999)}"
        self.client.ask(f"UPDATE customers SET note = '{note}' WHERE id = {number}")
        self.note("customers", (number,), (number, f"customer {number}", note))

    def end(self):
        self.ending.set()
        self.join()
        self.client.close()


class Meddler(threading.Thread):
    """Changes the rows that the merge changes, from some moment on."""

    def __init__(self, engine, database, moment, seed):
        super().__init__(daemon=True)
        self.client = Client(engine, database)
        self.random = random.Random(seed)
        self.moment = moment
        self.ending = threading.Event()
        self.written = {}
        self.refused = 0

    def run(self):
        count = 0
        time.sleep(self.moment)
        while not self.ending.wait(0.02):
            count += 1
            number = self.random.choice(CHANGED_BY_B)
            try:
                self.client.ask(f"UPDATE customers SET note = 'meddled {count}' WHERE id = {number}")
                self.written[number] = f"meddled {count}"
            except Refused:
                self.refused += 1

    def end(self):
        self.ending.set()
        self.join()
        self.client.close()


class Load:
    """The rounds on one engine."""

    def __init__(self, options, engine, folder):
        self.options = options
        self.engine = engine
        self.case = make_case()
        self.journey = Journey(options.rejoin, engine, folder, self.case, random.Random(options.seed))
        self.journey.make_databases()
        self.database = self.journey.names["a"]
        self.random = random.Random(options.seed)
        self.bundle = folder / "bundle"
        self.merge = oracle.moved_rows(self.case)
        require(not oracle.conflicts(self.merge), "the shop itself is wrong: it has conflicts")
        self.applied = self.meddled = self.kept_out = self.undone = self.rounds = 0
        self.apply_seconds = 1.0

    def carry_out(self):
        of = self.options.writers
        self.writers = [Writer(self.engine, self.database, number, of, self.options.rate / of, self.options.seed)
                        for number in range(of)]
        for writer in self.writers:
            writer.start()
        started = time.monotonic()
        try:
            while time.monotonic() - started < self.options.seconds or self.rounds < 2:
                self.round(meddled=self.rounds % 2 == 1)
                self.rounds += 1
            self.seconds = time.monotonic() - started
        finally:
            for writer in self.writers:
                writer.end()
        require(self.applied > 0, "no merge was applied beside the writers")

    def round(self, meddled):
        run = self.journey.run
        run([1, 2], "compare", self.journey.project)
        for writer in self.writers:
            writer.forget()
        run([1, 2], "compare", self.journey.project, "--moved")
        run([1], "resolve", self.journey.project, "--accept-suggestions")
        run([0], "reserve", self.journey.project, "--target", "a", "--confirm", f"{self.database} on 127.0.0.1")
        run([0], "script", self.journey.project, "--target", "a", "--out", self.bundle)
        run([DONE], "rehearse", self.bundle, "--target", "a")
        self.expect(self.case.a, "after rehearse")
        after = self.journey.with_numbers(self.merge, oracle.merged(self.merge, {}),
                                          self.journey.new_numbers(self.merge, self.bundle))
        if meddled:
            self.apply_meddled(after)
            return
        code = self.timed_apply()
        require(code == DONE, "apply beside writers of other rows: exit", code, self.said)
        self.applied += 1
        self.expect(after, "after apply")
        self.undo()

    def timed_apply(self):
        started = time.monotonic()
        done = self.journey.run([DONE, GUARDED, REFUSED], "apply", self.bundle, "--approve",
                                digest(self.bundle / "a" / "merge.sql"))
        self.apply_seconds = time.monotonic() - started
        self.said = done.stderr.strip()
        return done.returncode

    def apply_meddled(self, after):
        """Nothing that the meddler wrote is overwritten: either the merge came first, or it did not come at all."""
        meddler = Meddler(self.engine, self.database, self.random.uniform(0, self.apply_seconds), self.options.seed)
        meddler.start()
        code = self.timed_apply()
        meddler.end()
        base = (after if code == DONE else self.case.a).copy()
        for number, note in meddler.written.items():
            base.rows["customers"][(number,)] = (number, f"customer {number}", note)
        self.expect(base, f"after apply beside a writer of the same rows, exit {code}")
        if code != DONE:
            require(meddler.written, "refused though nobody had changed its rows:", self.said)
            self.kept_out += 1
            self.take_back(meddler, self.case.a)
            return
        self.meddled += 1
        if meddler.written:
            self.journey.run([GUARDED], "undo", self.bundle, "--approve", digest(self.bundle / "a" / "undo.sql"))
            self.expect(base, "after a refused undo")
            self.take_back(meddler, after)
        self.undo()

    def take_back(self, meddler, world):
        client = Client(self.engine, self.database)
        for number in meddler.written:
            note = world.rows["customers"][(number,)][2]
            client.ask(f"UPDATE customers SET note = {'NULL' if note is None else repr(note)} WHERE id = {number}")
        client.close()

    def undo(self):
        self.journey.run([DONE], "undo", self.bundle, "--approve", digest(self.bundle / "a" / "undo.sql"))
        self.undone += 1
        self.expect(self.case.a, "after undo")

    def expect(self, world, when):
        with Pause(self.writers):
            for writer in self.writers:
                if writer.fault:
                    raise Failure(f"a writer broke off: {writer.fault!r}")
            now = self.journey.state("a")
            for writer in self.writers:
                world = writer.account.on_top_of(world)
        require(now.rows == world.rows, when, "A is not what was written to it:", difference(now, World(world.rows)))

    def summary(self):
        accounts = [writer.account for writer in self.writers]
        operations = sum(account.operations for account in accounts)
        rows = sum(len(rows) for account in accounts for rows in account.rows.values())
        refused = sum(len(account.refused) for account in accounts)
        return (f"{operations} operations in {self.seconds:.0f} s ({operations / self.seconds:.0f} a second), {rows} rows "
                f"accounted for, none lost, none changed; {refused} operations refused by the server, the slowest took "
                f"{max(account.slowest for account in accounts):.2f} s; {self.rounds} rounds: {self.applied} applied "
                f"beside other rows' writers, {self.meddled} before and {self.kept_out} kept out by writers of the same "
                f"rows, {self.undone} undone")


def run_engine(options, name):
    engine = open_engine(name)
    if engine is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="rejoin-live-"))
    try:
        load = Load(options, engine, folder)
        load.carry_out()
        print(f"{name}: seed {options.seed}: {load.summary()}", flush=True)
        for words in sorted({words for writer in load.writers for words in writer.account.refused})[:3]:
            print(f"{name}:   {words}", flush=True)
        return True
    except Failure as failure:
        print(f"{name}: seed {options.seed}: {failure}", file=sys.stderr, flush=True)
        return False
    finally:
        engine.close()
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rejoin", required=True, type=Path)
    parser.add_argument("--engine", action="append", choices=ENGINES)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--rate", type=float, default=200, help="operations a second, of all writers together")
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.rejoin = options.rejoin.resolve()
    return exit_of([run_engine(options, name) for name in options.engine or ENGINES])


if __name__ == "__main__":
    sys.exit(main())
