SELECT shard, buyer, balance, last_transaction, last_order FROM wallet ORDER BY buyer
