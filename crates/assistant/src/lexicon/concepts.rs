//! Option values that all shops mean alike: hot and iced, how much sugar, how large, how spicy.
//!
//! A shop calls its large bowl 大碗, a person says "large". A value whose own name is among the words of a concept can
//! be asked for with any of them.

/// Words for one value. `close` names the concept that is meant where a shop has no value of this one: who says "iced"
/// where there is only "regular ice" means that.
pub(crate) struct Concept {
    /// What it is called here.
    pub(crate) name: &'static str,
    /// All words for it.
    pub(crate) words: &'static str,
    /// Concepts to fall back to.
    pub(crate) close: &'static [&'static str],
}

const fn concept(name: &'static str, words: &'static str, close: &'static [&'static str]) -> Concept {
    Concept { name, words, close }
}

/// All concepts.
pub(crate) const CONCEPTS: &[Concept] = &[
    concept(
        "hot",
        "热|热的|热乎|热乎的|热热的|热腾腾的|滚烫的|烫乎的|暖和的|热饮|要热的|加热|做热的|烫的|烫|hot|heated",
        &["warm"],
    ),
    concept(
        "warm",
        "温|温的|常温|温热|温热的|温乎|温乎的|温吞|温吞的|不凉不热|不冷不热|温一点|温一点的|不要太热|不要太烫|warm|room temperature|lukewarm",
        &[],
    ),
    concept(
        "iced",
        "冰|冰的|冰镇|冰镇的|冰冰的|凉凉的|加冰|冷|冷的|冻|冻的|凉|凉的|冰饮|冷饮|做冰的|要冰的|iced|ice|cold|with ice|on ice|chilled|add ice",
        &["regular ice"],
    ),
    concept("regular ice", "正常冰|标准冰|多冰|全冰|regular ice|normal ice|full ice|standard ice|usual ice", &["iced"]),
    concept(
        "less ice",
        "少冰|一点点冰|冰一点点|一点冰就好|冰一点点就好|少点冰|少加冰|少加点冰|少放冰|冰少一点|冰少点|微冰|走少冰|less ice|light ice|little ice|easy ice|easy on the ice|a little ice|low ice|not too much ice|not much ice",
        &[],
    ),
    concept(
        "no ice",
        "去冰|不要冰|不加冰|无冰|别加冰|不放冰|别放冰|走冰|免冰|不带冰|一点冰都不要|一点冰也不要|一点冰都不加|完全不要冰|冰都不要|no ice|without ice|without any ice|hold the ice|skip the ice|not iced|dont add ice",
        &[],
    ),
    concept(
        "no sugar",
        "无糖|糖就免了|糖免了|糖就算了|不另外加糖|不额外加糖|不额外放糖|不另外放糖|不用额外加糖|不另加糖|不另放糖|无添加糖|no added sugar|unsweetened|不加糖|不要糖|零糖|0糖|免糖|别加糖|不放糖|别放糖|走糖|走甜|去糖|不甜|不要加糖|一点糖都不要|一点糖也不要|一点糖都不加|一点糖都别放|一点都不甜|一点都不要甜|完全不要糖|糖都不要|no sugar|sugar free|without sugar|without any sugar|zero sugar|0 sugar|0% sugar|unsweetened|no sweetener|hold the sugar|not sweet|skip the sugar|dont add sugar|sugarless",
        &[],
    ),
    concept(
        "little sugar",
        "三分糖|一点点糖|糖一点点|微糖|3分糖|30%糖|三分甜|微甜|30% sugar|quarter sugar|slightly sweet|a little sugar|little sugar",
        &[],
    ),
    concept(
        "half sugar",
        "半糖|五分糖|5分糖|50%糖|五分甜|半甜|一半糖|half sugar|50% sugar|half sweet|half the sugar|half sweetness",
        &[],
    ),
    concept(
        "less sugar",
        "少糖|少点糖|少放糖|少放点糖|少加糖|少加点糖|少甜|糖少一点|糖少点|不要太甜|别太甜|不太甜|less sugar|light sugar|reduced sugar|low sugar|less sweet|not too sweet|easy on the sugar|not so sweet|not very sweet|go easy on the sugar",
        &["most sugar"],
    ),
    concept("most sugar", "七分糖|7分糖|70%糖|八分糖|七分甜|70% sugar|75% sugar", &["less sugar"]),
    concept(
        "regular sugar",
        "正常糖|全糖|标准糖|标准甜|正常甜|加糖|十分糖|普通糖|多糖|甜的|放糖|full sugar|regular sugar|normal sugar|100% sugar|standard sugar|sweetened|with sugar|full sweetness|sweet|add sugar",
        &["one sugar"],
    ),
    concept(
        "one sugar",
        "一份糖|1份糖|单份糖|加一份糖|one sugar|1 sugar|a sugar|one spoon of sugar|one portion of sugar",
        &[],
    ),
    concept("two sugars", "两份糖|2份糖|双份糖|加两份糖|two sugars|2 sugars|double sugar|two spoons of sugar", &[]),
    concept(
        "small",
        "小杯|s码|s号|小码|小份|小碗|小号|小的|小盘|小|小包装|small|small one|small bowl|small cup|small portion|small size|little",
        &[],
    ),
    concept(
        "medium",
        "中杯|m码|m号|中码|中份|中碗|中号|中的|中|标准杯|常规杯|普通杯|medium|medium one|medium cup|medium size|mid size|regular size|regular|medium sized|medium bowl|medium portion",
        &[],
    ),
    concept(
        "large",
        "大杯|l码|l号|大码|大份|大碗|大号|大的|大盘|大|加大|大包装|large|large one|large cup|large bowl|large portion|large size|big|big one|big bowl|big cup|larger|bigger",
        &[],
    ),
    concept(
        "extra large",
        "超大杯|xl码|xl号|加大码|特大码|特大杯|超大|特大|超大份|超大号|特大号|加大杯|特大碗|extra large|xl|extra large one|x large|extra big|biggest|largest|venti",
        &[],
    ),
    concept(
        "not spicy",
        "不辣|怕辣|怕辣的|我怕辣|怕吃辣|吃不了辣|吃不得辣|不要辣子|不放辣子|不加辣子|免辣子|nothing spicy|nothing too spicy|nothing that is spicy|no spicy food|no spicy stuff|none of it spicy|全都不辣的|莫放辣|莫搁辣|莫加辣|莫要辣|别搁辣|不搁辣|甭放辣|甭搁辣|莫放辣椒|莫搁辣椒|别放辣椒|甭放辣椒|不要辣|不加辣|免辣|别放辣|不放辣|别加辣|清淡|原味不辣|不要辣的|不辣的|无辣|不能吃辣|不吃辣|走辣|去辣|不要放辣|别辣|不放辣椒|不要辣椒|不加辣椒|一点辣都不能有|一点辣也不能有|一点儿辣都不能有|一点辣都不能放|一点儿辣都不要|一点辣椒都不要|一点辣椒都不能有|半点辣都不要|一点辣都不要|一点辣也不要|一点儿辣都不要|一丁点辣都不要|一点辣都别放|一点辣都不放|一点都不辣|一点也不辣|一点都不要辣|一点儿都不辣|完全不辣|绝对不辣|辣都不要|not spicy|no spice|no chili|no chilli|non spicy|without chili|without spice|unspiced|no spicy|no heat|0 spice|zero spice|mild no spice|not hot|no pepper heat|not spicy at all",
        &[],
    ),
    concept(
        "mild",
        "微辣|少辣|一点辣|一点点辣|稍辣|小辣|微微辣|有点辣|少放辣|少放点辣|不要太辣|别太辣|不太辣|辣一点点|微辣的|mild|mildly spicy|slightly spicy|a little spicy|little spicy|a bit spicy|less spicy|not too spicy|mild spice|lightly spicy|low spice|not very spicy",
        &[],
    ),
    concept(
        "medium spicy",
        "中辣|正常辣|普通辣|标准辣|中辣的|medium spicy|medium spice|medium hot|regular spicy|normal spicy|moderately spicy",
        &[],
    ),
    concept(
        "very spicy",
        "特辣|重辣|变态辣|超辣|爆辣|很辣|多辣|大辣|加辣|辣一点|辣的|特别辣|最辣|多放辣|要辣的|多放点辣|麻辣|非常辣|extra spicy|very spicy|super spicy|really spicy|extra hot|hot and spicy|spicy|spiciest|more spicy|spicier|extra spice|very hot",
        &[],
    ),
    concept(
        "whole milk",
        "全脂奶|全脂牛奶|全脂|普通奶|whole milk|full milk|full fat milk|full cream milk|regular milk|normal milk",
        &[],
    ),
    concept(
        "skim milk",
        "脱脂奶|脱脂牛奶|脱脂|skim milk|skimmed milk|fat free milk|non fat milk|nonfat milk|skim|skimmed",
        &["low fat milk"],
    ),
    concept("low fat milk", "低脂奶|低脂牛奶|低脂|semi skimmed milk|low fat milk|2% milk", &[]),
    concept("oat milk", "燕麦奶|换燕麦奶|燕麦|oat milk|oat|oatmilk", &[]),
    concept("soy milk", "豆奶|换豆奶|soy milk|soya milk", &[]),
    concept(
        "gift wrapped",
        "礼品包装|礼物包装|礼盒包装|包装成礼物|gift wrapping|gift wrapped|gift wrap|wrapped as a gift|gift box",
        &[],
    ),
    concept("black", "黑色|黑的|黑|black", &[]),
    concept("white", "白色|白的|白|white", &[]),
    concept("blue", "蓝色|蓝的|蓝|blue", &[]),
    concept("red", "红色|红的|red", &[]),
    concept("green", "绿色|绿的|green", &[]),
    concept("pink", "粉色|粉的|粉红色|pink", &[]),
    concept("clear", "透明|透明的|透明色|clear|transparent|see through", &[]),
    concept("half jin", "半斤|250克|250g|半市斤|half a jin|half jin|250 g|250 gram", &[]),
    concept(
        "one jin",
        "一斤|500克|1斤|500g|一市斤|one jin|1 jin|a jin|500 g|half a kilo|half a kg|half kilo|500 gram",
        &[],
    ),
];

