INSERT INTO holding (shard, buyer, campaign, balance, last_transaction, last_order) VALUES (?1, ?2, '', ?3, ?4, ?5)
