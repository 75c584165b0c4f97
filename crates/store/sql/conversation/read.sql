SELECT version, body FROM conversation WHERE buyer = ?2 AND shard = ?1
