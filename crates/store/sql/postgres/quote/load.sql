SELECT id, body FROM quote WHERE shard = $1 AND id = ANY ($2)
