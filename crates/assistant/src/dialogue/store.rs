//! A dialogue as bytes, versioned: the types here are what is stored, not what the rules use.

use std::sync::Arc;

use domain::buyer::Address;
use domain::cart::{Cart, CartLine, Choice};
use domain::catalogue::Point;
use domain::constraint::{Arrival, Constraints, Excluded};
use domain::id::{ItemKey, OrderId, ShopId};
use domain::language::{Language, Text};
use domain::money::Money;
use domain::time::Time;
use serde::{Deserialize, Serialize};

use super::{Dialogue, PartKept, Pending, SinceQuote, StandingKept, Unchosen, WantKept};
use crate::read::{Amount, Measure};

/// The version written; another one is not read.
const VERSION: u16 = 1;

#[derive(Serialize, Deserialize, Default)]
struct Stored {
    v: u16,
    en: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lines: Vec<StoredLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<StoredAddress>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    offers: Vec<(Arc<str>, Arc<str>)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<(Arc<str>, Arc<str>)>,
    #[serde(default)]
    earlier_quotes: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    focus: Option<usize>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    undo: Vec<StoredCart>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    total_max: Option<i64>,
    #[serde(default, skip_serializing_if = "StoredSaid::is_nothing")]
    said: StoredSaid,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    left: Vec<Arc<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pending: Option<StoredPending>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    unchosen: Vec<StoredUnchosen>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    order_to_cancel: Option<u64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    owners: Vec<StoredOwner>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    standing: Vec<(Option<String>, String)>,
    #[serde(default)]
    best_first: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_day: Option<i64>,
    #[serde(default)]
    said_since_quote: bool,
    #[serde(default)]
    unheard_since_quote: bool,
}

/// Whose an item is, and which, by its shop and itself.
#[derive(Serialize, Deserialize)]
struct StoredOwner(String, Arc<str>, Arc<str>);

/// Goods that are still to be chosen.
#[derive(Serialize, Deserialize)]
struct StoredUnchosen {
    #[serde(flatten)]
    kept: StoredKept,
    items: Vec<(Arc<str>, Arc<str>)>,
}

/// What was said about goods before it was known which.
#[derive(Serialize, Deserialize, Default)]
struct StoredKept {
    /// A number alone, as dialogues of before have it.
    #[serde(default, skip_serializing, alias = "n")]
    quantity: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    amount: Option<StoredAmount>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    options: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    parts: Vec<(Option<u32>, Vec<String>)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    instead: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
}

/// Thousandths, from and to, of a measure.
#[derive(Serialize, Deserialize)]
struct StoredAmount(u32, u32, StoredMeasure);

#[derive(Serialize, Deserialize)]
enum StoredMeasure {
    Each,
    Form(u8),
    Grams(u32),
    Millilitres(u32),
}

/// A cart of before.
#[derive(Serialize, Deserialize)]
struct StoredCart {
    lines: Vec<StoredLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<StoredAddress>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    total_max: Option<i64>,
    #[serde(default, skip_serializing_if = "StoredSaid::is_nothing")]
    said: StoredSaid,
}

#[derive(Serialize, Deserialize)]
struct StoredLine {
    shop: Arc<str>,
    item: Arc<str>,
    n: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    options: Vec<(Arc<str>, Vec<Arc<str>>)>,
}

/// Shop and item, and the value that it must not have; none for an item that is not wanted at all.
type StoredExcluded = (Arc<str>, Arc<str>, Option<Arc<str>>);

/// What was said of the cart besides its total; dialogues of before have none.
#[derive(Serialize, Deserialize, Default)]
struct StoredSaid {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    prices: Vec<(Arc<str>, Arc<str>, i64)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<StoredAddress>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    shops: Vec<(Arc<str>, Arc<str>, Arc<str>)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    without: Vec<StoredExcluded>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    units: Option<u32>,
}

impl StoredSaid {
    fn is_nothing(&self) -> bool {
        let lists = self.prices.is_empty() && self.shops.is_empty() && self.without.is_empty();
        lists && self.at.is_none() && self.by.is_none() && self.to.is_none() && self.units.is_none()
    }
}

