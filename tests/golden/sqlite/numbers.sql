BEGIN IMMEDIATE
INSERT INTO main.sqlite_sequence (name, seq) SELECT 'order''s', 0
WHERE NOT EXISTS (SELECT 1 FROM main.sqlite_sequence WHERE name = 'order''s')
UPDATE main.sqlite_sequence SET seq = max(seq, 5000, coalesce((SELECT max("order id") FROM main."order's"), 0)) + 20 WHERE name = 'order''s'
SELECT seq - 20 + 1, seq, 1 FROM main.sqlite_sequence WHERE name = 'order''s'
COMMIT
-- after an error
ROLLBACK
