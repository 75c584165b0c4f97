SELECT at, event, postings FROM journal WHERE id = ?2 * 1024 + ?1
