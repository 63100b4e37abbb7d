-- The shop as it was before release 4.2.0. A blank line ends a statement.

{begin}

CREATE TABLE employees (
    employee_id {row key},
    name TEXT NOT NULL,
    job TEXT NOT NULL,
    manager_id INTEGER REFERENCES employees (employee_id)
);

CREATE TABLE customers (
    customer_id {row key},
    name TEXT NOT NULL,
    email {name} NOT NULL UNIQUE,
    phone TEXT,
    city TEXT NOT NULL,
    rep INTEGER REFERENCES employees (employee_id)
);

CREATE TABLE products (
    product_id {row key},
    sku {name} NOT NULL UNIQUE,
    name TEXT NOT NULL,
    price DECIMAL(10, 2) NOT NULL,
    stock INTEGER NOT NULL
);

CREATE TABLE orders (
    order_id {generated key},
    customer_id INTEGER NOT NULL REFERENCES customers (customer_id),
    ordered_at {moment} NOT NULL,
    status TEXT NOT NULL DEFAULT 'open',
    note TEXT,
    updated_at {moment} NOT NULL
);

CREATE TABLE order_lines (
    order_id INTEGER NOT NULL REFERENCES orders (order_id),
    line_no INTEGER NOT NULL,
    product_id INTEGER NOT NULL REFERENCES products (product_id),
    qty INTEGER NOT NULL,
    PRIMARY KEY (order_id, line_no)
);

CREATE TABLE payments (
    payment_id {generated key},
    order_id INTEGER NOT NULL REFERENCES orders (order_id),
    amount DECIMAL(10, 2) NOT NULL,
    method TEXT NOT NULL,
    paid_on DATE NOT NULL
);

CREATE TABLE settings (
    name {name} NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    deployed_at {moment} NOT NULL
);

-- no key, and no foreign key for order_id
CREATE TABLE audit_log (
    logged_on DATE NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    order_id INTEGER,
    note TEXT
);

CREATE INDEX orders_customer ON orders (customer_id);

CREATE INDEX order_lines_product ON order_lines (product_id);

CREATE INDEX payments_order ON payments (order_id);

CREATE INDEX audit_log_order ON audit_log (order_id);

{stock trigger}

CREATE VIEW open_orders AS
SELECT order_id, customer_id, ordered_at FROM orders WHERE status = 'open';

COMMIT;
