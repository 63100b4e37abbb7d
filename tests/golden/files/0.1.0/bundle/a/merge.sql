-- Rejoin: merge → A · PRD01 (live)
-- Target: SQLite PRD01.sqlite
-- Project: SHA-256 772b3a75c273667e8f39b05f7c2e696e0cf7509bbabc887df569883d1d7acfbc
-- Since: 2026-11-22T10:00:00.000Z
-- Ticket: CHG-1042
-- Rows: 105 to insert, 37 to update, 4 to delete
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
INSERT INTO temp.rejoin_guard SELECT 'rejoin already applied: this script has been applied before, the rows are as it leaves them'
WHERE NOT EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'stock.enabled')
  AND EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 955 AND "customer_id" = 56 AND "ordered_at" = '2026-11-22 04:43:00' AND "status" = 'paid' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:17:00' AND "channel" = 'phone')
  AND EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 3 AND "sku" = 'PLT-01' AND "name" = 'Plate, small' AND "price" = 7.2 AND "stock" = 332 AND "tax_class" = 'standard')
  AND EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 11 AND "sku" = 'KNF-01' AND "name" = 'Bread knife' AND "price" = 29 AND "stock" = 335 AND "tax_class" = 'standard')
  AND EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 19 AND "sku" = 'CND-01' AND "name" = 'Candle, small' AND "price" = 2.4 AND "stock" = 337 AND "tax_class" = 'reduced')
  AND EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'catalog.retries' AND "value" = '35' AND "deployed_at" = '2026-10-04 06:00:00')
  AND EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1026 AND "customer_id" = 24 AND "ordered_at" = '2026-11-22 10:15:44' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:15:44' AND "channel" = 'web')
  AND EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1034 AND "customer_id" = 28 AND "ordered_at" = '2026-11-22 10:21:40' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:21:40' AND "channel" = 'web')
  AND EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1042 AND "customer_id" = 32 AND "ordered_at" = '2026-11-22 10:27:36' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:27:36' AND "channel" = 'web')
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1045 AND "note" IS NULL) = 1
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1033 AND "note" IS NULL) = 1
  AND (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1042 AND "note" IS NULL) = 1
  AND EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1026 AND "line_no" = 3 AND "product_id" = 22 AND "qty" = 2)
  AND EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1031 AND "line_no" = 1 AND "product_id" = 3 AND "qty" = 2)
  AND EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1034 AND "line_no" = 2 AND "product_id" = 6 AND "qty" = 1)
  AND EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1038 AND "line_no" = 2 AND "product_id" = 14 AND "qty" = 1)
  AND EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1042 AND "line_no" = 1 AND "product_id" = 21 AND "qty" = 1)
  AND EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 173 AND "order_id" = 1026 AND "amount" = 20 AND "method" = 'voucher' AND "paid_on" = '2026-11-22')
  AND EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 181 AND "order_id" = 1036 AND "amount" = 19.2 AND "method" = 'invoice' AND "paid_on" = '2026-11-22')
  AND EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 189 AND "order_id" = 1045 AND "amount" = 11.8 AND "method" = 'card' AND "paid_on" = '2026-11-22');
CREATE TEMP TABLE rejoin_orphans AS
SELECT f."table" AS child, f.rowid AS row_number, f.parent, f.fkid, count(*) AS n
FROM main.sqlite_schema AS t, pragma_foreign_key_check(t.name, 'main') AS f
WHERE t.type = 'table' AND (t.name COLLATE NOCASE IN ('audit_log', 'customers', 'employees', 'order_lines', 'orders', 'payments', 'products', 'settings') OR EXISTS (SELECT 1
  FROM pragma_foreign_key_list(t.name, 'main') AS r WHERE r."table" COLLATE NOCASE IN ('audit_log', 'customers', 'employees', 'order_lines', 'orders', 'payments', 'products', 'settings')))
GROUP BY 1, 2, 3, 4;

-- delete settings name=stock.enabled: delete (automatic: deleted on B, A unchanged since the baseline)
DELETE FROM "settings"
WHERE "name" = 'stock.enabled' AND "value" = 'yes' AND "deployed_at" = '2026-10-04 06:00:00';
INSERT INTO temp.rejoin_unlike SELECT 'settings name=stock.enabled' WHERE changes() <> 1;

-- delete order_lines order_id=983, line_no=2: delete (automatic: deleted on B, A unchanged since the baseline)
DELETE FROM "order_lines"
WHERE "order_id" = 983 AND "line_no" = 2 AND "product_id" = 16 AND "qty" = 2;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=983, line_no=2' WHERE changes() <> 1;

-- delete order_lines order_id=991, line_no=2: take B (person: decided by a person)
DELETE FROM "order_lines"
WHERE "order_id" = 991 AND "line_no" = 2 AND "product_id" = 16 AND "qty" = 7;
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=991, line_no=2' WHERE changes() <> 1;

-- delete products product_id=30: delete (person: decided by a person)
DELETE FROM "products"
WHERE "product_id" = 30 AND "sku" = 'MAT-02' AND "name" = 'Bath mat' AND "price" = 15.9 AND "stock" = 40 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=30' WHERE changes() <> 1;

-- update customers customer_id=20: both changes (automatic: A and B changed different columns)
UPDATE OR ABORT "customers" SET "city" = 'Lyon 3e'
WHERE "customer_id" = 20 AND "name" = 'David Lindström' AND "email" = 'david.lindstroem@example.com' AND "phone" = '+33 4 555 2020' AND "city" = 'Malmö' AND "rep" = 5;
INSERT INTO temp.rejoin_unlike SELECT 'customers customer_id=20' WHERE changes() <> 1;

-- update customers customer_id=23: take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "customers" SET "phone" = '+49 421 555 23'
WHERE "customer_id" = 23 AND "name" = 'Eva Costa' AND "email" = 'eva.costa@example.com' AND "phone" = '+49 40 555 1814' AND "city" = 'Zürich' AND "rep" = 5;
INSERT INTO temp.rejoin_unlike SELECT 'customers customer_id=23' WHERE changes() <> 1;

-- update customers customer_id=24: cells: phone from B (person: asked the customer)
UPDATE OR ABORT "customers" SET "phone" = '+351 22 555 2402'
WHERE "customer_id" = 24 AND "name" = 'Eva O''Dowd' AND "email" = 'eva.odowd@example.com' AND "phone" = '+351 22 555 2401' AND "city" = 'Lyon' AND "rep" = 6;
INSERT INTO temp.rejoin_unlike SELECT 'customers customer_id=24' WHERE changes() <> 1;

-- update orders order_id=955: take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "orders" SET "status" = 'paid', "updated_at" = '2026-11-22 10:17:00'
WHERE "order_id" = 955 AND "customer_id" = 56 AND "ordered_at" = '2026-11-22 04:43:00' AND "status" = 'shipped' AND "note" IS NULL AND "updated_at" = '2026-11-22 04:43:00' AND "channel" = 'phone';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=955' WHERE changes() <> 1;

-- update orders order_id=965: take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "orders" SET "status" = 'paid', "updated_at" = '2026-11-22 10:17:00'
WHERE "order_id" = 965 AND "customer_id" = 6 AND "ordered_at" = '2026-11-22 05:53:00' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 05:53:00' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=965' WHERE changes() <> 1;

-- update orders order_id=975: take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "orders" SET "status" = 'paid', "updated_at" = '2026-11-22 10:17:00'
WHERE "order_id" = 975 AND "customer_id" = 16 AND "ordered_at" = '2026-11-22 07:03:00' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 07:03:00' AND "channel" = 'phone';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=975' WHERE changes() <> 1;

-- update orders order_id=985: take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "orders" SET "status" = 'paid', "updated_at" = '2026-11-22 10:17:00'
WHERE "order_id" = 985 AND "customer_id" = 26 AND "ordered_at" = '2026-11-22 08:13:00' AND "status" = 'open' AND "note" = 'gift wrap' AND "updated_at" = '2026-11-22 08:13:00' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=985' WHERE changes() <> 1;

-- update orders order_id=995: take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "orders" SET "status" = 'paid', "updated_at" = '2026-11-22 10:17:00'
WHERE "order_id" = 995 AND "customer_id" = 36 AND "ordered_at" = '2026-11-22 09:23:00' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 09:23:00' AND "channel" = 'phone';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=995' WHERE changes() <> 1;

-- update orders order_id=996: both changes (automatic: A and B changed different columns)
UPDATE OR ABORT "orders" SET "note" = 'deliver after 17:00'
WHERE "order_id" = 996 AND "customer_id" = 15 AND "ordered_at" = '2026-11-22 09:30:00' AND "status" = 'paid' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:13:10' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=996' WHERE changes() <> 1;

