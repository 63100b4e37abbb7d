SET SESSION lock_wait_timeout = 3
SET SESSION innodb_lock_wait_timeout = 1
LOCK TABLES `order's` WRITE
SET @rejoin_first = CAST(greatest(coalesce((SELECT auto_increment FROM information_schema.tables WHERE table_schema = database() AND table_name = 'order''s'), 1), 5001) AS UNSIGNED)
SET @rejoin_sql = concat('ALTER TABLE `order''s` AUTO_INCREMENT = ', CAST(@rejoin_first + 20 AS CHAR))
BEGIN NOT ATOMIC EXECUTE IMMEDIATE @rejoin_sql; END
SELECT CAST(@rejoin_first AS CHAR), CAST(@rejoin_first + 19 AS CHAR), 1
UNLOCK TABLES
-- after an error
UNLOCK TABLES
