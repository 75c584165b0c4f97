SELECT at, body FROM event WHERE shard = ?1 AND sequence = ?2
