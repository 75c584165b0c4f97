//! Goods: choosing them, putting them into the cart, changing what is there, showing what there is.

use catalog::Search;
use domain::cart::{CartLine, LINES_MAX};
use domain::catalogue::Item;
use domain::id::ItemKey;
use domain::time::Span;

use super::act::plain;
use super::choose::{Choice, Chooser, options_fen};
use super::options;
use super::{Dialogue, Pending, WantKept};
use crate::OFFERS_MAX;
use crate::lexicon::{ItemNo, Lexicon, Meaning, ShopNo};
use crate::read::{Amount, Candidate, Chosen, Fit, Place, Prefer, Reading, Reference, Verb, Want, When};
use crate::request::Request;
use crate::scene::Scene;
use crate::turn::{Note, Offer, Question, Step, Turn};

/// A latest time so near that as soon as can be is the best one can do.
const SOON_MINUTES: u32 = 60;

/// A sentence about goods while it is acted on.
pub(crate) struct Goods<'a> {
    lexicon: &'a Lexicon,
    reading: Reading,
    dialogue: &'a mut Dialogue,
    scene: &'a Scene<'a>,
    notes: Vec<Note>,
    /// What has to be asked first, with what to show for it.
    question: Option<(Question, Vec<ItemNo>)>,
    /// Whether anything in the cart is other than before.
    touched: Vec<usize>,
}

impl<'a> Goods<'a> {
    pub(crate) fn new(
        lexicon: &'a Lexicon,
        reading: Reading,
        dialogue: &'a mut Dialogue,
        scene: &'a Scene<'a>,
    ) -> Self {
        Self { lexicon, reading, dialogue, scene, notes: Vec::new(), question: None, touched: Vec::new() }
    }

    /// Acts on the sentence.
    pub(crate) fn act(mut self) -> Turn {
        if let Some(limit) = self.reading.limits.total_max {
            self.dialogue.total_max = Some(limit);
        }
        if self.reading.request == Request::Search && !self.answers_offers() {
            return self.search();
        }
        self.put_place();
        let wants = std::mem::take(&mut self.reading.wants);
        let named = wants.iter().any(|want| !want.is_free());
        let before = self.dialogue.cart.lines.clone();
        self.drop_refused(named);
        if named {
            self.named(&wants);
        } else {
            self.unnamed(wants.first());
        }
        self.finish(before)
    }

    /// Whether a question about what was shown is rather an answer: "the cheaper one?".
    fn answers_offers(&self) -> bool {
        let points = self.reading.reference.is_some_and(|reference| reference != Reference::This);
        points && !self.dialogue.offers.is_empty()
    }

    fn put_place(&mut self) {
        match self.reading.place.take() {
            Some(Place::Known(address)) => self.dialogue.cart.address = Some(address),
            Some(Place::Vague(said)) => self.question = Some((Question::WhereTo(said), Vec::new())),
            None => {}
        }
        match self.reading.when {
            Some(When::Soon) => self.dialogue.cart.deliver_at = None,
            Some(When::At(time)) => self.dialogue.cart.deliver_at = Some(time),
            // Ten minutes before the latest, so that a small delay does not break the promise.
            Some(When::By(time)) => {
                let close = time <= self.scene.now.after(Span::minutes(SOON_MINUTES));
                self.dialogue.cart.deliver_at = Some(time.before(Span::minutes(10))).filter(|_| !close);
                if close {
                    self.notes.push(Note::AsSoonAsCanBe);
                }
            }
            None => {}
        }
    }

