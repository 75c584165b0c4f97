INSERT INTO holding (shard, buyer, campaign, balance, last_transaction, last_order)
SELECT s.shard, k.buyer, '', k.balance, k.last_transaction, k.last_order
FROM shard s, unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[])
    AS k (buyer, balance, last_transaction, last_order)
WHERE s.shard = $1
