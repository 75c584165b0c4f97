INSERT INTO capacity (shard, shop, accepted, moved)
SELECT s.shard, k.shop, k.accepted, k.moved
FROM shard s, unnest($2::text[], $3::text[], $4::bigint[]) AS k (shop, accepted, moved) WHERE s.shard = $1
