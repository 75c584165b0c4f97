//! Looking for goods: what there is of a kind, what costs less, what words find that the vocabulary does not know.

use std::sync::Arc;

use catalog::Search;
use domain::money::Money;

use super::WantKept;
use super::choose::options_fen;
use super::goods::Goods;
use crate::OFFERS_MAX;
use crate::lexicon::ItemNo;
use crate::read::{Chosen, Prefer, Want};
use crate::turn::{Note, Question, Step, Turn};

/// Characters of unread words that are looked for at least.
const UNREAD_CHARS_MIN: usize = 2;

impl Goods<'_> {
    pub(super) fn search(mut self) -> Turn {
        if self.reading.asks_hours && self.note_hours() {
            return self.turn(Step::Keep, Vec::new());
        }
        if let Some((_, said)) = self.reading.size.take() {
            self.leave_unread(vec![said]);
        }
        let asked = self.reading.unread.iter().any(|text| asks_whether(text));
        if self.scene.quote_waiting && self.reading.wants.is_empty() && asked {
            self.reading.unread.retain(|text| !asks_whether(text));
            return self.turn(Step::Ask(Question::AgreeAgain), Vec::new());
        }
        let bare = self.reading.wants.is_empty() && self.reading.shops.is_empty();
        if self.reading.tone.asks_price && bare && !self.dialogue.cart.lines.is_empty() {
            let cart = self.dialogue.cart.clone();
            self.note_prices();
            return self.turn(Step::Quote(cart), Vec::new());
        }
        if bare
            && self.reading.prefer == Some(Prefer::Cheapest)
            && let Some(turn) = self.cheaper()
        {
            return turn;
        }
        if bare && let Some(items) = self.compared() {
            return self.show(items);
        }
        let items = super::browse::browse(&self.chooser(), &self.reading);
        self.dialogue.pending = None;
        if items.is_empty() && !self.reading.wants.is_empty() && self.reading.limits.price_max.is_some() {
            let limit = self.reading.limits.price_max.unwrap_or_default();
            self.notes.push(Note::OverBudget(limit));
        }
        let named = self.reading.wants.iter().filter(|want| !want.is_free());
        if !items.is_empty() && named.clone().count() > 0 && named.clone().all(|want| want.only_for) {
            let said = named.map(|want| want.said.clone()).collect::<Vec<_>>().join("、");
            self.notes.push(Note::OnlyFor(said));
        }
        let items = if items.is_empty() { self.found() } else { self.without_denied(items) };
        let items = self.note_avoided(items);
        self.keep_looked_for(&items);
        self.best_first = matches!(self.reading.prefer, Some(Prefer::Cheapest | Prefer::Dearest));
        self.show(items)
    }

    /// 有什么奶茶，不要带珍珠的: of what is found, what does not say in its name what is denied of it.
    fn without_denied(&mut self, items: Vec<ItemNo>) -> Vec<ItemNo> {
        let denied = self.reading.wants.iter().flat_map(|want| &want.options).filter(|one| one.without);
        let terms = denied.flat_map(|one| self.lexicon.term(one.value));
        let denied: Vec<Arc<str>> = terms.map(|(_, pair)| Arc::clone(&pair.value)).collect();
        let is_said = |item: &ItemNo| denied.iter().any(|value| self.lexicon.item(*item).name.zh.contains(&**value));
        let (out, kept): (Vec<ItemNo>, Vec<ItemNo>) = items.iter().copied().partition(is_said);
        if out.is_empty() || kept.is_empty() {
            return items;
        }
        self.reading.wants.iter_mut().for_each(|want| want.options.retain(|one| !one.without));
        kept
    }

    /// What one of each line costs.
    fn note_prices(&mut self) {
        for line in &self.dialogue.cart.lines {
            let Some(no) = self.lexicon.item_no(&line.item) else { continue };
            let item = self.lexicon.item(no);
            let price = item.price.fen().saturating_add(options_fen(item, &line.options));
            self.notes.push(Note::Costs(Arc::clone(item), Money::cny(price)));
        }
    }

    /// 大杯多少钱, of what is in the cart: tells what each choice adds, and chooses none; whether that is asked.
    pub(super) fn asks_what_choice_costs(&mut self, want: &Want) -> bool {
        let tone = self.reading.tone;
        let bare = want.amount.is_none() && want.parts.is_empty() && !want.asked;
        if !tone.asks_price || !bare || tone.changes || tone.commits || tone.agrees {
            return false;
        }
        let lines = self.dialogue.cart.lines.iter().filter_map(|line| self.lexicon.item_no(&line.item));
        let items: Vec<ItemNo> = lines.collect();
        let told: Vec<Note> = want.options.iter().filter_map(|chosen| self.choice_cost(&items, chosen)).collect();
        let tells = !told.is_empty() && told.len() == want.options.len();
        if tells {
            self.notes.extend(told);
        }
        tells
    }

    /// What a choice adds to the first of some items that has it.
    fn choice_cost(&self, items: &[ItemNo], chosen: &Chosen) -> Option<Note> {
        items.iter().map(|no| self.lexicon.item(*no)).find_map(|item| {
            let (_, pair) = self.lexicon.value_of(item, chosen.value)?;
            let group = item.options.iter().find(|group| group.name.zh == pair.group)?;
            let value = group.values.iter().find(|value| value.name.zh == pair.value)?;
            Some(Note::ChoiceCosts(value.name.clone(), value.price))
        })
    }

    /// 有没有热的燕麦拿铁，大杯: what was said of what is looked for holds for the one that is picked.
    fn keep_looked_for(&mut self, found: &[ItemNo]) {
        let [want] = self.reading.wants.as_slice() else { return };
        let says = !want.options.is_empty() || !want.parts.is_empty() || want.amount.is_some();
        if says && !found.is_empty() && self.dialogue.cart.lines.is_empty() {
            let want = want.clone();
            let kept = self.keep(&want);
            self.await_choice(kept);
        }
    }

    /// 太贵了，有便宜点的吗: what is like the line spoken of last and costs less; what is picked takes its place.
    fn cheaper(&mut self) -> Option<Turn> {
        let lines = &self.dialogue.cart.lines;
        let at = self.dialogue.focus.or((lines.len() == 1).then_some(0))?;
        let own = self.lexicon.item_no(&lines.get(at)?.item)?;
        let price = |item: &ItemNo| self.lexicon.item(*item).price.fen();
        let mut items = self.chooser().similar(own);
        items.retain(|item| price(item) < price(&own));
        items.sort_by_key(price);
        if items.is_empty() {
            self.notes.push(Note::NothingCheaper(Arc::clone(self.lexicon.item(own))));
            return Some(self.turn(Step::Keep, Vec::new()));
        }
        self.await_choice(WantKept { instead: Some(at), ..WantKept::default() });
        Some(self.turn(Step::Ask(Question::WhichItem), items))
    }

    /// What the catalogue's own search finds for words that the vocabulary does not know, if it finds all of them. What
    /// only goes with that is shown where there is nothing else, and it is said.
    pub(crate) fn found(&mut self) -> Vec<ItemNo> {
        let words = self.reading.unread.join(" ");
        if words.chars().count() < UNREAD_CHARS_MIN {
            return Vec::new();
        }
        let search = Search { open_at: Some(self.scene.now), limit: OFFERS_MAX, ..Search::words(&*words) };
        let found = self.lexicon.catalogue().search(&search, self.scene.in_stock);
        let whole = |only_for: bool| {
            let whole = found.iter().filter(move |found| found.every_word && found.only_for == only_for);
            let items = whole.filter_map(|found| self.lexicon.item_no(&found.item.key));
            items.filter(|item| self.chooser().priced(*item)).collect::<Vec<_>>()
        };
        let things = self.chooser().within_reach(whole(false));
        if !things.is_empty() {
            return things;
        }
        let beside = self.chooser().within_reach(whole(true));
        if !beside.is_empty() {
            self.notes.push(Note::OnlyFor(words));
        }
        beside
    }
}

/// 辣不辣: whether it is so, which the quote says with its options.
fn asks_whether(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    matches!(characters[..], [first, '不', again] if first == again)
}
