SELECT shard, content, outcome, sequence, at FROM receipt ORDER BY shard, key
