SELECT shard, balance, last_transaction FROM account WHERE shard = ANY ($1) AND kind = $2 AND owner = $3 ORDER BY shard
