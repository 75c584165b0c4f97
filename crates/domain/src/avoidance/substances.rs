//! What people are allergic to or do not eat, and the words that betray it in the texts of a shop.
//!
//! First come the allergens of GB 7718-2011 (4.4.3) and of Regulation (EU) 1169/2011, annex II; the others are
//! what people most often leave away, for their faith or their taste. Words that betray a substance are those of foods
//! that are usually made with it: it is better to ask once too often.

use crate::language::Language;

/// Something that can be avoided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Substance(&'static Row);

#[derive(Debug, PartialEq, Eq)]
struct Row {
    /// What people call it: the Chinese name, then the English one, then others.
    called: &'static [&'static str],
    /// Words of foods that have it, besides those.
    found: &'static [&'static str],
    /// Words that hold one of these and mean something else.
    other: &'static [&'static str],
}

impl Substance {
    /// The one that people call by this word.
    pub fn called(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        let fits = |row: &&Row| row.called.iter().any(|name| *name == word || is_plural(&word, name));
        rows().find(fits).map(Self)
    }

    /// All words by which any of them is called, with the substance.
    pub fn names() -> impl Iterator<Item = (&'static str, Self)> {
        rows().flat_map(|row| row.called.iter().map(move |name| (*name, Self(row))))
    }

    /// What it is called in `language`.
    pub fn name(self, language: Language) -> &'static str {
        let at = usize::from(language == Language::En);
        self.0.called.get(at).copied().unwrap_or_default()
    }

    /// Whether the law counts it among the allergens that a label must name.
    pub fn is_allergen(self) -> bool {
        ALLERGENS.contains(self.0)
    }

    pub(super) fn found(self) -> impl Iterator<Item = &'static str> {
        self.0.called.iter().chain(self.0.found).copied()
    }

    pub(super) fn other(self) -> &'static [&'static str] {
        self.0.other
    }
}

fn rows() -> impl Iterator<Item = &'static Row> {
    ALLERGENS.iter().chain(OTHERS)
}

fn is_plural(word: &str, name: &str) -> bool {
    let tail = word.strip_prefix(name);
    name.is_ascii() && tail.is_some_and(|tail| tail == "s" || tail == "es")
}

