-- Rejoin: every construct
\set ON_ERROR_STOP on
\set QUIET on
BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE;
SET LOCAL client_encoding = 'UTF8';
SET LOCAL standard_conforming_strings = on;
SET LOCAL xmloption = 'content';
SET LOCAL lc_monetary = 'C';
SET LOCAL extra_float_digits = 1;
SET LOCAL lock_timeout = '10s';
SET LOCAL statement_timeout = '10min';
SET LOCAL rejoin.unlike = '';
DO $rejoin$
#variable_conflict use_column
BEGIN
  IF current_database() <> 'shop'
    OR (SELECT 'PostgreSQL system ' || (SELECT system_identifier FROM pg_catalog.pg_control_system()) || ' ' ||
  CASE WHEN pg_catalog.pg_is_in_recovery() THEN 'in recovery' ELSE 'time line ' ||
    left(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_lsn()), 8) END || ' database ' || oid
  FROM pg_catalog.pg_database WHERE datname = current_database()) <> 'PostgreSQL system 7 time line 00000001 database 5' THEN
    RAISE EXCEPTION USING ERRCODE = 'RJ003', MESSAGE = 'rejoin wrong target: this script is for the database shop as it was compared, not for ' || current_database();
  END IF;
END $rejoin$;
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_path text := current_setting('search_path');
BEGIN
  PERFORM set_config('search_path', 'pg_catalog', true);
  IF (WITH RECURSIVE base(type, root, length) AS (
  SELECT oid, oid, -1 FROM pg_catalog.pg_type WHERE typtype <> 'd'
  UNION ALL SELECT d.oid, base.root, CASE WHEN d.typtypmod >= 0 THEN d.typtypmod ELSE base.length END
  FROM pg_catalog.pg_type AS d JOIN base ON d.typbasetype = base.type WHERE d.typtype = 'd')
  SELECT array_agg(a.attname || ' ' || pg_catalog.format_type(b.root, CASE WHEN a.atttypmod >= 0 THEN a.atttypmod ELSE b.length END) ||
    CASE WHEN a.attnotnull THEN ' not null ' ELSE ' ' END || CASE WHEN a.attgenerated <> '' THEN 'c' WHEN (SELECT coalesce(
  (SELECT d.objid FROM pg_catalog.pg_depend AS d WHERE d.classid = 'pg_catalog.pg_class'::regclass
    AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
    AND d.deptype = 'i' LIMIT 1),
  (SELECT s.oid FROM pg_catalog.pg_attrdef AS f
    JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_attrdef'::regclass AND d.objid = f.oid
    JOIN pg_catalog.pg_class AS s ON d.refclassid = 'pg_catalog.pg_class'::regclass
      AND s.oid = d.refobjid AND s.relkind = 'S'
    WHERE f.adrelid = a.attrelid AND f.adnum = a.attnum LIMIT 1))::regclass) IS NOT NULL THEN 'g' ELSE 'w' END ORDER BY a.attnum)
  FROM pg_catalog.pg_attribute AS a JOIN base AS b ON b.type = a.atttypid
  WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attrelid = to_regclass('"public"."orders"')) IS DISTINCT FROM
  ARRAY['order_id bigint not null g', 'status text w', 'no"te text w']::text[]
  OR ARRAY(SELECT t.tgname::text FROM pg_catalog.pg_trigger AS t
  WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgrelid = to_regclass('"public"."orders"') ORDER BY t.tgname) <> ARRAY['stamp']::text[] THEN
    RAISE EXCEPTION USING ERRCODE = 'RJ001', MESSAGE = 'rejoin refused: the columns or triggers of public.orders are not as compared';
  END IF;
  PERFORM set_config('search_path', rejoin_path, true);
