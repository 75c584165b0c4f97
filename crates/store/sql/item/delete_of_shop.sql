DELETE FROM item WHERE shop = ?1
