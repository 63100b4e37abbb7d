"""What a merge must come to, worked out from the merge model alone: whole tables in memory, no key ever guessed.

B's rows move where both servers gave out one number; a number that is still to be given is a New. Rows that refer to a
moved row on B were written by B after the split, so they follow it, into keys as well.
"""

from dataclasses import dataclass, field

from world import New, World, broken_references, equal_uniques


@dataclass(frozen=True)
class Conflict:
    """A key for whose row somebody has to decide; for a CellConflict also the columns."""

    table: str
    key: tuple
    outcome: str
    columns: tuple = ()


@dataclass
class Merge:
    """The versions of one case with B's moved rows moved."""

    case: object
    moved: dict = field(default_factory=dict)  # (table, key on B) → new key
    b: World = None

    @property
    def collided(self):
        return {place for place, key in self.moved.items() if isinstance(key[0], New) and self.case.table(
            place[0]).generated and key[0].table == place[0]}


def moved_rows(case):
    """Moves rows of B until no more of them has to."""
    collided, moved = set(), {}
    while True:
        moved, b = moved_with(case, collided)
        more = set()
        for table in (each for each in case.tables if each.generated):
            for key, row in case.a.rows[table.name].items():
                mine = case.b.rows[table.name].get(key)
                if mine is None or key in case.baseline.rows[table.name] or (table.name, key) in collided:
                    continue
                if b.rows[table.name].get(key) != row:
                    more.add((table.name, key))
        if not more:
            return Merge(case, moved, b)
        collided |= more


def moved_with(case, collided):
    """B's rows where these keys get new numbers, and all that refers to them goes along."""
    moved = {(table, key): (New(table, key[0]),) for table, key in collided}
    while True:
        b = World({table.name: {} for table in case.tables}, case.b.given)
        grown = dict(moved)
        for table in case.tables:
            for key, row in case.b.rows[table.name].items():
                new = row
                for reference in table.references:
                    target = moved.get((reference.parent, table.values(row, reference.columns)))
                    for name, value in zip(reference.columns, target or ()):
                        new = table.with_value(new, name, value)
                if (table.name, key) in collided:
                    new = table.with_value(new, table.key[0], New(table.name, key[0]))
                new_key = table.key_of(new)
                if new_key != key:
                    grown[(table.name, key)] = new_key
                b.rows[table.name][new_key] = new
        if grown == moved:
            return moved, b
        moved = grown


def versions(merge, table, key):
    name = table.name
    return (merge.case.baseline.rows[name].get(key), merge.case.a.rows[name].get(key), merge.b.rows[name].get(key))


def merged_cells(old, a, b):
    """The row of both servers' changes, and the columns that both changed to unlike values."""
    row, open_columns = [], []
    for at, (mine, theirs) in enumerate(zip(a, b)):
        if mine == theirs or (old and theirs == old[at]):
            row.append(mine)
        elif old and mine == old[at]:
            row.append(theirs)
        else:
            row.append(None)
            open_columns.append(at)
    return tuple(row), tuple(open_columns)


def keys_of(merge, table):
    name = table.name
    return set(merge.case.baseline.rows[name]) | set(merge.case.a.rows[name]) | set(merge.b.rows[name])


def outcome(merge, table, key):
    """The name of what the versions of one key mean together, after B's rows moved; nothing where it is one row."""
    old, a, b = versions(merge, table, key)
    if a == b:
        return None
    if a == old:
        return "OnlyB"
    if b == old:
        return "OnlyA"
    if old is None:
        return "CellConflict"
    if a is None or b is None:
        return "DeleteUpdate" if a is None else "UpdateDelete"
    row, open_columns = merged_cells(old, a, b)
    if open_columns:
        return "CellConflict"
    return "OnlyA" if row == a else "OnlyB" if row == b else "CellMerge"


def expected_outcomes(merge):
    """{(table, key as the servers have it): outcome}. Equal rows are left out."""
    found = {}
    for table in merge.case.tables:
        for key in keys_of(merge, table):
            result = outcome(merge, table, key)
            if result:
                found[(table.name, key)] = result
    for (name, key), new in merge.moved.items():
        found.pop((name, new), None)
        both = key in merge.case.a.rows[name]
        found[(name, key)] = "KeyCollision" if both else "OnlyB"
    return found


