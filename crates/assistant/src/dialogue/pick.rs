//! Sentences that name nothing: they point at what was shown, or at what is in the cart.

use super::goods::{Acted, Goods};
use super::told::TAKEN_MAX;
use super::{WantKept, options};
use crate::lexicon::ItemNo;
use crate::read::{Amount, Candidate, Counted, Fit, Operator, Prefer, Reference, Want};
use crate::turn::Question;
use std::sync::Arc;

impl Goods<'_> {
    /// A sentence that names no goods: it points at what was shown, or at what is in the cart.
    pub(super) fn unnamed(&mut self, free: Option<&Want>) {
        let empty = Want::default();
        let want = free.unwrap_or(&empty);
        let points = self.reading.reference.is_some() || self.reading.prefer.is_some() || !self.reading.not.is_empty();
        let open = !self.dialogue.offers.is_empty()
            && (self.dialogue.cart.lines.is_empty()
                || self.dialogue.pending.is_some()
                || self.reading.reference != Some(Reference::This));
        let nth = matches!(self.reading.reference, Some(Reference::Nth(_) | Reference::Last));
        if self.reading.tone.drops && nth {
            return self.drop_nth(want);
        }
        if self.spares_nth() {
            return self.pick_others(want);
        }
        if let Some(item) = self.best_of_shop() {
            return self.picked(item, want);
        }
        if self.points_earlier() {
            return self.pick_earlier(want);
        }
        if open && self.dialogue.cart.lines.is_empty() && self.question.is_none() && self.takes_all_shown(want) {
            return;
        }
        if open && (points || self.dialogue.cart.lines.is_empty()) && self.question.is_none() {
            return self.pick(want);
        }
        if self.question.is_none() && open && free.is_some_and(|want| self.is_of_shown(want)) {
            return self.pick(want);
        }
        if self.question.is_some() {
            return;
        }
        let drops = self.reading.tone.drops || self.reading.tone.cancels;
        if drops && self.drop_told(want) || self.same_again(want) {
            return;
        }
        if self.reading.tone.drops && want.counted != Counted::Fewer {
            // "Drop the sauce", where nobody knows any: that may be no line at all.
            if !self.reading.unread.is_empty() {
                self.question = Some((Question::WhichLine, Vec::new()));
                return;
            }
            return self.drop_focus();
        }
        match free {
            Some(want) if self.asks_what_choice_costs(want) => {}
            Some(want) => self.edit_free(want),
            None if self.reading.tone.more && !self.dialogue.cart.lines.is_empty() => self.edit_free(want),
            None => {}
        }
    }

    /// 牛角包多少钱, and then 来三个: so many of what was shown last, and no more of what is in the cart.
    fn is_of_shown(&self, want: &Want) -> bool {
        let tone = self.reading.tone;
        let alters = tone.changes || tone.more || tone.fewer || tone.drops || tone.asks || tone.corrects || tone.enough;
        let says = want.amount.is_some() || !want.options.is_empty();
        let asks = want.asked || tone.takes;
        let has = |item: &ItemNo| {
            let item = self.lexicon.item(*item);
            want.options.iter().all(|chosen| self.lexicon.value_of(item, chosen.value).is_some())
        };
        says && asks && !alters && want.counted == Counted::InAll && self.shown().iter().any(has)
    }

    /// 有感冒灵吗, and then 拿一盒，再加一盒板蓝根: so many of the one thing that was shown, beside what is named.
    pub(super) fn take_offered(&mut self, wants: &mut Vec<Want>) {
        let beside = wants.iter().any(|want| !want.is_free()) && self.dialogue.cart.lines.is_empty();
        let [item] = self.shown()[..] else { return };
        let counts = |want: &Want| want.is_free() && want.amount.is_some();
        let named = wants.iter().any(|want| want.items.iter().any(|one| one.item == item));
        if let Some(at) = wants.iter().position(counts).filter(|_| beside && !named) {
            let want = wants.remove(at);
            self.picked(item, &want);
        }
    }

    /// 绿灯咖啡最便宜的那款来一杯: where nothing was shown yet, the cheapest of all that a shop sells.
    fn best_of_shop(&self) -> Option<ItemNo> {
        let first = self.dialogue.offers.is_empty() && self.dialogue.cart.lines.is_empty();
        let says =
            self.reading.prefer.is_some_and(|prefer| prefer != Prefer::Nearest) && !self.reading.shops.is_empty();
        if !first || !says || !self.reading.unread.is_empty() {
            return None;
        }
        super::browse::browse(&self.chooser(), &self.reading).first().copied()
    }

    /// 哪个便宜, "which of the two is nearer?": what was shown, in that order.
    pub(super) fn compared(&self) -> Option<Vec<ItemNo>> {
        let prefer = self.reading.prefer.filter(|_| self.dialogue.cart.lines.is_empty())?;
        let mut shown = self.shown();
        let chooser = self.chooser();
        let price = |item: &ItemNo| self.lexicon.item(*item).price.fen();
        match prefer {
            Prefer::Cheapest => shown.sort_by_key(price),
            Prefer::Dearest => shown.sort_by_key(|item| std::cmp::Reverse(price(item))),
            Prefer::Nearest => shown.sort_by_key(|item| chooser.offer(*item).metres),
        }
        (shown.len() > 1).then_some(shown)
    }

    /// 第二个和第三个各一份: those of what was shown, or the question which.
    fn pick_several(&mut self, want: &Want) {
        let shown = self.shown();
        let nth = |n: &u32| usize::try_from(*n).ok().and_then(|n| n.checked_sub(1)).and_then(|n| shown.get(n).copied());
        let items: Option<Vec<ItemNo>> = self.reading.several.iter().map(nth).collect();
        let Some(items) = items else {
            self.question = Some((Question::NoSuchOffer, shown));
            return;
        };
        let want = self.with_kept(want);
        if self.reading.prefer.is_some() || self.reading.tone.asks || !self.reading.unread.is_empty() {
            return self.ask_which(&want, items);
        }
        // 来碗面, and then 1和2: one of each.
        let said = want.amount.and_then(Amount::whole);
        let one = want.amount.is_none() || said == Some(1);
        let every = self.reading.operators.contains(&Operator::Each) || self.reading.tone.all || one;
        let so_many = said.and_then(|all| usize::try_from(all).ok()) == Some(items.len());
        let able = items.iter().all(|item| self.chooser().available(*item));
        if !able || !(every || so_many) || !want.parts.is_empty() || self.instead().is_some() {
            return self.ask_which(&want, shown);
        }
        let amount = want.amount.filter(|_| every);
        self.did(Operator::Each);
        self.dialogue.pending = None;
        items.into_iter().for_each(|item| self.put(item, &Want { amount, ..want.clone() }));
        self.dialogue.offers_done();
    }

    /// 除了第二个，都要, of what was shown.
    fn spares_nth(&self) -> bool {
        let nth = matches!(self.reading.reference, Some(Reference::Nth(_) | Reference::Last));
        nth && self.reading.tone.spares && self.dialogue.offers.len() > 1
    }

    /// All that was shown but what is counted, or the question which, where that is more than one takes at once.
    fn pick_others(&mut self, want: &Want) {
        let shown = self.shown();
        let count = u32::try_from(shown.len()).unwrap_or(u32::MAX);
        let spared = match (&self.reading.several[..], self.reading.reference) {
            ([], Some(Reference::Nth(nth))) => vec![nth],
            ([], _) => vec![count],
            (several, _) => several.to_vec(),
        };
        let others: Vec<u32> = (1..=count).filter(|nth| !spared.contains(nth)).collect();
        if others.is_empty() || others.len() > TAKEN_MAX {
            let left = others.iter().filter_map(|nth| shown.get(usize::try_from(*nth).ok()?.checked_sub(1)?));
            return self.ask_which(want, left.copied().collect());
        }
        self.reading.several = others;
        self.reading.reference = None;
        self.pick_several(want);
    }

    /// Picks one of what was shown.
    pub(super) fn pick(&mut self, want: &Want) {
        if !self.reading.several.is_empty() {
            return self.pick_several(want);
        }
        let (mut shown, want) = self.narrowed_by_options(self.shown(), want);
        let want = &want;
        let others = super::point::called_so(self.lexicon, &self.reading.unread, &shown);
        if self.reading.reference == Some(Reference::This) && !others.is_empty() {
            return self.ask_which(want, others);
        }
        if let Some(rest) = self.left_of_refused(&shown, want) {
            return self.ask_which(&Want::default(), rest);
        }
        let refused = self.reading.not.concat();
        shown.retain(|item| !refused.contains(item));
        // "The one from Mobai, half sugar"
        let from = |item: &ItemNo| self.reading.shops.contains(&self.lexicon.shop_of(*item));
        if shown.iter().any(from) {
            shown.retain(from);
        }
        let chooser = self.chooser();
        if shown.iter().any(|item| chooser.available(*item)) && self.reading.prefer.is_some() {
            shown.retain(|item| chooser.available(*item));
        }
        let able = |item: &ItemNo| {
            let item = self.lexicon.item(*item);
            want.options.iter().all(|chosen| self.lexicon.value_of(item, chosen.value).is_some())
        };
        if self.reading.prefer.is_some() && shown.iter().any(able) {
            shown.retain(able);
        }
        match self.reading.prefer {
            Some(Prefer::Cheapest) => shown.sort_by_key(|item| self.lexicon.item(*item).price.fen()),
            Some(Prefer::Dearest) => shown.sort_by_key(|item| std::cmp::Reverse(self.lexicon.item(*item).price.fen())),
            Some(Prefer::Nearest) => shown.sort_by_key(|item| chooser.offer(*item).metres),
            None => {}
        }
        let one = match (self.reading.reference, self.reading.prefer) {
            (Some(Reference::Nth(n)), _) => {
                usize::try_from(n).ok().and_then(|n| n.checked_sub(1)).and_then(|n| shown.get(n))
            }
            (Some(Reference::Last), _) => shown.last(),
            (_, Some(_)) => shown.first(),
            _ if shown.len() == 1 => shown.first(),
            // 最贵的汤是哪个, and then 来一罐: that one.
            (None | Some(Reference::This), None) if self.asks_for_it(want, &shown) => shown.first(),
            _ => None,
        };
        let nth = matches!(self.reading.reference, Some(Reference::Nth(_)));
        match one.copied() {
            Some(item) => self.picked(item, want),
            None if nth => self.question = Some((Question::NoSuchOffer, shown)),
            None => self.by_options(shown, want),
        }
    }

    /// Whether so many are wanted of what was asked about, where all of what was shown may be meant.
    fn asks_for_it(&self, want: &Want, shown: &[ItemNo]) -> bool {
        let tone = self.reading.tone;
        let whole = self.dialogue.best_first && shown.len() == self.dialogue.offers.len();
        whole && want.amount.is_some() && self.reading.several.is_empty() && !tone.refuses && !tone.asks && !tone.looks
    }

    /// 不要半只: of what was shown, all but what comes in the amount that is refused.
    fn left_of_refused(&self, shown: &[ItemNo], want: &Want) -> Option<Vec<ItemNo>> {
        let refuses = self.reading.tone.refuses && self.reading.not.is_empty() && self.reading.reference.is_none();
        let amount = want.amount.filter(|_| refuses && want.options.is_empty() && shown.len() > 1)?;
        let goods: Vec<_> = shown.iter().map(|item| Arc::clone(self.lexicon.item(*item))).collect();
        let hit = options::variants(self.lexicon, &goods, Some(amount));
        let rest: Vec<ItemNo> = (0..shown.len()).filter(|at| !hit.contains(at)).map(|at| shown[at]).collect();
        (!rest.is_empty()).then_some(rest)
    }

    /// 甜的我不要，要另一种: of what was shown, what is called so or is not, where the word is an option of none of it.
    fn narrowed_by_options(&self, mut shown: Vec<ItemNo>, want: &Want) -> (Vec<ItemNo>, Want) {
        let mut want = want.clone();
        want.options.retain(|chosen| {
            let has = |item: &ItemNo| self.lexicon.value_of(self.lexicon.item(*item), chosen.value).is_some();
            let said = super::point::without_denial(&chosen.said);
            if shown.iter().any(has) || !super::point::tells(self.lexicon, &shown, said) {
                return true;
            }
            shown.retain(|item| super::point::is_named(self.lexicon, *item, said) != chosen.without);
            false
        });
        (shown, want)
    }

    pub(super) fn picked(&mut self, item: ItemNo, want: &Want) {
        let want = Want { items: vec![Candidate { item, fit: Fit::Name, cover: 100 }], ..self.with_kept(want) };
        self.did(Operator::Among);
        let chooser = self.chooser();
        if !chooser.available(item) {
            return self.have_new(&want, &[]);
        }
        let one = || (self.dialogue.cart.lines.len() == 1).then_some(0);
        let changed = || self.dialogue.focus.or_else(one).filter(|_| self.reading.tone.changes);
        let other = || self.counterpart(item).or_else(changed).filter(|_| !self.reading.tone.more);
        let instead = self.instead().or_else(other);
        let want = self.with_quantity_of(instead, want);
        self.await_choice(WantKept { instead, ..WantKept::default() });
        self.put(item, &want);
    }

    /// What takes the place of a line is as many as that.
    fn with_quantity_of(&self, instead: Option<usize>, mut want: Want) -> Want {
        let line = instead.and_then(|at| self.dialogue.cart.lines.get(at));
        want.amount = want.amount.or(line.map(|line| Amount::count(line.quantity)));
        want
    }

    /// 第二个不要了: what is in the cart goes; of what was only shown, the rest stays to choose from.
    fn drop_nth(&mut self, want: &Want) {
        if !self.reading.several.is_empty() {
            self.question = Some((Question::WhichLine, Vec::new()));
            return;
        }
        let shown = self.shown();
        let count = if shown.is_empty() { self.dialogue.cart.lines.len() } else { shown.len() };
        let nth = match self.reading.reference {
            Some(Reference::Nth(n)) => usize::try_from(n).ok().and_then(|n| n.checked_sub(1)),
            _ => count.checked_sub(1),
        };
        match nth.filter(|nth| *nth < count) {
            None => self.question = Some((Question::WhichLine, Vec::new())),
            Some(nth) if shown.is_empty() => {
                self.did(Operator::Less);
                self.take_line(nth);
                self.dialogue.focus = None;
                self.acted_on.push(Acted::Other);
            }
            Some(nth) => {
                let rest = shown.iter().enumerate().filter(|(at, _)| *at != nth).map(|(_, item)| *item).collect();
                self.ask_which(want, rest);
            }
        }
    }

    /// "The iced one": of what was shown, the one that has the options said.
    pub(super) fn by_options(&mut self, shown: Vec<ItemNo>, want: &Want) {
        let has = |item: &&ItemNo| {
            want.options.iter().all(|chosen| self.lexicon.value_of(self.lexicon.item(**item), chosen.value).is_some())
        };
        let mut able: Vec<ItemNo> = shown.iter().filter(has).copied().collect();
        if want.amount.is_some() {
            let goods: Vec<_> = able.iter().map(|item| Arc::clone(self.lexicon.item(*item))).collect();
            able = options::variants(self.lexicon, &goods, want.amount).into_iter().map(|at| able[at]).collect();
        }
        match able.as_slice() {
            [item] if able.len() < shown.len() => self.picked(*item, want),
            _ => {
                let want = self.with_kept(want);
                self.ask_which(&want, shown);
            }
        }
    }
}
