INSERT INTO wallet (shard, buyer, balance, last_transaction, last_order) VALUES (?1, ?2, ?3, ?4, ?5)
