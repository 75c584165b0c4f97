//! When to bring it, where a sentence says several times.

use super::corrected::is_too;
use super::piece::{Piece, Role, clause};
use crate::lexicon::{ABSENT, Word};
use crate::read::reading::When;
use crate::read::sentence::Sentence;

/// When to bring it, and where other times stand that something else is to be brought at.
#[derive(Debug, Default)]
pub(super) struct Times {
    pub(super) time: Option<When>,
    pub(super) beside: Vec<usize>,
}

/// The last of several times where it corrects the others, 三点送，不对，四点; else the first that is said where something
/// is wanted, as in 七点才到家，七点半送两份. One order comes at one time, so another is never left out unsaid.
pub(super) fn when(sentence: &Sentence<'_>, pieces: &[Piece]) -> Times {
    let time = |at: usize| if let Role::When(when) = pieces[at].role { Some(when) } else { None };
    let said: Vec<usize> =
        (0..pieces.len()).filter(|at| time(*at).is_some() && !is_denied(sentence, pieces, *at)).collect();
    let corrected = said.windows(2).rev().find(|pair| corrects(&pieces[pair[0]..pair[1]]));
    if let Some(pair) = corrected {
        return Times { time: time(pair[1]), beside: Vec::new() };
    }
    if let Some(both) = two_loads(sentence, pieces) {
        return both;
    }
    let wanted: Vec<usize> = said.iter().copied().filter(|at| asks_for(pieces, *at)).collect();
    let Some(first) = wanted.first().or(said.first()).copied() else { return Times::default() };
    let beside = wanted.iter().copied().filter(|at| time(*at) != time(first)).collect();
    Times { time: time(first), beside }
}

/// 拿铁现在送，美式下午三点送: some as soon as can be, and others later.
fn two_loads(sentence: &Sentence<'_>, pieces: &[Piece]) -> Option<Times> {
    let in_clause = |at: usize| pieces[clause::around(pieces, &(at..at))].iter().any(|piece| piece.role == Role::Item);
    let corrected = pieces.iter().any(|piece| piece.is(Word::Correct));
    let denied = |at: usize| is_denied(sentence, pieces, at);
    let soon =
        (0..pieces.len()).find(|at| pieces[*at].is(Word::Soon) && in_clause(*at) && !denied(*at) && !corrected)?;
    let own = clause::around(pieces, &(soon..soon));
    let later = (0..pieces.len())
        .find(|at| matches!(pieces[*at].role, Role::When(_)) && in_clause(*at) && !own.contains(at) && !denied(*at));
    later.map(|later| Times { time: Some(When::Soon), beside: vec![later] })
}

fn corrects(between: &[Piece]) -> bool {
    between.iter().any(|piece| matches!(piece.role, Role::Word(Word::Correct | Word::Change | Word::Into)))
}

/// 不是三点, 三点太晚了, 三点不行, 三点我不在: not then.
fn is_denied(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let before = pieces[..at].iter().rev().find(|piece| !piece.transparent());
    let behind = || pieces[at + 1..].iter().find(|piece| !piece.text(sentence).eq_ignore_ascii_case("is"));
    let too = || behind().is_some_and(|piece| is_too(sentence, piece));
    let own = clause::around(pieces, &(at..at + 1));
    let absent = |piece: &Piece| {
        let text = piece.text(sentence).to_lowercase();
        piece.is(Word::Aside) && ABSENT.split('|').any(|absent| absent == text)
    };
    let refused = pieces[at + 1..own.end].iter().position(|piece| !piece.transparent()).is_some_and(|next| {
        let ends = pieces[at + 2 + next..own.end].iter().all(|piece| piece.transparent() || piece.is(Word::Want));
        let refuses = |word| pieces[at + 1 + next].is(word);
        refuses(Word::No) || refuses(Word::Hold) || ends && (refuses(Word::Not) || refuses(Word::DropAfter))
    });
    let refused = refused || pieces[own].iter().any(absent);
    before.is_some_and(|piece| piece.is(Word::Not) || piece.is(Word::No)) || too() || refused
}

/// Whether something is wanted in the clause.
fn asks_for(pieces: &[Piece], at: usize) -> bool {
    let wants = |piece: &Piece| matches!(piece.role, Role::Item | Role::Word(Word::Want | Word::More | Word::Change));
    pieces[clause::around(pieces, &(at..at))].iter().any(wants)
}
