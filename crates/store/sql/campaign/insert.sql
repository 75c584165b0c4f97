INSERT INTO campaign (id, body) VALUES (?1, ?2)
