SELECT id FROM "order" WHERE awaited = ?4 AND id > ?2 AND shard = ?1 AND awaited > 0 ORDER BY id LIMIT ?3
