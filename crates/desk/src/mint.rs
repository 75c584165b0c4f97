//! New numbers and secrets, from the clock and the entropy that the binary hands in.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::id::BuyerId;
use domain::receipt::IdempotencyKey;
use domain::time::Time;
use sha2::{Digest, Sha256};

/// Fills a buffer with bytes that nobody can guess.
pub type Entropy = Arc<dyn Fn(&mut [u8]) + Send + Sync>;

/// 2025-01-01T00:00:00Z in milliseconds: buyers' numbers count from here, which keeps them short for centuries.
const NUMBERS_BEGIN_MS: i64 = 1_735_689_600_000;
const CHANCE_BITS: u32 = 22;

/// Makes numbers and secrets.
#[derive(Clone)]
pub struct Mint {
    entropy: Entropy,
    /// The last buyer's number, so that within a process no number comes twice however still the clock stands.
    last: Arc<AtomicU64>,
}

impl Mint {
    /// A mint over a source of entropy.
    pub fn new(entropy: Entropy) -> Self {
        Self { entropy, last: Arc::default() }
    }

    /// A new buyer's number: 41 bits of milliseconds, so that buyers of a day lie together in the store, and 22 of
    /// chance.
    pub fn buyer(&self, now: Time) -> BuyerId {
        let ms = (now.as_micros() / 1000 - NUMBERS_BEGIN_MS).max(1).unsigned_abs();
        let chance = self.chance() & ((1 << CHANCE_BITS) - 1);
        let number = (ms & ((1 << 41) - 1)) << CHANCE_BITS | chance;
        let last = self.last.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| Some(number.max(last + 1)));
        BuyerId(number.max(last.map_or(0, |last| last + 1)))
    }

    /// A key for a command of our own making, used once.
    pub fn key(&self, now: Time) -> IdempotencyKey {
        IdempotencyKey::fresh(now.as_micros().max(0).unsigned_abs(), self.chance())
    }

    /// 32 bytes that nobody can guess, in hexadecimal.
    pub fn secret(&self) -> String {
        let mut bytes = [0; 32];
        (self.entropy)(&mut bytes);
        domain::digest::hex(&bytes)
    }

    fn chance(&self) -> u64 {
        let mut chance = [0; 8];
        (self.entropy)(&mut chance);
        u64::from_le_bytes(chance)
    }
}

/// The number of a buyer who is known by a name at a terminal.
pub fn named_buyer(name: &str) -> BuyerId {
    let hash: [u8; 32] = Sha256::digest(format!("terminal buyer {name}").as_bytes()).into();
    let [a, b, c, d, e, f, g, h, ..] = hash;
    BuyerId(u64::from_be_bytes([a, b, c, d, e, f, g, h]) >> 1)
}
