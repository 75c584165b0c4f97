SELECT id, body FROM buyer WHERE shard = $1 AND id = ANY ($2)
