SELECT id FROM "order" WHERE id > ?2 AND shard = ?1 AND open ORDER BY id LIMIT ?3
