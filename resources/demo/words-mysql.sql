-- The shop's tables in the words of MySQL 8, which ignores REFERENCES behind a column and gives TEXT no default; its rows
-- are put in as the story in SQLite's words leaves them. MariaDB understands them, too.
-- A blank line ends a statement. Of what takes arguments, %1 and %2 are they.

-- {tables}
CREATE TABLE employees (
    employee_id INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    job VARCHAR(100) NOT NULL,
    manager_id INTEGER,
    FOREIGN KEY (manager_id) REFERENCES employees (employee_id)
) COMMENT = 'Rejoin demo';

CREATE TABLE customers (
    customer_id INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    email VARCHAR(190) NOT NULL UNIQUE,
    phone VARCHAR(40),
    city VARCHAR(100) NOT NULL,
    rep INTEGER,
    FOREIGN KEY (rep) REFERENCES employees (employee_id)
);

CREATE TABLE products (
    product_id INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY,
    sku VARCHAR(20) NOT NULL UNIQUE,
    name VARCHAR(100) NOT NULL,
    price DECIMAL(10, 2) NOT NULL,
    stock INTEGER NOT NULL
);

CREATE TABLE orders (
    order_id INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY,
    customer_id INTEGER NOT NULL,
    ordered_at DATETIME NOT NULL,
    status VARCHAR(20) NOT NULL DEFAULT 'open',
    note VARCHAR(200),
    updated_at DATETIME NOT NULL,
    FOREIGN KEY (customer_id) REFERENCES customers (customer_id)
);

CREATE TABLE order_lines (
    order_id INTEGER NOT NULL,
    line_no INTEGER NOT NULL,
    product_id INTEGER NOT NULL,
    qty INTEGER NOT NULL,
    PRIMARY KEY (order_id, line_no),
    FOREIGN KEY (order_id) REFERENCES orders (order_id),
    FOREIGN KEY (product_id) REFERENCES products (product_id)
);

CREATE TABLE payments (
    payment_id INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY,
    order_id INTEGER NOT NULL,
    amount DECIMAL(10, 2) NOT NULL,
    method VARCHAR(20) NOT NULL,
    paid_on DATE NOT NULL,
    FOREIGN KEY (order_id) REFERENCES orders (order_id)
);

CREATE TABLE settings (
    name VARCHAR(190) NOT NULL PRIMARY KEY,
    value VARCHAR(100) NOT NULL,
    deployed_at DATETIME NOT NULL
);

CREATE TABLE audit_log (
    logged_on DATE NOT NULL,
    actor VARCHAR(100) NOT NULL,
    action VARCHAR(100) NOT NULL,
    order_id INTEGER,
    note VARCHAR(200)
);

CREATE INDEX audit_log_order ON audit_log (order_id);

CREATE TRIGGER products_stock_not_negative
BEFORE UPDATE ON products
FOR EACH ROW
BEGIN
    IF NEW.stock < 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'stock would fall below zero';
    END IF;
END;

CREATE VIEW open_orders AS
SELECT order_id, customer_id, ordered_at FROM orders WHERE status = 'open';

-- {release}
ALTER TABLE orders ADD COLUMN channel VARCHAR(20) NOT NULL DEFAULT 'shop';

ALTER TABLE products ADD COLUMN tax_class %1;

-- {tax class of A}
VARCHAR(20)

-- {tax class of B}
VARCHAR(20) NOT NULL DEFAULT 'standard'

-- {whose database}
SELECT coalesce((SELECT t.table_comment FROM information_schema.tables AS t
    WHERE t.table_schema = s.schema_name AND t.table_name = 'employees'), '')
FROM information_schema.schemata AS s WHERE s.schema_name = '%1';

-- {make database}
DROP DATABASE IF EXISTS %1;

CREATE DATABASE %1 CHARACTER SET utf8mb4;
