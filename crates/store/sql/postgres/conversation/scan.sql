SELECT buyer, version, body FROM conversation WHERE shard = $1 AND buyer > $2 ORDER BY buyer LIMIT $3
