INSERT INTO quote (shard, id, body) VALUES (?1, ?2, ?3)
