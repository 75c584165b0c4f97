//! Option values, and every way to ask for them.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use domain::catalogue::{Item, OptionGroup};

use super::concepts::{CONCEPTS, LEFT_AWAY, NEGATIONS, SAME};

/// What an option word may stand for: values by the names of their group and their own, with how far the word is from
/// the name. Zero is the name itself.
pub(crate) type Term = Vec<(u8, Pair)>;

/// A value of a group, by their Chinese names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Pair {
    pub(crate) group: Arc<str>,
    pub(crate) value: Arc<str>,
}

/// Words for values, before they are cut into units.
#[derive(Debug, Default)]
pub(crate) struct ValueWords {
    /// Words that ask for a value.
    pub(crate) values: BTreeMap<String, Term>,
    /// Words that ask for a value when they are negated: `香菜` of 不要香菜.
    pub(crate) stems: BTreeMap<String, Term>,
    /// Pairs of groups that allow several values: extras, which have amounts of their own.
    pub(crate) extras: HashSet<Pair>,
    /// Values that are had or left away: those of a group of which the first that comes is none, 不要贺卡.
    pub(crate) additions: HashSet<Pair>,
    /// Names of groups.
    pub(crate) groups: BTreeSet<String>,
}

/// Distinct pairs a catalogue may have in its vocabulary; more are left to search.
const PAIRS_MAX: usize = 20_000;

impl ValueWords {
    /// All words for the values of these items.
    pub(crate) fn of<'a>(items: impl Iterator<Item = &'a Arc<Item>>) -> Self {
        let mut words = Self::default();
        let mut seen: HashSet<Pair> = HashSet::new();
        let concepts = concept_words();
        for group in items.flat_map(|item| &item.options) {
            words.add_group(group);
            for value in &group.values {
                let pair = Pair { group: group.name.zh.clone(), value: value.name.zh.clone() };
                let none = NEGATIONS.iter().any(|no| group.default.starts_with(no));
                if none && value.name.zh != group.default {
                    words.additions.insert(pair.clone());
                }
                if group.many && value.name.zh != group.default {
                    words.extras.insert(pair.clone());
                }
                if seen.len() < PAIRS_MAX && seen.insert(pair.clone()) {
                    words.add_value(&pair, &value.name.en, &concepts);
                }
            }
        }
        words
    }

    fn add_group(&mut self, group: &OptionGroup) {
        for name in [&group.name.zh, &group.name.en] {
            self.groups.insert(name.to_lowercase());
        }
    }

    fn add_value(&mut self, pair: &Pair, en: &str, concepts: &ConceptWords) {
        let zh = pair.value.to_lowercase();
        let en = en.to_lowercase();
        for name in [&zh, &en] {
            self.add(name, 0, pair);
            for other in variants(name, &pair.group) {
                self.add(&other, 1, pair);
            }
            for other in same_words(name) {
                self.add(other, 1, pair);
            }
            self.add_stem(name, pair);
        }
        let of = concepts.get(zh.as_str()).or_else(|| concepts.get(en.as_str()));
        let of = of.or_else(|| concepts.get(called_elsewhere(&zh, &pair.group)?));
        for concept in of.into_iter().flatten() {
            self.add_concept(*concept, pair);
        }
    }

    /// The value can be asked for by all words of its concept, and, further away, by those of concepts close to it.
    fn add_concept(&mut self, concept: usize, pair: &Pair) {
        let name = CONCEPTS[concept].name;
        for word in CONCEPTS[concept].words.split('|') {
            self.add(word, 1, pair);
        }
        let left_away = LEFT_AWAY.iter().find(|(concept, _)| *concept == name);
        for stem in left_away.into_iter().flat_map(|(_, words)| words.split('|')) {
            push(self.stems.entry(stem.to_owned()).or_default(), 1, pair);
        }
        for near in CONCEPTS.iter().filter(|near| near.close.contains(&name)) {
            for word in near.words.split('|') {
                self.add(word, 2, pair);
            }
        }
    }

    /// A value that leaves something away is also reached by what it leaves away, negated in any way.
    fn add_stem(&mut self, name: &str, pair: &Pair) {
        let Some(stem) = NEGATIONS.iter().find_map(|no| name.strip_prefix(no)).filter(|stem| !stem.is_empty()) else {
            return;
        };
        let mut put = |stem: &str| push(self.stems.entry(stem.to_owned()).or_default(), 0, pair);
        put(stem);
        same_words(stem).for_each(put);
    }

    fn add(&mut self, word: &str, far: u8, pair: &Pair) {
        push(self.values.entry(word.to_owned()).or_default(), far, pair);
    }
}

