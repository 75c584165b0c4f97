SELECT number, receiver, sent_at, closed, allotment FROM mail WHERE shard = $1 AND number = ANY ($2)
