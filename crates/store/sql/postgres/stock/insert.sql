INSERT INTO stock (shard, shop, item, allotted, sold, moved)
SELECT s.shard, k.shop, k.item, k.allotted, k.sold, k.moved
FROM shard s, unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[])
    AS k (shop, item, allotted, sold, moved)
WHERE s.shard = $1
