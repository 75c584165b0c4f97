SELECT buyer, balance, last_transaction, last_order FROM holding
WHERE shard = $1 AND buyer = ANY ($2) AND campaign = ''