/// The allergens that a label must name.
const ALLERGENS: &[Row] = &[
    Row {
        called: &["花生", "peanut", "花生米", "花生酱", "花生碎", "花生油", "groundnut", "落花生", "长生果"],
        found: &["花生醬", "宫保", "宮保", "kung pao", "沙茶", "satay", "沙爹", "goobers", "monkey nut"],
        other: &[],
    },
    Row {
        called: &["坚果", "nuts", "nut", "tree nut", "堅果", "干果", "坚果类"],
        found: &[
            "花生",
            "peanuts",
            "peanut",
            "核桃",
            "杏仁",
            "腰果",
            "开心果",
            "開心果",
            "榛子",
            "榛果",
            "夏威夷果",
            "碧根果",
            "巴旦木",
            "松子",
            "果仁",
            "walnut",
            "almond",
            "cashew",
            "pistachio",
            "hazelnut",
            "macadamia",
            "pecan",
            "praline",
            "marzipan",
            "nutella",
            "宫保",
        ],
        other: &[],
    },
    Row { called: &["核桃", "walnut"], found: &["坚果", "nut"], other: &[] },
    Row { called: &["杏仁", "almond"], found: &["坚果", "巴旦木", "marzipan", "nut"], other: &[] },
    Row { called: &["腰果", "cashew"], found: &["坚果", "nut"], other: &[] },
    Row { called: &["开心果", "pistachio", "開心果"], found: &["坚果", "nut"], other: &[] },
    Row { called: &["榛子", "hazelnut", "榛果"], found: &["坚果", "nut", "nutella"], other: &[] },
    Row {
        called: &[
            "牛奶",
            "milk",
            "奶",
            "奶制品",
            "乳制品",
            "乳糖",
            "lactose",
            "dairy",
            "牛乳",
            "鲜奶",
            "奶类",
            "milk protein",
        ],
        found: &[
            "乳",
            "芝士",
            "奶酪",
            "乳酪",
            "黄油",
            "奶油",
            "拿铁",
            "拿鐵",
            "卡布奇诺",
            "冰淇淋",
            "冰激凌",
            "雪糕",
            "玛奇朵",
            "摩卡",
            "布丁",
            "炼乳",
            "蛋挞",
            "提拉米苏",
            "慕斯",
            "披萨",
            "cheese",
            "butter",
            "cream",
            "latte",
            "cappuccino",
            "yogurt",
            "yoghurt",
            "whey",
            "mocha",
            "macchiato",
            "flat white",
            "custard",
            "pizza",
            "milkshake",
            "pudding",
            "tiramisu",
            "mousse",
        ],
        other: &[
            "椰奶",
            "豆奶",
            "燕麦奶",
            "杏仁奶",
            "米乳",
            "豆乳",
            "腐乳",
            "奶白菜",
            "椰乳",
            "oat milk",
            "soy milk",
            "almond milk",
            "coconut milk",
            "peanut butter",
            "cocoa butter",
            "coconut cream",
            "植物奶",
        ],
    },
    Row {
        called: &["鸡蛋", "egg", "蛋", "雞蛋", "蛋类", "蛋白", "蛋黄", "egg white", "egg yolk"],
        found: &["蛋黄酱", "沙拉酱", "布丁", "mayo", "mayonnaise", "omelette", "omelet", "custard", "meringue"],
        other: &["eggplant"],
    },
    Row {
        called: &["虾", "shrimp", "蝦", "虾类", "prawn", "甲壳类", "crustacean", "shellfish", "贝壳类", "虾蟹", "虾仁"],
        found: &[
            "蟹", "龙虾", "海鲜", "海鮮", "crab", "lobster", "crayfish", "seafood", "虾皮", "濑尿", "贝", "蛤", "蚝",
            "clam", "oyster", "scallop", "mussel", "xo酱",
        ],
        other: &["贝果", "宝贝", "川贝"],
    },
    Row {
        called: &["螃蟹", "crab", "蟹", "大闸蟹", "蟹肉"],
        found: &["虾", "蝦", "海鲜", "海鮮", "seafood", "shrimp", "prawn", "lobster", "crayfish", "shellfish"],
        other: &[],
    },
    Row {
        called: &["海鲜", "seafood", "海鮮", "海产", "海产品", "水产", "河鲜"],
        found: &[
            "虾", "蝦", "蟹", "鱼", "魚", "贝", "蛤", "蚝", "牡蛎", "鱿", "章鱼", "鲍", "海参", "海蜇", "花甲", "蛏",
            "shrimp", "prawn", "crab", "lobster", "fish", "squid", "octopus", "oyster", "clam", "scallop", "mussel",
            "salmon", "tuna", "cod", "eel", "sushi", "三文", "金枪", "寿司", "鳗", "xo酱",
        ],
        other: &["鱼香", "鱼腥草", "贝果", "宝贝", "川贝", "老婆饼", "sharkfin melon"],
    },
    Row {
        called: &["鱼", "fish", "魚", "鱼类", "鱼肉"],
        found: &[
            "三文", "金枪", "鳗", "鳕", "鲈", "海鲜", "海鮮", "寿司", "salmon", "tuna", "cod", "eel", "anchovy",
            "sardine", "seafood", "sushi", "bass", "tilapia", "鱼丸", "鱼露",
        ],
        other: &["鱼香", "鱼腥草", "鱿鱼", "章鱼", "墨鱼", "鲍鱼"],
    },
    Row {
        called: &["大豆", "soy", "豆制品", "黄豆", "豆类", "soya", "soybean", "soy bean"],
        found: &[
            "豆腐",
            "豆浆",
            "豆漿",
            "豆奶",
            "豆乳",
            "酱油",
            "醬油",
            "腐竹",
            "豆干",
            "豆皮",
            "毛豆",
            "豆豉",
            "腐乳",
            "味噌",
            "豆花",
            "tofu",
            "edamame",
            "miso",
            "soy sauce",
            "bean curd",
        ],
        other: &[],
    },
    Row {
        called: &["麸质", "gluten", "小麦", "wheat", "麩質", "面粉", "麦类", "面筋", "flour", "麸"],
        found: &[
            "面",
            "麵",
            "馒头",
            "包子",
            "饺",
            "馄饨",
            "蛋糕",
            "饼",
            "油条",
            "三明治",
            "吐司",
            "汉堡",
            "披萨",
            "啤酒",
            "大麦",
            "燕麦",
            "麦芽",
            "noodle",
            "bread",
            "bun",
            "dumpling",
            "wonton",
            "cake",
            "cookie",
            "pancake",
            "sandwich",
            "toast",
            "burger",
            "pizza",
            "pasta",
            "spaghetti",
            "beer",
            "barley",
            "rye",
            "malt",
            "oat",
            "pastry",
        ],
        other: &["面膜", "米饼", "rice noodle", "rice cake", "正面", "反面", "桌面", "地面"],
    },
    Row {
        called: &["芝麻", "sesame", "芝麻酱", "麻酱", "香油", "胡麻"],
        found: &["芝麻醬", "麻醬", "tahini", "热干面", "hot dry noodle"],
        other: &[],
    },
    Row { called: &["芹菜", "celery", "西芹"], found: &[], other: &[] },
    Row { called: &["芥末", "mustard", "芥菜"], found: &["wasabi"], other: &[] },
];

