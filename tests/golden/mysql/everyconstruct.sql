-- Rejoin: every construct
-- Triggers cannot be switched off; they see the time zone UTC.
SET SESSION character_set_client = utf8mb4, character_set_results = utf8mb4, collation_connection = utf8mb4_bin;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES,NO_ENGINE_SUBSTITUTION';
SET SESSION time_zone = '+00:00';
SET SESSION group_concat_max_len = 16777216;
SET SESSION information_schema_stats_expiry = 0;
SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE;
SET SESSION autocommit = 0;
SET SESSION foreign_key_checks = 1;
SET SESSION unique_checks = 1;
SET SESSION innodb_lock_wait_timeout = 10;
SET SESSION lock_wait_timeout = 10;
SET @rejoin_unlike = '', @rejoin_end = char(10 USING utf8mb4);
SET SESSION default_storage_engine = if(NOT (CAST(database() AS BINARY) <=> CAST('shop' AS BINARY))
    OR concat('MariaDB host ', @@hostname, ' port ', @@port, ' folder ', @@datadir, ' database ', coalesce(database(), '')) <> 'MariaDB host db1 port 3306 folder /srv/db/ database shop',
  left(concat('rejoin wrong target: this script is for the database shop as it was compared, not for ', coalesce(database(), 'none')), 450), @@session.default_storage_engine);
SET SESSION default_storage_engine = if(NOT (CAST((SELECT group_concat(column_name, ' ', column_type, if(is_nullable = 'NO', ' not null', ''),
    CASE WHEN coalesce(generation_expression, '') <> '' THEN ' c' WHEN extra LIKE '%auto_increment%' THEN ' g' ELSE ' w' END
    ORDER BY ordinal_position SEPARATOR ', ') FROM information_schema.columns
    WHERE table_schema = database() AND table_name = 'orders') AS BINARY)
    <=> CAST('order_id bigint(20) not null g, status varchar(300) w, no"te varchar(300) w' AS BINARY))
    OR NOT (CAST((SELECT coalesce(group_concat(trigger_name ORDER BY CAST(trigger_name AS BINARY) SEPARATOR ', '), '')
    FROM information_schema.triggers WHERE event_object_schema = database() AND event_object_table = 'orders') AS BINARY)
    <=> CAST('stamp' AS BINARY)),
  left('rejoin refused: the columns or triggers of orders are not as compared', 450), @@session.default_storage_engine);
SET SESSION default_storage_engine = if(NOT (CAST((SELECT group_concat(column_name, ' ', column_type, if(is_nullable = 'NO', ' not null', ''),
    CASE WHEN coalesce(generation_expression, '') <> '' THEN ' c' WHEN extra LIKE '%auto_increment%' THEN ' g' ELSE ' w' END
    ORDER BY ordinal_position SEPARATOR ', ') FROM information_schema.columns
    WHERE table_schema = database() AND table_name = 'log') AS BINARY)
    <=> CAST('order_id bigint(20) w, note varchar(300) w' AS BINARY))
    OR NOT (CAST((SELECT coalesce(group_concat(trigger_name ORDER BY CAST(trigger_name AS BINARY) SEPARATOR ', '), '')
    FROM information_schema.triggers WHERE event_object_schema = database() AND event_object_table = 'log') AS BINARY)
    <=> CAST('' AS BINARY)),
  left('rejoin refused: the columns or triggers of log are not as compared', 450), @@session.default_storage_engine);
SET SESSION default_storage_engine = if(NOT EXISTS (SELECT 1 FROM `orders` WHERE `order_id` = 1)
    AND EXISTS (SELECT 1 FROM `orders` WHERE `order_id` = 4 AND `status` = 'open' COLLATE utf8mb4_0900_bin AND `no"te` IS NULL),
  left('rejoin already applied: it has been applied before', 450), @@session.default_storage_engine);
-- AUTO_INCREMENT is set before the transaction, because ALTER TABLE commits; it stays so where the script stops.
SELECT if((SELECT auto_increment FROM information_schema.tables WHERE table_schema = database() AND table_name = 'orders') <= 4,
  'ALTER TABLE `orders` AUTO_INCREMENT = 5', 'DO 0') INTO @rejoin_sql;
PREPARE rejoin_statement FROM @rejoin_sql;
EXECUTE rejoin_statement;
DEALLOCATE PREPARE rejoin_statement;
START TRANSACTION;

