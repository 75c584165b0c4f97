SELECT accepted, moved FROM capacity WHERE shard = ?1 AND shop = ?2
