//! Whose is one of several: 弟弟那碗不放葱, "mine with oat milk".

use super::{person_end, whose};
use crate::lexicon::{Word, is_self, owns};
use crate::read::parse::piece::{Piece, Role};
use crate::read::sentence::Sentence;

/// 弟弟那碗, 我的, "mine": one of those that were counted before.
pub(super) fn own_one(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    let several = |piece: &Piece| matches!(piece.role, Role::Amount(amount) if amount.whole().is_some_and(|n| n > 1));
    let Some(first) = pieces.iter().position(several) else { return one_of_those_there_are(sentence, pieces) };
    let mut at = first + 1;
    while at < pieces.len() {
        let end = one_of_somebody(sentence, pieces, at);
        if let Some(end) = end {
            pieces[at].token.end = pieces[end - 1].token.end;
            pieces[at..end].iter_mut().for_each(|piece| piece.role = Role::Done);
            pieces[at].role = Role::Own;
        }
        at = end.unwrap_or(at + 1);
    }
}

/// What no one is called: "let's", "that's".
const NOBODY: &[&str] =
    &["let", "it", "that", "what", "here", "there", "he", "she", "who", "how", "where", "this", "when"];

/// 小王那杯要冰的, 我妈那杯换成美式, where the sentence counts nothing: one of what there is.
fn one_of_those_there_are(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    let counts = |piece: &Piece| matches!(piece.role, Role::Amount(_)) && !piece.is_article(sentence);
    let chooses = |piece: &Piece| matches!(piece.role, Role::Value(_) | Role::Stem(_));
    let named = pieces.iter().any(|piece| piece.role == Role::Item);
    let changes = pieces.iter().any(|piece| piece.is(Word::Change));
    if pieces.iter().any(counts) || named && !changes || !named && !pieces.iter().any(chooses) {
        return;
    }
    let mut at = 0;
    while at < pieces.len() {
        let changed = |end: &usize| {
            !named || pieces[*end..].iter().find(|piece| !piece.transparent()).is_some_and(|next| next.is(Word::Change))
        };
        let end = one_of_somebody(sentence, pieces, at).filter(changed);
        if let Some(end) = end {
            pieces[at].token.end = pieces[end - 1].token.end;
            pieces[at..end].iter_mut().for_each(|piece| piece.role = Role::Done);
            pieces[at].role = if named { Role::Word(Word::Among) } else { Role::Own };
            // "Make mum's a large"
            if let Some(article) = pieces.get_mut(end).filter(|next| next.is_article(sentence)) {
                article.role = Role::Done;
            }
        }
        at = end.unwrap_or(at + 1);
    }
}

/// Where the words end that begin at `at` and mean what one of them has.
fn one_of_somebody(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Option<usize> {
    let text = |at: usize| pieces.get(at).map_or("", |piece| piece.text(sentence));
    if let Some(end) = (at + 1..=pieces.len())
        .take(3)
        .find(|end| owns(sentence.text(pieces[at].token.start, pieces[end - 1].token.end).trim()))
    {
        return Some(end);
    }
    // "Tom's without sugar", where Tom is whoever.
    let named = text(at).strip_suffix("'s").or_else(|| text(at).strip_suffix("’s"));
    let called = named.is_some_and(|name| {
        name.starts_with(|first: char| first.is_ascii_uppercase())
            && !NOBODY.iter().any(|word| name.eq_ignore_ascii_case(word))
    });
    if called && pieces[at].role == Role::Unknown && pieces.get(at + 1).is_some_and(|next| !next.item) {
        return Some(at + 1);
    }
    if pieces[at].is(Word::Aside) && text(at).ends_with('的') && whose(text(at)) {
        return Some(at + 1);
    }
    let who = person_end(sentence, pieces, at).or_else(|| is_self(text(at)).then_some(at + 1))?;
    let (of, behind) = if text(who) == "的" { (true, who + 1) } else { (false, who) };
    let that = matches!(text(behind), "那" | "这");
    let measured = |at: usize| pieces.get(at).is_some_and(|piece| matches!(piece.role, Role::Measure(_)));
    // 那杯 is a word by itself.
    let points = pieces.get(behind).is_some_and(|piece| piece.is(Word::This)) && text(behind).starts_with(['那', '这']);
    if points && text(behind).ends_with(['杯', '份', '碗', '个']) {
        return Some(behind + 1);
    }
    match (of, that) {
        (_, true) if measured(behind + 1) => Some(behind + 2),
        (true, false) if pieces.get(behind).is_some_and(|next| !next.item) => Some(behind),
        _ => None,
    }
}
