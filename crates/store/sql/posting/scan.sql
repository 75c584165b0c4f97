SELECT shard, transaction_id, lines FROM posting ORDER BY shard, transaction_id
