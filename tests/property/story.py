"""Random tables, and what two servers do to their rows once they are parted, with plenty of coincidences."""

from dataclasses import replace

from world import Case, Column, ForeignKey, Table, World, broken_references, is_whole

TEXTS = ["", "a", "b", "it's", "ä", "NULL", "0", "x\ny", 'q"', "b\\n"]
NUMBERS = [0, 1, 2, -1]
UNIQUES = ["u1", "u2", "u3", "u4", "u5", "u6"]
LARGEST_CODE = 7  # natural keys are few, so that they are freed on one server and taken on the other


def random_tables(random):
    """Two to five tables: generated, natural, text and composite keys; references to earlier tables, to the table
    itself and, now and then, to a later one, so that they go round."""
    tables = []
    for index in range(random.randint(2, 5)):
        tables.append(random_table(random, f"t{index}", tables))
    if random.random() < 0.4:
        tables[0] = with_reference(tables[0], "later", tables[-1])
    return tables


def random_table(random, name, earlier):
    parents = [table for table in earlier if len(table.key) == 1]
    kind = random.choice(["generated", "generated", "number", "text", "line" if parents else "generated"])
    references = []
    if kind == "line":
        parent = random.choice(parents)
        key = [Column("of", parent.columns[0].kind, nullable=False), Column("no", "int", nullable=False)]
        references.append(ForeignKey(("of",), parent.name))
    else:
        key = [Column("id" if kind == "generated" else "code", "text" if kind == "text" else "int", nullable=False)]
    columns = list(key)
    for at in range(random.randint(1, 3)):
        columns.append(Column(f"c{at}", random.choice(["int", "text"]), nullable=random.random() < 0.7))
    if random.random() < 0.35:
        columns.append(Column("single", "text", nullable=True, unique=True))
    table = Table(name, tuple(columns), tuple(column.name for column in key), kind == "generated", tuple(references))
    for at, parent in enumerate(random.sample(earlier, min(len(earlier), random.randint(0, 2)))):
        table = with_reference(table, f"r{at}", parent, random.random() < 0.6)
    if len(table.key) == 1 and random.random() < 0.35:
        table = with_reference(table, "self", table)
    return table


def with_reference(table, name, parent, nullable=True):
    """The table with one more reference; several columns where the parent's key has several."""
    columns = tuple(Column(name if len(parent.key) == 1 else f"{name}_{key}", parent.columns[at].kind, nullable)
                    for at, key in enumerate(parent.key))
    reference = ForeignKey(tuple(column.name for column in columns), parent.name)
    return replace(table, columns=table.columns + columns, references=table.references + (reference,))


