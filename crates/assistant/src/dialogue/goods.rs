//! Goods: what a sentence about them acts on, in which order, and what is shown of them.

use super::Dialogue;
use super::act::plain;
use super::choose::{Chooser, options_fen};
use crate::OFFERS_MAX;
use crate::lexicon::{ItemNo, Lexicon, ShopNo};
use crate::read::{Amount, Assent, Limits, Place, Prefer, Reading, Reference, Want, When, is_pair, middle_of};
use crate::request::Request;
use crate::scene::Scene;
use crate::turn::{NoPlace, Note, Offer, Question, Step, Turn};
use domain::avoidance::Avoider;
use domain::cart::{Cart, CartLine, Choice};
use domain::id::ItemKey;
use domain::quote::DELIVER_WITHIN;
use domain::time::{Span, Time};

/// A latest time so near that as soon as can be is the best one can do.
const SOON_MINUTES: u32 = 60;

/// What a sentence acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Acted {
    /// The line of the cart at this place.
    Line(usize),
    /// What is no line of it, or no longer.
    Other,
}

/// A sentence about goods while it is acted on.
pub(crate) struct Goods<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) reading: Reading,
    pub(super) dialogue: &'a mut Dialogue,
    pub(super) scene: &'a Scene<'a>,
    pub(super) notes: Vec<Note>,
    /// What has to be asked first, with what to show for it.
    pub(super) question: Option<(Question, Vec<ItemNo>)>,
    /// The line of the cart whose place is taken by what is being chosen.
    pub(super) replaces: Option<usize>,
    /// What the sentence acted on so far.
    pub(super) acted_on: Vec<Acted>,
    /// Whether the sentence says where to.
    pub(super) placed: bool,
    /// Whether the sentence speaks of several things.
    pub(super) several: bool,
    /// Whether what is shown begins with the one that was asked for: the cheapest, the dearest.
    pub(super) best_first: bool,
    /// Whether the line was found of whom is spoken of.
    pub(super) owner_found: bool,
    /// What must not be in what is bought.
    pub(super) avoider: Avoider,
}

impl<'a> Goods<'a> {
    pub(crate) fn new(
        lexicon: &'a Lexicon,
        reading: Reading,
        dialogue: &'a mut Dialogue,
        scene: &'a Scene<'a>,
    ) -> Self {
        Self {
            lexicon,
            reading,
            dialogue,
            scene,
            notes: Vec::new(),
            question: None,
            replaces: None,
            acted_on: Vec::new(),
            placed: false,
            several: false,
            best_first: false,
            owner_found: false,
            avoider: Avoider::new(scene.avoids),
        }
    }

    /// Acts on the sentence.
    pub(crate) fn act(mut self) -> Turn {
        let (cart, asked) = (self.dialogue.cart.clone(), self.dialogue.pending.is_some());
        let asked_for = self.dialogue.choosing().and_then(|kept| kept.owner.clone());
        self.settle_hour();
        self.choose_showtime();
        self.leave_denied();
        if self.asks_price_of_shown() {
            let shown = self.shown();
            return self.show(shown);
        }
        if self.reading.request == Request::Search && self.names_shop_alone() {
            self.reading.request = Request::Edit;
        }
        self.close_refused();
        self.keep_standing();
        self.constrain();
        if self.reading.request == Request::Search && !self.answers_offers() {
            return self.look();
        }
        self.put_place();
        self.turn_to_owner();
        let mut wants = std::mem::take(&mut self.reading.wants);
        self.point_by_shop(&mut wants);
        let named = wants.iter().any(|want| !want.is_free());
        self.several = wants.len() > 1;
        let before = self.dialogue.cart.lines.clone();
        self.give_up();
        self.drop_one();
        self.take_offered(&mut wants);
        self.put_off_question(&wants);
        self.drop_refused(named, &wants);
        self.leave_elsewhere(&wants);
        self.note_not_there(named);
        let changes_shop = self.changes_shop(named);
        if self.reading.elsewhere.is_some() && !named && !changes_shop && !self.dialogue.offers.is_empty() {
            let items = self.shown_elsewhere();
            return self.show(items);
        }
        match () {
            () if self.add_from_shop(&wants, named) => {}
            () if changes_shop => self.change_shop(&wants),
            () if named => self.named(&wants),
            () => self.unnamed(wants.first()),
        }
        self.drop_others(&before);
        if self.reading.asks_hours {
            self.note_hours();
        }
        self.take_size();
        self.take_told_otherwise(&wants);
        self.allow_spared();
        self.constrain_goods(&wants, &before);
        self.remember_owners(&wants, asked_for);
        if self.is_as_before(&cart) && !asked && self.agrees_to_it_again(&wants) {
            return self.turn(Step::Confirm, Vec::new());
        }
        if cart != self.dialogue.cart {
            self.dialogue.changed(cart);
        }
        self.finish(before)
    }

