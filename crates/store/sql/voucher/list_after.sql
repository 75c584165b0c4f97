SELECT buyer, campaign, state, expires_at FROM voucher
WHERE shard = ?1 AND (buyer, campaign) > (?2, ?3) ORDER BY buyer, campaign LIMIT ?4
