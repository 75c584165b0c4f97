UPDATE conversation SET version = ?3, body = ?4 WHERE buyer = ?2 AND shard = ?1
