INSERT INTO capacity (shard, shop, accepted, moved) VALUES (?1, ?2, ?3, ?4)
