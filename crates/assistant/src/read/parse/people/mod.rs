//! People in a sentence: who wants what (小李要一碗面), how many they are (五个人，每人一碗), and whose is one of several
//! (弟弟那碗不放葱).

mod each;
mod groups;
mod own;
mod subjects;

use std::ops::Range;

use super::piece::{Piece, Role, clause};
use crate::lexicon::{FOR, Word, is_person};
use crate::read::sentence::Sentence;
pub(super) use subjects::others;

/// Pieces of a person at most.
const PERSON_PIECES: usize = 4;

/// Takes who wants something, and how many they are, out of what is to be bought. Who it is is said back; an amount
/// for each of so many is that many times as much. Whether it is left open how many that is.
pub(super) fn people(sentence: &Sentence<'_>, pieces: &mut [Piece]) -> bool {
    let open = each::each_of_them(sentence, pieces);
    own::own_one(sentence, pieces);
    let open_too = subjects::subjects(sentence, pieces);
    mentioned(sentence, pieces);
    open || open_too
}

/// Whoever else is spoken of is said back.
fn mentioned(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let owner = matches!(pieces[at].text(sentence), "我" | "俺" | "咱" | "他" | "她");
        let kin = owner && pieces.get(at + 1).is_some_and(|next| next.role == Role::Unknown);
        let familiar = matches!(pieces[at].text(sentence), "小" | "老" | "阿" | "大");
        let called = familiar && pieces.get(at + 1).is_some_and(|next| next.role == Role::Unknown);
        let begins = kin
            || called
            || pieces[at].is(Word::Person)
            || pieces.get(at + 1).is_some_and(|next| next.is(Word::Person));
        if let Some(end) = begins.then(|| person_end(sentence, pieces, at)).flatten() {
            aside(pieces, at..end);
        }
    }
}

fn says_nothing(pieces: &[Piece], from: usize, to: usize) -> bool {
    pieces[from..to].iter().all(Piece::transparent)
}

fn clause_from(pieces: &[Piece], from: usize) -> &[Piece] {
    &pieces[from..clause::end(pieces, from)]
}

/// Where the longest person ends that begins at `at`.
pub(super) fn person_end(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> Option<usize> {
    let text = |end: usize| sentence.text(pieces[at].token.start, pieces[end - 1].token.end).trim();
    let last = pieces.len().min(at + PERSON_PIECES);
    // 周六 is a day, and not of the family Zhou.
    let day = matches!(pieces[at].role, Role::When(_));
    (at + 1..last + 1).rev().find(|end| !day && is_person(text(*end)))
}

/// Makes one aside of some pieces.
pub(super) fn aside(pieces: &mut [Piece], range: Range<usize>) {
    let end = pieces[range.end - 1].token.end;
    pieces[range.clone()].iter_mut().for_each(|piece| piece.role = Role::Done);
    pieces[range.start].token.end = end;
    pieces[range.start].role = Role::Word(Word::Aside);
}

/// 给妈妈的, "for my wife".
fn whose(text: &str) -> bool {
    let text = text.to_lowercase();
    let person = FOR.iter().chain(&["for "]).find_map(|verb| text.strip_prefix(verb));
    person.is_some_and(|person| is_person(person.trim_end_matches('的')))
}
