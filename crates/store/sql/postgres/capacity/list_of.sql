SELECT shard, accepted, moved FROM capacity WHERE shard = ANY ($1) AND shop = $2 ORDER BY shard
