SELECT number, receiver, sent_at, closed, allotment FROM mail WHERE shard = $1 AND number > $2 ORDER BY number LIMIT $3