-- update orders order_id=998: take B (rule latest change of an order: rule "latest change of an order")
UPDATE OR ABORT "orders" SET "status" = 'shipped', "updated_at" = '2026-11-22 10:21:00'
WHERE "order_id" = 998 AND "customer_id" = 27 AND "ordered_at" = '2026-11-22 09:44:00' AND "status" = 'cancelled' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:12:30' AND "channel" = 'web';
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=998' WHERE changes() <> 1;

-- update products product_id=1: cells: stock from '310' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 310
WHERE "product_id" = 1 AND "sku" = 'CUP-01' AND "name" = 'Cup, white' AND "price" = 6.5 AND "stock" = 312 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=1' WHERE changes() <> 1;

-- update products product_id=3: cells: stock from '332' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 332
WHERE "product_id" = 3 AND "sku" = 'PLT-01' AND "name" = 'Plate, small' AND "price" = 7.2 AND "stock" = 337 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=3' WHERE changes() <> 1;

-- update products product_id=4: cells: stock from '295' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 295
WHERE "product_id" = 4 AND "sku" = 'PLT-02' AND "name" = 'Plate, large' AND "price" = 11.4 AND "stock" = 300 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=4' WHERE changes() <> 1;

-- update products product_id=5: cells: stock from '309' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 309
WHERE "product_id" = 5 AND "sku" = 'BWL-01' AND "name" = 'Bowl, oak' AND "price" = 19.9 AND "stock" = 313 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=5' WHERE changes() <> 1;

-- update products product_id=6: cells: stock from '323' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 323
WHERE "product_id" = 6 AND "sku" = 'BWL-02' AND "name" = 'Bowl, walnut' AND "price" = 24.9 AND "stock" = 324 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=6' WHERE changes() <> 1;

-- update products product_id=7: cells: stock from '334' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 334
WHERE "product_id" = 7 AND "sku" = 'JUG-01' AND "name" = 'Jug, 1 l' AND "price" = 17.5 AND "stock" = 337 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=7' WHERE changes() <> 1;

-- update products product_id=8: cells: stock from '295' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 295
WHERE "product_id" = 8 AND "sku" = 'JUG-02' AND "name" = 'Jug, 2 l' AND "price" = 22 AND "stock" = 300 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=8' WHERE changes() <> 1;

-- update products product_id=9: cells: stock from '310' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 310
WHERE "product_id" = 9 AND "sku" = 'TEA-01' AND "name" = 'Teapot' AND "price" = 34.9 AND "stock" = 313 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=9' WHERE changes() <> 1;

-- update products product_id=11: cells: stock from '335' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 335
WHERE "product_id" = 11 AND "sku" = 'KNF-01' AND "name" = 'Bread knife' AND "price" = 29 AND "stock" = 337 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=11' WHERE changes() <> 1;

-- update products product_id=12: cells: stock from '298' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 298
WHERE "product_id" = 12 AND "sku" = 'KNF-02' AND "name" = 'Paring knife' AND "price" = 12.5 AND "stock" = 303 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=12' WHERE changes() <> 1;

-- update products product_id=13: cells: stock from '309' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 309
WHERE "product_id" = 13 AND "sku" = 'BRD-01' AND "name" = 'Cutting board' AND "price" = 21.9 AND "stock" = 315 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=13' WHERE changes() <> 1;

-- update products product_id=14: cells: stock from '329' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 329
WHERE "product_id" = 14 AND "sku" = 'BRD-02' AND "name" = 'Cheese board' AND "price" = 18.4 AND "stock" = 330 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=14' WHERE changes() <> 1;

-- update products product_id=15: cells: stock from '339' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 339
WHERE "product_id" = 15 AND "sku" = 'PAN-01' AND "name" = 'Frying pan' AND "price" = 49 AND "stock" = 342 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=15' WHERE changes() <> 1;

-- update products product_id=16: cells: stock from '303' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 303
WHERE "product_id" = 16 AND "sku" = 'PAN-02' AND "name" = 'Sauce pan' AND "price" = 44.5 AND "stock" = 306 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=16' WHERE changes() <> 1;

-- update products product_id=17: cells: stock from '305' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 305
WHERE "product_id" = 17 AND "sku" = 'TWL-01' AND "name" = 'Tea towel' AND "price" = 5.9 AND "stock" = 315 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=17' WHERE changes() <> 1;

-- update products product_id=18: cells: stock from '329' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 329
WHERE "product_id" = 18 AND "sku" = 'TWL-02' AND "name" = 'Hand towel' AND "price" = 9.8 AND "stock" = 332 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=18' WHERE changes() <> 1;

-- update products product_id=19: cells: stock from '337' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 337
WHERE "product_id" = 19 AND "sku" = 'CND-01' AND "name" = 'Candle, small' AND "price" = 2.4 AND "stock" = 343 AND "tax_class" = 'reduced';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=19' WHERE changes() <> 1;

-- update products product_id=20: cells: stock from '299' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 299
WHERE "product_id" = 20 AND "sku" = 'CND-02' AND "name" = 'Candle, large' AND "price" = 4.8 AND "stock" = 305 AND "tax_class" = 'reduced';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=20' WHERE changes() <> 1;

-- update products product_id=21: cells: stock from '313' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 313
WHERE "product_id" = 21 AND "sku" = 'VAS-01' AND "name" = 'Vase, clear' AND "price" = 15 AND "stock" = 320 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=21' WHERE changes() <> 1;

-- update products product_id=22: cells: stock from '331' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 331
WHERE "product_id" = 22 AND "sku" = 'VAS-02' AND "name" = 'Vase, green' AND "price" = 16 AND "stock" = 333 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=22' WHERE changes() <> 1;

-- update products product_id=23: cells: stock from '343' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 343
WHERE "product_id" = 23 AND "sku" = 'LMP-01' AND "name" = 'Table lamp' AND "price" = 59 AND "stock" = 345 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=23' WHERE changes() <> 1;

-- update products product_id=27: cells: stock from '298' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 298
WHERE "product_id" = 27 AND "sku" = 'CLK-01' AND "name" = 'Wall clock' AND "price" = 39 AND "stock" = 300 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=27' WHERE changes() <> 1;

-- update products product_id=28: cells: stock from '307' (rule stock less what both sold: rule "stock less what both sold")
UPDATE OR ABORT "products" SET "stock" = 307
WHERE "product_id" = 28 AND "sku" = 'CLK-02' AND "name" = 'Alarm clock' AND "price" = 27 AND "stock" = 311 AND "tax_class" = 'standard';
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=28' WHERE changes() <> 1;

-- update products product_id=32: cells: tax_class from 'standard' (person: decided by a person)
UPDATE OR ABORT "products" SET "tax_class" = 'standard'
WHERE "product_id" = 32 AND "sku" = 'GFT-02' AND "name" = 'Gift box' AND "price" = 12 AND "stock" = 80 AND "tax_class" IS NULL;
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=32' WHERE changes() <> 1;

-- update settings name=catalog.retries: take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "settings" SET "value" = '35'
WHERE "name" = 'catalog.retries' AND "value" = '40' AND "deployed_at" = '2026-10-04 06:00:00';
INSERT INTO temp.rejoin_unlike SELECT 'settings name=catalog.retries' WHERE changes() <> 1;

-- insert employees employee_id=11: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "employees" ("employee_id", "name", "job", "manager_id")
SELECT 11, 'Tom Becker', 'warehouse', 3
WHERE NOT EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 11);
INSERT INTO temp.rejoin_unlike SELECT 'employees employee_id=11' WHERE changes() <> 1;

-- update employees employee_id=8: take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "employees" SET "manager_id" = 11
WHERE "employee_id" = 8 AND "name" = 'Tomasz Wójcik' AND "job" = 'warehouse' AND "manager_id" = 3;
INSERT INTO temp.rejoin_unlike SELECT 'employees employee_id=8' WHERE changes() <> 1;

-- update customers customer_id=32: take B (automatic: updated on B, A unchanged since the baseline)
UPDATE OR ABORT "customers" SET "rep" = 11
WHERE "customer_id" = 32 AND "name" = 'Greta Bauer' AND "email" = 'greta.bauer@example.com' AND "phone" IS NULL AND "city" = 'Graz' AND "rep" = 5;
INSERT INTO temp.rejoin_unlike SELECT 'customers customer_id=32' WHERE changes() <> 1;

-- insert employees employee_id=10: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "employees" ("employee_id", "name", "job", "manager_id")
SELECT 10, 'Yusuf Demir', 'warehouse', 11
WHERE NOT EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 10);
INSERT INTO temp.rejoin_unlike SELECT 'employees employee_id=10' WHERE changes() <> 1;

