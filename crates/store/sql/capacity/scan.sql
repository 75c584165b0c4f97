SELECT accepted, moved, shard, shop FROM capacity ORDER BY shard, shop