def conflicts(merge):
    """What waits for a person, once two rows under one number are two rows."""
    found = []
    for table in merge.case.tables:
        for key in sorted(keys_of(merge, table), key=repr):
            result = outcome(merge, table, key)
            if result in ("CellConflict", "DeleteUpdate", "UpdateDelete"):
                old, a, b = versions(merge, table, key)
                columns = merged_cells(old, a, b)[1] if a and b else ()
                found.append(Conflict(table.name, key, result, tuple(table.columns[at].name for at in columns)))
    return found


@dataclass
class Decision:
    """take: a, b or baseline for the row; cells: {column: side}; sets: {column: value} on top of what is there."""

    take: str = None
    cells: dict = field(default_factory=dict)
    sets: dict = field(default_factory=dict)


def merged(merge, decisions):
    """The state that both servers are to have. decisions: {(table, key): Decision}."""
    state = World({table.name: {} for table in merge.case.tables})
    for table in merge.case.tables:
        for key in keys_of(merge, table):
            row = merged_row(merge, table, key, decisions.get((table.name, key)))
            if row is not None:
                state.rows[table.name][key] = row
    return state


def merged_row(merge, table, key, decision):
    old, a, b = versions(merge, table, key)
    decision = decision or Decision()
    sides = {"a": a, "b": b, "baseline": old}
    if decision.take:
        row = sides[decision.take]
    elif a == b or b == old:
        row = a
    elif a == old:
        row = b
    else:
        row, _ = merged_cells(old, a, b)
        for column, side in decision.cells.items():
            row = table.with_value(row, column, sides[side][table.index(column)])
    for column, value in decision.sets.items():
        row = table.with_value(row, column, value)
    return row


def decide(random, merge):
    """Decides all conflicts at random, and then whatever the constraints of the merged state ask for; nothing where
    that leads nowhere."""
    decisions = {}
    for conflict in conflicts(merge):
        table = merge.case.table(conflict.table)
        old, a, b = versions(merge, table, conflict.key)
        sides = ["a", "b"] + (["baseline"] if old else [])
        if conflict.columns and random.random() < 0.5:
            cells = {column: random.choice(sides) for column in conflict.columns}
            decisions[(table.name, conflict.key)] = Decision(cells=cells)
        else:
            decisions[(table.name, conflict.key)] = Decision(take=random.choice(sides))
    followed = []
    for attempt in range(30):
        step = mend(merge, merged(merge, decisions), decisions, attempt)
        if step is None:
            return decisions, followed
        if not step:
            return None, followed
        followed.append(step)
    return None, followed


def mend(merge, state, decisions, attempt):
    """Decides one conflict of the constraints: a deleted parent comes back, a value that must be single is written
    anew. None: there is none. False: it cannot be mended so."""
    for table, row, reference in broken_references(merge.case.tables, state):
        parent = merge.case.table(reference.parent)
        place = (parent.name, table.values(row, reference.columns))
        _, a, b = versions(merge, parent, place[1])
        if a is None and b is None:
            return False
        decisions[place] = Decision(take="a" if a is not None else "b")
        return place
    for table, column, rows in equal_uniques(merge.case.tables, state):
        for row in rows:
            key = table.key_of(row)
            _, a, b = versions(merge, table, key)
            if a == b or holds_both(merge, table, key):
                continue
            before = decisions.get((table.name, key), Decision())
            old, a, b = versions(merge, table, key)
            if a is None or b is None:
                wanted = Decision(take="b" if a is None else "a", sets=dict(before.sets))
            else:
                open_columns = [table.columns[at].name for at in merged_cells(old, a, b)[1]]
                sides = {name: before.cells.get(name, before.take or "a") for name in open_columns}
                wanted = Decision(cells=sides, sets=dict(before.sets))
            wanted.sets[column.name] = f"fresh{attempt}"
            decisions[(table.name, key)] = wanted
            return (table.name, key)
        return False
    return None


def holds_both(merge, table, key):
    """The row of A under a number that is B's, too: what is decided there is decided for the other one."""
    return (table.name, key) in merge.moved and key in merge.case.a.rows[table.name]
