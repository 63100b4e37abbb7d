-- A (PRD01), upgraded, takes the orders again from 10:30. A blank line ends a statement.

{begin}

INSERT INTO orders (order_id, customer_id, ordered_at, status, note, updated_at, channel)
WITH RECURSIVE o(i) AS (
    VALUES ({collisions} + 1) UNION ALL SELECT i + 1 FROM o WHERE i < {collisions} + {late})
SELECT {last} + i,
    1 + i * 17 % 60 + CASE WHEN i * 17 % 60 IN (11, 12) THEN 2 ELSE 0 END,
    {plus seconds|2026-11-22 10:30:00|(i - {collisions}) * 890 / {late}},
    'open', NULL,
    {plus seconds|2026-11-22 10:30:00|(i - {collisions}) * 890 / {late}},
    CASE i % 4 WHEN 0 THEN 'phone' ELSE 'web' END
FROM o;

INSERT INTO order_lines (order_id, line_no, product_id, qty)
SELECT order_id, line_no, 1 + (i * 5 + line_no * 3) % 28, 1 + (i + line_no) % 3
FROM (SELECT order_id, order_id - {last} AS i FROM orders WHERE order_id > {last} + {collisions}) AS entered,
    (SELECT 1 AS line_no UNION ALL SELECT 2 UNION ALL SELECT 3) AS numbers
WHERE line_no <= 1 + i % 3
ORDER BY order_id, line_no;

INSERT INTO payments (order_id, amount, method, paid_on)
SELECT order_id, round(sum(price * qty), 2), CASE order_id % 2 WHEN 0 THEN 'card' ELSE 'cash' END, '2026-11-22'
FROM orders JOIN order_lines USING (order_id) JOIN products USING (product_id)
WHERE order_id > {last} + {collisions} AND (order_id - {last}) % 5 <> 0
GROUP BY order_id
ORDER BY order_id;

INSERT INTO audit_log (logged_on, actor, action, order_id, note)
SELECT '2026-11-22', 'webshop', 'order placed', order_id, NULL
FROM orders
WHERE order_id > {last} + {collisions}
ORDER BY order_id;

UPDATE products SET stock = stock - coalesce((
    SELECT sum(qty) FROM order_lines
    WHERE order_lines.product_id = products.product_id AND order_id > {last}), 0);

INSERT INTO products (product_id, sku, name, price, stock, tax_class)
VALUES (32, 'GFT-02', 'Gift box', 12.00, 80, NULL);

DELETE FROM products WHERE product_id = 29;

UPDATE products SET price = 15.90 WHERE product_id = 30;

DELETE FROM customers WHERE customer_id = 12;

UPDATE orders SET status = 'shipped', updated_at = '2026-11-22 10:41:00' WHERE order_id = {last} - 3;

DELETE FROM settings WHERE name = 'search.enabled';

UPDATE settings SET value = '25' WHERE name = 'mail.retries';

INSERT INTO settings (name, value, deployed_at) VALUES ('payment.provider', 'northpay', '2026-11-22 10:31:00');

{count on}

COMMIT;
