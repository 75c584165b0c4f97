UPDATE stock SET allotted = ?4, sold = ?5, moved = ?6 WHERE shard = ?1 AND shop = ?2 AND item = ?3
