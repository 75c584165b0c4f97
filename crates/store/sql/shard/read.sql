SELECT sequence FROM shard WHERE shard = ?1
