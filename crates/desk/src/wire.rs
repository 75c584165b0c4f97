//! The object that `chat --json` and `POST /api/chat` answer with: a contract, so its types are its own.
//!
//! Amounts are fen; times are RFC 3339 with China's offset. Names of options are Chinese, as in the catalogue.

use std::collections::BTreeMap;

use domain::order::Order;
use domain::quote::{Quote, QuoteChoice, QuoteLine, Terms};
use domain::time::Time;
use serde::Serialize;

use crate::answer::Answer;

/// The answer to a sentence.
#[derive(Debug, Clone, Serialize)]
pub struct AnswerBody {
    /// What to say.
    pub reply: String,
    /// `order|search|edit|confirm|cancel|track|reorder|wallet|campaign|red_packet|invite|help|unclear`.
    pub request: &'static str,
    /// What to show.
    pub offers: Vec<OfferBody>,
    /// What waits for the buyer's yes.
    pub quote: Option<QuoteBody>,
    /// What was ordered or asked about.
    pub order: Option<OrderBody>,
    /// What nobody could place.
    pub unread: Vec<String>,
    /// `fast` or `model`.
    pub reader: &'static str,
    /// The code of the refusal, if what was asked for could not be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<&'static str>,
}

/// Something to choose.
#[derive(Debug, Clone, Serialize)]
pub struct OfferBody {
    /// The shop's name, in the language of the reply.
    pub shop: String,
    /// The item's name.
    pub item: String,
    /// The price of one, fen.
    pub price: i64,
    /// The shop's id.
    pub shop_id: String,
    /// The item's id.
    pub item_id: String,
    /// Whether the shop takes orders now.
    pub open: bool,
    /// Whether any are left.
    pub in_stock: bool,
    /// Metres from the usual address, if known.
    pub metres: Option<u32>,
}

/// A quote.
#[derive(Debug, Clone, Serialize)]
pub struct QuoteBody {
    /// Its number.
    pub id: String,
    /// What it says.
    #[serde(flatten)]
    pub terms: TermsBody,
    /// What to agree to.
    pub hash: String,
    /// Until when.
    pub expires_at: String,
}

/// What a quote or an order says.
#[derive(Debug, Clone, Serialize)]
pub struct TermsBody {
    /// The goods.
    pub lines: Vec<LineBody>,
    /// What is taken off, negative.
    pub discounts: Vec<DiscountBody>,
    /// How it comes.
    pub delivery: DeliveryBody,
    /// What the buyer pays.
    pub total: i64,
    /// `wallet` or `card`.
    pub payment: &'static str,
}

/// So many of one item.
#[derive(Debug, Clone, Serialize)]
pub struct LineBody {
    /// The shop's id.
    pub shop_id: String,
    /// The item's id.
    pub item_id: String,
    /// The item's name in Chinese.
    pub name: String,
    /// The item's name in English.
    pub name_en: String,
    /// How many.
    pub quantity: u32,
    /// What was chosen, the defaults included.
    pub options: BTreeMap<String, ValueBody>,
    /// Price and options, times quantity.
    pub amount: i64,
}

/// One value, or a list where several may be taken.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum ValueBody {
    /// The value of an option that takes one.
    One(String),
    /// The values of an option that takes several.
    Many(Vec<String>),
}

/// What is taken off.
#[derive(Debug, Clone, Serialize)]
pub struct DiscountBody {
    /// The campaign.
    pub code: String,
    /// How much, negative.
    pub amount: i64,
}

/// How it comes.
#[derive(Debug, Clone, Serialize)]
pub struct DeliveryBody {
    /// Where to.
    pub address: String,
    /// What the buyer calls that place.
    pub label: String,
    /// What bringing it costs.
    pub fee: i64,
    /// When it is promised.
    pub at: String,
}

/// An order.
#[derive(Debug, Clone, Serialize)]
pub struct OrderBody {
    /// Its number.
    pub id: String,
    /// Where it stands.
    pub state: &'static str,
    /// What was agreed to.
    #[serde(flatten)]
    pub terms: TermsBody,
    /// What was taken.
    pub captured: i64,
    /// What went back.
    pub refunded: i64,
    /// When it was placed.
    pub placed_at: String,
}

