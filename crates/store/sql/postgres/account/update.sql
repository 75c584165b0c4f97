UPDATE account AS a SET balance = k.balance, last_transaction = k.last_transaction
FROM unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[]) AS k (kind, owner, balance, last_transaction)
WHERE a.shard = $1 AND a.kind = k.kind AND a.owner = k.owner
