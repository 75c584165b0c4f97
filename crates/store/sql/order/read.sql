SELECT state, captured, refunded, refund_due, placed_at, changed_at, previous, body FROM "order" WHERE id = ?2 AND shard = ?1
