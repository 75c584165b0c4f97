SELECT balance, last_transaction, last_order FROM wallet WHERE buyer = ?2 AND shard = ?1
