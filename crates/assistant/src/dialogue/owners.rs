//! Whose is what in the cart, as long as it is being put together: 小王要热美式, and later 小王那杯要冰的.

use domain::id::ItemKey;

use super::Dialogue;
use super::goods::Goods;
use crate::read::{Part, Reading, Want, person_called};
use crate::request::Request;
use crate::turn::Question;

/// Persons that are remembered in one cart at most; who is new takes the place of who was named first.
const OWNERS_MAX: usize = 20;

/// 小王那杯不要了, 不要小王那杯了: whether somebody's goods are given up, and not all that there is.
pub(super) fn gives_up_own(reading: &Reading, dialogue: &Dialogue) -> bool {
    let tone = reading.tone;
    let known = reading.of_whom.iter().any(|owner| dialogue.item_of(owner).is_some());
    let goes = tone.cancels || tone.drops || tone.refuses && reading.request == Request::Edit;
    let other = tone.of_order || tone.holds || tone.keeps || tone.corrects || tone.changes || tone.asks;
    let bare = |want: &Want| {
        want.is_free() && want.options.is_empty() && want.parts.iter().all(|part| part.options.is_empty())
    };
    let told = reading.unread.iter().all(|text| person_called(text).is_some());
    known && goes && !other && reading.wants.iter().all(bare) && reading.not.is_empty() && told
}

impl Dialogue {
    fn item_of(&self, owner: &str) -> Option<&ItemKey> {
        self.owners.iter().find(|(known, _)| known == owner).map(|(_, item)| item)
    }

    /// The line that somebody has, where it is one.
    fn line_of_owner(&self, owner: &str) -> Option<usize> {
        let item = self.item_of(owner)?;
        let mut lines = self.cart.lines.iter().enumerate().filter(|(_, line)| line.item == *item);
        lines.next().filter(|_| lines.next().is_none()).map(|(at, _)| at)
    }
}

impl Goods<'_> {
    /// Remembers whose the goods are that were put into the cart, and what is now in the place of theirs.
    /// `asked_for` is for whom it was asked which goods are meant.
    pub(super) fn remember_owners(&mut self, wants: &[Want], asked_for: Option<String>) {
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
        let instead = self.reading.of_whom.first().cloned().filter(|_| self.owner_found && known.is_empty());
        let focus = self.dialogue.focus.and_then(|at| lines.get(at)).map(|line| line.item.clone());
        let chosen = acted.first().filter(|_| acted.len() == 1 && self.question.is_none() && known.is_empty());
        let chosen = chosen.and_then(|at| lines.get(*at)).map(|line| line.item.clone());
        for (owner, item) in known.into_iter().chain(instead.zip(focus)).chain(asked_for.zip(chosen)) {
            self.dialogue.owners.retain(|(known, _)| *known != owner);
            if self.dialogue.owners.len() == OWNERS_MAX {
                self.dialogue.owners.remove(0);
            }
            self.dialogue.owners.push((owner, item));
        }
        // What is bought anew later is not theirs for having been so once.
        let Dialogue { owners, cart, .. } = &mut *self.dialogue;
        owners.retain(|(_, item)| cart.lines.iter().any(|line| line.item == *item));
    }

    /// Turns to the line of whom is spoken of, where it is one. Of what belongs to nobody that is known it has to be asked.
    pub(super) fn turn_to_owner(&mut self) {
        match &self.reading.of_whom.clone()[..] {
            [] => {}
            [owner] => self.turn_to(owner),
            several => self.edit_of_each(several),
        }
    }

    fn turn_to(&mut self, owner: &str) {
        let theirs = self.reading.wants.iter().any(|want| want.is_free() && !want.parts.is_empty());
        match self.dialogue.line_of_owner(owner) {
            Some(at) => {
                self.dialogue.focus = Some(at);
                self.owner_found = true;
                self.tell_no_more_of(owner);
            }
            None if theirs && self.is_all_of_others(owner) => self.ask_whose(),
            None => self.dialogue.focus = self.dialogue.focus.filter(|_| !theirs),
        }
    }

    /// 小王那杯加冰，小李那杯大杯: each of what is theirs.
    fn edit_of_each(&mut self, owners: &[String]) {
        let known = owners.iter().any(|owner| self.dialogue.item_of(owner).is_some());
        let free = self.reading.wants.iter().find(|want| want.is_free()).cloned().unwrap_or_default();
        if !known || self.reading.wants.len() > 1 || free.parts.is_empty() {
            return;
        }
        let lines: Vec<usize> = owners.iter().filter_map(|owner| self.dialogue.line_of_owner(owner)).collect();
        let whole = |part: &Part| part.quantity.is_none_or(|said| said == 1);
        let alone = |at: &usize| {
            self.dialogue.cart.lines[*at].quantity == 1 && lines.iter().filter(|other| *other == at).count() == 1
        };
        let each = free.parts.len() == owners.len() && lines.len() == owners.len();
        if !each || !free.options.is_empty() || !lines.iter().all(alone) || !free.parts.iter().all(whole) {
            return self.ask_whose();
        }
        for (part, (at, owner)) in free.parts.iter().zip(lines.into_iter().zip(owners)) {
            self.edit_line(
                at,
                &Want { options: part.options.clone(), parts: Vec::new(), amount: None, ..free.clone() },
            );
            self.tell_no_more_of(owner);
        }
        self.reading.wants.clear();
    }

    /// Whether each line is one thing that somebody else has.
    fn is_all_of_others(&self, owner: &str) -> bool {
        let of_other = |item: &ItemKey| self.dialogue.owners.iter().any(|(known, own)| known != owner && own == item);
        let mut lines = self.dialogue.cart.lines.iter();
        lines.all(|line| line.quantity == 1 && of_other(&line.item))
    }

    fn ask_whose(&mut self) {
        self.reading.wants.clear();
        self.question = Some((Question::WhichLine, Vec::new()));
    }

    /// Who was found is not said back as unread.
    fn tell_no_more_of(&mut self, owner: &str) {
        let is_told = |text: &String| text == "说" || person_called(text).is_some_and(|called| called == owner);
        self.reading.unread.retain(|text| !is_told(text));
        self.reading.asides.retain(|text| !is_told(text));
    }
}
