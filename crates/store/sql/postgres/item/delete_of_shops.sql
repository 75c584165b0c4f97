DELETE FROM item WHERE shop = ANY ($1)
