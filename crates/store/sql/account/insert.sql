INSERT INTO account (shard, kind, owner, balance, last_transaction, last_order) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
