UPDATE holding AS h
SET balance = k.balance, last_transaction = k.last_transaction, last_order = k.last_order
FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[]) AS k (buyer, balance, last_transaction, last_order)
-- Not by its empty campaign: before a table's first ANALYZE two constants would make the planner expect one row only,
-- and go through the shard's wallets for each of them.
WHERE h.shard = $1 AND h.buyer = k.buyer AND h.balance IS NOT NULL
