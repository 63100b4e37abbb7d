-- The shop's tables in the words of SQL Server; its rows are put in as the story in SQLite's words leaves them.
-- A blank line ends a statement. Of what takes arguments, %1 and %2 are they.

-- {tables}
EXEC sys.sp_addextendedproperty N'Rejoin', N'Rejoin demo';

CREATE TABLE employees (
    employee_id int NOT NULL IDENTITY PRIMARY KEY,
    name nvarchar(100) NOT NULL,
    job nvarchar(100) NOT NULL,
    manager_id int REFERENCES employees (employee_id)
);

CREATE TABLE customers (
    customer_id int NOT NULL IDENTITY PRIMARY KEY,
    name nvarchar(100) NOT NULL,
    email nvarchar(190) NOT NULL UNIQUE,
    phone nvarchar(40),
    city nvarchar(100) NOT NULL,
    rep int REFERENCES employees (employee_id)
);

CREATE TABLE products (
    product_id int NOT NULL IDENTITY PRIMARY KEY,
    sku nvarchar(20) NOT NULL UNIQUE,
    name nvarchar(100) NOT NULL,
    price decimal(10, 2) NOT NULL,
    stock int NOT NULL
);

CREATE TABLE orders (
    order_id int NOT NULL IDENTITY PRIMARY KEY,
    customer_id int NOT NULL REFERENCES customers (customer_id),
    ordered_at datetime2(0) NOT NULL,
    status nvarchar(20) NOT NULL DEFAULT 'open',
    note nvarchar(200),
    updated_at datetime2(0) NOT NULL
);

CREATE TABLE order_lines (
    order_id int NOT NULL REFERENCES orders (order_id),
    line_no int NOT NULL,
    product_id int NOT NULL REFERENCES products (product_id),
    qty int NOT NULL,
    PRIMARY KEY (order_id, line_no)
);

CREATE TABLE payments (
    payment_id int NOT NULL IDENTITY PRIMARY KEY,
    order_id int NOT NULL REFERENCES orders (order_id),
    amount decimal(10, 2) NOT NULL,
    method nvarchar(20) NOT NULL,
    paid_on date NOT NULL
);

CREATE TABLE settings (
    name nvarchar(190) NOT NULL PRIMARY KEY,
    value nvarchar(100) NOT NULL,
    deployed_at datetime2(0) NOT NULL
);

CREATE TABLE audit_log (
    logged_on date NOT NULL,
    actor nvarchar(100) NOT NULL,
    action nvarchar(100) NOT NULL,
    order_id int,
    note nvarchar(200)
);

CREATE INDEX orders_customer ON orders (customer_id);

CREATE INDEX order_lines_product ON order_lines (product_id);

CREATE INDEX payments_order ON payments (order_id);

CREATE INDEX audit_log_order ON audit_log (order_id);

CREATE TRIGGER products_stock_not_negative ON products AFTER UPDATE AS
IF EXISTS (SELECT 1 FROM inserted WHERE stock < 0)
    THROW 50000, 'stock would fall below zero', 1;

CREATE VIEW open_orders AS
SELECT order_id, customer_id, ordered_at FROM orders WHERE status = 'open';

-- {release}
ALTER TABLE orders ADD channel nvarchar(20) NOT NULL DEFAULT 'shop';

ALTER TABLE products ADD tax_class %1;

-- {tax class of A}
nvarchar(20)

-- {tax class of B}
nvarchar(20) NOT NULL DEFAULT 'standard'

-- {whose database}
IF DB_ID(N'%1') IS NOT NULL
EXEC (N'SELECT COALESCE((SELECT CONVERT(nvarchar(100), value) FROM [%1].sys.extended_properties
WHERE class = 0 AND name = N''Rejoin''), N'''')');

-- {make database}
DROP DATABASE IF EXISTS [%1];

CREATE DATABASE [%1];
