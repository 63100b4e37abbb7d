"""A case as JSON."""

import json

from world import Case, Column, ForeignKey, Table, World


def write(path, case, seed):
    tables = [{"name": table.name, "generated": table.generated, "key": table.key,
               "columns": [vars(column) for column in table.columns],
               "references": [vars(reference) for reference in table.references]} for table in case.tables]
    worlds = {version: {"rows": {name: list(rows.values()) for name, rows in world.rows.items()},
                        "given": world.given}
              for version, world in (("baseline", case.baseline), ("a", case.a), ("b", case.b))}
    path.write_text(json.dumps({"seed": seed, "tables": tables, **worlds}, indent=1, ensure_ascii=False) + "\n",
                    encoding="utf-8")


def read(path):
    """The case and its seed."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    tables = [Table(each["name"], tuple(Column(**column) for column in each["columns"]), tuple(each["key"]),
                    each["generated"],
                    tuple(ForeignKey(tuple(reference["columns"]), reference["parent"])
                          for reference in each["references"])) for each in stored["tables"]]
    worlds = []
    for version in ("baseline", "a", "b"):
        rows = {table.name: {} for table in tables}
        for table in tables:
            for row in map(tuple, stored[version]["rows"][table.name]):
                rows[table.name][table.key_of(row)] = row
        worlds.append(World(rows, stored[version]["given"]))
    return Case(tables, *worlds), stored["seed"]
