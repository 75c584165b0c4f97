SELECT shard, kind, owner, balance, last_transaction, last_order FROM account ORDER BY shard, kind, owner
