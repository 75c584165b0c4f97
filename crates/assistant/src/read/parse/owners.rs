//! Whose goods are: 小王要热美式, "a latte for my son"; and whose are spoken of where none are named: 老妈的也要大碗.

use std::collections::HashSet;

use super::goods::Mention;
use super::piece::{Piece, Role, clause};
use crate::lexicon::{FOR, Word, begins_person, is_person, is_self};
use crate::read::sentence::Sentence;

/// What may stand behind who it is.
const BEHIND: &[&str] =
    &["那杯", "那碗", "那份", "那个", "这杯", "这碗", "这份", "的", "说", "'s", "’s", " says", " wants"];
/// What may stand before.
const BEFORE: &[&str] = &["for ", "and ", "my ", "our ", "the ", "his ", "her "];
/// Pieces within which a name is looked for.
const NAME_PIECES: usize = 3;

/// Who has the goods of a mention: who is named before it in its clause, or "for" whom it is behind it.
pub(super) fn owner(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention], at: usize) -> Option<String> {
    let own = &mentions[at].pieces;
    let around = clause::around(pieces, own);
    let from = at.checked_sub(1).map_or(around.start, |before| mentions[before].pieces.end.max(around.start));
    let to = mentions.get(at + 1).map_or(around.end, |after| after.pieces.start.min(around.end));
    let says = |at: usize| pieces[at].text(sentence).to_lowercase();
    // "A latte for mum and an americano": that is hers no more; "and for me an americano" is mine.
    let begins = |at: usize| at.checked_sub(1).is_some_and(|before| pieces[before].is(Word::And));
    let of_before = |at: usize| {
        let own = if at > 0 && says(at - 1) == "for" { at - 1 } else { at };
        says(own).starts_with("for") && !begins(own)
    };
    let before = (from..own.start).filter(|at| !of_before(*at)).find_map(|at| called(sentence, pieces, at));
    let behind = || {
        let is_for = |at: usize| says(at).starts_with("for") || FOR.iter().any(|verb| says(at).starts_with(verb));
        let and = (own.end..to).find(|at| pieces[*at].is(Word::And)).unwrap_or(to);
        (own.end..and)
            .filter(|at| is_for(*at))
            .find_map(|at| called(sentence, pieces, at).or(called(sentence, pieces, at + 1)))
    };
    before.or_else(behind)
}

/// Who is spoken of in a sentence that names no goods, or that puts others in the place of what they have.
pub(super) fn spoken_of(sentence: &Sentence<'_>, pieces: &[Piece], mentions: &[Mention]) -> Vec<String> {
    if !mentions.is_empty() && !pieces.iter().any(|piece| piece.is(Word::Change)) {
        return Vec::new();
    }
    let mut persons: Vec<String> = (0..pieces.len()).filter_map(|at| called(sentence, pieces, at)).collect();
    let mut known = HashSet::new();
    persons.retain(|person| known.insert(person.clone()));
    persons
}

/// The person that words name, without what stands around it.
fn called(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Option<String> {
    let piece = pieces.get(at)?;
    let may = matches!(
        piece.role,
        Role::Own
            | Role::Another
            | Role::Unknown
            | Role::Word(Word::Among | Word::Aside | Word::Person | Word::Filler | Word::Want)
    ) || piece.value.is_some();
    if !may || !begins_person(piece.text(sentence)) {
        return None;
    }
    let last = pieces.len().min(at + NAME_PIECES);
    (at + 1..=last).rev().find_map(|end| person(sentence.text(piece.token.start, pieces[end - 1].token.end)))
}

/// The person that words name by themselves: 小王的, "for my son".
pub(crate) fn person(text: &str) -> Option<String> {
    let mut text = text.trim().to_lowercase();
    for _ in 0..2 {
        let front = BEFORE.iter().copied().chain(FOR.iter().copied()).find_map(|word| text.strip_prefix(word));
        let front = front.map(str::to_owned);
        text = front.unwrap_or(text);
        let back = BEHIND.iter().find_map(|word| text.strip_suffix(word)).map(str::to_owned);
        text = back.unwrap_or(text).trim().to_owned();
    }
    if is_self(&text) || text == "我要" || text == "mine" {
        return Some("我".to_owned());
    }
    is_person(&text).then(|| text.trim_start_matches('我').to_owned())
}
