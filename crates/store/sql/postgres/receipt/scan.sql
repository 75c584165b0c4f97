SELECT key, content, outcome, number, at FROM receipt WHERE shard = $1 AND key > $2 ORDER BY key LIMIT $3
