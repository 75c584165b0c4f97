SELECT shard, allotted, sold, moved FROM stock WHERE shard = ANY ($1) AND shop = $2 AND item = $3 ORDER BY shard
