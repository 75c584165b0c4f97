SELECT count(*) FROM shop
