UPDATE shard SET sequence = $2, latest = $3 WHERE shard = $1
