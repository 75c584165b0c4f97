INSERT INTO shard (shard, sequence, latest) VALUES (?1, ?2, ?3)
ON CONFLICT (shard) DO UPDATE SET sequence = excluded.sequence, latest = excluded.latest
