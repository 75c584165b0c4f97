INSERT INTO mail (shard, number, receiver, sent_at, closed, allotment) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
