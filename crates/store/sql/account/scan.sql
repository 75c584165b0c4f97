SELECT shard, kind, owner, balance, last_transaction FROM account ORDER BY shard, kind, owner