-- insert customers customer_id=12: take baseline (person: decided by a person)
INSERT OR ABORT INTO "customers" ("customer_id", "name", "email", "phone", "city", "rep")
SELECT 12, 'Chloé Bauer', 'chloe.bauer@example.com', NULL, 'Porto', 6
WHERE NOT EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 12);
INSERT INTO temp.rejoin_unlike SELECT 'customers customer_id=12' WHERE changes() <> 1;

-- insert customers customer_id=64: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "customers" ("customer_id", "name", "email", "phone", "city", "rep")
SELECT 64, 'Jonas Weber', 'jonas.weber@example.com', '+43 316 555 61', 'Graz', 11
WHERE NOT EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 64);
INSERT INTO temp.rejoin_unlike SELECT 'customers customer_id=64' WHERE changes() <> 1;

-- insert orders order_id=1026: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1026, 24, '2026-11-22 10:15:44', 'open', NULL, '2026-11-22 10:15:44', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1026);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1026' WHERE changes() <> 1;

-- insert orders order_id=1027: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1027, 47, '2026-11-22 10:16:29', 'open', NULL, '2026-11-22 10:16:29', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1027);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1027' WHERE changes() <> 1;

-- insert orders order_id=1028: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1028, 10, '2026-11-22 10:17:13', 'open', NULL, '2026-11-22 10:17:13', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1028);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1028' WHERE changes() <> 1;

-- insert orders order_id=1029: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1029, 12, '2026-11-22 10:17:58', 'open', NULL, '2026-11-22 10:17:58', 'phone'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1029);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1029' WHERE changes() <> 1;

-- insert orders order_id=1030: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1030, 62, '2026-11-22 10:18:42', 'open', NULL, '2026-11-22 10:18:42', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1030);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1030' WHERE changes() <> 1;

-- insert orders order_id=1031: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1031, 64, '2026-11-22 10:19:27', 'open', NULL, '2026-11-22 10:19:27', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1031);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1031' WHERE changes() <> 1;

-- insert orders order_id=1032: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1032, 42, '2026-11-22 10:20:11', 'open', 'gift wrap', '2026-11-22 10:20:11', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1032);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1032' WHERE changes() <> 1;

-- insert orders order_id=1033: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1033, 5, '2026-11-22 10:20:56', 'open', NULL, '2026-11-22 10:20:56', 'phone'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1033);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1033' WHERE changes() <> 1;

-- insert orders order_id=1034: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1034, 28, '2026-11-22 10:21:40', 'open', NULL, '2026-11-22 10:21:40', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1034);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1034' WHERE changes() <> 1;

-- insert orders order_id=1035: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1035, 51, '2026-11-22 10:22:25', 'open', NULL, '2026-11-22 10:22:25', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1035);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1035' WHERE changes() <> 1;

-- insert orders order_id=1036: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1036, 14, '2026-11-22 10:23:09', 'open', NULL, '2026-11-22 10:23:09', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1036);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1036' WHERE changes() <> 1;

-- insert orders order_id=1037: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1037, 37, '2026-11-22 10:23:54', 'open', NULL, '2026-11-22 10:23:54', 'phone'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1037);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1037' WHERE changes() <> 1;

-- insert orders order_id=1038: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1038, 60, '2026-11-22 10:24:38', 'open', NULL, '2026-11-22 10:24:38', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1038);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1038' WHERE changes() <> 1;

-- insert orders order_id=1039: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1039, 23, '2026-11-22 10:25:23', 'open', NULL, '2026-11-22 10:25:23', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1039);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1039' WHERE changes() <> 1;

-- insert orders order_id=1040: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1040, 46, '2026-11-22 10:26:07', 'open', NULL, '2026-11-22 10:26:07', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1040);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1040' WHERE changes() <> 1;

-- insert orders order_id=1041: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1041, 9, '2026-11-22 10:26:52', 'open', NULL, '2026-11-22 10:26:52', 'phone'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1041);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1041' WHERE changes() <> 1;

-- insert orders order_id=1042: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1042, 32, '2026-11-22 10:27:36', 'open', NULL, '2026-11-22 10:27:36', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1042);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1042' WHERE changes() <> 1;

-- insert orders order_id=1043: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1043, 55, '2026-11-22 10:28:21', 'open', NULL, '2026-11-22 10:28:21', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1043);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1043' WHERE changes() <> 1;

-- insert orders order_id=1044: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1044, 18, '2026-11-22 10:29:05', 'open', NULL, '2026-11-22 10:29:05', 'web'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1044);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1044' WHERE changes() <> 1;

-- insert orders order_id=1045: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "orders" ("order_id", "customer_id", "ordered_at", "status", "note", "updated_at", "channel")
SELECT 1045, 41, '2026-11-22 10:29:50', 'open', 'gift wrap', '2026-11-22 10:29:50', 'phone'
WHERE NOT EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1045);
INSERT INTO temp.rejoin_unlike SELECT 'orders order_id=1045' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'phone desk', 'order placed', 1030, NULL) no. 1: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'phone desk', 'order placed', 1030, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1030 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1030, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'phone desk', 'order placed', 1035, NULL) no. 1: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'phone desk', 'order placed', 1035, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1035 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1035, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'phone desk', 'order placed', 1040, NULL) no. 1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'phone desk', 'order placed', 1040, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1040 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1040, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'phone desk', 'order placed', 1045, NULL) no. 1: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'phone desk', 'order placed', 1045, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1045 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1045, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'warehouse', 'slip printed', 1027, NULL) no. 3: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'warehouse', 'slip printed', 1027, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'warehouse' AND "action" = 'slip printed' AND "order_id" = 1027 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''warehouse'', ''slip printed'', 1027, NULL) no. 3' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1026, NULL) no. 1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1026, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1026 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1026, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1027, NULL) no. 1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1027, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1027 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1027, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1028, NULL) no. 1: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1028, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1028 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1028, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1029, NULL) no. 1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1029, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1029 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1029, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1031, NULL) no. 1: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1031, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1031 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1031, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1032, NULL) no. 1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1032, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1032 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1032, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1033, NULL) no. 1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1033, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1033 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1033, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1034, NULL) no. 1: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1034, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1034 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1034, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1036, NULL) no. 1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1036, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1036 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1036, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1037, NULL) no. 1: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1037, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1037 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1037, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1038, NULL) no. 1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1038, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1038 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1038, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1039, NULL) no. 1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1039, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1039 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1039, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1041, NULL) no. 1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1041, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1041 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1041, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1042, NULL) no. 1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1042, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1042 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1042, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1043, NULL) no. 1: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1043, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1043 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1043, NULL) no. 1' WHERE changes() <> 1;

-- insert audit_log ('2026-11-22', 'webshop', 'order placed', 1044, NULL) no. 1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "audit_log" ("logged_on", "actor", "action", "order_id", "note")
SELECT '2026-11-22', 'webshop', 'order placed', 1044, NULL
WHERE (SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1044 AND "note" IS NULL) = 0;
INSERT INTO temp.rejoin_unlike SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1044, NULL) no. 1' WHERE changes() <> 1;

-- insert products product_id=29: take B (person: decided by a person)
INSERT OR ABORT INTO "products" ("product_id", "sku", "name", "price", "stock", "tax_class")
SELECT 29, 'MAT-01', 'Door mat', 19.9, 40, 'standard'
WHERE NOT EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 29);
INSERT INTO temp.rejoin_unlike SELECT 'products product_id=29' WHERE changes() <> 1;

-- insert order_lines order_id=978, line_no=4: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 978, 4, 19, 6
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 978 AND "line_no" = 4);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=978, line_no=4' WHERE changes() <> 1;

-- insert order_lines order_id=994, line_no=3: take B (person: decided by a person)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 994, 3, 20, 9
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 994 AND "line_no" = 3);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=994, line_no=3' WHERE changes() <> 1;

-- insert order_lines order_id=1026, line_no=1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1026, 1, 5, 1
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1026 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1026, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1026, line_no=2: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1026, 2, 18, 1
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1026 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1026, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=1026, line_no=3: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1026, 3, 22, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1026 AND "line_no" = 3);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1026, line_no=3' WHERE changes() <> 1;

-- insert order_lines order_id=1027, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1027, 1, 23, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1027 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1027, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1028, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1028, 1, 4, 4
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1028 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1028, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1028, line_no=2: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1028, 2, 8, 1
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1028 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1028, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=1029, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1029, 1, 13, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1029 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1029, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1029, line_no=2: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1029, 2, 17, 3
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1029 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1029, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=1029, line_no=3: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1029, 3, 21, 4
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1029 AND "line_no" = 3);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1029, line_no=3' WHERE changes() <> 1;

