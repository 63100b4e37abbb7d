-- Rejoin: undo of the merge → A · PRD01 (live)
-- Target: SQLite PRD01.sqlite
-- Project: SHA-256 772b3a75c273667e8f39b05f7c2e696e0cf7509bbabc887df569883d1d7acfbc
-- Since: 2026-11-22T10:00:00.000Z
-- Ticket: CHG-1042
-- Rows: 4 to insert, 37 to update, 105 to delete
-- Trigger products_stock_not_negative of products fires on these rows; what it writes elsewhere is not checked
-- New key: customers customer_id=61 (B) → customers customer_id=64
-- New key: customers customer_id=63 (B) → customers customer_id=62
-- New key: employees employee_id=9 (B) → employees employee_id=11
-- New key: order_lines order_id=1001, line_no=1 (B) → order_lines order_id=1026, line_no=1
-- New key: order_lines order_id=1001, line_no=2 (B) → order_lines order_id=1026, line_no=2
-- New key: order_lines order_id=1001, line_no=3 (B) → order_lines order_id=1026, line_no=3
-- New key: order_lines order_id=1002, line_no=1 (B) → order_lines order_id=1027, line_no=1
-- New key: order_lines order_id=1003, line_no=1 (B) → order_lines order_id=1028, line_no=1
-- New key: order_lines order_id=1003, line_no=2 (B) → order_lines order_id=1028, line_no=2
-- New key: order_lines order_id=1004, line_no=1 (B) → order_lines order_id=1029, line_no=1
-- New key: order_lines order_id=1004, line_no=2 (B) → order_lines order_id=1029, line_no=2
-- New key: order_lines order_id=1004, line_no=3 (B) → order_lines order_id=1029, line_no=3
-- New key: order_lines order_id=1005, line_no=1 (B) → order_lines order_id=1030, line_no=1
-- New key: order_lines order_id=1006, line_no=1 (B) → order_lines order_id=1031, line_no=1
-- New key: order_lines order_id=1006, line_no=2 (B) → order_lines order_id=1031, line_no=2
-- New key: order_lines order_id=1007, line_no=1 (B) → order_lines order_id=1032, line_no=1
-- New key: order_lines order_id=1007, line_no=2 (B) → order_lines order_id=1032, line_no=2
-- New key: order_lines order_id=1007, line_no=3 (B) → order_lines order_id=1032, line_no=3
-- New key: order_lines order_id=1008, line_no=1 (B) → order_lines order_id=1033, line_no=1
-- New key: order_lines order_id=1009, line_no=1 (B) → order_lines order_id=1034, line_no=1
-- New key: order_lines order_id=1009, line_no=2 (B) → order_lines order_id=1034, line_no=2
-- New key: order_lines order_id=1010, line_no=1 (B) → order_lines order_id=1035, line_no=1
-- New key: order_lines order_id=1010, line_no=2 (B) → order_lines order_id=1035, line_no=2
-- New key: order_lines order_id=1010, line_no=3 (B) → order_lines order_id=1035, line_no=3
-- New key: order_lines order_id=1011, line_no=1 (B) → order_lines order_id=1036, line_no=1
-- New key: order_lines order_id=1012, line_no=1 (B) → order_lines order_id=1037, line_no=1
-- New key: order_lines order_id=1012, line_no=2 (B) → order_lines order_id=1037, line_no=2
-- New key: order_lines order_id=1013, line_no=1 (B) → order_lines order_id=1038, line_no=1
-- New key: order_lines order_id=1013, line_no=2 (B) → order_lines order_id=1038, line_no=2
-- New key: order_lines order_id=1013, line_no=3 (B) → order_lines order_id=1038, line_no=3
-- New key: order_lines order_id=1014, line_no=1 (B) → order_lines order_id=1039, line_no=1
-- New key: order_lines order_id=1015, line_no=1 (B) → order_lines order_id=1040, line_no=1
-- New key: order_lines order_id=1015, line_no=2 (B) → order_lines order_id=1040, line_no=2
-- New key: order_lines order_id=1016, line_no=1 (B) → order_lines order_id=1041, line_no=1
-- New key: order_lines order_id=1016, line_no=2 (B) → order_lines order_id=1041, line_no=2
-- New key: order_lines order_id=1016, line_no=3 (B) → order_lines order_id=1041, line_no=3
-- New key: order_lines order_id=1017, line_no=1 (B) → order_lines order_id=1042, line_no=1
-- New key: order_lines order_id=1018, line_no=1 (B) → order_lines order_id=1043, line_no=1
-- New key: order_lines order_id=1018, line_no=2 (B) → order_lines order_id=1043, line_no=2
-- New key: order_lines order_id=1019, line_no=1 (B) → order_lines order_id=1044, line_no=1
-- New key: order_lines order_id=1019, line_no=2 (B) → order_lines order_id=1044, line_no=2
-- New key: order_lines order_id=1019, line_no=3 (B) → order_lines order_id=1044, line_no=3
-- New key: order_lines order_id=1020, line_no=1 (B) → order_lines order_id=1045, line_no=1
-- New key: orders order_id=1001 (B) → orders order_id=1026
-- New key: orders order_id=1002 (B) → orders order_id=1027
-- New key: orders order_id=1003 (B) → orders order_id=1028
-- New key: orders order_id=1004 (B) → orders order_id=1029
-- New key: orders order_id=1005 (B) → orders order_id=1030
-- New key: orders order_id=1006 (B) → orders order_id=1031
-- New key: orders order_id=1007 (B) → orders order_id=1032
-- New key: orders order_id=1008 (B) → orders order_id=1033
-- New key: orders order_id=1009 (B) → orders order_id=1034
-- New key: orders order_id=1010 (B) → orders order_id=1035
-- New key: orders order_id=1011 (B) → orders order_id=1036
-- New key: orders order_id=1012 (B) → orders order_id=1037
-- New key: orders order_id=1013 (B) → orders order_id=1038
-- New key: orders order_id=1014 (B) → orders order_id=1039
-- New key: orders order_id=1015 (B) → orders order_id=1040
-- New key: orders order_id=1016 (B) → orders order_id=1041
-- New key: orders order_id=1017 (B) → orders order_id=1042
-- New key: orders order_id=1018 (B) → orders order_id=1043
-- New key: orders order_id=1019 (B) → orders order_id=1044
-- New key: orders order_id=1020 (B) → orders order_id=1045
-- New key: payments payment_id=153 (B) → payments payment_id=173
-- New key: payments payment_id=154 (B) → payments payment_id=174
-- New key: payments payment_id=155 (B) → payments payment_id=175
-- New key: payments payment_id=156 (B) → payments payment_id=176
-- New key: payments payment_id=157 (B) → payments payment_id=177
-- New key: payments payment_id=158 (B) → payments payment_id=178
-- New key: payments payment_id=159 (B) → payments payment_id=179
-- New key: payments payment_id=160 (B) → payments payment_id=180
-- New key: payments payment_id=161 (B) → payments payment_id=181
-- New key: payments payment_id=162 (B) → payments payment_id=182
-- New key: payments payment_id=163 (B) → payments payment_id=183
-- New key: payments payment_id=164 (B) → payments payment_id=184
-- New key: payments payment_id=165 (B) → payments payment_id=185
-- New key: payments payment_id=166 (B) → payments payment_id=186
-- New key: payments payment_id=167 (B) → payments payment_id=187
-- New key: payments payment_id=168 (B) → payments payment_id=188
-- New key: payments payment_id=169 (B) → payments payment_id=189
-- To run: sqlite3 -bail FILE < this script. One transaction: all of it is done, or nothing.
.bail on
-- Foreign keys do not act (a cascade would take rows that were not compared); they are checked at the end.
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
-- Is this the right database, and as it was compared?
CREATE TEMP TABLE rejoin_guard (refusal TEXT CHECK (json_extract('null', refusal) IS NOT NULL));
CREATE TEMP TABLE rejoin_unlike (row_name TEXT NOT NULL);
INSERT INTO temp.rejoin_guard SELECT 'rejoin wrong target: this script is for PRD01.sqlite, not for ' || file
FROM pragma_database_list WHERE name = 'main'
  AND substr('/' || replace(file, '\', '/'), -length('/PRD01.sqlite')) <> '/PRD01.sqlite';
CREATE TEMP VIEW rejoin_shape AS SELECT t.name AS table_name,
  (SELECT group_concat(name || ' ' || type ||
    CASE WHEN pk > 0 THEN ' key ' || pk WHEN "notnull" THEN ' not null' ELSE '' END, ', ')
    FROM (SELECT * FROM pragma_table_xinfo(t.name, 'main') ORDER BY cid)) AS columns,
  (SELECT coalesce(group_concat(name, ', '), '') FROM (SELECT name FROM main.sqlite_schema
    WHERE type = 'trigger' AND tbl_name = t.name COLLATE NOCASE ORDER BY name)) AS triggers
  FROM main.sqlite_schema AS t WHERE t.type = 'table';
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the columns or triggers of audit_log are not as compared'
WHERE NOT EXISTS (SELECT 1 FROM temp.rejoin_shape WHERE table_name = 'audit_log'
  AND columns = 'logged_on DATE not null, actor TEXT not null, action TEXT not null, order_id INTEGER, note TEXT'
  AND triggers = '');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the columns or triggers of customers are not as compared'
WHERE NOT EXISTS (SELECT 1 FROM temp.rejoin_shape WHERE table_name = 'customers'
  AND columns = 'customer_id INTEGER key 1, name TEXT not null, email TEXT not null, phone TEXT, city TEXT not null, rep INTEGER'
  AND triggers = '');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the columns or triggers of employees are not as compared'
WHERE NOT EXISTS (SELECT 1 FROM temp.rejoin_shape WHERE table_name = 'employees'
  AND columns = 'employee_id INTEGER key 1, name TEXT not null, job TEXT not null, manager_id INTEGER'
  AND triggers = '');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the columns or triggers of order_lines are not as compared'
WHERE NOT EXISTS (SELECT 1 FROM temp.rejoin_shape WHERE table_name = 'order_lines'
  AND columns = 'order_id INTEGER key 1, line_no INTEGER key 2, product_id INTEGER not null, qty INTEGER not null'
  AND triggers = '');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the columns or triggers of orders are not as compared'
WHERE NOT EXISTS (SELECT 1 FROM temp.rejoin_shape WHERE table_name = 'orders'
  AND columns = 'order_id INTEGER key 1, customer_id INTEGER not null, ordered_at TIMESTAMP not null, status TEXT not null, note TEXT, updated_at TIMESTAMP not null, channel TEXT not null'
  AND triggers = '');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the columns or triggers of payments are not as compared'
WHERE NOT EXISTS (SELECT 1 FROM temp.rejoin_shape WHERE table_name = 'payments'
  AND columns = 'payment_id INTEGER key 1, order_id INTEGER not null, amount DECIMAL(10, 2) not null, method TEXT not null, paid_on DATE not null'
  AND triggers = '');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the columns or triggers of products are not as compared'
WHERE NOT EXISTS (SELECT 1 FROM temp.rejoin_shape WHERE table_name = 'products'
  AND columns = 'product_id INTEGER key 1, sku TEXT not null, name TEXT not null, price DECIMAL(10, 2) not null, stock INTEGER not null, tax_class TEXT'
  AND triggers = 'products_stock_not_negative');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the columns or triggers of settings are not as compared'
WHERE NOT EXISTS (SELECT 1 FROM temp.rejoin_shape WHERE table_name = 'settings'
  AND columns = 'name TEXT key 1, value TEXT not null, deployed_at TIMESTAMP not null'
  AND triggers = '');
INSERT INTO temp.rejoin_guard SELECT 'rejoin already applied: there is nothing to undo, the rows are as they were before the merge'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 189)
  AND NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 182)
  AND NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 174)
  AND NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1043 AND "line_no" = 1)
  AND NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1038 AND "line_no" = 3)
  AND NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1035 AND "line_no" = 1)
  AND NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1031 AND "line_no" = 2)
  AND NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1027 AND "line_no" = 1)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1043 AND "note" IS NULL) = 0
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1034 AND "note" IS NULL) = 0
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'warehouse' AND "action" = 'slip printed' AND "order_id" = 1027 AND "note" IS NULL) = 0
  AND NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1043)
  AND NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1035)
  AND NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1027)
  AND NOT EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 11)
  AND EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 20 AND "sku" = 'CND-02' AND "name" = 'Candle, large' AND "price" = 4.8 AND "stock" = 305 AND "tax_class" = 'reduced')
  AND EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 12 AND "sku" = 'KNF-02' AND "name" = 'Paring knife' AND "price" = 12.5 AND "stock" = 303 AND "tax_class" = 'standard')
  AND EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 4 AND "sku" = 'PLT-02' AND "name" = 'Plate, large' AND "price" = 11.4 AND "stock" = 300 AND "tax_class" = 'standard')
  AND EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 965 AND "customer_id" = 6 AND "ordered_at" = '2026-11-22 05:53:00' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 05:53:00' AND "channel" = 'web')
  AND EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'stock.enabled' AND "value" = 'yes' AND "deployed_at" = '2026-10-04 06:00:00');
