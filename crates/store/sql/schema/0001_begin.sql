-- The first schema. Every table that grows begins its key with the shard; amounts are fen, times are microseconds.
-- Checks repeat the money invariants as a second guard: the rules themselves are in the domain crate.
--
-- What has a long body is a rowid table, because a row of more than a quarter page in a WITHOUT ROWID table takes a
-- page of its own; its number is unique over all shards, so it is the key alone here.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE shard (shard INTEGER PRIMARY KEY, sequence INTEGER NOT NULL);

CREATE TABLE buyer (id INTEGER PRIMARY KEY, shard INTEGER NOT NULL, body TEXT NOT NULL);

CREATE TABLE conversation (
    buyer INTEGER PRIMARY KEY, shard INTEGER NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL
);

CREATE TABLE quote (id INTEGER PRIMARY KEY, shard INTEGER NOT NULL, body TEXT NOT NULL);

CREATE TABLE "order" (
    id INTEGER PRIMARY KEY, shard INTEGER NOT NULL, buyer INTEGER NOT NULL, state TEXT NOT NULL,
    authorised INTEGER NOT NULL, captured INTEGER NOT NULL, refunded INTEGER NOT NULL, refund_due INTEGER NOT NULL,
    placed_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, previous INTEGER, body TEXT NOT NULL,
    CHECK (refunded <= captured AND captured <= authorised)
);

-- What somebody still has to do something about: a shop, a payment provider.
CREATE INDEX order_open ON "order" (shard, id)
WHERE refund_due OR state NOT IN ('delivered', 'cancelled', 'payment_failed');

CREATE TABLE voucher (
    shard INTEGER NOT NULL, buyer INTEGER NOT NULL, campaign TEXT NOT NULL,
    amount INTEGER NOT NULL, threshold INTEGER NOT NULL, pay_at_least INTEGER NOT NULL,
    lifetime INTEGER NOT NULL, grace INTEGER NOT NULL, claimed_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
    state TEXT NOT NULL, order_id INTEGER, spent_at INTEGER,
    PRIMARY KEY (shard, buyer, campaign),
    CHECK ((state = 'spent') = (order_id IS NOT NULL))
) WITHOUT ROWID;

-- A buyer's account, apart from the others because there is one for each buyer and every order changes one.
CREATE TABLE wallet (
    buyer INTEGER PRIMARY KEY, shard INTEGER NOT NULL,
    balance INTEGER NOT NULL, last_transaction INTEGER, last_order INTEGER,
    CHECK (balance >= 0)
);

CREATE TABLE account (
    shard INTEGER NOT NULL, kind TEXT NOT NULL, owner TEXT NOT NULL,
    balance INTEGER NOT NULL, last_transaction INTEGER,
    PRIMARY KEY (shard, kind, owner),
    CHECK (balance >= 0 OR kind IN ('campaign_funding', 'card_clearing', 'opening'))
) WITHOUT ROWID;

-- The lines of a transaction: JSON, a list of [kind, owner, fen, the account's transaction before].
CREATE TABLE posting (
    shard INTEGER NOT NULL, transaction_id INTEGER NOT NULL, lines TEXT NOT NULL,
    PRIMARY KEY (shard, transaction_id)
) WITHOUT ROWID;

CREATE TABLE stock (
    shard INTEGER NOT NULL, shop TEXT NOT NULL, item TEXT NOT NULL, allotted INTEGER NOT NULL, sold INTEGER NOT NULL,
    PRIMARY KEY (shard, shop, item),
    CHECK (sold >= 0 AND sold <= allotted)
) WITHOUT ROWID;

CREATE TABLE capacity (
    shard INTEGER NOT NULL, shop TEXT NOT NULL, accepted TEXT NOT NULL,
    PRIMARY KEY (shard, shop)
) WITHOUT ROWID;

CREATE TABLE receipt (
    shard INTEGER NOT NULL, key BLOB NOT NULL, content BLOB NOT NULL, outcome TEXT NOT NULL,
    sequence INTEGER NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (shard, key)
) WITHOUT ROWID;

CREATE TABLE event (
    shard INTEGER NOT NULL, sequence INTEGER NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (shard, sequence)
) WITHOUT ROWID;

-- Small tables that all shards read.
CREATE TABLE campaign (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE shop (id TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE item (
    shop TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (shop, id)
) WITHOUT ROWID;
