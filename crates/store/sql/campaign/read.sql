SELECT body FROM campaign WHERE id = ?1
