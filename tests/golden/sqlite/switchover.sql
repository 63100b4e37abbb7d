-- Rejoin: merge
-- Target: SQLite shop.sqlite
-- Project: SHA-256 0000000000000000000000000000000000000000000000000000000000000000
-- Since: 2026-11-22T10:00:00.000Z
-- Ticket: CHG-1
-- Reason: switch-over of PRD01
-- Rows: 6 to insert, 4 to update, 0 to delete
-- New key: employees employee_id=3 (B) → employees employee_id=4
-- New key: order_lines order_id=1001, line_no=1 (B) → order_lines order_id=1002, line_no=1
-- New key: orders order_id=1001 (B) → orders order_id=1002
-- To run: sqlite3 -bail FILE < this script. One transaction: all of it is done, or nothing.
.bail on
-- Foreign keys do not act (a cascade would take rows that were not compared); they are checked at the end.
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
-- Is this the right database, and as it was compared?
CREATE TEMP TABLE rejoin_guard (refusal TEXT CHECK (json_extract('null', refusal) IS NOT NULL));
CREATE TEMP TABLE rejoin_unlike (row_name TEXT NOT NULL);
INSERT INTO temp.rejoin_guard SELECT 'rejoin wrong target: this script is for shop.sqlite, not for ' || file
FROM pragma_database_list WHERE name = 'main'
  AND substr('/' || replace(file, '\', '/'), -length('/shop.sqlite')) <> '/shop.sqlite';
CREATE TEMP VIEW rejoin_shape AS SELECT t.name AS table_name,
  (SELECT group_concat(name || ' ' || type ||
    CASE WHEN pk > 0 THEN ' key ' || pk WHEN "notnull" THEN ' not null' ELSE '' END, ', ')
    FROM (SELECT * FROM pragma_table_xinfo(t.name, 'main') ORDER BY cid)) AS columns,
  (SELECT coalesce(group_concat(name, ', '), '') FROM (SELECT name FROM main.sqlite_schema
    WHERE type = 'trigger' AND tbl_name = t.name COLLATE NOCASE ORDER BY name)) AS triggers
  FROM main.sqlite_schema AS t WHERE t.type = 'table';
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the columns or triggers of audit_log are not as compared'
WHERE NOT EXISTS (SELECT 1 FROM temp.rejoin_shape WHERE table_name = 'audit_log'
  AND columns = 'what  not null, who  not null'
  AND triggers = '');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the columns or triggers of customers are not as compared'
WHERE NOT EXISTS (SELECT 1 FROM temp.rejoin_shape WHERE table_name = 'customers'
  AND columns = 'customer_id INTEGER key 1, email  not null'
  AND triggers = '');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the columns or triggers of employees are not as compared'
WHERE NOT EXISTS (SELECT 1 FROM temp.rejoin_shape WHERE table_name = 'employees'
  AND columns = 'employee_id INTEGER key 1, name  not null, manager_id '
  AND triggers = '');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the columns or triggers of order_lines are not as compared'
WHERE NOT EXISTS (SELECT 1 FROM temp.rejoin_shape WHERE table_name = 'order_lines'
  AND columns = 'order_id  key 1, line_no  key 2, product  not null, qty  not null'
  AND triggers = '');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the columns or triggers of orders are not as compared'
WHERE NOT EXISTS (SELECT 1 FROM temp.rejoin_shape WHERE table_name = 'orders'
  AND columns = 'order_id INTEGER key 1, customer_id  not null, status  not null, note '
  AND triggers = '');
INSERT INTO temp.rejoin_guard SELECT 'rejoin already applied: this script has been applied before, the rows are as it leaves them'
WHERE EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 3 AND "name" = 'Cid' AND "manager_id" = 1 AND typeof("manager_id") = 'integer')
  AND EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1000 AND "customer_id" = 1 AND typeof("customer_id") = 'integer' AND "status" = 'paid' AND "note" = 'late')
  AND EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1001 AND "customer_id" = 1 AND typeof("customer_id") = 'integer' AND "status" = 'open' AND "note" = 'a')
  AND (SELECT count(*) FROM "audit_log" WHERE "what" = 'paid' AND "who" = 'Ann') = 1
  AND (SELECT count(*) FROM "audit_log" WHERE "what" = 'start' AND "who" = 'Ann') = 3
  AND EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 4 AND "name" = 'Dan' AND "manager_id" = 2 AND typeof("manager_id") = 'integer')
  AND EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 2 AND "name" = 'Bob' AND "manager_id" = 4 AND typeof("manager_id") = 'integer')
  AND EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1002 AND "customer_id" = 2 AND typeof("customer_id") = 'integer' AND "status" = 'open' AND "note" = 'b')
  AND EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1001 AND typeof("order_id") = 'integer' AND "line_no" = 2 AND typeof("line_no") = 'integer' AND "product" = 6 AND typeof("product") = 'integer' AND "qty" = 1 AND typeof("qty") = 'integer')
  AND EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1002 AND typeof("order_id") = 'integer' AND "line_no" = 1 AND typeof("line_no") = 'integer' AND "product" = 5 AND typeof("product") = 'integer' AND "qty" = 1 AND typeof("qty") = 'integer');