fn push(term: &mut Term, far: u8, pair: &Pair) {
    match term.iter_mut().find(|(_, known)| known == pair) {
        Some((known, _)) => *known = (*known).min(far),
        None => term.push((far, pair.clone())),
    }
}

/// What a value that is written as a letter or in percent is called elsewhere.
fn called_elsewhere(name: &str, group: &str) -> Option<&'static str> {
    let sweet = group.contains(['糖', '甜']);
    Some(match name {
        "s" => "小杯",
        "m" => "中杯",
        "l" => "大杯",
        "xl" => "超大杯",
        "0%" if sweet => "无糖",
        "25%" | "30%" if sweet => "三分糖",
        "50%" if sweet => "半糖",
        "70%" | "75%" | "80%" if sweet => "七分糖",
        "100%" if sweet => "全糖",
        _ => return None,
    })
}

type ConceptWords = BTreeMap<&'static str, Vec<usize>>;

fn concept_words() -> ConceptWords {
    let mut words = ConceptWords::new();
    for (number, concept) in CONCEPTS.iter().enumerate() {
        for word in concept.words.split('|') {
            words.entry(word).or_default().push(number);
        }
    }
    words
}

/// Other names of an ingredient.
fn same_words(name: &str) -> impl Iterator<Item = &'static str> {
    let row = SAME.iter().find(|row| row.split('|').any(|word| word == name));
    row.into_iter().flat_map(|row| row.split('|')).filter(move |word| *word != name).collect::<Vec<_>>().into_iter()
}

const DIGITS: &[(&str, &str)] = &[
    ("1", "一"),
    ("2", "两"),
    ("3", "三"),
    ("4", "四"),
    ("5", "五"),
    ("6", "六"),
    ("7", "七"),
    ("8", "八"),
    ("9", "九"),
    ("10", "十"),
    ("12", "十二"),
];

/// What may stand between 多 or 少 and what there is to be more or less of.
const MORE_OF: &[&str] =
    &["放", "放点", "放些", "加", "加点", "加些", "来点", "来些", "要点", "给点", "搁点", "点", "一点", "些"];

/// 多来点辣油 of a value that is called 多辣油.
fn more_or_less(name: &str) -> Vec<String> {
    let Some(of) = name.strip_prefix(['多', '少']).filter(|of| of.chars().count() > 1) else { return Vec::new() };
    let first = &name[..name.len() - of.len()];
    MORE_OF.iter().map(|verb| format!("{first}{verb}{of}")).collect()
}

const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
/// Units that are written short and said in full.
const UNITS: &[(&str, &[&str])] = &[
    ("w", &["watt", "watts"]),
    ("m", &["meter", "metre", "meters", "metres"]),
    ("cm", &["centimetre", "centimetres", "centimeter", "centimeters"]),
    ("kg", &["kilo", "kilos", "kilogram", "kilograms"]),
    ("g", &["gram", "grams"]),
    ("ml", &["millilitre", "millilitres", "milliliter", "milliliters"]),
    ("l", &["litre", "litres", "liter", "liters"]),
    ("in", &["inch", "inches"]),
    ("inch", &["inches"]),
];

/// "Nine watts" of a value that is called "9 W".
fn spelt(name: &str) -> Vec<String> {
    // "Level three" where it is called level 3.
    if let Some((head, number)) = name.rsplit_once(' ')
        && let Some(spelt) = number.parse::<usize>().ok().and_then(|value| NUMBERS.get(value.checked_sub(1)?))
    {
        return vec![format!("{head} {spelt}")];
    }
    let digits = name.chars().take_while(char::is_ascii_digit).count();
    let (number, unit) = name.split_at(digits);
    let unit = unit.trim_start_matches([' ', '-']);
    if let Some((_, said)) = SAID.iter().find(|(short, _)| *short == unit).filter(|_| digits > 0) {
        let han = number.parse().ok().and_then(han_number);
        let numbers = han.into_iter().chain([number.to_owned()]).collect::<Vec<_>>();
        return said.iter().flat_map(|unit| numbers.iter().map(move |number| format!("{number}{unit}"))).collect();
    }
    let words = UNITS.iter().find(|(short, _)| *short == unit).map_or(&[][..], |(_, words)| words);
    let spelt = number.parse::<usize>().ok().and_then(|value| NUMBERS.get(value.checked_sub(1)?)).copied();
    let units = words.iter().copied().chain([unit]);
    let of = |unit: &str| {
        [Some(number), spelt].into_iter().flatten().map(|number| format!("{number} {unit}")).collect::<Vec<_>>()
    };
    if words.is_empty() || number.is_empty() {
        Vec::new()
    } else {
        units.flat_map(of).filter(|other| other != name).collect()
    }
}

