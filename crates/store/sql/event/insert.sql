INSERT INTO event (shard, sequence, at, body) VALUES (?1, ?2, ?3, ?4)
