INSERT INTO stock (shard, shop, item, allotted, sold, moved) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
