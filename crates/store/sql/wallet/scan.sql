SELECT shard, buyer, balance, last_transaction, last_order FROM holding WHERE campaign = '' ORDER BY shard, buyer
