INSERT INTO shard (shard, sequence, latest) SELECT n, 0, 0 FROM generate_series(0, $1::integer - 1) AS n
