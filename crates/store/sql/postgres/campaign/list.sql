SELECT id, body FROM campaign ORDER BY id LIMIT $1