CREATE TEMP TABLE rejoin_orphans AS
SELECT f."table" AS child, f.rowid AS row_number, f.parent, f.fkid, count(*) AS n
FROM main.sqlite_schema AS t, pragma_foreign_key_check(t.name, 'main') AS f
WHERE t.type = 'table' AND (t.name COLLATE NOCASE IN ('audit_log', 'customers', 'employees', 'order_lines', 'orders') OR EXISTS (SELECT 1
  FROM pragma_foreign_key_list(t.name, 'main') AS r WHERE r."table" COLLATE NOCASE IN ('audit_log', 'customers', 'employees', 'order_lines', 'orders')))
GROUP BY 1, 2, 3, 4;

-- update employees employee_id=3: keep both, B moves (person)
UPDATE OR ABORT "employees" SET "name" = 'Cid', "manager_id" = 1
WHERE "employee_id" = 3 AND "name" = 'Dan' AND "manager_id" = 2 AND typeof("manager_id") = 'integer';
INSERT INTO temp.rejoin_unlike SELECT 'employees employee_id=3' WHERE changes() <> 1;

-- update orders order_id=1000: both changes (automatic: A and B changed different columns)
UPDATE OR ABORT "orders" SET "status" = 'paid'
WHERE "order_id" = 1000 AND "customer_id" = 1 AND typeof("customer_id") = 'integer' AND "status" = 'open' AND "note" = 'late';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1000' WHERE changes() <> 1;

-- update orders order_id=1001: keep both, B moves (person)
UPDATE OR ABORT "orders" SET "customer_id" = 1, "note" = 'a'
WHERE "order_id" = 1001 AND "customer_id" = 2 AND typeof("customer_id") = 'integer' AND "status" = 'open' AND "note" = 'b';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1001' WHERE changes() <> 1;

-- insert audit_log ('paid', 'Ann') no. 1: take A (automatic: inserted on A, B unchanged since the baseline)
INSERT OR ABORT INTO "audit_log" ("what", "who")
SELECT 'paid', 'Ann'
WHERE (SELECT count(*) FROM "audit_log" WHERE "what" = 'paid' AND "who" = 'Ann') = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''paid'', ''Ann'') no. 1' WHERE changes() <> 1;

-- insert audit_log ('start', 'Ann') no. 3: take A (automatic: inserted on A, B unchanged since the baseline)
INSERT OR ABORT INTO "audit_log" ("what", "who")
SELECT 'start', 'Ann'
WHERE (SELECT count(*) FROM "audit_log" WHERE "what" = 'start' AND "who" = 'Ann') = 2;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''start'', ''Ann'') no. 3' WHERE changes() <> 1;

-- insert employees employee_id=4: keep both, B moves (person)
INSERT OR ABORT INTO "employees" ("employee_id", "name", "manager_id")
SELECT 4, 'Dan', 2
WHERE NOT EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 4);
INSERT INTO temp.rejoin_unlike SELECT 'employees employee_id=4' WHERE changes() <> 1;