CREATE TEMP TABLE rejoin_orphans AS
SELECT f."table" AS child, f.rowid AS row_number, f.parent, f.fkid, count(*) AS n
FROM main.sqlite_schema AS t, pragma_foreign_key_check(t.name, 'main') AS f
WHERE t.type = 'table' AND (t.name COLLATE NOCASE IN ('audit_log', 'customers', 'employees', 'order_lines', 'orders', 'payments', 'products', 'settings') OR EXISTS (SELECT 1
  FROM pragma_foreign_key_list(t.name, 'main') AS r WHERE r."table" COLLATE NOCASE IN ('audit_log', 'customers', 'employees', 'order_lines', 'orders', 'payments', 'products', 'settings')))
GROUP BY 1, 2, 3, 4;

-- delete payments payment_id=189: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 189 AND "order_id" = 1045 AND "amount" = 11.8 AND "method" = 'card' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=189' WHERE changes() <> 1;

-- delete payments payment_id=188: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 188 AND "order_id" = 1044 AND "amount" = 189.5 AND "method" = 'invoice' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=188' WHERE changes() <> 1;

-- delete payments payment_id=187: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 187 AND "order_id" = 1043 AND "amount" = 99.6 AND "method" = 'card' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=187' WHERE changes() <> 1;

-- delete payments payment_id=186: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 186 AND "order_id" = 1041 AND "amount" = 159.1 AND "method" = 'card' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=186' WHERE changes() <> 1;

