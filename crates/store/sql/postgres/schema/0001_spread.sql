-- On a database with the citus extension: what grows is spread by its shard, and what belongs together lies together.
-- 64 placements spread 16 shards evenly over two workers and leave room for more; tables of others do not join this
-- group.

SELECT create_reference_table('meta');
SELECT create_reference_table('campaign');
SELECT create_reference_table('shop');
SELECT create_reference_table('item');
SELECT create_distributed_table('shard', 'shard', shard_count => 64, colocate_with => 'none');
SELECT create_distributed_table('buyer', 'shard', colocate_with => 'shard');
SELECT create_distributed_table('conversation', 'shard', colocate_with => 'shard');
SELECT create_distributed_table('quote', 'shard', colocate_with => 'shard');
SELECT create_distributed_table('"order"', 'shard', colocate_with => 'shard');
SELECT create_distributed_table('holding', 'shard', colocate_with => 'shard');
SELECT create_distributed_table('account', 'shard', colocate_with => 'shard');
SELECT create_distributed_table('stock', 'shard', colocate_with => 'shard');
SELECT create_distributed_table('capacity', 'shard', colocate_with => 'shard');
SELECT create_distributed_table('receipt', 'shard', colocate_with => 'shard');
SELECT create_distributed_table('mail', 'shard', colocate_with => 'shard');
SELECT create_distributed_table('journal', 'shard', colocate_with => 'shard');
