//! Keeps what a buyer tells about themselves: addresses, what they do not eat, birth year, language;
//! and forgets what they usually have.

use super::Decide;
use crate::avoidance::Avoidance;
use crate::buyer::{Address, Buyer};
use crate::digest::Digest;
use crate::id::BuyerId;
use crate::language::Language;
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::working_set::{Context, RowNames, WorkingSet};

/// Changes what is known of a buyer. What is `None` stays as it is.
#[derive(Debug, Clone)]
pub struct ChangeBuyer {
    /// Who.
    pub buyer: BuyerId,
    /// The language to speak.
    pub language: Option<Language>,
    /// Year of birth; `Some(None)` erases it.
    pub birth_year: Option<Option<u16>>,
    /// All addresses, the usual one first.
    pub addresses: Option<Vec<Address>>,
    /// All that they do not eat.
    pub avoids: Option<Vec<Avoidance>>,
    /// Whether what they usually have is to be forgotten, as of now.
    pub forget_usual: bool,
}

impl ChangeBuyer {
    /// A change of nothing yet.
    pub fn of(buyer: BuyerId) -> Self {
        Self { buyer, language: None, birth_year: None, addresses: None, avoids: None, forget_usual: false }
    }
}

impl Decide for ChangeBuyer {
    fn name_rows(&self, names: &mut RowNames) {
        names.buyers.insert(self.buyer);
    }

    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal> {
        let buyer = rows.buyers.get(&self.buyer).ok_or(Refusal::BuyerUnknown)?.clone();
        let changed = Buyer {
            language: self.language.unwrap_or(buyer.language),
            birth_year: self.birth_year.unwrap_or(buyer.birth_year),
            addresses: self.addresses.clone().unwrap_or(buyer.addresses),
            avoids: self.avoids.clone().unwrap_or(buyer.avoids),
            forgot_usual_at: if self.forget_usual { Some(context.now) } else { buyer.forgot_usual_at },
            ..buyer
        };
        changed.check()?;

        // After this point it must succeed.
        rows.next_number(self.buyer.slot());
        rows.buyers.put(self.buyer, changed);
        Ok(Outcome::BuyerChanged(self.buyer))
    }

    fn write(&self, digest: Digest) -> Digest {
        let digest = digest.count(self.buyer.0).text(self.language.map_or("", Language::tag));
        let digest = match self.birth_year {
            None => digest.text("keep"),
            Some(year) => digest.count(year.map_or(0, u64::from)),
        };
        let digest = match &self.addresses {
            None => digest.text("keep"),
            Some(addresses) => digest.list(addresses, |digest, address| address.write(digest)),
        };
        let digest = match &self.avoids {
            None => digest.text("keep"),
            Some(avoids) => digest.list(avoids, |digest, avoids| avoids.write(digest)),
        };
        digest.count(u64::from(self.forget_usual))
    }
}
