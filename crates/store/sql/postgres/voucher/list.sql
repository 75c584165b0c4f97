SELECT buyer, campaign, amount, threshold, pay_at_least, lifetime, grace, claimed_at, expires_at, state, order_id, spent_at
FROM holding WHERE shard = $1 AND buyer = $2 AND campaign > '' ORDER BY campaign LIMIT $3
