INSERT INTO item (shop, id, position, body) VALUES (?1, ?2, ?3, ?4)
