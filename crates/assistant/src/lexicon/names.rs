//! Compiling names into the vocabulary: those of items and shops with their parts, tags, option values, closed classes.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::catalogue::Shop;

use super::text::{self, Kind, Unit, cut};
use super::values::ValueWords;
use super::words::{COUNTING, EACH, FORMS, KINDS, VOLUMES, WEIGHTS, WORDS};
use super::{ItemNo, Lexicon, ListNo, Meaning, ShopNo, ValueNo, Word};
use crate::read::Measure;

/// Names up to this many units are found by any part of them; of longer ones, and in larger catalogues, by the
/// beginnings and ends of their words.
const SHORT_UNITS: usize = 10;
/// Items up to which a catalogue's names are cut into all their parts.
const SMALL_ITEMS: usize = 20_000;
/// Units of the longest text in brackets that tells variants apart; what is longer is advertising, or worse.
const DETAIL_UNITS: usize = 8;
/// Units of the longest part that is kept of a long name.
const PART_UNITS: usize = 4;

type Lists = BTreeMap<Vec<u32>, Vec<ItemNo>>;

/// Items by phrases of their names.
#[derive(Default)]
struct Phrases {
    names: Lists,
    parts: Lists,
    details: Lists,
    kinds: Lists,
    heads: Lists,
}

/// Fills the vocabulary.
pub(super) fn compile(lexicon: &mut Lexicon) {
    closed_classes(lexicon);
    measures(lexicon);
    lexicon.counting = COUNTING.split_whitespace().flat_map(|word| keys(lexicon, word)).collect();
    let mut phrases = Phrases::default();
    item_names(lexicon, &mut phrases);
    tags(lexicon, &mut phrases);
    kinds(lexicon, &mut phrases);
    add_phrases(lexicon, phrases);
    values(lexicon);
    shops(lexicon);
}

fn keys(lexicon: &mut Lexicon, phrase: &str) -> Vec<u32> {
    cut(phrase, |word| lexicon.words.intern(word)).iter().map(|unit| unit.key).collect()
}

fn add(lexicon: &mut Lexicon, phrase: &[u32], meaning: Meaning) {
    if let Some(meanings) = lexicon.trie.entry(phrase)
        && !meanings.contains(&meaning)
    {
        meanings.push(meaning);
    }
}

fn is_word(lexicon: &Lexicon, phrase: &[u32]) -> bool {
    let closed = |meaning: &Meaning| matches!(meaning, Meaning::Word(_) | Meaning::Measure(_));
    lexicon.trie.get(phrase).iter().any(closed)
}

fn closed_classes(lexicon: &mut Lexicon) {
    for (word, phrases) in WORDS {
        for phrase in phrases.split('|') {
            lexicon.sounds.add(phrase, 1);
            let phrase = if phrase == "?" { vec![u32::from('?')] } else { keys(lexicon, phrase) };
            if lexicon.trie.get(&phrase).is_empty() {
                add(lexicon, &phrase, Meaning::Word(*word));
            }
        }
    }
}

fn measures(lexicon: &mut Lexicon) {
    let forms = (0..).zip(FORMS).map(|(place, row)| (*row, Measure::Form(place)));
    let weights = WEIGHTS.iter().map(|(row, grams)| (*row, Measure::Grams(*grams)));
    let volumes = VOLUMES.iter().map(|(row, ml)| (*row, Measure::Millilitres(*ml)));
    let all: Vec<_> = forms.chain(weights).chain(volumes).chain([(EACH, Measure::Each)]).collect();
    for (row, measure) in all {
        for word in row.split('|') {
            let phrase = keys(lexicon, word);
            add(lexicon, &phrase, Meaning::Measure(measure));
        }
    }
}

/// A name without what stands in brackets, and what stands in them.
pub(crate) fn brackets(name: &str) -> (String, Vec<String>) {
    let (mut base, mut inside, mut depth) = (String::new(), Vec::new(), 0_usize);
    for character in name.chars() {
        match character {
            '(' | '（' | '[' | '【' => {
                depth += 1;
                inside.push(String::new());
            }
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth > 0 => inside.last_mut().expect("one was pushed").push(character),
            _ => base.push(character),
        }
    }
    if base.trim().is_empty() { (name.to_owned(), Vec::new()) } else { (base, inside) }
}

