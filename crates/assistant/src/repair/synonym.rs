//! Other words for the same goods, in and between the two languages. Tried for what is unread, and only where the
//! catalogue knows the other word.

use crate::lexicon::{Lexicon, Meaning};
use crate::read::{Token, Units, byte};

/// Words of one row mean the same goods.
const ROWS: &[&str] = &[
    "可乐|可口可乐|cola|coke",
    "番茄|西红柿|tomato",
    "土豆|马铃薯|potato",
    "酸奶|优格|优酪乳|yogurt",
    "披萨|比萨|匹萨|pizza",
    "三明治|三文治|sandwich",
    "芝士|奶酪|起司|cheese",
    "蛋挞|葡挞|葡式蛋挞|egg tart",
    "菠萝|凤梨|pineapple",
    "猕猴桃|奇异果|kiwi|kiwi fruit",
    "橘子|桔子|砂糖橘|蜜橘|橘|tangerine|mandarin",
    "车厘子|樱桃|cherry",
    "草莓|士多啤梨|strawberry",
    "蓝莓|blueberry",
    "鸡蛋|鸡子儿|egg",
    "水饺|饺子|dumpling",
    "馄饨|云吞|抄手|wonton",
    "汉堡|汉堡包|burger|hamburger",
    "薯条|french fries|fries|chips",
    "炸鸡|fried chicken",
    "奶茶|milk tea|bubble tea|boba",
    "咖啡|coffee",
    "茶|tea",
    "面|面条|noodle",
    "盖饭|盖浇饭|烩饭|饭",
    "饭|米饭|rice",
    "粥|稀饭|porridge|congee",
    "汤|soup",
    "粉|米粉|米线|rice noodle",
    "面包|bread|bun",
    "蛋糕|cake",
    "甜品|甜点|dessert",
    "饼干|曲奇|cookie|biscuit",
    "烧烤|撸串|barbecue|bbq",
    "汽水|soda|soft drink",
    "果汁|juice",
    "矿泉水|瓶装水|纯净水|mineral water|bottled water|water",
    "牛奶|鲜奶|milk",
    "酱油|soy sauce",
    "抽纸|纸巾|面巾纸|tissue",
    "洗衣液|洗衣粉|laundry detergent|detergent",
    "充电宝|移动电源|power bank|portable charger",
    "充电头|充电器|充电插头|charger",
    "五号|5号|aa|double a|double-a",
    "七号|7号|aaa|triple a|triple-a",
    "数据线|充电线|cable|charging cable",
    "耳机|earphone|headphone|earbud",
    "手机壳|保护壳|手机套|phone case",
    "钢化膜|手机膜|screen protector",
    "创可贴|创口贴|band aid|plaster",
    "口罩|mask|face mask",
    "体温计|温度计|thermometer",
    "感冒药|cold medicine",
    "退烧药|退热药|布洛芬|ibuprofen",
    "退烧|退热",
    "宝宝|婴儿|婴幼儿|baby",
    "儿童|小孩|孩子|小朋友|children|kid",
    "鲜花|flower",
    "玫瑰|rose",
    "纸尿裤|尿不湿|尿布|尿片|diaper|nappy|nappies",
    "奶粉|milk powder|infant formula|formula",
    "毛巾|towel",
    "牙刷|toothbrush",
    "雨伞|伞|umbrella",
    "电影票|movie ticket|film ticket",
    "爆米花|popcorn",
    "年货|new year goods",
    "水果|fruit",
    "巧克力|朱古力|chocolate",
    "冰淇淋|雪糕|冰激凌|ice cream",
];

/// Other words for the same goods.
pub(crate) fn synonyms(word: &str) -> impl Iterator<Item = &'static str> {
    let word = word.to_lowercase();
    let is = |own: &str| own == word || word.strip_suffix('s') == Some(own);
    let row = ROWS.iter().find(|row| row.split('|').any(is));
    row.into_iter().flat_map(|row| row.split('|'))
}

