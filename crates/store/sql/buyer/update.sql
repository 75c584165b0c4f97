UPDATE buyer SET body = ?3 WHERE id = ?2 AND shard = ?1
