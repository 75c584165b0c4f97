//! Whose is what in the cart, as long as it is being put together: 小王要热美式, and later 小王那杯要冰的.

use domain::id::ItemKey;

use super::goods::Goods;
use crate::read::Want;

/// Persons that are remembered in one cart at most.
const OWNERS_MAX: usize = 20;

impl Goods<'_> {
    /// Remembers whose the goods are that were put into the cart.
    pub(super) fn remember_owners(&mut self, wants: &[Want]) {
        let lines = &self.dialogue.cart.lines;
        let of = |want: &Want| {
            let line = lines.iter().rev().find(|line| {
                let no = self.lexicon.item_no(&line.item);
                want.items.iter().any(|one| Some(one.item) == no)
            });
            Some((want.owner.clone()?, line?.item.clone()))
        };
        let known: Vec<(String, ItemKey)> = wants.iter().filter_map(of).collect();
        // 我那杯换成摩卡: what is theirs now.
        let instead = self.reading.of_whom.clone().filter(|_| known.is_empty());
        let focus = self.dialogue.focus.and_then(|at| lines.get(at)).map(|line| line.item.clone());
        let moved =
            instead.zip(focus).filter(|(owner, _)| self.dialogue.owners.iter().any(|(known, _)| known == owner));
        for (owner, item) in known.into_iter().chain(moved) {
            self.dialogue.owners.retain(|(known, _)| *known != owner);
            if self.dialogue.owners.len() < OWNERS_MAX {
                self.dialogue.owners.push((owner, item));
            }
        }
    }

    /// Turns to the line of whom is spoken of, where it is one.
    pub(super) fn turn_to_owner(&mut self) {
        let Some(owner) = &self.reading.of_whom else { return };
        let item = self.dialogue.owners.iter().find(|(known, _)| known == owner).map(|(_, item)| item);
        let mut lines = self.dialogue.cart.lines.iter().enumerate().filter(|(_, line)| Some(&line.item) == item);
        if let (Some((at, _)), None) = (lines.next(), lines.next()) {
            self.dialogue.focus = Some(at);
            // Who it is was understood, and so was that they say so.
            let owner = owner.clone();
            let is_told = |text: &String| {
                let text = text.trim().to_lowercase();
                text.contains(&owner) || owner.contains(text.trim_end_matches('说'))
            };
            self.reading.unread.retain(|text| !is_told(text));
            self.reading.asides.retain(|text| !is_told(text));
        }
    }
}
