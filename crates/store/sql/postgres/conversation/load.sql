SELECT c.buyer, c.version, c.body FROM conversation c JOIN unnest($2::bigint[]) AS k (buyer) ON c.buyer = k.buyer
WHERE c.shard = $1
