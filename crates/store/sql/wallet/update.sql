UPDATE holding SET balance = ?3, last_transaction = ?4, last_order = ?5 WHERE shard = ?1 AND buyer = ?2 AND campaign = ''
