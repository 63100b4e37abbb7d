-- What stands in braces in the story, in the words of SQLite. Of what takes arguments, %1 and %2 are they.

-- {begin}
PRAGMA foreign_keys = ON;

BEGIN;

-- {row key}
INTEGER PRIMARY KEY

-- {generated key}
INTEGER PRIMARY KEY AUTOINCREMENT

-- {name}
TEXT

-- {moment}
TIMESTAMP

-- {plus minutes}
datetime('%1', (%2) || ' minutes')

-- {plus seconds}
datetime('%1', (%2) || ' seconds')

-- {stock trigger}
CREATE TRIGGER products_stock_not_negative
BEFORE UPDATE OF stock ON products
WHEN NEW.stock < 0
BEGIN
    SELECT RAISE(ABORT, 'stock would fall below zero');
END;

-- {count on}
