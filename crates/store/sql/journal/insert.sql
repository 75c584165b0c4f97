INSERT INTO journal (id, at, event, postings) VALUES (?2 * 1024 + ?1, ?3, ?4, ?5)
