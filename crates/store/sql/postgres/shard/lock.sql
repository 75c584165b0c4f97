SELECT sequence, latest FROM shard WHERE shard = $1 FOR UPDATE
