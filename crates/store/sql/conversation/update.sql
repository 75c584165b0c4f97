UPDATE conversation SET version = ?3, body = ?4 WHERE shard = ?1 AND buyer = ?2
