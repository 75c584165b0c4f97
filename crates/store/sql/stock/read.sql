SELECT allotted, sold, moved FROM stock WHERE shard = ?1 AND shop = ?2 AND item = ?3