-- update employees employee_id=2: take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "employees" SET "manager_id" = 4
WHERE "employee_id" = 2 AND "name" = 'Bob' AND "manager_id" = 3 AND typeof("manager_id") = 'integer';
INSERT INTO temp.rejoin_unlike SELECT 'employees employee_id=2' WHERE changes() <> 1;

-- insert orders order_id=1002: keep both, B moves (person)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "status", "note")
SELECT 1002, 2, 'open', 'b'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1002);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1002' WHERE changes() <> 1;

-- insert order_lines order_id=1001, line_no=2: take A (automatic: inserted on A, B unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product", "qty")
SELECT 1001, 2, 6, 1
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1001 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1001, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=1002, line_no=1: keep both, B moves (person)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product", "qty")
SELECT 1002, 1, 5, 1
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1002 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1002, line_no=1' WHERE changes() <> 1;

-- Was every row as it was compared, those that stay as they are among them?
INSERT INTO temp.rejoin_unlike
SELECT 'audit_log (''paid'', ''Bob'') no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "what" = 'paid' AND "who" = 'Bob') = 1)
UNION ALL SELECT 'customers customer_id=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 3))
UNION ALL SELECT 'order_lines order_id=1001, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1001 AND typeof("order_id") = 'integer' AND "line_no" = 1 AND typeof("line_no") = 'integer' AND "product" = 5 AND typeof("product") = 'integer' AND "qty" = 1 AND typeof("qty") = 'integer'));
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: rows moved since the comparison: ' || n || ', among them ' || row_names
FROM (SELECT (SELECT count(*) FROM temp.rejoin_unlike) AS n,
  (SELECT group_concat(substr(row_name, 1, 120), '; ') FROM
    (SELECT row_name FROM temp.rejoin_unlike LIMIT 3)) AS row_names)
WHERE n > 0;
-- Is every row as decided, and does every reference hold?
INSERT INTO temp.rejoin_unlike
SELECT 'employees employee_id=3' WHERE NOT (EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 3 AND "name" = 'Cid' AND "manager_id" = 1 AND typeof("manager_id") = 'integer'));
INSERT INTO temp.rejoin_unlike
WITH rejoin_list (rejoin_row, "order_id", "customer_id", "status", "note") AS (VALUES
('orders order_id=1000', 1000, 1, 'paid', 'late'),
('orders order_id=1001', 1001, 1, 'open', 'a')
)
SELECT rejoin_row FROM rejoin_list WHERE NOT EXISTS (SELECT 1 FROM "orders"
  WHERE "orders"."order_id" = rejoin_list."order_id"
    AND "orders"."customer_id" IS rejoin_list."customer_id" AND typeof("orders"."customer_id") = typeof(rejoin_list."customer_id")
    AND "orders"."status" IS rejoin_list."status" AND typeof("orders"."status") = typeof(rejoin_list."status")
    AND "orders"."note" IS rejoin_list."note" AND typeof("orders"."note") = typeof(rejoin_list."note"));
INSERT INTO temp.rejoin_unlike
SELECT 'audit_log (''paid'', ''Ann'') no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "what" = 'paid' AND "who" = 'Ann') = 1)
UNION ALL SELECT 'audit_log (''start'', ''Ann'') no. 3' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "what" = 'start' AND "who" = 'Ann') = 3)
UNION ALL SELECT 'employees employee_id=4' WHERE NOT (EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 4 AND "name" = 'Dan' AND "manager_id" = 2 AND typeof("manager_id") = 'integer'))
UNION ALL SELECT 'employees employee_id=2' WHERE NOT (EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 2 AND "name" = 'Bob' AND "manager_id" = 4 AND typeof("manager_id") = 'integer'))
UNION ALL SELECT 'orders order_id=1002' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1002 AND "customer_id" = 2 AND typeof("customer_id") = 'integer' AND "status" = 'open' AND "note" = 'b'));
INSERT INTO temp.rejoin_unlike
WITH rejoin_list (rejoin_row, "order_id", "line_no", "product", "qty") AS (VALUES
('order_lines order_id=1001, line_no=2', 1001, 2, 6, 1),
('order_lines order_id=1002, line_no=1', 1002, 1, 5, 1)
)
SELECT rejoin_row FROM rejoin_list WHERE NOT EXISTS (SELECT 1 FROM "order_lines"
  WHERE "order_lines"."order_id" = rejoin_list."order_id" AND "order_lines"."order_id" = rejoin_list."order_id" AND typeof("order_lines"."order_id") = typeof(rejoin_list."order_id") AND "order_lines"."line_no" = rejoin_list."line_no" AND "order_lines"."line_no" = rejoin_list."line_no" AND typeof("order_lines"."line_no") = typeof(rejoin_list."line_no")
    AND "order_lines"."product" IS rejoin_list."product" AND typeof("order_lines"."product") = typeof(rejoin_list."product")
    AND "order_lines"."qty" IS rejoin_list."qty" AND typeof("order_lines"."qty") = typeof(rejoin_list."qty"));
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: rows are not as merged (does a trigger change them?): ' || n || ', among them ' || row_names
FROM (SELECT (SELECT count(*) FROM temp.rejoin_unlike) AS n,
  (SELECT group_concat(substr(row_name, 1, 120), '; ') FROM
    (SELECT row_name FROM temp.rejoin_unlike LIMIT 3)) AS row_names)
