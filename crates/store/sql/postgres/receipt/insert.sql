INSERT INTO receipt (shard, key, content, outcome, number, at)
SELECT s.shard, k.key, k.content, k.outcome, k.number, k.at
FROM shard s, unnest($2::bytea[], $3::bytea[], $4::text[], $5::bigint[], $6::bigint[])
    AS k (key, content, outcome, number, at)
WHERE s.shard = $1
