SELECT shop, id, body FROM item ORDER BY position
