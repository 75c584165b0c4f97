//! Where to: one of the buyer's own places by its label, or an address said in full.
//!
//! Places are found before anything else is read, because an address may hold numbers, commas and words of the
//! catalogue that mean nothing there.

use std::cell::LazyCell;
use std::ops::Range;
use std::sync::Arc;

use domain::buyer::{ADDRESS_CHARS_MAX, Address};

use super::clock::WEEKDAYS;
use super::measure;
use super::no_place::{denial, is_of_given_up};
use super::reading::Place;
use super::sentence::Sentence;
use crate::lexicon::names::word_in;
use crate::lexicon::text::Kind;
use crate::lexicon::{Lexicon, Meaning, Word};

/// Words that mean a label in either language.
const LABELS: &[&str] = &[
    "家|家里|我家|住处|home|my home|house|my house|my place|my apartment|my flat",
    "公司|单位|办公室|上班的地方|office|the office|my office|work|my work|company|my company|workplace",
    "学校|宿舍|school|my school|dorm|campus",
];
/// Characters with which words such as 送到 begin.
pub(super) const BEGINNINGS: &str = "送到在寄配派地收拿快帮给请我他她家改换";
/// What follows such a word where no place is said: 送到了没, 一点送到吧, 八点送到就行.
const NO_PLACE: &[&str] = &[
    "了",
    "哪",
    "没",
    "吧",
    "差不多",
    "即可",
    "为止",
    "那儿",
    "那里",
    "这儿",
    "这里",
    "就行",
    "就好",
    "就可以",
    "可以",
    "行吗",
    "好吗",
    "过去",
    "过来",
    "给",
];
/// Characters and words without which nobody finds an address.
const SIGNS: &[char] = &[
    '路', '街', '道', '号', '栋', '幢', '楼', '室', '区', '市', '县', '镇', '乡', '村', '厦', '场', '院', '园', '城',
    '校', '店', '站', '口', '门', '巷', '弄', '组', '苑', '省',
];
/// Those of a street; a number with 号 may as well be a day.
const STREETS: &[char] = &['路', '街', '道', '巷', '弄', '栋', '幢'];
const STREET_WORDS: &[&str] = &["road", "rd", "street", "avenue", "ave", "lane", "building", "room"];
/// Words with which an address begins, before any number.
const BEGINNING_WORDS: &[&str] =
    &["room", "building", "flat", "apartment", "apt", "unit", "suite", "floor", "block", "house", "no", "number"];
const SIGN_WORDS: &[&str] = &[
    "road",
    "rd",
    "street",
    "st",
    "avenue",
    "ave",
    "lane",
    "district",
    "building",
    "room",
    "floor",
    "flat",
    "unit",
    "block",
    "apartment",
    "apt",
    "tower",
    "dormitory",
    "dorm",
    "hall",
    "campus",
    "estate",
    "hostel",
    "villa",
    "residence",
    "residences",
    "quarters",
    "court",
    "mansion",
    "boulevard",
    "blvd",
    "drive",
    "city",
    "county",
    "university",
    "hospital",
    "hotel",
    "plaza",
    "square",
    "gate",
    "village",
    "town",
    "park",
    "no",
];

/// Words that begin a time rather than a place: "delivered by 12:30", "deliver on Sunday".
const WHEN: &[&str] = &[
    "by",
    "before",
    "tonight",
    "today",
    "tomorrow",
    "this afternoon",
    "this evening",
    "around",
    "after",
    "on",
    "next",
    "the day after",
];

/// Units of a part of an address behind a comma at most.
const PART_UNITS_MAX: usize = 12;
/// Words in a sentence after which a place is looked for at most.
const TRIED_MAX: usize = 40;

/// The place a sentence says, and the units that say it.
pub(crate) fn place(lexicon: &Lexicon, sentence: &Sentence<'_>, own: &[Address]) -> Option<(Range<usize>, Place)> {
    let begin = (0..sentence.units.len()).filter(|at| denial(sentence, *at).is_none());
    let begin = begin.filter_map(|at| Some((at, deliver(lexicon, sentence, at)?)));
    let begin = begin.filter(|(at, _)| !is_of_given_up(sentence, *at));
    // "Address is spot on. Order it." Most sentences say no place, and are not asked for a yes.
    let agreed = LazyCell::new(|| super::yes::clauses(lexicon, sentence));
    let begin = begin.filter(|(at, _)| !agreed.iter().any(|(own, _)| own.contains(at)));
    let mut vague = None;
    let mut said = begin.take(TRIED_MAX).filter_map(|(at, (from, strong))| {
        let (end, place) = after(lexicon, sentence, at, from, own, strong)?;
        Some((at..end, place))
    });
    // 送到她公司，地址是关山大道1号: the one that can be found.
    let known = said.find(|(range, place)| {
        let known = matches!(place, Place::Known(_));
        if !known && vague.is_none() {
            vague = Some((range.clone(), place.clone()));
        }
        known
    });
    known.or(vague)
}

