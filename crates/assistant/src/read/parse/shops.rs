//! The shops that a sentence names, and which of its goods come from which of them.

use super::goods::Mention;
use super::piece::{Piece, Role, clause};
use crate::lexicon::text::Kind;
use crate::lexicon::{Lexicon, ListNo, ShopNo, Word};

/// All of them.
pub(super) fn all(lexicon: &Lexicon, pieces: &[Piece]) -> Vec<ShopNo> {
    named(pieces).flat_map(|(_, list)| lexicon.shops_in(list)).copied().collect()
}

/// Those that one of several goods is to come from, if that is not simply all that are named: 云杉的拿铁和绿灯的美式.
/// A shop in the clause of the goods is theirs, else the one named last before them. What a shop named in another
/// sentence does not sell at all is not asked of it.
pub(super) fn of(lexicon: &Lexicon, pieces: &[Piece], mention: &Mention) -> Option<Vec<ShopNo>> {
    let (first, list) = named(pieces).next()?;
    let several = named(pieces).any(|(_, other)| other != list);
    let (place, list) = if several { nearest(pieces, mention)? } else { (first, list) };
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
fn nearest(pieces: &[Piece], mention: &Mention) -> Option<(usize, ListNo)> {
    let own = &mention.pieces;
    let clause = clause::around(pieces, own);
    let before = |from: usize| named(pieces).filter(|(at, _)| (from..own.start).contains(at)).last();
    before(clause.start)
        .or_else(|| named(pieces).find(|(at, _)| (own.end..clause.end).contains(at)))
        .or_else(|| before(0))
}
