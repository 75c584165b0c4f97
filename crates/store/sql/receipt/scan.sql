SELECT shard, key, content, outcome, number, at FROM receipt ORDER BY shard, key