-- insert order_lines order_id=1030, line_no=1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1030, 1, 9, 1
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1030 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1030, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1031, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1031, 1, 3, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1031 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1031, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1031, line_no=2: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1031, 2, 7, 3
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1031 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1031, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=1032, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1032, 1, 12, 4
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1032 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1032, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1032, line_no=2: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1032, 2, 16, 1
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1032 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1032, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=1032, line_no=3: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1032, 3, 20, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1032 AND "line_no" = 3);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1032, line_no=3' WHERE changes() <> 1;

-- insert order_lines order_id=1033, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1033, 1, 21, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1033 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1033, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1034, line_no=1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1034, 1, 13, 1
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1034 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1034, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1034, line_no=2: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1034, 2, 6, 1
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1034 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1034, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=1035, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1035, 1, 11, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1035 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1035, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1035, line_no=2: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1035, 2, 15, 3
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1035 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1035, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=1035, line_no=3: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1035, 3, 19, 4
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1035 AND "line_no" = 3);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1035, line_no=3' WHERE changes() <> 1;

-- insert order_lines order_id=1036, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1036, 1, 20, 4
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1036 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1036, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1037, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1037, 1, 1, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1037 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1037, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1037, line_no=2: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1037, 2, 5, 3
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1037 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1037, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=1038, line_no=1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1038, 1, 17, 1
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1038 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1038, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1038, line_no=2: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1038, 2, 14, 1
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1038 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1038, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=1038, line_no=3: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1038, 3, 18, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1038 AND "line_no" = 3);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1038, line_no=3' WHERE changes() <> 1;

-- insert order_lines order_id=1039, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1039, 1, 19, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1039 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1039, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1040, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1040, 1, 28, 4
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1040 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1040, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1040, line_no=2: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1040, 2, 4, 1
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1040 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1040, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=1041, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1041, 1, 9, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1041 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1041, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1041, line_no=2: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1041, 2, 13, 3
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1041 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1041, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=1041, line_no=3: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1041, 3, 17, 4
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1041 AND "line_no" = 3);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1041, line_no=3' WHERE changes() <> 1;

-- insert order_lines order_id=1042, line_no=1: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1042, 1, 21, 1
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1042 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1042, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1043, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1043, 1, 27, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1043 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1043, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1043, line_no=2: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1043, 2, 3, 3
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1043 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1043, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=1044, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1044, 1, 8, 4
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1044 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1044, line_no=1' WHERE changes() <> 1;

-- insert order_lines order_id=1044, line_no=2: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1044, 2, 12, 1
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1044 AND "line_no" = 2);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1044, line_no=2' WHERE changes() <> 1;

-- insert order_lines order_id=1044, line_no=3: take B (automatic: inserted on B, A unchanged since the baseline)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1044, 3, 16, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1044 AND "line_no" = 3);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1044, line_no=3' WHERE changes() <> 1;

-- insert order_lines order_id=1045, line_no=1: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "order_lines" ("order_id", "line_no", "product_id", "qty")
SELECT 1045, 1, 17, 2
WHERE NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1045 AND "line_no" = 1);
INSERT INTO temp.rejoin_unlike SELECT 'order_lines order_id=1045, line_no=1' WHERE changes() <> 1;

-- insert payments payment_id=173: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 173, 1026, 20, 'voucher', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 173);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=173' WHERE changes() <> 1;

-- insert payments payment_id=174: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 174, 1027, 118, 'card', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 174);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=174' WHERE changes() <> 1;

-- insert payments payment_id=175: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 175, 1029, 121.5, 'card', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 175);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=175' WHERE changes() <> 1;

-- insert payments payment_id=176: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 176, 1030, 34.9, 'invoice', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 176);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=176' WHERE changes() <> 1;

-- insert payments payment_id=177: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 177, 1031, 66.9, 'card', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 177);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=177' WHERE changes() <> 1;

-- insert payments payment_id=178: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 178, 1032, 104.1, 'invoice', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 178);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=178' WHERE changes() <> 1;

-- insert payments payment_id=179: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 179, 1033, 30, 'card', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 179);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=179' WHERE changes() <> 1;

-- insert payments payment_id=180: keep both, B moves (suggestion accepted: belongs to a row whose key names two rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 180, 1034, 20, 'voucher', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 180);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=180' WHERE changes() <> 1;

-- insert payments payment_id=181: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 181, 1036, 19.2, 'invoice', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 181);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=181' WHERE changes() <> 1;

-- insert payments payment_id=182: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 182, 1037, 72.7, 'card', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 182);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=182' WHERE changes() <> 1;

-- insert payments payment_id=183: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 183, 1038, 43.9, 'invoice', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 183);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=183' WHERE changes() <> 1;

-- insert payments payment_id=184: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 184, 1039, 4.8, 'card', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 184);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=184' WHERE changes() <> 1;

-- insert payments payment_id=185: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 185, 1040, 119.4, 'invoice', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 185);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=185' WHERE changes() <> 1;

-- insert payments payment_id=186: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 186, 1041, 159.1, 'card', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 186);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=186' WHERE changes() <> 1;

-- insert payments payment_id=187: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 187, 1043, 99.6, 'card', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 187);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=187' WHERE changes() <> 1;

-- insert payments payment_id=188: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 188, 1044, 189.5, 'invoice', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 188);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=188' WHERE changes() <> 1;

-- insert payments payment_id=189: keep both, B moves (suggestion accepted: one key was given to two different rows)
INSERT OR ABORT INTO "payments" ("payment_id", "order_id", "amount", "method", "paid_on")
SELECT 189, 1045, 11.8, 'card', '2026-11-22'
WHERE NOT EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 189);
INSERT INTO temp.rejoin_unlike SELECT 'payments payment_id=189' WHERE changes() <> 1;

