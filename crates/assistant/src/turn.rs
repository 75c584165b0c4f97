//! What comes of a sentence: a step for the desk to perform, and what to show and say with it.

use std::sync::Arc;

use domain::avoidance::Avoidance;
use domain::cart::Cart;
use domain::catalogue::{Item, Shop};
use domain::id::OrderId;
use domain::language::{Language, Text};
use domain::money::Money;

use crate::request::Request;

/// What comes of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// What was asked for.
    pub request: Request,
    /// What to do about it.
    pub step: Step,
    /// What to show, best first, at most [`crate::OFFERS_MAX`].
    pub offers: Vec<Offer>,
    /// What to tell the buyer along with it.
    pub notes: Vec<Note>,
    /// The words that nobody could place, as the buyer wrote them. They are said back.
    pub unread: Vec<String>,
    /// All that the buyer avoids from now on, if the sentence changed that: to be kept before the step is taken.
    pub avoids: Option<Vec<Avoidance>>,
    /// Whether fewer will do where there are not so many.
    pub or_fewer: bool,
    /// The language to answer in.
    pub language: Language,
}

/// What the desk does next.
#[expect(clippy::large_enum_variant, reason = "there is one of it at a time, and it is moved a few times")]
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Price this cart and show the quote. An earlier quote is void.
    Quote(Cart),
    /// The buyer agrees to the quote that waits: place the order, then call [`crate::Dialogue::ordered`].
    Confirm,
    /// The buyer does not want to order now; the quote may stay, nothing is placed.
    Hold,
    /// The buyer wants none of it: void the quote. The dialogue has already forgotten the cart.
    Discard,
    /// Cancel this order, or the newest one; the buyer has said that they are sure.
    CancelOrder(Option<OrderId>),
    /// Say where this order is, or the newest one.
    Track(Option<OrderId>),
    /// Nothing but to keep what the buyer said of themselves.
    Keep,
    /// Say what is kept of the buyer: what they avoid, where things go, what they usually have.
    Memory,
    /// Forget what they usually have and how they like it, and say what stays.
    ForgetUsual,
    /// Say what the buyer has: balance, vouchers, red packets.
    Wallet,
    /// Claim what the running campaign gives, and say what came of it.
    ClaimVoucher,
    /// Show how to give red packets, or give one of this amount to this many people.
    RedPacket {
        /// All of it together, if said.
        amount: Option<Money>,
        /// How many shares, if said.
        shares: Option<u32>,
    },
    /// Make an invitation and show it.
    Invite,
    /// Show the offers; nothing is ordered.
    ShowOffers,
    /// Ask; nothing is ordered until it is answered.
    Ask(Question),
    /// Nothing like what was asked for is sold here.
    NothingLikeThat,
    /// Somebody asks for a password, a code or a transfer: warn the buyer, and do nothing.
    Warn,
    /// Say what can be done here.
    Help,
    /// Say hello.
    Greet,
    /// Say that the sentence was not understood, and how to say it.
    NotUnderstood,
}

/// Why it is not known where to bring something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPlace {
    /// These words are no address that anybody could find.
    Vague(String),
    /// These words deny a place, and no other was said.
    Denied(String),
    /// It was asked before, and the answer says no place.
    Unsaid,
}

/// What has to be known first.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// Which of the offers?
    WhichItem,
    /// What would you like? The sentence says to buy, but not what.
    WhatToBuy,
    /// Which line of the cart is meant?
    WhichLine,
    /// Where to?
    WhereTo(NoPlace),
    /// At what hour of that day? In days since 1970-01-01 in China.
    WhatHour(i64),
    /// Where else to? This shop is in another town than the address, which is in the one named.
    OtherTown(Arc<Shop>, String),
    /// Really cancel the order?
    SureToCancel(Option<OrderId>),
    /// The buyer agreed, but no quote waits.
    NothingToConfirm,
    /// Nothing to cancel: no quote waits and no order is open.
    NothingToCancel,
    /// Nothing is in the cart that could be changed.
    NothingToEdit,
    /// "The usual", but there is no order yet.
    NoPastOrder,
    /// The offer referred to, such as "the fifth", was not shown.
    NoSuchOffer,
    /// Allergic to what?
    AllergicToWhat,
    /// How much, since the item is not sold in the amount that was said.
    HowMuch(Arc<Item>),
    /// Most of the sentence could not be read: is what was understood all right?
    OnlyPartly,
    /// The sentence agrees and says more that could not be read: agree to what?
    AgreeAgain,
}

