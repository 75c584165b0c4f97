INSERT INTO item (shop, id, position, body)
SELECT k.shop, k.id, k.position, k.body
FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) AS k (shop, id, position, body)
