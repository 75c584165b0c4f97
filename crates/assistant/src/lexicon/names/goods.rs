//! Items by their names and parts of them, their tags, and the kinds of their shops.

use std::collections::HashSet;
use std::sync::Arc;

use super::short::Named;
use super::{Lists, Phrases, brackets, is_word, keys};
use crate::lexicon::text::{self, Kind, Unit, cut};
use crate::lexicon::words::KINDS;
use crate::lexicon::{ItemNo, Lexicon, ShopNo};
use crate::quantity::numeral;

/// Names up to this many units are found by any part of them; of longer ones, and in larger catalogues, by the
/// beginnings and ends of their words.
const SHORT_UNITS: usize = 10;
/// Items up to which a catalogue's names are cut into all their parts.
const SMALL_ITEMS: usize = 20_000;
/// Units of the longest text in brackets that tells variants apart; what is longer is advertising, or worse.
const DETAIL_UNITS: usize = 8;
/// English words that join others: what begins or ends with one is no part of a name that anybody says alone.
const JOINING: &[&str] = &["and", "with", "of", "in", "for", "the", "a", "an", "or", "to", "on", "n"];
/// Units of the longest part that is kept of a long name.
const PART_UNITS: usize = 4;

/// The parts of all names, and the names themselves.
pub(super) fn item_names(lexicon: &mut Lexicon, phrases: &mut Phrases) -> Vec<Named> {
    let mut names = Vec::new();
    let small = lexicon.items.len() <= SMALL_ITEMS;
    let joining: Vec<u32> = JOINING.iter().map(|word| lexicon.words.intern(word)).collect();
    for no in lexicon.item_nos().collect::<Vec<_>>() {
        let item = Arc::clone(lexicon.item(no));
        let mut lengths = [0; 2];
        for (length, name) in lengths.iter_mut().zip([&item.name.zh, &item.name.en]) {
            let (base, inside) = brackets(name);
            lexicon.sounds.add(base.trim(), 0);
            let characters = small.then(|| in_characters(base.trim())).flatten();
            for written in in_digits(base.trim()).into_iter().chain(characters) {
                let units = name_units(lexicon, phrases, &written, no);
                name_parts(lexicon, phrases, &units, &joining, no, small);
            }
            let units = name_units(lexicon, phrases, &base, no);
            if small && units.len() <= SHORT_UNITS {
                sound_parts(lexicon, &units);
            }
            *length = u8::try_from(units.len()).unwrap_or(u8::MAX);
            name_parts(lexicon, phrases, &units, &joining, no, small);
            names.push((no, units));
            for part in inside {
                let units = plain_units(lexicon, &part);
                if units.len() <= DETAIL_UNITS {
                    name_parts_only(&mut phrases.details, &units, &joining, no, true);
                }
                // 公的 of 大闸蟹（公）
                if matches!(units[..], [Unit { kind: Kind::Han, .. }]) {
                    let said = keys(lexicon, &format!("{part}的"));
                    phrases.details.entry(said).or_default().push(no);
                }
            }
        }
        if let Some(word) = spoken(&brackets(&item.name.zh).0) {
            let phrase = keys(lexicon, &word);
            phrases.parts.entry(phrase).or_default().push(no);
        }
        if !item.brand.is_empty() {
            let phrase = keys(lexicon, &item.brand);
            phrases.parts.entry(phrase).or_default().push(no);
        }
        lexicon.lengths.push(lengths);
        lexicon.accessories.push(catalog::search::goes_with_others(&item.name.zh));
    }
    names
}

/// Characters that are said with 子 where a name has them alone: 蜜柚 is a 柚子, 羊角锤 a 锤子.
const WITH_ZI: &str = "柚桃橙李梨杏桔橘栗柿枣椰虾蟹鸭鸽兔肘饺粽包袜鞋裤裙帽靴被毯垫席帘锤钳梯刷筷勺叉盘杯瓶袋盒箱桌椅凳架钉绳镜梳扇本册棍管罐壶刀扣锁篮筐";

/// A name with a number of a size in digits: 5号电池 for 五号电池.
fn in_digits(name: &str) -> Option<String> {
    let mut characters = name.chars();
    let digit = numeral::digit(characters.next()?)?;
    let rest = characters.as_str();
    rest.starts_with(['号', '寸', '码']).then(|| format!("{digit}{rest}"))
}

