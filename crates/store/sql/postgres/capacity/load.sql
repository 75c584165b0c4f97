SELECT shop, accepted, moved FROM capacity WHERE shard = $1 AND shop = ANY ($2)
