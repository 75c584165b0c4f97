//! The end of a turn: whether too little was understood, what has to be asked first, and else the quote.

use domain::cart::CartLine;

use super::goods::Goods;
use super::{Dialogue, Pending};
use crate::lexicon::ItemNo;
use crate::read::{Limits, Reference};
use crate::request::Request;
use crate::turn::{Note, Question, Step, Turn};

/// Unread spans beyond which too little of a sentence was understood to quote by it.
const UNREAD_SPANS_MAX: usize = 5;
/// Characters of unread words that may be a part of an option at least.
const UNREAD_CHARS_MIN: usize = 2;

impl Goods<'_> {
    pub(super) fn finish(mut self, before: Vec<CartLine>) -> Turn {
        let changed = before != self.dialogue.cart.lines;
        self.refocus();
        // What is corrected to something unread must not stand as it was.
        let partly = self.reading.unread.len() > UNREAD_SPANS_MAX
            || self.reading.tone.corrects && !self.reading.unread.is_empty()
            || self.reading.doubtful
            || self.turns_round()
            || self.leaves_value_unread()
            || self.leaves_operator();
        if (changed || self.reading.doubtful) && self.question.is_none() && partly {
            let lines = self.dialogue.cart.lines.iter().filter_map(|line| self.lexicon.item_no(&line.item));
            self.question = Some((Question::OnlyPartly, lines.collect()));
        }
        if self.question.is_none() && !self.dialogue.cart.lines.is_empty() && self.leaves_operator() {
            self.question = Some((Question::WhichLine, Vec::new()));
        }
        if !changed {
            self.ask_into_what();
        }
        let asked = self.dialogue.choosing().is_some();
        if !asked && (changed || !self.acted_on.is_empty()) {
            self.ask_next();
        }
        if let Some((question, items)) = self.question.take() {
            return self.ask(question, items);
        }
        if self.leaves_question() {
            let items = self.dialogue.offers.iter().filter_map(|key| self.lexicon.item_no(key)).collect();
            return self.turn(Step::Ask(Question::WhichItem), items);
        }
        let cart = self.dialogue.cart.clone();
        if cart.lines.is_empty() {
            return self.nothing(changed);
        }
        let said = changed || !self.acted_on.is_empty() || self.reading.when.is_some() || cart.address.is_some();
        let lost = !self.reading.unread.is_empty() && !changed && self.acted_on.is_empty();
        if lost && self.reading.request == Request::Order {
            let found = self.found();
            return self.show(found);
        }
        self.dialogue.pending = None;
        self.dialogue.offers_done();
        self.dialogue.quoted();
        if !said && self.scene.quote_waiting && self.reading.request == Request::Order {
            return self.turn(Step::Ask(Question::AgreeAgain), Vec::new());
        }
        self.quote(&before)
    }

    /// 那改吧, 换个别的: into what is not said.
    fn ask_into_what(&mut self) {
        let reading = &self.reading;
        let limits = reading.limits != Limits::default() || reading.whence.is_some();
        let bare = reading.tone.changes && self.acted_on.is_empty() && self.notes.is_empty() && !limits;
        let other = reading.reference == Some(Reference::Other);
        let open = reading.when.is_none() && !self.placed && !self.dialogue.cart.lines.is_empty();
        if (bare || other) && open && self.question.is_none() {
            self.question = Some((Question::WhatToBuy, Vec::new()));
        }
    }

    /// 反过来, "the other way round": what that means for each of them is not known.
    fn turns_round(&self) -> bool {
        let turns = |text: &String| ["反", "颠倒", "way round", "way around"].iter().any(|words| text.contains(words));
        self.reading.unread.iter().any(turns)
    }

    /// What is in the cart while something else is asked, so that nobody takes it for lost.
    fn note_so_far(&mut self) {
        let lines = self.dialogue.cart.lines.iter();
        let named = lines.filter_map(|line| {
            let item = self.lexicon.item(self.lexicon.item_no(&line.item)?);
            let names = line.options.iter().flat_map(|choice| {
                let group = item.options.iter().find(move |group| group.name.zh == choice.group);
                let values = group.into_iter().flat_map(|group| &group.values);
                values.filter(|value| choice.values.contains(&value.name.zh)).map(|value| value.name.clone())
            });
            Some((std::sync::Arc::clone(item), names.collect(), line.quantity))
        });
        let so_far: Vec<_> = named.collect();
        if !so_far.is_empty() {
            self.notes.push(Note::SoFar(so_far));
        }
    }

    fn ask(&mut self, question: Question, items: Vec<ItemNo>) -> Turn {
        let left_out = self.notes.iter().any(|note| matches!(note, Note::LeftOut(..)));
        let step = match question {
            // Something like that there is, but it was left out.
            Question::WhichItem if items.is_empty() && left_out => {
                self.dialogue.pending = Some(Pending::WhatToBuy);
                Step::Ask(Question::WhatToBuy)
            }
            Question::WhichItem if items.is_empty() => Step::NothingLikeThat,
            question => {
                // Until it is answered, a yes is no agreement to the quote that may still wait.
                let place = matches!(question, Question::WhereTo(_));
                self.dialogue.pending.get_or_insert(if place { Pending::Place } else { Pending::Answer });
                Step::Ask(question)
            }
        };
        if matches!(step, Step::Ask(Question::WhichItem | Question::HowMuch(_))) {
            self.note_so_far();
        }
        // What is in the cart already is shown, but is nothing to choose from.
        let partly = step == Step::Ask(Question::OnlyPartly);
        let turn = self.turn(step, items);
        if partly {
            self.dialogue.offers.clear();
        }
        turn
    }

    /// Whether something unread is part of what an option of the goods could be, and is not: 16 Pro, where it was taken to
    /// be iPhone 16.
    fn leaves_value_unread(&self) -> bool {
        self.lines_acted_on().filter_map(|at| self.dialogue.cart.lines.get(at)).any(|line| {
            let item = self.lexicon.item_no(&line.item).map(|no| self.lexicon.item(no));
            let chosen = |zh: &str| line.options.iter().any(|choice| choice.values.iter().any(|own| **own == *zh));
            let values = item.into_iter().flat_map(|item| &item.options).flat_map(|group| &group.values);
            let others: Vec<_> = values.filter(|value| !chosen(&value.name.zh)).collect();
            self.reading.unread.iter().filter(|text| text.chars().count() >= UNREAD_CHARS_MIN).any(|text| {
                let text = text.to_lowercase();
                others.iter().any(|value| value.name.zh.contains(&text) || value.name.en.to_lowercase().contains(&text))
            })
        })
    }

    /// The line spoken of last is the one that was acted on, if it was one.
    pub(super) fn refocus(&mut self) {
        let lines = self.dialogue.cart.lines.len();
        let mut acted_on: Vec<usize> = self.lines_acted_on().filter(|at| *at < lines).collect();
        acted_on.dedup();
        match acted_on.as_slice() {
            [] => self.dialogue.focus = self.dialogue.focus.filter(|focus| *focus < lines),
            [one] => self.dialogue.focus = Some(*one),
            _ => self.dialogue.focus = None,
        }
    }

    pub(super) fn nothing(mut self, dropped: bool) -> Turn {
        if dropped {
            let keep = Dialogue { language: self.dialogue.language, ..Dialogue::default() };
            *self.dialogue = keep;
            return self.turn(Step::Discard, Vec::new());
        }
        let unread = self.reading.unread.clone();
        let found = self.found();
        if !found.is_empty() {
            return self.show(found);
        }
        if self.reading.limits.price_max.is_some() && self.dialogue.cart.address.is_none() && unread.is_empty() {
            return self.search();
        }
        let free = self.reading.request == Request::Edit;
        let step = match () {
            () if self.reading.request == Request::Order && !unread.is_empty() => Step::NothingLikeThat,
            () if self.dialogue.cart.address.is_some() && free => Step::Ask(Question::WhatToBuy),
            () if free => Step::Ask(Question::NothingToEdit),
            () => Step::Ask(Question::WhatToBuy),
        };
        if step == Step::Ask(Question::WhatToBuy) {
            self.dialogue.pending = Some(Pending::WhatToBuy);
        }
        self.turn(step, Vec::new())
    }
}
