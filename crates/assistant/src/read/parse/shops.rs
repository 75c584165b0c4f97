//! The shops that a sentence names, and which of its goods come from which of them.

use super::goods::Mention;
use super::piece::{Piece, Role, clause};
use crate::lexicon::text::Kind;
use crate::lexicon::{Lexicon, ListNo, ShopNo, Word};
use crate::read::sentence::Sentence;

/// All of them.
pub(super) fn all(lexicon: &Lexicon, pieces: &[Piece]) -> Vec<ShopNo> {
    named(pieces).flat_map(|(_, list)| lexicon.shops_in(list)).copied().collect()
}

/// 果研社广埠屯店: a chain and which of its shops.
pub(super) fn narrow(lexicon: &Lexicon, pieces: &mut [Piece]) {
    for at in 1..pieces.len() {
        let (Role::Shop(chain), Role::Shop(own)) = (pieces[at - 1].role, pieces[at].role) else { continue };
        let (chain, own) = (lexicon.shops_in(chain), lexicon.shops_in(own));
        if own.len() < chain.len() && own.iter().all(|shop| chain.contains(shop)) {
            pieces[at - 1].role = Role::Done;
        }
    }
}

/// Those that one of several goods is to come from, if that is not simply all that are named: 云杉的拿铁和绿灯的美式.
/// A shop in the clause of the goods is theirs, else the one named last before them. What a shop named in another
/// sentence does not sell at all is not asked of it.
pub(super) fn of(
    lexicon: &Lexicon,
    sentence: &Sentence<'_>,
    pieces: &[Piece],
    mention: &Mention,
) -> Option<Vec<ShopNo>> {
    let (first, list) = named(pieces).next()?;
    let several = named(pieces).any(|(_, other)| other != list);
    let (place, list) = if several { nearest(sentence, pieces, mention)? } else { (first, list) };
    let shops = lexicon.shops_in(list);
    let sold = || mention.items.iter().any(|one| shops.contains(&lexicon.shop_of(one.item)));
    let (from, to) = (place.min(mention.pieces.start), place.max(mention.pieces.end));
    // 西瓜汁一杯，再帮我从洁家日化带一副手套: what is asked for as well, from there.
    let as_well = || {
        let own = clause::start(pieces, place);
        let more = pieces[own..place].iter().any(|piece| piece.is(Word::More));
        more && mention.pieces.end <= own
    };
    let other_sentence = pieces[from..to].iter().any(|piece| piece.role == Role::Separator(Kind::Stop)) || as_well();
    if other_sentence && !sold() {
        return Some(Vec::new());
    }
    several.then(|| shops.to_vec())
}

fn named(pieces: &[Piece]) -> impl Iterator<Item = (usize, ListNo)> {
    pieces.iter().enumerate().filter_map(|(at, piece)| match piece.role {
        Role::Shop(list) => Some((at, list)),
        _ => None,
    })
}

/// The shop in the clause of a mention, before it if one is, or else the last one before the clause.
fn nearest(sentence: &Sentence<'_>, pieces: &[Piece], mention: &Mention) -> Option<(usize, ListNo)> {
    let own = &mention.pieces;
    // "A kimbap from Seoul Alley and two colas from Snack Depot"
    let next = (own.end..pieces.len()).find(|at| pieces[*at].item || pieces[*at].ends_clause()).unwrap_or(pieces.len());
    let from = |at: usize| ["from", "at"].iter().any(|word| pieces[at - 1].text(sentence).eq_ignore_ascii_case(word));
    if let Some(behind) = named(pieces).find(|(at, _)| (own.end + 1..next).contains(at) && from(*at)) {
        return Some(behind);
    }
    let clause = clause::around(pieces, own);
    let before = |from: usize| named(pieces).filter(|(at, _)| (from..own.start).contains(at)).last();
    before(clause.start)
        .or_else(|| named(pieces).find(|(at, _)| (own.end..clause.end).contains(at)))
        .or_else(|| before(0))
}
