UPDATE mail SET closed = ?3 WHERE shard = ?1 AND number = ?2
