-- The tables of the baseline: what somebody writes who keeps a shop in PostgreSQL, with the checks that keep money safe.
CREATE TABLE wallets (
    buyer bigint PRIMARY KEY,
    balance_fen bigint NOT NULL CHECK (balance_fen >= 0)
);
CREATE TABLE stock (
    item bigint PRIMARY KEY,
    units bigint NOT NULL CHECK (units >= 0)
);
CREATE TABLE campaigns (
    campaign bigint PRIMARY KEY,
    reserved_fen bigint NOT NULL CHECK (reserved_fen >= 0),
    spent_fen bigint NOT NULL DEFAULT 0
);
CREATE TABLE vouchers (
    buyer bigint PRIMARY KEY,
    campaign bigint NOT NULL,
    amount_fen bigint NOT NULL,
    used_at timestamptz
);
CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    buyer bigint NOT NULL,
    item bigint NOT NULL,
    total_fen bigint NOT NULL,
    body text NOT NULL,
    placed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX orders_of_buyer ON orders (buyer, id);
CREATE TABLE postings (
    order_id bigint NOT NULL,
    line smallint NOT NULL,
    account text NOT NULL,
    amount_fen bigint NOT NULL,
    PRIMARY KEY (order_id, line)
);
CREATE TABLE receipts (
    key bytea PRIMARY KEY,
    content_hash bytea NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);
