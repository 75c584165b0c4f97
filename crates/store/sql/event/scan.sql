SELECT shard, sequence, at, body FROM event ORDER BY shard, sequence
