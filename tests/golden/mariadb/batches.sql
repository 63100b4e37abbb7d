
SELECT left(concat(@rejoin_unlike, coalesce(group_concat(rejoin_row, @rejoin_end ORDER BY rejoin_list.`order_id` SEPARATOR ''), '')), 200000) INTO @rejoin_unlike
FROM (SELECT CONVERT(NULL USING utf8mb4) AS rejoin_row, NULL AS `order_id`, CONVERT(NULL USING utf8mb4) AS `status`, CONVERT(NULL USING utf8mb4) AS `no"te` FROM DUAL WHERE 1 = 0
UNION ALL SELECT 'orders order_id=1', 1, 'it''s open', NULL
UNION ALL SELECT 'orders order_id=2', 2, 'it''s open', NULL
) AS rejoin_list
WHERE (SELECT count(*) FROM `orders` WHERE `orders`.`order_id` = rejoin_list.`order_id`
    AND `orders`.`status` <=> rejoin_list.`status` COLLATE utf8mb4_nopad_bin
    AND `orders`.`no"te` <=> rejoin_list.`no"te` COLLATE utf8mb4_nopad_bin FOR UPDATE) <> 1;
DELETE `orders` FROM (SELECT NULL AS `order_id` FROM DUAL WHERE 1 = 0
UNION ALL SELECT 1
UNION ALL SELECT 2
) AS rejoin_list
STRAIGHT_JOIN `orders` ON `orders`.`order_id` = rejoin_list.`order_id`
WHERE @rejoin_unlike = '';

SELECT left(concat(@rejoin_unlike, coalesce(group_concat(rejoin_row, @rejoin_end ORDER BY rejoin_list.`order_id` SEPARATOR ''), '')), 200000) INTO @rejoin_unlike
FROM (SELECT CONVERT(NULL USING utf8mb4) AS rejoin_row, NULL AS `order_id`, CONVERT(NULL USING utf8mb4) AS `status`, CONVERT(NULL USING utf8mb4) AS `no"te` FROM DUAL WHERE 1 = 0
UNION ALL SELECT 'orders order_id=1', 1, 'it''s open', NULL
UNION ALL SELECT 'orders order_id=2', 2, 'it''s open', NULL
) AS rejoin_list
WHERE (SELECT count(*) FROM `orders` WHERE `orders`.`order_id` = rejoin_list.`order_id`
    AND `orders`.`status` <=> rejoin_list.`status` COLLATE utf8mb4_nopad_bin
    AND `orders`.`no"te` <=> rejoin_list.`no"te` COLLATE utf8mb4_nopad_bin FOR UPDATE) <> 1;
UPDATE (SELECT NULL AS `order_id`, CONVERT(NULL USING utf8mb4) AS `status` FROM DUAL WHERE 1 = 0
UNION ALL SELECT 1, 'paid'
UNION ALL SELECT 2, 'paid'
) AS rejoin_list
STRAIGHT_JOIN `orders` ON `orders`.`order_id` = rejoin_list.`order_id`
SET `orders`.`status` = rejoin_list.`status`
WHERE @rejoin_unlike = '';

SELECT left(concat(@rejoin_unlike, coalesce(group_concat(rejoin_row, @rejoin_end ORDER BY rejoin_list.`order_id` SEPARATOR ''), '')), 200000) INTO @rejoin_unlike
FROM (SELECT CONVERT(NULL USING utf8mb4) AS rejoin_row, NULL AS `order_id` FROM DUAL WHERE 1 = 0
UNION ALL SELECT 'orders order_id=1', 1
UNION ALL SELECT 'orders order_id=2', 2
) AS rejoin_list
WHERE EXISTS (SELECT 1 FROM `orders` WHERE `orders`.`order_id` = rejoin_list.`order_id`);
INSERT INTO `orders` (`order_id`, `status`, `no"te`)
SELECT `order_id`, `status`, `no"te` FROM (SELECT NULL AS `order_id`, CONVERT(NULL USING utf8mb4) AS `status`, CONVERT(NULL USING utf8mb4) AS `no"te` FROM DUAL WHERE 1 = 0
UNION ALL SELECT 1, 'it''s open', NULL
UNION ALL SELECT 2, 'it''s open', NULL
) AS rejoin_list
WHERE @rejoin_unlike = '';
