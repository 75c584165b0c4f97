//! 换一家, "another shop": the goods stay what they are, the shop changes.

use std::sync::Arc;

use domain::cart::CartLine;
use domain::id::ShopId;

use super::choose::Choice;
use super::goods::{Acted, Goods};
use super::options;
use crate::lexicon::names::brackets;
use crate::lexicon::{ItemNo, Meaning, ShopNo};
use crate::read::{Amount, Candidate, Fit, Limits, Reference, Want};
use crate::turn::{Note, Question};

/// Shops turned away from that are remembered at most; who has seen so many wants to look, not to be led.
const LEFT_MAX: usize = 20;

impl Goods<'_> {
    /// 不要茉白家的: what is in the cart from there goes elsewhere, and nothing new comes from there.
    pub(super) fn leave_denied(&mut self) {
        let of = |line: &CartLine| self.lexicon.item_no(&line.item).map(|no| self.lexicon.shop_of(no));
        let not_from = &self.reading.not_from;
        let held = self.dialogue.cart.lines.iter().filter_map(of).find(|shop| not_from.contains(shop));
        if let Some(shop) = held.filter(|_| self.reading.elsewhere.is_none()) {
            self.reading.elsewhere = Some(self.lexicon.shop(shop).name.zh.to_string());
        }
        if self.reading.elsewhere.is_some() && self.reading.shops.is_empty() {
            self.reading.shops.clone_from(&self.reading.not_from);
        }
        for shop in &self.reading.not_from {
            let id = &self.lexicon.shop(*shop).id;
            if !self.dialogue.left.contains(id) && self.dialogue.left.len() < LEFT_MAX {
                self.dialogue.left.push(id.clone());
            }
        }
    }

    /// Whether the sentence wants what is in the cart from a shop other than now: any other, or the one named.
    pub(super) fn changes_shop(&self, named: bool) -> bool {
        let shops = !self.reading.shops.is_empty();
        let to_named = !named && shops && (self.reading.tone.changes || self.has_it_too());
        (self.reading.elsewhere.is_some() || to_named) && !self.dialogue.cart.lines.is_empty()
    }

    /// 来杯可乐, then 炸鸡店那家的，大杯: whether only a shop is named that sells what is in the cart, and all of that is from
    /// others.
    fn has_it_too(&self) -> bool {
        self.only_names_another_shop() && self.missing_there().is_none()
    }

    /// 甜田的, behind a quote of something that is sold there as well: it rather says where from than asks what there is.
    pub(super) fn names_shop_alone(&self) -> bool {
        let reading = &self.reading;
        let alone = reading.wants.is_empty() && reading.unread.is_empty() && reading.asides.is_empty();
        alone && reading.prefer.is_none() && reading.limits == Limits::default() && self.has_it_too()
    }

    /// Whether a shop is named that nothing in the cart is from, and nothing is asked for that it might be said of.
    fn only_names_another_shop(&self) -> bool {
        let tone = self.reading.tone;
        let asks = tone.looks || tone.asks || tone.asks_price || self.reading.prefer.is_some();
        let alters = tone.more || tone.drops || tone.refuses || tone.joins;
        let only_names = self.reading.elsewhere.is_none() && !asks && !alters && self.reading.unread.is_empty();
        let from = |line: &CartLine| {
            let shop = self.lexicon.item_no(&line.item).map(|no| self.lexicon.shop_of(no));
            shop.is_some_and(|shop| self.reading.shops.contains(&shop))
        };
        let lines = &self.dialogue.cart.lines;
        let points = self.reading.reference.is_none_or(|reference| reference == Reference::This);
        let named = !self.reading.shops.is_empty() && points;
        named && only_names && self.dialogue.offers.is_empty() && !lines.is_empty() && !lines.iter().any(from)
    }

    /// What of the cart the shop that is named does not sell.
    fn missing_there(&self) -> Option<ItemNo> {
        let named = |no: ItemNo| self.reading.shops.contains(&self.lexicon.shop_of(no));
        let mut lines = self.dialogue.cart.lines.iter().filter_map(|line| self.lexicon.item_no(&line.item));
        lines.find(|no| !self.same_goods(*no).iter().any(|one| named(one.item)))
    }

    /// 再来一杯甜田那家的: more of what there is, from the shop that is named; whether that is what is said.
    pub(super) fn add_from_shop(&mut self, wants: &[Want], named: bool) -> bool {
        if named || self.reading.shops.is_empty() {
            return false;
        }
        let tone = self.reading.tone;
        let lines = &self.dialogue.cart.lines;
        let own = self.dialogue.focus.and_then(|at| lines.get(at)).or(lines.first().filter(|_| lines.len() == 1));
        let own = own.and_then(|line| self.lexicon.item_no(&line.item));
        let adds = (tone.more || tone.joins) && !tone.asks && !tone.looks && !tone.drops && !tone.changes;
        let Some(own) = own.filter(|_| adds && self.dialogue.offers.is_empty()) else { return false };
        let there = |no: ItemNo| self.reading.shops.contains(&self.lexicon.shop_of(no));
        if there(own) || wants.len() > 1 {
            return false;
        }
        let items: Vec<Candidate> = self.same_goods(own).into_iter().filter(|one| there(one.item)).collect();
        if items.is_empty() {
            return false;
        }
        let said = self.lexicon.item(own).name.get(self.reading.language).to_string();
        let free = wants.first().cloned().unwrap_or_default();
        self.have_new(&Want { items, said, ..free }, &[]);
        true
    }

    /// Says what the shop does not have that is named by itself.
    pub(super) fn note_not_there(&mut self, named: bool) {
        let missing = if !named && self.only_names_another_shop() { self.missing_there() } else { None };
        if let Some(no) = missing {
            let name = self.lexicon.item(no).name.get(self.reading.language).to_string();
            self.notes.push(Note::NotAtShop(name));
        }
    }

    /// 一杯拿铁，换一家 before anything is chosen: there is no shop to change, and that is said.
    pub(super) fn leave_elsewhere(&mut self, wants: &[Want]) {
        let named = wants.iter().any(|want| !want.is_free());
        let chosen = wants.iter().any(|want| self.line_of(want).is_some());
        let nothing = self.dialogue.cart.lines.is_empty() && self.dialogue.offers.is_empty();
        if (named && !chosen) || nothing {
            let said = self.reading.elsewhere.take();
            self.leave_unread(said.into_iter().collect());
        }
    }

    /// The line that an item takes the place of when it is picked: the same goods from another shop.
    pub(super) fn counterpart(&self, item: ItemNo) -> Option<usize> {
        let goods = self.lexicon.item(item);
        let name = brackets(&goods.name.zh).0;
        let same = |line: &CartLine| {
            let own = self.lexicon.item_no(&line.item).map(|no| brackets(&self.lexicon.item(no).name.zh).0);
            line.item.shop != goods.key.shop && own.as_ref() == Some(&name)
        };
        self.dialogue.cart.lines.iter().position(same)
    }

    /// Buys what is meant from other shops; what else is said of it is done first.
    pub(super) fn change_shop(&mut self, wants: &[Want]) {
        let (known, new): (Vec<&Want>, Vec<&Want>) =
            wants.iter().filter(|want| !want.is_free()).partition(|want| self.line_of(want).is_some());
        // What the goods do not come with here, they may come with there.
        let (here, there): (Vec<&Want>, Vec<&Want>) =
            wants.iter().filter(|want| want.is_free()).partition(|want| self.is_had_with(want));
        here.into_iter().for_each(|want| self.edit_free(want));
        for want in &known {
            if let Some(at) = self.line_of(want).filter(|_| want.amount.is_some() || !want.options.is_empty()) {
                self.edit_line(at, want);
            }
        }
        let lines = if known.is_empty() && new.is_empty() {
            self.lines_of_one_shop()
        } else {
            Some(known.iter().filter_map(|want| self.line_of(want)).collect())
        };
        let Some(lines) = lines else {
            self.question = self.question.take().or(Some((Question::WhichLine, Vec::new())));
            return;
        };
        self.move_lines(&lines);
        there.into_iter().for_each(|want| self.edit_free(want));
        new.into_iter().for_each(|want| self.have(want, &[]));
    }

    /// Whether something in the cart has all options that a want names.
    fn is_had_with(&self, want: &Want) -> bool {
        let mut items = self.dialogue.cart.lines.iter().filter_map(|line| self.lexicon.item_no(&line.item));
        items.any(|item| {
            let item = self.lexicon.item(item);
            want.options.iter().all(|chosen| self.lexicon.value_of(item, chosen.value).is_some())
        })
    }

    /// 来瓶可乐, then 超市那个，两瓶: a kind of shop that points at the goods in the cart is from where they are to come.
    pub(super) fn point_by_shop(&mut self, wants: &mut [Want]) {
        let [want] = wants else { return };
        let points = self.reading.reference == Some(Reference::This) && self.dialogue.offers.is_empty();
        let kind = want.fit() == Some(Fit::Kind) && want.options.is_empty();
        let lines = &self.dialogue.cart.lines;
        let at = self.dialogue.focus.or((lines.len() == 1).then_some(0));
        let Some(own) = at.and_then(|at| self.lexicon.item_no(&lines.get(at)?.item)).filter(|_| points && kind) else {
            return;
        };
        let shops: Vec<ShopNo> = want.items.iter().map(|one| self.lexicon.shop_of(one.item)).collect();
        let is_kind = |shop: &&ShopNo| {
            let name = brackets(&self.lexicon.shop(**shop).name.zh).0;
            name.trim().ends_with(&*want.said)
        };
        let of_kind: Vec<ShopNo> = shops.iter().filter(is_kind).copied().collect();
        let there = |no: ItemNo| of_kind.contains(&self.lexicon.shop_of(no));
        if there(own) || self.same_goods(own).iter().any(|one| there(one.item)) {
            self.reading.tone.changes |= !there(own);
            self.reading.shops = of_kind;
            *want = Want { items: Vec::new(), said: String::new(), ..want.clone() };
        }
    }

    /// What is meant when nothing is named: all of the cart if it comes from one shop; if from several, what comes
    /// from the shop of the line spoken of last.
    fn lines_of_one_shop(&self) -> Option<Vec<usize>> {
        let lines = &self.dialogue.cart.lines;
        let shop = |at: usize| lines.get(at).map(|line| &line.item.shop);
        let one = (0..lines.len()).all(|at| shop(at) == shop(0));
        let of = if one { Some(0) } else { self.dialogue.focus }?;
        Some((0..lines.len()).filter(|at| shop(*at) == shop(of)).collect())
    }

    fn move_lines(&mut self, lines: &[usize]) {
        let away = self.turn_away(lines);
        let old = self.dialogue.cart.lines.clone();
        let moving = |at: &usize| lines.contains(at);
        let stays = (0..old.len()).filter(|at| !moving(at)).map(|at| old[at].clone()).collect();
        self.dialogue.cart.lines = stays;
        let mut wants: Vec<(usize, Want)> =
            lines.iter().filter_map(|at| Some((*at, self.want_elsewhere(old.get(*at)?, &away)?))).collect();
        let shared = self.shared_shops(&wants.iter().map(|(_, want)| want.clone()).collect::<Vec<_>>());
        let mut new = old;
        for (at, want) in &mut wants {
            if let Some(line) = self.moved(*at, &new[*at], want, &shared) {
                new[*at] = line;
                self.acted_on.push(Acted::Line(*at));
            }
        }
        self.dialogue.cart.lines = new;
    }

    /// The shops that are not wanted any more: those of the lines, and those once turned away from, unless one of
    /// these is named now.
    fn turn_away(&mut self, lines: &[usize]) -> Vec<ShopNo> {
        let keys: Vec<ShopId> = lines
            .iter()
            .filter_map(|at| self.dialogue.cart.lines.get(*at))
            .map(|line| line.item.shop.clone())
            .collect();
        for shop in keys {
            if !self.dialogue.left.contains(&shop) && self.dialogue.left.len() < LEFT_MAX {
                self.dialogue.left.push(shop);
            }
        }
        let left: Vec<ShopNo> = self.dialogue.left.iter().filter_map(|id| self.lexicon.shop_no(id)).collect();
        if self.reading.elsewhere.is_some() {
            // 不要茉白的，换一家: the shop named is the one not wanted.
            self.reading.shops.retain(|shop| !left.contains(shop));
        }
        left.into_iter().filter(|shop| !self.reading.shops.contains(shop)).collect()
    }

    /// What a line asks for, as it can be had in other shops; `None` if nowhere, which is said.
    fn want_elsewhere(&mut self, line: &CartLine, away: &[ShopNo]) -> Option<Want> {
        let no = self.lexicon.item_no(&line.item)?;
        let mut items = self.same_goods(no);
        let now = self.lexicon.shop_of(no);
        let open = |one: &Candidate| {
            let shop = self.lexicon.shop_of(one.item);
            shop != now && (self.reading.shops.is_empty() || self.reading.shops.contains(&shop))
        };
        items.retain(open);
        // Who has turned away from every shop that has it gets the first one again rather than none.
        let fresh = |one: &Candidate| !away.contains(&self.lexicon.shop_of(one.item));
        if items.iter().any(fresh) {
            items.retain(fresh);
        }
        if items.is_empty() {
            self.notes.push(Note::NoOtherShop(Arc::clone(self.lexicon.item(no))));
            return None;
        }
        let values = line.options.iter().flat_map(|choice| &choice.values);
        Some(Want {
            said: self.lexicon.item(no).name.get(self.reading.language).to_string(),
            // Goods that are only called alike are not the same: the buyer is asked.
            doubt: items.iter().all(|one| one.fit < Fit::Name),
            items,
            amount: Some(Amount::count(line.quantity)),
            options: values.filter_map(|value| self.chosen_again(value)).collect(),
            ..Want::default()
        })
    }

    /// What other shops sell under the name of an item, or under a name that contains it.
    pub(super) fn same_goods(&self, no: ItemNo) -> Vec<Candidate> {
        let name = &self.lexicon.item(no).name;
        let mut items: Vec<Candidate> = Vec::new();
        for name in [&name.zh, &name.en] {
            for meaning in self.lexicon.exact(brackets(name).0.trim()) {
                let (list, fit) = match meaning {
                    Meaning::Name(list) => (list, Fit::Name),
                    Meaning::Part(list) => (list, Fit::Part),
                    _ => continue,
                };
                let of = self.lexicon.items_in(*list).iter();
                items.extend(of.map(|item| Candidate { item: *item, fit, cover: 100 }));
            }
        }
        items.sort_by_key(|one| (one.item, std::cmp::Reverse(one.fit)));
        items.dedup_by_key(|one| one.item);
        items.retain(|one| one.item != no);
        items.sort_by_key(|one| std::cmp::Reverse(one.fit));
        items
    }

    /// The line as another shop has it; `None` if the buyer has to say which, or if no other shop has it now.
    fn moved(&mut self, at: usize, line: &CartLine, want: &Want, shared: &[ShopNo]) -> Option<CartLine> {
        let mut chooser = self.chooser();
        chooser.home.extend(shared);
        let choice = chooser.choose(want);
        let old = self.lexicon.item_no(&line.item).map(|no| Arc::clone(self.lexicon.item(no)));
        match choice {
            Choice::One(item, _) if chooser.is_far(item) => self.ask_instead(at, want, vec![item]),
            Choice::One(item, note) => {
                let (goods, shop) = (self.lexicon.item(item), self.lexicon.shop(self.lexicon.shop_of(item)));
                self.notes.push(note.unwrap_or_else(|| Note::Moved(Arc::clone(goods), Arc::clone(shop))));
                Some(self.line_at(item, line))
            }
            Choice::Which(items, note) => {
                self.notes.extend(note);
                self.ask_instead(at, want, items)
            }
            Choice::Instead(_, why) => {
                self.notes.push(why);
                self.notes.extend(old.map(Note::NoOtherShop));
                None
            }
        }
    }

    /// Asks which of some items shall take the place of a line, which stays until that is answered.
    fn ask_instead(&mut self, at: usize, want: &Want, items: Vec<ItemNo>) -> Option<CartLine> {
        self.replaces = Some(at);
        self.ask_which(want, items);
        self.replaces = None;
        None
    }

    /// As many of an item as of a line, with as many of its options as the item has.
    fn line_at(&mut self, item: ItemNo, line: &CartLine) -> CartLine {
        let goods = Arc::clone(self.lexicon.item(item));
        let mut choices: Vec<domain::cart::Choice> = Vec::new();
        for (choice, value) in line.options.iter().flat_map(|choice| choice.values.iter().map(move |v| (choice, v))) {
            let group = goods.options.iter().find(|group| group.name.zh == choice.group);
            let own = group.filter(|group| group.values.iter().any(|own| own.name.zh == *value));
            match (own, self.chosen_again(value)) {
                (Some(group), _) => options::take(group, value, &mut choices),
                (None, Some(chosen))
                    if options::apply(self.lexicon, &goods, std::slice::from_ref(&chosen), &mut choices).is_empty() => {
                }
                (None, _) => self.notes.push(Note::OptionLost(value.to_string())),
            }
        }
        choices.sort();
        CartLine { item: goods.key.clone(), quantity: line.quantity, options: choices }
    }

    /// What was shown, from other shops than those it was shown of; what is in the cart, if nothing was shown.
    pub(super) fn shown_elsewhere(&mut self) -> Vec<ItemNo> {
        let lines = self.dialogue.cart.lines.iter().map(|line| &line.item);
        let keys: Vec<_> =
            if self.dialogue.offers.is_empty() { lines.collect() } else { self.dialogue.offers.iter().collect() };
        let goods: Vec<ItemNo> = keys.into_iter().filter_map(|key| self.lexicon.item_no(key)).collect();
        let shops: Vec<ShopNo> = goods.iter().map(|no| self.lexicon.shop_of(*no)).collect();
        let mut items: Vec<ItemNo> = Vec::new();
        for one in goods.iter().flat_map(|no| self.same_goods(*no)) {
            if !shops.contains(&self.lexicon.shop_of(one.item)) && !items.contains(&one.item) {
                items.push(one.item);
            }
        }
        if items.is_empty() {
            let none = goods.first().map(|no| Note::NoOtherShop(Arc::clone(self.lexicon.item(*no))));
            self.notes.extend(none);
        }
        let chooser = self.chooser();
        chooser.within_reach(chooser.shown_first(&items, &Want::default()))
    }
}
