//! By ear: an unread character is taken for one that sounds like it, where only one reading comes of that.
//!
//! A recogniser writes what it hears, and most often gets one character of a word wrong. What it wrote can then not be
//! read, while the word around it, or the one word that sounds so, can. What would make a number, an amount or a
//! negation of goods out of something else is never taken, and neither is one of two words that fit as well.

use std::ops::Range;

use catalog::pinyin;
use domain::time::Time;

use super::sound::DENYING;
use crate::lexicon::names::word_in;
use crate::lexicon::sounds::Alike;
use crate::lexicon::{Lexicon, Meaning, Node, Word, is_person};
use crate::read::{Token, Units, byte, tokens, worth};

/// Unread characters of one sentence beyond which it is left alone: too little of it is sure.
const UNREAD_MAX: usize = 8;
/// Units of a sentence beyond which nothing in it is guessed: every guess reads all of it again.
const SENTENCE_UNITS_MAX: usize = 200;
/// Units of the longest phrase that is looked for around an unread character.
const PHRASE_UNITS: usize = 10;
/// Ways to write a sentence that are read for one unread character at most.
const WAYS_MAX: usize = 12;
/// Units of a phrase of which one may be heard as something near.
const NEAR_UNITS: usize = 4;
/// Units of a name of which one may be heard as what only begins or ends alike.
const HALF_UNITS: usize = 6;
/// Characters that count. They are heard, or not, but never guessed.
const COUNTING: &str = "零〇一二两三四五六七八九十百千万半几双俩仨第";

/// Items of a word that are compared with those of the next, at most.
const ITEMS_MAX: usize = 64;

/// A character in the place of an unread one, and what comes of it.
struct Way {
    written: String,
    worth: i64,
    alike: Alike,
    /// The word that it completes, and what that does.
    units: Range<usize>,
    class: Class,
}

/// What a word does, as far as it matters whether two ways to write it differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Word(Word),
    Goods,
    Other,
}

/// The sentence with one unread character as it was probably said, as part of a longer word.
pub(crate) fn misheard(lexicon: &Lexicon, sentence: &Units<'_>, read: &[Token], now: Time) -> Option<String> {
    unread(sentence, read)?.into_iter().find_map(|at| {
        let ways = better(lexicon, sentence, read, at, now);
        best(ways.into_iter().filter(|way| way.units.len() > 1).collect())
    })
}

/// The sentence with its only unread character as it was probably said, be it a word by itself.
pub(crate) fn misheard_alone(lexicon: &Lexicon, sentence: &Units<'_>, read: &[Token], now: Time) -> Option<String> {
    match unread(sentence, read)?[..] {
        [at] => best(better(lexicon, sentence, read, at, now)),
        _ => None,
    }
}

/// The ways to write what was heard at `at` in which more is read, and no word or number that was read is
/// torn apart.
fn better(lexicon: &Lexicon, sentence: &Units<'_>, read: &[Token], at: usize, now: Time) -> Vec<Way> {
    let before = worth(lexicon, sentence, read);
    let firm = |token: &&Token| token.numeric() || word_in(token.meanings(lexicon)).is_some();
    let inside = |token: &Token, place: usize| token.start < place && place < token.end;
    let tears = |way: &Way| {
        read.iter().filter(firm).any(|token| inside(token, way.units.start) || inside(token, way.units.end))
    };
    let mut ways = ways(lexicon, sentence, at, now);
    ways.retain(|way| way.worth > before && !tears(way));
    ways
}

/// Where something in Chinese is unread, if that is not too much.
fn unread(sentence: &Units<'_>, read: &[Token]) -> Option<Vec<usize>> {
    let lost =
        |token: &&Token| !token.known() && sentence.han(token.start).is_some() && !is_of_person(sentence, token.start);
    let places: Vec<usize> = read.iter().filter(lost).map(|token| token.start).collect();
    (places.len() <= UNREAD_MAX && sentence.units.len() <= SENTENCE_UNITS_MAX).then_some(places)
}

/// Characters of the longest name of a person that is called by a title: 张老师.
const PERSON_UNITS_MAX: usize = 3;

/// 小王 is no 小于: whether the character is of somebody's name.
fn is_of_person(sentence: &Units<'_>, at: usize) -> bool {
    let from = at.saturating_sub(PERSON_UNITS_MAX - 1);
    let person = |from: usize, to: usize| at < to && is_person(sentence.text(from, to));
    (from..=at).any(|from| (from + 2..=from + PERSON_UNITS_MAX).any(|to| person(from, to.min(sentence.units.len()))))
}

