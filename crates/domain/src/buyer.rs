//! A buyer: who orders, and where to.

use std::sync::Arc;

use crate::avoidance::{AVOIDANCES_MAX, Avoidance};
use crate::catalogue::Point;
use crate::digest::Digest;
use crate::id::BuyerId;
use crate::language::Language;
use crate::refusal::Refusal;
use crate::time::Time;

/// Addresses a buyer can keep at most.
pub const ADDRESSES_MAX: usize = 20;
/// Characters of an address at most.
pub const ADDRESS_CHARS_MAX: usize = 200;
/// Characters of an address's label at most.
pub const LABEL_CHARS_MAX: usize = 20;

/// A person who shops here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Buyer {
    /// Who it is.
    pub id: BuyerId,
    /// SHA-256 of the bearer token; the token itself is kept by the buyer alone. A buyer at the terminal has none.
    pub token_hash: Option<[u8; 32]>,
    /// The language they were last spoken to in.
    pub language: Language,
    /// Year of birth, if they care to say: for larger print and for what the law asks.
    pub birth_year: Option<u16>,
    /// Where things can go; the first is the usual one.
    pub addresses: Vec<Address>,
    /// What they do not eat, held against every quote.
    pub avoids: Vec<Avoidance>,
    /// When they last had forgotten what they usually have: what they ordered until then counts for nothing but the
    /// books. `None` if they never had.
    pub forgot_usual_at: Option<Time>,
    /// Since when.
    pub opened_at: Time,
}

/// A place to deliver to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// What the buyer calls it: 家, 公司; empty if it was said in passing.
    pub label: Arc<str>,
    /// The address as people write it.
    pub text: Arc<str>,
    /// The six-digit administrative code, if known.
    pub adcode: Option<Arc<str>>,
    /// Where it is, if known.
    pub point: Option<Point>,
    /// Whether it is one that we made up for a first try.
    pub example: bool,
}

impl Buyer {
    /// Whether what they tell can be kept.
    ///
    /// # Errors
    /// [`Refusal::BuyerFieldInvalid`] with the field and its value.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.addresses.len() > ADDRESSES_MAX {
            return Err(invalid("addresses", &self.addresses.len().to_string()));
        }
        if let Some(year) = self.birth_year.filter(|year| !(1900..=2100).contains(year)) {
            return Err(invalid("birth_year", &year.to_string()));
        }
        if self.avoids.len() > AVOIDANCES_MAX {
            return Err(invalid("avoids", &self.avoids.len().to_string()));
        }
        self.avoids.iter().try_for_each(Avoidance::check)?;
        self.addresses.iter().try_for_each(Address::check)
    }

    /// Whether an order placed then may tell what they usually have.
    pub fn remembers(&self, placed_at: Time) -> bool {
        self.forgot_usual_at.is_none_or(|forgot| placed_at > forgot)
    }

    /// Writes all of it to a digest.
    #[must_use]
    pub fn write(&self, digest: Digest) -> Digest {
        let forgot: Vec<_> = self.forgot_usual_at.into_iter().collect();
        digest
            .count(self.id.0)
            .bytes(self.token_hash.as_ref().map_or(&[], |hash| hash.as_slice()))
            .text(self.language.tag())
            .count(self.birth_year.map_or(0, u64::from))
            .list(&self.addresses, |digest, address| address.write(digest))
            .list(&self.avoids, |digest, avoids| avoids.write(digest))
            .list(&forgot, |digest, forgot| digest.number(forgot.as_micros()))
    }
}

impl Address {
    /// Whether it can be kept.
    ///
    /// # Errors
    /// [`Refusal::BuyerFieldInvalid`] with the field and its value.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.text.trim().is_empty() || self.text.chars().count() > ADDRESS_CHARS_MAX {
            return Err(invalid("text", &self.text));
        }
        if self.label.chars().count() > LABEL_CHARS_MAX {
            return Err(invalid("label", &self.label));
        }
        let digits = |code: &&Arc<str>| code.len() != 6 || !code.bytes().all(|b| b.is_ascii_digit());
        if let Some(code) = self.adcode.as_ref().filter(digits) {
            return Err(invalid("adcode", code));
        }
        Ok(())
    }

    /// Writes all of it to a digest.
    #[must_use]
    pub fn write(&self, digest: Digest) -> Digest {
        let point: Vec<_> = self.point.into_iter().collect();
        digest
            .text(&self.label)
            .text(&self.text)
            .text(self.adcode.as_deref().unwrap_or_default())
            .list(&point, |d, p| d.number(i64::from(p.longitude_micro)).number(i64::from(p.latitude_micro)))
            .count(u64::from(self.example))
    }
}

/// A value is quoted back at most this long.
const VALUE_CHARS_SHOWN: usize = 40;

pub(crate) fn invalid(field: &'static str, value: &str) -> Refusal {
    Refusal::BuyerFieldInvalid { field, value: value.chars().take(VALUE_CHARS_SHOWN).collect::<String>().into() }
}
