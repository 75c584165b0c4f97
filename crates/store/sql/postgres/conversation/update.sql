UPDATE conversation AS c SET version = k.version, body = k.body
FROM unnest($2::bigint[], $3::bigint[], $4::bytea[]) AS k (buyer, version, body)
WHERE c.shard = $1 AND c.buyer = k.buyer
