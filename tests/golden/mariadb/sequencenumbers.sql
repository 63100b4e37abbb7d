DO SETVAL(`shop`.`numbers`, 5000, 1)
SELECT CAST(min(n) AS CHAR), CAST(max(n) AS CHAR), 1 FROM
  (SELECT n, n - row_number() OVER (ORDER BY n) AS run FROM
    (SELECT NEXTVAL(`shop`.`numbers`) AS n FROM seq_1_to_20 LIMIT 20) AS taken) AS runs
GROUP BY run ORDER BY min(n)
-- after an error
