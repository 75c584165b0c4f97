INSERT INTO journal (shard, sequence, at, event, postings) VALUES (?1, ?2, ?3, ?4, ?5)
