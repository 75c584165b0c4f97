SELECT id FROM "order" WHERE shard = $1 AND awaited = $2 AND awaited > 0 AND id > $3 ORDER BY id LIMIT $4
