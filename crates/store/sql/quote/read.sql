SELECT body FROM quote WHERE shard = ?1 AND id = ?2
