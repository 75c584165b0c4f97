SELECT id, body FROM buyer WHERE shard = $1 AND id > $2 ORDER BY id LIMIT $3