END $rejoin$;
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_path text := current_setting('search_path');
BEGIN
  PERFORM set_config('search_path', 'pg_catalog', true);
  IF (WITH RECURSIVE base(type, root, length) AS (
  SELECT oid, oid, -1 FROM pg_catalog.pg_type WHERE typtype <> 'd'
  UNION ALL SELECT d.oid, base.root, CASE WHEN d.typtypmod >= 0 THEN d.typtypmod ELSE base.length END
  FROM pg_catalog.pg_type AS d JOIN base ON d.typbasetype = base.type WHERE d.typtype = 'd')
  SELECT array_agg(a.attname || ' ' || pg_catalog.format_type(b.root, CASE WHEN a.atttypmod >= 0 THEN a.atttypmod ELSE b.length END) ||
    CASE WHEN a.attnotnull THEN ' not null ' ELSE ' ' END || CASE WHEN a.attgenerated <> '' THEN 'c' WHEN (SELECT coalesce(
  (SELECT d.objid FROM pg_catalog.pg_depend AS d WHERE d.classid = 'pg_catalog.pg_class'::regclass
    AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
    AND d.deptype = 'i' LIMIT 1),
  (SELECT s.oid FROM pg_catalog.pg_attrdef AS f
    JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_attrdef'::regclass AND d.objid = f.oid
    JOIN pg_catalog.pg_class AS s ON d.refclassid = 'pg_catalog.pg_class'::regclass
      AND s.oid = d.refobjid AND s.relkind = 'S'
    WHERE f.adrelid = a.attrelid AND f.adnum = a.attnum LIMIT 1))::regclass) IS NOT NULL THEN 'g' ELSE 'w' END ORDER BY a.attnum)
  FROM pg_catalog.pg_attribute AS a JOIN base AS b ON b.type = a.atttypid
  WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attrelid = to_regclass('"public"."log"')) IS DISTINCT FROM
  ARRAY['order_id bigint w', 'note text w']::text[]
  OR ARRAY(SELECT t.tgname::text FROM pg_catalog.pg_trigger AS t
  WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgrelid = to_regclass('"public"."log"') ORDER BY t.tgname) <> ARRAY[]::text[] THEN
    RAISE EXCEPTION USING ERRCODE = 'RJ001', MESSAGE = 'rejoin refused: the columns or triggers of public.log are not as compared';
  END IF;
  PERFORM set_config('search_path', rejoin_path, true);
END $rejoin$;
-- A commit that was confirmed must outlive a crash of the server.
DO $rejoin$
#variable_conflict use_column
BEGIN
  IF current_setting('synchronous_commit') = 'off' THEN
    PERFORM set_config('synchronous_commit', 'on', true);
  END IF;
