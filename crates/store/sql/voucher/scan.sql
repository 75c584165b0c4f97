SELECT shard, buyer, campaign FROM voucher ORDER BY shard, buyer, campaign