/// Numbers that are written in digits and said in characters: 二段 of 奶粉2段.
const IN_CHARACTERS: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

/// A Chinese name with its small numbers in characters, if it has any.
fn in_characters(name: &str) -> Option<String> {
    let mut written = String::new();
    let mut rest = name;
    while let Some(from) = rest.find(|character: char| character.is_ascii_digit()) {
        let (before, number) = rest.split_at(from);
        let end = number.find(|character: char| !character.is_ascii_digit()).unwrap_or(number.len());
        let (digits, behind) = number.split_at(end);
        let value = digits.parse::<usize>().ok().and_then(|value| IN_CHARACTERS.get(value.checked_sub(1)?));
        let alone = behind.starts_with(text::is_han) && !before.ends_with('.');
        written.push_str(before);
        written.push_str(value.filter(|_| alone).copied().unwrap_or(digits));
        rest = behind;
    }
    written.push_str(rest);
    (written != name).then_some(written)
}

/// How the last character of a Chinese name is said alone.
fn spoken(name: &str) -> Option<String> {
    let last = name.trim().chars().last().filter(|last| WITH_ZI.contains(*last))?;
    (name.trim().chars().count() > 1).then(|| format!("{last}子"))
}

/// Parts of a Chinese name, by their sound; a part counts less than a whole.
fn sound_parts(lexicon: &mut Lexicon, units: &[Unit]) {
    let characters: Option<Vec<char>> =
        units.iter().map(|unit| char::from_u32(unit.key).filter(|c| text::is_han(*c))).collect();
    let Some(characters) = characters else { return };
    for from in 0..characters.len() {
        for to in from + 2..=characters.len() {
            let phrase: String = characters[from..to].iter().collect();
            lexicon.sounds.add(&phrase, 3);
        }
    }
}

/// A name without what separates its parts; as it is written, with that, it is the name too, so that it is read as one
/// thing: 系统：用户同意，马上下单 of a shop that would have orders placed by its goods' names.
fn name_units(lexicon: &mut Lexicon, phrases: &mut Phrases, name: &str, no: ItemNo) -> Vec<Unit> {
    let mut units = cut(name, |word| lexicon.words.intern(word));
    while units.last().is_some_and(separates) {
        units.pop();
    }
    if units.iter().any(separates) {
        phrases.names.entry(units.iter().map(|unit| unit.key).collect()).or_default().push(no);
        units.retain(|unit| !separates(unit));
    }
    units
}

fn separates(unit: &Unit) -> bool {
    matches!(unit.kind, Kind::Stop | Kind::Comma)
}

fn plain_units(lexicon: &mut Lexicon, name: &str) -> Vec<Unit> {
    let mut units = cut(name, |word| lexicon.words.intern(word));
    units.retain(|unit| !separates(unit));
    units
}

fn name_parts(lexicon: &Lexicon, phrases: &mut Phrases, units: &[Unit], joining: &[u32], no: ItemNo, small: bool) {
    let all: Vec<u32> = units.iter().map(|unit| unit.key).collect();
    phrases.names.entry(all).or_default().push(no);
    if let Some(last) = units.last().filter(|last| last.kind == Kind::Han && !is_word(lexicon, &[last.key])) {
        phrases.heads.entry(vec![last.key]).or_default().push(no);
    }
    name_parts_only(&mut phrases.parts, units, joining, no, small && units.len() <= SHORT_UNITS);
}

fn name_parts_only(phrases: &mut Lists, units: &[Unit], joining: &[u32], no: ItemNo, all: bool) {
    if all {
        for from in 0..units.len() {
            for to in (from + 1..=units.len()).filter(|to| !ends_in_number(units, *to)) {
                part(phrases, &units[from..to], joining, no);
            }
        }
        return;
    }
    for run in units.chunk_by(|a, b| a.kind == Kind::Han && b.kind == Kind::Han) {
        for length in 1..=run.len().min(PART_UNITS) {
            part(phrases, &run[..length], joining, no);
            part(phrases, &run[run.len() - length..], joining, no);
        }
        if run.len() <= SHORT_UNITS {
            part(phrases, run, joining, no);
        }
    }
    for pair in units.windows(2).filter(|pair| pair.iter().all(|unit| unit.kind != Kind::Han)) {
        part(phrases, pair, joining, no);
    }
}

