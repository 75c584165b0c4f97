//! The values that leave something away: 不辣 where 辣 is denied.

use super::piece::{Piece, Role};
use crate::lexicon::{ItemNo, Lexicon, ValueNo};
use crate::read::sentence::Sentence;

/// What stands before what not even a little is wanted of: 一点辣都不能沾.
const NOT_EVEN: &[&str] = &["一点点", "一点儿", "一丁点", "一点", "半点"];

/// What a negation is held against.
pub(super) struct Leaving<'a, 's> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) sentence: &'a Sentence<'s>,
    /// The items that its options may be of.
    pub(super) items: &'a [ItemNo],
}

impl Leaving<'_, '_> {
    /// The value that is chosen by denying what a piece says.
    pub(super) fn without(&self, piece: &Piece) -> Option<ValueNo> {
        let said = piece.text(self.sentence);
        let said = NOT_EVEN.iter().find_map(|little| said.strip_prefix(little)).unwrap_or(said);
        let denials = if said.is_ascii() { ["no ", "not "] } else { ["不要", "不"] };
        denials.iter().find_map(|no| self.lexicon.value_called(&format!("{no}{said}")))
    }

    /// The same, if some of the items have it to choose.
    pub(super) fn without_of_items(&self, piece: &Piece) -> Option<ValueNo> {
        let value = Some(piece).filter(|piece| matches!(piece.role, Role::Unknown | Role::Value(_)))?;
        let value = self.without(value)?;
        self.items.iter().any(|item| self.lexicon.value_of(self.lexicon.item(*item), value).is_some()).then_some(value)
    }
}
