SELECT shard, transaction_id, kind, owner, amount, previous FROM posting ORDER BY shard, transaction_id, kind, owner
