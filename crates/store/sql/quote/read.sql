SELECT body FROM quote WHERE id = ?2 AND shard = ?1
