//! Compiling names into the vocabulary: those of items and shops with their parts, tags, option values, closed classes.

mod goods;
mod shops;
mod short;

use std::collections::BTreeMap;

use super::text::{cut, is_han};
use super::values::ValueWords;
use super::words::{
    COMPANY, COUNTING, EACH, FORMS, FREE, KIN, VOLUMES, WEIGHTS, WORDS, cheapest, commitments, delivery_in_all,
    persons, praises, put_off,
};
use super::{BesideYes, ItemNo, Lexicon, ListNo, Meaning, ValueNo, Word};
use crate::quantity::numeral;
use crate::read::Measure;

/// Characters that end many names and name nothing by themselves: 橘子 is no 子.
const BOUND: &str = "子头儿";

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
    lexicon.beside_yes = BesideYes::compile(lexicon);
    measures(lexicon);
    lexicon.counting = COUNTING.split_whitespace().flat_map(|word| keys(lexicon, word)).collect();
    let mut phrases = Phrases::default();
    let names = goods::item_names(lexicon, &mut phrases);
    goods::tags(lexicon, &mut phrases);
    goods::kinds(lexicon, &mut phrases);
    let short = short::short_forms(&phrases, &names);
    add_phrases(lexicon, phrases, short);
    values(lexicon);
    shops::shops(lexicon);
}

pub(super) fn keys(lexicon: &mut Lexicon, phrase: &str) -> Vec<u32> {
    cut(phrase, |word| lexicon.words.intern(word)).iter().map(|unit| unit.key).collect()
}

fn add(lexicon: &mut Lexicon, phrase: &[u32], meaning: Meaning) {
    for character in phrase.iter().filter_map(|key| char::from_u32(*key)).filter(|c| is_han(*c)) {
        lexicon.sounds.write(character);
    }
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

/// Who is called as 给我一 is said, but for 小姨 and 阿姨.
const SOUNDS_LIKE_ONE: &str = "我姨";

fn closed_classes(lexicon: &mut Lexicon) {
    for (word, phrases) in WORDS.iter().copied().flatten() {
        for phrase in phrases.split('|') {
            lexicon.sounds.add(phrase, 1);
            lexicon.sounds.speak(phrase);
            let phrase = if phrase == "?" { vec![u32::from('?')] } else { keys(lexicon, phrase) };
            if lexicon.trie.get(&phrase).is_empty() {
                add(lexicon, &phrase, Meaning::Word(*word));
            }
        }
    }
    // One character alone is part of too many other words.
    for person in KIN.iter().filter(|person| person.chars().count() > 1).chain(COMPANY) {
        let phrase = keys(lexicon, person);
        if lexicon.trie.get(&phrase).is_empty() {
            add(lexicon, &phrase, Meaning::Word(Word::Person));
        }
    }
    let put_off = put_off().map(|phrase| (Word::Hold, phrase));
    let commitments = commitments().map(|phrase| (Word::Commit, phrase));
    let praises = praises().map(|phrase| (Word::Praise, phrase));
    let in_all = delivery_in_all().map(|phrase| (Word::InAll, phrase));
    let cheapest = cheapest().map(|phrase| (Word::Cheap, phrase));
    for (word, phrase) in put_off.chain(commitments).chain(praises).chain(cheapest).chain(in_all) {
        let phrase = keys(lexicon, &phrase);
        if lexicon.trie.get(&phrase).is_empty() {
            add(lexicon, &phrase, Meaning::Word(word));
        }
    }
    for person in persons() {
        // 给我姨 sounds as 给我一杯 begins, which is said far more often.
        if !person.ends_with(SOUNDS_LIKE_ONE) {
            lexicon.sounds.add(&person, 1);
        }
        lexicon.sounds.speak(&person);
        let phrase = keys(lexicon, &person);
        if lexicon.trie.get(&phrase).is_empty() {
            add(lexicon, &phrase, Meaning::Word(Word::Aside));
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
            // "Liang gen": what counts is said alone.
            if word.chars().nth(1).is_none() {
                lexicon.sounds.add(word, 0);
            }
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

fn add_phrases(lexicon: &mut Lexicon, phrases: Phrases, short: Lists) {
    let Phrases { names, parts, details, kinds, heads } = phrases;
    add_lists(lexicon, names, |_, _, _| true, Meaning::Name);
    add_lists(lexicon, kinds, |_, _, _| true, Meaning::Kind);
    let keep = |lexicon: &Lexicon, phrase: &[u32], _: &[ItemNo]| word_in(lexicon.trie.get(phrase)).is_none();
    add_lists(lexicon, parts, keep, Meaning::Part);
    add_lists(lexicon, short, keep, Meaning::Short);
    add_lists(lexicon, details, keep, Meaning::Detail);
    let free = |phrase: &[u32]| phrase.iter().filter_map(|key| char::from_u32(*key)).all(|last| FREE.contains(last));
    let bound = |phrase: &[u32]| phrase.iter().filter_map(|key| char::from_u32(*key)).all(|last| BOUND.contains(last));
    let shared = |lexicon: &Lexicon, phrase: &[u32], list: &[ItemNo]| {
        (list.len() > 1 || free(phrase)) && !bound(phrase) && lexicon.trie.get(phrase).is_empty()
    };
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
    let mut with_of = Vec::new();
    for (word, mut term, meaning) in terms.chain(stems) {
        lexicon.sounds.add(&word, 1);
        let phrase = keys(lexicon, &word);
        let no = ValueNo(u32::try_from(lexicon.terms.len()).expect("fewer values than memory"));
        term.sort();
        lexicon.extras.push(term.iter().any(|(_, pair)| words.extras.contains(pair)));
        lexicon.additions.push(term.iter().any(|(_, pair)| words.additions.contains(pair)));
        lexicon.terms.push(term);
        add(lexicon, &phrase, meaning(no));
        let goods = |meaning: &Meaning| {
            matches!(meaning, Meaning::Name(_) | Meaning::Part(_) | Meaning::Short(_) | Meaning::Kind(_))
        };
        let names = lexicon.trie.get(&phrase).iter().any(goods);
        if word.chars().all(is_han) && !word.ends_with('的') && !names {
            with_of.push((format!("{word}的"), meaning(no)));
        }
        with_of.extend(numeral::in_han(&word).map(|spoken| (spoken, meaning(no))));
    }
    // 甜辣的 is rather that than 甜 and 辣的, and 小米十四 is how 小米14 is spoken.
    for (word, meaning) in with_of {
        let phrase = keys(lexicon, &word);
        if lexicon.trie.get(&phrase).is_empty() {
            add(lexicon, &phrase, meaning);
        }
    }
    for word in words.groups {
        let phrase = keys(lexicon, &word);
        if !is_word(lexicon, &phrase) {
            add(lexicon, &phrase, Meaning::Group);
        }
    }
}

/// A closed-class word among meanings.
pub(crate) fn word_in(meanings: &[Meaning]) -> Option<Word> {
    meanings.iter().find_map(|meaning| match meaning {
        Meaning::Word(word) => Some(*word),
        _ => None,
    })
}
