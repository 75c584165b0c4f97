SELECT number, at, event, postings FROM journal WHERE shard = $1 AND number = $2
