SELECT content, outcome, number, at FROM receipt WHERE shard = ?1 AND key = ?2
