INSERT INTO posting (shard, transaction_id, lines) VALUES (?1, ?2, ?3)
