SELECT key, content, outcome, number, at FROM receipt WHERE shard = $1 AND key = ANY ($2)
