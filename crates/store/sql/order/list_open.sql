SELECT id FROM "order"
WHERE shard = ?1 AND id > ?2 AND (refund_due OR state NOT IN ('delivered', 'cancelled', 'payment_failed'))
ORDER BY id LIMIT ?3
