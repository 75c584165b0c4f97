SELECT buyer FROM conversation ORDER BY buyer