/// What else people leave away, for their faith, their health or their taste.
const OTHERS: &[Row] = &[
    Row {
        called: &["芒果", "mango", "杧果"], found: &["杨枝甘露", "楊枝甘露", "mango pomelo"], other: &[]
    },
    Row { called: &["菠萝", "pineapple", "凤梨", "鳳梨"], found: &[], other: &["菠萝包", "pineapple bun"] },
    Row {
        called: &["桃子", "peach", "桃", "水蜜桃", "黄桃"], found: &[], other: &["核桃", "樱桃", "杨桃", "猕猴桃"]
    },
    Row { called: &["猕猴桃", "kiwi", "奇异果", "獼猴桃"], found: &[], other: &[] },
    Row { called: &["草莓", "strawberry", "草莓类"], found: &["strawberries"], other: &[] },
    Row {
        called: &["椰子", "coconut"], found: &["椰奶", "椰浆", "椰果", "椰汁", "生椰", "椰蓉"], other: &[]
    },
    Row { called: &["榴莲", "durian", "榴蓮"], found: &[], other: &[] },
    Row {
        called: &["蘑菇", "mushroom", "菌菇", "菌类", "香菇"],
        found: &["金针菇", "杏鲍菇", "平菇", "木耳"],
        other: &[],
    },
    Row {
        called: &["酒精", "alcohol", "酒"],
        found: &["啤酒", "葡萄酒", "白酒", "朗姆", "beer", "wine", "vodka", "whisky", "rum", "醉", "料酒", "liqueur"],
        other: &["酒店", "酒精棉"],
    },
    Row {
        called: &["咖啡因", "caffeine", "咖啡碱"],
        found: &[
            "咖啡",
            "茶",
            "可乐",
            "拿铁",
            "美式",
            "coffee",
            "tea",
            "cola",
            "coke",
            "latte",
            "americano",
            "espresso",
            "mocha",
            "cappuccino",
            "红牛",
            "巧克力",
            "chocolate",
            "matcha",
        ],
        other: &["茶叶蛋", "茶树菇", "花草茶", "herbal tea"],
    },
    Row {
        called: &["猪肉", "pork", "豬肉", "猪"],
        found: &[
            "五花肉",
            "排骨",
            "培根",
            "火腿",
            "腊肉",
            "腊肠",
            "香肠",
            "叉烧",
            "肉松",
            "回锅肉",
            "红烧肉",
            "卤肉",
            "东坡肉",
            "bacon",
            "ham",
            "sausage",
            "spare rib",
            "lard",
            "char siu",
            "里脊",
            "肘子",
        ],
        other: &["牛排骨", "羊排骨"],
    },
    Row {
        called: &["牛肉", "beef", "牛"],
        found: &["肥牛", "牛腩", "牛排", "牛杂", "steak", "brisket"],
        other: &["牛奶", "牛油果", "牛乳", "牛轧糖", "蜗牛", "红牛"],
    },
    Row { called: &["羊肉", "lamb", "羊", "mutton"], found: &["羊排", "羊蝎子"], other: &["羊羹", "羊奶"] },
    Row {
        called: &["鸡肉", "chicken", "雞肉", "鸡"],
        found: &["鸡翅", "鸡腿", "鸡排", "鸡丁"],
        other: &["鸡蛋", "鸡尾酒"],
    },
    Row {
        called: &["肉", "meat", "荤", "荤菜", "肉类", "荤腥", "荤的"],
        found: &[
            "猪", "牛", "羊", "鸡", "鸭", "鹅", "鸽", "排骨", "培根", "火腿", "腊肠", "香肠", "叉烧", "五花", "里脊",
            "肥肠", "pork", "beef", "lamb", "mutton", "chicken", "duck", "goose", "bacon", "ham", "sausage", "rib",
            "steak", "meatball", "lard",
        ],
        other: &[
            "鸡蛋",
            "牛奶",
            "牛油果",
            "牛轧糖",
            "蜗牛",
            "红牛",
            "鸡尾酒",
            "鸭蛋",
            "羊羹",
            "果肉",
            "肉桂",
            "肉松饼",
            "素肉",
            "牛蒡",
            "植物肉",
            "多肉",
            "鸡精",
        ],
    },
    Row {
        called: &["内脏", "offal", "下水", "動物內臟"],
        found: &["猪肝", "鸭血", "毛肚", "肥肠", "鸡胗", "腰花", "liver", "tripe", "intestine", "kidney", "肚丝"],
        other: &[],
    },
    Row { called: &["香菜", "coriander", "cilantro", "芫荽"], found: &[], other: &[] },
    Row {
        called: &["葱", "scallion", "小葱", "葱花", "香葱", "大葱", "蔥", "spring onion", "green onion"],
        found: &[],
        other: &["洋葱"],
    },
    Row {
        called: &["辣", "spicy food", "辣椒", "chilli", "辣的", "chili", "spicy", "辣味", "辣子"],
        found: &["剁椒", "小米椒", "hot and spicy", "chile"],
        other: &["甜椒", "sweet chilli"],
    },
    Row { called: &["洋葱", "onion"], found: &[], other: &["spring onion", "green onion"] },
    Row { called: &["蒜", "garlic", "大蒜", "蒜末", "蒜泥", "蒜蓉"], found: &[], other: &[] },
    Row { called: &["姜", "ginger", "生姜", "薑"], found: &[], other: &[] },
    Row { called: &["味精", "msg", "鸡精"], found: &[], other: &[] },
    Row { called: &["折耳根", "fish mint", "鱼腥草"], found: &[], other: &[] },
    Row { called: &["苦瓜", "bitter melon", "bitter gourd"], found: &[], other: &[] },
    Row { called: &["茄子", "eggplant", "aubergine"], found: &[], other: &[] },
    Row { called: &["胡萝卜", "carrot", "红萝卜"], found: &[], other: &[] },
];
