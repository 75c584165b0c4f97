SELECT campaign FROM voucher WHERE shard = ?1 AND buyer = ?2 ORDER BY campaign LIMIT ?3