#[derive(Serialize, Deserialize)]
struct StoredAddress {
    label: Arc<str>,
    text: Arc<str>,
    adcode: Option<Arc<str>>,
    point: Option<(i32, i32)>,
    example: bool,
}

#[derive(Serialize, Deserialize)]
enum StoredPending {
    Which(StoredKept),
    Cancel(Option<u64>),
    AlsoCancel(u64),
    What,
    Place,
    Allergy,
    Answer,
    Hour,
    Later(Option<i64>),
    Fewer(Arc<str>, Arc<str>, u64),
}

impl Dialogue {
    /// The dialogue as bytes, to be kept between turns.
    pub fn to_bytes(&self) -> Vec<u8> {
        let key = |key: &ItemKey| (key.shop.0.clone(), key.item.0.clone());
        let stored = Stored {
            v: VERSION,
            en: self.language == Language::En,
            lines: self.cart.lines.iter().map(line_out).collect(),
            to: self.cart.address.as_ref().map(address_out),
            at: self.cart.deliver_at.map(Time::as_micros),
            offers: self.offers.iter().map(key).collect(),
            earlier: self.earlier.iter().map(key).collect(),
            earlier_quotes: self.earlier_quotes,
            left: self.left.iter().map(|shop| shop.0.clone()).collect(),
            focus: self.focus,
            undo: self.undo.iter().map(cart_out).collect(),
            total_max: self.cart.constraints.total_max.map(Money::fen),
            said: said_out(&self.cart.constraints),
            pending: self.pending.as_ref().map(pending_out),
            unchosen: self.unchosen.iter().map(unchosen_out).collect(),
            order_to_cancel: self.order_to_cancel.map(|order| order.0),
            owners: self
                .owners
                .iter()
                .map(|(owner, key)| StoredOwner(owner.clone(), key.shop.0.clone(), key.item.0.clone()))
                .collect(),
            standing: self.standing.iter().map(|known| (known.kind.clone(), known.option.clone())).collect(),
            best_first: self.best_first,
            due_day: self.due_day,
            said_since_quote: self.since_quote >= SinceQuote::Else,
            unheard_since_quote: self.since_quote == SinceQuote::Unheard,
        };
        serde_json::to_vec(&stored).expect("strings and numbers can always be written")
    }

    /// The dialogue that was kept. What cannot be read, or is of another version, starts anew.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        match serde_json::from_slice::<Stored>(bytes) {
            Ok(stored) if stored.v == VERSION => read(stored),
            _ => Self::default(),
        }
    }
}

fn read(stored: Stored) -> Dialogue {
    let Stored { lines, to, at, total_max, said, .. } = stored;
    let cart = cart_in(StoredCart { lines, to, at, total_max, said });
    Dialogue {
        undo: stored.undo.into_iter().map(cart_in).collect(),
        earlier: stored.earlier.into_iter().map(|(shop, item)| ItemKey::new(&shop, &item)).collect(),
        earlier_quotes: stored.earlier_quotes,
        left: stored.left.into_iter().map(ShopId).collect(),
        focus: stored.focus.filter(|focus| *focus < cart.lines.len()),
        cart,
        offers: stored.offers.iter().map(|(shop, item)| ItemKey::new(shop, item)).collect(),
        pending: stored.pending.map(pending_in),
        unchosen: stored.unchosen.into_iter().map(unchosen_in).collect(),
        order_to_cancel: stored.order_to_cancel.map(OrderId),
        owners: stored
            .owners
            .into_iter()
            .map(|StoredOwner(owner, shop, item)| (owner, ItemKey::new(&shop, &item)))
            .collect(),
        standing: stored.standing.into_iter().map(|(kind, option)| StandingKept { kind, option }).collect(),
        best_first: stored.best_first,
        due_day: stored.due_day,
        since_quote: match (stored.said_since_quote, stored.unheard_since_quote) {
            (_, true) => SinceQuote::Unheard,
            (true, false) => SinceQuote::Else,
            (false, false) => SinceQuote::Nothing,
        },
        language: if stored.en { Language::En } else { Language::Zh },
    }
}

