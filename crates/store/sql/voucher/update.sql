UPDATE holding SET expires_at = ?4, state = ?5, order_id = ?6, spent_at = ?7 WHERE shard = ?1 AND buyer = ?2 AND campaign = ?3
