SELECT balance, last_transaction, last_order FROM account WHERE shard = ?1 AND kind = ?2 AND owner = ?3
