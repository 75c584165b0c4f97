UPDATE "order" SET state = ?3, captured = ?4, refunded = ?5, refund_due = ?6, changed_at = ?7, awaited = ?8 WHERE id = ?2 AND shard = ?1