    /// Shows what there is, and puts nothing into the cart.
    fn look(mut self) -> Turn {
        if matches!(self.reading.place, Some(Place::Known(_))) {
            self.put_place();
        }
        if self.reading.elsewhere.is_some() && self.reading.wants.iter().all(Want::is_free) {
            let items = self.shown_elsewhere();
            return self.show(items);
        }
        self.search()
    }

    /// 只要拿铁，其他的不要: of what was there before, what this sentence does not speak of goes; where it speaks of none, it
    /// is asked.
    fn drop_others(&mut self, before: &[CartLine]) {
        if !self.reading.others_denied || before.is_empty() {
            return;
        }
        let lines = self.lines_acted_on().filter_map(|at| self.dialogue.cart.lines.get(at));
        let mut kept: Vec<ItemKey> = lines.map(|line| line.item.clone()).collect();
        if let Some(line) = self.line_counted(before).filter(|_| kept.is_empty()) {
            kept.push(line.item.clone());
            self.question = None;
        }
        if kept.is_empty() {
            self.question = Some((Question::WhichLine, Vec::new()));
            return;
        }
        self.dialogue.cart.lines.retain(|line| kept.contains(&line.item) || !before.contains(line));
        self.acted_on = vec![Acted::Other];
        self.dialogue.focus = None;
    }

