SELECT amount, previous FROM posting WHERE shard = ?1 AND transaction_id = ?2 AND kind = ?3 AND owner = ?4
