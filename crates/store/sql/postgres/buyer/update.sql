UPDATE buyer AS b SET body = k.body FROM unnest($2::bigint[], $3::text[]) AS k (id, body)
WHERE b.shard = $1 AND b.id = k.id
