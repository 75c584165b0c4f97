INSERT INTO "order" (
    shard, id, buyer, state, authorised, captured, refunded, refund_due, placed_at, changed_at, previous, awaited, body
)
SELECT
    s.shard, k.id, k.buyer, k.state, k.authorised, k.captured, k.refunded, k.refund_due, k.placed_at, k.changed_at,
    k.previous, k.awaited, k.body
FROM shard s, unnest(
    $2::bigint[], $3::bigint[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::boolean[], $9::bigint[],
    $10::bigint[], $11::bigint[], $12::smallint[], $13::text[]
) AS k (
    id, buyer, state, authorised, captured, refunded, refund_due, placed_at, changed_at, previous, awaited, body
)
WHERE s.shard = $1
