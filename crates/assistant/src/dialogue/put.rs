//! Putting goods into the cart, or asking which.

use super::choose::Choice;
use super::goods::Goods;
use super::{Pending, WantKept, options};
use crate::lexicon::{ItemNo, Meaning, ShopNo};
use crate::read::{Amount, Chosen, Want};
use crate::turn::{Note, Question};
use domain::cart::{CartLine, LINES_MAX};
use domain::catalogue::Item;
use std::sync::Arc;

impl Goods<'_> {
    pub(super) fn have_new(&mut self, want: &Want, shared: &[ShopNo]) {
        let want = self.with_kept(want);
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
                self.put(item, &want);
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

    pub(super) fn ask_which(&mut self, want: &Want, items: Vec<ItemNo>) {
        if items.is_empty() && self.notes.is_empty() {
            self.notes.push(Note::NotSold(want.said.clone()));
        }
        self.note_far(&items);
        let options = want.options.iter().map(|chosen| chosen.said.clone()).collect();
        let quantity = want.amount.and_then(Amount::whole);
        let kept = WantKept { quantity, options, instead: self.instead() };
        if self.question.is_some() {
            return self.ask_later(want, kept, &items);
        }
        self.dialogue.pending = Some(Pending::WhichItem(kept));
        self.question = Some((Question::WhichItem, items));
    }

    /// The line of the cart whose place is taken by what is picked.
    pub(super) fn instead(&self) -> Option<usize> {
        match &self.dialogue.pending {
            Some(Pending::WhichItem(kept)) => kept.instead,
            _ => None,
        }
    }

    /// What was said before it was known of what: 来两碗面, then 牛肉面.
    pub(super) fn with_kept(&self, want: &Want) -> Want {
        let mut want = want.clone();
        if let Some(Pending::WhichItem(kept)) = &self.dialogue.pending {
            want.amount = want.amount.or(kept.quantity.map(Amount::count));
            // What is said now comes last, and holds.
            let kept = kept.options.iter().filter_map(|said| self.chosen_again(said));
            want.options = kept.chain(std::mem::take(&mut want.options)).collect();
        }
        want
    }

    pub(super) fn chosen_again(&self, said: &str) -> Option<Chosen> {
        let value = self.lexicon.exact(said).iter().find_map(|meaning| match meaning {
            Meaning::Value(value) => Some(*value),
            _ => None,
        })?;
        Some(Chosen { value, without: false, said: said.to_owned() })
    }

    /// Puts an item into the cart, in as many lines as its parts differ.
    pub(super) fn put(&mut self, no: ItemNo, want: &Want) {
        self.put_from(no, want, Vec::new());
    }

    /// As [`Self::put`], with options that were chosen before.
    pub(super) fn put_from(&mut self, no: ItemNo, want: &Want, before: Vec<domain::cart::Choice>) {
        let item = Arc::clone(self.lexicon.item(no));
        let amount = want.amount.unwrap_or(Amount::count(1));
        let Some((total, of_amount)) = options::quantity(self.lexicon, &item, amount) else {
            let options = want.options.iter().map(|chosen| chosen.said.clone()).collect();
            self.dialogue.pending =
                Some(Pending::WhichItem(WantKept { quantity: None, options, instead: self.instead() }));
            self.question = Some((Question::HowMuch(item), vec![no]));
            return;
        };
        if let Some(old) = self.instead().filter(|at| *at < self.dialogue.cart.lines.len()) {
            self.dialogue.cart.lines.remove(old);
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
        if matches!(self.dialogue.pending, Some(Pending::WhichItem(_))) && self.question.is_none() {
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
        self.touched.push(at);
    }

    pub(super) fn leave_unread(&mut self, words: Vec<String>) {
        for word in words {
            if !self.reading.unread.contains(&word) {
                self.reading.unread.push(word);
            }
        }
    }
}
