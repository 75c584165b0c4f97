INSERT INTO receipt (shard, key, content, outcome, sequence, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