-- delete payments payment_id=185: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 185 AND "order_id" = 1040 AND "amount" = 119.4 AND "method" = 'invoice' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=185' WHERE changes() <> 1;

-- delete payments payment_id=184: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 184 AND "order_id" = 1039 AND "amount" = 4.8 AND "method" = 'card' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=184' WHERE changes() <> 1;

-- delete payments payment_id=183: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 183 AND "order_id" = 1038 AND "amount" = 43.9 AND "method" = 'invoice' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=183' WHERE changes() <> 1;

-- delete payments payment_id=182: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 182 AND "order_id" = 1037 AND "amount" = 72.7 AND "method" = 'card' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=182' WHERE changes() <> 1;

-- delete payments payment_id=181: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 181 AND "order_id" = 1036 AND "amount" = 19.2 AND "method" = 'invoice' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=181' WHERE changes() <> 1;

-- delete payments payment_id=180: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "payments"
WHERE "payment_id" = 180 AND "order_id" = 1034 AND "amount" = 20 AND "method" = 'voucher' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=180' WHERE changes() <> 1;

-- delete payments payment_id=179: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 179 AND "order_id" = 1033 AND "amount" = 30 AND "method" = 'card' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=179' WHERE changes() <> 1;

-- delete payments payment_id=178: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 178 AND "order_id" = 1032 AND "amount" = 104.1 AND "method" = 'invoice' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=178' WHERE changes() <> 1;

-- delete payments payment_id=177: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 177 AND "order_id" = 1031 AND "amount" = 66.9 AND "method" = 'card' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=177' WHERE changes() <> 1;

-- delete payments payment_id=176: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 176 AND "order_id" = 1030 AND "amount" = 34.9 AND "method" = 'invoice' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=176' WHERE changes() <> 1;

-- delete payments payment_id=175: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 175 AND "order_id" = 1029 AND "amount" = 121.5 AND "method" = 'card' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=175' WHERE changes() <> 1;

-- delete payments payment_id=174: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "payments"
WHERE "payment_id" = 174 AND "order_id" = 1027 AND "amount" = 118 AND "method" = 'card' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=174' WHERE changes() <> 1;

-- delete payments payment_id=173: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "payments"
WHERE "payment_id" = 173 AND "order_id" = 1026 AND "amount" = 20 AND "method" = 'voucher' AND "paid_on" = '2026-11-22';
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=173' WHERE changes() <> 1;

-- delete order_lines order_id=1045, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1045 AND "line_no" = 1 AND "product_id" = 17 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1045, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1044, line_no=3: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 1044 AND "line_no" = 3 AND "product_id" = 16 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1044, line_no=3' WHERE changes() <> 1;

-- delete order_lines order_id=1044, line_no=2: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1044 AND "line_no" = 2 AND "product_id" = 12 AND "qty" = 1;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1044, line_no=2' WHERE changes() <> 1;

-- delete order_lines order_id=1044, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1044 AND "line_no" = 1 AND "product_id" = 8 AND "qty" = 4;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1044, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1043, line_no=2: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 1043 AND "line_no" = 2 AND "product_id" = 3 AND "qty" = 3;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1043, line_no=2' WHERE changes() <> 1;

-- delete order_lines order_id=1043, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1043 AND "line_no" = 1 AND "product_id" = 27 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1043, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1042, line_no=1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1042 AND "line_no" = 1 AND "product_id" = 21 AND "qty" = 1;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1042, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1041, line_no=3: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 1041 AND "line_no" = 3 AND "product_id" = 17 AND "qty" = 4;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1041, line_no=3' WHERE changes() <> 1;

-- delete order_lines order_id=1041, line_no=2: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1041 AND "line_no" = 2 AND "product_id" = 13 AND "qty" = 3;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1041, line_no=2' WHERE changes() <> 1;

-- delete order_lines order_id=1041, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1041 AND "line_no" = 1 AND "product_id" = 9 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1041, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1040, line_no=2: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 1040 AND "line_no" = 2 AND "product_id" = 4 AND "qty" = 1;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1040, line_no=2' WHERE changes() <> 1;

-- delete order_lines order_id=1040, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1040 AND "line_no" = 1 AND "product_id" = 28 AND "qty" = 4;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1040, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1039, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1039 AND "line_no" = 1 AND "product_id" = 19 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1039, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1038, line_no=3: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 1038 AND "line_no" = 3 AND "product_id" = 18 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1038, line_no=3' WHERE changes() <> 1;

-- delete order_lines order_id=1038, line_no=2: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1038 AND "line_no" = 2 AND "product_id" = 14 AND "qty" = 1;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1038, line_no=2' WHERE changes() <> 1;

-- delete order_lines order_id=1038, line_no=1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1038 AND "line_no" = 1 AND "product_id" = 17 AND "qty" = 1;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1038, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1037, line_no=2: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 1037 AND "line_no" = 2 AND "product_id" = 5 AND "qty" = 3;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1037, line_no=2' WHERE changes() <> 1;

-- delete order_lines order_id=1037, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1037 AND "line_no" = 1 AND "product_id" = 1 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1037, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1036, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1036 AND "line_no" = 1 AND "product_id" = 20 AND "qty" = 4;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1036, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1035, line_no=3: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 1035 AND "line_no" = 3 AND "product_id" = 19 AND "qty" = 4;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1035, line_no=3' WHERE changes() <> 1;

-- delete order_lines order_id=1035, line_no=2: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1035 AND "line_no" = 2 AND "product_id" = 15 AND "qty" = 3;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1035, line_no=2' WHERE changes() <> 1;

-- delete order_lines order_id=1035, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1035 AND "line_no" = 1 AND "product_id" = 11 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1035, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1034, line_no=2: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 1034 AND "line_no" = 2 AND "product_id" = 6 AND "qty" = 1;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1034, line_no=2' WHERE changes() <> 1;

-- delete order_lines order_id=1034, line_no=1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1034 AND "line_no" = 1 AND "product_id" = 13 AND "qty" = 1;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1034, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1033, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1033 AND "line_no" = 1 AND "product_id" = 21 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1033, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1032, line_no=3: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 1032 AND "line_no" = 3 AND "product_id" = 20 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1032, line_no=3' WHERE changes() <> 1;

-- delete order_lines order_id=1032, line_no=2: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1032 AND "line_no" = 2 AND "product_id" = 16 AND "qty" = 1;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1032, line_no=2' WHERE changes() <> 1;

-- delete order_lines order_id=1032, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1032 AND "line_no" = 1 AND "product_id" = 12 AND "qty" = 4;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1032, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1031, line_no=2: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 1031 AND "line_no" = 2 AND "product_id" = 7 AND "qty" = 3;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1031, line_no=2' WHERE changes() <> 1;

-- delete order_lines order_id=1031, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1031 AND "line_no" = 1 AND "product_id" = 3 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1031, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1030, line_no=1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1030 AND "line_no" = 1 AND "product_id" = 9 AND "qty" = 1;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1030, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1029, line_no=3: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 1029 AND "line_no" = 3 AND "product_id" = 21 AND "qty" = 4;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1029, line_no=3' WHERE changes() <> 1;

