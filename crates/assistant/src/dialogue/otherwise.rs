//! What is wanted only where something else cannot be had.

use super::choose::Choice;
use super::goods::Goods;
use crate::lexicon::ShopNo;
use crate::read::Want;
use crate::turn::Note;

impl Goods<'_> {
    /// What of a want and what is wanted instead can be had: the first of them, with the amount that was said of it.
    pub(super) fn or_otherwise(&mut self, want: &Want, shared: &[ShopNo]) -> Want {
        let mut wanted = want.clone();
        while let Some(mut other) = wanted.otherwise.pop() {
            let mut chooser = self.chooser();
            chooser.home.extend(shared);
            let note = match chooser.choose(&wanted) {
                Choice::One(..) => return wanted,
                Choice::Which(items, None) if !items.is_empty() => return wanted,
                Choice::Which(_, note) => note,
                Choice::Instead(_, note) => Some(note),
            };
            self.notes.extend(note);
            self.notes.push(Note::TookOther(wanted.said.clone(), other.said.clone()));
            other.amount = other.amount.or(wanted.amount);
            wanted = other;
        }
        wanted
    }
}