/// Words that tell where somebody lives.
const LIVES: &[&str] = &["我在", "住在", "我住", "我住在", "他住", "她住", "他们住", "家住"];

/// Where what follows a word such as 送到 begins; whether the word can only mean a place.
pub(super) fn deliver(lexicon: &Lexicon, sentence: &Sentence<'_>, at: usize) -> Option<(usize, bool)> {
    if sentence.han(at).is_some_and(|first| !BEGINNINGS.contains(first)) {
        return None;
    }
    let mut found = None;
    lexicon.walk(&sentence.units[at..], |length, node| {
        let deliver = word_in(lexicon.meanings(node)) == Some(Word::Deliver);
        found = deliver.then_some((at + length, true));
    });
    found.or_else(|| {
        let words = sentence.any(
            at,
            &[
                "送",
                "到",
                "在",
                "寄",
                "to",
                "at",
                "to the",
                "send it",
                "bring it",
                "改成",
                "改为",
                "改到",
                "换成",
                "换到",
                "change it to",
                "make it",
            ],
        );
        let lives = sentence.any(at, LIVES);
        let (end, _) = words.into_iter().chain(lives).max_by_key(|(end, _)| *end)?;
        Some((end, false))
    })
}

/// Where a place begins, behind what may stand before its words.
pub(super) fn beside_place(sentence: &Sentence<'_>, mut from: usize) -> usize {
    let beside = [
        "我", "我的", "到", "去", "the", "my", "me at", "me in", "in", "at", "to", "是", "我们", "it", "them", "it all",
    ];
    while let Some((end, _)) = sentence.any(from, &beside) {
        from = end;
    }
    from
}

fn after(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    at: usize,
    from: usize,
    own: &[Address],
    strong: bool,
) -> Option<(usize, Place)> {
    let mut from = beside_place(sentence, from);
    if sentence.units.get(from).is_some_and(|unit| unit.key == u32::from(':')) {
        from += 1;
        // 今晚七点送到：大盘鸡小份 says when, and then what.
        if begins_goods(lexicon, sentence, from) {
            return None;
        }
    }
    if let Some((end, address)) = label(sentence, from, own) {
        return Some(with_detail(lexicon, sentence, end, address));
    }
    // "Delivered by 12:30 to the office", "delivered at 6:30 pm": the place comes later, if at all.
    if sentence.any(from, WHEN).or(sentence.any(from, WEEKDAYS)).is_some() || says_time(sentence, from) {
        return None;
    }
    let end = address_end(lexicon, sentence, from);
    // 我在关山大道1号: a street with a number is a place behind any word; 送到一份牛肉面 and "deliver two lattes" say none.
    let street = says_street(sentence, from, end);
    let street = street || says_where(sentence, at, from, end);
    let counts = sentence.any(from, &["a", "an", "some", "me", "us"]).is_some() || number_word(sentence, from);
    // "Deliver 2 lattes at 3", "deliver latte at 11"
    let numbered = sentence.units.get(from).is_some_and(|unit| unit.milli.is_some());
    let counts = counts || is_word_for_goods(lexicon, sentence, from + usize::from(numbered));
    if !street && (!strong || counts) {
        return None;
    }
    // "Deliver one thermometer to 15 Luoyu Road": what is delivered comes first.
    if strong && counts && (from + 1..end).any(|at| sentence.phrase(at, "to").is_some()) {
        return None;
    }
    let text = sentence.text(from, end).trim();
    if text.is_empty() || sentence.any(from, NO_PLACE).is_some() {
        return None;
    }
    let known = own.iter().find(|address| &*address.text == text);
    let place = match known {
        Some(address) => Place::Known(address.clone()),
        None if findable(sentence, from, end) => Place::Known(new_address(text)),
        None => Place::Vague(text.to_owned()),
    };
    Some((end, place))
}

