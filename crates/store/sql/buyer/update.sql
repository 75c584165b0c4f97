UPDATE buyer SET body = ?3 WHERE shard = ?1 AND id = ?2