/// All ways to write what was heard at `at` so that it can be read.
fn ways(lexicon: &Lexicon, sentence: &Units<'_>, at: usize, now: Time) -> Vec<Way> {
    let Some(heard) = sentence.han(at) else { return Vec::new() };
    let mut units = sentence.units.clone();
    let from = (at + 1).saturating_sub(PHRASE_UNITS);
    let begun = |start: usize| Some((at - start, lexicon.beginning(&sentence.units[start..at])?));
    let begun: Vec<(usize, Node)> = (from..=at).filter_map(begun).collect();
    let mut ways = Vec::new();
    for (character, alike) in lexicon.sounds().alike(heard) {
        units[at].key = u32::from(character);
        let mut reach = 0;
        for (before, node) in &begun {
            lexicon.walk_from(*node, &units[at..], |length, _| reach = reach.max(before + length));
        }
        if reach >= units_min(alike) && ways.len() < WAYS_MAX {
            ways.extend(way(lexicon, sentence, at, character, alike, now));
        }
    }
    ways
}

/// The units that a phrase must have to be heard so: shorter words have too many neighbours.
fn units_min(alike: Alike) -> usize {
    match alike {
        Alike::Same | Alike::Toneless | Alike::Tone | Alike::Seldom => 1,
        Alike::Near => NEAR_UNITS,
        Alike::Half => HALF_UNITS,
    }
}

fn way(lexicon: &Lexicon, sentence: &Units<'_>, at: usize, character: char, alike: Alike, now: Time) -> Option<Way> {
    let heard = sentence.han(at)?;
    let unit = sentence.units[at];
    let written =
        format!("{}{character}{}", sentence.source.get(..byte(unit.start))?, sentence.source.get(byte(unit.end)..)?);
    let heard_so = Units::new(lexicon, &written);
    let read = tokens(lexicon, &heard_so, now);
    let token = read.iter().find(|token| token.start <= at && token.end > at)?;
    let length = token.end - token.start;
    let class = class(lexicon, token)?;
    let named = class == Class::Goods || alike < Alike::Half;
    // 梨子蛋糕 is not sold, but 梨 are: who says it in another tone than 栗 means it.
    let other_goods = class == Class::Goods && alike > Alike::Toneless && lexicon.sounds().writes(heard);
    let counted = token.amount.is_some() && token.start < at && alike == Alike::Same;
    let counts = COUNTING.contains(character) && (class != Class::Goods || length < NEAR_UNITS);
    // 凍檸茶 is no 凍除茶.
    let denies = class == Class::Word(Word::Not) && !DENYING.contains(character);
    let agrees = matches!(class, Class::Word(Word::Agree | Word::Commit));
    // 杯事 is no 是: a yes stands at the beginning, or behind what is a word itself.
    let before = read.iter().find(|before| before.end == at && sentence.han(at - 1).is_some());
    let trails = agrees && before.is_some_and(|before| word_in(before.meanings(lexicon)).is_none());
    // 少放盐 of a dish is no yes.
    let goods = |token: &Token| self::class(lexicon, token) == Some(Class::Goods);
    let of_goods = agrees && read.iter().any(goods);
    let alone = length == 1 && (!may_stand_alone(class, alike) || may_deny(sentence, at) || denies || trails);
    // 花椒 is no 花 with a 叫 behind it: what may name something is not heard as a word that says nothing.
    let silent = length == 1
        && says_nothing(class)
        && !lexicon.sounds().speaks(heard)
        && !ends_commitment(lexicon, &read, token.end);
    // 水金虾饺 is no 水巾, which nobody says right before other goods.
    let joined = class == Class::Goods && touches_others(lexicon, &heard_so, &read, token);
    // 净了 is no 靓了: praise is heard as it stands.
    let praises = class == Class::Word(Word::Praise);
    if !named
        || praises
        || joined
        || of_goods
        || counts
        || (token.numeric() && !counted)
        || alone
        || silent
        || other_goods
        || length < units_min(alike)
    {
        return None;
    }
    let worth = worth(lexicon, &heard_so, &read) - distance(alike);
    Some(Way { written, worth, alike, units: token.start..token.end, class })
}

