UPDATE capacity AS c SET accepted = k.accepted, moved = k.moved
FROM unnest($2::text[], $3::text[], $4::bigint[]) AS k (shop, accepted, moved)
WHERE c.shard = $1 AND c.shop = k.shop
