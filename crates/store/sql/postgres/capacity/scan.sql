SELECT shop, accepted, moved FROM capacity WHERE shard = $1 AND shop > $2 ORDER BY shop LIMIT $3