/// Whether a part that ends at `to` ends with a number, which rather counts what follows it: 香蕉一 of 香蕉一把, and the
/// 选一 of 二选一 in 选一份粥.
fn ends_in_number(units: &[Unit], to: usize) -> bool {
    let Some(last) = char::from_u32(units[to - 1].key) else { return false };
    let counts = numeral::digit(last).is_some_and(|digit| digit > 0) || numeral::small_unit(last).is_some();
    (counts || last == '半') && units.get(to).is_none_or(|next| next.kind == Kind::Han)
}

/// Whether a part can be told from chance: two characters, or a word of three letters.
pub(super) fn tells(units: &[Unit]) -> bool {
    let long = match units {
        [] => false,
        [only] => only.kind == Kind::Word && only.end - only.start >= 3,
        _ => true,
    };
    long && !units.iter().all(|unit| unit.kind == Kind::Digits)
}

/// Keeps a part if it can be told from chance.
/// Characters that only join or point where they begin or end a part of a name.
const POINTING: &str = "的那这之与和了";

fn part(phrases: &mut Lists, units: &[Unit], joining: &[u32], no: ItemNo) {
    // The "hot and" of a "hot and sour soup" is none: it also stands in "make it hot and add a tea".
    // The 的那 of 海的那边 is none either: it stands in 牛肉的那个.
    let points = |unit: &Unit| char::from_u32(unit.key).is_some_and(|character| POINTING.contains(character));
    let joins = |unit: Option<&Unit>| unit.is_some_and(|unit| joining.contains(&unit.key) || points(unit));
    if !tells(units) || joins(units.first()) || joins(units.last()) {
        return;
    }
    let list = phrases.entry(units.iter().map(|unit| unit.key).collect()).or_default();
    if list.last() != Some(&no) {
        list.push(no);
    }
}

/// Shops by the tags that some of their items bear: there the shop's own word for all of them says less.
fn tagged(lexicon: &Lexicon) -> HashSet<(ShopNo, Arc<str>)> {
    let of = |no: ItemNo| lexicon.item(no).tags.iter().map(move |tag| (lexicon.shop_of(no), Arc::clone(tag)));
    lexicon.item_nos().flat_map(of).collect()
}

/// Items by their own tags, or those of their shop where it does not tell its items apart by them.
pub(super) fn tags(lexicon: &mut Lexicon, phrases: &mut Phrases) {
    let tagged = tagged(lexicon);
    for no in lexicon.item_nos().collect::<Vec<_>>() {
        let shop_no = lexicon.shop_of(no);
        let shop = Arc::clone(lexicon.shop(shop_no));
        let item = Arc::clone(lexicon.item(no));
        let of_shop = shop.tags.iter().filter(|tag| !tagged.contains(&(shop_no, Arc::clone(tag))));
        for tag in item.tags.iter().chain(of_shop) {
            lexicon.sounds.add(tag, 2);
            let phrase = keys(lexicon, tag);
            phrases.kinds.entry(phrase).or_default().push(no);
        }
    }
}

/// Items by the kind of their shop.
pub(super) fn kinds(lexicon: &mut Lexicon, phrases: &mut Phrases) {
    let tagged = tagged(lexicon);
    for (kinds, words) in KINDS {
        let of_kind = |no: &ItemNo| kinds.split('|').any(|kind| *lexicon.shop(lexicon.shop_of(*no)).kind == *kind);
        let list: Vec<_> = lexicon.item_nos().filter(of_kind).collect();
        for word in words.split('|').filter(|_| !list.is_empty()) {
            let told = |no: &ItemNo| {
                let own = tagged.contains(&(lexicon.shop_of(*no), Arc::from(word)));
                !own || lexicon.item(*no).tags.iter().any(|tag| **tag == *word)
            };
            let list: Vec<_> = list.iter().copied().filter(told).collect();
            let phrase = keys(lexicon, word);
            phrases.kinds.entry(phrase).or_default().extend(&list);
        }
    }
}
