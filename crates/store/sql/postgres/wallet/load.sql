-- Not by its empty campaign; see the update.
SELECT h.buyer, h.balance, h.last_transaction, h.last_order
FROM holding h JOIN unnest($2::bigint[]) AS k (buyer) ON h.buyer = k.buyer
WHERE h.shard = $1 AND h.balance IS NOT NULL
