//! Names of things. A buyer's number decides its shard; a quote's and an order's number carries it.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// A part of the state that one executor decides over: everything that one order touches lives in one shard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Shard(pub u16);

/// Shards a store can have at most, so that a shard fits the low bits of an order's number.
pub const SHARDS_MAX: u16 = 1024;
const SHARD_BITS: u32 = 10;

macro_rules! number_id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = UnknownId;

            fn from_str(text: &str) -> Result<Self, UnknownId> {
                let digits = text.strip_prefix($prefix).ok_or(UnknownId)?;
                let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
                let number = digits.parse().ok().filter(|n| plain && *n <= i64::MAX.unsigned_abs());
                number.map(Self).ok_or(UnknownId)
            }
        }
    };
}

number_id!(
    /// A buyer. Written `b` and a number.
    BuyerId, "b"
);
number_id!(
    /// A quote. Written `q` and a number.
    QuoteId, "q"
);
number_id!(
    /// An order; it has the number of the quote that it came from, so a quote becomes at most one order.
    /// Written `o` and a number.
    OrderId, "o"
);

/// The text is not an id of the kind asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct UnknownId;

macro_rules! word_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Arc<str>);

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

word_id!(
    /// A shop, by the id its catalogue gives it.
    ShopId
);
word_id!(
    /// An item in its shop, by the id its catalogue gives it.
    ItemId
);
word_id!(
    /// A campaign.
    CampaignId
);

/// An item anywhere: its shop and its id there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemKey {
    /// The shop that sells it.
    pub shop: ShopId,
    /// Its id in that shop.
    pub item: ItemId,
}

impl ItemKey {
    /// The item `item` of the shop `shop`.
    pub fn new(shop: &str, item: &str) -> Self {
        Self { shop: shop.into(), item: item.into() }
    }
}

impl fmt::Display for ItemKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.shop, self.item)
    }
}

/// A voucher: a campaign gives a person one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VoucherId {
    /// Who holds it.
    pub buyer: BuyerId,
    /// Who pays for it.
    pub campaign: CampaignId,
}

impl BuyerId {
    /// The shard the buyer lives in, of `shards`: a mixed hash (the finaliser of splitmix64, Steele et al. 2014),
    /// because buyers' numbers grow with time.
    pub fn shard(self, shards: u16) -> Shard {
        let mut mixed = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let of = u64::from(shards.max(1));
        Shard(u16::try_from(mixed.rem_euclid(of)).expect("a remainder below a u16 fits"))
    }
}

impl QuoteId {
    /// The `sequence`-th number of `shard`.
    pub fn new(shard: Shard, sequence: u64) -> Self {
        Self((sequence << SHARD_BITS) | u64::from(shard.0))
    }

    /// The shard it lives in.
    pub fn shard(self) -> Shard {
        let low = self.0 & u64::from(SHARDS_MAX.saturating_sub(1));
        Shard(u16::try_from(low).expect("ten bits fit"))
    }

    /// The order that it becomes.
    pub fn order(self) -> OrderId {
        OrderId(self.0)
    }
}

impl OrderId {
    /// The shard it lives in.
    pub fn shard(self) -> Shard {
        self.quote().shard()
    }

    /// The quote that it came from.
    pub fn quote(self) -> QuoteId {
        QuoteId(self.0)
    }
}
