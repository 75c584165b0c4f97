-- Joined, here and elsewhere, and not "= ANY": before a table's first ANALYZE the planner takes that for a filter, and goes
-- through the shard's rows.
SELECT r.key, r.content, r.outcome, r.number, r.at FROM receipt r JOIN unnest($2::bytea[]) AS k (key) ON r.key = k.key
WHERE r.shard = $1
