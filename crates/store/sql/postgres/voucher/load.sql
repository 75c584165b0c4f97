SELECT h.buyer, h.campaign, amount, threshold, pay_at_least, lifetime, grace, claimed_at, expires_at, state, order_id, spent_at
FROM holding h JOIN unnest($2::bigint[], $3::text[]) AS k (buyer, campaign)
    ON h.buyer = k.buyer AND h.campaign = k.campaign
WHERE h.shard = $1
