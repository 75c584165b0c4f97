//! Whose is what in the cart, as long as it is being put together: 小王要热美式, and later 小王那杯要冰的.

use domain::id::ItemKey;

use super::goods::Goods;
use crate::read::Want;

/// Persons that are remembered in one cart at most.
const OWNERS_MAX: usize = 20;
/// What may stand around who it is, where it is said back.
const AROUND: &[&str] = &["for ", "my ", "给", "说", "的", "那杯", "那碗", "那份"];

impl Goods<'_> {
    /// Remembers whose the goods are that were put into the cart, and what is now in the place of theirs.
    pub(super) fn remember_owners(&mut self, wants: &[Want]) {
        let lines = &self.dialogue.cart.lines;
        let acted: Vec<usize> = self.lines_acted_on().collect();
        let of = |want: &Want| {
            let best = want.fit();
            let is = |at: &&usize| {
                let no = lines.get(**at).and_then(|line| self.lexicon.item_no(&line.item));
                want.items.iter().any(|one| Some(one.fit) == best && Some(one.item) == no)
            };
            let line = acted.iter().find(is).and_then(|at| lines.get(*at))?;
            Some((want.owner.clone()?, line.item.clone()))
        };
        let known: Vec<(String, ItemKey)> = wants.iter().filter_map(of).collect();
        // 我那杯换成摩卡
        let instead = self.reading.of_whom.clone().filter(|_| self.owner_found && known.is_empty());
        let focus = self.dialogue.focus.and_then(|at| lines.get(at)).map(|line| line.item.clone());
        for (owner, item) in known.into_iter().chain(instead.zip(focus)) {
            self.dialogue.owners.retain(|(known, _)| *known != owner);
            if self.dialogue.owners.len() < OWNERS_MAX {
                self.dialogue.owners.push((owner, item));
            }
        }
    }

    /// Turns to the line of whom is spoken of, where it is one. Of what belongs to nobody that is known it has to be asked.
    pub(super) fn turn_to_owner(&mut self) {
        let Some(owner) = self.reading.of_whom.clone() else { return };
        let item = self.dialogue.owners.iter().find(|(known, _)| *known == owner).map(|(_, item)| item);
        let mut lines = self.dialogue.cart.lines.iter().enumerate().filter(|(_, line)| Some(&line.item) == item);
        let (Some((at, _)), None) = (lines.next(), lines.next()) else {
            let theirs = self.reading.wants.iter().any(|want| want.is_free() && !want.parts.is_empty());
            self.dialogue.focus = self.dialogue.focus.filter(|_| !theirs);
            return;
        };
        self.dialogue.focus = Some(at);
        self.owner_found = true;
        let is_told = |text: &String| {
            let around = |text: String, word: &&str| text.replace(*word, "");
            let who = AROUND.iter().fold(text.trim().to_lowercase(), around);
            text == "说" || !who.is_empty() && owner.ends_with(who.trim())
        };
        self.reading.unread.retain(|text| !is_told(text));
        self.reading.asides.retain(|text| !is_told(text));
    }
}
