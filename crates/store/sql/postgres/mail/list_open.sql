SELECT number, receiver, sent_at, closed, allotment FROM mail WHERE shard = $1 AND NOT closed ORDER BY number LIMIT $2
