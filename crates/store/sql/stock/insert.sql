INSERT INTO stock (shard, shop, item, allotted, sold) VALUES (?1, ?2, ?3, ?4, ?5)
