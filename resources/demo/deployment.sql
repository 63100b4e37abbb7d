-- Release 4.2.0. It runs once on each server, while the other takes the orders.
-- A blank line ends a statement.

{begin}

ALTER TABLE orders ADD COLUMN channel TEXT NOT NULL DEFAULT 'shop';

UPDATE orders SET channel = CASE WHEN customer_id % 4 = 0 THEN 'phone' ELSE 'web' END;

-- the column was added by hand on A, where it may be empty
ALTER TABLE products ADD COLUMN tax_class {tax_class};

UPDATE products SET tax_class = CASE WHEN price < 5 THEN 'reduced' ELSE 'standard' END;

INSERT INTO products (product_id, sku, name, price, stock, tax_class)
VALUES (31, 'GFT-01', 'Gift card', 25.00, 500, 'standard');

UPDATE settings SET deployed_at = '{deployed_at}' WHERE name LIKE '%.timeout' OR name LIKE '%.limit';

UPDATE settings SET value = '4.2.0', deployed_at = '{deployed_at}' WHERE name LIKE '%.version';

UPDATE settings SET value = '60' WHERE name = 'login.retries';

DELETE FROM settings WHERE name = 'export.enabled';

INSERT INTO settings (name, value, deployed_at) VALUES ('release', '4.2.0', '2026-11-22 06:00:00');

UPDATE customers SET city = 'Oporto' WHERE customer_id = 40;

UPDATE orders SET status = 'archived', updated_at = '2026-11-22 10:00:00'
WHERE {last} - order_id BETWEEN 41 AND 43;

INSERT INTO audit_log (logged_on, actor, action, order_id, note)
VALUES ('2026-11-22', 'deployment', 'release 4.2.0', NULL, 'orders.channel, products.tax_class');

{count on}

COMMIT;
