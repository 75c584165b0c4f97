INSERT INTO conversation (shard, buyer, version, body) VALUES (?1, ?2, ?3, ?4)
