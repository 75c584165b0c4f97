//! What a shop is called by its trade, when it is not called by its name: the bakery, 药店.

/// Words of one row mean shops of one trade. A shop is one if its name or its kind has a word of the row in it.
pub(crate) const TRADES: &[&str] = &[
    "药店|药房|pharmacy|drugstore|chemist",
    "面包店|面包房|烘焙|蛋糕店|bakery|cake shop",
    "超市|便利店|supermarket|convenience store|grocery store",
    "水果店|果园|fruit shop|fruit store|greengrocer",
    "花店|flower shop|florist",
    "影城|电影院|影院|cinema|movie theater",
    "咖啡店|咖啡馆|咖啡厅|coffee shop|coffee house|cafe",
    "奶茶店|茶饮|tea shop|tea house|milk tea shop|bubble tea shop",
    "饺子馆|饺子店|dumpling house|dumpling shop|dumpling place",
    "火锅店|hotpot restaurant|hot pot restaurant|hotpot place|hot pot place",
    "烧烤店|烧烤摊|barbecue place|bbq place",
    "面馆|noodle shop|noodle house|noodle place",
    "粥铺|粥店|porridge shop|congee shop",
    "炸鸡店|fried chicken shop|fried chicken place",
    "书店|文具店|bookshop|bookstore|stationery shop|stationery store",
    "五金店|hardware shop|hardware store",
    "宠物店|pet shop|pet store",
    "菜场|菜市场|wet market|vegetable market",
    "母婴店|baby shop|baby store",
    "服装店|鞋店|clothes shop|clothing store|shoe shop",
    "玩具店|toy shop|toy store",
];
