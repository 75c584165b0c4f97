SELECT balance, last_transaction FROM account WHERE shard = ?1 AND kind = ?2 AND owner = ?3