/// Units of which values are written short, as they are said.
const SAID: &[(&str, &[&str])] = &[
    ("cm", &["厘米", "公分"]),
    ("厘米", &["cm", "公分"]),
    ("公分", &["cm", "厘米"]),
    ("gb", &["g", "个g"]),
    ("mm", &["毫米"]),
];

/// A number below a hundred in characters.
fn han_number(number: usize) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let ten = match number / 10 {
        0 => String::new(),
        1 => "十".to_owned(),
        tens @ 2..=9 => format!("{}十", DIGITS[tens]),
        _ => return None,
    };
    Some(format!("{ten}{}", DIGITS[number % 10])).filter(|han| !han.is_empty())
}

/// What an English size is often named with.
const VESSELS: &[&str] = &["cup", "tub", "bowl", "box", "bucket", "bottle", "pack", "portion", "size", "bag", "plate"];

/// What is done to meat and fish, into what stands behind it.
const WORKING: &[char] = &['绞', '切', '剁', '磨', '打', '片', '砍', '斩', '剪', '压', '榨'];

/// Sizes that are letters.
const LETTER_SIZES: &[&str] = &["xs", "s", "m", "l", "xl", "xxl", "xxxl", "2xl", "3xl", "4xl"];

/// Shorter and longer ways to say a value's name: without what kind of thing it is, with numerals instead of digits.
fn variants(name: &str, group: &str) -> Vec<String> {
    let mut out = Vec::new();
    for tail in ["包装", "饭", "口味", "味", "色", "座", "装", "款", "型", "版", "号", "票"] {
        if let Some(head) = name.strip_suffix(tail).filter(|head| head.chars().count() >= 2) {
            out.push(head.to_owned());
            out.push(format!("{head}的"));
        }
    }
    // 韭黄也加 where it is called 加韭黄.
    out.extend(name.strip_prefix('加').filter(|what| what.chars().count() >= 2).map(str::to_owned));
    // "A large popcorn" is a large tub of it.
    if let Some((head, _)) = name.rsplit_once(' ').filter(|(_, last)| VESSELS.contains(last)) {
        out.push(head.to_owned());
    }
    // 苹果16 is what 手机壳 are for.
    if let Some(number) = name.strip_prefix("iphone ") {
        out.push(format!("苹果{number}"));
    }
    // 绞成馅 where it is called 绞馅.
    if let [work, into] = name.chars().collect::<Vec<_>>()[..]
        && WORKING.contains(&work)
    {
        out.extend([format!("{work}成{into}"), format!("{work}成{into}儿")]);
    }
    // 黄的 where it is called 黄色.
    out.extend(name.strip_suffix('色').filter(|head| head.chars().count() == 1).map(|head| format!("{head}的")));
    // L码 where it is called L, and the other way round.
    let letters = name.trim_end_matches(['码', '号']);
    if LETTER_SIZES.contains(&letters) {
        let said = ["", "码", "号"].map(|tail| format!("{letters}{tail}"));
        out.extend(said.into_iter().chain([format!("size {letters}")]).filter(|said| said != name));
    }
    if let Some(head) = name.strip_suffix("贺卡").filter(|head| !head.is_empty()) {
        out.push(format!("{head}卡"));
    }
    if group.contains('味') && !name.ends_with('味') && !name.is_ascii() {
        out.push(format!("{name}味"));
        out.push(format!("{name}口味"));
    }
    let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
    let rest = &name[digits.len()..];
    if let Some((_, han)) = DIGITS.iter().find(|(number, _)| *number == digits).filter(|_| !rest.is_ascii()) {
        out.push(format!("{han}{rest}"));
    }
    let han = DIGITS.iter().find(|(_, han)| name.strip_prefix(han).is_some_and(|rest| !rest.is_empty()));
    if let Some((number, han)) = han {
        out.push(format!("{number}{}", &name[han.len()..]));
    }
    out.extend(more_or_less(name));
    out.extend(spelt(name));
    if let Some(head) = name.strip_suffix('寸') {
        out.push(format!("{head}英寸"));
        out.extend(DIGITS.iter().find(|(number, _)| *number == head).map(|(_, han)| format!("{han}英寸")));
    }
    out
}