-- Was every row as it was compared, those that stay as they are among them?
INSERT INTO temp.rejoin_unlike
SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1003, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1003 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1005, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1005 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1006, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1006 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1009, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1009 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1010, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1010 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1012, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1012 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1015, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1015 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1018, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1018 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1020, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1020 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''warehouse'', ''slip printed'', 1002, NULL) no. 3' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'warehouse' AND "action" = 'slip printed' AND "order_id" = 1002 AND "note" IS NULL) = 2)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1001, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1001 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1002, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1002 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1003, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1003 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1004, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1004 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1005, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1005 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1006, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1006 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1007, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1007 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1008, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1008 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1009, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1009 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1010, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1010 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1011, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1011 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1012, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1012 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1013, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1013 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1014, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1014 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1016, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1016 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1017, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1017 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1018, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1018 AND "note" IS NULL) = 0)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1019, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1019 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1020, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1020 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1021, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1021 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1022, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1022 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1023, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1023 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1024, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1024 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1025, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1025 AND "note" IS NULL) = 1)
UNION ALL SELECT 'customers customer_id=13' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 13 AND "name" = 'Chloé Costa' AND "email" = 'chloe.costa@example.com' AND "phone" = '+49 40 555 1444' AND "city" = 'Malmö' AND "rep" = 4))
UNION ALL SELECT 'customers customer_id=21' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 21 AND "name" = 'Eva Albrecht' AND "email" = 'eva.albrecht@example.com' AND "phone" = '+49 40 555 1740' AND "city" = 'Cork' AND "rep" = 9))
UNION ALL SELECT 'customers customer_id=22' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 22 AND "name" = 'Eva Bauer' AND "email" = 'eva.bauer@example.com' AND "phone" = '+49 40 555 1777' AND "city" = 'Bremen' AND "rep" = 4))
UNION ALL SELECT 'customers customer_id=31' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 31 AND "name" = 'Greta Albrecht' AND "email" = 'greta.albrecht@example.com' AND "phone" = '+49 40 555 2110' AND "city" = 'Lyon' AND "rep" = 9))
UNION ALL SELECT 'customers customer_id=61' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 61 AND "name" = 'Iris Novak' AND "email" = 'iris.novak@example.com' AND "phone" = '+49 40 555 7001' AND "city" = 'Hamburg' AND "rep" = 9))
UNION ALL SELECT 'customers customer_id=62' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 62 AND "name" = 'Paula Stern' AND "email" = 'paula.stern@example.com' AND "phone" IS NULL AND "city" = 'Lyon' AND "rep" = 5))
UNION ALL SELECT 'customers customer_id=63' WHERE NOT (NOT EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 63))
UNION ALL SELECT 'employees employee_id=9' WHERE NOT (EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 9 AND "name" = 'Nadia Flores' AND "job" = 'sales' AND "manager_id" = 2))
UNION ALL SELECT 'order_lines order_id=979, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 979 AND "line_no" = 3 AND "product_id" = 17 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=987, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 987 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1001, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1001 AND "line_no" = 1 AND "product_id" = 5 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1001, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1001 AND "line_no" = 2 AND "product_id" = 12 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1001, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1001 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=1002, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1002 AND "line_no" = 1 AND "product_id" = 14 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1002, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1002 AND "line_no" = 2 AND "product_id" = 17 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1002, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1002 AND "line_no" = 3 AND "product_id" = 20 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1003, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1003 AND "line_no" = 1 AND "product_id" = 19 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1003, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1003 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1004, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1004 AND "line_no" = 1 AND "product_id" = 24 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1004, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1004 AND "line_no" = 2 AND "product_id" = 27 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1004, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1004 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=1005, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1005 AND "line_no" = 1 AND "product_id" = 9 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1005, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1005 AND "line_no" = 2 AND "product_id" = 4 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1005, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1005 AND "line_no" = 3 AND "product_id" = 7 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1006, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1006 AND "line_no" = 1 AND "product_id" = 6 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1006, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1006 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1007, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1007 AND "line_no" = 1 AND "product_id" = 11 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1007, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1007 AND "line_no" = 2 AND "product_id" = 14 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1007, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1007 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=1008, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1008 AND "line_no" = 1 AND "product_id" = 16 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1008, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1008 AND "line_no" = 2 AND "product_id" = 19 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1008, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1008 AND "line_no" = 3 AND "product_id" = 22 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1009, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1009 AND "line_no" = 1 AND "product_id" = 13 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1009, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1009 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1010, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1010 AND "line_no" = 1 AND "product_id" = 26 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1010, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1010 AND "line_no" = 2 AND "product_id" = 1 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1010, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1010 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=1011, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1011 AND "line_no" = 1 AND "product_id" = 3 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1011, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1011 AND "line_no" = 2 AND "product_id" = 6 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1011, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1011 AND "line_no" = 3 AND "product_id" = 9 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1012, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1012 AND "line_no" = 1 AND "product_id" = 8 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1012, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1012 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1013, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1013 AND "line_no" = 1 AND "product_id" = 17 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1013, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1013 AND "line_no" = 2 AND "product_id" = 16 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1013, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1013 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=1014, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1014 AND "line_no" = 1 AND "product_id" = 18 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1014, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1014 AND "line_no" = 2 AND "product_id" = 21 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1014, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1014 AND "line_no" = 3 AND "product_id" = 24 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1015, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1015 AND "line_no" = 1 AND "product_id" = 23 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1015, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1015 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1016, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1016 AND "line_no" = 1 AND "product_id" = 28 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1016, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1016 AND "line_no" = 2 AND "product_id" = 3 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1016, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1016 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=1017, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1017 AND "line_no" = 1 AND "product_id" = 21 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1017, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1017 AND "line_no" = 2 AND "product_id" = 8 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1017, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1017 AND "line_no" = 3 AND "product_id" = 11 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1018, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1018 AND "line_no" = 1 AND "product_id" = 10 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1018, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1018 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=1019, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1019 AND "line_no" = 1 AND "product_id" = 15 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1019, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1019 AND "line_no" = 2 AND "product_id" = 18 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1019, line_no=3' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1019 AND "line_no" = 3))
UNION ALL SELECT 'order_lines order_id=1020, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1020 AND "line_no" = 1 AND "product_id" = 20 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1020, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1020 AND "line_no" = 2 AND "product_id" = 23 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1020, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1020 AND "line_no" = 3 AND "product_id" = 26 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1021, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1021 AND "line_no" = 1 AND "product_id" = 25 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1022, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1022 AND "line_no" = 1 AND "product_id" = 2 AND "qty" = 3));
INSERT INTO temp.rejoin_unlike
SELECT 'order_lines order_id=1022, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1022 AND "line_no" = 2 AND "product_id" = 5 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1023, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1023 AND "line_no" = 1 AND "product_id" = 7 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1023, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1023 AND "line_no" = 2 AND "product_id" = 10 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1023, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1023 AND "line_no" = 3 AND "product_id" = 13 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1024, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1024 AND "line_no" = 1 AND "product_id" = 12 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1025, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1025 AND "line_no" = 1 AND "product_id" = 17 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1025, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1025 AND "line_no" = 2 AND "product_id" = 20 AND "qty" = 1))
UNION ALL SELECT 'orders order_id=952' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 952 AND "customer_id" = 5 AND "ordered_at" = '2026-11-22 04:22:00' AND "status" = 'shipped' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:12:00' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=962' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 962 AND "customer_id" = 15 AND "ordered_at" = '2026-11-22 05:32:00' AND "status" = 'shipped' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:12:00' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=972' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 972 AND "customer_id" = 25 AND "ordered_at" = '2026-11-22 06:42:00' AND "status" = 'shipped' AND "note" = 'leave at the neighbour''s' AND "updated_at" = '2026-11-22 10:12:00' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=982' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 982 AND "customer_id" = 35 AND "ordered_at" = '2026-11-22 07:52:00' AND "status" = 'shipped' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:12:00' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=992' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 992 AND "customer_id" = 45 AND "ordered_at" = '2026-11-22 09:02:00' AND "status" = 'shipped' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:12:00' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=997' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 997 AND "customer_id" = 50 AND "ordered_at" = '2026-11-22 09:37:00' AND "status" = 'shipped' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:41:00' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1001' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1001 AND "customer_id" = 18 AND "ordered_at" = '2026-11-22 10:00:44' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:00:44' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1002' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1002 AND "customer_id" = 35 AND "ordered_at" = '2026-11-22 10:01:29' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:01:29' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1003' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1003 AND "customer_id" = 13 AND "ordered_at" = '2026-11-22 10:02:13' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:02:13' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1004' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1004 AND "customer_id" = 9 AND "ordered_at" = '2026-11-22 10:02:58' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:02:58' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1005' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1005 AND "customer_id" = 62 AND "ordered_at" = '2026-11-22 10:03:42' AND "status" = 'open' AND "note" = 'ring twice' AND "updated_at" = '2026-11-22 10:03:42' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1006' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1006 AND "customer_id" = 61 AND "ordered_at" = '2026-11-22 10:04:27' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:04:27' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1007' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1007 AND "customer_id" = 60 AND "ordered_at" = '2026-11-22 10:05:11' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:05:11' AND "channel" = 'phone'))
UNION ALL SELECT 'orders order_id=1008' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1008 AND "customer_id" = 17 AND "ordered_at" = '2026-11-22 10:05:56' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:05:56' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1009' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1009 AND "customer_id" = 34 AND "ordered_at" = '2026-11-22 10:06:40' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:06:40' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1010' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1010 AND "customer_id" = 51 AND "ordered_at" = '2026-11-22 10:07:25' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:07:25' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1011' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1011 AND "customer_id" = 8 AND "ordered_at" = '2026-11-22 10:08:09' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:08:09' AND "channel" = 'phone'))
UNION ALL SELECT 'orders order_id=1012' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1012 AND "customer_id" = 25 AND "ordered_at" = '2026-11-22 10:08:54' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:08:54' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1013' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1013 AND "customer_id" = 42 AND "ordered_at" = '2026-11-22 10:09:38' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:09:38' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1014' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1014 AND "customer_id" = 59 AND "ordered_at" = '2026-11-22 10:10:23' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:10:23' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1015' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1015 AND "customer_id" = 16 AND "ordered_at" = '2026-11-22 10:11:07' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:11:07' AND "channel" = 'phone'))
UNION ALL SELECT 'orders order_id=1016' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1016 AND "customer_id" = 33 AND "ordered_at" = '2026-11-22 10:11:52' AND "status" = 'open' AND "note" = 'ring twice' AND "updated_at" = '2026-11-22 10:11:52' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1017' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1017 AND "customer_id" = 50 AND "ordered_at" = '2026-11-22 10:12:36' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:12:36' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1018' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1018 AND "customer_id" = 7 AND "ordered_at" = '2026-11-22 10:13:21' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:13:21' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1019' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1019 AND "customer_id" = 24 AND "ordered_at" = '2026-11-22 10:14:05' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:14:05' AND "channel" = 'phone'))
UNION ALL SELECT 'orders order_id=1020' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1020 AND "customer_id" = 41 AND "ordered_at" = '2026-11-22 10:14:50' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:14:50' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1021' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1021 AND "customer_id" = 58 AND "ordered_at" = '2026-11-22 10:32:58' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:32:58' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1022' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1022 AND "customer_id" = 15 AND "ordered_at" = '2026-11-22 10:35:56' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:35:56' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1023' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1023 AND "customer_id" = 32 AND "ordered_at" = '2026-11-22 10:38:54' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:38:54' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1024' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1024 AND "customer_id" = 49 AND "ordered_at" = '2026-11-22 10:41:52' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:41:52' AND "channel" = 'phone'))
UNION ALL SELECT 'orders order_id=1025' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1025 AND "customer_id" = 6 AND "ordered_at" = '2026-11-22 10:44:50' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:44:50' AND "channel" = 'web'))
UNION ALL SELECT 'payments payment_id=153' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 153 AND "order_id" = 1001 AND "amount" = 20 AND "method" = 'voucher' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=154' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 154 AND "order_id" = 1002 AND "amount" = 44.6 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=155' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 155 AND "order_id" = 1003 AND "amount" = 4.8 AND "method" = 'cash' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=156' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 156 AND "order_id" = 1004 AND "amount" = 231 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=157' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 157 AND "order_id" = 1006 AND "amount" = 49.8 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=158' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 158 AND "order_id" = 1007 AND "amount" = 105.4 AND "method" = 'cash' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=159' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 159 AND "order_id" = 1008 AND "amount" = 97.3 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=160' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 160 AND "order_id" = 1009 AND "amount" = 20 AND "method" = 'voucher' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=161' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 161 AND "order_id" = 1011 AND "amount" = 161.7 AND "method" = 'cash' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=162' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 162 AND "order_id" = 1012 AND "amount" = 44 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=163' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 163 AND "order_id" = 1013 AND "amount" = 50.4 AND "method" = 'cash' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=164' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 164 AND "order_id" = 1014 AND "amount" = 231.8 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=165' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 165 AND "order_id" = 1016 AND "amount" = 88.2 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=166' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 166 AND "order_id" = 1017 AND "amount" = 20 AND "method" = 'voucher' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=167' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 167 AND "order_id" = 1018 AND "amount" = 8.4 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=168' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 168 AND "order_id" = 1019 AND "amount" = 156.8 AND "method" = 'cash' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=169' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 169 AND "order_id" = 1021 AND "amount" = 26.6 AND "method" = 'cash' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=170' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 170 AND "order_id" = 1022 AND "amount" = 40.6 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=171' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 171 AND "order_id" = 1023 AND "amount" = 91.6 AND "method" = 'cash' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=172' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 172 AND "order_id" = 1024 AND "amount" = 25 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'products product_id=2' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 2 AND "sku" = 'CUP-02' AND "name" = 'Cup, blue' AND "price" = 6.9 AND "stock" = 323 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=10' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 10 AND "sku" = 'TEA-02' AND "name" = 'Tea strainer' AND "price" = 4.2 AND "stock" = 326 AND "tax_class" = 'reduced'))
UNION ALL SELECT 'products product_id=24' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 24 AND "sku" = 'LMP-02' AND "name" = 'Reading lamp' AND "price" = 64 AND "stock" = 306 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=25' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 25 AND "sku" = 'BSK-01' AND "name" = 'Basket, round' AND "price" = 13.3 AND "stock" = 323 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=26' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 26 AND "sku" = 'BSK-02' AND "name" = 'Basket, long' AND "price" = 14.7 AND "stock" = 332 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=31' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 31 AND "sku" = 'GFT-01' AND "name" = 'Gift card' AND "price" = 25 AND "stock" = 500 AND "tax_class" = 'standard'))
UNION ALL SELECT 'settings name=catalog.limit' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'catalog.limit' AND "value" = '80' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=catalog.timeout' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'catalog.timeout' AND "value" = '20' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=catalog.version' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'catalog.version' AND "value" = '4.2.0' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=checkout.limit' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'checkout.limit' AND "value" = '40' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=checkout.timeout' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'checkout.timeout' AND "value" = '10' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=checkout.version' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'checkout.version' AND "value" = '4.2.0' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=export.limit' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'export.limit' AND "value" = '320' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=export.timeout' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'export.timeout' AND "value" = '80' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=export.version' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'export.version' AND "value" = '4.2.0' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=invoice.limit' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'invoice.limit' AND "value" = '160' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=invoice.timeout' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'invoice.timeout' AND "value" = '40' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=invoice.version' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'invoice.version' AND "value" = '4.2.0' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=login.limit' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'login.limit' AND "value" = '280' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=login.timeout' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'login.timeout' AND "value" = '70' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=login.version' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'login.version' AND "value" = '4.2.0' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=mail.limit' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'mail.limit' AND "value" = '120' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=mail.retries' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'mail.retries' AND "value" = '25' AND "deployed_at" = '2026-10-04 06:00:00'))
UNION ALL SELECT 'settings name=mail.timeout' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'mail.timeout' AND "value" = '30' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=mail.version' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'mail.version' AND "value" = '4.2.0' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=payment.provider' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'payment.provider' AND "value" = 'northpay' AND "deployed_at" = '2026-11-22 10:31:00'))
UNION ALL SELECT 'settings name=search.enabled' WHERE NOT (NOT EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'search.enabled'))
UNION ALL SELECT 'settings name=search.limit' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'search.limit' AND "value" = '240' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=search.timeout' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'search.timeout' AND "value" = '60' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=search.version' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'search.version' AND "value" = '4.2.0' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=stock.limit' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'stock.limit' AND "value" = '200' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=stock.timeout' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'stock.timeout' AND "value" = '50' AND "deployed_at" = '2026-11-22 10:22:00'))
UNION ALL SELECT 'settings name=stock.version' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'stock.version' AND "value" = '4.2.0' AND "deployed_at" = '2026-11-22 10:22:00'));
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: rows moved since the comparison: ' || n || ', among them ' || row_names
FROM (SELECT (SELECT count(*) FROM temp.rejoin_unlike) AS n,
  (SELECT group_concat(substr(row_name, 1, 120), '; ') FROM
    (SELECT row_name FROM temp.rejoin_unlike LIMIT 3)) AS row_names)
