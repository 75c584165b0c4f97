SELECT t.shop, t.item, t.allotted, t.sold, t.moved
FROM stock t JOIN unnest($2::text[], $3::text[]) AS k (shop, item) ON t.shop = k.shop AND t.item = k.item
WHERE t.shard = $1
