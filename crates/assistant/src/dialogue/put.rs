//! Putting goods into the cart, or asking which.

use super::choose::Choice;
use super::goods::{Acted, Goods};
use super::{WantKept, options};
use crate::lexicon::{ItemNo, ShopNo};
use crate::read::{Amount, Want};
use crate::turn::{Note, Question};
use domain::cart::{CartLine, LINES_MAX};
use domain::catalogue::Item;
use std::sync::Arc;

impl Goods<'_> {
    pub(super) fn have_new(&mut self, want: &Want, shared: &[ShopNo]) {
        let (want, before) = self.as_had(self.with_kept(want));
        let mut chooser = self.chooser();
        chooser.home.extend(shared);
        if want.only_for {
            let items = want.items.iter().map(|one| one.item).collect::<Vec<_>>();
            let items = chooser.shown_first(&chooser.within_reach(items), &want);
            self.notes.push(Note::OnlyFor(want.said.clone()));
            return self.ask_which(&want, items);
        }
        match chooser.choose(&want) {
            Choice::One(item, note) => {
                self.notes.extend(note);
                let before = if want.alike { self.chosen_before(item) } else { before };
                self.put_from(item, &want, before);
            }
            Choice::Which(items, note) => {
                let items = chooser.shown_first(&items, &want);
                self.notes.extend(note);
                self.ask_which(&want, items);
            }
            Choice::Instead(items, note) => {
                self.notes.push(note);
                self.ask_which(&want, items);
            }
        }
    }

    /// "For the same phone": what was chosen of the line spoken of last, as far as an item has it.
    fn chosen_before(&self, item: ItemNo) -> Vec<domain::cart::Choice> {
        let lines = &self.dialogue.cart.lines;
        let line = self.dialogue.focus.and_then(|at| lines.get(at)).or(lines.last());
        let groups = &self.lexicon.item(item).options;
        let has = |choice: &domain::cart::Choice| {
            let group = groups.iter().find(|group| group.name.zh == choice.group);
            group.is_some_and(|group| {
                choice.values.iter().all(|own| group.values.iter().any(|value| value.name.zh == *own))
            })
        };
        line.into_iter().flat_map(|line| &line.options).filter(|choice| has(choice)).cloned().collect()
    }

    pub(super) fn ask_which(&mut self, want: &Want, items: Vec<ItemNo>) {
        if items.is_empty() && self.notes.is_empty() {
            self.notes.push(Note::NotSold(want.said.clone()));
        }
        self.note_far(&items);
        let kept = WantKept { instead: self.replaces, ..self.keep(want) };
        if self.question.is_some() {
            return self.ask_later(want, kept, &items);
        }
        self.await_choice(WantKept { instead: kept.instead.or(self.instead()), ..kept });
        self.question = Some((Question::WhichItem, items));
    }

    /// Puts an item into the cart, in as many lines as its parts differ.
    pub(super) fn put(&mut self, no: ItemNo, want: &Want) {
        self.put_from(no, want, Vec::new());
    }

    /// As [`Self::put`], with options that were chosen before.
    pub(super) fn put_from(&mut self, no: ItemNo, want: &Want, before: Vec<domain::cart::Choice>) {
        let item = Arc::clone(self.lexicon.item(no));
        // What was chosen before knows what was said of all.
        let with_all = before.is_empty().then(|| self.with_standing(no, want));
        let want = with_all.as_ref().unwrap_or(want);
        let amount = want.amount.unwrap_or(Amount::count(1));
        let Some((total, of_amount)) = options::quantity(self.lexicon, &item, amount) else {
            let kept = self.keep(want);
            self.await_choice(WantKept { amount: None, instead: self.instead(), ..kept });
            self.question = Some((Question::HowMuch(item), vec![no]));
            return;
        };
        if let Some(old) = self.instead().filter(|at| *at < self.dialogue.cart.lines.len()) {
            self.take_line(old);
        }
        self.note_roughly(amount);
        let mut base = before;
        if let Some(choice) = of_amount {
            base.retain(|own| own.group != choice.group);
            base.push(choice);
        }
        let strange = options::apply(self.lexicon, &item, &want.options, &mut base);
        self.leave_unread(strange);
        self.leave_away(&item, &mut base);
        let mut rest = total;
        for part in &want.parts {
            let quantity = part.quantity.unwrap_or(rest);
            let mut own = base.clone();
            let strange = options::apply(self.lexicon, &item, &part.options, &mut own);
            self.leave_unread(strange);
            rest = rest.saturating_sub(quantity);
            self.put_line(&item, quantity, own);
        }
        self.put_line(&item, rest, base);
        if self.dialogue.choosing().is_some() && self.question.is_none() {
            self.dialogue.pending = None;
            self.dialogue.offers_done();
        }
    }

    /// 两三个: the least that was said is taken, and said.
    pub(super) fn note_roughly(&mut self, amount: Amount) {
        if let (Some(least), true) = (amount.whole(), amount.most > amount.milli) {
            self.notes.push(Note::Roughly { least, most: amount.most / 1000 });
        }
    }

    pub(super) fn put_line(&mut self, item: &Item, quantity: u32, mut choices: Vec<domain::cart::Choice>) {
        if quantity == 0 {
            return;
        }
        choices.sort();
        let lines = &mut self.dialogue.cart.lines;
        let same = lines.iter().position(|line| line.item == item.key && line.options == choices);
        let at = match same {
            Some(at) => {
                lines[at].quantity = lines[at].quantity.saturating_add(quantity);
                at
            }
            // One too many is kept, so that the desk refuses the cart and says why.
            None if lines.len() > LINES_MAX => return,
            None => {
                lines.push(CartLine { item: item.key.clone(), quantity, options: choices });
                lines.len() - 1
            }
        };
        self.acted_on.push(Acted::Line(at));
    }

    pub(super) fn leave_unread(&mut self, words: Vec<String>) {
        for word in words {
            if !self.reading.unread.contains(&word) {
                self.reading.unread.push(word);
            }
        }
    }
}
