-- A (PRD01) takes the orders from 10:00 to 10:15, then it is upgraded. A blank line ends a statement.

{begin}

INSERT INTO employees (employee_id, name, job, manager_id) VALUES (9, 'Nadia Flores', 'sales', 2);

INSERT INTO customers (customer_id, name, email, phone, city, rep) VALUES
    (61, 'Iris Novak', 'iris.novak@example.com', '+49 40 555 7001', 'Hamburg', 9),
    (62, 'Paula Stern', 'paula.stern@example.com', NULL, 'Lyon', 5);

INSERT INTO orders (order_id, customer_id, ordered_at, status, note, updated_at)
WITH RECURSIVE o(i) AS (
    VALUES (1) UNION ALL SELECT i + 1 FROM o WHERE i < {collisions})
SELECT {last} + i,
    CASE i WHEN 3 THEN 13 WHEN 5 THEN 62 WHEN 6 THEN 61 ELSE 1 + i * 17 % 60 + CASE WHEN i * 17 % 60 IN (11, 12) THEN 2 ELSE 0 END END,
    {plus seconds|2026-11-22 10:00:00|i * 890 / {collisions}},
    'open',
    CASE i % 11 WHEN 5 THEN 'ring twice' END,
    {plus seconds|2026-11-22 10:00:00|i * 890 / {collisions}}
FROM o;

INSERT INTO order_lines (order_id, line_no, product_id, qty)
SELECT order_id, line_no,
    CASE WHEN line_no = 1 AND i % 4 = 1 THEN 1 + (i + 3) % 28 ELSE 1 + (i * 5 + line_no * 3) % 28 END,
    CASE WHEN line_no = 1 AND i % 4 = 1 THEN 1 ELSE 1 + (i + line_no) % 3 END
FROM (SELECT order_id, order_id - {last} AS i FROM orders WHERE order_id > {last}) AS entered,
    (SELECT 1 AS line_no UNION ALL SELECT 2 UNION ALL SELECT 3) AS numbers
WHERE line_no <= 1 + i % 3
ORDER BY order_id, line_no;

INSERT INTO payments (order_id, amount, method, paid_on)
SELECT order_id,
    CASE (order_id - {last}) % 8 WHEN 1 THEN 20 ELSE round(sum(price * qty), 2) END,
    CASE WHEN (order_id - {last}) % 8 = 1 THEN 'voucher' WHEN order_id % 2 = 0 THEN 'card' ELSE 'cash' END,
    '2026-11-22'
FROM orders JOIN order_lines USING (order_id) JOIN products USING (product_id)
WHERE order_id > {last} AND (order_id - {last}) % 5 <> 0
GROUP BY order_id
ORDER BY order_id;

INSERT INTO audit_log (logged_on, actor, action, order_id, note)
SELECT '2026-11-22', CASE (order_id - {last}) % 3 WHEN 0 THEN 'phone desk' ELSE 'webshop' END, 'order placed', order_id,
    NULL
FROM orders
WHERE order_id > {last}
ORDER BY order_id;

INSERT INTO audit_log (logged_on, actor, action, order_id, note) VALUES
    ('2026-11-22', 'warehouse', 'slip printed', {last} + 2, NULL),
    ('2026-11-22', 'warehouse', 'slip printed', {last} + 2, NULL);

UPDATE orders SET status = 'shipped', updated_at = '2026-11-22 10:12:00'
WHERE order_id <= {last} AND {last} - order_id < {recent} AND ({last} - order_id) % 10 = 8;

UPDATE orders SET status = 'cancelled', updated_at = '2026-11-22 10:12:30' WHERE order_id = {last} - 2;

UPDATE orders SET status = 'paid', updated_at = '2026-11-22 10:13:10' WHERE order_id = {last} - 4;

DELETE FROM order_lines WHERE order_id = {last} - 6 AND line_no = 3;

UPDATE order_lines SET qty = 7 WHERE order_id = {last} - 9 AND line_no = 2;

DELETE FROM order_lines WHERE order_id = {last} - 13 AND line_no = 2;

INSERT INTO order_lines (order_id, line_no, product_id, qty) VALUES ({last} - 21, 3, 17, 2);

UPDATE customers SET phone = '+33 4 555 2020' WHERE customer_id = 20;

UPDATE customers SET rep = 9 WHERE customer_id IN (21, 31);

UPDATE customers SET city = 'Bremen' WHERE customer_id = 22;

UPDATE customers SET phone = '+351 22 555 2401' WHERE customer_id = 24;

{count on}

COMMIT;
