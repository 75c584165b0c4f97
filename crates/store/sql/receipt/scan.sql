SELECT shard, content, outcome, number, at FROM receipt ORDER BY shard, key
