INSERT INTO posting (shard, transaction_id, kind, owner, amount, previous) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
