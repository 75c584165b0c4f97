INSERT INTO shard (shard, sequence) VALUES (?1, ?2) ON CONFLICT (shard) DO UPDATE SET sequence = excluded.sequence
