SELECT kind, owner, balance, last_transaction FROM account
WHERE shard = $1 AND (kind, owner) > ($2, $3) ORDER BY kind, owner LIMIT $4
