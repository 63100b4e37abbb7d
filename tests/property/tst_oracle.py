#!/usr/bin/env python3
"""The oracle on merges whose result anybody can tell."""

import unittest

import oracle
from oracle import Decision
from shrink import shrunk
from world import Case, Column, ForeignKey, New, Table, World, is_whole

ORDERS = Table("orders", (Column("id", "int", False), Column("note", "text"), Column("mail", "text", unique=True)),
               ("id",), True)
LINES = Table("lines", (Column("order_id", "int", False), Column("no", "int", False), Column("quantity", "int")),
              ("order_id", "no"), False, (ForeignKey(("order_id",), "orders"),))
PARCELS = Table("parcels", (Column("code", "int", False), Column("order_id", "int"), Column("no", "int")), ("code",),
                False, (ForeignKey(("order_id", "no"), "lines"),))
TABLES = [ORDERS, LINES, PARCELS]


def world(orders=(), lines=(), parcels=()):
    rows = {table.name: {table.key_of(row): row for row in some}
            for table, some in zip(TABLES, (orders, lines, parcels))}
    return World(rows, {"orders": max((row[0] for row in orders), default=0)})


def merge(baseline, a, b):
    case = Case(TABLES, baseline, a, b)
    assert all(is_whole(TABLES, each) for each in (baseline, a, b))
    return oracle.moved_rows(case)


class TestOracle(unittest.TestCase):
    def test_two_orders_under_one_number_are_two(self):
        result = merge(world([(1, "old", None)]), world([(1, "old", None), (2, "of A", None)]),
                       world([(1, "old", None), (2, "of B", None)]))
        state = oracle.merged(result, {})
        self.assertEqual(state.rows["orders"], {(1,): (1, "old", None), (2,): (2, "of A", None),
                                                (New("orders", 2),): (New("orders", 2), "of B", None)})
        self.assertEqual(oracle.expected_outcomes(result), {("orders", (2,)): "KeyCollision"})

    def test_equal_lines_of_two_orders_are_two(self):
        line = (2, 1, 5)
        result = merge(world(), world([(2, "of A", None)], [line]), world([(2, "of B", None)], [line]))
        new = New("orders", 2)
        self.assertEqual(oracle.merged(result, {}).rows["lines"], {(2, 1): line, (new, 1): (new, 1, 5)})

    def test_what_refers_to_a_moved_line_follows_it(self):
        result = merge(world(), world([(2, "of A", None)]), world([(2, "of B", None)], [(2, 1, 5)], [(7, 2, 1)]))
        new = New("orders", 2)
        self.assertEqual(oracle.merged(result, {}).rows["parcels"], {(7,): (7, new, 1)})
        self.assertEqual(oracle.expected_outcomes(result)[("lines", (2, 1))], "OnlyB")

    def test_equal_orders_are_one(self):
        result = merge(world(), world([(2, "same", None)]), world([(2, "same", None)]))
        self.assertEqual(list(oracle.merged(result, {}).rows["orders"]), [(2,)])
        self.assertEqual(oracle.expected_outcomes(result), {})

    def test_equal_parcels_of_two_orders_conflict(self):
        both = [(2, 1, 5)], [(7, 2, 1)]
        result = merge(world(), world([(2, "of A", None)], *both), world([(2, "of B", None)], *both))
        self.assertEqual([(each.table, each.outcome) for each in oracle.conflicts(result)],
                         [("parcels", "CellConflict")])
        state = oracle.merged(result, {("parcels", (7,)): Decision(take="b")})
        self.assertEqual(state.rows["parcels"][(7,)], (7, New("orders", 2), 1))

    def test_cells_that_each_changed_come_together(self):
        result = merge(world([(1, "old", "old")]), world([(1, "of A", "old")]), world([(1, "old", "of B")]))
        self.assertEqual(oracle.merged(result, {}).rows["orders"][(1,)], (1, "of A", "of B"))
        self.assertEqual(oracle.expected_outcomes(result), {("orders", (1,)): "CellMerge"})

    def test_a_cell_that_both_changed_waits(self):
        result = merge(world([(1, "old", None)]), world([(1, "of A", "a")]), world([(1, "of B", None)]))
        self.assertEqual(oracle.conflicts(result)[0].columns, ("note",))
        state = oracle.merged(result, {("orders", (1,)): Decision(cells={"note": "b"})})
        self.assertEqual(state.rows["orders"][(1,)], (1, "of B", "a"))
        state = oracle.merged(result, {("orders", (1,)): Decision(take="b")})
        self.assertEqual(state.rows["orders"][(1,)], (1, "of B", None))

    def test_a_deleted_row_that_is_referred_to_comes_back(self):
        old = world([(1, "old", None)])
        result = merge(old, world(), world([(1, "old", None)], [(1, 1, 5)]))
        decisions, followed = oracle.decide(None, result)
        self.assertEqual(followed, [("orders", (1,))])
        self.assertEqual(oracle.merged(result, decisions).rows["orders"], old.rows["orders"])

    def test_a_value_that_must_be_single_is_written_anew(self):
        result = merge(world(), world([(1, None, "x@y"), (2, None, None)]),
                       world([(1, None, None), (2, None, "x@y")]))
        decisions, _ = oracle.decide(None, result)
        self.assertTrue(is_whole(TABLES, oracle.merged(result, decisions)))

    def test_a_case_is_made_smaller(self):
        case = Case(TABLES, world([(1, "old", None), (2, "b", None)]), world([(1, "new", None), (2, "b", None)]),
                    world([(1, "old", None), (2, "b", None)], [(2, 1, 5)]))
        small = shrunk(case, lambda less: any("new" in row for row in less.a.rows.get("orders", {}).values()))
        self.assertEqual([table.name for table in small.tables], ["orders"])
        self.assertEqual(list(small.a.rows["orders"]), [(1,)])


if __name__ == "__main__":
    unittest.main()
