//! What stands beside a yes.
//!
//! A yes spends money, so every word of its sentence must be known to change nothing. Words that say nothing of goods still
//! may say much of an order: 下单，送他家, 好，我想想, "yes, but". What is beside a yes is therefore held against a list of
//! its own, and what is not on it makes the sentence one that is asked again.

use super::piece::{Piece, Role, clause};
use crate::lexicon::names::word_in;
use crate::lexicon::{Lexicon, Word};
use crate::read::reading::Assent;
use crate::read::sentence::Sentence;

/// Words that multiply, and are read as two.
const DOUBLING: &[&str] = &["double", "twice"];

/// What stands beside the yes of a sentence. What nobody could read, and what only tells something, is not looked at here:
/// it is among the unread and the asides.
pub(super) fn assent(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &[Piece]) -> Assent {
    let mut assent = Assent::Plain;
    if !pieces.iter().any(is_yes) {
        return Assent::Other;
    }
    for (at, piece) in pieces.iter().enumerate() {
        match piece.role {
            // "Order it double" counts two in all only where somebody reads it so.
            Role::Amount(_) if DOUBLING.iter().any(|word| piece.text(sentence).eq_ignore_ascii_case(word)) => {
                return Assent::Other;
            }
            _ if changes_nothing(lexicon, pieces, at) || is_told(pieces, at) => {}
            _ if points_at_one(lexicon, pieces, at) => assent = assent.max(Assent::Pointing),
            Role::Item | Role::Value(_) | Role::Amount(_) | Role::Measure(_) | Role::Shop(_) | Role::When(_) => {
                assent = Assent::Restating;
            }
            Role::Word(Word::InAll | Word::Only) => assent = Assent::Restating,
            _ => return Assent::Other,
        }
    }
    assent
}

fn is_yes(piece: &Piece) -> bool {
    piece.is(Word::Agree) || piece.is(Word::Commit)
}

fn changes_nothing(lexicon: &Lexicon, pieces: &[Piece], at: usize) -> bool {
    let piece = &pieces[at];
    match piece.role {
        Role::Separator(_) | Role::Done | Role::Word(Word::Agree | Word::Commit | Word::Of) => true,
        // "Ok, and?" is about to say something else.
        Role::Word(Word::And) => pieces[at + 1..].iter().any(|next| !next.ends_clause()),
        // What the reading has dealt with: 没有佛跳墙就算了.
        Role::Word(Word::Filler) if word_in(piece.token.meanings(lexicon)) != Some(Word::Filler) => true,
        Role::Word(word) => piece.token.node.is_some_and(|own| {
            let before = |next: &Piece| matches!(next.role, Role::Word(yes) if lexicon.is_before(own, yes));
            let wish = word == Word::Want && says_who(pieces, at);
            let thinks = || lexicon.hesitates(own) && pieces.get(at + 1).is_some_and(|next| !next.ends_clause());
            lexicon.is_beside_yes(own) && !wish || thinks() || pieces.get(at + 1).is_some_and(before)
        }),
        _ => false,
    }
}

/// "My sister wants that": whether the clause says who, where 妈妈说可以买 says yes.
fn says_who(pieces: &[Piece], at: usize) -> bool {
    let who = |piece: &Piece| piece.role == Role::Unknown || piece.is(Word::Person) || piece.is(Word::Aside);
    let clause = &pieces[clause::around(pieces, &(at..at + 1))];
    clause.iter().any(who) && !clause.iter().any(is_yes)
}

/// 这杯, or a measure word behind what points, and that.
fn points_at_one(lexicon: &Lexicon, pieces: &[Piece], at: usize) -> bool {
    let measures = |piece: &Piece| matches!(piece.role, Role::Measure(_));
    let points = |piece: &Piece| piece.is(Word::This);
    let before = at.checked_sub(1).map(|before| &pieces[before]);
    let counted = |next: &Piece| measures(next) || matches!(next.role, Role::Amount(_));
    let says = pieces[at].token.node.is_some_and(|word| lexicon.points_at_one(word));
    says || measures(&pieces[at]) && before.is_some_and(points)
        || points(&pieces[at]) && pieces.get(at + 1).is_some_and(counted)
}

/// Whether it is among the unread or the asides, or stands beside such words in their clause and is nothing by itself.
fn is_told(pieces: &[Piece], at: usize) -> bool {
    let tells =
        |piece: &Piece| matches!(piece.role, Role::Unknown | Role::Word(Word::Aside | Word::Event | Word::Busy));
    // 座位没错, where 温度呢 asks.
    if pieces[at].role == Role::Group {
        return pieces.get(at + 1).is_some_and(|next| next.is(Word::Agree));
    }
    let beside = pieces[at].transparent() || pieces[at].is(Word::This) || pieces[at].is(Word::Person);
    tells(&pieces[at]) || beside && pieces[clause::around(pieces, &(at..at + 1))].iter().any(tells)
}
