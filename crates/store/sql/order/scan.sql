SELECT shard, id FROM "order" ORDER BY shard, id