/// Where in a place something is left, as one word.
const SPOTS: &[&str] = &[
    "前台",
    "大厅",
    "大堂",
    "门口",
    "门岗",
    "门卫",
    "保安室",
    "传达室",
    "楼下",
    "快递柜",
    "外卖柜",
    "一楼大厅",
    "一楼",
];

/// 公司3楼前台, 家里2栋502: where in one's own place goes with its address.
fn with_detail(lexicon: &Lexicon, sentence: &Sentence<'_>, at: usize, address: Address) -> (usize, Place) {
    let stops = |at: usize| matches!(sentence.kind(at), None | Some(Kind::Stop | Kind::Comma));
    let spot = |at: usize| sentence.any(at, SPOTS).map(|(end, _)| end);
    let ends = |end: usize| stops(end) || spot(end).is_some() || goods_begin(lexicon, sentence, end);
    let numeral = |at: usize| sentence.han(at).is_some_and(|character| "一二三四五六七八九十".contains(character));
    let goes_on = |at: usize| says_within(sentence, at) || numeral(at);
    let within = (at..).find(|end| ends(*end) || !goes_on(*end)).unwrap_or(at);
    // 家里2号 may be a day, where more follows.
    let floor = (at..within).any(|at| sentence.han(at).is_some_and(|character| FLOORS.contains(&character)));
    let detail = floor || stops(within) && is_within_a_place(sentence, at, within);
    let end = if detail { within } else { at };
    let end = spot(end).filter(|end| ends(*end)).unwrap_or(end);
    if at == end {
        return (at, Place::Known(address));
    }
    let text: String = format!("{}{}", address.text, sentence.text(at, end)).chars().take(ADDRESS_CHARS_MAX).collect();
    (end, Place::Known(Address { text: Arc::from(text), ..address }))
}

/// The buyer's place with the label at `at`.
pub(super) fn label(sentence: &Sentence<'_>, at: usize, own: &[Address]) -> Option<(usize, Address)> {
    let tail = |end: usize| sentence.any(end, &["里", "那边", "那里", "这边", "地址"]).map_or(end, |(end, _)| end);
    let mine = own.iter().filter(|address| !address.label.is_empty());
    let direct =
        mine.clone().filter_map(|address| Some((sentence.phrase(at, &address.label.to_lowercase())?, address)));
    let by_row = |row: &&str| -> Option<(usize, &Address)> {
        let (end, _) = sentence.any(at, &row.split('|').collect::<Vec<_>>())?;
        let address = mine.clone().find(|address| row.split('|').any(|word| word == address.label.to_lowercase()))?;
        Some((end, address))
    };
    let all = direct.chain(LABELS.iter().filter_map(by_row));
    let (end, address) = all.max_by_key(|(end, _)| *end)?;
    let end = tail(end);
    // 家 in 我妈家 or 公司 in 公司路12号 is not the label.
    let goes_on = sentence.han(end).is_some_and(|next| SIGNS.contains(&next) || next == '大');
    (!goes_on).then(|| (end, address.clone()))
}

/// An address in Chinese ends at a comma or stop, or where goods begin; one in English may go on over commas as long
/// as what follows still looks like an address.
fn address_end(lexicon: &Lexicon, sentence: &Sentence<'_>, from: usize) -> usize {
    let mut end = from;
    while let Some(kind) = sentence.kind(end) {
        match kind {
            Kind::Stop => break,
            Kind::Comma if !goes_on(lexicon, sentence, end + 1) && !is_town(sentence, from, end) => break,
            Kind::Comma => {}
            // 送到民族大道22号冰的, "to 22 Minzu Avenue iced"
            _ if end > from && says_street(sentence, from, end) && begins_option(lexicon, sentence, end) => break,
            // "To 18 Guanshan Avenue: one latte"
            _ if end > from && sentence.units[end].key == u32::from(':') => break,
            _ if end > from && breaks(sentence, end) || goods_begin(lexicon, sentence, end) => break,
            _ => {}
        }
        end += 1;
    }
    end
}

fn breaks(sentence: &Sentence<'_>, at: usize) -> bool {
    let words = [
        "来",
        "要",
        "点",
        "买",
        "订",
        "哪",
        "有什么",
        "有没有",
        "多少",
        "帮我",
        "我要",
        "谢谢",
        "一份",
        "一杯",
        "两杯",
        "两份",
        "by",
        "before",
        "please",
        "thanks",
        "and",
        "with",
    ];
    let time = [
        "at half",
        "at a quarter",
        "half past",
        "at noon",
        "at six",
        "at seven",
        "at eight",
        "around",
        "asap",
        "尽快",
        "中午",
        "下午",
        "晚上",
        "明天",
    ];
    sentence.any(at, &words).is_some()
        || sentence.any(at, &time).is_some()
        || sentence.phrase(at, "at").is_some_and(|to| sentence.units.get(to).is_some_and(|unit| unit.milli.is_some()))
}

