INSERT INTO receipt (shard, key, content, outcome, number, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
