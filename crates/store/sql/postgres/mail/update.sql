UPDATE mail AS m SET closed = k.closed FROM unnest($2::bigint[], $3::boolean[]) AS k (number, closed)
WHERE m.shard = $1 AND m.number = k.number