WHERE n > 0;
-- Is every row as decided, and does every reference hold?
INSERT INTO temp.rejoin_unlike
SELECT 'settings name=stock.enabled' WHERE NOT (NOT EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'stock.enabled'))
UNION ALL SELECT 'order_lines order_id=983, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 983 AND "line_no" = 2))
UNION ALL SELECT 'order_lines order_id=991, line_no=2' WHERE NOT (NOT EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 991 AND "line_no" = 2))
UNION ALL SELECT 'products product_id=30' WHERE NOT (NOT EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 30))
UNION ALL SELECT 'customers customer_id=20' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 20 AND "name" = 'David Lindström' AND "email" = 'david.lindstroem@example.com' AND "phone" = '+33 4 555 2020' AND "city" = 'Lyon 3e' AND "rep" = 5))
UNION ALL SELECT 'customers customer_id=23' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 23 AND "name" = 'Eva Costa' AND "email" = 'eva.costa@example.com' AND "phone" = '+49 421 555 23' AND "city" = 'Zürich' AND "rep" = 5))
UNION ALL SELECT 'customers customer_id=24' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 24 AND "name" = 'Eva O''Dowd' AND "email" = 'eva.odowd@example.com' AND "phone" = '+351 22 555 2402' AND "city" = 'Lyon' AND "rep" = 6))
UNION ALL SELECT 'orders order_id=955' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 955 AND "customer_id" = 56 AND "ordered_at" = '2026-11-22 04:43:00' AND "status" = 'paid' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:17:00' AND "channel" = 'phone'))
UNION ALL SELECT 'orders order_id=965' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 965 AND "customer_id" = 6 AND "ordered_at" = '2026-11-22 05:53:00' AND "status" = 'paid' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:17:00' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=975' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 975 AND "customer_id" = 16 AND "ordered_at" = '2026-11-22 07:03:00' AND "status" = 'paid' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:17:00' AND "channel" = 'phone'))
UNION ALL SELECT 'orders order_id=985' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 985 AND "customer_id" = 26 AND "ordered_at" = '2026-11-22 08:13:00' AND "status" = 'paid' AND "note" = 'gift wrap' AND "updated_at" = '2026-11-22 10:17:00' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=995' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 995 AND "customer_id" = 36 AND "ordered_at" = '2026-11-22 09:23:00' AND "status" = 'paid' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:17:00' AND "channel" = 'phone'))
UNION ALL SELECT 'orders order_id=996' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 996 AND "customer_id" = 15 AND "ordered_at" = '2026-11-22 09:30:00' AND "status" = 'paid' AND "note" = 'deliver after 17:00' AND "updated_at" = '2026-11-22 10:13:10' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=998' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 998 AND "customer_id" = 27 AND "ordered_at" = '2026-11-22 09:44:00' AND "status" = 'shipped' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:21:00' AND "channel" = 'web'))
UNION ALL SELECT 'products product_id=1' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 1 AND "sku" = 'CUP-01' AND "name" = 'Cup, white' AND "price" = 6.5 AND "stock" = 310 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=3' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 3 AND "sku" = 'PLT-01' AND "name" = 'Plate, small' AND "price" = 7.2 AND "stock" = 332 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=4' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 4 AND "sku" = 'PLT-02' AND "name" = 'Plate, large' AND "price" = 11.4 AND "stock" = 295 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=5' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 5 AND "sku" = 'BWL-01' AND "name" = 'Bowl, oak' AND "price" = 19.9 AND "stock" = 309 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=6' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 6 AND "sku" = 'BWL-02' AND "name" = 'Bowl, walnut' AND "price" = 24.9 AND "stock" = 323 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=7' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 7 AND "sku" = 'JUG-01' AND "name" = 'Jug, 1 l' AND "price" = 17.5 AND "stock" = 334 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=8' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 8 AND "sku" = 'JUG-02' AND "name" = 'Jug, 2 l' AND "price" = 22 AND "stock" = 295 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=9' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 9 AND "sku" = 'TEA-01' AND "name" = 'Teapot' AND "price" = 34.9 AND "stock" = 310 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=11' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 11 AND "sku" = 'KNF-01' AND "name" = 'Bread knife' AND "price" = 29 AND "stock" = 335 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=12' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 12 AND "sku" = 'KNF-02' AND "name" = 'Paring knife' AND "price" = 12.5 AND "stock" = 298 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=13' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 13 AND "sku" = 'BRD-01' AND "name" = 'Cutting board' AND "price" = 21.9 AND "stock" = 309 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=14' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 14 AND "sku" = 'BRD-02' AND "name" = 'Cheese board' AND "price" = 18.4 AND "stock" = 329 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=15' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 15 AND "sku" = 'PAN-01' AND "name" = 'Frying pan' AND "price" = 49 AND "stock" = 339 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=16' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 16 AND "sku" = 'PAN-02' AND "name" = 'Sauce pan' AND "price" = 44.5 AND "stock" = 303 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=17' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 17 AND "sku" = 'TWL-01' AND "name" = 'Tea towel' AND "price" = 5.9 AND "stock" = 305 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=18' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 18 AND "sku" = 'TWL-02' AND "name" = 'Hand towel' AND "price" = 9.8 AND "stock" = 329 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=19' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 19 AND "sku" = 'CND-01' AND "name" = 'Candle, small' AND "price" = 2.4 AND "stock" = 337 AND "tax_class" = 'reduced'))
UNION ALL SELECT 'products product_id=20' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 20 AND "sku" = 'CND-02' AND "name" = 'Candle, large' AND "price" = 4.8 AND "stock" = 299 AND "tax_class" = 'reduced'))
UNION ALL SELECT 'products product_id=21' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 21 AND "sku" = 'VAS-01' AND "name" = 'Vase, clear' AND "price" = 15 AND "stock" = 313 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=22' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 22 AND "sku" = 'VAS-02' AND "name" = 'Vase, green' AND "price" = 16 AND "stock" = 331 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=23' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 23 AND "sku" = 'LMP-01' AND "name" = 'Table lamp' AND "price" = 59 AND "stock" = 343 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=27' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 27 AND "sku" = 'CLK-01' AND "name" = 'Wall clock' AND "price" = 39 AND "stock" = 298 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=28' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 28 AND "sku" = 'CLK-02' AND "name" = 'Alarm clock' AND "price" = 27 AND "stock" = 307 AND "tax_class" = 'standard'))
UNION ALL SELECT 'products product_id=32' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 32 AND "sku" = 'GFT-02' AND "name" = 'Gift box' AND "price" = 12 AND "stock" = 80 AND "tax_class" = 'standard'))
UNION ALL SELECT 'settings name=catalog.retries' WHERE NOT (EXISTS (SELECT 1 FROM "settings" WHERE "name" = 'catalog.retries' AND "value" = '35' AND "deployed_at" = '2026-10-04 06:00:00'))
UNION ALL SELECT 'employees employee_id=11' WHERE NOT (EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 11 AND "name" = 'Tom Becker' AND "job" = 'warehouse' AND "manager_id" = 3))
UNION ALL SELECT 'employees employee_id=8' WHERE NOT (EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 8 AND "name" = 'Tomasz Wójcik' AND "job" = 'warehouse' AND "manager_id" = 11))
UNION ALL SELECT 'customers customer_id=32' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 32 AND "name" = 'Greta Bauer' AND "email" = 'greta.bauer@example.com' AND "phone" IS NULL AND "city" = 'Graz' AND "rep" = 11))
UNION ALL SELECT 'employees employee_id=10' WHERE NOT (EXISTS (SELECT 1 FROM "employees" WHERE "employee_id" = 10 AND "name" = 'Yusuf Demir' AND "job" = 'warehouse' AND "manager_id" = 11))
UNION ALL SELECT 'customers customer_id=12' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 12 AND "name" = 'Chloé Bauer' AND "email" = 'chloe.bauer@example.com' AND "phone" IS NULL AND "city" = 'Porto' AND "rep" = 6))
UNION ALL SELECT 'customers customer_id=64' WHERE NOT (EXISTS (SELECT 1 FROM "customers" WHERE "customer_id" = 64 AND "name" = 'Jonas Weber' AND "email" = 'jonas.weber@example.com' AND "phone" = '+43 316 555 61' AND "city" = 'Graz' AND "rep" = 11))
UNION ALL SELECT 'orders order_id=1026' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1026 AND "customer_id" = 24 AND "ordered_at" = '2026-11-22 10:15:44' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:15:44' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1027' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1027 AND "customer_id" = 47 AND "ordered_at" = '2026-11-22 10:16:29' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:16:29' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1028' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1028 AND "customer_id" = 10 AND "ordered_at" = '2026-11-22 10:17:13' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:17:13' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1029' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1029 AND "customer_id" = 12 AND "ordered_at" = '2026-11-22 10:17:58' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:17:58' AND "channel" = 'phone'))
UNION ALL SELECT 'orders order_id=1030' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1030 AND "customer_id" = 62 AND "ordered_at" = '2026-11-22 10:18:42' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:18:42' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1031' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1031 AND "customer_id" = 64 AND "ordered_at" = '2026-11-22 10:19:27' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:19:27' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1032' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1032 AND "customer_id" = 42 AND "ordered_at" = '2026-11-22 10:20:11' AND "status" = 'open' AND "note" = 'gift wrap' AND "updated_at" = '2026-11-22 10:20:11' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1033' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1033 AND "customer_id" = 5 AND "ordered_at" = '2026-11-22 10:20:56' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:20:56' AND "channel" = 'phone'))
UNION ALL SELECT 'orders order_id=1034' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1034 AND "customer_id" = 28 AND "ordered_at" = '2026-11-22 10:21:40' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:21:40' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1035' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1035 AND "customer_id" = 51 AND "ordered_at" = '2026-11-22 10:22:25' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:22:25' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1036' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1036 AND "customer_id" = 14 AND "ordered_at" = '2026-11-22 10:23:09' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:23:09' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1037' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1037 AND "customer_id" = 37 AND "ordered_at" = '2026-11-22 10:23:54' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:23:54' AND "channel" = 'phone'))
UNION ALL SELECT 'orders order_id=1038' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1038 AND "customer_id" = 60 AND "ordered_at" = '2026-11-22 10:24:38' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:24:38' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1039' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1039 AND "customer_id" = 23 AND "ordered_at" = '2026-11-22 10:25:23' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:25:23' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1040' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1040 AND "customer_id" = 46 AND "ordered_at" = '2026-11-22 10:26:07' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:26:07' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1041' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1041 AND "customer_id" = 9 AND "ordered_at" = '2026-11-22 10:26:52' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:26:52' AND "channel" = 'phone'))
UNION ALL SELECT 'orders order_id=1042' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1042 AND "customer_id" = 32 AND "ordered_at" = '2026-11-22 10:27:36' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:27:36' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1043' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1043 AND "customer_id" = 55 AND "ordered_at" = '2026-11-22 10:28:21' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:28:21' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1044' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1044 AND "customer_id" = 18 AND "ordered_at" = '2026-11-22 10:29:05' AND "status" = 'open' AND "note" IS NULL AND "updated_at" = '2026-11-22 10:29:05' AND "channel" = 'web'))
UNION ALL SELECT 'orders order_id=1045' WHERE NOT (EXISTS (SELECT 1 FROM "orders" WHERE "order_id" = 1045 AND "customer_id" = 41 AND "ordered_at" = '2026-11-22 10:29:50' AND "status" = 'open' AND "note" = 'gift wrap' AND "updated_at" = '2026-11-22 10:29:50' AND "channel" = 'phone'))
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1030, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1030 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1035, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1035 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1040, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1040 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''phone desk'', ''order placed'', 1045, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'phone desk' AND "action" = 'order placed' AND "order_id" = 1045 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''warehouse'', ''slip printed'', 1027, NULL) no. 3' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'warehouse' AND "action" = 'slip printed' AND "order_id" = 1027 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1026, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1026 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1027, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1027 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1028, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1028 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1029, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1029 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1031, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1031 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1032, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1032 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1033, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1033 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1034, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1034 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1036, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1036 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1037, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1037 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1038, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1038 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1039, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1039 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1041, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1041 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1042, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1042 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1043, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1043 AND "note" IS NULL) = 1)
UNION ALL SELECT 'audit_log (''2026-11-22'', ''webshop'', ''order placed'', 1044, NULL) no. 1' WHERE NOT ((SELECT count(*) FROM "audit_log" WHERE "logged_on" = '2026-11-22' AND "actor" = 'webshop' AND "action" = 'order placed' AND "order_id" = 1044 AND "note" IS NULL) = 1)
UNION ALL SELECT 'products product_id=29' WHERE NOT (EXISTS (SELECT 1 FROM "products" WHERE "product_id" = 29 AND "sku" = 'MAT-01' AND "name" = 'Door mat' AND "price" = 19.9 AND "stock" = 40 AND "tax_class" = 'standard'))
UNION ALL SELECT 'order_lines order_id=978, line_no=4' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 978 AND "line_no" = 4 AND "product_id" = 19 AND "qty" = 6))
UNION ALL SELECT 'order_lines order_id=994, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 994 AND "line_no" = 3 AND "product_id" = 20 AND "qty" = 9))
UNION ALL SELECT 'order_lines order_id=1026, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1026 AND "line_no" = 1 AND "product_id" = 5 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1026, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1026 AND "line_no" = 2 AND "product_id" = 18 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1026, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1026 AND "line_no" = 3 AND "product_id" = 22 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1027, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1027 AND "line_no" = 1 AND "product_id" = 23 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1028, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1028 AND "line_no" = 1 AND "product_id" = 4 AND "qty" = 4))
UNION ALL SELECT 'order_lines order_id=1028, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1028 AND "line_no" = 2 AND "product_id" = 8 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1029, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1029 AND "line_no" = 1 AND "product_id" = 13 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1029, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1029 AND "line_no" = 2 AND "product_id" = 17 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1029, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1029 AND "line_no" = 3 AND "product_id" = 21 AND "qty" = 4))
UNION ALL SELECT 'order_lines order_id=1030, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1030 AND "line_no" = 1 AND "product_id" = 9 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1031, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1031 AND "line_no" = 1 AND "product_id" = 3 AND "qty" = 2));
INSERT INTO temp.rejoin_unlike
SELECT 'order_lines order_id=1031, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1031 AND "line_no" = 2 AND "product_id" = 7 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1032, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1032 AND "line_no" = 1 AND "product_id" = 12 AND "qty" = 4))
UNION ALL SELECT 'order_lines order_id=1032, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1032 AND "line_no" = 2 AND "product_id" = 16 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1032, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1032 AND "line_no" = 3 AND "product_id" = 20 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1033, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1033 AND "line_no" = 1 AND "product_id" = 21 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1034, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1034 AND "line_no" = 1 AND "product_id" = 13 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1034, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1034 AND "line_no" = 2 AND "product_id" = 6 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1035, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1035 AND "line_no" = 1 AND "product_id" = 11 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1035, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1035 AND "line_no" = 2 AND "product_id" = 15 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1035, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1035 AND "line_no" = 3 AND "product_id" = 19 AND "qty" = 4))
UNION ALL SELECT 'order_lines order_id=1036, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1036 AND "line_no" = 1 AND "product_id" = 20 AND "qty" = 4))
UNION ALL SELECT 'order_lines order_id=1037, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1037 AND "line_no" = 1 AND "product_id" = 1 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1037, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1037 AND "line_no" = 2 AND "product_id" = 5 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1038, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1038 AND "line_no" = 1 AND "product_id" = 17 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1038, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1038 AND "line_no" = 2 AND "product_id" = 14 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1038, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1038 AND "line_no" = 3 AND "product_id" = 18 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1039, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1039 AND "line_no" = 1 AND "product_id" = 19 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1040, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1040 AND "line_no" = 1 AND "product_id" = 28 AND "qty" = 4))
UNION ALL SELECT 'order_lines order_id=1040, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1040 AND "line_no" = 2 AND "product_id" = 4 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1041, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1041 AND "line_no" = 1 AND "product_id" = 9 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1041, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1041 AND "line_no" = 2 AND "product_id" = 13 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1041, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1041 AND "line_no" = 3 AND "product_id" = 17 AND "qty" = 4))
UNION ALL SELECT 'order_lines order_id=1042, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1042 AND "line_no" = 1 AND "product_id" = 21 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1043, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1043 AND "line_no" = 1 AND "product_id" = 27 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1043, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1043 AND "line_no" = 2 AND "product_id" = 3 AND "qty" = 3))
UNION ALL SELECT 'order_lines order_id=1044, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1044 AND "line_no" = 1 AND "product_id" = 8 AND "qty" = 4))
UNION ALL SELECT 'order_lines order_id=1044, line_no=2' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1044 AND "line_no" = 2 AND "product_id" = 12 AND "qty" = 1))
UNION ALL SELECT 'order_lines order_id=1044, line_no=3' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1044 AND "line_no" = 3 AND "product_id" = 16 AND "qty" = 2))
UNION ALL SELECT 'order_lines order_id=1045, line_no=1' WHERE NOT (EXISTS (SELECT 1 FROM "order_lines" WHERE "order_id" = 1045 AND "line_no" = 1 AND "product_id" = 17 AND "qty" = 2))
UNION ALL SELECT 'payments payment_id=173' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 173 AND "order_id" = 1026 AND "amount" = 20 AND "method" = 'voucher' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=174' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 174 AND "order_id" = 1027 AND "amount" = 118 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=175' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 175 AND "order_id" = 1029 AND "amount" = 121.5 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=176' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 176 AND "order_id" = 1030 AND "amount" = 34.9 AND "method" = 'invoice' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=177' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 177 AND "order_id" = 1031 AND "amount" = 66.9 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=178' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 178 AND "order_id" = 1032 AND "amount" = 104.1 AND "method" = 'invoice' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=179' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 179 AND "order_id" = 1033 AND "amount" = 30 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=180' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 180 AND "order_id" = 1034 AND "amount" = 20 AND "method" = 'voucher' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=181' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 181 AND "order_id" = 1036 AND "amount" = 19.2 AND "method" = 'invoice' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=182' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 182 AND "order_id" = 1037 AND "amount" = 72.7 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=183' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 183 AND "order_id" = 1038 AND "amount" = 43.9 AND "method" = 'invoice' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=184' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 184 AND "order_id" = 1039 AND "amount" = 4.8 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=185' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 185 AND "order_id" = 1040 AND "amount" = 119.4 AND "method" = 'invoice' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=186' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 186 AND "order_id" = 1041 AND "amount" = 159.1 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=187' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 187 AND "order_id" = 1043 AND "amount" = 99.6 AND "method" = 'card' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=188' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 188 AND "order_id" = 1044 AND "amount" = 189.5 AND "method" = 'invoice' AND "paid_on" = '2026-11-22'))
UNION ALL SELECT 'payments payment_id=189' WHERE NOT (EXISTS (SELECT 1 FROM "payments" WHERE "payment_id" = 189 AND "order_id" = 1045 AND "amount" = 11.8 AND "method" = 'card' AND "paid_on" = '2026-11-22'));
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
UPDATE main.sqlite_sequence SET seq = max(seq, 1045) WHERE name = 'orders';
INSERT INTO main.sqlite_sequence (name, seq) SELECT 'orders', 1045
WHERE NOT EXISTS (SELECT 1 FROM main.sqlite_sequence WHERE name = 'orders');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the generator of orders is below its highest key'
WHERE (SELECT max(seq) FROM main.sqlite_sequence WHERE name = 'orders') < (SELECT max("order_id") FROM "orders");
UPDATE main.sqlite_sequence SET seq = max(seq, 189) WHERE name = 'payments';
INSERT INTO main.sqlite_sequence (name, seq) SELECT 'payments', 189
WHERE NOT EXISTS (SELECT 1 FROM main.sqlite_sequence WHERE name = 'payments');
INSERT INTO temp.rejoin_guard SELECT 'rejoin refused: the generator of payments is below its highest key'
WHERE (SELECT max(seq) FROM main.sqlite_sequence WHERE name = 'payments') < (SELECT max("payment_id") FROM "payments");
DROP VIEW temp.rejoin_shape;
DROP TABLE temp.rejoin_unlike;
DROP TABLE temp.rejoin_guard;
COMMIT;
