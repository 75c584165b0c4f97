UPDATE stock AS t SET allotted = k.allotted, sold = k.sold, moved = k.moved
FROM unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[]) AS k (shop, item, allotted, sold, moved)
WHERE t.shard = $1 AND t.shop = k.shop AND t.item = k.item
