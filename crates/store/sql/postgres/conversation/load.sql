SELECT buyer, version, body FROM conversation WHERE shard = $1 AND buyer = ANY ($2)