    /// 只留第一个: the line that is counted so, where nothing was shown to count, and no other is of the same goods.
    fn line_counted<'l>(&self, lines: &'l [CartLine]) -> Option<&'l CartLine> {
        let Some(Reference::Nth(n)) = self.reading.reference else { return None };
        let line = lines.get(usize::try_from(n).ok()?.checked_sub(1)?)?;
        let alone = lines.iter().filter(|other| other.item == line.item).count() == 1;
        (alone && self.dialogue.offers.is_empty() && self.reading.several.is_empty()).then_some(line)
    }

    /// Whether the cart is as it was; how many there are in all changes nothing if it is so, nor does what is remembered of
    /// goods that were only shown, nor that what comes without asking was asked for: 中杯，下单.
    fn is_as_before(&self, before: &Cart) -> bool {
        let (mut cart, mut before) = (self.dialogue.cart.clone(), before.clone());
        cart.constraints.units = before.constraints.units;
        for cart in [&mut cart, &mut before] {
            let lines = &cart.lines;
            cart.constraints.price_max.retain(|(item, _)| lines.iter().any(|line| line.item == *item));
            cart.lines.iter_mut().for_each(|line| self.drop_defaults(line));
        }
        cart == before
    }

    fn drop_defaults(&self, line: &mut CartLine) {
        let Some(item) = self.lexicon.item_no(&line.item).map(|no| self.lexicon.item(no)) else { return };
        let group = |choice: &Choice| item.options.iter().find(|group| group.name.zh == choice.group);
        line.options.retain(|choice| group(choice).is_none_or(|group| choice.values != [group.default.clone()]));
    }

    /// 就一根啊，下单: it says once more what the quote says, and places it.
    fn agrees_to_it_again(&self, wants: &[Want]) -> bool {
        let (reading, tone) = (&self.reading, self.reading.tone);
        let edits = tone.changes || tone.fewer || tone.among || tone.looks || tone.adds_back || tone.cancels;
        let edits = edits || tone.corrects || reading.prefer.is_some() || !reading.operators.is_empty();
        // 要拿铁，下单 is no yes to 生椰拿铁, where there are both.
        let in_cart =
            |item: ItemNo| self.dialogue.cart.lines.iter().any(|line| line.item == self.lexicon.item(item).key);
        let other = |want: &Want| {
            let best = want.fit();
            !want.is_free() && !want.items.iter().any(|one| Some(one.fit) == best && in_cart(one.item))
        };
        let units: u32 = self.dialogue.cart.lines.iter().map(|line| line.quantity).sum();
        let said = Limits { units: reading.limits.units.filter(|said| *said != units), ..reading.limits };
        let limits = said != Limits::default() || reading.whence.is_some() || !reading.not.is_empty();
        if edits || limits || wants.iter().any(other) || !self.dialogue.is_all_from(self.lexicon, &reading.shops) {
            return false;
        }
        let doubts = tone.names_goods
            || tone.refuses
            || tone.holds
            || tone.supposes
            || tone.asks
            || tone.more
            || tone.drops
            || tone.undoes;
        let beside = reading.assent == Assent::Other || !self.names_all(wants);
        let clean = reading.unread.is_empty() && reading.asides.is_empty() && self.notes.is_empty() && !beside;
        let points = reading.reference.is_some_and(|reference| reference != Reference::This);
        let asks = self.question.is_some() || points || reading.elsewhere.is_some();
        // 好，只要一半 and 确认，一双 may be fewer or more.
        let unclear = |amount: Amount| amount.is_half() || is_pair(amount.measure);
        let clean = clean && !wants.iter().filter_map(|want| want.amount).any(unclear);
        // 可以来两杯拿铁 agrees to nothing.
        let agrees = (tone.commits || tone.agrees_apart) && self.dialogue.may_agree(tone.commits);
        let dated = self.dialogue.day_to_come(self.scene.now).is_some();
        self.scene.quote_waiting && agrees && !dated && clean && !doubts && !asks && self.dialogue.unchosen.is_empty()
    }

    /// Whether no goods are named, or all that is in the cart: 下单，拿铁就好 is no yes to a croissant beside it.
    fn names_all(&self, wants: &[Want]) -> bool {
        let named = |line: &CartLine| {
            let is = |item: ItemNo| self.lexicon.item(item).key == line.item;
            wants.iter().any(|want| want.items.iter().any(|one| is(one.item)))
        };
        wants.iter().all(Want::is_free) || self.dialogue.cart.lines.iter().all(named)
    }

    /// Whether a question about what was shown is rather an answer: "the cheaper one?".
    pub(super) fn answers_offers(&self) -> bool {
        let points = self.reading.reference.is_some_and(|reference| reference != Reference::This);
        points && !self.dialogue.offers.is_empty() && !self.asks_price_of_shown()
    }

    /// 第一个多少钱: what was shown says so, and nothing is wanted of it yet.
    fn asks_price_of_shown(&self) -> bool {
        let tone = self.reading.tone;
        let nth = matches!(self.reading.reference, Some(Reference::Nth(_) | Reference::Last));
        let wanted = tone.takes || tone.more || tone.changes || tone.drops || tone.commits;
        let bare = |want: &Want| want.is_free() && want.amount.is_none() && want.options.is_empty();
        tone.asks_price && nth && !wanted && self.dialogue.offers.len() > 1 && self.reading.wants.iter().all(bare)
    }

    /// 三点送, and then 改成明天: at the same hour. Of a day on which nothing is brought no hour is asked.
    fn settle_hour(&mut self) {
        let Some(When::Day(day)) = self.reading.when else { return };
        let same_hour = self.dialogue.cart.deliver_at.map(|time| Time::at_china(day, time.minute_of_day()));
        let noon = middle_of(day);
        let beyond = (noon > self.scene.now.after(DELIVER_WITHIN())).then_some(noon);
        let time = same_hour.or(beyond).filter(|time| *time > self.scene.now);
        self.reading.when = time.map(When::At).or(self.reading.when);
    }

    pub(super) fn put_place(&mut self) {
        self.placed = self.reading.place.is_some();
        match self.reading.place.take() {
            Some(Place::Known(address)) => self.dialogue.cart.address = Some(address),
            Some(Place::Vague(said)) => self.question = Some((Question::WhereTo(NoPlace::Vague(said)), Vec::new())),
            Some(Place::Wrong(_)) => self.question = Some((Question::WhereTo(NoPlace::Unsaid), Vec::new())),
            Some(Place::Denied(said)) => self.question = Some((Question::WhereTo(NoPlace::Denied(said)), Vec::new())),
            None => {}
        }
        match self.reading.when {
            Some(When::Day(day)) if self.dialogue.due_day != Some(day) => {
                // A step by itself, which leaves the cart as it is.
                self.dialogue.changed(self.dialogue.cart.clone());
                self.dialogue.due_day = Some(day);
            }
            Some(When::Day(_)) => {}
            Some(_) => self.dialogue.due_day = None,
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
            Some(When::Day(_)) | None => {}
        }
    }

    pub(super) fn chooser(&self) -> Chooser<'_> {
        let cart = &self.dialogue.cart;
        let shop = |key: &ItemKey| self.lexicon.item_no(key).map(|no| self.lexicon.shop_of(no));
        let home: Vec<ShopNo> = cart.lines.iter().filter_map(|line| shop(&line.item)).collect();
        let place = cart.address.as_ref().or(self.scene.addresses.first());
        let shown = self.shown();
        Chooser {
            lexicon: self.lexicon,
            scene: self.scene,
            reading: &self.reading,
            near: self.point_of(place),
            spent: if home.is_empty() { 0 } else { self.spent() },
            in_cart: home.clone(),
            left: self.dialogue.left.iter().filter_map(|id| self.lexicon.shop_no(id)).collect(),
            home,
            total_max: cart.constraints.total_max.map(domain::money::Money::fen),
            shown,
            avoider: &self.avoider,
        }
    }

    pub(super) fn shown(&self) -> Vec<ItemNo> {
        self.dialogue.offers.iter().filter_map(|key| self.lexicon.item_no(key)).collect()
    }

    /// What the cart costs with delivery, in fen.
    pub(super) fn spent(&self) -> i64 {
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
    pub(super) fn drop_refused(&mut self, named: bool, wants: &[Want]) {
        let choosing = self.dialogue.choosing().is_some()
            || (!self.dialogue.offers.is_empty() && self.dialogue.cart.lines.is_empty());
        if choosing || self.reading.not.is_empty() || self.spares_refused(wants) {
            return;
        }
        let refused = self.reading.not.concat();
        let lexicon = self.lexicon;
        let hit = |line: &CartLine| lexicon.item_no(&line.item).is_some_and(|no| refused.contains(&no));
        if !self.dialogue.cart.lines.iter().any(hit) {
            // 它不吃鱼，换成鸡肉的: none of it is there, and that is well.
            let says_more = wants.iter().any(super::edit::says_more);
            if !named && !says_more && self.reading.reference.is_none() && self.reading.prefer.is_none() {
                self.question = Some((Question::WhichLine, Vec::new()));
            }
            return;
        }
        for at in (0..self.dialogue.cart.lines.len()).rev() {
            if hit(&self.dialogue.cart.lines[at]) {
                self.take_line(at);
            }
        }
        self.dialogue.focus = None;
        self.acted_on.push(Acted::Other);
    }

    /// What is shown of some items.
    pub(crate) fn offers(&self, items: &[ItemNo]) -> Vec<Offer> {
        let chooser = self.chooser();
        items.iter().take(OFFERS_MAX).map(|item| chooser.offer(*item)).collect()
    }

    /// Shows items, and remembers them.
    pub(crate) fn show(mut self, items: Vec<ItemNo>) -> Turn {
        self.note_far(&items);
        // Who asks what is near is not shown what is far, only told where it is.
        let nothing_near =
            self.reading.prefer == Some(Prefer::Nearest) && self.chooser().nearest_of_far(&items).is_some();
        let items = if nothing_near { Vec::new() } else { items };
        let step = if items.is_empty() { Step::NothingLikeThat } else { Step::ShowOffers };
        self.turn(step, items)
    }

    pub(super) fn turn(&mut self, step: Step, mut items: Vec<ItemNo>) -> Turn {
        items.retain(|item| self.avoider.rules_out(self.lexicon.item(*item)).is_none());
        let offers = self.offers(&items);
        if !offers.is_empty() {
            self.dialogue.offers = offers.iter().map(|offer| offer.item.key.clone()).collect();
            self.dialogue.best_first = self.best_first && offers.len() > 1;
        }
        let reading = std::mem::take(&mut self.reading);
        Turn { offers, notes: std::mem::take(&mut self.notes), ..plain(reading, step) }
    }

    pub(super) fn lines_acted_on(&self) -> impl Iterator<Item = usize> {
        self.acted_on.iter().filter_map(|acted| match acted {
            Acted::Line(at) => Some(*at),
            Acted::Other => None,
        })
    }
}
