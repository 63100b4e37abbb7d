"""Makes a case that fails smaller, as long as it goes on failing."""

from dataclasses import replace

from world import Case, World, is_whole

PATIENCE = 150  # cases tried


def smaller(case):
    """Cases with a little less in them, those with much less first."""
    for table in case.tables:
        if not any(reference.parent == table.name for other in case.tables if other is not table
                   for reference in other.references):
            yield without_table(case, table)
    for table in case.tables:
        keys = {key for world in (case.baseline, case.a, case.b) for key in world.rows[table.name]}
        for key in sorted(keys, key=repr):
            yield changed(case, lambda world, name=table.name, key=key: world.rows[name].pop(key, None))
    for side in ("a", "b"):
        for table in case.tables:
            rows = getattr(case, side).rows[table.name]
            for key in sorted(set(rows) | set(case.baseline.rows[table.name]), key=repr):
                before = case.baseline.rows[table.name].get(key)
                if rows.get(key) != before:
                    yield reverted(case, side, table.name, key, before)
    for table in case.tables:
        for column in table.columns[len(table.key):]:
            if not any(column.name in reference.columns for reference in table.references):
                yield without_column(case, table, column.name)


def changed(case, change):
    worlds = [case.baseline.copy(), case.a.copy(), case.b.copy()]
    for world in worlds:
        change(world)
    return Case(case.tables, *worlds)


def reverted(case, side, name, key, before):
    worlds = {version: getattr(case, version).copy() for version in ("baseline", "a", "b")}
    if before is None:
        worlds[side].rows[name].pop(key, None)
    else:
        worlds[side].rows[name][key] = before
    return Case(case.tables, **worlds)


def without_table(case, table):
    tables = [each for each in case.tables if each is not table]
    return Case(tables, *(World({each.name: world.rows[each.name] for each in tables},
                                {name: number for name, number in world.given.items() if name != table.name})
                          for world in (case.baseline, case.a, case.b)))


def without_column(case, table, name):
    at = table.index(name)
    less = replace(table, columns=table.columns[:at] + table.columns[at + 1:])
    tables = [less if each is table else each for each in case.tables]
    worlds = [world.copy() for world in (case.baseline, case.a, case.b)]
    for world in worlds:
        world.rows[table.name] = {key: row[:at] + row[at + 1:] for key, row in world.rows[table.name].items()}
    return Case(tables, *worlds)


def shrunk(case, fails):
    tried, again = 0, True
    while again:
        again = False
        for less in smaller(case):
            if not all(is_whole(less.tables, world) for world in (less.baseline, less.a, less.b)):
                continue
            tried += 1
            if tried > PATIENCE:
                return case
            if fails(less):
                case, again = less, True
                break
    return case
