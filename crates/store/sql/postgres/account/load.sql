SELECT a.kind, a.owner, a.balance, a.last_transaction
FROM account a JOIN unnest($2::text[], $3::text[]) AS k (kind, owner) ON a.kind = k.kind AND a.owner = k.owner
WHERE a.shard = $1
