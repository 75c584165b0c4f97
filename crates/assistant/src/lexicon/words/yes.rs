//! Words that place an order and words that praise what was quoted, as they are put together: 就买下来吧, "put the order
//! through", 巴适得很.

/// Verbs that buy, and say so by themselves.
const BUYS: &[&str] = &[
    "下单", "落单", "付款", "付钱", "结算", "结账", "结帐", "买单", "埋单", "出票", "成交", "交钱", "扣款", "扣钱",
    "购买", "订购",
];
/// Verbs that buy only with more behind them.
const TAKES: &[&str] = &["买", "订", "定", "拍", "付", "扣"];
/// Verbs that do anything, and place an order behind a quote.
const DOES: &[&str] = &["整", "弄", "办", "拿", "搞", "下"];
/// What stands before the verbs.
const BEFORE: &[&str] = &["", "就", "给", "就给", "给我", "帮我", "帮我们", "直接", "那就", "就这么", "就这样"];
/// What stands behind them: anything that buys, and what buys by itself, which is often miswritten.
const BEHIND: &[&str] = &["吧", "了吧", "呗", "嘛", "哈"];
const BEHIND_BUYING: &[&str] = &["下来", "下来吧", "下来了", "就是", "就是了", "就行", "就行了", "了哈"];
const MISWRITTEN: &[&str] = &["下单把", "买把", "付款把", "订把", "结算把"];
/// How an order is pointed at, behind and before a verb.
const ORDERS: &[&str] = &["这单", "这个单", "这一单", "这张单", "这笔单", "这个订单", "这份单"];

const BUYS_EN: &[&str] = &["order", "buy", "purchase", "book", "place", "submit"];
const WHAT_EN: &[&str] = &[
    "it",
    "that",
    "this",
    "them",
    "these",
    "those",
    "the lot",
    "it all",
    "all of it",
    "all of them",
    "the order",
    "this order",
    "that order",
    "my order",
    "our order",
];
const BEHIND_EN: &[&str] = &["", " now", " then", " for me", " for us", " please"];
const SENDS_EN: &[&str] = &["put", "send", "push", "get"];
const THROUGH_EN: &[&str] = &["through", "in"];

/// Phrases that place an order.
pub(crate) fn commitments() -> impl Iterator<Item = String> {
    let behind = |verb: &'static str, behind: &'static [&'static str]| {
        behind.iter().map(move |behind| format!("{verb}{behind}"))
    };
    let any = BUYS.iter().chain(TAKES).chain(DOES).flat_map(move |verb| behind(verb, BEHIND));
    let buying = BUYS.iter().chain(TAKES).flat_map(move |verb| behind(verb, BEHIND_BUYING));
    let with_behind = any.chain(buying);
    let alone = BUYS.iter().map(|verb| (*verb).to_owned());
    let chinese = with_behind.chain(alone).flat_map(|said| BEFORE.iter().map(move |before| format!("{before}{said}")));
    let pointing = ORDERS.iter().flat_map(|order| {
        let behind = ["下", "就下", "买", "就买", "订", "就订"].map(|verb| format!("{verb}{order}"));
        let before = ["下", "下了", "下吧", "也下", "也下了", "也下吧", "就下"];
        behind.into_iter().chain(before.map(|verb| format!("{order}{verb}")))
    });
    let english = BUYS_EN.iter().flat_map(|verb| {
        let whole = WHAT_EN.iter().map(move |what| format!("{verb} {what}"));
        whole.flat_map(|said| BEHIND_EN.iter().map(move |behind| format!("{said}{behind}")))
    });
    let orders = || WHAT_EN.iter().filter(|what| what.ends_with("order"));
    let through = SENDS_EN.iter().flat_map(move |verb| {
        orders().flat_map(move |what| THROUGH_EN.iter().map(move |through| format!("{verb} {what} {through}")))
    });
    let miswritten = MISWRITTEN.iter().map(|said| (*said).to_owned());
    chinese.chain(pointing).chain(miswritten).chain(english).chain(through)
}

/// What praises, and what may stand around it.
const PRAISES: &[&str] = &[
    "巴适",
    "安逸",
    "喜庆",
    "满意",
    "喜欢",
    "合适",
    "不错",
    "实惠",
    "值",
    "值得",
    "得劲",
    "靓",
    "合算",
    "合我意",
    "合心意",
    "舒坦",
    "舒服",
    "不贵",
    "中意",
    "顺眼",
    "吉利",
    "体面",
    "大气",
    "到位",
    "周到",
    "清楚",
];
const PRAISES_BEFORE: &[&str] = &["", "很", "真", "挺", "蛮", "我很", "好", "我", "就"];
const PRAISES_BEHIND: &[&str] = &["", "得很", "了", "啊", "哈", "呀"];
/// What praises for somebody else.
const WILL: &[&str] =
    &["会喜欢的", "会喜欢", "肯定喜欢", "一定喜欢", "肯定会喜欢", "一定会喜欢", "会满意的", "会高兴的"];

const PRAISED_EN: &[&str] = &["choice", "price", "deal", "value", "pick"];
const PRAISING_EN: &[&str] =
    &["good", "great", "nice", "fair", "lovely", "excellent", "perfect", "wonderful", "decent"];
const FINE_EN: &[&str] = &["fine", "good", "great", "perfect", "right", "correct", "ok", "okay"];
const FINE_OF: &[&str] = &["time", "the time", "price", "the price", "everything", "it all", "that time", "timing"];

/// What of a quote is said to be right: 时间对.
const OF_QUOTE: &[&str] = &[
    "时间",
    "价格",
    "价钱",
    "数量",
    "数目",
    "数",
    "东西",
    "口味",
    "份量",
    "名字",
    "型号",
    "尺寸",
    "尺码",
    "颜色",
    "地点",
    "门牌",
    "门牌号",
    "电话",
    "规格",
    "总价",
    "金额",
    "样数",
    "内容",
];
const RIGHT: &[&str] =
    &["对", "都对", "没错", "可以", "合适", "没问题", "对的", "对了", "也对", "也可以", "正好", "刚好"];

/// Phrases that agree by saying what is good about a quote.
pub(crate) fn praises() -> impl Iterator<Item = String> {
    let chinese = PRAISES.iter().flat_map(|praise| {
        let before = PRAISES_BEFORE.iter().map(move |before| format!("{before}{praise}"));
        before.flat_map(|said| PRAISES_BEHIND.iter().map(move |behind| format!("{said}{behind}")))
    });
    let praised = PRAISING_EN.iter().flat_map(|good| PRAISED_EN.iter().map(move |what| format!("{good} {what}")));
    let fine = FINE_OF.iter().flat_map(|of| {
        let fine = FINE_EN.iter();
        fine.flat_map(move |fine| [format!("{of} is {fine}"), format!("{of}s {fine}"), format!("{of} look {fine}")])
    });
    let right = OF_QUOTE.iter().flat_map(|of| RIGHT.iter().map(move |right| format!("{of}{right}")));
    let will = WILL.iter().map(|will| (*will).to_owned());
    chinese.chain(will).chain(right).chain(praised).chain(fine)
}
