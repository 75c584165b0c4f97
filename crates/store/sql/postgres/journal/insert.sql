INSERT INTO journal (shard, number, at, event, postings)
SELECT s.shard, k.number, k.at, k.event, k.postings
FROM shard s, unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[]) AS k (number, at, event, postings)
WHERE s.shard = $1