-- delete order_lines order_id=1029, line_no=2: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1029 AND "line_no" = 2 AND "product_id" = 17 AND "qty" = 3;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1029, line_no=2' WHERE changes() <> 1;

-- delete order_lines order_id=1029, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1029 AND "line_no" = 1 AND "product_id" = 13 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1029, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1028, line_no=2: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 1028 AND "line_no" = 2 AND "product_id" = 8 AND "qty" = 1;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1028, line_no=2' WHERE changes() <> 1;

-- delete order_lines order_id=1028, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1028 AND "line_no" = 1 AND "product_id" = 4 AND "qty" = 4;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1028, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1027, line_no=1: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1027 AND "line_no" = 1 AND "product_id" = 23 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1027, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=1026, line_no=3: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 1026 AND "line_no" = 3 AND "product_id" = 22 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1026, line_no=3' WHERE changes() <> 1;

-- delete order_lines order_id=1026, line_no=2: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1026 AND "line_no" = 2 AND "product_id" = 18 AND "qty" = 1;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1026, line_no=2' WHERE changes() <> 1;

-- delete order_lines order_id=1026, line_no=1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "order_lines"
WHERE "order_id" = 1026 AND "line_no" = 1 AND "product_id" = 5 AND "qty" = 1;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1026, line_no=1' WHERE changes() <> 1;

-- delete order_lines order_id=994, line_no=3: undoes take B (person: decided by a person)
DELETE FROM "order_lines"
WHERE "order_id" = 994 AND "line_no" = 3 AND "product_id" = 20 AND "qty" = 9;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=994, line_no=3' WHERE changes() <> 1;

-- delete order_lines order_id=978, line_no=4: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 978 AND "line_no" = 4 AND "product_id" = 19 AND "qty" = 6;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=978, line_no=4' WHERE changes() <> 1;

-- delete products product_id=29: undoes take B (person: decided by a person)
DELETE FROM "products"
WHERE "product_id" = 29 AND "sku" = 'MAT-01' AND "name" = 'Door mat' AND "price" = 19.9 AND "stock" = 40 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=29' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1044, NULL) no. 1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1044 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1044 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1044, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1043, NULL) no. 1: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1043 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1043 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1043, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1042, NULL) no. 1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1042 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1042 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1042, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1041, NULL) no. 1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1041 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1041 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1041, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1039, NULL) no. 1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1039 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1039 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1039, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1038, NULL) no. 1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1038 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1038 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1038, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1037, NULL) no. 1: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1037 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1037 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1037, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1036, NULL) no. 1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1036 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1036 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1036, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1034, NULL) no. 1: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1034 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1034 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1034, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1033, NULL) no. 1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1033 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1033 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1033, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1032, NULL) no. 1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1032 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1032 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1032, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1031, NULL) no. 1: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1031 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1031 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1031, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1029, NULL) no. 1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1029 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1029 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1029, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1028, NULL) no. 1: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1028 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1028 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1028, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1027, NULL) no. 1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1027 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1027 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1027, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'webshop', 'order placed', 1026, NULL) no. 1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1026 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1026 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1026, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'warehouse', 'slip printed', 1027, NULL) no. 3: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'warehouse' AND "action" = 'slip printed' AND "order_id" = 1027 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'warehouse' AND "action" = 'slip printed' AND "order_id" = 1027 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''warehouse'', ''slip printed'', 1027, NULL) no. 3' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'phone desk', 'order placed', 1045, NULL) no. 1: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1045 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1045 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1045, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'phone desk', 'order placed', 1040, NULL) no. 1: undoes keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1040 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1040 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1040, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'phone desk', 'order placed', 1035, NULL) no. 1: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1035 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1035 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1035, NULL) no. 1' WHERE changes() <> 1;

-- delete audit_log ('2026-11-22', 'phone desk', 'order placed', 1030, NULL) no. 1: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "audit_log"
WHERE rowid = (SELECT max(rowid) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1030 AND "note" IS NULL)
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1030 AND "note" IS NULL) = 1;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1030, NULL) no. 1' WHERE changes() <> 1;

-- delete orders order_id=1045: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1045 AND "customer_id" = 41 AND "ordered_at" = '2026-11-22 10:29:50' AND "status" = 'open' AND "note" = 'gift wrap' AND "updated_at" = '2026-11-22 10:29:50' AND "channel" = 'phone';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1045' WHERE changes() <> 1;

-- delete orders order_id=1044: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1044 AND "customer_id" = 18 AND "ordered_at" = '2026-11-22 10:29:05' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:29:05' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1044' WHERE changes() <> 1;

-- delete orders order_id=1043: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1043 AND "customer_id" = 55 AND "ordered_at" = '2026-11-22 10:28:21' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:28:21' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1043' WHERE changes() <> 1;

-- delete orders order_id=1042: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1042 AND "customer_id" = 32 AND "ordered_at" = '2026-11-22 10:27:36' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:27:36' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1042' WHERE changes() <> 1;

-- delete orders order_id=1041: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1041 AND "customer_id" = 9 AND "ordered_at" = '2026-11-22 10:26:52' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:26:52' AND "channel" = 'phone';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1041' WHERE changes() <> 1;

-- delete orders order_id=1040: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1040 AND "customer_id" = 46 AND "ordered_at" = '2026-11-22 10:26:07' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:26:07' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1040' WHERE changes() <> 1;

-- delete orders order_id=1039: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1039 AND "customer_id" = 23 AND "ordered_at" = '2026-11-22 10:25:23' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:25:23' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1039' WHERE changes() <> 1;

-- delete orders order_id=1038: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1038 AND "customer_id" = 60 AND "ordered_at" = '2026-11-22 10:24:38' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:24:38' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1038' WHERE changes() <> 1;

-- delete orders order_id=1037: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1037 AND "customer_id" = 37 AND "ordered_at" = '2026-11-22 10:23:54' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:23:54' AND "channel" = 'phone';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1037' WHERE changes() <> 1;

-- delete orders order_id=1036: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1036 AND "customer_id" = 14 AND "ordered_at" = '2026-11-22 10:23:09' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:23:09' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1036' WHERE changes() <> 1;

-- delete orders order_id=1035: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1035 AND "customer_id" = 51 AND "ordered_at" = '2026-11-22 10:22:25' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:22:25' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1035' WHERE changes() <> 1;

-- delete orders order_id=1034: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1034 AND "customer_id" = 28 AND "ordered_at" = '2026-11-22 10:21:40' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:21:40' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1034' WHERE changes() <> 1;

-- delete orders order_id=1033: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1033 AND "customer_id" = 5 AND "ordered_at" = '2026-11-22 10:20:56' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:20:56' AND "channel" = 'phone';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1033' WHERE changes() <> 1;

-- delete orders order_id=1032: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1032 AND "customer_id" = 42 AND "ordered_at" = '2026-11-22 10:20:11' AND "status" = 'open' AND "note" = 'gift wrap' AND "updated_at" = '2026-11-22 10:20:11' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1032' WHERE changes() <> 1;

-- delete orders order_id=1031: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1031 AND "customer_id" = 64 AND "ordered_at" = '2026-11-22 10:19:27' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:19:27' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1031' WHERE changes() <> 1;

