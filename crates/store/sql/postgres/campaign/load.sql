SELECT id, body FROM campaign WHERE id = ANY ($1)
