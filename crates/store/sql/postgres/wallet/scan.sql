SELECT buyer, balance, last_transaction, last_order FROM holding
WHERE shard = $1 AND buyer > $2 AND campaign = '' ORDER BY buyer LIMIT $3