fn unchosen_out(unchosen: &Unchosen) -> StoredUnchosen {
    StoredUnchosen {
        kept: kept_out(&unchosen.kept),
        items: unchosen.items.iter().map(|key| (key.shop.0.clone(), key.item.0.clone())).collect(),
    }
}

fn unchosen_in(stored: StoredUnchosen) -> Unchosen {
    Unchosen {
        kept: kept_in(stored.kept),
        items: stored.items.iter().map(|(shop, item)| ItemKey::new(shop, item)).collect(),
    }
}

fn kept_out(kept: &WantKept) -> StoredKept {
    let measure = |measure| match measure {
        Measure::Each => StoredMeasure::Each,
        Measure::Form(form) => StoredMeasure::Form(form),
        Measure::Grams(grams) => StoredMeasure::Grams(grams),
        Measure::Millilitres(millilitres) => StoredMeasure::Millilitres(millilitres),
    };
    StoredKept {
        quantity: None,
        amount: kept.amount.map(|amount| StoredAmount(amount.milli, amount.most, measure(amount.measure))),
        options: kept.options.clone(),
        parts: kept.parts.iter().map(|part| (part.quantity, part.options.clone())).collect(),
        instead: kept.instead,
        owner: kept.owner.clone(),
    }
}

fn kept_in(stored: StoredKept) -> WantKept {
    let measure = |measure| match measure {
        StoredMeasure::Each => Measure::Each,
        StoredMeasure::Form(form) => Measure::Form(form),
        StoredMeasure::Grams(grams) => Measure::Grams(grams),
        StoredMeasure::Millilitres(millilitres) => Measure::Millilitres(millilitres),
    };
    let amount =
        stored.amount.map(|StoredAmount(milli, most, of)| Amount { milli, most, measure: measure(of), value: None });
    let parts = stored.parts.into_iter().map(|(quantity, options)| PartKept { quantity, options });
    WantKept {
        amount: amount.or(stored.quantity.map(Amount::count)),
        options: stored.options,
        parts: parts.collect(),
        instead: stored.instead,
        owner: stored.owner,
    }
}

fn cart_out(cart: &Cart) -> StoredCart {
    StoredCart {
        lines: cart.lines.iter().map(line_out).collect(),
        to: cart.address.as_ref().map(address_out),
        at: cart.deliver_at.map(Time::as_micros),
        total_max: cart.constraints.total_max.map(Money::fen),
        said: said_out(&cart.constraints),
    }
}

fn cart_in(stored: StoredCart) -> Cart {
    Cart {
        lines: stored.lines.into_iter().map(line_in).collect(),
        address: stored.to.map(address_in),
        deliver_at: stored.at.map(Time::from_micros),
        constraints: said_in(stored.said, stored.total_max.map(Money::cny)),
    }
}

fn said_out(said: &Constraints) -> StoredSaid {
    let parts = |key: &ItemKey| (key.shop.0.clone(), key.item.0.clone());
    let price = |(item, limit): &(ItemKey, Money)| (item.shop.0.clone(), item.item.0.clone(), limit.fen());
    let shop = |(id, name): &(ShopId, Text)| (id.0.clone(), name.zh.clone(), name.en.clone());
    let without = |excluded: &Excluded| {
        let (item, value) = match excluded {
            Excluded::Item(item) => (item, None),
            Excluded::Value(item, value) => (item, Some(value.clone())),
        };
        let (shop, item) = parts(item);
        (shop, item, value)
    };
    StoredSaid {
        prices: said.price_max.iter().map(price).collect(),
        at: said
            .arrival
            .and_then(|arrival| if let Arrival::At(time) = arrival { Some(time.as_micros()) } else { None }),
        by: said
            .arrival
            .and_then(|arrival| if let Arrival::By(time) = arrival { Some(time.as_micros()) } else { None }),
        to: said.address.as_ref().map(address_out),
        shops: said.shops.iter().map(shop).collect(),
        without: said.excluded.iter().map(without).collect(),
        units: said.units,
    }
}

