UPDATE holding AS h
SET expires_at = k.expires_at, state = k.state, order_id = k.order_id, spent_at = k.spent_at
FROM unnest($2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::bigint[], $7::bigint[])
    AS k (buyer, campaign, expires_at, state, order_id, spent_at)
WHERE h.shard = $1 AND h.buyer = k.buyer AND h.campaign = k.campaign