/// Whether a word of an option stands there, in more than one character.
fn begins_option(lexicon: &Lexicon, sentence: &Sentence<'_>, at: usize) -> bool {
    let least = if sentence.han(at).is_some() { 2 } else { 1 };
    let mut option = false;
    lexicon.walk(sentence.units.get(at..).unwrap_or_default(), |length, node| {
        let value = |meaning: &Meaning| matches!(meaning, Meaning::Value(_));
        option |= length >= least && sentence.units[at].milli.is_none() && lexicon.meanings(node).iter().any(value);
    });
    option
}

/// Units within which a name follows its measure word; the first of them may have been misheard.
const NAME_WITHIN: usize = 2;

fn begins_goods(lexicon: &Lexicon, sentence: &Sentence<'_>, at: usize) -> bool {
    let goods = |meaning: &Meaning| matches!(meaning, Meaning::Name(_) | Meaning::Short(_));
    let mut named = goods_begin(lexicon, sentence, at);
    lexicon.walk(sentence.units.get(at..).unwrap_or_default(), |length, node| {
        named |= length > 1 && lexicon.meanings(node).iter().any(goods);
    });
    named
}

/// Whether an English word for goods stands there, and no street that is called so.
fn is_word_for_goods(lexicon: &Lexicon, sentence: &Sentence<'_>, at: usize) -> bool {
    let goods = |meaning: &Meaning| matches!(meaning, Meaning::Name(_) | Meaning::Part(_) | Meaning::Short(_));
    let mut end = None;
    if sentence.kind(at) == Some(Kind::Word) {
        lexicon.walk(&sentence.units[at..], |length, node| {
            end = lexicon.meanings(node).iter().any(goods).then_some(at + length).or(end);
        });
    }
    end.is_some_and(|end| sentence.any(end, SIGN_WORDS).is_none())
}

/// Whether an amount with a measure word stands here, and goods follow: 送到一份牛肉面 says no place.
fn goods_begin(lexicon: &Lexicon, sentence: &Sentence<'_>, at: usize) -> bool {
    let Some((end, _)) = measure::amount(lexicon, sentence, at) else { return false };
    let goods = |meaning: &Meaning| matches!(meaning, Meaning::Name(_) | Meaning::Part(_) | Meaning::Short(_));
    let from = sentence.phrase(end, "的").unwrap_or(end);
    (from..=from + NAME_WITHIN).take_while(|at| *at < sentence.units.len()).any(|at| {
        let mut named = false;
        lexicon.walk(&sentence.units[at..], |length, node| {
            named |= length > 1 && lexicon.meanings(node).iter().any(goods);
        });
        named
    })
}

/// "…, Hongshan District, Wuhan": one word that is no other behind what is an address by now.
fn is_town(sentence: &Sentence<'_>, from: usize, comma: usize) -> bool {
    let town = sentence.units.get(comma + 1).is_some_and(|unit| unit.kind == Kind::Word && unit.key == 0);
    let ends = matches!(sentence.kind(comma + 2), None | Some(Kind::Stop | Kind::Comma));
    town && ends && says_street(sentence, from, comma)
}

/// Whether the part after a comma still belongs to an address: in 义水北路12号，凤山山货超市的板栗两斤 the goods begin there.
fn goes_on(lexicon: &Lexicon, sentence: &Sentence<'_>, from: usize) -> bool {
    let end = (from..sentence.units.len())
        .find(|at| matches!(sentence.kind(*at), Some(Kind::Stop | Kind::Comma)))
        .unwrap_or(sentence.units.len());
    let near = end > from && end - from <= PART_UNITS_MAX && findable(sentence, from, end);
    near && !breaks(sentence, from) && !begins_shop(lexicon, sentence, from) && !begins_goods(lexicon, sentence, from)
}

/// Whether the name of a shop stands there.
fn begins_shop(lexicon: &Lexicon, sentence: &Sentence<'_>, at: usize) -> bool {
    let mut named = false;
    lexicon.walk(sentence.units.get(at..).unwrap_or_default(), |length, node| {
        named |= length > 1 && lexicon.meanings(node).iter().any(|meaning| matches!(meaning, Meaning::Shop(_)));
    });
    named
}

