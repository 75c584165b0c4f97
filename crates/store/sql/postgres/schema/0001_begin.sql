-- The first schema. Every table that grows begins its key with the shard; amounts are fen, times are microseconds.
-- Checks repeat the money invariants as a second guard: the rules themselves are in the domain crate.
--
-- Words are compared byte by byte, as our own programs compare them. Tables whose rows change in place leave room on
-- their pages, and no index has a column that changes: a change then stays on its page and touches no index.

CREATE TABLE meta (key text COLLATE "C" PRIMARY KEY, value text NOT NULL);

-- Where each shard stands; its row is the lock that a batch holds. A few rows on a page, because each changes with
-- every batch.
CREATE TABLE shard (shard integer PRIMARY KEY, sequence bigint NOT NULL, latest bigint NOT NULL) WITH (fillfactor = 10);

CREATE TABLE buyer (shard integer NOT NULL, id bigint NOT NULL, body text NOT NULL, PRIMARY KEY (shard, id));

CREATE TABLE conversation (
    shard integer NOT NULL, buyer bigint NOT NULL, version bigint NOT NULL, body bytea NOT NULL,
    PRIMARY KEY (shard, buyer)
) WITH (fillfactor = 80);

CREATE TABLE quote (shard integer NOT NULL, id bigint NOT NULL, body text NOT NULL, PRIMARY KEY (shard, id));

CREATE TABLE "order" (
    shard integer NOT NULL, id bigint NOT NULL, buyer bigint NOT NULL, state text COLLATE "C" NOT NULL,
    authorised bigint NOT NULL, captured bigint NOT NULL, refunded bigint NOT NULL, refund_due boolean NOT NULL,
    placed_at bigint NOT NULL, changed_at bigint NOT NULL, previous bigint, awaited smallint NOT NULL, body text NOT NULL,
    PRIMARY KEY (shard, id),
    CHECK (refunded <= captured AND captured <= authorised)
) WITH (fillfactor = 80);

-- What waits for its shops (1) or for the payment provider (2).
CREATE INDEX order_open ON "order" (shard, awaited, id) WHERE awaited > 0;

-- What a buyer holds: a row for the wallet, with no campaign, and one for each voucher.
CREATE TABLE holding (
    shard integer NOT NULL, buyer bigint NOT NULL, campaign text COLLATE "C" NOT NULL,
    balance bigint, last_transaction bigint, last_order bigint,
    amount bigint, threshold bigint, pay_at_least bigint, lifetime bigint, grace bigint,
    claimed_at bigint, expires_at bigint, state text COLLATE "C", order_id bigint, spent_at bigint,
    PRIMARY KEY (shard, buyer, campaign),
    CHECK (balance >= 0),
    CHECK ((campaign = '') = (balance IS NOT NULL)),
    CHECK ((campaign = '') = (state IS NULL)),
    CHECK ((state = 'spent') = (order_id IS NOT NULL))
) WITH (fillfactor = 85);

CREATE TABLE account (
    shard integer NOT NULL, kind text COLLATE "C" NOT NULL, owner text COLLATE "C" NOT NULL,
    balance bigint NOT NULL, last_transaction bigint,
    PRIMARY KEY (shard, kind, owner),
    CHECK (balance >= 0 OR kind IN ('campaign_funding', 'campaign_transit', 'card_clearing', 'opening'))
) WITH (fillfactor = 50);

CREATE TABLE stock (
    shard integer NOT NULL, shop text COLLATE "C" NOT NULL, item text COLLATE "C" NOT NULL,
    allotted bigint NOT NULL, sold bigint NOT NULL, moved bigint NOT NULL,
    PRIMARY KEY (shard, shop, item),
    CHECK (sold >= 0 AND sold <= allotted)
) WITH (fillfactor = 50);

CREATE TABLE capacity (
    shard integer NOT NULL, shop text COLLATE "C" NOT NULL, accepted text NOT NULL, moved bigint NOT NULL,
    PRIMARY KEY (shard, shop)
) WITH (fillfactor = 50);

CREATE TABLE receipt (
    shard integer NOT NULL, key bytea NOT NULL, content bytea NOT NULL, outcome text NOT NULL,
    number bigint, at bigint NOT NULL,
    PRIMARY KEY (shard, key)
);

-- What this shard has sent to others; the allotment as JSON.
CREATE TABLE mail (
    shard integer NOT NULL, number bigint NOT NULL, receiver integer NOT NULL, sent_at bigint NOT NULL,
    closed boolean NOT NULL, allotment text NOT NULL,
    PRIMARY KEY (shard, number)
);

CREATE INDEX mail_open ON mail (shard, number) WHERE NOT closed;

-- What each command came to: its event, for those who follow along, and the lines of its transaction, if it moved
-- money: JSON, a list of [kind, owner, fen, the account's transaction before].
CREATE TABLE journal (
    shard integer NOT NULL, number bigint NOT NULL, at bigint NOT NULL, event text NOT NULL, postings text,
    PRIMARY KEY (shard, number)
);

-- Small tables that all shards read.
CREATE TABLE campaign (id text COLLATE "C" PRIMARY KEY, body text NOT NULL);
CREATE TABLE shop (id text COLLATE "C" PRIMARY KEY, position bigint NOT NULL, body text NOT NULL);
CREATE TABLE item (
    shop text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, position bigint NOT NULL, body text NOT NULL,
    PRIMARY KEY (shop, id)
);
