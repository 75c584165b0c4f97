UPDATE wallet SET balance = ?3, last_transaction = ?4, last_order = ?5 WHERE buyer = ?2 AND shard = ?1