-- log (7, 'it''s')
SELECT (SELECT count(*) FROM `log` WHERE `order_id` = 7 AND `note` = 'it''s' COLLATE utf8mb4_0900_bin) = 2 INTO @rejoin_rows;
DELETE FROM `log` WHERE `order_id` = 7 AND `note` = 'it''s' COLLATE utf8mb4_0900_bin AND @rejoin_rows = 1 AND @rejoin_unlike = '' LIMIT 1;
SET @rejoin_unlike = if(@rejoin_rows = 1, @rejoin_unlike,
  left(concat(@rejoin_unlike, 'log (7, ''it''''s'')', @rejoin_end), 200000));

-- orders order_id=1
SELECT count(*) INTO @rejoin_rows FROM `orders` WHERE `order_id` = 1 FOR UPDATE;
SELECT count(*) INTO @rejoin_rows FROM `orders` WHERE `order_id` = 1 AND `status` = 'open' COLLATE utf8mb4_0900_bin AND `no"te` IS NULL
    AND (@@foreign_key_checks = 0 OR NOT (EXISTS (SELECT 1 FROM `order_lines` AS rejoin_child WHERE rejoin_child.`order_id` = `orders`.`order_id`))) FOR UPDATE;
DELETE FROM `orders`
WHERE `order_id` = 1 AND @rejoin_rows = 1 AND @rejoin_unlike = '';
SET @rejoin_unlike = if(@rejoin_rows = 1, @rejoin_unlike,
  left(concat(@rejoin_unlike, 'orders order_id=1', @rejoin_end), 200000));

-- orders order_id=2
SELECT count(*) INTO @rejoin_rows FROM `orders` WHERE `order_id` = 2 AND `status` = 'open' COLLATE utf8mb4_0900_bin AND `no"te` IS NULL FOR UPDATE;
UPDATE `orders` SET `status` = 'paid'
WHERE `order_id` = 2 AND @rejoin_rows = 1 AND @rejoin_unlike = '';
SET @rejoin_unlike = if(@rejoin_rows = 1, @rejoin_unlike,
  left(concat(@rejoin_unlike, 'orders order_id=2', @rejoin_end), 200000));

-- orders order_id=3
SELECT count(*) INTO @rejoin_rows FROM `orders` WHERE `order_id` = 3 AND sha2(CONVERT(`no"te` USING utf8mb4), 256) = 'e1630f843370f402870799e14abbf2b06af2d23b0153658e1211dffabc61ad8f' FOR UPDATE;
UPDATE `orders` SET `no"te` = NULL
WHERE `order_id` = 3 AND @rejoin_rows = 1 AND @rejoin_unlike = '';
SET @rejoin_unlike = if(@rejoin_rows = 1, @rejoin_unlike,
  left(concat(@rejoin_unlike, 'orders order_id=3', @rejoin_end), 200000));

-- orders order_id=4
SELECT NOT (EXISTS (SELECT 1 FROM `orders` WHERE `order_id` = 4)) INTO @rejoin_rows;
INSERT INTO `orders` (`order_id`, `status`, `no"te`)
SELECT 4, 'open', NULL
FROM DUAL WHERE @rejoin_rows = 1 AND @rejoin_unlike = '';
SET @rejoin_unlike = if(@rejoin_rows = 1, @rejoin_unlike,
  left(concat(@rejoin_unlike, 'orders order_id=4', @rejoin_end), 200000));

-- log (7, 'it''s')
SELECT (SELECT count(*) FROM `log` WHERE `order_id` = 7 AND `note` = 'it''s' COLLATE utf8mb4_0900_bin) = 1 INTO @rejoin_rows;
INSERT INTO `log` (`order_id`, `note`)
SELECT 7, 'it''s'
FROM DUAL WHERE @rejoin_rows = 1 AND @rejoin_unlike = '';
SET @rejoin_unlike = if(@rejoin_rows = 1, @rejoin_unlike,
  left(concat(@rejoin_unlike, 'log (7, ''it''''s'')', @rejoin_end), 200000));

SET SESSION default_storage_engine = if(@rejoin_unlike <> '',
  left(concat('rejoin refused: rows moved since the comparison: ', char_length(@rejoin_unlike) - char_length(replace(@rejoin_unlike, @rejoin_end, '')), ', among them ', replace(trim(TRAILING @rejoin_end FROM substring_index(@rejoin_unlike, @rejoin_end, 3)), @rejoin_end, '; ')), 450), @@session.default_storage_engine);
