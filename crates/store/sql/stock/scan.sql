SELECT shard, shop, item, allotted, sold FROM stock ORDER BY shard, shop, item