class Server:
    """One copy of the database, changed within what its constraints allow."""

    def __init__(self, random, tables, world):
        self.random = random
        self.tables = tables
        self.world = world

    def change(self, other=None):
        """One random change; with another server's world at hand sometimes the very row that it has."""
        table = self.random.choice(self.tables)
        choice = self.random.random()
        if other and choice < 0.25:
            self.copy_from(other, table)
        elif choice < 0.6:
            self.insert(table)
        elif choice < 0.85:
            self.update(table)
        elif choice < 0.95:
            self.delete(table)
        else:
            self.swap(table)

    def row_values(self, table, key):
        """A row for a key, or nothing where a reference that must be there has no row to go to."""
        row = list(key) + [None] * (len(table.columns) - len(key))
        for at, column in enumerate(table.columns):
            if at < len(key):
                continue
            row[at] = self.value(column)
        row = tuple(row)
        for reference in table.references:
            if all(table.index(name) < len(key) for name in reference.columns):
                continue
            target = self.target(table, reference)
            if target is None:
                return None
            for name, value in zip(reference.columns, target):
                row = table.with_value(row, name, value)
        return row

    def value(self, column):
        if column.nullable and self.random.random() < 0.3:
            return None
        if column.unique:
            return self.random.choice(UNIQUES)
        return self.random.choice(NUMBERS if column.kind == "int" else TEXTS)

    def target(self, table, reference):
        """A key to refer to, or NULLs; nothing where neither is possible."""
        nullable = table.columns[table.index(reference.columns[0])].nullable
        keys = sorted(self.world.rows[reference.parent], key=repr)
        if nullable and (not keys or self.random.random() < 0.3):
            return (None,) * len(reference.columns)
        if not keys:
            return None
        # those that are newest are the ones that both servers gave out
        return keys[-1] if self.random.random() < 0.4 else self.random.choice(keys)

    def new_key(self, table):
        if table.generated:
            return (self.world.given[table.name] + 1,)
        if len(table.key) == 1:
            number = self.random.randint(1, LARGEST_CODE)
            return (number if table.columns[0].kind == "int" else f"k{number}",)
        of = self.target(table, table.references[0])
        return None if of is None else of + (self.random.randint(1, 3),)

    def insert(self, table):
        key = self.new_key(table)
        row = key and self.row_values(table, key)
        if row and key not in self.world.rows[table.name]:
            self.put(table, key, row)

    def put(self, table, key, row):
        """Keeps the row where the server would."""
        before = self.world.copy()
        self.world.rows[table.name][key] = row
        if table.generated:
            self.world.given[table.name] = max(self.world.given[table.name], key[0])
        if not is_whole(self.tables, self.world):
            self.world.rows, self.world.given = before.rows, before.given

    def copy_from(self, other, table):
        """What a deployment does on both servers, or two people by chance."""
        rows = other.rows[table.name]
        if not rows:
            return
        key = self.random.choice(sorted(rows, key=repr)[-3:])
        if table.generated and key not in self.world.rows[table.name] and key[0] != self.world.given[table.name] + 1:
            return
        row = rows[key]
        if self.random.random() < 0.3:
            free = [column for column in table.columns if not column.unique and column.name not in table.key
                    and not any(column.name in reference.columns for reference in table.references)]
            column = self.random.choice(free)
            row = table.with_value(row, column.name, self.value(column))
        self.put(table, key, row)

    def update(self, table):
        rows = self.world.rows[table.name]
        if not rows:
            return
        key = self.random.choice(sorted(rows, key=repr))
        fresh = self.row_values(table, key)
        if not fresh:
            return
        row = rows[key]
        groups = [(column.name,) for column in table.columns[len(key):]
                  if not any(column.name in reference.columns for reference in table.references)]
        groups += [reference.columns for reference in table.references
                   if not any(name in table.key for name in reference.columns)]
        for names in self.random.sample(groups, self.random.randint(1, min(2, len(groups)))):
            for name in names:
                row = table.with_value(row, name, fresh[table.index(name)])
        self.put(table, key, row)

    def delete(self, table):
        rows = self.world.rows[table.name]
        if not rows:
            return
        key = self.random.choice(sorted(rows, key=repr))
        row = rows.pop(key)
        if broken_references(self.tables, self.world):
            rows[key] = row

    def swap(self, table):
        """Two rows exchange what must be unique."""
        uniques = [column for column in table.columns if column.unique]
        rows = self.world.rows[table.name]
        if not uniques or len(rows) < 2:
            return
        name = uniques[0].name
        one, two = self.random.sample(sorted(rows, key=repr), 2)
        values = [rows[key][table.index(name)] for key in (one, two)]
        rows[one] = table.with_value(rows[one], name, values[1])
        rows[two] = table.with_value(rows[two], name, values[0])


def random_case(random):
    tables = random_tables(random)
    empty = World({table.name: {} for table in tables}, {table.name: 0 for table in tables if table.generated})
    before = Server(random, tables, empty)
    for _ in range(random.randint(8, 30)):
        before.change()
    baseline = before.world
    a = Server(random, tables, baseline.copy())
    for _ in range(random.randint(3, 15)):
        a.change()
    b = Server(random, tables, baseline.copy())
    for _ in range(random.randint(3, 15)):
        b.change(a.world)
    for world in (baseline, a.world, b.world):
        assert is_whole(tables, world), "the story itself is wrong"
    return Case(tables, baseline, a.world, b.world)
