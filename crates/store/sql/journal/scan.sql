SELECT id % 1024, id / 1024, at, event, postings FROM journal ORDER BY id % 1024, id
