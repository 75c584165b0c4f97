UPDATE capacity SET accepted = ?3 WHERE shard = ?1 AND shop = ?2
