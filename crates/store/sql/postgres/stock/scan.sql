SELECT shop, item, allotted, sold, moved FROM stock
WHERE shard = $1 AND (shop, item) > ($2, $3) ORDER BY shop, item LIMIT $4
