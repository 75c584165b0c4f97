INSERT INTO journal (id, at, event, postings) VALUES (?1, ?2, ?3, ?4)