END $rejoin$;
-- Triggers see the settings that the server gives to everybody.
SET LOCAL timezone TO DEFAULT;
SET LOCAL datestyle TO DEFAULT;
SET LOCAL intervalstyle TO DEFAULT;
DO $rejoin$
#variable_conflict use_column
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "public"."orders" WHERE "order_id" = 1)
  AND EXISTS (SELECT 1 FROM "public"."orders" WHERE "order_id" = 4 AND "status" = 'open' AND "no""te" IS NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'RJ002', MESSAGE = 'rejoin already applied: it has been applied before';
  END IF;
END $rejoin$;
SET CONSTRAINTS ALL DEFERRED;

-- log (7, 'it''s')
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_rows bigint;
BEGIN
  SELECT count(*) INTO rejoin_rows WHERE (SELECT count(*) FROM "public"."log" WHERE "order_id" = 7 AND "note" = 'it''s') = 2;
  IF rejoin_rows = 1 AND current_setting('rejoin.unlike') = '' THEN
    DELETE FROM "public"."log" WHERE (tableoid, ctid) = (SELECT tableoid, ctid FROM "public"."log" WHERE "order_id" = 7 AND "note" = 'it''s' LIMIT 1);
    GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  END IF;
  IF rejoin_rows <> 1 THEN
    PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'log (7, ''it''''s'')' || chr(10), 200000), true);
  END IF;
END $rejoin$;

-- orders order_id=1
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_rows bigint;
BEGIN
  PERFORM 1 FROM "public"."orders" WHERE "order_id" = 1 AND "status" = 'open' AND "no""te" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "public"."order_lines" AS rejoin_child WHERE rejoin_child."order_id" = "public"."orders"."order_id") FOR UPDATE;
  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  IF rejoin_rows = 1 AND current_setting('rejoin.unlike') = '' THEN
    DELETE FROM "public"."orders" WHERE "order_id" = 1
    AND NOT EXISTS (SELECT 1 FROM "public"."order_lines" AS rejoin_child WHERE rejoin_child."order_id" = "public"."orders"."order_id");
    GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  END IF;
  IF rejoin_rows <> 1 THEN
    PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=1' || chr(10), 200000), true);
  END IF;
END $rejoin$;

-- orders order_id=2
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_rows bigint;
BEGIN
  PERFORM 1 FROM "public"."orders" WHERE "order_id" = 2 AND "status" = 'open' AND "no""te" IS NULL FOR NO KEY UPDATE;
  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  IF rejoin_rows = 1 AND current_setting('rejoin.unlike') = '' THEN
    UPDATE "public"."orders" SET "status" = 'paid' WHERE "order_id" = 2;
    GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  END IF;
  IF rejoin_rows <> 1 THEN
    PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=2' || chr(10), 200000), true);
  END IF;
END $rejoin$;

-- orders order_id=3
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_rows bigint;
BEGIN
  PERFORM 1 FROM "public"."orders" WHERE "order_id" = 3 AND sha256(convert_to("no""te"::text, 'UTF8')) = '\xe1630f843370f402870799e14abbf2b06af2d23b0153658e1211dffabc61ad8f'::bytea FOR NO KEY UPDATE;
  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  IF rejoin_rows = 1 AND current_setting('rejoin.unlike') = '' THEN
    UPDATE "public"."orders" SET "no""te" = NULL WHERE "order_id" = 3;
    GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  END IF;
  IF rejoin_rows <> 1 THEN
    PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=3' || chr(10), 200000), true);
  END IF;
END $rejoin$;

-- orders order_id=4
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_rows bigint;
BEGIN
  SELECT count(*) INTO rejoin_rows WHERE NOT EXISTS (SELECT 1 FROM "public"."orders" WHERE "order_id" = 4);
  IF rejoin_rows = 1 AND current_setting('rejoin.unlike') = '' THEN
    INSERT INTO "public"."orders" ("order_id", "status", "no""te") OVERRIDING SYSTEM VALUE
    VALUES (4, 'open', NULL) ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  END IF;
  IF rejoin_rows <> 1 THEN
    PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=4' || chr(10), 200000), true);
  END IF;
END $rejoin$;

-- log (7, 'it''s')
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_rows bigint;
BEGIN
  SELECT count(*) INTO rejoin_rows WHERE (SELECT count(*) FROM "public"."log" WHERE "order_id" = 7 AND "note" = 'it''s') = 1;
  IF rejoin_rows = 1 AND current_setting('rejoin.unlike') = '' THEN
    INSERT INTO "public"."log" ("order_id", "note")
    VALUES (7, 'it''s') ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS rejoin_rows = ROW_COUNT;
  END IF;
  IF rejoin_rows <> 1 THEN
    PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'log (7, ''it''''s'')' || chr(10), 200000), true);
  END IF;
END $rejoin$;

SAVEPOINT rejoin_refusal;
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_rows text[] := string_to_array(rtrim(current_setting('rejoin.unlike'), chr(10)), chr(10));
BEGIN
  IF current_setting('rejoin.unlike') <> '' THEN
    RAISE EXCEPTION USING ERRCODE = 'RJ001', MESSAGE = 'rejoin refused: rows moved since the comparison: ' || cardinality(rejoin_rows) || ', among them ' || array_to_string(rejoin_rows[1:3], '; '),
      DETAIL = array_to_string(rejoin_rows[1:100], chr(10));
  END IF;
