//! What is said of what is bought, kept with the cart so that its quote is held to it.
//!
//! Here it is only put down. Whether it holds, [`domain::quote::price`] says, of the finished quote.

use domain::cart::CartLine;
use domain::constraint::{Arrival, EXCLUDED_MAX, Excluded};
use domain::id::ItemKey;
use domain::money::Money;

use super::goods::Goods;
use crate::read::{Chosen, Fit, Place, Verb, Want, When, Whence};
use crate::request::Request;
use crate::turn::Note;

impl Goods<'_> {
    /// Puts down what the sentence says of the whole cart. Who only looks has said nothing of what they buy.
    pub(super) fn constrain(&mut self) {
        if self.reading.limits.lifted {
            let constraints = &mut self.dialogue.cart.constraints;
            constraints.total_max = None;
            constraints.price_max.clear();
        }
        self.limit_stated();
        if self.reading.request == Request::Search && !self.answers_offers() {
            return;
        }
        let constraints = &mut self.dialogue.cart.constraints;
        constraints.total_max = self.reading.limits.total_max.or(constraints.total_max);
        if let Some(Place::Known(address)) = &self.reading.place {
            constraints.address = Some(address.clone());
        }
        match self.reading.when {
            Some(When::Soon) => constraints.arrival = None,
            Some(When::At(time)) => constraints.arrival = Some(Arrival::At(time)),
            Some(When::By(time)) => constraints.arrival = Some(Arrival::By(time)),
            Some(When::Day(_)) | None => {}
        }
        self.constrain_shops();
    }

    /// 一共不能超过二十, said by itself: it looks for nothing, and what was put together has to hold it. Of what was
    /// quoted, a sum without 一共 is that of all of it as well.
    fn limit_stated(&mut self) {
        let reading = &self.reading;
        let alone = reading.wants.is_empty() && reading.shops.is_empty() && reading.prefer.is_none();
        let states = matches!(reading.request, Request::Search | Request::Edit);
        if !(states && alone) || reading.tone.looks || reading.tone.asks {
            return;
        }
        let quoted = !self.dialogue.cart.lines.is_empty() && self.dialogue.offers.is_empty();
        let of_quoted = reading.limits.price_max.filter(|_| quoted && reading.limits.price_min.is_none());
        let Some(limit) = reading.limits.total_max.or(of_quoted) else { return };
        self.dialogue.cart.constraints.total_max = Some(limit);
        if quoted {
            self.reading.request = Request::Edit;
        }
    }

    fn constrain_shops(&mut self) {
        let shops = &mut self.dialogue.cart.constraints.shops;
        // Who turns to another shop is not bound to the first one any more.
        if self.reading.whence == Some(Whence::Any) || self.reading.elsewhere.is_some() {
            shops.clear();
        }
        if self.reading.whence == Some(Whence::Only) && !self.reading.shops.is_empty() {
            let named = self.reading.shops.iter().map(|shop| self.lexicon.shop(*shop));
            *shops = named.map(|shop| (shop.id.clone(), shop.name.clone())).collect();
        }
    }

    /// Puts down what the sentence says of single goods, when it is known which they are.
    pub(super) fn constrain_goods(&mut self, wants: &[Want], before: &[CartLine]) {
        let new: Vec<ItemKey> = {
            let changed = self.dialogue.cart.lines.iter().filter(|line| !before.contains(line));
            changed.map(|line| line.item.clone()).collect()
        };
        self.constrain_prices(&new, before);
        self.take_back(wants, &new);
        self.exclude_items();
        self.exclude_values(wants, &new);
        let changed = self.dialogue.cart.lines != before;
        let units = &mut self.dialogue.cart.constraints.units;
        *units = self.reading.limits.units.or(units.filter(|_| !changed));
    }

    /// A price belongs to the goods that it was said of, to those that are still to be chosen from, and to what takes
    /// the place of such goods.
    fn constrain_prices(&mut self, new: &[ItemKey], before: &[CartLine]) {
        let limits = self.reading.limits;
        // A sum that is neither more nor less names goods by their price.
        let said = limits.price_max.filter(|_| limits.price_min != limits.price_max);
        let asked = self.dialogue.choosing().is_some();
        let none_so_cheap = self.notes.iter().any(|note| matches!(note, Note::OverBudget(_) | Note::OverTotal { .. }));
        let open = self.question.iter().flat_map(|(_, items)| items).filter(|_| asked && !none_so_cheap);
        let open: Vec<ItemKey> = open.map(|item| self.lexicon.item(*item).key.clone()).collect();
        let known = self.dialogue.cart.constraints.price_max.clone();
        let limit_of = |item: &ItemKey| known.iter().find(|(of, _)| of == item).map(|(_, limit)| *limit);
        let still_there = |item: &ItemKey| self.dialogue.cart.lines.iter().any(|line| line.item == *item);
        let left = || before.iter().filter(|line| !still_there(&line.item)).find_map(|line| limit_of(&line.item));
        let replaces = !self.reading.tone.drops || self.reading.tone.changes;
        let inherited = left().filter(|_| replaces);
        let mut limits: Vec<(ItemKey, Money)> = Vec::new();
        let lines = self.dialogue.cart.lines.iter().map(|line| &line.item);
        for item in lines.chain(&open).chain(&self.dialogue.offers).chain(&self.dialogue.earlier) {
            let is_new = new.contains(item) || open.contains(item);
            let own = said.filter(|_| is_new).or(limit_of(item)).or(inherited.filter(|_| new.contains(item)));
            if let Some(limit) = own.filter(|_| limits.iter().all(|(of, _)| of != item)) {
                limits.push((item.clone(), limit));
            }
        }
        self.dialogue.cart.constraints.price_max = limits;
    }

    /// Who asks by name for what they did not want before wants it now.
    fn take_back(&mut self, wants: &[Want], new: &[ItemKey]) {
        let wanted = || wants.iter().filter(|want| want.verb != Verb::Drop);
        let lexicon = self.lexicon;
        let named = |item: &ItemKey| {
            let no = lexicon.item_no(item);
            let by = |want: &Want| want.items.iter().any(|one| Some(one.item) == no && Some(one.fit) == want.fit());
            wanted().any(|want| want.fit() >= Some(Fit::Part) && by(want))
        };
        let pointed = self.reading.reference.is_some();
        let chosen = |item: &ItemKey, value: &str| {
            let goods = lexicon.item_no(item).map(|no| lexicon.item(no));
            let is = |one: &Chosen| goods.and_then(|goods| lexicon.value_of(goods, one.value));
            options(wanted()).any(|one| !one.without && is(one).is_some_and(|(_, pair)| *pair.value == *value))
        };
        self.dialogue.cart.constraints.excluded.retain(|excluded| match excluded {
            Excluded::Item(item) => !(new.contains(item) && (pointed || named(item))),
            Excluded::Value(item, value) => !chosen(item, value),
        });
    }

    fn exclude_items(&mut self) {
        let refused = self.reading.not.concat();
        for no in refused {
            self.exclude(Excluded::Item(self.lexicon.item(no).key.clone()));
        }
    }

    /// What a value leaves away, said of what the sentence speaks of; not what could not be done and is said back.
    fn exclude_values(&mut self, wants: &[Want], new: &[ItemKey]) {
        let lines: Vec<ItemKey> = self.dialogue.cart.lines.iter().map(|line| line.item.clone()).collect();
        let focus = self.dialogue.focus.and_then(|at| lines.get(at)).or(lines.first().filter(|_| lines.len() == 1));
        for want in wants {
            let means = |item: &&ItemKey| {
                let no = self.lexicon.item_no(item);
                want.is_free() || want.items.iter().any(|one| Some(one.item) == no)
            };
            let spoken_of: Vec<&ItemKey> =
                if new.is_empty() { focus.iter().copied().collect() } else { new.iter().collect() };
            let mut found = Vec::new();
            for item in spoken_of.into_iter().filter(means) {
                let Some(goods) = self.lexicon.item_no(item).map(|no| self.lexicon.item(no)) else { continue };
                let left_away = options(std::iter::once(want)).filter(|one| one.without && self.is_read(one));
                let values = left_away.filter_map(|one| self.lexicon.value_of(goods, one.value));
                // 再来一杯一样的，不加布丁: the one before has some all the same.
                let values = values.filter(|(_, pair)| !self.has_another_with(item, &pair.group, &pair.value));
                found.extend(values.map(|(_, pair)| Excluded::Value(item.clone(), pair.value.clone())));
            }
            found.into_iter().for_each(|value| self.exclude(value));
        }
    }

    /// Whether a line of an item has a value, and another has not.
    fn has_another_with(&self, item: &ItemKey, group: &str, value: &str) -> bool {
        let lines = self.dialogue.cart.lines.iter().filter(|line| line.item == *item);
        let has = |line: &CartLine| {
            line.options.iter().any(|own| *own.group == *group && own.values.iter().any(|own| **own == *value))
        };
        let (with, without): (Vec<bool>, Vec<bool>) = lines.map(has).partition(|has| *has);
        !with.is_empty() && !without.is_empty()
    }

    fn is_read(&self, chosen: &Chosen) -> bool {
        !self.reading.unread.contains(&chosen.said)
    }

    fn exclude(&mut self, what: Excluded) {
        let excluded = &mut self.dialogue.cart.constraints.excluded;
        if !excluded.contains(&what) && excluded.len() < EXCLUDED_MAX {
            excluded.push(what);
        }
    }
}

/// All options of some goods; those of a part of them are not said of all of it.
fn options<'w>(wants: impl Iterator<Item = &'w Want>) -> impl Iterator<Item = &'w Chosen> {
    wants.flat_map(|want| &want.options)
}
