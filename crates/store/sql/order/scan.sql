SELECT shard, id FROM "order" ORDER BY id
