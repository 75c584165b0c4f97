SELECT shard, number, receiver, sent_at, closed, allotment FROM mail ORDER BY shard, number