-- delete orders order_id=1030: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1030 AND "customer_id" = 62 AND "ordered_at" = '2026-11-22 10:18:42' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:18:42' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1030' WHERE changes() <> 1;

-- delete orders order_id=1029: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1029 AND "customer_id" = 12 AND "ordered_at" = '2026-11-22 10:17:58' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:17:58' AND "channel" = 'phone';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1029' WHERE changes() <> 1;

-- delete orders order_id=1028: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1028 AND "customer_id" = 10 AND "ordered_at" = '2026-11-22 10:17:13' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:17:13' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1028' WHERE changes() <> 1;

-- delete orders order_id=1027: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1027 AND "customer_id" = 47 AND "ordered_at" = '2026-11-22 10:16:29' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:16:29' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1027' WHERE changes() <> 1;

-- delete orders order_id=1026: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "orders"
WHERE "order_id" = 1026 AND "customer_id" = 24 AND "ordered_at" = '2026-11-22 10:15:44' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:15:44' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1026' WHERE changes() <> 1;

-- delete customers customer_id=64: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "customers"
WHERE "customer_id" = 64 AND "name" = 'Jonas Weber' AND "email" = 'jonas.weber@example.com' AND "phone" = '+43 316 555 61' AND "city" = 'Graz' AND "rep" = 11;
INSERT INTO temp.rejoin_unlike SELECT 'customers customer_id=64' WHERE changes() <> 1;

-- delete customers customer_id=12: undoes take baseline (person: decided by a person)
DELETE FROM "customers"
WHERE "customer_id" = 12 AND "name" = 'Chloé Bauer' AND "email" = 'chloe.bauer@example.com' AND "phone" IS NULL AND "city" = 'Porto' AND "rep" = 6;
INSERT INTO temp.rejoin_unlike SELECT 'customers customer_id=12' WHERE changes() <> 1;

-- delete employees employee_id=10: undoes take B (automatic: inserted on B, A unchanged since the baseline)
DELETE FROM "employees"
WHERE "employee_id" = 10 AND "name" = 'Yusuf Demir' AND "job" = 'warehouse' AND "manager_id" = 11;
INSERT INTO temp.rejoin_unlike SELECT 'employees employee_id=10' WHERE changes() <> 1;

-- update customers customer_id=32: undoes take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "customers" SET "rep" = 5
WHERE "customer_id" = 32 AND "name" = 'Greta Bauer' AND "email" = 'greta.bauer@example.com' AND "phone" IS NULL AND "city" = 'Graz' AND "rep" = 11;
INSERT INTO temp.rejoin_unlike SELECT 'customers customer_id=32' WHERE changes() <> 1;

-- update employees employee_id=8: undoes take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "employees" SET "manager_id" = 3
WHERE "employee_id" = 8 AND "name" = 'Tomasz Wójcik' AND "job" = 'warehouse' AND "manager_id" = 11;
INSERT INTO temp.rejoin_unlike SELECT 'employees employee_id=8' WHERE changes() <> 1;

-- delete employees employee_id=11: undoes keep both, B moves (suggestion accepted: one key was given to two different rows)
DELETE FROM "employees"
WHERE "employee_id" = 11 AND "name" = 'Tom Becker' AND "job" = 'warehouse' AND "manager_id" = 3;
INSERT INTO temp.rejoin_unlike SELECT 'employees employee_id=11' WHERE changes() <> 1;

-- update settings name=catalog.retries: undoes take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "settings" SET "value" = '40'
WHERE "name" = 'catalog.retries' AND "value" = '35' AND "deployed_at" = '2026-10-04 06:00:00';
INSERT INTO temp.rejoin_unlike SELECT 'settings name=catalog.retries' WHERE changes() <> 1;

-- update products product_id=32: undoes cells: tax_class from 'standard' (person: decided by a person)
UPDATE OR ABORT "products" SET "tax_class" = NULL
WHERE "product_id" = 32 AND "sku" = 'GFT-02' AND "name" = 'Gift box' AND "price" = 12 AND "stock" = 80 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=32' WHERE changes() <> 1;

-- update products product_id=28: undoes cells: stock from '307' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 311
WHERE "product_id" = 28 AND "sku" = 'CLK-02' AND "name" = 'Alarm clock' AND "price" = 27 AND "stock" = 307 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=28' WHERE changes() <> 1;

-- update products product_id=27: undoes cells: stock from '298' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 300
WHERE "product_id" = 27 AND "sku" = 'CLK-01' AND "name" = 'Wall clock' AND "price" = 39 AND "stock" = 298 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=27' WHERE changes() <> 1;

-- update products product_id=23: undoes cells: stock from '343' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 345
WHERE "product_id" = 23 AND "sku" = 'LMP-01' AND "name" = 'Table lamp' AND "price" = 59 AND "stock" = 343 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=23' WHERE changes() <> 1;

-- update products product_id=22: undoes cells: stock from '331' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 333
WHERE "product_id" = 22 AND "sku" = 'VAS-02' AND "name" = 'Vase, green' AND "price" = 16 AND "stock" = 331 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=22' WHERE changes() <> 1;

-- update products product_id=21: undoes cells: stock from '313' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 320
WHERE "product_id" = 21 AND "sku" = 'VAS-01' AND "name" = 'Vase, clear' AND "price" = 15 AND "stock" = 313 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=21' WHERE changes() <> 1;

-- update products product_id=20: undoes cells: stock from '299' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 305
WHERE "product_id" = 20 AND "sku" = 'CND-02' AND "name" = 'Candle, large' AND "price" = 4.8 AND "stock" = 299 AND "tax_class" = 'reduced';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=20' WHERE changes() <> 1;

-- update products product_id=19: undoes cells: stock from '337' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 343
WHERE "product_id" = 19 AND "sku" = 'CND-01' AND "name" = 'Candle, small' AND "price" = 2.4 AND "stock" = 337 AND "tax_class" = 'reduced';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=19' WHERE changes() <> 1;

-- update products product_id=18: undoes cells: stock from '329' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 332
WHERE "product_id" = 18 AND "sku" = 'TWL-02' AND "name" = 'Hand towel' AND "price" = 9.8 AND "stock" = 329 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=18' WHERE changes() <> 1;

-- update products product_id=17: undoes cells: stock from '305' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 315
WHERE "product_id" = 17 AND "sku" = 'TWL-01' AND "name" = 'Tea towel' AND "price" = 5.9 AND "stock" = 305 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=17' WHERE changes() <> 1;

-- update products product_id=16: undoes cells: stock from '303' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 306
WHERE "product_id" = 16 AND "sku" = 'PAN-02' AND "name" = 'Sauce pan' AND "price" = 44.5 AND "stock" = 303 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=16' WHERE changes() <> 1;

-- update products product_id=15: undoes cells: stock from '339' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 342
WHERE "product_id" = 15 AND "sku" = 'PAN-01' AND "name" = 'Frying pan' AND "price" = 49 AND "stock" = 339 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=15' WHERE changes() <> 1;

-- update products product_id=14: undoes cells: stock from '329' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 330
WHERE "product_id" = 14 AND "sku" = 'BRD-02' AND "name" = 'Cheese board' AND "price" = 18.4 AND "stock" = 329 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=14' WHERE changes() <> 1;

