//! 辣子多放点, 辣椒也别放, 少放冰块: how much of what is to be in it, said with a verb where its option is called 多辣, 不辣 or 少冰.

use std::ops::Range;

use crate::lexicon::{Lexicon, Meaning};
use crate::read::{Token, Units, byte};

/// How much of it.
#[derive(Clone, Copy)]
enum Much {
    None,
    Less,
    More,
}

const VERBS: &[(&str, Much)] = &[
    ("别放", Much::None),
    ("不放", Much::None),
    ("莫放", Much::None),
    ("甭放", Much::None),
    ("别加", Much::None),
    ("不加", Much::None),
    ("少放", Much::Less),
    ("少来", Much::Less),
    ("少加", Much::Less),
    ("少搁", Much::Less),
    ("多放", Much::More),
    ("多来", Much::More),
    ("多加", Much::More),
    ("多搁", Much::More),
];
/// What may stand between the verb and what it is of, before and behind.
const JOINING: &[&str] = &["也", "都", "就", "给我", "要"];
const SOME: &[&str] = &["一点儿", "一点", "一些", "点儿", "点", "些"];
/// Units of what is in it at most.
const NAME_UNITS_MAX: usize = 2;
/// What it is called where its options are called by the other.
const CALLED: &[(&str, &str)] = &[("辣椒", "辣"), ("辣子", "辣"), ("冰块", "冰"), ("白糖", "糖"), ("糖分", "糖")];

/// The sentence with the option where it was said how much.
pub(crate) fn measured(lexicon: &Lexicon, sentence: &Units<'_>, read: &[Token]) -> Option<String> {
    let verbs =
        (0..sentence.units.len()).filter(|at| sentence.han(*at).is_some_and(|first| "别不莫甭少多".contains(first)));
    verbs.into_iter().find_map(|at| {
        sentence.han(at + 1).filter(|second| "放加来搁".contains(*second))?;
        let (verb, much) = VERBS.iter().find_map(|(verb, much)| Some((sentence.phrase(at, verb)?, *much)))?;
        let some = sentence.any(verb, SOME).map_or(verb, |(end, _)| end);
        // 别放太多 is less, and not none.
        let (some, much) =
            sentence.any(some, &["太多", "那么多", "很多"]).map_or((some, much), |(end, _)| (end, Much::Less));
        let before = before(sentence, at);
        let names_before =
            (1..=NAME_UNITS_MAX).rev().filter_map(|units| Some((before.checked_sub(units)?..before, before..some)));
        let names_behind = (1..=NAME_UNITS_MAX).rev().map(|units| (some..some + units, at..some));
        let mut all = names_before.chain(names_behind).filter(|(name, _)| name.end <= sentence.units.len());
        all.find_map(|(name, rest)| {
            let value = option(lexicon, sentence.text(name.start, name.end), much)?;
            let called = CALLED.iter().any(|(said, _)| *said == sentence.text(name.start, name.end));
            let whole = name.start.min(rest.start)..name.end.max(rest.end);
            (called || !is_read(lexicon, read, &name)).then(|| written(sentence, &whole, &value)).flatten()
        })
    })
}

/// Where what joins the verb to what stands before it begins.
fn before(sentence: &Units<'_>, verb: usize) -> usize {
    let joins = |from: usize| sentence.any(from, JOINING).is_some_and(|(end, _)| end == verb);
    (verb.saturating_sub(2)..verb).find(|from| joins(*from)).unwrap_or(verb)
}

/// What the option is called, if there is one.
fn option(lexicon: &Lexicon, name: &str, much: Much) -> Option<String> {
    let called = CALLED.iter().find(|(said, _)| *said == name).map_or(name, |(_, called)| *called);
    let before: &[&str] = match much {
        Much::None => &["不要", "不", "不放", "不加", "无", "免", "去"],
        Much::Less => &["少", "微", "轻"],
        Much::More => &["多", "加", "重", "特"],
    };
    let is_value = |word: &String| lexicon.exact(word).iter().any(|meaning| matches!(meaning, Meaning::Value(_)));
    before.iter().map(|before| format!("{before}{called}")).find(is_value)
}

/// Whether what stands there is read as something else than what an option is called.
fn is_read(lexicon: &Lexicon, read: &[Token], name: &Range<usize>) -> bool {
    let overlaps = |token: &&Token| token.start < name.end && token.end > name.start;
    let group = |token: &Token| token.meanings(lexicon).contains(&Meaning::Group);
    read.iter().filter(overlaps).any(|token| token.known() && !group(token))
}

fn written(sentence: &Units<'_>, range: &Range<usize>, value: &str) -> Option<String> {
    let (from, to) = (sentence.units.get(range.start)?.start, sentence.units.get(range.end.checked_sub(1)?)?.end);
    // A comma, so that it runs together with nothing.
    Some(format!("{}，{value}，{}", sentence.source.get(..byte(from))?, sentence.source.get(byte(to)..)?))
}