/// The sentence with other words for what is unread, where the catalogue knows them.
pub(crate) fn other_words(lexicon: &Lexicon, sentence: &Units<'_>, tokens: &[Token]) -> Option<String> {
    let (mut out, mut copied, mut mended) = (String::new(), 0, false);
    let mut done = 0;
    for token in tokens.iter().filter(|token| !token.known()) {
        if token.start < done {
            continue;
        }
        let Some((end, word)) = other_word(lexicon, sentence, token.start) else { continue };
        let (from, to) = (sentence.units[token.start].start, sentence.units[end - 1].end);
        out.push_str(sentence.source.get(copied..byte(from))?);
        out.push_str(word);
        (copied, done, mended) = (byte(to), end, true);
    }
    out.push_str(sentence.source.get(copied..)?);
    mended.then_some(out)
}

/// Units as they are spoken, and as names have them.
const UNITS: &[(&str, &str)] = &[
    ("毫安时", "mah"),
    ("毫安", "mah"),
    ("千瓦", "kw"),
    ("瓦", "w"),
    ("伏", "v"),
    ("赫兹", "hz"),
    ("兆", "m"),
    ("G", "gb"),
];

/// The sentence with 20W for 二十瓦, where something has that in its name.
pub(crate) fn spoken_unit(lexicon: &Lexicon, sentence: &Units<'_>, tokens: &[Token]) -> Option<String> {
    tokens.windows(2).find_map(|pair| {
        let number = pair[0].count.filter(|milli| !pair[1].known() && milli.is_multiple_of(1000))? / 1000;
        let at = pair[1].start;
        let known = UNITS.iter().find_map(|(said, unit)| Some((sentence.phrase(at, said)?, *unit)));
        let (end, unit) = known.unwrap_or((at + 1, sentence.text(at, at + 1)));
        let written = format!("{number}{unit}");
        (!lexicon.exact(&written).is_empty()).then_some(())?;
        let (from, to) = (sentence.units[pair[0].start].start, sentence.units[end - 1].end);
        Some(format!("{}{written}{}", sentence.source.get(..byte(from))?, sentence.source.get(byte(to)..)?))
    })
}

/// The other word for the longest one of a row that begins at `at`.
fn other_word(lexicon: &Lexicon, sentence: &Units<'_>, at: usize) -> Option<(usize, &'static str)> {
    let known = |word: &&str| {
        let meanings = lexicon.exact(word);
        meanings.iter().any(|meaning| matches!(meaning, Meaning::Name(_) | Meaning::Part(_) | Meaning::Kind(_)))
    };
    let in_row = |row: &'static str, at: &dyn Fn(&str) -> Option<usize>| {
        let said = row.split('|').filter_map(at).max()?;
        Some((said, row.split('|').find(known)?))
    };
    let of = |place: &dyn Fn(&str) -> Option<usize>| {
        ROWS.iter().filter_map(|row| in_row(row, place)).max_by_key(|(end, _)| *end)
    };
    of(&|word| said_at(sentence, at, word)).or_else(|| of(&|word| heard_at(lexicon, sentence, at, word)))
}

/// Characters of a word of which one may be written as another of its sound at least.
const HEARD_CHARS_MIN: usize = 3;

/// 创口帖 for 创口贴: where a word ends of which one character is another that sounds the same.
fn heard_at(lexicon: &Lexicon, sentence: &Units<'_>, at: usize, word: &str) -> Option<usize> {
    let count = word.chars().count();
    if word.is_ascii() || count < HEARD_CHARS_MIN {
        return None;
    }
    let mut others = 0;
    for (place, character) in word.chars().enumerate() {
        let said = sentence.han(at + place)?;
        let sounds = lexicon.sounds();
        if said != character {
            others += 1;
            if others > 1 || sounds.key(said).is_none() || sounds.key(said) != sounds.key(character) {
                return None;
            }
        }
    }
    Some(at + count)
}

/// Where a word ends that stands at `at`, in the singular or the plural.
fn said_at(sentence: &Units<'_>, at: usize, word: &str) -> Option<usize> {
    if !word.is_ascii() || !sentence.may_begin(at, word) {
        return sentence.phrase(at, word);
    }
    sentence.phrase(at, word).or_else(|| sentence.phrase(at, &format!("{word}s")))
}
