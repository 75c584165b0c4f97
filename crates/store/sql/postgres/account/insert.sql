INSERT INTO account (shard, kind, owner, balance, last_transaction)
SELECT s.shard, k.kind, k.owner, k.balance, k.last_transaction
FROM shard s, unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[]) AS k (kind, owner, balance, last_transaction)
WHERE s.shard = $1
