SELECT q.id, q.body FROM quote q JOIN unnest($2::bigint[]) AS k (id) ON q.id = k.id WHERE q.shard = $1