/// What a concept leaves away: 辣椒 of 辣椒一点都不要, for a value that is called 不辣.
pub(crate) const LEFT_AWAY: &[(&str, &str)] = &[
    ("not spicy", "辣椒|海椒|辣子|辣|辣味|chili|chilli|chilies"),
    ("no ice", "冰块|冰块儿|ice cubes"),
    ("no sugar", "糖|加糖|放糖|糖分"),
];

/// Ingredients that have two names.
pub(crate) const SAME: &[&str] = &[
    "香菜|芫荽|coriander|cilantro",
    "葱|小葱|葱花|香葱|青葱|scallion|spring onion|green onion",
    "大葱|leek",
    "蒜|大蒜|蒜末|蒜泥|garlic",
    "花生|花生米|peanut",
    "姜|生姜|ginger",
    "辣椒|辣子|海椒|chili|chilli",
    "胡椒|胡椒粉|pepper",
    "珍珠|波霸|pearl|boba|tapioca|tapioca pearl|bubble",
    "仙草|仙草冻|grass jelly",
    "椰果|coconut jelly|nata de coco",
    "番茄酱|ketchup|tomato sauce",
    "煎蛋|荷包蛋|fried egg",
    "卤蛋|braised egg|marinated egg",
    "奶盖|milk foam|cheese foam|milk cap",
    "茄子|aubergine|eggplant",
    "土豆|马铃薯|potato",
    "番茄|西红柿|tomato",
    "洋葱|onion",
    "薄荷|mint",
    "味精|msg",
    "醋|陈醋|vinegar|black vinegar",
    "辣椒油|红油|chili oil|chilli oil",
];

/// Beginnings of a value that leaves something away.
pub(crate) const NEGATIONS: &[&str] = &[
    "不要加",
    "不要放",
    "不要",
    "不加",
    "不放",
    "别放",
    "别加",
    "不吃",
    "免",
    "无",
    "去",
    "走",
    "没有",
    "no ",
    "without ",
    "hold the ",
];