fn item_names(lexicon: &mut Lexicon, phrases: &mut Phrases) {
    let small = lexicon.items.len() <= SMALL_ITEMS;
    for no in lexicon.item_nos().collect::<Vec<_>>() {
        let item = Arc::clone(lexicon.item(no));
        let mut lengths = [0; 2];
        for (length, name) in lengths.iter_mut().zip([&item.name.zh, &item.name.en]) {
            let (base, inside) = brackets(name);
            lexicon.sounds.add(base.trim(), 0);
            let units = plain_units(lexicon, &base);
            if small && units.len() <= SHORT_UNITS {
                sound_parts(lexicon, &units);
            }
            *length = u8::try_from(units.len()).unwrap_or(u8::MAX);
            name_parts(lexicon, phrases, &units, no, small);
            for part in inside {
                let units = plain_units(lexicon, &part);
                if units.len() <= DETAIL_UNITS {
                    name_parts_only(&mut phrases.details, &units, no, true);
                }
            }
        }
        if !item.brand.is_empty() {
            let phrase = keys(lexicon, &item.brand);
            phrases.parts.entry(phrase).or_default().push(no);
        }
        lexicon.lengths.push(lengths);
    }
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

fn plain_units(lexicon: &mut Lexicon, name: &str) -> Vec<Unit> {
    let mut units = cut(name, |word| lexicon.words.intern(word));
    units.retain(|unit| !matches!(unit.kind, Kind::Stop | Kind::Comma));
    units
}

fn name_parts(lexicon: &Lexicon, phrases: &mut Phrases, units: &[Unit], no: ItemNo, small: bool) {
    let all: Vec<u32> = units.iter().map(|unit| unit.key).collect();
    phrases.names.entry(all).or_default().push(no);
    if let Some(last) = units.last().filter(|last| last.kind == Kind::Han && !is_word(lexicon, &[last.key])) {
        phrases.heads.entry(vec![last.key]).or_default().push(no);
    }
    name_parts_only(&mut phrases.parts, units, no, small && units.len() <= SHORT_UNITS);
}

fn name_parts_only(phrases: &mut Lists, units: &[Unit], no: ItemNo, all: bool) {
    if all {
        for from in 0..units.len() {
            for to in from + 1..=units.len() {
                part(phrases, &units[from..to], no);
            }
        }
        return;
    }
    for run in units.chunk_by(|a, b| a.kind == Kind::Han && b.kind == Kind::Han) {
        for length in 1..=run.len().min(PART_UNITS) {
            part(phrases, &run[..length], no);
            part(phrases, &run[run.len() - length..], no);
        }
        if run.len() <= SHORT_UNITS {
            part(phrases, run, no);
        }
    }
    for pair in units.windows(2).filter(|pair| pair.iter().all(|unit| unit.kind != Kind::Han)) {
        part(phrases, pair, no);
    }
}

/// Keeps a part if it can be told from chance: two characters, or a word of three letters.
fn part(phrases: &mut Lists, units: &[Unit], no: ItemNo) {
    let [only, rest @ ..] = units else { return };
    if rest.is_empty() && !(only.kind == Kind::Word && only.end - only.start >= 3) {
        return;
    }
    if units.iter().all(|unit| unit.kind == Kind::Digits) {
        return;
    }
    let list = phrases.entry(units.iter().map(|unit| unit.key).collect()).or_default();
    if list.last() != Some(&no) {
        list.push(no);
    }
}

/// Items by their own tags and those of their shop.
fn tags(lexicon: &mut Lexicon, phrases: &mut Phrases) {
    for no in lexicon.item_nos().collect::<Vec<_>>() {
        let shop = Arc::clone(lexicon.shop(lexicon.shop_of(no)));
        let item = Arc::clone(lexicon.item(no));
        for tag in item.tags.iter().chain(&shop.tags) {
            lexicon.sounds.add(tag, 2);
            let phrase = keys(lexicon, tag);
            phrases.kinds.entry(phrase).or_default().push(no);
        }
    }
}

/// Items by the kind of their shop.
fn kinds(lexicon: &mut Lexicon, phrases: &mut Phrases) {
    for (kind, words) in KINDS {
        let of_kind = |no: &ItemNo| &*lexicon.shop(lexicon.shop_of(*no)).kind == *kind;
        let list: Vec<_> = lexicon.item_nos().filter(of_kind).collect();
        for word in words.split('|').filter(|_| !list.is_empty()) {
            let phrase = keys(lexicon, word);
            phrases.kinds.entry(phrase).or_default().extend(&list);
        }
    }
}

fn add_phrases(lexicon: &mut Lexicon, phrases: Phrases) {
    let Phrases { names, parts, details, kinds, heads } = phrases;
    add_lists(lexicon, names, |_, _, _| true, Meaning::Name);
    add_lists(lexicon, kinds, |_, _, _| true, Meaning::Kind);
    let keep = |lexicon: &Lexicon, phrase: &[u32], _: &[ItemNo]| word_in(lexicon.trie.get(phrase)).is_none();
    add_lists(lexicon, parts, keep, Meaning::Part);
    add_lists(lexicon, details, keep, Meaning::Detail);
    let shared =
        |lexicon: &Lexicon, phrase: &[u32], list: &[ItemNo]| list.len() > 1 && lexicon.trie.get(phrase).is_empty();
    add_lists(lexicon, heads, shared, Meaning::Kind);
}

fn add_lists(
    lexicon: &mut Lexicon,
    lists: Lists,
    keep: impl Fn(&Lexicon, &[u32], &[ItemNo]) -> bool,
    meaning: fn(ListNo) -> Meaning,
) {
    for (phrase, mut list) in lists {
        if !keep(lexicon, &phrase, &list) {
            continue;
        }
        list.sort_unstable();
        list.dedup();
        let no = ListNo(u32::try_from(lexicon.item_lists.len()).expect("fewer lists than memory"));
        lexicon.item_lists.push(list);
        add(lexicon, &phrase, meaning(no));
    }
}

fn values(lexicon: &mut Lexicon) {
    let words = ValueWords::of(lexicon.items.iter());
    let terms = words.values.into_iter().map(|(word, term)| (word, term, Meaning::Value as fn(ValueNo) -> Meaning));
    let stems = words.stems.into_iter().map(|(word, term)| (word, term, Meaning::Stem as fn(ValueNo) -> Meaning));
    for (word, mut term, meaning) in terms.chain(stems) {
        lexicon.sounds.add(&word, 1);
        let phrase = keys(lexicon, &word);
        let no = ValueNo(u32::try_from(lexicon.terms.len()).expect("fewer values than memory"));
        term.sort();
        lexicon.extras.push(term.iter().any(|(_, pair)| words.extras.contains(pair)));
        lexicon.terms.push(term);
        add(lexicon, &phrase, meaning(no));
    }
    for word in words.groups {
        let phrase = keys(lexicon, &word);
        if !is_word(lexicon, &phrase) {
            add(lexicon, &phrase, Meaning::Group);
        }
    }
}

/// Shops by their names, with and without the branch, and by the brand that a name begins with.
fn shops(lexicon: &mut Lexicon) {
    let mut lists: BTreeMap<Vec<u32>, Vec<ShopNo>> = BTreeMap::new();
    let mut brands: BTreeMap<Vec<u32>, Vec<ShopNo>> = BTreeMap::new();
    for (no, shop) in (0..).map(ShopNo).zip(lexicon.shops.clone()) {
        for name in [&shop.name.zh, &shop.name.en] {
            let (base, inside) = brackets(name);
            lexicon.sounds.add(base.trim(), 1);
            let full = keys(lexicon, name);
            lists.entry(full).or_default().push(no);
            let base = keys(lexicon, &base);
            for length in 1..base.len() {
                brands.entry(base[..length].to_vec()).or_default().push(no);
            }
            lists.entry(base).or_default().push(no);
            for branch in inside {
                let branch = keys(lexicon, &branch);
                lists.entry(branch).or_default().push(no);
            }
        }
    }
    brands.retain(|phrase, list| is_brand(lexicon, phrase, list));
    for (phrase, mut list) in lists.into_iter().chain(brands) {
        list.dedup();
        let no = ListNo(u32::try_from(lexicon.shop_lists.len()).expect("fewer shops than memory"));
        lexicon.shop_lists.push(list);
        add(lexicon, &phrase, Meaning::Shop(no));
    }
}

/// Whether the beginning of a name is enough to mean it: it must belong to one brand, mean nothing else, and be long
/// enough not to be met by chance.
fn is_brand(lexicon: &Lexicon, phrase: &[u32], list: &[ShopNo]) -> bool {
    let latin = phrase.iter().all(|key| *key >= 0x20_0000);
    let base = |no: &ShopNo| -> String { first_units(lexicon.shop(*no)) };
    let one = list.iter().all(|no| base(no) == base(&list[0]));
    let long = if latin { phrase.len() > 1 || !common(lexicon, phrase) } else { phrase.len() >= 2 };
    one && long && lexicon.trie.get(phrase).is_empty()
}

fn first_units(shop: &Shop) -> String {
    brackets(&shop.name.zh).0
}

/// Whether a word begins some phrase of goods, so that alone it says nothing of a shop.
fn common(lexicon: &Lexicon, phrase: &[u32]) -> bool {
    !lexicon.trie.get(phrase).is_empty()
}

/// A closed-class word among meanings.
pub(crate) fn word_in(meanings: &[Meaning]) -> Option<Word> {
    meanings.iter().find_map(|meaning| match meaning {
        Meaning::Word(word) => Some(*word),
        _ => None,
    })
}
