SELECT id, at, event, postings FROM journal ORDER BY id
