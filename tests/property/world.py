"""A database as plain Python values: tables, and rows by their keys. Nothing here knows how Rejoin works."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Column:
    """A column of integers or of text."""

    name: str
    kind: str  # "int" or "text"
    nullable: bool = True
    unique: bool = False


@dataclass(frozen=True)
class ForeignKey:
    """Columns that refer to the key of a table, which may be the same one."""

    columns: tuple
    parent: str


@dataclass(frozen=True)
class Table:
    """The key comes first among the columns. Generated: the server gives out its one integer."""

    name: str
    columns: tuple
    key: tuple
    generated: bool = False
    references: tuple = ()

    def index(self, column):
        return [each.name for each in self.columns].index(column)

    def key_of(self, row):
        return tuple(row[self.index(name)] for name in self.key)

    def values(self, row, columns):
        return tuple(row[self.index(name)] for name in columns)

    def with_value(self, row, column, value):
        at = self.index(column)
        return row[:at] + (value,) + row[at + 1:]


@dataclass(frozen=True)
class New:
    """A number that is still to be given to a row in place of the one that both servers gave out."""

    table: str
    number: int


@dataclass
class World:
    """The rows of every table by key, and the highest number that each generated key ever gave out."""

    rows: dict
    given: dict = field(default_factory=dict)

    def copy(self):
        return World({table: dict(rows) for table, rows in self.rows.items()}, dict(self.given))


@dataclass
class Case:
    """Three versions of one database."""

    tables: list
    baseline: World
    a: World
    b: World

    def table(self, name):
        return next(table for table in self.tables if table.name == name)


def broken_references(tables, world):
    """(table, row, foreign key) of every reference to a row that is not there; a NULL in it refers to none."""
    broken = []
    for table in tables:
        for reference in table.references:
            parents = world.rows[reference.parent]
            for row in world.rows[table.name].values():
                target = table.values(row, reference.columns)
                if None not in target and target not in parents:
                    broken.append((table, row, reference))
    return broken


def equal_uniques(tables, world):
    """(table, column, rows) of every value that a unique column has more than once."""
    found = []
    for table in tables:
        for column in (each for each in table.columns if each.unique):
            holders = {}
            for row in world.rows[table.name].values():
                holders.setdefault(row[table.index(column.name)], []).append(row)
            found += [(table, column, rows) for value, rows in sorted(holders.items(), key=repr)
                      if value is not None and len(rows) > 1]
    return found


def is_whole(tables, world):
    """Whether a server could hold these rows."""
    filled = all(value is not None or column.nullable
                 for table in tables for row in world.rows[table.name].values()
                 for column, value in zip(table.columns, row))
    return filled and not broken_references(tables, world) and not equal_uniques(tables, world)
