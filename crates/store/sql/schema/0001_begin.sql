-- The first schema. Every table that grows begins its key with the shard; amounts are fen, times are microseconds.
-- Checks repeat the money invariants as a second guard: the rules themselves are in the domain crate.
--
-- What has a long body is a rowid table, because a row of more than a quarter page in a WITHOUT ROWID table takes a
-- page of its own; its number is unique over all shards, so it is the key alone here.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE shard (shard INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, latest INTEGER NOT NULL);

CREATE TABLE buyer (id INTEGER PRIMARY KEY, shard INTEGER NOT NULL, body TEXT NOT NULL);

CREATE TABLE conversation (
    buyer INTEGER PRIMARY KEY, shard INTEGER NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL
);

CREATE TABLE quote (id INTEGER PRIMARY KEY, shard INTEGER NOT NULL, body TEXT NOT NULL);

CREATE TABLE "order" (
    id INTEGER PRIMARY KEY, shard INTEGER NOT NULL, buyer INTEGER NOT NULL, state TEXT NOT NULL,
    authorised INTEGER NOT NULL, captured INTEGER NOT NULL, refunded INTEGER NOT NULL, refund_due INTEGER NOT NULL,
    placed_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, previous INTEGER, awaited INTEGER NOT NULL, body TEXT NOT NULL,
    CHECK (refunded <= captured AND captured <= authorised)
);

-- What waits for its shops (1) or for the payment provider (2).
CREATE INDEX order_open ON "order" (awaited, id) WHERE awaited > 0;

-- What a buyer holds: a row for the wallet, with no campaign, and one for each voucher. They lie side by side because
-- an order changes both, and a page of its own for each of a million buyers is what an order costs most.
CREATE TABLE holding (
    shard INTEGER NOT NULL, buyer INTEGER NOT NULL, campaign TEXT NOT NULL,
    balance INTEGER, last_transaction INTEGER, last_order INTEGER,
    amount INTEGER, threshold INTEGER, pay_at_least INTEGER, lifetime INTEGER, grace INTEGER,
    claimed_at INTEGER, expires_at INTEGER, state TEXT, order_id INTEGER, spent_at INTEGER,
    PRIMARY KEY (shard, buyer, campaign),
    CHECK (balance >= 0),
    CHECK ((campaign = '') = (balance IS NOT NULL)),
    CHECK ((campaign = '') = (state IS NULL)),
    CHECK ((state = 'spent') = (order_id IS NOT NULL))
) WITHOUT ROWID;

CREATE TABLE account (
    shard INTEGER NOT NULL, kind TEXT NOT NULL, owner TEXT NOT NULL,
    balance INTEGER NOT NULL, last_transaction INTEGER,
    PRIMARY KEY (shard, kind, owner),
    CHECK (balance >= 0 OR kind IN ('campaign_funding', 'campaign_transit', 'card_clearing', 'opening'))
) WITHOUT ROWID;

CREATE TABLE stock (
    shard INTEGER NOT NULL, shop TEXT NOT NULL, item TEXT NOT NULL, allotted INTEGER NOT NULL, sold INTEGER NOT NULL, moved INTEGER NOT NULL,
    PRIMARY KEY (shard, shop, item),
    CHECK (sold >= 0 AND sold <= allotted)
) WITHOUT ROWID;

CREATE TABLE capacity (
    shard INTEGER NOT NULL, shop TEXT NOT NULL, accepted TEXT NOT NULL, moved INTEGER NOT NULL,
    PRIMARY KEY (shard, shop)
) WITHOUT ROWID;

CREATE TABLE receipt (
    shard INTEGER NOT NULL, key BLOB NOT NULL, content BLOB NOT NULL, outcome TEXT NOT NULL,
    number INTEGER, at INTEGER NOT NULL,
    PRIMARY KEY (shard, key)
) WITHOUT ROWID;

-- What this shard has sent to others; the allotment as JSON.
CREATE TABLE mail (
    shard INTEGER NOT NULL, number INTEGER NOT NULL, receiver INTEGER NOT NULL, sent_at INTEGER NOT NULL,
    closed INTEGER NOT NULL, allotment TEXT NOT NULL,
    PRIMARY KEY (shard, number)
) WITHOUT ROWID;

CREATE INDEX mail_open ON mail (shard, number) WHERE NOT closed;

-- What each command came to: its event, for those who follow along, and the lines of its transaction, if it moved
-- money: JSON, a list of [kind, owner, fen, the account's transaction before].
CREATE TABLE journal (
    -- The command's number: it grows, and appending is cheapest.
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, event TEXT NOT NULL, postings TEXT
);

-- Small tables that all shards read.
CREATE TABLE campaign (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE shop (id TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE item (
    shop TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (shop, id)
) WITHOUT ROWID;
