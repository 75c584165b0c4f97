//! Payment providers behind one trait.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use domain::money::Money;

mod test_card;

pub use test_card::{ANSWERS_TWICE, DECLINES, LOSES_THE_REQUEST, PAYS, TIMES_OUT, TestCard};

/// A provider's answer, later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T, Silence>> + Send + 'a>>;

/// The provider has not answered; nobody knows what it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the payment provider did not answer")]
pub struct Silence;

/// What a provider says about a charge, for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The money was taken.
    Captured,
    /// Nothing was taken.
    Declined,
}

/// A charge: the same key is never charged twice, however often it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// The order's number.
    pub key: String,
    /// The provider's token for the card.
    pub token: Arc<str>,
    /// How much.
    pub amount: Money,
}

/// Takes money from cards and gives it back.
pub trait PaymentProvider: Send + Sync {
    /// Takes the money.
    fn capture<'a>(&'a self, charge: &'a Charge) -> Later<'a, Verdict>;

    /// What became of a charge; `None` if it never arrived.
    fn look_up<'a>(&'a self, charge: &'a Charge) -> Later<'a, Option<Verdict>>;

    /// Makes sure that a charge which never arrived never will. The verdict is final: captured if it came too late.
    fn void<'a>(&'a self, charge: &'a Charge) -> Later<'a, Verdict>;

    /// Gives back what was captured; again and again is once.
    fn refund<'a>(&'a self, charge: &'a Charge) -> Later<'a, ()>;
}
