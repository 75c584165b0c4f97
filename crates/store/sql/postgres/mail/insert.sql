INSERT INTO mail (shard, number, receiver, sent_at, closed, allotment)
SELECT s.shard, k.number, k.receiver, k.sent_at, k.closed, k.allotment
FROM shard s, unnest($2::bigint[], $3::integer[], $4::bigint[], $5::boolean[], $6::text[])
    AS k (number, receiver, sent_at, closed, allotment)
WHERE s.shard = $1
