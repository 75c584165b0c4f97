//! A buyer as stored.

use std::sync::Arc;

use domain::avoidance::{Avoidance, Strictness};
use domain::buyer::{Address, Buyer};
use domain::catalogue::Point;
use domain::digest::{hex, parse_hex};
use domain::id::BuyerId;
use domain::language::Language;
use domain::time::Time;
use serde::{Deserialize, Serialize};

/// A buyer without their number.
#[derive(Serialize, Deserialize)]
pub struct BuyerRecord {
    token_hash: Option<String>,
    language: String,
    birth_year: Option<u16>,
    addresses: Vec<AddressRecord>,
    /// What they do not eat, and whether it is an allergy. Buyers of before have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    avoids: Vec<(Arc<str>, bool)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    forgot_usual_at: Option<i64>,
    opened_at: i64,
}

/// An address.
#[derive(Serialize, Deserialize)]
pub struct AddressRecord {
    label: Arc<str>,
    text: Arc<str>,
    adcode: Option<Arc<str>>,
    point: Option<(i32, i32)>,
    example: bool,
}

impl From<&Buyer> for BuyerRecord {
    fn from(buyer: &Buyer) -> Self {
        Self {
            token_hash: buyer.token_hash.map(|hash| hex(&hash)),
            language: buyer.language.tag().into(),
            birth_year: buyer.birth_year,
            addresses: buyer.addresses.iter().map(Into::into).collect(),
            avoids: buyer.avoids.iter().map(|avoids| (avoids.what.clone(), is_allergy(avoids))).collect(),
            forgot_usual_at: buyer.forgot_usual_at.map(Time::as_micros),
            opened_at: buyer.opened_at.as_micros(),
        }
    }
}

impl BuyerRecord {
    /// The buyer with this number.
    pub fn named(self, id: BuyerId) -> Buyer {
        Buyer {
            id,
            token_hash: self.token_hash.as_deref().and_then(parse_hex),
            language: if self.language == "en" { Language::En } else { Language::Zh },
            birth_year: self.birth_year,
            addresses: self.addresses.into_iter().map(Into::into).collect(),
            avoids: self.avoids.into_iter().map(avoidance).collect(),
            forgot_usual_at: self.forgot_usual_at.map(Time::from_micros),
            opened_at: Time::from_micros(self.opened_at),
        }
    }
}

fn is_allergy(avoids: &Avoidance) -> bool {
    avoids.strictness == Strictness::Allergy
}

fn avoidance((what, allergy): (Arc<str>, bool)) -> Avoidance {
    Avoidance { what, strictness: if allergy { Strictness::Allergy } else { Strictness::Dislike } }
}

impl From<&Address> for AddressRecord {
    fn from(address: &Address) -> Self {
        Self {
            label: address.label.clone(),
            text: address.text.clone(),
            adcode: address.adcode.clone(),
            point: address.point.map(|point| (point.longitude_micro, point.latitude_micro)),
            example: address.example,
        }
    }
}

impl From<AddressRecord> for Address {
    fn from(record: AddressRecord) -> Self {
        let point = |(longitude_micro, latitude_micro)| Point { longitude_micro, latitude_micro };
        Self {
            label: record.label,
            text: record.text,
            adcode: record.adcode,
            point: record.point.map(point),
            example: record.example,
        }
    }
}
