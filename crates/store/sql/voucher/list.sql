SELECT campaign FROM holding WHERE shard = ?1 AND buyer = ?2 AND campaign > '' ORDER BY campaign LIMIT ?3
