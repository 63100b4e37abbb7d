-- What stands in braces in the story, in the words of MariaDB. Of what takes arguments, %1 and %2 are they.

-- {begin}
SET SESSION sql_mode = concat(@@sql_mode, ',PIPES_AS_CONCAT');

SET SESSION max_recursive_iterations = 4294967295;

START TRANSACTION;

-- {row key}
INTEGER AUTO_INCREMENT PRIMARY KEY

-- {generated key}
INTEGER AUTO_INCREMENT PRIMARY KEY

-- {name}
VARCHAR(190)

-- {moment}
DATETIME

-- {plus minutes}
DATE_ADD(CAST('%1' AS DATETIME), INTERVAL truncate(%2, 0) MINUTE)

-- {plus seconds}
DATE_ADD(CAST('%1' AS DATETIME), INTERVAL truncate(%2, 0) SECOND)

-- {stock trigger}
CREATE TRIGGER products_stock_not_negative
BEFORE UPDATE ON products
FOR EACH ROW
BEGIN
    IF NEW.stock < 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'stock would fall below zero';
    END IF;
END;

-- {count on}
-- {whose database}
SELECT schema_comment FROM information_schema.schemata WHERE schema_name = '%1';

-- {make database}
DROP DATABASE IF EXISTS %1;

CREATE DATABASE %1 CHARACTER SET utf8mb4 COMMENT 'Rejoin demo';
