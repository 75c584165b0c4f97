SELECT m.number, m.receiver, m.sent_at, m.closed, m.allotment FROM mail m JOIN unnest($2::bigint[]) AS k (number) ON m.number = k.number
WHERE m.shard = $1
