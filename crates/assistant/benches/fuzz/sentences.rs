//! Things to say: bytes, the catalogue's words, what people say to a shop, and all of that cut and glued.

use catalog::Catalogue;

/// What people say, of every kind that the reader knows.
const SAID: &[&str] = &[
    "我要一杯热拿铁，大杯，不加糖",
    "来两份牛肉面，一份不要香菜，一份多放辣",
    "two large iced lattes to my office before six",
    "有没有二十块以内的奶茶",
    "把第二个换成美式",
    "再来一份，送到公司，十二点半",
    "改成三份",
    "不要了，换一家",
    "确认下单",
    "好的，就这个",
    "可以",
    "好，我想想",
    "下单，送他家",
    "嗯嗯，就这杯，麻烦下单，谢谢",
    "不换了，加回来",
    "我同事也要一杯，冰的",
    "换成240，送到12号楼3单元",
    "只要拿铁，别的不要了",
    "大杯多少钱",
    "地址不对",
    "yes, place it",
    "等一下，先别下单",
    "取消刚才的订单",
    "是的，取消",
    "一杯拿铁，后天送",
    "10",
    "拿铁和美式各一杯，除了美式都要冰的",
    "all iced but the mocha, and double the lattes",
    "要最大的",
    "甜田那家的，大杯",
    "三杯拿铁，小王那杯要冰的，我妈那杯换成美式",
    "喝的统统无糖",
    "一碗不要葱，另外两碗正常",
    "the cheapest one, and two americanos",
    "a latte for mum, no wait make that two",
    "等等，这单不要了",
    "我的订单到哪了",
    "老样子",
    "给女朋友点一个蛋糕，别太甜，预算一百以内",
    "领券",
    "发个八十八块的红包，十个人分",
    "多少钱",
    "cancel my order",
    "the cheaper one, please",
    "第三个要两个",
    "一斤半草莓和半打鸡蛋",
    "明天早上八点送到家，三碗小米粥",
];

/// Glue between pieces.
const GLUE: &[&str] =
    &["", "，", "。", " ", "和", "、", "再来", "不要", "两份", "半", "？", "\n", "第", "换成", "and ", "一百万"];

/// A sentence is repeated or glued up to about this many pieces; now and then far beyond what the reader reads.
const PIECES: usize = 6;
const LONG: usize = 900;

/// Chance that comes again with its seed (splitmix64).
pub struct Chance(u64);

impl Chance {
    /// The chance of one conversation.
    pub fn new(seed: u64, conversation: usize) -> Self {
        let conversation = u64::try_from(conversation).unwrap_or_default();
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ conversation.wrapping_mul(0xd1b5_4a32_d192_ed03))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is more than 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.next() % end).unwrap_or_default()
    }

    fn of<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// The words of a catalogue.
pub struct Words(Vec<String>);

impl Words {
    /// Names of shops, items, groups and values in both languages, and tags.
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut words = Vec::new();
        let mut text = |text: &domain::language::Text| words.extend([text.zh.to_string(), text.en.to_string()]);
        catalogue.shops().for_each(|shop| text(&shop.name));
        for item in catalogue.items() {
            text(&item.name);
            for group in &item.options {
                text(&group.name);
                group.values.iter().for_each(|value| text(&value.name));
            }
        }
        words.extend(catalogue.items().flat_map(|item| &item.tags).map(ToString::to_string));
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    /// Something to say; `said` is what was said before.
    pub fn sentence(&self, chance: &mut Chance, said: &[String]) -> String {
        match chance.below(20) {
            0..=1 => bytes(chance),
            2 => letters(chance),
            3..=6 => self.glued(chance, PIECES),
            7..=10 => self.mutated(chance),
            11..=13 => (*chance.of(SAID)).to_owned(),
            14..=16 => format!("{}{}{}", chance.of(SAID), chance.of(GLUE), chance.of(&self.0)),
            17 => self.glued(chance, LONG),
            18 if !said.is_empty() => chance.of(said).clone(),
            18 => (*chance.of(SAID)).to_owned(),
            _ => chance.of(SAID).repeat(chance.below(40) + 1),
        }
    }

    fn glued(&self, chance: &mut Chance, pieces: usize) -> String {
        (0..=chance.below(pieces)).map(|_| format!("{}{}", chance.of(&self.0), chance.of(GLUE))).collect()
    }

    /// A sentence with pieces cut out, doubled, moved, or put in from elsewhere.
    fn mutated(&self, chance: &mut Chance) -> String {
        let mut text: Vec<char> = chance.of(SAID).chars().collect();
        for _ in 0..=chance.below(4) {
            let (from, to) = (chance.below(text.len() + 1), chance.below(text.len() + 1));
            let (from, to) = (from.min(to), from.max(to));
            match chance.below(5) {
                0 => drop(text.drain(from..to)),
                1 => text.splice(from..from, text[from..to].to_vec()).for_each(drop),
                2 => text.splice(from..from, chance.of(&self.0).chars()).for_each(drop),
                3 => text.splice(from..to, chance.of(SAID).chars().take(6)).for_each(drop),
                _ => text[from..to].reverse(),
            }
        }
        text.into_iter().collect()
    }
}

fn bytes(chance: &mut Chance) -> String {
    let bytes: Vec<u8> = (0..=chance.below(120)).map(|_| u8::try_from(chance.below(256)).unwrap_or_default()).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Characters of every plane, control characters and all.
fn letters(chance: &mut Chance) -> String {
    let ranges: [(u32, usize); 6] =
        [(0, 0x80), (0x80, 0x800), (0x3000, 0x100), (0x4e00, 0x5200), (0xff00, 0xf0), (0x1f300, 0x400)];
    let mut letter = || {
        let (first, count) = *chance.of(&ranges);
        char::from_u32(first + u32::try_from(chance.below(count)).unwrap_or_default()).unwrap_or(' ')
    };
    let count = 40;
    (0..count).map(|_| letter()).collect()
}
