SELECT at, event, postings FROM journal WHERE shard = ?1 AND sequence = ?2
