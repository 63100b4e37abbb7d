-- The shop at 10:00, the last moment that both servers share. Orders are numbered {first} to {last}.
-- A blank line ends a statement.

{begin}

INSERT INTO employees (employee_id, name, job, manager_id) VALUES
    (1, 'Helena Brandt', 'managing director', NULL),
    (2, 'Marc Dubois', 'head of sales', 1),
    (3, 'Ingrid Sørensen', 'head of logistics', 1),
    (4, 'Daniel Okafor', 'sales', 2),
    (5, 'Lucía Muñoz', 'sales', 2),
    (6, 'Peter Hahn', 'sales', 2),
    (7, 'Sanne de Wit', 'warehouse', 3),
    (8, 'Tomasz Wójcik', 'warehouse', 3);

INSERT INTO customers (customer_id, name, email, phone, city, rep)
WITH
    given(g, first, handle) AS (VALUES
        (0, 'Anna', 'anna'), (1, 'Bruno', 'bruno'), (2, 'Chloé', 'chloe'), (3, 'David', 'david'),
        (4, 'Eva', 'eva'), (5, 'Farid', 'farid'), (6, 'Greta', 'greta'), (7, 'Hugo', 'hugo'),
        (8, 'Irene', 'irene'), (9, 'Jonas', 'jonas'), (10, 'Karin', 'karin'), (11, 'Luca', 'luca')),
    family(f, last, handle) AS (VALUES
        (0, 'Albrecht', 'albrecht'), (1, 'Bauer', 'bauer'), (2, 'Costa', 'costa'), (3, 'O''Dowd', 'odowd'),
        (4, 'Lindström', 'lindstroem')),
    town(t, city) AS (VALUES
        (0, 'Hamburg'), (1, 'Zürich'), (2, 'Lyon'), (3, 'Graz'), (4, 'Porto'), (5, 'Malmö'), (6, 'Cork'))
SELECT 1 + g * 5 + f, first || ' ' || last, given.handle || '.' || family.handle || '@example.com',
    CASE WHEN (g * 5 + f) % 4 = 3 THEN NULL ELSE '+49 40 555 ' || (1000 + (g * 5 + f) * 37) END,
    city, 4 + (g * 5 + f) % 3
FROM given, family, town
WHERE t = (g * 5 + f) % 7
ORDER BY 1;

INSERT INTO products (product_id, sku, name, price, stock) VALUES
    (1, 'CUP-01', 'Cup, white', 6.50, 100), (2, 'CUP-02', 'Cup, blue', 6.90, 100),
    (3, 'PLT-01', 'Plate, small', 7.20, 100), (4, 'PLT-02', 'Plate, large', 11.40, 100),
    (5, 'BWL-01', 'Bowl, oak', 19.90, 100), (6, 'BWL-02', 'Bowl, walnut', 24.90, 100),
    (7, 'JUG-01', 'Jug, 1 l', 17.50, 100), (8, 'JUG-02', 'Jug, 2 l', 22.00, 100),
    (9, 'TEA-01', 'Teapot', 34.90, 100), (10, 'TEA-02', 'Tea strainer', 4.20, 100),
    (11, 'KNF-01', 'Bread knife', 29.00, 100), (12, 'KNF-02', 'Paring knife', 12.50, 100),
    (13, 'BRD-01', 'Cutting board', 21.90, 100), (14, 'BRD-02', 'Cheese board', 18.40, 100),
    (15, 'PAN-01', 'Frying pan', 49.00, 100), (16, 'PAN-02', 'Sauce pan', 44.50, 100),
    (17, 'TWL-01', 'Tea towel', 5.90, 100), (18, 'TWL-02', 'Hand towel', 9.80, 100),
    (19, 'CND-01', 'Candle, small', 2.40, 100), (20, 'CND-02', 'Candle, large', 4.80, 100),
    (21, 'VAS-01', 'Vase, clear', 15.00, 100), (22, 'VAS-02', 'Vase, green', 16.00, 100),
    (23, 'LMP-01', 'Table lamp', 59.00, 100), (24, 'LMP-02', 'Reading lamp', 64.00, 100),
    (25, 'BSK-01', 'Basket, round', 13.30, 100), (26, 'BSK-02', 'Basket, long', 14.70, 100),
    (27, 'CLK-01', 'Wall clock', 39.00, 100), (28, 'CLK-02', 'Alarm clock', 27.00, 100),
    (29, 'MAT-01', 'Door mat', 18.90, 40), (30, 'MAT-02', 'Bath mat', 16.90, 40);

UPDATE products SET stock = stock + {orders} + product_id * 13 % 50 WHERE product_id <= 28;

INSERT INTO orders (order_id, customer_id, ordered_at, status, note, updated_at)
WITH RECURSIVE o(id) AS (
    VALUES ({first}) UNION ALL SELECT id + 1 FROM o WHERE id < {last})
SELECT id,
    1 + id * 37 % 60 + CASE WHEN id * 37 % 60 IN (11, 12) THEN 2 ELSE 0 END,
    {plus minutes|2026-11-22 09:58:00|-7 * ({last} - id)},
    CASE WHEN {last} - id < 40 THEN 'open' WHEN id % 3 = 0 THEN 'paid' ELSE 'shipped' END,
    CASE id % 9 WHEN 0 THEN 'leave at the neighbour''s' WHEN 4 THEN 'gift wrap' END,
    {plus minutes|2026-11-22 09:58:00|-7 * ({last} - id)}
FROM o;

INSERT INTO order_lines (order_id, line_no, product_id, qty)
SELECT order_id, line_no, 1 + (order_id * 7 + line_no * 11) % 28, 1 + (order_id + line_no) % 3
FROM orders, (SELECT 1 AS line_no UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4) AS numbers
WHERE line_no <= 1 + ({last} - order_id) % 4
ORDER BY order_id, line_no;

INSERT INTO payments (order_id, amount, method, paid_on)
SELECT order_id, round(sum(price * qty), 2),
    CASE order_id % 3 WHEN 0 THEN 'card' WHEN 1 THEN 'invoice' ELSE 'cash' END,
    date(ordered_at)
FROM orders JOIN order_lines USING (order_id) JOIN products USING (product_id)
WHERE ({last} - order_id) % 5 <> 0 AND {last} - order_id >= 10
GROUP BY order_id, ordered_at
ORDER BY order_id;

INSERT INTO settings (name, value, deployed_at)
WITH
    part(p, area) AS (VALUES
        (1, 'checkout'), (2, 'catalog'), (3, 'mail'), (4, 'invoice'), (5, 'stock'), (6, 'search'), (7, 'login'),
        (8, 'export')),
    topic(t, item) AS (VALUES (1, 'timeout'), (2, 'retries'), (3, 'enabled'), (4, 'limit'), (5, 'version'))
SELECT area || '.' || item,
    CASE item WHEN 'enabled' THEN 'yes' WHEN 'version' THEN '4.1.3' ELSE '' || (p * t * 10) END,
    '2026-10-04 06:00:00'
FROM part, topic
ORDER BY 1;

INSERT INTO audit_log (logged_on, actor, action, order_id, note)
SELECT date(ordered_at), CASE order_id % 3 WHEN 0 THEN 'phone desk' ELSE 'webshop' END, 'order placed', order_id, NULL
FROM orders
WHERE {last} - order_id < 60
ORDER BY order_id;

{count on}

COMMIT;
