INSERT INTO holding (
    shard, buyer, campaign, amount, threshold, pay_at_least, lifetime, grace, claimed_at, expires_at, state, order_id,
    spent_at
)
SELECT
    s.shard, k.buyer, k.campaign, k.amount, k.threshold, k.pay_at_least, k.lifetime, k.grace, k.claimed_at,
    k.expires_at, k.state, k.order_id, k.spent_at
FROM shard s, unnest(
    $2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[],
    $10::bigint[], $11::text[], $12::bigint[], $13::bigint[]
) AS k (
    buyer, campaign, amount, threshold, pay_at_least, lifetime, grace, claimed_at, expires_at, state, order_id, spent_at
)
WHERE s.shard = $1
