SELECT content, outcome, sequence, at FROM receipt WHERE shard = ?1 AND key = ?2
