//! Money: a checked count of minor units with its currency. There is no float anywhere near it.

use std::fmt;

/// A currency by its ISO 4217 code. Its minor unit is a hundredth (for the yuan: a fen).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Currency {
    /// The Chinese yuan.
    #[default]
    Cny,
    /// The United States dollar; no shop sells in it yet, the ledger's rules are tested with it.
    Usd,
}

impl Currency {
    /// The ISO 4217 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Cny => "CNY",
            Self::Usd => "USD",
        }
    }
}

/// An amount in minor units (fen), negative for what is taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money {
    fen: i64,
    currency: Currency,
}

/// Why two amounts could not be put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The result does not fit 64 bits.
    #[error("amount too large")]
    TooLarge,
    /// Yuan and dollars do not add up.
    #[error("amounts in different currencies")]
    CurrencyMismatch,
}

impl Money {
    /// Nothing, in yuan.
    pub const ZERO: Self = Self::cny(0);

    /// `fen` hundredths of a yuan.
    pub const fn cny(fen: i64) -> Self {
        Self { fen, currency: Currency::Cny }
    }

    /// `minor` minor units of `currency`.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { fen: minor, currency }
    }

    /// Minor units (fen).
    pub const fn fen(self) -> i64 {
        self.fen
    }

    /// The currency it is in.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// Whether it is more than nothing.
    pub const fn is_positive(self) -> bool {
        self.fen > 0
    }

    /// Whether it is less than nothing.
    pub const fn is_negative(self) -> bool {
        self.fen < 0
    }

    /// Both together.
    ///
    /// # Errors
    /// [`MoneyError`] if the currencies differ or the sum does not fit.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_add)
    }

    /// What is left after `other` is taken away; may be negative.
    ///
    /// # Errors
    /// [`MoneyError`] if the currencies differ or the difference does not fit.
    pub fn minus(self, other: Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_sub)
    }

    /// `count` times as much.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`] if the product does not fit.
    pub fn times(self, count: u32) -> Result<Self, MoneyError> {
        let fen = self.fen.checked_mul(i64::from(count)).ok_or(MoneyError::TooLarge)?;
        Ok(Self { fen, ..self })
    }

    /// The same amount with its sign turned.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`] for the one amount that has no opposite.
    pub fn negated(self) -> Result<Self, MoneyError> {
        let fen = self.fen.checked_neg().ok_or(MoneyError::TooLarge)?;
        Ok(Self { fen, ..self })
    }

    /// The sum of all, in `currency`.
    ///
    /// # Errors
    /// [`MoneyError`] if one is in another currency or the sum does not fit.
    pub fn sum(amounts: impl IntoIterator<Item = Self>, currency: Currency) -> Result<Self, MoneyError> {
        amounts.into_iter().try_fold(Self::new(0, currency), Self::plus)
    }

    fn combine(self, other: Self, how: fn(i64, i64) -> Option<i64>) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::CurrencyMismatch);
        }
        let fen = how(self.fen, other.fen).ok_or(MoneyError::TooLarge)?;
        Ok(Self { fen, ..self })
    }
}

/// Yuan with two decimals and no sign of currency: `-25.00`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.fen < 0 { "-" } else { "" };
        let fen = self.fen.unsigned_abs();
        write!(f, "{sign}{}.{:02}", fen.div_euclid(100), fen.rem_euclid(100))
    }
}