fn said_in(said: StoredSaid, total_max: Option<Money>) -> Constraints {
    let price = |(shop, item, fen): (Arc<str>, Arc<str>, i64)| (ItemKey::new(&shop, &item), Money::cny(fen));
    let without = |(shop, item, value): (Arc<str>, Arc<str>, Option<Arc<str>>)| {
        let item = ItemKey::new(&shop, &item);
        value.map_or(Excluded::Item(item.clone()), |value| Excluded::Value(item, value))
    };
    let at = said.at.map(|at| Arrival::At(Time::from_micros(at)));
    Constraints {
        total_max,
        price_max: said.prices.into_iter().map(price).collect(),
        arrival: at.or(said.by.map(|by| Arrival::By(Time::from_micros(by)))),
        address: said.to.map(address_in),
        shops: said.shops.into_iter().map(|(id, zh, en)| (ShopId(id), Text { zh, en })).collect(),
        excluded: said.without.into_iter().map(without).collect(),
        units: said.units,
    }
}

fn line_out(line: &CartLine) -> StoredLine {
    let options = line.options.iter().map(|choice| (choice.group.clone(), choice.values.clone())).collect();
    StoredLine { shop: line.item.shop.0.clone(), item: line.item.item.0.clone(), n: line.quantity, options }
}

fn line_in(line: StoredLine) -> CartLine {
    let options = line.options.into_iter().map(|(group, values)| Choice { group, values }).collect();
    CartLine { item: ItemKey::new(&line.shop, &line.item), quantity: line.n, options }
}

fn address_out(address: &Address) -> StoredAddress {
    StoredAddress {
        label: address.label.clone(),
        text: address.text.clone(),
        adcode: address.adcode.clone(),
        point: address.point.map(|point| (point.longitude_micro, point.latitude_micro)),
        example: address.example,
    }
}

fn address_in(address: StoredAddress) -> Address {
    let point = |(longitude_micro, latitude_micro)| Point { longitude_micro, latitude_micro };
    Address {
        label: address.label,
        text: address.text,
        adcode: address.adcode,
        point: address.point.map(point),
        example: address.example,
    }
}

fn pending_out(pending: &Pending) -> StoredPending {
    match pending {
        Pending::WhichItem(kept) => StoredPending::Which(kept_out(kept)),
        Pending::SureToCancel(order) => StoredPending::Cancel(order.map(|order| order.0)),
        Pending::AlsoCancel(order) => StoredPending::AlsoCancel(order.0),
        Pending::WhatToBuy => StoredPending::What,
        Pending::Place => StoredPending::Place,
        Pending::Later(at) => StoredPending::Later(at.map(Time::as_micros)),
        Pending::Fewer(item, left) => StoredPending::Fewer(item.shop.0.clone(), item.item.0.clone(), *left),
        Pending::AllergicToWhat => StoredPending::Allergy,
        Pending::Hour => StoredPending::Hour,
        Pending::Answer => StoredPending::Answer,
    }
}

fn pending_in(pending: StoredPending) -> Pending {
    match pending {
        StoredPending::Which(kept) => Pending::WhichItem(kept_in(kept)),
        StoredPending::Cancel(order) => Pending::SureToCancel(order.map(OrderId)),
        StoredPending::AlsoCancel(order) => Pending::AlsoCancel(OrderId(order)),
        StoredPending::What => Pending::WhatToBuy,
        StoredPending::Place => Pending::Place,
        StoredPending::Later(at) => Pending::Later(at.map(Time::from_micros)),
        StoredPending::Fewer(shop, item, left) => Pending::Fewer(ItemKey::new(&shop, &item), left),
        StoredPending::Allergy => Pending::AllergicToWhat,
        StoredPending::Hour => Pending::Hour,
        StoredPending::Answer => Pending::Answer,
    }
}
