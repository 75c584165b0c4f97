INSERT INTO "order" (shard, id, buyer, state, authorised, captured, refunded, refund_due, placed_at, changed_at, previous, awaited, body)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
