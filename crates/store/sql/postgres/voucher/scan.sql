SELECT buyer, campaign, amount, threshold, pay_at_least, lifetime, grace, claimed_at, expires_at, state, order_id, spent_at
FROM holding WHERE shard = $1 AND (buyer, campaign) > ($2, $3) AND campaign > '' ORDER BY buyer, campaign LIMIT $4
