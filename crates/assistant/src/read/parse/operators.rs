//! Words that say how what is bought differs from what there is, or of which of it something is said. Each is taken up
//! by what acts on it, here or in the conversation; what nobody took up must not be lost.

use super::goods::Mention;
use super::piece::{Piece, Role, clause};
use crate::lexicon::Word;
use crate::read::reading::Operator;
use crate::read::sentence::Sentence;

/// The operators that nothing has acted on yet; `acted` are the pieces that something has.
pub(super) fn operators(
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    mentions: &[Mention],
    acted: &[usize],
) -> Vec<Operator> {
    let mut found = Vec::new();
    for own in clause::all(pieces) {
        let speaks = pieces[own.clone()].iter().any(counts_or_chooses);
        let in_clause = mentions.iter().filter(|one| own.contains(&one.pieces.start)).count();
        let of_one = in_clause == 1 || mentions.len() == 1 && own.end - 1 > mentions[0].pieces.start;
        let left = own.filter(|at| acted.binary_search(at).is_err());
        found.extend(left.filter_map(|at| operator(sentence, pieces, at)).filter(|operator| match operator {
            Operator::Each => speaks && !of_one,
            Operator::Rest => speaks,
            _ => true,
        }));
    }
    found
}

fn operator(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Option<Operator> {
    let denies = |next: Option<&Piece>| next.is_some_and(|next| next.text(sentence).starts_with(['不', '别']));
    match pieces[at].role {
        Role::Word(Word::Fewer | Word::Drop) => Some(Operator::Less),
        Role::Word(Word::Among) => Some(Operator::Among),
        // "One of each iced": not all of them.
        Role::Word(Word::Each) if is_one_of_each(sentence, pieces, at) => Some(Operator::Among),
        // 葱和香菜都不要 leaves all of that away.
        Role::Word(Word::Each | Word::All) if !denies(pieces.get(at + 1)) && !is_of_shop(pieces, at) => {
            Some(Operator::Each)
        }
        Role::Word(Word::Rest) => Some(Operator::Rest),
        Role::Word(Word::Same) if is_same(pieces, at) => Some(Operator::Same),
        _ => None,
    }
}

/// "All from Crispy Joy", 都要绿灯的: it says where from, and of no amount or option.
fn is_of_shop(pieces: &[Piece], at: usize) -> bool {
    let next = pieces[at + 1..].iter().find(|next| !next.transparent() && !next.is(Word::Want));
    next.is_some_and(|next| matches!(next.role, Role::Shop(_)))
}

fn is_one_of_each(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let chooses = pieces[at + 1..].iter().any(|piece| matches!(piece.role, Role::Value(_)));
    chooses && pieces[at].text(sentence).eq_ignore_ascii_case("one of each")
}

fn counts_or_chooses(piece: &Piece) -> bool {
    matches!(piece.role, Role::Amount(_) | Role::Value(_) | Role::Measure(_))
}

/// "The same again", 一模一样的: as what there is, and not the same of something that is named or unread.
pub(super) fn is_same(pieces: &[Piece], at: usize) -> bool {
    let next = pieces[at + 1..].iter().find(|piece| !piece.is(Word::Of));
    next.is_none_or(|next| !next.item && !matches!(next.role, Role::Unknown | Role::Value(_) | Role::Group))
}