END $rejoin$;
SET CONSTRAINTS ALL IMMEDIATE;
DO $rejoin$
#variable_conflict use_column
BEGIN
  IF NOT (NOT EXISTS (SELECT 1 FROM "public"."orders" WHERE "order_id" = 1)) THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=1' || chr(10), 200000), true); END IF;
  IF NOT (EXISTS (SELECT 1 FROM "public"."orders" WHERE "order_id" = 4 AND "status" = 'open' AND "no""te" IS NULL)) THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=4' || chr(10), 200000), true); END IF;
  IF NOT ((SELECT count(*) FROM "public"."log" WHERE "order_id" = 7 AND "note" = 'it''s') = 2) THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'log (7, ''it''''s'')' || chr(10), 200000), true); END IF;
END $rejoin$;
SAVEPOINT rejoin_refusal;
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_rows text[] := string_to_array(rtrim(current_setting('rejoin.unlike'), chr(10)), chr(10));
BEGIN
  IF current_setting('rejoin.unlike') <> '' THEN
    RAISE EXCEPTION USING ERRCODE = 'RJ001', MESSAGE = 'rejoin refused: rows are not as merged (does a trigger change them?): ' || cardinality(rejoin_rows) || ', among them ' || array_to_string(rejoin_rows[1:3], '; '),
      DETAIL = array_to_string(rejoin_rows[1:100], chr(10));
  END IF;
END $rejoin$;
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_sequence regclass := (SELECT coalesce(
  (SELECT d.objid FROM pg_catalog.pg_depend AS d WHERE d.classid = 'pg_catalog.pg_class'::regclass
    AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = to_regclass('"public"."orders"') AND d.refobjsubid = (SELECT attnum FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('"public"."orders"') AND attname = 'order_id')
    AND d.deptype = 'i' LIMIT 1),
  (SELECT s.oid FROM pg_catalog.pg_attrdef AS f
    JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_attrdef'::regclass AND d.objid = f.oid
    JOIN pg_catalog.pg_class AS s ON d.refclassid = 'pg_catalog.pg_class'::regclass
      AND s.oid = d.refobjid AND s.relkind = 'S'
    WHERE f.adrelid = to_regclass('"public"."orders"') AND f.adnum = (SELECT attnum FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('"public"."orders"') AND attname = 'order_id') LIMIT 1))::regclass);
  rejoin_step bigint := (SELECT seqincrement FROM pg_catalog.pg_sequence WHERE seqrelid = rejoin_sequence);
  rejoin_lowest bigint := (SELECT seqmin FROM pg_catalog.pg_sequence WHERE seqrelid = rejoin_sequence);
  rejoin_last bigint;
  rejoin_highest bigint;
BEGIN
  EXECUTE 'SELECT last_value - CASE WHEN is_called THEN 0 ELSE ' || rejoin_step || ' END FROM ' || rejoin_sequence INTO rejoin_last;
  IF rejoin_last + 1000 * rejoin_step < 4 THEN
    rejoin_last := setval(rejoin_sequence, rejoin_last + (4 - rejoin_last + rejoin_step - 1) / rejoin_step * rejoin_step);
  END IF;
  WHILE rejoin_last < 4 LOOP rejoin_last := nextval(rejoin_sequence); END LOOP;
  SELECT max("order_id") INTO rejoin_highest FROM "public"."orders";
  EXECUTE 'SELECT last_value - CASE WHEN is_called THEN 0 ELSE ' || rejoin_step || ' END FROM ' || rejoin_sequence INTO rejoin_last;
  IF rejoin_last < greatest(rejoin_highest, 4) THEN
    RAISE EXCEPTION USING ERRCODE = 'RJ001', MESSAGE = 'rejoin refused: the generator of public.orders is below its highest key';
  END IF;
END $rejoin$;
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_sequence regclass := (SELECT coalesce(
  (SELECT d.objid FROM pg_catalog.pg_depend AS d WHERE d.classid = 'pg_catalog.pg_class'::regclass
    AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = to_regclass('"public"."orders"') AND d.refobjsubid = (SELECT attnum FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('"public"."orders"') AND attname = 'order_id')
    AND d.deptype = 'i' LIMIT 1),
  (SELECT s.oid FROM pg_catalog.pg_attrdef AS f
    JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_attrdef'::regclass AND d.objid = f.oid
    JOIN pg_catalog.pg_class AS s ON d.refclassid = 'pg_catalog.pg_class'::regclass
      AND s.oid = d.refobjid AND s.relkind = 'S'
    WHERE f.adrelid = to_regclass('"public"."orders"') AND f.adnum = (SELECT attnum FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('"public"."orders"') AND attname = 'order_id') LIMIT 1))::regclass);
  rejoin_step bigint := (SELECT seqincrement FROM pg_catalog.pg_sequence WHERE seqrelid = rejoin_sequence);
  rejoin_lowest bigint := (SELECT seqmin FROM pg_catalog.pg_sequence WHERE seqrelid = rejoin_sequence);
  rejoin_last bigint;
  rejoin_highest bigint;
BEGIN
  EXECUTE 'SELECT last_value - CASE WHEN is_called THEN 0 ELSE ' || rejoin_step || ' END FROM ' || rejoin_sequence INTO rejoin_last;
  IF rejoin_last = 3 + greatest(0, (4 - 3 + rejoin_step - 1) / rejoin_step * rejoin_step) THEN -- nobody has taken a number since
    IF 3 >= rejoin_lowest THEN PERFORM setval(rejoin_sequence, 3);
    ELSE PERFORM setval(rejoin_sequence, 3 + rejoin_step, false); END IF;
  END IF;
END $rejoin$;
COMMIT;

-- a check by itself
-- Rejoin: every construct
\set ON_ERROR_STOP on
\set QUIET on
BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;
SET LOCAL client_encoding = 'UTF8';
SET LOCAL standard_conforming_strings = on;
SET LOCAL xmloption = 'content';
SET LOCAL lc_monetary = 'C';
SET LOCAL extra_float_digits = 1;
SET LOCAL lock_timeout = '10s';
SET LOCAL statement_timeout = '10min';
SET LOCAL rejoin.unlike = '';
DO $rejoin$
#variable_conflict use_column
BEGIN
  IF current_database() <> 'shop'
    OR (SELECT 'PostgreSQL system ' || (SELECT system_identifier FROM pg_catalog.pg_control_system()) || ' ' ||
  CASE WHEN pg_catalog.pg_is_in_recovery() THEN 'in recovery' ELSE 'time line ' ||
    left(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_lsn()), 8) END || ' database ' || oid
  FROM pg_catalog.pg_database WHERE datname = current_database()) <> 'PostgreSQL system 7 time line 00000001 database 5' THEN
    RAISE EXCEPTION USING ERRCODE = 'RJ003', MESSAGE = 'rejoin wrong target: this script is for the database shop as it was compared, not for ' || current_database();
  END IF;
END $rejoin$;
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_path text := current_setting('search_path');
BEGIN
  PERFORM set_config('search_path', 'pg_catalog', true);
  IF (WITH RECURSIVE base(type, root, length) AS (
  SELECT oid, oid, -1 FROM pg_catalog.pg_type WHERE typtype <> 'd'
  UNION ALL SELECT d.oid, base.root, CASE WHEN d.typtypmod >= 0 THEN d.typtypmod ELSE base.length END
  FROM pg_catalog.pg_type AS d JOIN base ON d.typbasetype = base.type WHERE d.typtype = 'd')
  SELECT array_agg(a.attname || ' ' || pg_catalog.format_type(b.root, CASE WHEN a.atttypmod >= 0 THEN a.atttypmod ELSE b.length END) ||
    CASE WHEN a.attnotnull THEN ' not null ' ELSE ' ' END || CASE WHEN a.attgenerated <> '' THEN 'c' WHEN (SELECT coalesce(
  (SELECT d.objid FROM pg_catalog.pg_depend AS d WHERE d.classid = 'pg_catalog.pg_class'::regclass
    AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
    AND d.deptype = 'i' LIMIT 1),
  (SELECT s.oid FROM pg_catalog.pg_attrdef AS f
    JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_attrdef'::regclass AND d.objid = f.oid
    JOIN pg_catalog.pg_class AS s ON d.refclassid = 'pg_catalog.pg_class'::regclass
      AND s.oid = d.refobjid AND s.relkind = 'S'
    WHERE f.adrelid = a.attrelid AND f.adnum = a.attnum LIMIT 1))::regclass) IS NOT NULL THEN 'g' ELSE 'w' END ORDER BY a.attnum)
  FROM pg_catalog.pg_attribute AS a JOIN base AS b ON b.type = a.atttypid
  WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attrelid = to_regclass('"public"."orders"')) IS DISTINCT FROM
  ARRAY['order_id bigint not null g', 'status text w', 'no"te text w']::text[]
  OR ARRAY(SELECT t.tgname::text FROM pg_catalog.pg_trigger AS t
  WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgrelid = to_regclass('"public"."orders"') ORDER BY t.tgname) <> ARRAY['stamp']::text[] THEN
    RAISE EXCEPTION USING ERRCODE = 'RJ001', MESSAGE = 'rejoin refused: the columns or triggers of public.orders are not as compared';
  END IF;
  PERFORM set_config('search_path', rejoin_path, true);
END $rejoin$;
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_path text := current_setting('search_path');
BEGIN
  PERFORM set_config('search_path', 'pg_catalog', true);
  IF (WITH RECURSIVE base(type, root, length) AS (
  SELECT oid, oid, -1 FROM pg_catalog.pg_type WHERE typtype <> 'd'
  UNION ALL SELECT d.oid, base.root, CASE WHEN d.typtypmod >= 0 THEN d.typtypmod ELSE base.length END
  FROM pg_catalog.pg_type AS d JOIN base ON d.typbasetype = base.type WHERE d.typtype = 'd')
  SELECT array_agg(a.attname || ' ' || pg_catalog.format_type(b.root, CASE WHEN a.atttypmod >= 0 THEN a.atttypmod ELSE b.length END) ||
    CASE WHEN a.attnotnull THEN ' not null ' ELSE ' ' END || CASE WHEN a.attgenerated <> '' THEN 'c' WHEN (SELECT coalesce(
  (SELECT d.objid FROM pg_catalog.pg_depend AS d WHERE d.classid = 'pg_catalog.pg_class'::regclass
    AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
    AND d.deptype = 'i' LIMIT 1),
  (SELECT s.oid FROM pg_catalog.pg_attrdef AS f
    JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_attrdef'::regclass AND d.objid = f.oid
    JOIN pg_catalog.pg_class AS s ON d.refclassid = 'pg_catalog.pg_class'::regclass
      AND s.oid = d.refobjid AND s.relkind = 'S'
    WHERE f.adrelid = a.attrelid AND f.adnum = a.attnum LIMIT 1))::regclass) IS NOT NULL THEN 'g' ELSE 'w' END ORDER BY a.attnum)
  FROM pg_catalog.pg_attribute AS a JOIN base AS b ON b.type = a.atttypid
  WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attrelid = to_regclass('"public"."log"')) IS DISTINCT FROM
  ARRAY['order_id bigint w', 'note text w']::text[]
  OR ARRAY(SELECT t.tgname::text FROM pg_catalog.pg_trigger AS t
  WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgrelid = to_regclass('"public"."log"') ORDER BY t.tgname) <> ARRAY[]::text[] THEN
    RAISE EXCEPTION USING ERRCODE = 'RJ001', MESSAGE = 'rejoin refused: the columns or triggers of public.log are not as compared';
  END IF;
  PERFORM set_config('search_path', rejoin_path, true);
END $rejoin$;
DO $rejoin$
#variable_conflict use_column
BEGIN
  IF NOT ((SELECT count(*) FROM "public"."log" WHERE "order_id" = 7 AND "note" = 'it''s') = 1) THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'log (7, ''it''''s'')' || chr(10), 200000), true); END IF;
  IF NOT (NOT EXISTS (SELECT 1 FROM "public"."orders" WHERE "order_id" = 1)) THEN PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || 'orders order_id=1' || chr(10), 200000), true); END IF;
END $rejoin$;
SAVEPOINT rejoin_refusal;
DO $rejoin$
#variable_conflict use_column
DECLARE rejoin_rows text[] := string_to_array(rtrim(current_setting('rejoin.unlike'), chr(10)), chr(10));
BEGIN
  IF current_setting('rejoin.unlike') <> '' THEN
    RAISE EXCEPTION USING ERRCODE = 'RJ001', MESSAGE = 'rejoin refused: rows are not as expected: ' || cardinality(rejoin_rows) || ', among them ' || array_to_string(rejoin_rows[1:3], '; '),
      DETAIL = array_to_string(rejoin_rows[1:100], chr(10));
  END IF;
END $rejoin$;
COMMIT;
