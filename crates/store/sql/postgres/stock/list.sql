SELECT shard, shop, item, allotted, sold, moved FROM stock ORDER BY shard, shop, item