fn findable(sentence: &Sentence<'_>, from: usize, end: usize) -> bool {
    let han = |at: usize| sentence.han(at).is_some_and(|character| SIGNS.contains(&character));
    let number = |at: usize| sentence.units[at].milli.is_some();
    let word = |at: usize| sentence.any(at, SIGN_WORDS).is_some();
    let characters = sentence.text(from, end).chars().count();
    if is_within_a_place(sentence, from, end) {
        return false;
    }
    (from..end).any(|at| han(at) || word(at)) && characters >= 4 || (from..end).filter(|at| number(*at)).count() > 1
}

/// What says only where in a place: 12号楼502.
const WITHIN: &[char] = &['号', '栋', '幢', '楼', '室', '单', '元', '层', '座', '房', '门'];
/// Those of them that say nothing else.
const FLOORS: &[char] = &['栋', '幢', '楼', '室', '层', '座'];

/// 12号楼502: of which street or estate is not said.
fn is_within_a_place(sentence: &Sentence<'_>, from: usize, end: usize) -> bool {
    let within = |at: usize| says_within(sentence, at) || sentence.kind(at) == Some(Kind::Comma);
    (from..end).any(|at| sentence.han(at).is_some()) && (from..end).all(within)
}

/// Whether a unit is a number, or a character that says where in a place.
fn says_within(sentence: &Sentence<'_>, at: usize) -> bool {
    let number = sentence.units.get(at).is_some_and(|unit| unit.milli.is_some());
    number || sentence.han(at).is_some_and(|character| WITHIN.contains(&character))
}

/// Whether a street and a number stand there.
fn says_street(sentence: &Sentence<'_>, from: usize, end: usize) -> bool {
    let han = |at: usize| sentence.han(at).is_some_and(|character| STREETS.contains(&character));
    let street = (from..end).any(|at| han(at) || sentence.any(at, STREET_WORDS).is_some());
    // "111 Guanshan Avenue", "Room 3, 111 ...": in English it begins with the number, or with what has one.
    let numbered = sentence.units.get(from).is_some_and(|unit| unit.milli.is_some());
    let begins = sentence.han(from).is_some() || numbered || sentence.any(from, BEGINNING_WORDS).is_some();
    begins && street && (from..end).any(|at| sentence.units[at].milli.is_some()) && findable(sentence, from, end)
}

/// 我在武汉光谷广场，: where the buyer is, to the end of the clause.
fn says_where(sentence: &Sentence<'_>, at: usize, from: usize, end: usize) -> bool {
    let here = sentence.any(at, LIVES).or(sentence.any(at, &["我现在在", "人在"])).is_some();
    let stops = matches!(sentence.kind(end), None | Some(Kind::Stop | Kind::Comma));
    let sign = end.checked_sub(1).and_then(|last| sentence.han(last)).is_some_and(|last| SIGNS.contains(&last));
    here && stops && sign && findable(sentence, from, end)
}

/// The last hour of a day, in thousandths.
const LAST_HOUR_MILLI: u64 = 24_000;

/// Whether an hour stands there.
fn says_time(sentence: &Sentence<'_>, at: usize) -> bool {
    let number = sentence.units.get(at).is_some_and(|unit| unit.milli.is_some());
    let colon = sentence.units.get(at + 1).is_some_and(|unit| unit.key == u32::from(':'));
    let part = ["am", "pm", "a m", "p m", "oclock", "o clock", "this", "tonight", "tomorrow", "in the"];
    // "Deliver at 3", "delivered at 11, please"
    let hour = sentence.units.get(at).and_then(|unit| unit.milli).is_some_and(|milli| milli <= LAST_HOUR_MILLI);
    let ends = matches!(sentence.kind(at + 1), None | Some(Kind::Stop | Kind::Comma));
    let ends = ends || sentence.any(at + 1, &["please", "thanks", "thank", "and", "to", "or"]).is_some();
    number && (colon || hour && ends || sentence.any(at + 1, &part).is_some())
}

/// Whether an English numeral stands there: "deliver two lattes".
fn number_word(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.units.get(at).is_some_and(|unit| unit.kind == Kind::Word && unit.milli.is_some())
}

fn new_address(text: &str) -> Address {
    let text: String = text.chars().take(ADDRESS_CHARS_MAX).collect();
    Address { label: Arc::from(""), text: Arc::from(text), adcode: None, point: None, example: false }
}
