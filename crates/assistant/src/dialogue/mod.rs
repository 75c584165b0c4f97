//! What a conversation remembers between two sentences, and what it makes of the next one.

mod act;
mod agree;
mod browse;
mod by_value;
mod chatter;
mod choose;
mod constrain;
mod day;
mod diet;
mod earlier;
mod edit;
mod elsewhere;
mod far;
mod finish;
mod give_up;
mod goods;
mod had;
mod hours;
mod kept;
mod near;
mod options;
mod otherwise;
mod owners;
mod pick;
mod point;
mod put;
mod recount;
mod restated;
mod search;
mod showtime;
mod size;
mod spare;
mod standing;
mod store;
mod told;
mod told_otherwise;
mod unchosen;
mod undo;
mod why;

use domain::cart::{Cart, CartLine};
use domain::id::{ItemKey, OrderId, ShopId};
use domain::language::Language;
use domain::time::Time;

use crate::lexicon::{ItemNo, Lexicon, ShopNo};
use crate::read::Assent;

pub(crate) use act::act;
pub(crate) use kept::{PartKept, WantKept};
pub(crate) use standing::StandingKept;

/// Where a conversation stands. Bounded: a cart and whose it is, one list of offers, one open
/// question and those that come after it, and a few options that hold for all.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dialogue {
    /// What has been put together so far.
    pub(crate) cart: Cart,
    /// What was shown last, in order.
    pub(crate) offers: Vec<ItemKey>,
    /// Whether it was asked which of that is the cheapest or the dearest, which is the first.
    pub(crate) best_first: bool,
    /// What was shown before that, while a quote of it may still be changed: "rather the third one".
    pub(crate) earlier: Vec<ItemKey>,
    /// For how many more quotes that is kept.
    pub(crate) earlier_quotes: u8,
    /// The line spoken of last.
    pub(crate) focus: Option<usize>,
    /// The cart as it was before each of the last changes.
    pub(crate) undo: Vec<Cart>,
    /// What was asked and is not yet answered.
    pub(crate) pending: Option<Pending>,
    /// What else of that has to be chosen, one after the other.
    pub(crate) unchosen: Vec<Unchosen>,
    /// Whose goods are in the cart, as far as it was said.
    pub(crate) owners: Vec<(String, ItemKey)>,
    /// Options that were said of all of a kind that is bought in this conversation.
    pub(crate) standing: Vec<StandingKept>,
    /// The day on which to bring it, in days since 1970-01-01 in China, until the hour is said.
    pub(crate) due_day: Option<i64>,
    /// What was said since the quote that waits.
    pub(crate) since_quote: SinceQuote,
    /// The order of before that is to be cancelled once this one is placed.
    pub(crate) order_to_cancel: Option<OrderId>,
    /// Shops that the buyer has turned away from: 换一家 said again must not lead back.
    pub(crate) left: Vec<ShopId>,
    /// The language spoken last.
    pub(crate) language: Language,
}

/// What was said since a quote, which a yes may then be about as well.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SinceQuote {
    #[default]
    Nothing,
    /// Something else was said to the buyer.
    Else,
    /// The buyer asked for something that was not understood, and may have been about the quote.
    Unheard,
}

/// A question that waits for its answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Pending {
    /// Which of the offers? With what was said about it.
    WhichItem(WantKept),
    /// Really cancel this order?
    SureToCancel(Option<OrderId>),
    /// Cancel this order of before as well, now that another is placed?
    AlsoCancel(OrderId),
    /// What would you like?
    WhatToBuy,
    /// Would this time do, or as soon as can be where there is none?
    Later(Option<Time>),
    /// Would so many do, since there are no more of it?
    Fewer(ItemKey, u64),
    /// Where to?
    Place,
    /// At what hour of the day that was said?
    Hour,
    /// Allergic to what?
    AllergicToWhat,
    /// Something else that is answered by a sentence of its own: which line, where to.
    Answer,
}

/// Goods of which it is still to be asked which they are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Unchosen {
    /// What was said about them.
    pub(crate) kept: WantKept,
    /// What they may be.
    pub(crate) items: Vec<ItemKey>,
}

impl Dialogue {
    /// What is in the cart.
    pub fn cart(&self) -> &Cart {
        &self.cart
    }

    /// The language spoken last.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether all of the cart comes from the shops that are named, if any are: 要绿灯的，下单 is no yes to another shop's.
    pub(crate) fn is_all_from(&self, lexicon: &Lexicon, shops: &[ShopNo]) -> bool {
        let named = |line: &CartLine| {
            let shop = lexicon.item_no(&line.item).map(|no| lexicon.shop_of(no));
            shop.is_some_and(|shop| shops.contains(&shop))
        };
        shops.is_empty() || self.cart.lines.iter().all(named)
    }

    /// Whether what stands beside a yes changes nothing of it.
    pub(crate) fn is_only_yes(&self, assent: Assent) -> bool {
        assent == Assent::Plain || assent == Assent::Pointing && self.cart.lines.len() == 1
    }

    /// Whether a yes may be about the quote that waits. Once something else was said only one that places the order is, and
    /// none where something that was asked for was lost: "Chuck some mint in. Lovely, order it."
    pub(crate) fn may_agree(&self, orders: bool) -> bool {
        match self.since_quote {
            SinceQuote::Nothing => true,
            SinceQuote::Else => orders,
            SinceQuote::Unheard => false,
        }
    }

    /// The day that waits for its hour, if it is not over.
    pub(crate) fn day_to_come(&self, now: Time) -> Option<i64> {
        self.due_day.filter(|day| *day >= now.china_day())
    }

    /// The items in the cart and those shown last.
    pub(crate) fn items_spoken_of(&self, lexicon: &Lexicon) -> Vec<ItemNo> {
        let keys = self.cart.lines.iter().map(|line| &line.item).chain(&self.offers);
        keys.filter_map(|key| lexicon.item_no(key)).collect()
    }

    /// The order was placed: the cart is done with. The order of before that the buyer wanted to be cancelled, if there
    /// is one; whether they are sure is for [`Self::ask_to_cancel`].
    pub fn ordered(&mut self) -> Option<OrderId> {
        let before = std::mem::replace(self, Self { language: self.language, ..Self::default() });
        self.standing.clone_from(&before.standing);
        before.order_to_cancel
    }

    /// The buyer is asked whether to cancel this order of before; the next sentence does so if it says so in words.
    pub fn ask_to_cancel(&mut self, order: OrderId) {
        self.pending = Some(Pending::AlsoCancel(order));
    }

    /// The buyer is asked whether another time would do: this one, or as soon as can be.
    pub fn ask_for_time(&mut self, at: Option<Time>) {
        self.pending = Some(Pending::Later(at));
    }

    /// The buyer is asked whether as many as are left would do.
    pub fn ask_for_fewer(&mut self, item: ItemKey, left: u64) {
        self.pending = Some(Pending::Fewer(item, left));
    }

    /// Of an item no more than are left; what was said last of it gives way first.
    pub fn take_what_is_left(&mut self, item: &ItemKey, left: u64) {
        let mut rest = left;
        for line in self.cart.lines.iter_mut().filter(|line| line.item == *item) {
            line.quantity = line.quantity.min(u32::try_from(rest).unwrap_or(u32::MAX));
            rest -= u64::from(line.quantity);
        }
        self.cart.lines.retain(|line| line.quantity > 0);
        self.cart.constraints.units = None;
        self.focus = None;
    }
}
