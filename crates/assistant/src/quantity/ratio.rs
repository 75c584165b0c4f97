//! Exact values: a whole number over another, so that a third is a third and ten fen are a tenth.

use std::cmp::Ordering;

/// Significant digits of a fraction that has no end: what a double can promise.
const DIGITS: u32 = 15;

/// An exact value. The denominator is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    above: i128,
    below: i128,
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Self = Self::whole(0);
    /// One.
    pub const ONE: Self = Self::whole(1);
    /// A half.
    pub const HALF: Self = Self { above: 1, below: 2 };

    /// A whole number.
    pub const fn whole(n: i128) -> Self {
        Self { above: n, below: 1 }
    }

    /// `above / below`; `None` if that is no number or too long to keep exactly.
    pub fn new(above: i128, below: i128) -> Option<Self> {
        let common = gcd(above.checked_abs()?, below.checked_abs()?);
        if below == 0 || common == 0 {
            return None;
        }
        let sign = below.signum();
        Some(Self { above: (above / common).checked_mul(sign)?, below: (below / common).checked_mul(sign)? })
    }

    /// The sum, if it can be kept exactly.
    pub fn plus(self, other: Self) -> Option<Self> {
        if self.below == other.below {
            let above = self.above.checked_add(other.above)?;
            return if self.below == 1 { Some(Self::whole(above)) } else { Self::new(above, self.below) };
        }
        let (left, right) = (self.above.checked_mul(other.below)?, other.above.checked_mul(self.below)?);
        Self::new(left.checked_add(right)?, self.below.checked_mul(other.below)?)
    }

    /// The product, if it can be kept exactly.
    pub fn times(self, other: Self) -> Option<Self> {
        if self.below == 1 && other.below == 1 {
            return Some(Self::whole(self.above.checked_mul(other.above)?));
        }
        Self::new(self.above.checked_mul(other.above)?, self.below.checked_mul(other.below)?)
    }

    /// The quotient, if there is one and it can be kept exactly.
    pub fn over(self, other: Self) -> Option<Self> {
        Self::new(self.above.checked_mul(other.below)?, self.below.checked_mul(other.above)?)
    }

    /// The power with a whole exponent, if it can be kept exactly.
    pub fn power(self, exponent: i32) -> Option<Self> {
        let raised = exponent.unsigned_abs();
        let power = Self { above: self.above.checked_pow(raised)?, below: self.below.checked_pow(raised)? };
        if exponent < 0 { Self::ONE.over(power) } else { Some(power) }
    }

    /// With the other sign.
    #[must_use]
    pub fn negative(self) -> Self {
        Self { above: self.above.saturating_neg(), below: self.below }
    }

    /// The value, if it is a whole number.
    pub fn to_whole(self) -> Option<i128> {
        (self.below == 1).then_some(self.above)
    }

    /// The value in thousandths, rounded down; `None` if it is negative or does not fit.
    pub fn to_milli(self) -> Option<u64> {
        u64::try_from(self.above.checked_mul(1000)?.div_euclid(self.below)).ok()
    }

    /// As a decimal. A whole number of up to 18 digits is written out; what is longer, or was said in powers of ten,
    /// has at most 15 significant digits, with an exponent where there would be too many zeros.
    pub fn decimal(self, scientific: bool) -> String {
        match i64::try_from(self.above) {
            Ok(whole) if self.below == 1 && !scientific => whole.to_string(),
            _ => self.significant(),
        }
    }

    fn significant(self) -> String {
        let sign = if self.above < 0 { "-" } else { "" };
        let (digits, exponent) = digits(self.above.unsigned_abs(), self.below.unsigned_abs());
        let digits = digits.trim_end_matches('0');
        if digits.is_empty() {
            return "0".to_owned();
        }
        let body = match usize::try_from(exponent) {
            Ok(before) if exponent < DIGITS.cast_signed() => fixed(digits, before + 1),
            Err(_) if exponent > -5 => {
                format!("0.{}{digits}", "0".repeat(usize::try_from(-1 - exponent).unwrap_or_default()))
            }
            _ => scientific_form(digits, exponent),
        };
        format!("{sign}{body}")
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.above.checked_mul(other.below)?.cmp(&other.above.checked_mul(self.below)?))
    }
}

fn gcd(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The first significant digits, rounded, and the exponent of ten of the first of them.
fn digits(above: u128, below: u128) -> (String, i32) {
    let (mut whole, mut rest) = (above / below, above % below);
    let mut exponent = 0;
    while whole == 0 && rest != 0 {
        rest = rest.saturating_mul(10);
        (whole, rest) = (rest / below, rest % below);
        exponent -= 1;
    }
    let mut length = whole.max(1).ilog10() + 1;
    exponent += if exponent == 0 { length.cast_signed() - 1 } else { 0 };
    while length < DIGITS && rest != 0 {
        rest = rest.saturating_mul(10);
        (whole, rest) = (whole * 10 + rest / below, rest % below);
        length += 1;
    }
    let up = if length > DIGITS {
        let unit = 10_u128.pow(length - DIGITS);
        let half = whole % unit >= unit / 2;
        whole /= unit;
        half
    } else {
        rest.saturating_mul(2) >= below
    };
    let text = (whole + u128::from(up)).to_string();
    let grown = text.len() > usize::try_from(length.min(DIGITS)).unwrap_or_default();
    (text, exponent + i32::from(grown))
}

fn fixed(digits: &str, before: usize) -> String {
    match digits.split_at_checked(before) {
        Some((whole, part)) if !part.is_empty() => format!("{whole}.{part}"),
        _ => format!("{digits:0<before$}"),
    }
}

fn scientific_form(digits: &str, exponent: i32) -> String {
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{first}{point}{rest}E{sign}{:02}", exponent.unsigned_abs())
}