SELECT left(concat(@rejoin_unlike,
  if(NOT EXISTS (SELECT 1 FROM `orders` WHERE `order_id` = 1), '', concat('orders order_id=1', @rejoin_end)),
  if(EXISTS (SELECT 1 FROM `orders` WHERE `order_id` = 4 AND `status` = 'open' COLLATE utf8mb4_0900_bin AND `no"te` IS NULL), '', concat('orders order_id=4', @rejoin_end)),
  if((SELECT count(*) FROM `log` WHERE `order_id` = 7 AND `note` = 'it''s' COLLATE utf8mb4_0900_bin) = 2, '', concat('log (7, ''it''''s'')', @rejoin_end))), 200000) INTO @rejoin_unlike;
SET SESSION default_storage_engine = if(@rejoin_unlike <> '',
  left(concat('rejoin refused: rows are not as merged (does a trigger change them?): ', char_length(@rejoin_unlike) - char_length(replace(@rejoin_unlike, @rejoin_end, '')), ', among them ', replace(trim(TRAILING @rejoin_end FROM substring_index(@rejoin_unlike, @rejoin_end, 3)), @rejoin_end, '; ')), 450), @@session.default_storage_engine);
SET SESSION default_storage_engine = if((SELECT auto_increment FROM information_schema.tables WHERE table_schema = database() AND table_name = 'orders')
    <= greatest((SELECT coalesce(max(`order_id`), 0) FROM `orders`), 4),
  left('rejoin refused: the generator of orders is below its highest key', 450), @@session.default_storage_engine);
COMMIT;
-- The next number goes back to where it stood, unless it was given out since.
SELECT if((SELECT auto_increment FROM information_schema.tables WHERE table_schema = database() AND table_name = 'orders') = 5,
  'ALTER TABLE `orders` AUTO_INCREMENT = 4', 'DO 0') INTO @rejoin_sql;
PREPARE rejoin_statement FROM @rejoin_sql;
EXECUTE rejoin_statement;
DEALLOCATE PREPARE rejoin_statement;
SET SESSION autocommit = 1;

-- a check by itself
-- Rejoin: every construct
-- Triggers cannot be switched off; they see the time zone UTC.
SET SESSION character_set_client = utf8mb4, character_set_results = utf8mb4, collation_connection = utf8mb4_bin;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES,NO_ENGINE_SUBSTITUTION';
SET SESSION time_zone = '+00:00';
SET SESSION group_concat_max_len = 16777216;
SET SESSION information_schema_stats_expiry = 0;
SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
SET SESSION autocommit = 0;
SET SESSION foreign_key_checks = 1;
SET SESSION unique_checks = 1;
SET SESSION innodb_lock_wait_timeout = 10;
SET SESSION lock_wait_timeout = 10;
SET @rejoin_unlike = '', @rejoin_end = char(10 USING utf8mb4);
SET SESSION default_storage_engine = if(NOT (CAST(database() AS BINARY) <=> CAST('shop' AS BINARY))
    OR concat('MariaDB host ', @@hostname, ' port ', @@port, ' folder ', @@datadir, ' database ', coalesce(database(), '')) <> 'MariaDB host db1 port 3306 folder /srv/db/ database shop',
  left(concat('rejoin wrong target: this script is for the database shop as it was compared, not for ', coalesce(database(), 'none')), 450), @@session.default_storage_engine);
SET SESSION default_storage_engine = if(NOT (CAST((SELECT group_concat(column_name, ' ', column_type, if(is_nullable = 'NO', ' not null', ''),
    CASE WHEN coalesce(generation_expression, '') <> '' THEN ' c' WHEN extra LIKE '%auto_increment%' THEN ' g' ELSE ' w' END
    ORDER BY ordinal_position SEPARATOR ', ') FROM information_schema.columns
    WHERE table_schema = database() AND table_name = 'orders') AS BINARY)
    <=> CAST('order_id bigint(20) not null g, status varchar(300) w, no"te varchar(300) w' AS BINARY))
    OR NOT (CAST((SELECT coalesce(group_concat(trigger_name ORDER BY CAST(trigger_name AS BINARY) SEPARATOR ', '), '')
    FROM information_schema.triggers WHERE event_object_schema = database() AND event_object_table = 'orders') AS BINARY)
    <=> CAST('stamp' AS BINARY)),
  left('rejoin refused: the columns or triggers of orders are not as compared', 450), @@session.default_storage_engine);
SET SESSION default_storage_engine = if(NOT (CAST((SELECT group_concat(column_name, ' ', column_type, if(is_nullable = 'NO', ' not null', ''),
    CASE WHEN coalesce(generation_expression, '') <> '' THEN ' c' WHEN extra LIKE '%auto_increment%' THEN ' g' ELSE ' w' END
    ORDER BY ordinal_position SEPARATOR ', ') FROM information_schema.columns
    WHERE table_schema = database() AND table_name = 'log') AS BINARY)
    <=> CAST('order_id bigint(20) w, note varchar(300) w' AS BINARY))
    OR NOT (CAST((SELECT coalesce(group_concat(trigger_name ORDER BY CAST(trigger_name AS BINARY) SEPARATOR ', '), '')
    FROM information_schema.triggers WHERE event_object_schema = database() AND event_object_table = 'log') AS BINARY)
    <=> CAST('' AS BINARY)),
  left('rejoin refused: the columns or triggers of log are not as compared', 450), @@session.default_storage_engine);
START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY;
SELECT left(concat(@rejoin_unlike,
  if((SELECT count(*) FROM `log` WHERE `order_id` = 7 AND `note` = 'it''s' COLLATE utf8mb4_0900_bin) = 1, '', concat('log (7, ''it''''s'')', @rejoin_end)),
  if(NOT EXISTS (SELECT 1 FROM `orders` WHERE `order_id` = 1), '', concat('orders order_id=1', @rejoin_end))), 200000) INTO @rejoin_unlike;
SET SESSION default_storage_engine = if(@rejoin_unlike <> '',
  left(concat('rejoin refused: rows are not as expected: ', char_length(@rejoin_unlike) - char_length(replace(@rejoin_unlike, @rejoin_end, '')), ', among them ', replace(trim(TRAILING @rejoin_end FROM substring_index(@rejoin_unlike, @rejoin_end, 3)), @rejoin_end, '; ')), 450), @@session.default_storage_engine);
COMMIT;
