
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_rows bigint;
BEGIN
  SELECT count(*) INTO rejoin_rows FROM (SELECT 1 FROM "public"."orders" WHERE (("order_id" = 1 AND "status" = 'it''s open' AND "no""te" IS NULL)
    OR ("order_id" = 2 AND "status" = 'it''s open' AND "no""te" IS NULL))
    FOR UPDATE) AS rejoin_found;
  IF rejoin_rows <> 2 THEN
  PERFORM 1 FROM "public"."orders" WHERE "order_id" = 1 AND "status" = 'it''s open' AND "no""te" IS NULL FOR UPDATE;
  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  IF rejoin_rows <> 1 THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=1' || chr(10), 200000), true); END IF;
  PERFORM 1 FROM "public"."orders" WHERE "order_id" = 2 AND "status" = 'it''s open' AND "no""te" IS NULL FOR UPDATE;
  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  IF rejoin_rows <> 1 THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=2' || chr(10), 200000), true); END IF;
  ELSIF current_setting('rejoin.unlike') = '' THEN
  DELETE FROM "public"."orders" WHERE "order_id" = 1;
  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  IF rejoin_rows <> 1 THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=1' || chr(10), 200000), true); END IF;
  DELETE FROM "public"."orders" WHERE "order_id" = 2;
  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  IF rejoin_rows <> 1 THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=2' || chr(10), 200000), true); END IF;
  END IF;
END $rejoin$;

DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_rows bigint;
BEGIN
  SELECT count(*) INTO rejoin_rows FROM (SELECT 1 FROM "public"."orders" WHERE (("order_id" = 1 AND "status" = 'it''s open' AND "no""te" IS NULL)
    OR ("order_id" = 2 AND "status" = 'it''s open' AND "no""te" IS NULL))
    FOR NO KEY UPDATE) AS rejoin_found;
  IF rejoin_rows <> 2 THEN
  PERFORM 1 FROM "public"."orders" WHERE "order_id" = 1 AND "status" = 'it''s open' AND "no""te" IS NULL FOR NO KEY UPDATE;
  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  IF rejoin_rows <> 1 THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=1' || chr(10), 200000), true); END IF;
  PERFORM 1 FROM "public"."orders" WHERE "order_id" = 2 AND "status" = 'it''s open' AND "no""te" IS NULL FOR NO KEY UPDATE;
  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  IF rejoin_rows <> 1 THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=2' || chr(10), 200000), true); END IF;
  ELSIF current_setting('rejoin.unlike') = '' THEN
  UPDATE "public"."orders" SET "status" = 'paid' WHERE "order_id" = 1;
  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  IF rejoin_rows <> 1 THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=1' || chr(10), 200000), true); END IF;
  UPDATE "public"."orders" SET "status" = 'paid' WHERE "order_id" = 2;
  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  IF rejoin_rows <> 1 THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=2' || chr(10), 200000), true); END IF;
  END IF;
END $rejoin$;

DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_rows bigint;
BEGIN
  SELECT 2 - count(*) INTO rejoin_rows FROM "public"."orders" WHERE (("order_id" = 1)
    OR ("order_id" = 2));
  IF rejoin_rows <> 2 THEN
  SELECT count(*) INTO rejoin_rows WHERE NOT EXISTS (SELECT 1 FROM "public"."orders" WHERE "order_id" = 1);
  IF rejoin_rows <> 1 THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=1' || chr(10), 200000), true); END IF;
  SELECT count(*) INTO rejoin_rows WHERE NOT EXISTS (SELECT 1 FROM "public"."orders" WHERE "order_id" = 2);
  IF rejoin_rows <> 1 THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=2' || chr(10), 200000), true); END IF;
  ELSIF current_setting('rejoin.unlike') = '' THEN
  INSERT INTO "public"."orders" ("order_id", "status", "no""te") OVERRIDING SYSTEM VALUE
    VALUES (1, 'it''s open', NULL) ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  IF rejoin_rows <> 1 THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=1' || chr(10), 200000), true); END IF;
  INSERT INTO "public"."orders" ("order_id", "status", "no""te") OVERRIDING SYSTEM VALUE
    VALUES (2, 'it''s open', NULL) ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  IF rejoin_rows <> 1 THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=2' || chr(10), 200000), true); END IF;
  END IF;
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
