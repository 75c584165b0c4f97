UPDATE account SET balance = ?4, last_transaction = ?5 WHERE shard = ?1 AND kind = ?2 AND owner = ?3
