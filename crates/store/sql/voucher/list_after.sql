SELECT buyer, campaign, state, expires_at FROM holding
WHERE shard = ?1 AND (buyer, campaign) > (?2, ?3) AND campaign > '' ORDER BY buyer, campaign LIMIT ?4
