//! Words that ask for what costs least, and by which a sum takes in the delivery, as they are put together: 省钱的那家, 更实惠
//! 一点的, "whichever is less pricey", 运费也算在里头.

const LOW: &[&str] = &[
    "便宜",
    "实惠",
    "划算",
    "省钱",
    "合算",
    "经济",
    "经济实惠",
    "低价",
    "平价",
    "价低",
    "价格低",
    "价钱低",
    "价格便宜",
    "价钱便宜",
    "便宜实惠",
];
/// How much so, before and behind; bare words are praise as well, and stand among those that point.
const LOW_FORMS: [(&str, &str); 14] = [
    ("最", ""),
    ("最", "的"),
    ("更", ""),
    ("更", "的"),
    ("", "的"),
    ("", "点"),
    ("", "点的"),
    ("", "点儿的"),
    ("", "一点"),
    ("", "一点的"),
    ("", "些"),
    ("", "些的"),
    ("", "一些的"),
    ("比较", "的"),
];
/// What is pointed at by it: 那家.
const THAT: &[&str] = &[
    "那个", "那家", "那款", "那种", "那样", "那间", "那边", "那杯", "那份", "那碗", "那盒", "那瓶", "那袋", "那包",
    "那件", "那束", "那把", "那本", "那张", "那台", "那双", "那条", "那只", "那支",
];

const LOW_EN: &[&str] = &[
    "cheapest",
    "cheaper",
    "less expensive",
    "least expensive",
    "less pricey",
    "least pricey",
    "lower priced",
    "lowest priced",
    "less costly",
    "least costly",
    "lower cost",
    "lowest cost",
    "more affordable",
    "most affordable",
    "better value",
    "best value",
    "more economical",
    "most economical",
    "best priced",
    "cheapest priced",
];
const BEHIND_EN: &[&str] = &["", " one", " option", " ones", " of the two", " of the lot"];
const WHICHEVER_EN: &[&str] = &[
    "whichever is",
    "whichever one is",
    "whichevers",
    "whichever ones",
    "whatever is",
    "whatevers",
    "whichever comes out",
];
const COSTS_LESS_EN: &[&str] = &[
    "whichever costs less",
    "whichever costs least",
    "whichever costs the least",
    "whichever one costs less",
    "whichever one costs least",
    "whichever one costs the least",
    "the one that costs less",
    "the one that costs least",
    "the one that costs the least",
    "the one that is cheaper",
    "the one thats cheaper",
    "the one that is cheapest",
    "the one thats cheapest",
];

/// What is paid for bringing it, and words by which a sum takes it in.
const FEES: &[&str] = &["配送费", "运费", "外送费", "送餐费", "跑腿费", "邮费", "送货费", "快递费"];
const ALSO: &[&str] = &["", "也", "都", "也都", "要", "也要", "得", "也得", "都得"];
const COUNTED_IN: &[&str] = &[
    "算",
    "算上",
    "算进去",
    "算进来",
    "算在内",
    "算在里头",
    "算在里面",
    "算里头",
    "算里面",
    "在内",
    "在里头",
    "在里面",
    "包括在内",
    "包含在内",
    "包在里头",
    "从里头出",
    "从里面出",
    "从里头扣",
    "从里面扣",
    "包在里面",
];
const WITH_FEE: &[&str] = &["连", "含", "算上", "加上", "加", "带上", "包括", "包含", "连上", "带"];

/// Phrases by which a sum takes in what the delivery costs: 运费也算在里头.
pub(crate) fn delivery_in_all() -> impl Iterator<Item = String> {
    let behind = |fee: &'static str| {
        ALSO.iter().flat_map(move |also| COUNTED_IN.iter().map(move |counted| format!("{fee}{also}{counted}")))
    };
    FEES.iter().flat_map(move |fee| behind(fee).chain(WITH_FEE.iter().map(move |with| format!("{with}{fee}"))))
}

/// Phrases that ask for what costs least.
pub(crate) fn cheapest() -> impl Iterator<Item = String> {
    let chinese = LOW.iter().flat_map(|low| {
        let forms = LOW_FORMS.iter().map(move |(before, behind)| format!("{before}{low}{behind}"));
        let that = |form: String| THAT.iter().map(move |that| format!("{form}{that}"));
        let bare = std::iter::once((*low).to_owned()).chain(LOW_FORMS.iter().map(move |(a, b)| format!("{a}{low}{b}")));
        forms.chain(bare.flat_map(that))
    });
    let english = LOW_EN.iter().flat_map(|low| {
        let ones = BEHIND_EN.iter().flat_map(move |behind| [format!("{low}{behind}"), format!("the {low}{behind}")]);
        let whichever =
            WHICHEVER_EN.iter().flat_map(move |which| [format!("{which} {low}"), format!("{which} the {low}")]);
        ones.chain(whichever)
    });
    // 价钱低 asks for it by itself, where 实惠 praises as well.
    let plain = LOW.iter().filter(|low| low.contains(['价', '省'])).map(|low| (*low).to_owned());
    plain.chain(chinese).chain(english).chain(COSTS_LESS_EN.iter().map(|said| (*said).to_owned()))
}
