SELECT shard, sequence, at, event, postings FROM journal ORDER BY shard, sequence
