INSERT INTO account (shard, kind, owner, balance, last_transaction) VALUES (?1, ?2, ?3, ?4, ?5)
