INSERT INTO holding (shard, buyer, campaign, amount, threshold, pay_at_least, lifetime, grace, claimed_at, expires_at, state, order_id, spent_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