WHERE n > 0;
INSERT INTO temp.rejoin_unlike
SELECT child || coalesce(' row ' || row_number, '') || ' refers to ' || parent FROM (
SELECT f."table" AS child, f.rowid AS row_number, f.parent, f.fkid, count(*) AS n
FROM main.sqlite_schema AS t, pragma_foreign_key_check(t.name, 'main') AS f
WHERE t.type = 'table' AND (t.name COLLATE NOCASE IN ('audit_log', 'customers', 'employees', 'order_lines', 'orders') OR EXISTS (SELECT 1
  FROM pragma_foreign_key_list(t.name, 'main') AS r WHERE r."table" COLLATE NOCASE IN ('audit_log', 'customers', 'employees', 'order_lines', 'orders')))
GROUP BY 1, 2, 3, 4) AS now
WHERE n > coalesce((SELECT n FROM temp.rejoin_orphans AS before WHERE before.child = now.child
  AND before.row_number IS now.row_number AND before.parent = now.parent AND before.fkid = now.fkid), 0);
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: rows would refer to rows that are not there: ' || n || ', among them ' || row_names
FROM (SELECT (SELECT count(*) FROM temp.rejoin_unlike) AS n,
  (SELECT group_concat(substr(row_name, 1, 120), '; ') FROM
    (SELECT row_name FROM temp.rejoin_unlike LIMIT 3)) AS row_names)
WHERE n > 0;
DROP TABLE temp.rejoin_orphans;
-- The numbers that the server hands out next
UPDATE main.sqlite_sequence SET seq = max(seq, 3) WHERE name = 'customers';
INSERT INTO main.sqlite_sequence (name, seq) SELECT 'customers', 3
WHERE NOT EXISTS (SELECT 1 FROM main.sqlite_sequence WHERE name = 'customers');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the generator of customers is below its highest key'
WHERE (SELECT max(seq) FROM main.sqlite_sequence WHERE name = 'customers') < (SELECT max("customer_id") FROM "customers");
UPDATE main.sqlite_sequence SET seq = max(seq, 4) WHERE name = 'employees';
INSERT INTO main.sqlite_sequence (name, seq) SELECT 'employees', 4
WHERE NOT EXISTS (SELECT 1 FROM main.sqlite_sequence WHERE name = 'employees');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the generator of employees is below its highest key'
WHERE (SELECT max(seq) FROM main.sqlite_sequence WHERE name = 'employees') < (SELECT max("employee_id") FROM "employees");
UPDATE main.sqlite_sequence SET seq = max(seq, 1002) WHERE name = 'orders';
INSERT INTO main.sqlite_sequence (name, seq) SELECT 'orders', 1002
WHERE NOT EXISTS (SELECT 1 FROM main.sqlite_sequence WHERE name = 'orders');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the generator of orders is below its highest key'
WHERE (SELECT max(seq) FROM main.sqlite_sequence WHERE name = 'orders') < (SELECT max("order_id") FROM "orders");
DROP VIEW temp.rejoin_shape;
DROP TABLE temp.rejoin_unlike;
DROP TABLE temp.rejoin_guard;
COMMIT;
