SELECT lines FROM posting WHERE transaction_id = ?2 AND shard = ?1