-- update products product_id=13: undoes cells: stock from '309' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 315
WHERE "product_id" = 13 AND "sku" = 'BRD-01' AND "name" = 'Cutting board' AND "price" = 21.9 AND "stock" = 309 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=13' WHERE changes() <> 1;

-- update products product_id=12: undoes cells: stock from '298' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 303
WHERE "product_id" = 12 AND "sku" = 'KNF-02' AND "name" = 'Paring knife' AND "price" = 12.5 AND "stock" = 298 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=12' WHERE changes() <> 1;

-- update products product_id=11: undoes cells: stock from '335' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 337
WHERE "product_id" = 11 AND "sku" = 'KNF-01' AND "name" = 'Bread knife' AND "price" = 29 AND "stock" = 335 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=11' WHERE changes() <> 1;

-- update products product_id=9: undoes cells: stock from '310' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 313
WHERE "product_id" = 9 AND "sku" = 'TEA-01' AND "name" = 'Teapot' AND "price" = 34.9 AND "stock" = 310 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=9' WHERE changes() <> 1;

-- update products product_id=8: undoes cells: stock from '295' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 300
WHERE "product_id" = 8 AND "sku" = 'JUG-02' AND "name" = 'Jug, 2 l' AND "price" = 22 AND "stock" = 295 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=8' WHERE changes() <> 1;

-- update products product_id=7: undoes cells: stock from '334' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 337
WHERE "product_id" = 7 AND "sku" = 'JUG-01' AND "name" = 'Jug, 1 l' AND "price" = 17.5 AND "stock" = 334 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=7' WHERE changes() <> 1;

-- update products product_id=6: undoes cells: stock from '323' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 324
WHERE "product_id" = 6 AND "sku" = 'BWL-02' AND "name" = 'Bowl, walnut' AND "price" = 24.9 AND "stock" = 323 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=6' WHERE changes() <> 1;

-- update products product_id=5: undoes cells: stock from '309' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 313
WHERE "product_id" = 5 AND "sku" = 'BWL-01' AND "name" = 'Bowl, oak' AND "price" = 19.9 AND "stock" = 309 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=5' WHERE changes() <> 1;

-- update products product_id=4: undoes cells: stock from '295' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 300
WHERE "product_id" = 4 AND "sku" = 'PLT-02' AND "name" = 'Plate, large' AND "price" = 11.4 AND "stock" = 295 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=4' WHERE changes() <> 1;

-- update products product_id=3: undoes cells: stock from '332' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 337
WHERE "product_id" = 3 AND "sku" = 'PLT-01' AND "name" = 'Plate, small' AND "price" = 7.2 AND "stock" = 332 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=3' WHERE changes() <> 1;

-- update products product_id=1: undoes cells: stock from '310' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 312
WHERE "product_id" = 1 AND "sku" = 'CUP-01' AND "name" = 'Cup, white' AND "price" = 6.5 AND "stock" = 310 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=1' WHERE changes() <> 1;

-- update orders order_id=998: undoes take B (rule latest change of an order: rule "latest change of an order")
UPDATE OR ABORT "orders" SET "status" = 'cancelled', "updated_at" = '2026-11-22 10:12:30'
WHERE "order_id" = 998 AND "customer_id" = 27 AND "ordered_at" = '2026-11-22 09:44:00' AND "status" = 'shipped' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:21:00' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=998' WHERE changes() <> 1;

-- update orders order_id=996: undoes both changes (automatic: A and B changed different columns)
UPDATE OR ABORT "orders" SET "note" = NULL
WHERE "order_id" = 996 AND "customer_id" = 15 AND "ordered_at" = '2026-11-22 09:30:00' AND "status" = 'paid' AND "note" = 'deliver after 17:00' AND "updated_at" = '2026-11-22 10:13:10' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=996' WHERE changes() <> 1;

-- update orders order_id=995: undoes take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "orders" SET "status" = 'open', "updated_at" = '2026-11-22 09:23:00'
WHERE "order_id" = 995 AND "customer_id" = 36 AND "ordered_at" = '2026-11-22 09:23:00' AND "status" = 'paid' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:17:00' AND "channel" = 'phone';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=995' WHERE changes() <> 1;

-- update orders order_id=985: undoes take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "orders" SET "status" = 'open', "updated_at" = '2026-11-22 08:13:00'
WHERE "order_id" = 985 AND "customer_id" = 26 AND "ordered_at" = '2026-11-22 08:13:00' AND "status" = 'paid' AND "note" = 'gift wrap' AND "updated_at" = '2026-11-22 10:17:00' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=985' WHERE changes() <> 1;

-- update orders order_id=975: undoes take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "orders" SET "status" = 'open', "updated_at" = '2026-11-22 07:03:00'
WHERE "order_id" = 975 AND "customer_id" = 16 AND "ordered_at" = '2026-11-22 07:03:00' AND "status" = 'paid' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:17:00' AND "channel" = 'phone';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=975' WHERE changes() <> 1;

-- update orders order_id=965: undoes take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "orders" SET "status" = 'open', "updated_at" = '2026-11-22 05:53:00'
WHERE "order_id" = 965 AND "customer_id" = 6 AND "ordered_at" = '2026-11-22 05:53:00' AND "status" = 'paid' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:17:00' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=965' WHERE changes() <> 1;

-- update orders order_id=955: undoes take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "orders" SET "status" = 'shipped', "updated_at" = '2026-11-22 04:43:00'
WHERE "order_id" = 955 AND "customer_id" = 56 AND "ordered_at" = '2026-11-22 04:43:00' AND "status" = 'paid' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:17:00' AND "channel" = 'phone';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=955' WHERE changes() <> 1;

-- update customers customer_id=24: undoes cells: phone from B (person: asked the customer)
UPDATE OR ABORT "customers" SET "phone" = '+351 22 555 2401'
WHERE "customer_id" = 24 AND "name" = 'Eva O''Dowd' AND "email" = 'eva.odowd@example.com' AND "phone" = '+351 22 555 2402' AND "city" = 'Lyon' AND "rep" = 6;
INSERT INTO temp.rejoin_unlike SELECT 'customers customer_id=24' WHERE changes() <> 1;

-- update customers customer_id=23: undoes take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "customers" SET "phone" = '+49 40 555 1814'
WHERE "customer_id" = 23 AND "name" = 'Eva Costa' AND "email" = 'eva.costa@example.com' AND "phone" = '+49 421 555 23' AND "city" = 'Zürich' AND "rep" = 5;
INSERT INTO temp.rejoin_unlike SELECT 'customers customer_id=23' WHERE changes() <> 1;

-- update customers customer_id=20: undoes both changes (automatic: A and B changed different columns)
UPDATE OR ABORT "customers" SET "city" = 'Malmö'
WHERE "customer_id" = 20 AND "name" = 'David Lindström' AND "email" = 'david.lindstroem@example.com' AND "phone" = '+33 4 555 2020' AND "city" = 'Lyon 3e' AND "rep" = 5;
INSERT INTO temp.rejoin_unlike SELECT 'customers customer_id=20' WHERE changes() <> 1;

-- insert products product_id=30: undoes delete (person: decided by a person)
INSERT OR ABORT INTO "products" ("product_id", "sku", "name", "price", "stock", "tax_class")
SELECT 30, 'MAT-02', 'Bath mat', 15.9, 40, 'standard'
WHERE NOT EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 30);
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=30' WHERE changes() <> 1;

