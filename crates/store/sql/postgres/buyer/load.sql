SELECT b.id, b.body FROM buyer b JOIN unnest($2::bigint[]) AS k (id) ON b.id = k.id WHERE b.shard = $1
