//! 尺码改80的, 橙汁要700的: a bare number that is what an option is called, and counts nothing.

use super::Context;
use super::goods::Mention;
use super::piece::{Piece, Role, clause};
use crate::lexicon::{ItemNo, Lexicon, ValueNo, Word};
use crate::read::sentence::Sentence;

/// Makes an option of each such number where something that was spoken of before has it: one before 的, or one that ends
/// a clause which names the group.
pub(super) fn of_spoken_of(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], context: &Context<'_>) {
    if context.spoken_of.is_empty() {
        return;
    }
    for own in clause::all(pieces) {
        let group = pieces[own.clone()].iter().any(|piece| piece.role == Role::Group);
        for at in own.clone() {
            let behind = pieces.get(at + 2).filter(|_| at + 2 < own.end);
            let asks = behind.is_none_or(|piece| piece.is(Word::HowMuch) || piece.is(Word::Question));
            let ends = group && at + 1 == own.end;
            let number = number(sentence, pieces, at).filter(|_| is_before_of(sentence, pieces, at) && asks || ends);
            let value =
                number.and_then(|number| context.spoken_of.iter().find_map(|item| value(lexicon, *item, number)));
            if let Some(value) = value {
                pieces[at].role = Role::Value(value);
            }
        }
    }
}

/// Makes an option of each number before 的 that the goods right behind it, or else those before it, have.
pub(super) fn of_goods(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], mentions: &[Mention]) {
    for at in 0..pieces.len() {
        // 33的不够 is why, and chooses nothing.
        let refused = pieces.get(at + 2).is_some_and(|piece| piece.text(sentence).starts_with(['不', '太']));
        let number = number(sentence, pieces, at).filter(|_| is_before_of(sentence, pieces, at) && !refused);
        let behind = mentions.iter().find(|mention| mention.pieces.start > at);
        let behind = behind.filter(|mention| !pieces[at + 1..mention.pieces.start].iter().any(Piece::separates));
        let of = behind.or_else(|| mentions.iter().rfind(|mention| mention.pieces.end <= at));
        let item = of.and_then(|mention| mention.items.first());
        if let Some(value) = item.zip(number).and_then(|(best, number)| value(lexicon, best.item, number)) {
            pieces[at].role = Role::Value(value);
        }
    }
}

/// Whether it is a bare number before 的, which counts nothing.
pub(super) fn is_before_of(sentence: &Sentence<'_>, pieces: &[Piece], at: usize) -> bool {
    number(sentence, pieces, at).is_some() && pieces.get(at + 1).is_some_and(|next| next.is(Word::Of))
}

/// The bare number that stands there, if one does: written in digits, and with nothing that it counts.
fn number<'s>(sentence: &Sentence<'s>, pieces: &[Piece], at: usize) -> Option<&'s str> {
    let token = pieces[at].token;
    let bare = matches!(pieces[at].role, Role::Amount(_)) && token.count.is_some() && token.amount.is_none();
    Some(pieces[at].text(sentence)).filter(|said| bare && said.starts_with(|first: char| first.is_ascii_digit()))
}

/// The one value of an item that begins with a number: 700毫升 of 700.
fn value(lexicon: &Lexicon, item: ItemNo, number: &str) -> Option<ValueNo> {
    let begins = |name: &str| {
        let rest = name.strip_prefix(number);
        rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_digit() || next == '.'))
    };
    let groups = &lexicon.item(item).options;
    let mut values = groups.iter().flat_map(|group| &group.values).filter(|value| begins(&value.name.zh));
    let value = values.next().filter(|_| values.next().is_none())?;
    lexicon.value_called(&value.name.zh.to_lowercase())
}
