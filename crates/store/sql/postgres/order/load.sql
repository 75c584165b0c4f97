SELECT o.id, o.state, o.captured, o.refunded, o.refund_due, o.placed_at, o.changed_at, o.previous, o.body
FROM "order" o JOIN unnest($2::bigint[]) AS k (id) ON o.id = k.id
WHERE o.shard = $1
