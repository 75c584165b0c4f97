SELECT id FROM "order" WHERE shard = ?1 AND id > ?2 AND open ORDER BY id LIMIT ?3
