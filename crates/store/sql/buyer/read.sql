SELECT body FROM buyer WHERE shard = ?1 AND id = ?2
