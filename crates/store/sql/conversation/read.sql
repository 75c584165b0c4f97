SELECT version, body FROM conversation WHERE shard = ?1 AND buyer = ?2
