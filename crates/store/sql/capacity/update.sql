UPDATE capacity SET accepted = ?3, moved = ?4 WHERE shard = ?1 AND shop = ?2
