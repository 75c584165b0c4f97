INSERT INTO quote (shard, id, body)
SELECT s.shard, k.id, k.body FROM shard s, unnest($2::bigint[], $3::text[]) AS k (id, body) WHERE s.shard = $1
