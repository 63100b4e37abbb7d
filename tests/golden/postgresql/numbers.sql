WITH target AS MATERIALIZED (SELECT s.sequence, q.seqincrement AS step
    FROM (SELECT (SELECT coalesce(
  (SELECT d.objid FROM pg_catalog.pg_depend AS d WHERE d.classid = 'pg_catalog.pg_class'::regclass
    AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
    AND d.deptype = 'i' LIMIT 1),
  (SELECT s.oid FROM pg_catalog.pg_attrdef AS f
    JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_attrdef'::regclass AND d.objid = f.oid
    JOIN pg_catalog.pg_class AS s ON d.refclassid = 'pg_catalog.pg_class'::regclass
      AND s.oid = d.refobjid AND s.relkind = 'S'
    WHERE f.adrelid = a.attrelid AND f.adnum = a.attnum LIMIT 1))::regclass) AS sequence FROM pg_catalog.pg_attribute AS a
      WHERE a.attrelid = to_regclass('"public"."order''s"') AND a.attname = 'order id') AS s
    JOIN pg_catalog.pg_sequence AS q ON q.seqrelid = s.sequence WHERE q.seqincrement > 0),
  probe AS MATERIALIZED (SELECT sequence, step, nextval(sequence) AS n FROM target),
  jump AS MATERIALIZED (SELECT sequence, step, n, CASE WHEN n + 1000 * step < 5000
    THEN setval(sequence, n + (5000 - n + step - 1) / step * step) ELSE n END AS last FROM probe),
  taken AS MATERIALIZED (SELECT step, n FROM probe UNION ALL
    SELECT step, nextval(sequence) FROM jump, generate_series(1, 20
      - CASE WHEN n > 5000 THEN 1 ELSE 0 END + greatest(0, (5000 - last + step - 1) / step)))
SELECT min(n)::text, max(n)::text, step::text
FROM (SELECT n, step, n - step * row_number() OVER (ORDER BY n) AS run FROM taken WHERE n > 5000) AS runs
GROUP BY run, step ORDER BY min(n)
-- after an error