/// Whether a part of a name stands right before goods none of which has it.
fn touches_others(lexicon: &Lexicon, sentence: &Units<'_>, read: &[Token], token: &Token) -> bool {
    let items = |token: &Token| {
        let lists = token.meanings(lexicon).iter().filter_map(|meaning| match meaning {
            Meaning::Name(list) | Meaning::Part(list) | Meaning::Short(list) | Meaning::Kind(list) => Some(*list),
            _ => None,
        });
        lists.flat_map(|list| lexicon.items_in(list)).copied().take(ITEMS_MAX).collect::<Vec<_>>()
    };
    let whole = token.meanings(lexicon).iter().any(|meaning| matches!(meaning, Meaning::Name(_)));
    let next = read.iter().find(|next| next.start == token.end && sentence.han(next.start).is_some());
    let Some(next) = next.filter(|next| !whole && class(lexicon, next) == Some(Class::Goods)) else { return false };
    let own = items(token);
    !items(next).iter().any(|item| own.contains(item))
}

/// Whether a word of one character may be heard so: one that joins or wishes, not one that names. A yes is not heard
/// in how a character is said now and then.
fn may_stand_alone(class: Class, alike: Alike) -> bool {
    match class {
        Class::Word(Word::Agree | Word::Commit) => alike < Alike::Seldom,
        // 鱼香肉丝盖饭 changes nothing.
        Class::Word(Word::Change | Word::Drop | Word::Cancel | Word::Into) => alike < Alike::Tone,
        // 不够甜 wants none added.
        Class::Word(Word::More | Word::Add | Word::Fewer) => alike < Alike::Toneless,
        // 另一碗 claims no voucher.
        Class::Word(
            Word::Campaign | Word::Wallet | Word::Track | Word::RedPacket | Word::Invite | Word::Help | Word::OtherShop,
        ) => alike < Alike::Tone,
        Class::Word(_) => true,
        Class::Goods | Class::Other => false,
    }
}

fn says_nothing(class: Class) -> bool {
    matches!(
        class,
        Class::Word(
            Word::Filler
                | Word::Of
                | Word::And
                | Word::With
                | Word::Want
                | Word::This
                | Word::Question
                | Word::Greet
                | Word::Aside
        )
    )
}

/// Whether the last word of a sentence follows one that places the order: 下单叭. Nothing is named there.
fn ends_commitment(lexicon: &Lexicon, read: &[Token], end: usize) -> bool {
    match read {
        [.., before, last] => last.end == end && word_in(before.meanings(lexicon)) == Some(Word::Commit),
        _ => false,
    }
}

/// Whether what was heard may be a word that denies what follows: 倍放香菜 is no 呗.
fn may_deny(sentence: &Units<'_>, at: usize) -> bool {
    let follows = sentence.han(at + 1).is_some();
    let heard = sentence.han(at).and_then(pinyin::syllable).unwrap_or_default();
    follows && DENYING.chars().filter_map(pinyin::syllable).any(|no| no != heard && pinyin::rhymes(no, heard))
}

/// What a likeness takes from the worth of a way.
fn distance(alike: Alike) -> i64 {
    match alike {
        Alike::Same => 0,
        Alike::Toneless => 1,
        Alike::Tone => 3,
        Alike::Seldom => 4,
        Alike::Near => 6,
        Alike::Half => 8,
    }
}

fn class(lexicon: &Lexicon, token: &Token) -> Option<Class> {
    if !token.known() {
        return None;
    }
    let meanings = token.meanings(lexicon);
    let goods = |meaning: &Meaning| {
        matches!(meaning, Meaning::Name(_) | Meaning::Part(_) | Meaning::Short(_) | Meaning::Kind(_))
    };
    Some(match word_in(meanings) {
        Some(word) => Class::Word(word),
        None if meanings.iter().any(goods) => Class::Goods,
        None => Class::Other,
    })
}

/// The way that is clearly best. What could as well be a negation is none.
fn best(mut ways: Vec<Way>) -> Option<String> {
    ways.sort_by_key(|way| (std::cmp::Reverse(way.worth), way.alike));
    let first = ways.first()?;
    let same = |other: &Way| other.class == first.class && matches!(first.class, Class::Word(_));
    let denies = |way: &Way| matches!(way.class, Class::Word(Word::Not | Word::No | Word::Hold | Word::Keep));
    let rivals = |other: &&Way| !same(other) && (other.worth == first.worth || denies(other) != denies(first));
    if ways[1..].iter().any(|other| rivals(&other)) {
        return None;
    }
    ways.into_iter().next().map(|way| way.written)
}
