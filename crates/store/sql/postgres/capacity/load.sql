SELECT c.shop, c.accepted, c.moved FROM capacity c JOIN unnest($2::text[]) AS k (shop) ON c.shop = k.shop WHERE c.shard = $1