/// Something the buyer should know about what was understood.
#[derive(Debug, Clone, PartialEq)]
pub enum Note {
    /// Several shops have it; this one was chosen.
    ChoseShop {
        /// What was chosen.
        item: Arc<Item>,
        /// Where.
        shop: Arc<Shop>,
        /// Why that shop.
        why: Why,
        /// What it was weighed against.
        against: Option<Against>,
    },
    /// No other shop sells it.
    OnlyShop(Arc<Item>, Arc<Shop>),
    /// The first cannot be had, so the second was taken, as the buyer said.
    TookOther(String, String),
    /// Nothing like it costs less.
    NothingCheaper(Arc<Item>),
    /// A vague amount: the least of it was taken.
    Roughly {
        /// What was taken.
        least: u32,
        /// What it may have meant at most.
        most: u32,
    },
    /// It is sold out.
    SoldOut(Arc<Item>, Arc<Shop>),
    /// The shop takes no orders now.
    Closed(Arc<Shop>),
    /// What one of it costs, with the options that were chosen.
    Costs(Arc<Item>, Money),
    /// What a choice adds to the price of one.
    ChoiceCosts(Text, Money),
    /// When the shop is open, and whether it is now.
    Hours(Arc<Shop>, bool),
    /// The shop that was named does not have it.
    NotAtShop(String),
    /// This was to be taken out or changed, but it is not in the cart.
    NotInCart(String),
    /// This option of what was replaced is not to be had of what replaces it.
    OptionLost(String),
    /// This shop is so many metres away, farther than a courier usually comes from.
    Far(Arc<Shop>, u32),
    /// Only shops that are far have it; this one is the nearest of them, so many metres away.
    OnlyFar(Arc<Shop>, u32),
    /// This is now bought from this shop, as the buyer wanted another one.
    Moved(Arc<Item>, Arc<Shop>),
    /// No shop but the one that the buyer does not want has it.
    NoOtherShop(Arc<Item>),
    /// The latest time said is so near that it is brought as soon as can be; the quote says when that is.
    AsSoonAsCanBe,
    /// Nothing that fits costs just so much, or so much at least.
    NotAtPrice(Money),
    /// All that fits costs more than was said.
    OverBudget(Money),
    /// What all of it would come to, with delivery, is more than was said.
    OverTotal {
        /// What was said.
        limit: Money,
        /// What it would come to.
        total: Money,
    },
    /// This will be kept out of every order from now on.
    Avoids(Avoidance),
    /// This may be in what they buy again.
    EatsAgain(Arc<str>),
    /// Nothing that they do not eat is kept any more.
    AvoidsNothing,
    /// No more things can be kept that they do not eat.
    AvoidsTooMany(usize),
    /// It was not chosen, or taken out of the cart, for what is or may be in it.
    LeftOut(Arc<Item>, Avoidance),
    /// What was asked for was not found; what is shown only goes with it.
    OnlyFor(String),
    /// An order can only be cancelled whole; these things of it were not spoken of.
    CancelsWhole(Vec<Arc<Item>>),
    /// Whether to cancel this order is asked once what is wanted now is ordered.
    CancelsLater(OrderId),
    /// This is in the cart already, with what is chosen of it and how many, while something else is asked.
    SoFar(Vec<(Arc<Item>, Vec<Text>, u32)>),
    /// What they say that they had before is in no order of theirs.
    NotHadBefore(String),
    /// Something was asked for that nobody here sells.
    NotSold(String),
    /// Of the lines of a past order, this one is no longer sold.
    NoLongerSold(String),
}

/// Why one shop of several was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is the only one that has the options asked for, is open, and has it in stock.
    OnlyFit,
    /// It has the other things in the cart too.
    SameShop,
    /// It costs least, with delivery.
    Cheapest,
    /// It is nearest.
    Nearest,
    /// The buyer named it, or it was chosen before.
    Said,
}

/// Another shop that sells the same: what choosing this one instead saves, and what it costs in way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// The best of the others.
    pub shop: Arc<Shop>,
    /// What the other would cost more, with delivery, in fen; negative where it would cost less.
    pub dearer_fen: i64,
    /// How many metres farther the other is; negative where it is nearer. `None` if a place is not known.
    pub farther_metres: Option<i64>,
}

/// Something to show: an item at its shop.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// What.
    pub item: Arc<Item>,
    /// Where.
    pub shop: Arc<Shop>,
    /// Whether the shop takes orders now.
    pub open: bool,
    /// Whether there is any left.
    pub in_stock: bool,
    /// Metres from the usual address, if both places are known.
    pub metres: Option<u32>,
}
