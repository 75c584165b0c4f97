SELECT id, body FROM quote WHERE shard = $1 AND id > $2 ORDER BY id LIMIT $3
