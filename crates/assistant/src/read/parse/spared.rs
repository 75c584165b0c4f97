//! What is left out of what is said of all: 除了美式都要大杯, "all iced but the mocha".

use super::piece::{Piece, Role, clause};
use crate::lexicon::Word;
use crate::read::sentence::Sentence;

/// Words that leave out of all what they name.
const SPARES: &[&str] = &[
    "除了",
    "除",
    "除去",
    "除开",
    "除外",
    "except",
    "except for",
    "apart from",
    "other than",
    "but not",
    "all but",
    "everything but",
    "anything but",
];

/// 除了美式都要大杯, "everything large except the americano": all is said of the others.
pub(super) fn spares(sentence: &Sentence<'_>, pieces: &[Piece]) -> bool {
    // Few sentences deny anything, and the others are not looked at further.
    let denied = |piece: &Piece| piece.is(Word::Not) || piece.role == Role::Done || piece.is(Word::Cancel);
    if !pieces.iter().any(denied) {
        return false;
    }
    let all = |piece: &Piece| matches!(piece.role, Role::Word(Word::All | Word::Each | Word::Rest | Word::Other));
    let every = ["都", "全", "其他", "其它", "其余", "everything", "all", "the rest", "the others"];
    // "Iced except the mocha": what is chosen is chosen of the others.
    let chooses = |piece: &Piece| piece.is(Word::Double) || matches!(piece.role, Role::Value(_));
    let says_all = pieces.iter().any(|piece| all(piece) || chooses(piece))
        || every.iter().any(|word| sentence.source.contains(word));
    let spares = |piece: &Piece| SPARES.iter().any(|word| piece.text(sentence).eq_ignore_ascii_case(word));
    let excepts =
        |at: usize| spares(&pieces[at]) || is_all_but(sentence, &pieces[at]) || is_not_then(sentence, pieces, at);
    says_all && (0..pieces.len()).any(excepts)
}

/// "All iced, not the mocha": goods that are denied in a clause of their own, right behind what is chosen of all.
fn is_not_then(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    let not = ["not", "not the"].iter().any(|word| pieces[at].text(sentence).eq_ignore_ascii_case(word));
    if !not {
        return false;
    }
    let own = clause::around(pieces, &(at..at + 1));
    let goods = |piece: &Piece| piece.item || piece.transparent();
    let alone = pieces[own.start..at].iter().all(Piece::transparent) && pieces[at + 1..own.end].iter().all(goods);
    let before = own.start.checked_sub(1).map(|stop| &pieces[clause::start(pieces, stop)..stop]);
    let of_all = |piece: &Piece| piece.is(Word::All) || piece.is(Word::Each) || piece.is(Word::Double);
    alone && before.is_some_and(|before| before.iter().any(of_all))
}

/// "All iced but the mocha": what stands behind the word is none of all.
pub(super) fn all_but(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        if !pieces[at].text(sentence).eq_ignore_ascii_case("but") {
            continue;
        }
        let whole = |piece: &Piece| {
            let text = || piece.text(sentence).to_ascii_lowercase();
            piece.is(Word::All) || text().ends_with("everything") || text().ends_with(" all")
        };
        let all = pieces[..at].iter().rev().take_while(|piece| !piece.ends_clause()).any(whole);
        let item = pieces[at + 1..].iter().find(|piece| !piece.transparent()).is_some_and(|piece| piece.item);
        if all && item {
            pieces[at].role = Role::Word(Word::Not);
        }
    }
}

/// 摩卡不下单，剩下的下单; "yes to the latte, no to the mocha": what is given up beside an order of the others.
pub(super) fn not_ordered(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    let orders = |piece: &Piece| piece.is(Word::Commit) || piece.is(Word::Agree);
    if !pieces.iter().any(orders) {
        return;
    }
    for at in 1..pieces.len() {
        let goods = pieces[..at].iter().rfind(|piece| !piece.transparent()).is_some_and(|piece| piece.item);
        let ends = pieces.get(at + 1).is_none_or(Piece::ends_clause);
        if pieces[at].is(Word::Hold) && goods && ends {
            pieces[at].role = Role::Word(Word::DropAfter);
        }
    }
    for at in 0..pieces.len().saturating_sub(1) {
        let to = pieces[at + 1].text(sentence).eq_ignore_ascii_case("to");
        let next = pieces[at + 2..].iter().find(|piece| !piece.transparent());
        let denies =
            matches!(pieces[at].role, Role::Word(Word::Not | Word::No)) && pieces[at].text(sentence).is_ascii();
        if to && denies && next.is_some_and(|next| next.item) {
            (pieces[at].role, pieces[at + 1].role) = (Role::Word(Word::Drop), Role::Word(Word::Filler));
        }
    }
}

/// 除了一杯都要冰的, "all iced except one": which of them is not said, nor is how the others are told from it.
pub(super) fn all_but_some(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let text = pieces[at].text(sentence);
        if !pieces[at].is(Word::Not) && !text.eq_ignore_ascii_case("but") {
            continue;
        }
        let text = text.to_ascii_lowercase();
        let excepts = text.starts_with('除') || matches!(text.as_str(), "except" | "except for" | "but");
        let Some(some) = (at + 1..pieces.len()).find(|some| !pieces[*some].transparent()) else { continue };
        let counts = matches!(pieces[some].role, Role::Amount(_)) && !pieces[some].is_article(sentence);
        let next = pieces[some + 1..].iter().find(|piece| !piece.transparent());
        let alone = next.is_none_or(|next| next.is(Word::All) || next.ends_clause());
        let all = pieces.iter().any(|piece| piece.is(Word::All));
        if excepts && counts && alone && all {
            pieces[at].role = Role::Word(Word::Not);
            pieces[some].role = Role::Unknown;
        }
    }
}

/// 除了美式，再来一杯拿铁: beside that one, which is denied in no way.
pub(super) fn beside(sentence: &Sentence<'_>, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        if !(pieces[at].is(Word::Not) && pieces[at].text(sentence).starts_with('除')) {
            continue;
        }
        let Some(comma) = (at + 1..pieces.len()).find(|comma| pieces[*comma].ends_clause()) else { continue };
        let next = pieces[comma + 1..].iter().find(|piece| !piece.is(Word::Filler));
        let more = next.is_some_and(|next| next.is(Word::More) || next.text(sentence).starts_with('还'));
        let goods = pieces[at + 1..comma].iter().all(|piece| piece.role == Role::Item || piece.transparent());
        if more && goods {
            pieces[at].role = Role::Done;
        }
    }
}

/// Whether it is the word of [`all_but`].
fn is_all_but(sentence: &Sentence<'_>, piece: &Piece) -> bool {
    matches!(piece.role, Role::Word(Word::Not) | Role::Done) && piece.text(sentence).eq_ignore_ascii_case("but")
}
