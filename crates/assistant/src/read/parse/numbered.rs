//! 尺码改80的: a bare number that is what an option is called, and counts nothing.

use super::Context;
use super::piece::{Piece, Role, clause};
use crate::lexicon::{Lexicon, ValueNo, Word};
use crate::read::sentence::Sentence;

/// What is said behind the number of a size, and is often left away.
const SIZES: &[&str] = &["", "码", "号", "寸", "款", "cm", "厘米"];

/// Makes an option of each such number: one behind which 的 stands, or that ends a clause which names the group, where
/// something that was spoken of before has it.
pub(super) fn numbered(lexicon: &Lexicon, sentence: &Sentence<'_>, pieces: &mut [Piece], context: &Context<'_>) {
    for own in clause::all(pieces) {
        let group = pieces[own.clone()].iter().any(|piece| piece.role == Role::Group);
        for at in own.clone() {
            let bare = matches!(pieces[at].role, Role::Amount(_)) && pieces[at].token.count.is_some();
            let behind = pieces.get(at + 2).filter(|_| at + 2 < own.end);
            let asks = behind.is_none_or(|piece| piece.is(Word::HowMuch) || piece.is(Word::Question));
            let of = pieces.get(at + 1).is_some_and(|next| next.is(Word::Of)) && asks;
            let ends = at + 1 == own.end;
            if !bare || !(of || group && ends) {
                continue;
            }
            let said = pieces[at].text(sentence);
            let value =
                |size: &&str| lexicon.value_called(&format!("{said}{size}")).filter(|value| (context.has)(*value));
            let value: Option<ValueNo> = SIZES.iter().find_map(value);
            if let Some(value) = value {
                pieces[at].role = Role::Value(value);
            }
        }
    }
}
