//! What is stored of each noun. These types belong to the schema's version; the rules' types are converted at this
//! edge and may change without the rows that are already there.
//!
//! Amounts are fen; the store keeps one currency so far, the yuan, and refuses to write another.

use std::sync::Arc;

use domain::language::Text;
use domain::money::{Currency, Money};
use serde::{Deserialize, Serialize};

use crate::StoreError;

pub mod account;
mod buyer;
mod campaign;
mod catalogue;
mod event;
mod mail;
pub mod order;
mod posting;
pub mod quote;
mod receipt;

pub use buyer::BuyerRecord;
pub use campaign::CampaignRecord;
pub use catalogue::{ItemRecord, ShopRecord};
pub use event::EventRecord;
pub use mail::AllotmentRecord;
pub use order::{OrderColumns, OrderRecord};
pub use posting::PostingRecord;
pub use quote::QuoteRecord;
pub use receipt::OutcomeRecord;

/// As JSON, which an engineer can read in any SQL shell.
pub fn encode<T: Serialize>(record: &T) -> String {
    serde_json::to_string(record).expect("records have string keys and no failing serializers")
}

/// From JSON; a row that does not read is damage, and is said so.
pub fn decode<'a, T: Deserialize<'a>>(what: &'static str, body: &'a str) -> Result<T, StoreError> {
    serde_json::from_str(body).map_err(|error| StoreError::Damaged { what, why: error.to_string() })
}

/// A name as `[zh, en]`.
#[derive(Serialize, Deserialize)]
pub struct TextRecord(Arc<str>, Arc<str>);

impl From<&Text> for TextRecord {
    fn from(text: &Text) -> Self {
        Self(text.zh.clone(), text.en.clone())
    }
}

impl From<TextRecord> for Text {
    fn from(record: TextRecord) -> Self {
        Self::new(record.0, record.1)
    }
}

/// Fen of a yuan amount.
pub fn fen(money: Money) -> i64 {
    assert_eq!(money.currency(), Currency::Cny, "the store keeps yuan only");
    money.fen()
}
