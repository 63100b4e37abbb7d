
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_names text;
BEGIN
  WITH rejoin_list (rejoin_row, "order_id", "status", "no""te") AS (VALUES
(NULL::text, NULL::bigint, NULL::text, NULL::text),
('orders order_id=1', 1, 'it''s open', NULL),
('orders order_id=2', 2, 'it''s open', NULL)
OFFSET 1),
  rejoin_found AS (SELECT rejoin_row FROM "public"."orders" JOIN rejoin_list
    ON "public"."orders"."order_id" = rejoin_list."order_id"
    AND "public"."orders"."status" IS NOT DISTINCT FROM rejoin_list."status"
    AND "public"."orders"."no""te" IS NOT DISTINCT FROM rejoin_list."no""te"
    FOR UPDATE OF "orders"),
  rejoin_once AS (SELECT rejoin_row FROM rejoin_found GROUP BY rejoin_row HAVING count(*) = 1)
  SELECT string_agg(rejoin_row || chr(10), '' ORDER BY rejoin_list."order_id") INTO rejoin_names
  FROM rejoin_list WHERE rejoin_row NOT IN (SELECT rejoin_row FROM rejoin_once);
  IF rejoin_names IS NOT NULL THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || rejoin_names, 200000), true); END IF;
  IF current_setting('rejoin.unlike') = '' THEN
    WITH rejoin_list (rejoin_row, "order_id") AS (VALUES
(NULL::text, NULL::bigint),
('orders order_id=1', 1),
('orders order_id=2', 2)
OFFSET 1),
  rejoin_done AS (DELETE FROM "public"."orders" USING rejoin_list
    WHERE "public"."orders"."order_id" = rejoin_list."order_id"
    RETURNING rejoin_list.rejoin_row)
  SELECT string_agg(rejoin_row || chr(10), '' ORDER BY rejoin_list."order_id") INTO rejoin_names
  FROM rejoin_list WHERE rejoin_row NOT IN (SELECT rejoin_row FROM rejoin_done);
    IF rejoin_names IS NOT NULL THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || rejoin_names, 200000), true); END IF;
  END IF;
END $rejoin$;

DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_names text;
BEGIN
  WITH rejoin_list (rejoin_row, "order_id", "status", "no""te") AS (VALUES
(NULL::text, NULL::bigint, NULL::text, NULL::text),
('orders order_id=1', 1, 'it''s open', NULL),
('orders order_id=2', 2, 'it''s open', NULL)
OFFSET 1),
  rejoin_found AS (SELECT rejoin_row FROM "public"."orders" JOIN rejoin_list
    ON "public"."orders"."order_id" = rejoin_list."order_id"
    AND "public"."orders"."status" IS NOT DISTINCT FROM rejoin_list."status"
    AND "public"."orders"."no""te" IS NOT DISTINCT FROM rejoin_list."no""te"
    FOR NO KEY UPDATE OF "orders"),
  rejoin_once AS (SELECT rejoin_row FROM rejoin_found GROUP BY rejoin_row HAVING count(*) = 1)
  SELECT string_agg(rejoin_row || chr(10), '' ORDER BY rejoin_list."order_id") INTO rejoin_names
  FROM rejoin_list WHERE rejoin_row NOT IN (SELECT rejoin_row FROM rejoin_once);
  IF rejoin_names IS NOT NULL THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || rejoin_names, 200000), true); END IF;
  IF current_setting('rejoin.unlike') = '' THEN
    WITH rejoin_list (rejoin_row, "order_id", "status") AS (VALUES
(NULL::text, NULL::bigint, NULL::text),
('orders order_id=1', 1, 'paid'),
('orders order_id=2', 2, 'paid')
OFFSET 1),
  rejoin_done AS (UPDATE "public"."orders" SET "status" = rejoin_list."status"
    FROM rejoin_list
    WHERE "public"."orders"."order_id" = rejoin_list."order_id"
    RETURNING rejoin_list.rejoin_row)
  SELECT string_agg(rejoin_row || chr(10), '' ORDER BY rejoin_list."order_id") INTO rejoin_names
  FROM rejoin_list WHERE rejoin_row NOT IN (SELECT rejoin_row FROM rejoin_done);
    IF rejoin_names IS NOT NULL THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || rejoin_names, 200000), true); END IF;
  END IF;
END $rejoin$;

DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_names text;
BEGIN
  WITH rejoin_list (rejoin_row, "order_id", "status", "no""te") AS (VALUES
(NULL::text, NULL::bigint, NULL::text, NULL::text),
('orders order_id=1', 1, 'it''s open', NULL),
('orders order_id=2', 2, 'it''s open', NULL)
OFFSET 1),
  rejoin_taken AS (SELECT rejoin_row FROM rejoin_list WHERE EXISTS (SELECT 1 FROM "public"."orders" WHERE "public"."orders"."order_id" = rejoin_list."order_id")),
  rejoin_done AS (INSERT INTO "public"."orders" ("order_id", "status", "no""te") OVERRIDING SYSTEM VALUE
    SELECT "order_id", "status", "no""te" FROM rejoin_list WHERE NOT EXISTS (SELECT 1 FROM rejoin_taken) AND current_setting('rejoin.unlike') = '' ON CONFLICT DO NOTHING
    RETURNING "order_id")
  SELECT string_agg(rejoin_row || chr(10), '' ORDER BY rejoin_list."order_id") INTO rejoin_names
  FROM rejoin_list WHERE CASE WHEN EXISTS (SELECT 1 FROM rejoin_taken) OR NOT current_setting('rejoin.unlike') = ''
    THEN rejoin_row IN (SELECT rejoin_row FROM rejoin_taken)
    ELSE (rejoin_list."order_id") NOT IN (SELECT "order_id" FROM rejoin_done) END;
  IF rejoin_names IS NOT NULL THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || rejoin_names, 200000), true); END IF;
END $rejoin$;

DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_rows bigint; rejoin_found bigint;
BEGIN
  rejoin_found := 0;
  PERFORM 1 FROM "public"."orders" WHERE "order_id" = 1 AND "status" = 'it''s open' AND "no""te" IS NULL FOR NO KEY UPDATE;
  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  IF rejoin_rows = 1 THEN rejoin_found := rejoin_found + 1; ELSE PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=1' || chr(10), 200000), true); END IF;
  SELECT count(*) INTO rejoin_rows WHERE NOT EXISTS (SELECT 1 FROM "public"."orders" WHERE "order_id" = 2);
  IF rejoin_rows = 1 THEN rejoin_found := rejoin_found + 1; ELSE PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=2' || chr(10), 200000), true); END IF;
  IF rejoin_found = 2 AND current_setting('rejoin.unlike') = '' THEN
    WITH rejoin_1 AS (UPDATE "public"."orders" SET "status" = 'paid' WHERE "order_id" = 1 RETURNING 1),
    rejoin_2 AS (INSERT INTO "public"."orders" ("order_id", "status", "no""te") OVERRIDING SYSTEM VALUE
    VALUES (2, 'it''s open', NULL) ON CONFLICT DO NOTHING RETURNING 1)
  SELECT (SELECT count(*) FROM rejoin_1) + (SELECT count(*) FROM rejoin_2) INTO rejoin_rows;
    IF rejoin_rows <> 2 THEN
    PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=1' || chr(10), 200000), true);
    PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=2' || chr(10), 200000), true);
    END IF;
  END IF;
END $rejoin$;
