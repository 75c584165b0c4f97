SELECT at, event, postings FROM journal WHERE id = ?1