impl From<&Answer> for AnswerBody {
    fn from(answer: &Answer) -> Self {
        let language = answer.language;
        let offer = |offer: &assistant::Offer| OfferBody {
            shop: offer.shop.name.get(language).into(),
            item: offer.item.name.get(language).into(),
            price: offer.item.price.fen(),
            shop_id: offer.shop.id.to_string(),
            item_id: offer.item.key.item.to_string(),
            open: offer.open,
            in_stock: offer.in_stock,
            metres: offer.metres,
        };
        Self {
            reply: answer.reply.clone(),
            request: answer.request.word(),
            offers: answer.offers.iter().map(offer).collect(),
            quote: answer.quote.as_deref().map(Into::into),
            order: answer.order.as_ref().map(Into::into),
            unread: answer.unread.clone(),
            reader: "fast",
            refusal: answer.refusal.as_ref().map(domain::refusal::Refusal::code),
        }
    }
}

impl AnswerBody {
    /// The answer to a sentence that could not be taken at all.
    pub fn refused(refusal: &domain::refusal::Refusal, language: domain::language::Language) -> Self {
        Self {
            reply: refusal.sentence(language),
            request: assistant::Request::Unclear.word(),
            offers: Vec::new(),
            quote: None,
            order: None,
            unread: Vec::new(),
            reader: "fast",
            refusal: Some(refusal.code()),
        }
    }
}

impl From<&Quote> for QuoteBody {
    fn from(quote: &Quote) -> Self {
        Self {
            id: quote.id.to_string(),
            terms: (&quote.terms).into(),
            hash: quote.hash.to_string(),
            expires_at: rfc3339(quote.expires_at),
        }
    }
}

impl From<&Order> for OrderBody {
    fn from(order: &Order) -> Self {
        Self {
            id: order.id.to_string(),
            state: order.state.word(),
            terms: (&order.quote.terms).into(),
            captured: order.payment.captured.fen(),
            refunded: order.payment.refunded.fen(),
            placed_at: rfc3339(order.placed_at),
        }
    }
}

impl From<&Terms> for TermsBody {
    fn from(terms: &Terms) -> Self {
        let discount = |discount: &domain::quote::Discount| DiscountBody {
            code: discount.campaign.to_string(),
            amount: -discount.amount.fen(),
        };
        Self {
            lines: terms.lines.iter().map(Into::into).collect(),
            discounts: terms.discounts.iter().map(discount).collect(),
            delivery: DeliveryBody {
                address: terms.address.text.to_string(),
                label: terms.address.label.to_string(),
                fee: terms.delivery_fee.fen(),
                at: rfc3339(terms.deliver_at),
            },
            total: terms.total.fen(),
            payment: match terms.payment {
                domain::payment::PaymentMethod::Wallet => "wallet",
                domain::payment::PaymentMethod::Card { .. } => "card",
            },
        }
    }
}

impl From<&QuoteLine> for LineBody {
    fn from(line: &QuoteLine) -> Self {
        Self {
            shop_id: line.item.shop.to_string(),
            item_id: line.item.item.to_string(),
            name: line.name.zh.to_string(),
            name_en: line.name.en.to_string(),
            quantity: line.quantity,
            options: line.options.iter().map(|choice| (choice.group.zh.to_string(), value(choice))).collect(),
            amount: line.amount.fen(),
        }
    }
}

fn value(choice: &QuoteChoice) -> ValueBody {
    let mut values: Vec<_> = choice.values.iter().map(|value| value.zh.to_string()).collect();
    match (choice.many, values.pop()) {
        (false, Some(only)) => ValueBody::One(only),
        (_, last) => ValueBody::Many(values.into_iter().chain(last).collect()),
    }
}

/// A time as China writes it.
pub fn rfc3339(time: Time) -> String {
    let at = jiff::Timestamp::from_microsecond(time.as_micros()).unwrap_or_default();
    let at = at.round(jiff::Unit::Second).unwrap_or(at);
    at.display_with_offset(jiff::tz::offset(8)).to_string()
}
