INSERT INTO conversation (shard, buyer, version, body)
SELECT s.shard, k.buyer, k.version, k.body
FROM shard s, unnest($2::bigint[], $3::bigint[], $4::bytea[]) AS k (buyer, version, body) WHERE s.shard = $1
