INSERT INTO shop (id, position, body)
SELECT k.id, k.position, k.body FROM unnest($1::text[], $2::bigint[], $3::text[]) AS k (id, position, body)
ON CONFLICT (id) DO UPDATE SET body = excluded.body
