INSERT INTO buyer (shard, id, body) VALUES (?1, ?2, ?3)
