-- B (PRD02), upgraded, takes the orders from 10:15 to 10:30. A blank line ends a statement.

{begin}

INSERT INTO employees (employee_id, name, job, manager_id) VALUES
    (9, 'Tom Becker', 'warehouse', 3),
    (10, 'Yusuf Demir', 'warehouse', 9);

UPDATE employees SET manager_id = 9 WHERE employee_id = 8;

INSERT INTO customers (customer_id, name, email, phone, city, rep) VALUES
    (61, 'Jonas Weber', 'jonas.weber@example.com', '+43 316 555 61', 'Graz', 9),
    (63, 'P. Stern', 'paula.stern@example.com', '+33 4 555 6300', 'Lyon', 4);

INSERT INTO orders (order_id, customer_id, ordered_at, status, note, updated_at, channel)
WITH RECURSIVE o(i) AS (
    VALUES (1) UNION ALL SELECT i + 1 FROM o WHERE i < {collisions})
SELECT {last} + i,
    CASE i WHEN 4 THEN 12 WHEN 5 THEN 63 WHEN 6 THEN 61 ELSE 1 + i * 23 % 60 + CASE WHEN i * 23 % 60 IN (11, 12) THEN 2 ELSE 0 END END,
    {plus seconds|2026-11-22 10:15:00|i * 890 / {collisions}},
    'open',
    CASE i % 13 WHEN 7 THEN 'gift wrap' END,
    {plus seconds|2026-11-22 10:15:00|i * 890 / {collisions}},
    CASE i % 4 WHEN 0 THEN 'phone' ELSE 'web' END
FROM o;

INSERT INTO order_lines (order_id, line_no, product_id, qty)
SELECT order_id, line_no,
    CASE WHEN line_no = 1 AND i % 4 = 1 THEN 1 + (i + 3) % 28 ELSE 1 + (i * 9 + line_no * 4) % 28 END,
    CASE WHEN line_no = 1 AND i % 4 = 1 THEN 1 ELSE 1 + (i * 2 + line_no) % 4 END
FROM (SELECT order_id, order_id - {last} AS i FROM orders WHERE order_id > {last}) AS entered,
    (SELECT 1 AS line_no UNION ALL SELECT 2 UNION ALL SELECT 3) AS numbers
WHERE line_no <= 1 + (i + 1) % 3
ORDER BY order_id, line_no;

INSERT INTO payments (order_id, amount, method, paid_on)
SELECT order_id,
    CASE (order_id - {last}) % 8 WHEN 1 THEN 20 ELSE round(sum(price * qty), 2) END,
    CASE WHEN (order_id - {last}) % 8 = 1 THEN 'voucher' WHEN order_id % 2 = 0 THEN 'card' ELSE 'invoice' END,
    '2026-11-22'
FROM orders JOIN order_lines USING (order_id) JOIN products USING (product_id)
WHERE order_id > {last} AND (order_id - {last}) % 7 <> 3
GROUP BY order_id
ORDER BY order_id;

INSERT INTO audit_log (logged_on, actor, action, order_id, note)
SELECT '2026-11-22', CASE (order_id - {last}) % 5 WHEN 0 THEN 'phone desk' ELSE 'webshop' END, 'order placed', order_id,
    NULL
FROM orders
WHERE order_id > {last}
ORDER BY order_id;

INSERT INTO audit_log (logged_on, actor, action, order_id, note)
VALUES ('2026-11-22', 'warehouse', 'slip printed', {last} + 2, NULL);

UPDATE products SET stock = stock - coalesce((
    SELECT sum(qty) FROM order_lines
    WHERE order_lines.product_id = products.product_id AND order_id > {last}), 0);

UPDATE products SET price = 19.90 WHERE product_id = 29;

DELETE FROM products WHERE product_id = 30;

DELETE FROM customers WHERE customer_id = 13;

UPDATE orders SET status = 'paid', updated_at = '2026-11-22 10:17:00'
WHERE order_id <= {last} AND {last} - order_id < {recent} AND ({last} - order_id) % 10 = 5;

UPDATE orders SET status = 'shipped', updated_at = '2026-11-22 10:21:00' WHERE order_id = {last} - 2;

UPDATE orders SET status = 'cancelled', updated_at = '2026-11-22 10:18:00' WHERE order_id = {last} - 3;

UPDATE orders SET note = 'deliver after 17:00' WHERE order_id = {last} - 4;

UPDATE order_lines SET qty = 9 WHERE order_id = {last} - 6 AND line_no = 3;

DELETE FROM order_lines WHERE order_id = {last} - 9 AND line_no = 2;

DELETE FROM order_lines WHERE order_id = {last} - 17 AND line_no = 2;

INSERT INTO order_lines (order_id, line_no, product_id, qty) VALUES ({last} - 22, 4, 19, 6);

UPDATE customers SET city = 'Lyon 3e' WHERE customer_id = 20;

UPDATE customers SET rep = 9 WHERE customer_id IN (21, 32);

UPDATE customers SET phone = '+49 421 555 23' WHERE customer_id = 23;

UPDATE customers SET phone = '+351 22 555 2402' WHERE customer_id = 24;

DELETE FROM settings WHERE name = 'stock.enabled';

UPDATE settings SET value = '35' WHERE name = 'catalog.retries';

INSERT INTO settings (name, value, deployed_at) VALUES ('payment.provider', 'paylane', '2026-11-22 10:16:00');

{count on}

COMMIT;
