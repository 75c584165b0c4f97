-- For the connections of batches and pages, whose statements are lookups by a primary key, however many names they are
-- given. Each is planned for the names at hand and the size that its tables have now, because a plan that was made while
-- a table was small would go through all rows of a shard for each name when it is large. Looking a name up costs less
-- here than passing over a row, so that this holds even where nothing is known about a table yet.
SET plan_cache_mode = force_custom_plan;
SET cpu_tuple_cost = 1;
SET random_page_cost = 0;
SET seq_page_cost = 0;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
SET enable_hashjoin = off;
SET enable_mergejoin = off;
SET enable_material = off;
