SELECT body FROM buyer WHERE id = ?2 AND shard = ?1