    fn chooser(&self) -> Chooser<'_> {
        let cart = &self.dialogue.cart;
        let shop = |key: &ItemKey| self.lexicon.item_no(key).map(|no| self.lexicon.shop_of(no));
        let home: Vec<ShopNo> = cart.lines.iter().filter_map(|line| shop(&line.item)).collect();
        let place = cart.address.as_ref().or(self.scene.addresses.first());
        let shown = self.shown();
        Chooser {
            lexicon: self.lexicon,
            scene: self.scene,
            reading: &self.reading,
            near: place.and_then(|place| place.point),
            spent: if home.is_empty() { 0 } else { self.spent() },
            home,
            total_max: self.dialogue.total_max.map(domain::money::Money::fen),
            shown,
        }
    }

    fn shown(&self) -> Vec<ItemNo> {
        self.dialogue.offers.iter().filter_map(|key| self.lexicon.item_no(key)).collect()
    }

    /// What the cart costs with delivery, in fen.
    fn spent(&self) -> i64 {
        let mut shops: Vec<ShopNo> = Vec::new();
        let mut sum = 0_i64;
        for line in &self.dialogue.cart.lines {
            let Some(no) = self.lexicon.item_no(&line.item) else { continue };
            let item = self.lexicon.item(no);
            let each = item.price.fen().saturating_add(options_fen(item, &line.options));
            sum = sum.saturating_add(each.saturating_mul(i64::from(line.quantity)));
            let shop = self.lexicon.shop_of(no);
            if !shops.contains(&shop) {
                shops.push(shop);
                sum = sum.saturating_add(self.lexicon.shop(shop).delivery_fee.fen());
            }
        }
        sum
    }

    /// "Not the latte any more": what is in the cart and refused goes, unless an offer is being chosen.
    fn drop_refused(&mut self, named: bool) {
        let choosing = matches!(self.dialogue.pending, Some(Pending::WhichItem(_)))
            || (!self.dialogue.offers.is_empty() && self.dialogue.cart.lines.is_empty());
        if choosing || self.reading.not.is_empty() {
            return;
        }
        let refused = self.reading.not.concat();
        let hit = |line: &CartLine| self.lexicon.item_no(&line.item).is_some_and(|no| refused.contains(&no));
        if !self.dialogue.cart.lines.iter().any(hit) {
            if !named && self.reading.reference.is_none() && self.reading.prefer.is_none() {
                self.question = Some((Question::WhichLine, Vec::new()));
            }
            return;
        }
        let lexicon = self.lexicon;
        let gone = |line: &CartLine| lexicon.item_no(&line.item).is_some_and(|no| refused.contains(&no));
        self.dialogue.cart.lines.retain(|line| !gone(line));
        self.dialogue.focus = None;
        self.touched.push(usize::MAX);
    }

    fn named(&mut self, wants: &[Want]) {
        let shared = self.shared_shops(wants);
        let mut replaced: Option<CartLine> = None;
        for want in wants {
            match want.verb {
                Verb::Drop => replaced = self.drop_line(want),
                Verb::Instead if !want.is_free() => self.replace(want, replaced.take(), &shared),
                _ if want.is_free() => self.edit_free(want),
                _ if want.detail && !self.was_shown(want) => self.leave_unread(vec![want.said.clone()]),
                _ => self.have(want, &shared),
            }
        }
    }

    fn was_shown(&self, want: &Want) -> bool {
        let shown = self.shown();
        want.items.iter().any(|one| shown.contains(&one.item)) || self.line_of(want).is_some()
    }

    /// Shops that have all of several things asked for.
    fn shared_shops(&self, wants: &[Want]) -> Vec<ShopNo> {
        let named = wants.iter().filter(|want| want.fit() >= Some(Fit::Part));
        let mut lists = named.map(|want| {
            let best = want.fit().unwrap_or_default();
            let mut shops: Vec<ShopNo> =
                want.items.iter().filter(|one| one.fit == best).map(|one| self.lexicon.shop_of(one.item)).collect();
            shops.sort_unstable();
            shops.dedup();
            shops
        });
        let Some(first) = lists.next() else { return Vec::new() };
        let mut several = false;
        let both = lists.fold(first, |known, next| {
            several = true;
            known.into_iter().filter(|shop| next.contains(shop)).collect()
        });
        if several { both } else { Vec::new() }
    }

    /// The line of the cart that a want speaks of.
    fn line_of(&self, want: &Want) -> Option<usize> {
        let best = want.fit()?;
        let means = |key: &ItemKey| {
            let no = self.lexicon.item_no(key);
            want.items.iter().any(|one| Some(one.item) == no && (one.fit == best || one.fit >= Fit::Part))
        };
        let lines = &self.dialogue.cart.lines;
        let focus = self.dialogue.focus.filter(|focus| lines.get(*focus).is_some_and(|line| means(&line.item)));
        focus.or_else(|| lines.iter().rposition(|line| means(&line.item)))
    }

    fn drop_line(&mut self, want: &Want) -> Option<CartLine> {
        match self.line_of(want) {
            Some(at) => {
                self.dialogue.focus = None;
                self.touched.push(usize::MAX);
                Some(self.dialogue.cart.lines.remove(at))
            }
            None => {
                self.notes.push(Note::NotInCart(want.said.clone()));
                None
            }
        }
    }

    /// Puts other goods in the place of some: with their quantity, and as many of their options as they have too.
    fn replace(&mut self, want: &Want, dropped: Option<CartLine>, shared: &[ShopNo]) {
        let same = self.line_of(want);
        if let (None, Some(at)) = (&dropped, same) {
            return self.edit_line(at, want);
        }
        let focus = self.dialogue.focus.or(if self.dialogue.cart.lines.len() == 1 { Some(0) } else { None });
        let old = match (dropped, focus) {
            (Some(line), _) => Some((None, line)),
            (None, Some(at)) => self.dialogue.cart.lines.get(at).cloned().map(|line| (Some(at), line)),
            (None, None) => None,
        };
        let count = self.dialogue.cart.lines.len();
        if count > 0 && old.is_none() {
            self.question = Some((Question::WhichLine, Vec::new()));
            return;
        }
        let mut want = want.clone();
        if let Some((_, line)) = &old {
            want.amount = want.amount.or(Some(Amount::count(line.quantity)));
        }
        let before = self.dialogue.cart.lines.len();
        self.have_new(&want, shared);
        let added = self.dialogue.cart.lines.len() > before;
        let Some((at, line)) = old.filter(|_| added) else { return };
        self.keep_options(&line, before);
        if let Some(at) = at {
            self.dialogue.cart.lines.remove(at);
            self.dialogue.focus = Some(self.dialogue.cart.lines.len() - 1);
        }
    }

    fn keep_options(&mut self, old: &CartLine, from: usize) {
        let mut lost = Vec::new();
        for line in &mut self.dialogue.cart.lines[from..] {
            let Some(no) = self.lexicon.item_no(&line.item) else { continue };
            for choice in &old.options {
                let group = self.lexicon.item(no).options.iter().find(|group| group.name.zh == choice.group);
                let known = line.options.iter().any(|own| own.group == choice.group);
                let has = |group: &&domain::catalogue::OptionGroup| {
                    choice.values.iter().all(|value| group.values.iter().any(|own| own.name.zh == *value))
                };
                match group.filter(has) {
                    _ if known => {}
                    Some(_) => line.options.push(choice.clone()),
                    None => lost.extend(choice.values.iter().map(ToString::to_string)),
                }
            }
            line.options.sort();
        }
        self.notes.extend(lost.into_iter().map(Note::OptionLost));
    }

    /// To have something: more of what there is, other than it is, or new.
    fn have(&mut self, want: &Want, shared: &[ShopNo]) {
        let line = self.line_of(want).filter(|_| want.verb == Verb::Have && want.fit() >= Some(Fit::Part));
        let only_options = want.amount.is_none() && want.parts.is_empty() && !want.options.is_empty();
        match line {
            Some(at) if self.reading.tone.changes || only_options || want.fit() == Some(Fit::Name) => {
                self.edit_line(at, want)
            }
            _ => self.have_new(want, shared),
        }
    }

    fn have_new(&mut self, want: &Want, shared: &[ShopNo]) {
        let want = self.with_kept(want);
        let mut chooser = self.chooser();
        chooser.home.extend(shared);
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

    fn ask_which(&mut self, want: &Want, items: Vec<ItemNo>) {
        if items.is_empty() && self.notes.is_empty() {
            self.notes.push(Note::NotSold(want.said.clone()));
        }
        if self.question.is_none() {
            let options = want.options.iter().map(|chosen| chosen.said.clone()).collect();
            let quantity = want.amount.and_then(Amount::whole);
            self.dialogue.pending = Some(Pending::WhichItem(WantKept { quantity, options }));
            self.question = Some((Question::WhichItem, items));
        }
    }

    /// What was said before it was known of what: 来两碗面, then 牛肉面.
    fn with_kept(&self, want: &Want) -> Want {
        let mut want = want.clone();
        if let Some(Pending::WhichItem(kept)) = &self.dialogue.pending {
            want.amount = want.amount.or(kept.quantity.map(Amount::count));
            want.options.extend(kept.options.iter().filter_map(|said| self.chosen_again(said)));
        }
        want
    }

    fn chosen_again(&self, said: &str) -> Option<Chosen> {
        let value = self.lexicon.exact(said).iter().find_map(|meaning| match meaning {
            Meaning::Value(value) => Some(*value),
            _ => None,
        })?;
        Some(Chosen { value, without: false, said: said.to_owned() })
    }

    /// Puts an item into the cart, in as many lines as its parts differ.
    fn put(&mut self, no: ItemNo, want: &Want) {
        let item = std::sync::Arc::clone(self.lexicon.item(no));
        let amount = want.amount.unwrap_or(Amount::count(1));
        let Some((total, of_amount)) = options::quantity(self.lexicon, &item, amount) else {
            let options = want.options.iter().map(|chosen| chosen.said.clone()).collect();
            self.dialogue.pending = Some(Pending::WhichItem(WantKept { quantity: None, options }));
            self.question = Some((Question::HowMuch(item), vec![no]));
            return;
        };
        let mut base: Vec<domain::cart::Choice> = of_amount.into_iter().collect();
        let strange = options::apply(self.lexicon, &item, &want.options, &mut base);
        self.leave_unread(strange);
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
            self.dialogue.offers.clear();
        }
    }

    fn put_line(&mut self, item: &Item, quantity: u32, mut choices: Vec<domain::cart::Choice>) {
        if quantity == 0 {
            return;
        }
        choices.sort();
        let within = options::within(quantity);
        if within != quantity {
            self.notes.push(Note::QuantityCut(within));
        }
        let lines = &mut self.dialogue.cart.lines;
        let same = lines.iter().position(|line| line.item == item.key && line.options == choices);
        let at = match same {
            Some(at) => {
                lines[at].quantity = options::within(lines[at].quantity.saturating_add(within));
                at
            }
            None if lines.len() >= LINES_MAX => return,
            None => {
                lines.push(CartLine { item: item.key.clone(), quantity: within, options: choices });
                lines.len() - 1
            }
        };
        self.touched.push(at);
    }

    fn leave_unread(&mut self, words: Vec<String>) {
        for word in words {
            if !self.reading.unread.contains(&word) {
                self.reading.unread.push(word);
            }
        }
    }

    /// Changes a line: its amount if one is said, its options beside those it has.
    fn edit_line(&mut self, at: usize, want: &Want) {
        let Some(no) = self.dialogue.cart.lines.get(at).and_then(|line| self.lexicon.item_no(&line.item)) else {
            return;
        };
        let item = std::sync::Arc::clone(self.lexicon.item(no));
        if self.reading.tone.more && want.amount.is_some() && !want.options.is_empty() {
            return self.another(at, no, want);
        }
        if !want.parts.is_empty() {
            let old = self.dialogue.cart.lines.remove(at);
            let want = Want { amount: want.amount.or(Some(Amount::count(old.quantity))), ..want.clone() };
            return self.put(no, &want);
        }
        let mut line = self.dialogue.cart.lines[at].clone();
        if let Some(amount) = want.amount {
            match options::quantity(self.lexicon, &item, amount) {
                Some((quantity, _)) if self.reading.tone.fewer && quantity >= line.quantity => {
                    self.dialogue.cart.lines.remove(at);
                    self.touched.push(usize::MAX);
                    return;
                }
                Some((quantity, choice)) => {
                    line.quantity = options::within(match self.reading.tone {
                        tone if tone.more => line.quantity.saturating_add(quantity),
                        tone if tone.fewer => line.quantity.saturating_sub(quantity),
                        _ => quantity,
                    });
                    if let Some(choice) = choice {
                        line.options.retain(|own| own.group != choice.group);
                        line.options.push(choice);
                    }
                }
                None => {
                    self.question = Some((Question::HowMuch(item), vec![no]));
                    return;
                }
            }
        } else if self.reading.tone.more && want.options.is_empty() {
            line.quantity = options::within(line.quantity.saturating_add(1));
        }
        let strange = options::apply(self.lexicon, &item, &want.options, &mut line.options);
        self.leave_unread(strange);
        line.options.sort();
        self.dialogue.cart.lines[at] = line;
        self.touched.push(at);
    }

    /// 再来一杯冰的: more of the same, with options of its own.
    fn another(&mut self, at: usize, no: ItemNo, want: &Want) {
        let item = std::sync::Arc::clone(self.lexicon.item(no));
        let mut choices = self.dialogue.cart.lines[at].options.clone();
        let strange = options::apply(self.lexicon, &item, &want.options, &mut choices);
        self.leave_unread(strange);
        let quantity = want.amount.and_then(|amount| options::quantity(self.lexicon, &item, amount));
        let (quantity, of_amount) = quantity.unwrap_or((1, None));
        choices.extend(of_amount);
        self.put_line(&item, quantity, choices);
    }

    /// Amounts and options without a name: they speak of the line spoken of last, or of the one that has such options.
    fn edit_free(&mut self, want: &Want) {
        let lines = self.dialogue.cart.lines.len();
        if lines == 0 {
            self.leave_unread(want.options.iter().map(|chosen| chosen.said.clone()).collect());
            return;
        }
        let has = |at: &usize| {
            let no = self.lexicon.item_no(&self.dialogue.cart.lines[*at].item);
            no.is_some_and(|no| {
                want.options.iter().all(|chosen| self.lexicon.value_of(self.lexicon.item(no), chosen.value).is_some())
            })
        };
        let able: Vec<usize> = (0..lines).filter(has).collect();
        let focus = self.dialogue.focus.filter(|focus| able.contains(focus));
        match (able.as_slice(), focus) {
            (all, _) if self.reading.tone.all && all.len() > 1 => {
                for at in able.clone() {
                    self.edit_line(at, want);
                }
            }
            (_, Some(at)) => self.edit_line(at, want),
            ([at], None) => self.edit_line(*at, want),
            ([], None) => {
                let words = want.options.iter().map(|chosen| chosen.said.clone()).collect();
                self.leave_unread(words);
                self.touched.push(usize::MAX);
            }
            _ => self.question = Some((Question::WhichLine, Vec::new())),
        }
    }

    /// A sentence that names no goods: it points at what was shown, or at what is in the cart.
    fn unnamed(&mut self, free: Option<&Want>) {
        let empty = Want::default();
        let want = free.unwrap_or(&empty);
        let points = self.reading.reference.is_some() || self.reading.prefer.is_some() || !self.reading.not.is_empty();
        let open = !self.dialogue.offers.is_empty()
            && (self.dialogue.cart.lines.is_empty()
                || self.dialogue.pending.is_some()
                || self.reading.reference != Some(Reference::This));
        if open && (points || self.dialogue.cart.lines.is_empty()) && self.question.is_none() {
            return self.pick(want);
        }
        if self.question.is_some() {
            return;
        }
        if self.reading.tone.drops {
            return self.drop_focus();
        }
        match free {
            Some(want) => self.edit_free(want),
            None if self.reading.tone.more && !self.dialogue.cart.lines.is_empty() => self.edit_free(want),
            None => {}
        }
    }

    fn drop_focus(&mut self) {
        let lines = self.dialogue.cart.lines.len();
        match self.dialogue.focus.or(if lines == 1 { Some(0) } else { None }).filter(|at| *at < lines) {
            Some(at) => {
                self.dialogue.cart.lines.remove(at);
                self.dialogue.focus = None;
                self.touched.push(usize::MAX);
            }
            None => self.question = Some((Question::WhichLine, Vec::new())),
        }
    }

    /// Picks one of what was shown.
    fn pick(&mut self, want: &Want) {
        let mut shown = self.shown();
        let refused = self.reading.not.concat();
        shown.retain(|item| !refused.contains(item));
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
            _ => None,
        };
        let nth = matches!(self.reading.reference, Some(Reference::Nth(_)));
        match one.copied() {
            Some(item) => self.picked(item, want),
            None if nth => self.question = Some((Question::NoSuchOffer, shown)),
            None => self.by_options(shown, want),
        }
    }

    fn picked(&mut self, item: ItemNo, want: &Want) {
        let want = Want { items: vec![Candidate { item, fit: Fit::Name, cover: 100 }], ..self.with_kept(want) };
        let chooser = self.chooser();
        if !chooser.available(item) {
            return self.have_new(&want, &[]);
        }
        self.dialogue.pending = Some(Pending::WhichItem(WantKept::default()));
        self.put(item, &want);
    }

    /// "The iced one": of what was shown, the one that has the options said.
    fn by_options(&mut self, shown: Vec<ItemNo>, want: &Want) {
        let has = |item: &&ItemNo| {
            want.options.iter().all(|chosen| self.lexicon.value_of(self.lexicon.item(**item), chosen.value).is_some())
        };
        let mut able: Vec<ItemNo> = shown.iter().filter(has).copied().collect();
        if want.amount.is_some() {
            let goods: Vec<_> = able.iter().map(|item| std::sync::Arc::clone(self.lexicon.item(*item))).collect();
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

    /// What is shown of some items.
    pub(crate) fn offers(&self, items: &[ItemNo]) -> Vec<Offer> {
        let chooser = self.chooser();
        items.iter().take(OFFERS_MAX).map(|item| chooser.offer(*item)).collect()
    }

    /// Shows items, and remembers them.
    pub(crate) fn show(mut self, items: Vec<ItemNo>) -> Turn {
        let step = if items.is_empty() { Step::NothingLikeThat } else { Step::ShowOffers };
        self.turn(step, items)
    }

    fn turn(&mut self, step: Step, items: Vec<ItemNo>) -> Turn {
        let offers = self.offers(&items);
        if !offers.is_empty() {
            self.dialogue.offers = offers.iter().map(|offer| offer.item.key.clone()).collect();
        }
        let reading = std::mem::take(&mut self.reading);
        Turn { offers, notes: std::mem::take(&mut self.notes), ..plain(reading, step) }
    }

    fn search(mut self) -> Turn {
        let bare = self.reading.wants.is_empty() && self.reading.shops.is_empty();
        if self.reading.tone.asks_price && bare && !self.dialogue.cart.lines.is_empty() {
            let cart = self.dialogue.cart.clone();
            return self.turn(Step::Quote(cart), Vec::new());
        }
        let items = super::browse::browse(&self.chooser(), &self.reading);
        self.dialogue.pending = None;
        if items.is_empty() && !self.reading.wants.is_empty() && self.reading.limits.price_max.is_some() {
            let limit = self.reading.limits.price_max.unwrap_or_default();
            self.notes.push(Note::OverBudget(limit));
        }
        let items =
            if items.is_empty() { search_unread(self.lexicon, &self.reading.unread, self.scene) } else { items };
        self.show(items)
    }

    fn finish(mut self, before: Vec<CartLine>) -> Turn {
        let changed = before != self.dialogue.cart.lines;
        self.refocus();
        if let Some((question, items)) = self.question.take() {
            let step = match question {
                Question::WhichItem if items.is_empty() => Step::NothingLikeThat,
                question => Step::Ask(question),
            };
            return self.turn(step, items);
        }
        let cart = self.dialogue.cart.clone();
        if cart.lines.is_empty() {
            return self.nothing(changed);
        }
        let said = changed || !self.touched.is_empty() || self.reading.when.is_some() || cart.address.is_some();
        let lost = !self.reading.unread.is_empty() && !changed && self.touched.is_empty();
        if lost && self.reading.request == Request::Order {
            let found = search_unread(self.lexicon, &self.reading.unread, self.scene);
            return self.show(found);
        }
        self.dialogue.pending = None;
        self.dialogue.offers.clear();
        if !said && self.scene.quote_waiting && self.reading.request == Request::Order {
            return self.turn(Step::Ask(Question::AgreeAgain), Vec::new());
        }
        self.turn(Step::Quote(cart), Vec::new())
    }

    /// The line spoken of last is the one that was touched, if it was one.
    fn refocus(&mut self) {
        let lines = self.dialogue.cart.lines.len();
        let mut touched: Vec<usize> = self.touched.iter().copied().filter(|at| *at < lines).collect();
        touched.dedup();
        match touched.as_slice() {
            [] => self.dialogue.focus = self.dialogue.focus.filter(|focus| *focus < lines),
            [one] => self.dialogue.focus = Some(*one),
            _ => self.dialogue.focus = None,
        }
    }

    fn nothing(mut self, dropped: bool) -> Turn {
        if dropped {
            let keep = Dialogue { language: self.dialogue.language, ..Dialogue::default() };
            *self.dialogue = keep;
            return self.turn(Step::Discard, Vec::new());
        }
        let unread = self.reading.unread.clone();
        let found = search_unread(self.lexicon, &unread, self.scene);
        if !found.is_empty() {
            return self.show(found);
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

/// Words of an unread span that are looked for at least.
const UNREAD_CHARS_MIN: usize = 2;

/// What the catalogue's own search finds for words that the vocabulary does not know, if it finds all of them.
pub(crate) fn search_unread(lexicon: &Lexicon, unread: &[String], scene: &Scene<'_>) -> Vec<ItemNo> {
    let words = unread.join(" ");
    if words.chars().count() < UNREAD_CHARS_MIN {
        return Vec::new();
    }
    let search = Search { open_at: Some(scene.now), limit: OFFERS_MAX, ..Search::words(words) };
    let found = lexicon.catalogue().search(&search, scene.in_stock);
    found.iter().filter(|found| found.every_word).filter_map(|found| lexicon.item_no(&found.item.key)).collect()
}
