SELECT id, state, captured, refunded, refund_due, placed_at, changed_at, previous, body
FROM "order" WHERE shard = $1 AND id = ANY ($2)
