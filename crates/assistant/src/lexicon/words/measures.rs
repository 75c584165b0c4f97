//! Measure words, kinds of shop, and what may begin a number.

/// Latin words with which a number, a sum, a time or an ordinal may begin.
pub(crate) const COUNTING: &str = "a an half dozen couple single double rmb cny the first second third fourth fifth sixth seventh eighth \
    ninth tenth number option no not in within after at by before around for today tomorrow tonight this next on monday tuesday wednesday thursday friday saturday sunday noon midday midnight quarter am pm";

/// Kinds of shop, each with the words that ask for it.
pub(crate) const KINDS: &[(&str, &str)] = &[
    (
        "drinks|drink|tea|milk_tea|bubble_tea|coffee|cafe|juice|beverages",
        "喝的|饮料|饮品|喝的东西|好喝的|什么喝的|点喝的|something to drink|to drink|drink|beverage|something cold to drink",
    ),
    (
        "food|restaurant|noodles|noodle|rice|barbecue|bbq|hotpot|snacks|snack|bakery|dessert|desserts|breakfast|canteen|fast_food|fried_chicken|pizza|burger|burgers|sushi|dumplings|porridge|malatang|takeaway|deli",
        "吃的|吃的东西|好吃的|点吃的|饭菜|午饭|午餐|晚饭|晚餐|早饭|早餐|早点|夜宵|宵夜|something to eat|to eat|food|lunch|dinner|breakfast|supper|meal|snack",
    ),
    ("fruit|fruits", "水果|鲜果|fruit"),
    ("flowers|flower|florist", "花|鲜花|flower"),
    ("pharmacy|drugstore|medicine", "药|药品|medicine|drug|medication"),
    ("supermarket|market|convenience|convenience_store", "日用品|生活用品|household|daily necessities"),
    ("electronics", "数码产品|电子产品|数码|electronic|gadget"),
    ("cinema|movies", "电影|电影票|影票|票|movie|film|movie ticket|film ticket|cinema ticket|ticket"),
    ("clothes|clothing|apparel|fashion", "衣服|服装|clothes|clothing"),
    ("toys|toy|baby", "玩具|toy"),
    ("stationery|books|bookshop", "文具|stationery"),
    ("pets|pet", "宠物用品|pet supplies"),
    ("hardware", "五金|hardware|tool"),
    ("groceries|grocery", "年货|grocery"),
];

/// Measure words: what is counted in one form. Words of one row mean the same form. The first rows are forms that hold
/// many of another: a box of bottles. Conversations keep a form by its place, so a new one goes to the end.
pub(crate) const FORMS: &[&str] = &[
    "箱|整箱|大箱|case|crate|carton",
    "提|大提|multipack",
    "件",
    "杯|cup|glass|mug",
    "瓶|bottle",
    "盒|小盒|box",
    "袋|包|小包|小袋|bag|pack|packet|pouch|sachet",
    "碗|bowl",
    "盘|碟|plate|dish",
    "罐|听|can|tin|jar",
    "桶|bucket|barrel|tub",
    "块|piece|pc",
    "片|slice|sheet",
    "只|头|隻",
    "支|枝|stem",
    "根|条|stick",
    "串",
    "枚",
    "粒|颗|节|tablet|pill|capsule",
    "束|捧|扎|bunch",
    "把|handful",
    "对|双|pair",
    "套|set",
    "张|ticket",
    "本|册",
    "台|部|架|unit",
    "笼|屉|basket|steamer",
    "锅|pot",
    "卷|roll",
    "半|half",
    "间|座|位|seat",
    "盆|pot of",
    "副|幅",
    "板|排|blister",
    "份|客|portion|serving|order|helping",
    "贯",
    "棵|株",
];
/// The place of 提, which holds several packs of what may itself be sold in packs.
pub(crate) const FORM_MULTIPACK: u8 = 1;
/// The place of 双, of which one may be two.
pub(crate) const FORM_PAIR: u8 = 21;
/// The place of 半: 一半 is half of what there is.
pub(crate) const FORM_HALF: u8 = 29;
/// The place of 份, which counts portions of anything.
pub(crate) const FORM_PORTION: u8 = 34;
/// Forms up to this place of [`FORMS`] hold many of another.
pub(crate) const FORMS_OUTER: u8 = 2;
/// Forms up to this place may: 一件矿泉水 is a box of them, 一件羽绒服 is one.
pub(crate) const FORMS_MAYBE_OUTER: u8 = 3;

/// The places of forms that are no vessel, 只, 支, 根, 串 and the like: what comes in cups is not counted so.
pub(crate) const FORMS_OF_PIECES: &[u8] = &[13, 14, 15, 16, 18, 19, 20];

/// What one character names by itself, whatever stands before it: an unknown kind of 面 is a 面, but 打印机 is no 机.
pub(crate) const FREE: &str = "面粉粥饭茶酒水奶鱼虾蟹鸡鸭鹅肉蛋菜汤饼糕糖盐油醋酱米豆果瓜梨桃杏枣花笔书纸灯鞋帽袜伞包刀碗盆锅杯壶药串卷粽饺馍堡露汁冻酪";

/// Measure words that fit anything.
pub(crate) const EACH: &str = "个|单|款|样|种|场|x|item";

/// Weights, in grams for one.
pub(crate) const WEIGHTS: &[(&str, u32)] =
    &[("斤|市斤|jin|catty", 500), ("公斤|千克|kg|kilogram", 1000), ("克|g|gram", 1), ("磅|pound|lb", 454)];
/// Volumes, in millilitres for one.
pub(crate) const VOLUMES: &[(&str, u32)] = &[("升|公升|litre|liter|l", 1000), ("毫升|ml|millilitre|milliliter", 1)];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conversations_keep_a_form_by_its_place() {
        let first = |form: u8| FORMS[usize::from(form)].split('|').next();
        assert_eq!(first(FORM_MULTIPACK), Some("提"));
        assert_eq!(first(FORM_HALF), Some("半"));
        assert_eq!(first(FORM_PORTION), Some("份"));
        assert_eq!(first(FORMS_OUTER), Some("件"));
        assert_eq!(first(FORMS_MAYBE_OUTER), Some("杯"));
        assert_eq!(FORMS.last().and_then(|row| row.split('|').next()), Some("棵"), "a new form goes to the end");
    }
}
