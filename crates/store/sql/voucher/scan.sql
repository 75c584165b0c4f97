SELECT shard, buyer, campaign FROM holding WHERE campaign > '' ORDER BY shard, buyer, campaign
