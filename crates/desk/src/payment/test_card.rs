//! A card for trying things out: it takes no money, and can be told to misbehave by its token.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Charge, Later, PaymentProvider, Silence, Verdict};

/// Pays.
pub const PAYS: &str = "test_pays";
/// Is declined.
pub const DECLINES: &str = "test_declines";
/// Takes the money and does not answer.
pub const TIMES_OUT: &str = "test_times_out";
/// Never gets the request, and so does not answer either.
pub const LOSES_THE_REQUEST: &str = "test_loses_the_request";
/// Takes the money once and answers twice.
pub const ANSWERS_TWICE: &str = "test_answers_twice";

/// The test provider. It remembers what it took, so that a test can count; what a token does never depends on that, so
/// a restart changes no answer.
#[derive(Debug, Default)]
pub struct TestCard {
    taken: Mutex<HashMap<String, Taken>>,
}

/// What was taken under one key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// How often money was taken.
    pub charges: u32,
    /// How often it was given back.
    pub refunds: u32,
    /// How often the provider answered.
    pub answers: u32,
}

impl TestCard {
    /// What was taken under a key.
    pub fn taken(&self, key: &str) -> Taken {
        self.book().get(key).copied().unwrap_or_default()
    }

    fn book(&self) -> MutexGuard<'_, HashMap<String, Taken>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A key that was charged is not charged again.
    fn charge(&self, key: &str, answers: u32) -> Verdict {
        let mut book = self.book();
        let taken = book.entry(key.into()).or_default();
        taken.charges = 1;
        taken.answers += answers;
        Verdict::Captured
    }
}

impl PaymentProvider for TestCard {
    fn capture<'a>(&'a self, charge: &'a Charge) -> Later<'a, Verdict> {
        Box::pin(async move {
            match &*charge.token {
                PAYS => Ok(self.charge(&charge.key, 1)),
                ANSWERS_TWICE => Ok(self.charge(&charge.key, 2)),
                TIMES_OUT => {
                    self.charge(&charge.key, 0);
                    Err(Silence)
                }
                LOSES_THE_REQUEST => Err(Silence),
                _ => Ok(Verdict::Declined),
            }
        })
    }

    fn look_up<'a>(&'a self, charge: &'a Charge) -> Later<'a, Option<Verdict>> {
        let found = match &*charge.token {
            PAYS | ANSWERS_TWICE | TIMES_OUT => Some(self.charge(&charge.key, 0)),
            LOSES_THE_REQUEST => None,
            _ => Some(Verdict::Declined),
        };
        Box::pin(async move { Ok(found) })
    }

    fn void<'a>(&'a self, charge: &'a Charge) -> Later<'a, Verdict> {
        Box::pin(async move { Ok(self.look_up(charge).await?.unwrap_or(Verdict::Declined)) })
    }

    fn refund<'a>(&'a self, charge: &'a Charge) -> Later<'a, ()> {
        self.book().entry(charge.key.clone()).or_default().refunds = 1;
        Box::pin(async { Ok(()) })
    }
}
