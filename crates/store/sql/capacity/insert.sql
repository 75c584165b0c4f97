INSERT INTO capacity (shard, shop, accepted) VALUES (?1, ?2, ?3)
