//! A quote as stored, within its own row and within its order's.

use std::sync::Arc;

use domain::catalogue::Hours;
use domain::digest::{hex, parse_hex};
use domain::id::{BuyerId, CampaignId, ItemKey, QuoteId, ShopId};
use domain::money::Money;
use domain::payment::PaymentMethod;
use domain::quote::{Discount, Quote, QuoteChoice, QuoteHash, QuoteLine, QuoteShop, Terms};
use domain::time::Time;
use serde::{Deserialize, Serialize};

use super::buyer::AddressRecord;
use super::{TextRecord, fen};
use crate::StoreError;

/// A quote without its number.
#[derive(Serialize, Deserialize)]
pub struct QuoteRecord {
    buyer: u64,
    lines: Vec<LineRecord>,
    shops: Vec<QuoteShopRecord>,
    discounts: Vec<(Arc<str>, i64)>,
    address: AddressRecord,
    deliver_at: i64,
    delivery_fee: i64,
    /// The card's token; none for the wallet.
    card: Option<Arc<str>>,
    total: i64,
    offered_at: i64,
    expires_at: i64,
    hash: String,
}

#[derive(Serialize, Deserialize)]
struct LineRecord {
    shop: Arc<str>,
    item: Arc<str>,
    name: TextRecord,
    quantity: u32,
    options: Vec<(TextRecord, Vec<TextRecord>, bool)>,
    amount: i64,
    stocked: bool,
}

#[derive(Serialize, Deserialize)]
struct QuoteShopRecord {
    id: Arc<str>,
    name: TextRecord,
    hours: (u32, u32),
    orders_per_ten_minutes: u32,
    minutes: u32,
    delivery_fee: i64,
    goods: i64,
}

impl From<&Quote> for QuoteRecord {
    fn from(quote: &Quote) -> Self {
        let terms = &quote.terms;
        Self {
            buyer: quote.buyer.0,
            lines: terms.lines.iter().map(Into::into).collect(),
            shops: terms.shops.iter().map(Into::into).collect(),
            discounts: terms.discounts.iter().map(|d| (d.campaign.0.clone(), fen(d.amount))).collect(),
            address: (&terms.address).into(),
            deliver_at: terms.deliver_at.as_micros(),
            delivery_fee: fen(terms.delivery_fee),
            card: card_token(&terms.payment),
            total: fen(terms.total),
            offered_at: quote.offered_at.as_micros(),
            expires_at: quote.expires_at.as_micros(),
            hash: hex(&quote.hash.0),
        }
    }
}

impl QuoteRecord {
    /// The quote with this number.
    pub fn named(self, id: QuoteId) -> Result<Quote, StoreError> {
        let damaged = || StoreError::Damaged { what: "quote", why: format!("{id} has no hash") };
        let hash = QuoteHash(parse_hex(&self.hash).ok_or_else(damaged)?);
        let shops: Result<_, _> = self.shops.into_iter().map(QuoteShopRecord::read).collect();
        let discount = |(campaign, amount)| Discount { campaign: CampaignId(campaign), amount: Money::cny(amount) };
        let terms = Terms {
            lines: self.lines.into_iter().map(Into::into).collect(),
            shops: shops?,
            discounts: self.discounts.into_iter().map(discount).collect(),
            address: self.address.into(),
            deliver_at: Time::from_micros(self.deliver_at),
            delivery_fee: Money::cny(self.delivery_fee),
            payment: self.card.map_or(PaymentMethod::Wallet, |token| PaymentMethod::Card { token }),
            total: Money::cny(self.total),
        };
        let (offered_at, expires_at) = (Time::from_micros(self.offered_at), Time::from_micros(self.expires_at));
        Ok(Quote { id, buyer: BuyerId(self.buyer), terms, offered_at, expires_at, hash })
    }
}

/// The token of a card; none for the wallet.
pub fn card_token(method: &PaymentMethod) -> Option<Arc<str>> {
    match method {
        PaymentMethod::Wallet => None,
        PaymentMethod::Card { token } => Some(token.clone()),
    }
}

impl From<&QuoteLine> for LineRecord {
    fn from(line: &QuoteLine) -> Self {
        let choice = |c: &QuoteChoice| ((&c.group).into(), c.values.iter().map(Into::into).collect(), c.many);
        Self {
            shop: line.item.shop.0.clone(),
            item: line.item.item.0.clone(),
            name: (&line.name).into(),
            quantity: line.quantity,
            options: line.options.iter().map(choice).collect(),
            amount: fen(line.amount),
            stocked: line.stocked,
        }
    }
}

impl From<LineRecord> for QuoteLine {
    fn from(record: LineRecord) -> Self {
        let choice = |(group, values, many): (TextRecord, Vec<TextRecord>, bool)| QuoteChoice {
            group: group.into(),
            values: values.into_iter().map(Into::into).collect(),
            many,
        };
        Self {
            item: ItemKey { shop: ShopId(record.shop), item: domain::id::ItemId(record.item) },
            name: record.name.into(),
            quantity: record.quantity,
            options: record.options.into_iter().map(choice).collect(),
            amount: Money::cny(record.amount),
            stocked: record.stocked,
        }
    }
}

impl From<&QuoteShop> for QuoteShopRecord {
    fn from(shop: &QuoteShop) -> Self {
        Self {
            id: shop.id.0.clone(),
            name: (&shop.name).into(),
            hours: shop.hours.bounds(),
            orders_per_ten_minutes: shop.orders_per_ten_minutes,
            minutes: shop.minutes,
            delivery_fee: fen(shop.delivery_fee),
            goods: fen(shop.goods),
        }
    }
}

impl QuoteShopRecord {
    fn read(self) -> Result<QuoteShop, StoreError> {
        let (opens, closes) = self.hours;
        let day = 24 * 60;
        let closes = if closes > day { closes - day } else { closes };
        let damaged = || StoreError::Damaged { what: "quote", why: format!("hours {opens} to {closes}") };
        Ok(QuoteShop {
            id: ShopId(self.id),
            name: self.name.into(),
            hours: Hours::new(opens, closes).ok_or_else(damaged)?,
            orders_per_ten_minutes: self.orders_per_ten_minutes,
            minutes: self.minutes,
            delivery_fee: Money::cny(self.delivery_fee),
            goods: Money::cny(self.goods),
        })
    }
}