-- insert order_lines order_id=991, line_no=2: undoes take B (person: decided by a person)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 991, 2, 16, 7
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 991 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=991, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=983, line_no=2: undoes delete (automatic: deleted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 983, 2, 16, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 983 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=983, line_no=2' WHERE changes() <> 1;

-- insert settings name=stock.enabled: undoes delete (automatic: deleted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "settings" ("name", "value", "deployed_at")
SELECT 'stock.enabled', 'yes', '2026-10-04 06:00:00'
WHERE NOT EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'stock.enabled');
INSERT INTO temp.rejoin_unlike SELECT 'settings name=stock.enabled' WHERE changes() <> 1;

-- Was every row as it was compared, those that stay as they are among them?
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: rows moved since the comparison: ' || n || ', among them ' || row_names
FROM (SELECT (SELECT count(*) FROM temp.rejoin_unlike) AS n,
  (SELECT group_concat(substr(row_name, 1, 120), '; ') FROM
    (SELECT row_name FROM temp.rejoin_unlike LIMIT 3)) AS row_names)
WHERE n > 0;
-- Is every row as decided, and does every reference hold?
INSERT INTO temp.rejoin_unlike
SELECT 'payments payment_id=189' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 189))
UNION ALL SELECT 'payments payment_id=188' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 188))
UNION ALL SELECT 'payments payment_id=187' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 187))
UNION ALL SELECT 'payments payment_id=186' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 186))
UNION ALL SELECT 'payments payment_id=185' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 185))
UNION ALL SELECT 'payments payment_id=184' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 184))
UNION ALL SELECT 'payments payment_id=183' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 183))
UNION ALL SELECT 'payments payment_id=182' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 182))
UNION ALL SELECT 'payments payment_id=181' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 181))
UNION ALL SELECT 'payments payment_id=180' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 180))
UNION ALL SELECT 'payments payment_id=179' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 179))
UNION ALL SELECT 'payments payment_id=178' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 178))
UNION ALL SELECT 'payments payment_id=177' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 177))
UNION ALL SELECT 'payments payment_id=176' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 176))
UNION ALL SELECT 'payments payment_id=175' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 175))
UNION ALL SELECT 'payments payment_id=174' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 174))
UNION ALL SELECT 'payments payment_id=173' WHERE NOT (NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 173))
UNION ALL SELECT 'order_lines order_id=1045, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1045 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1044, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1044 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=1044, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1044 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1044, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1044 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1043, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1043 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1043, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1043 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1042, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1042 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1041, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1041 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=1041, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1041 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1041, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1041 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1040, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1040 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1040, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1040 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1039, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1039 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1038, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1038 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=1038, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1038 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1038, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1038 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1037, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1037 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1037, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1037 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1036, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1036 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1035, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1035 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=1035, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1035 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1035, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1035 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1034, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1034 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1034, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1034 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1033, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1033 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1032, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1032 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=1032, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1032 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1032, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1032 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1031, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1031 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1031, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1031 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1030, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1030 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1029, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1029 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=1029, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1029 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1029, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1029 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1028, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1028 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1028, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1028 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1027, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1027 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=1026, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1026 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=1026, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1026 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1026, line_no=1' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1026 AND "line_no" = 1))
UNION ALL SELECT 'order_lines order_id=994, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 994 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=978, line_no=4' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 978 AND "line_no" = 4))
UNION ALL SELECT 'products product_id=29' WHERE NOT (NOT EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 29))
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1044, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1044 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1043, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1043 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1042, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1042 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1041, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1041 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1039, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1039 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1038, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1038 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1037, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1037 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1036, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1036 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1034, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1034 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1033, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1033 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1032, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1032 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1031, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1031 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1029, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1029 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1028, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1028 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1027, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1027 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1026, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1026 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''warehouse'', ''slip printed'', 1027, NULL) no. 3' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'warehouse' AND "action" = 'slip printed' AND "order_id" = 1027 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1045, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1045 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1040, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1040 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1035, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1035 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1030, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1030 AND "note" IS NULL) = 0)
UNION ALL SELECT 'orders order_id=1045' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1045))
UNION ALL SELECT 'orders order_id=1044' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1044))
UNION ALL SELECT 'orders order_id=1043' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1043))
UNION ALL SELECT 'orders order_id=1042' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1042))
UNION ALL SELECT 'orders order_id=1041' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1041))
UNION ALL SELECT 'orders order_id=1040' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1040))
UNION ALL SELECT 'orders order_id=1039' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1039))
UNION ALL SELECT 'orders order_id=1038' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1038))
UNION ALL SELECT 'orders order_id=1037' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1037))
UNION ALL SELECT 'orders order_id=1036' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1036))
UNION ALL SELECT 'orders order_id=1035' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1035))
UNION ALL SELECT 'orders order_id=1034' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1034))
UNION ALL SELECT 'orders order_id=1033' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1033))
UNION ALL SELECT 'orders order_id=1032' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1032))
UNION ALL SELECT 'orders order_id=1031' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1031))
UNION ALL SELECT 'orders order_id=1030' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1030))
UNION ALL SELECT 'orders order_id=1029' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1029))
UNION ALL SELECT 'orders order_id=1028' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1028))
UNION ALL SELECT 'orders order_id=1027' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1027));
INSERT INTO temp.rejoin_unlike
SELECT 'orders order_id=1026' WHERE NOT (NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1026))
UNION ALL SELECT 'customers customer_id=64' WHERE NOT (NOT EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 64))
UNION ALL SELECT 'customers customer_id=12' WHERE NOT (NOT EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 12))
UNION ALL SELECT 'employees employee_id=10' WHERE NOT (NOT EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 10))
UNION ALL SELECT 'customers customer_id=32' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 32 AND "name" = 'Greta Bauer' AND "email" = 'greta.bauer@example.com' AND "phone" IS NULL AND "city" = 'Graz' AND "rep" = 5))
UNION ALL SELECT 'employees employee_id=8' WHERE NOT (EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 8 AND "name" = 'Tomasz Wójcik' AND "job" = 'warehouse' AND "manager_id" = 3))
UNION ALL SELECT 'employees employee_id=11' WHERE NOT (NOT EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 11))
UNION ALL SELECT 'settings name=catalog.retries' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'catalog.retries' AND "value" = '40' AND "deployed_at" = '2026-10-04 06:00:00'))
UNION ALL SELECT 'products product_id=32' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 32 AND "sku" = 'GFT-02' AND "name" = 'Gift box' AND "price" = 12 AND "stock" = 80 AND "tax_class" IS NULL))
UNION ALL SELECT 'products product_id=28' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 28 AND "sku" = 'CLK-02' AND "name" = 'Alarm clock' AND "price" = 27 AND "stock" = 311 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=27' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 27 AND "sku" = 'CLK-01' AND "name" = 'Wall clock' AND "price" = 39 AND "stock" = 300 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=23' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 23 AND "sku" = 'LMP-01' AND "name" = 'Table lamp' AND "price" = 59 AND "stock" = 345 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=22' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 22 AND "sku" = 'VAS-02' AND "name" = 'Vase, green' AND "price" = 16 AND "stock" = 333 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=21' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 21 AND "sku" = 'VAS-01' AND "name" = 'Vase, clear' AND "price" = 15 AND "stock" = 320 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=20' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 20 AND "sku" = 'CND-02' AND "name" = 'Candle, large' AND "price" = 4.8 AND "stock" = 305 AND "tax_class" = 'reduced'))
UNION ALL SELECT 'products product_id=19' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 19 AND "sku" = 'CND-01' AND "name" = 'Candle, small' AND "price" = 2.4 AND "stock" = 343 AND "tax_class" = 'reduced'))
UNION ALL SELECT 'products product_id=18' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 18 AND "sku" = 'TWL-02' AND "name" = 'Hand towel' AND "price" = 9.8 AND "stock" = 332 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=17' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 17 AND "sku" = 'TWL-01' AND "name" = 'Tea towel' AND "price" = 5.9 AND "stock" = 315 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=16' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 16 AND "sku" = 'PAN-02' AND "name" = 'Sauce pan' AND "price" = 44.5 AND "stock" = 306 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=15' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 15 AND "sku" = 'PAN-01' AND "name" = 'Frying pan' AND "price" = 49 AND "stock" = 342 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=14' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 14 AND "sku" = 'BRD-02' AND "name" = 'Cheese board' AND "price" = 18.4 AND "stock" = 330 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=13' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 13 AND "sku" = 'BRD-01' AND "name" = 'Cutting board' AND "price" = 21.9 AND "stock" = 315 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=12' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 12 AND "sku" = 'KNF-02' AND "name" = 'Paring knife' AND "price" = 12.5 AND "stock" = 303 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=11' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 11 AND "sku" = 'KNF-01' AND "name" = 'Bread knife' AND "price" = 29 AND "stock" = 337 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=9' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 9 AND "sku" = 'TEA-01' AND "name" = 'Teapot' AND "price" = 34.9 AND "stock" = 313 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=8' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 8 AND "sku" = 'JUG-02' AND "name" = 'Jug, 2 l' AND "price" = 22 AND "stock" = 300 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=7' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 7 AND "sku" = 'JUG-01' AND "name" = 'Jug, 1 l' AND "price" = 17.5 AND "stock" = 337 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=6' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 6 AND "sku" = 'BWL-02' AND "name" = 'Bowl, walnut' AND "price" = 24.9 AND "stock" = 324 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=5' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 5 AND "sku" = 'BWL-01' AND "name" = 'Bowl, oak' AND "price" = 19.9 AND "stock" = 313 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=4' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 4 AND "sku" = 'PLT-02' AND "name" = 'Plate, large' AND "price" = 11.4 AND "stock" = 300 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=3' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 3 AND "sku" = 'PLT-01' AND "name" = 'Plate, small' AND "price" = 7.2 AND "stock" = 337 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=1' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 1 AND "sku" = 'CUP-01' AND "name" = 'Cup, white' AND "price" = 6.5 AND "stock" = 312 AND "tax_class" = 'standard'))
UNION ALL SELECT 'orders order_id=998' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 998 AND "customer_id" = 27 AND "ordered_at" = '2026-11-22 09:44:00' AND "status" = 'cancelled' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:12:30' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=996' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 996 AND "customer_id" = 15 AND "ordered_at" = '2026-11-22 09:30:00' AND "status" = 'paid' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:13:10' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=995' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 995 AND "customer_id" = 36 AND "ordered_at" = '2026-11-22 09:23:00' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 09:23:00' AND "channel" = 'phone'))
UNION ALL SELECT 'orders order_id=985' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 985 AND "customer_id" = 26 AND "ordered_at" = '2026-11-22 08:13:00' AND "status" = 'open' AND "note" = 'gift wrap' AND "updated_at" = '2026-11-22 08:13:00' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=975' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 975 AND "customer_id" = 16 AND "ordered_at" = '2026-11-22 07:03:00' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 07:03:00' AND "channel" = 'phone'))
UNION ALL SELECT 'orders order_id=965' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 965 AND "customer_id" = 6 AND "ordered_at" = '2026-11-22 05:53:00' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 05:53:00' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=955' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 955 AND "customer_id" = 56 AND "ordered_at" = '2026-11-22 04:43:00' AND "status" = 'shipped' AND "note" IS NULL AND "updated_at" = '2026-11-22 04:43:00' AND "channel" = 'phone'))
UNION ALL SELECT 'customers customer_id=24' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 24 AND "name" = 'Eva O''Dowd' AND "email" = 'eva.odowd@example.com' AND "phone" = '+351 22 555 2401' AND "city" = 'Lyon' AND "rep" = 6))
UNION ALL SELECT 'customers customer_id=23' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 23 AND "name" = 'Eva Costa' AND "email" = 'eva.costa@example.com' AND "phone" = '+49 40 555 1814' AND "city" = 'Zürich' AND "rep" = 5))
UNION ALL SELECT 'customers customer_id=20' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 20 AND "name" = 'David Lindström' AND "email" = 'david.lindstroem@example.com' AND "phone" = '+33 4 555 2020' AND "city" = 'Malmö' AND "rep" = 5))
UNION ALL SELECT 'products product_id=30' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 30 AND "sku" = 'MAT-02' AND "name" = 'Bath mat' AND "price" = 15.9 AND "stock" = 40 AND "tax_class" = 'standard'))
UNION ALL SELECT 'order_lines order_id=991, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 991 AND "line_no" = 2 AND "product_id" = 16 AND "qty" = 7))
UNION ALL SELECT 'order_lines order_id=983, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 983 AND "line_no" = 2 AND "product_id" = 16 AND "qty" = 2))
UNION ALL SELECT 'settings name=stock.enabled' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'stock.enabled' AND "value" = 'yes' AND "deployed_at" = '2026-10-04 06:00:00'));
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: rows are not as merged (does a trigger change them?): ' || n || ', among them ' || row_names
FROM (SELECT (SELECT count(*) FROM temp.rejoin_unlike) AS n,
  (SELECT group_concat(substr(row_name, 1, 120), '; ') FROM
    (SELECT row_name FROM temp.rejoin_unlike LIMIT 3)) AS row_names)
WHERE n > 0;
INSERT INTO temp.rejoin_unlike
SELECT child || coalesce(' row ' || row_number, '') || ' refers to ' || parent FROM (
SELECT f."table" AS child, f.rowid AS row_number, f.parent, f.fkid, count(*) AS n
FROM main.sqlite_schema AS t, pragma_foreign_key_check(t.name, 'main') AS f
WHERE t.type = 'table' AND (t.name COLLATE NOCASE IN ('audit_log', 'customers', 'employees', 'order_lines', 'orders', 'payments', 'products', 'settings') OR EXISTS (SELECT 1
  FROM pragma_foreign_key_list(t.name, 'main') AS r WHERE r."table" COLLATE NOCASE IN ('audit_log', 'customers', 'employees', 'order_lines', 'orders', 'payments', 'products', 'settings')))
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
UPDATE main.sqlite_sequence SET seq = 1025 WHERE name = 'orders' AND seq = 1045;
UPDATE main.sqlite_sequence SET seq = 172 WHERE name = 'payments' AND seq = 189;
DROP VIEW temp.rejoin_shape;
DROP TABLE temp.rejoin_unlike;
DROP TABLE temp.rejoin_guard;
COMMIT;
