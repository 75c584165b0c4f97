//! Names of things. A buyer's number decides its slot; a quote's and an order's number carries it.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// A part of the state that one executor decides over: everything that one order touches lives in one shard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Shard(pub u16);

/// One of the [`SLOTS`] smallest parts of the state: a shard is a set of whole slots. Numbers carry their slot and not
/// their shard, so that they stay true when a store moves to one with more shards or fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Slot(pub u16);

/// Slots that the state is divided into, for good: they are the low bits of every number.
pub const SLOTS: u16 = 1024;
/// Shards a store can have at most: each has a slot at least.
pub const SHARDS_MAX: u16 = SLOTS;
const SLOT_BITS: u32 = 10;

impl Slot {
    /// The slot of something with this number: a mixed hash (the finaliser of splitmix64, Steele et al. 2014), because
    /// numbers grow with time.
    fn mixed(number: u64) -> Self {
        let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        Self(u16::try_from(mixed.rem_euclid(u64::from(SLOTS))).expect("a remainder below a u16 fits"))
    }

    /// The slot of something with a word for a name (FNV-1a, then mixed).
    fn of_word(word: &str) -> Self {
        let fnv = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Self::mixed(word.bytes().fold(0xcbf2_9ce4_8422_2325, fnv))
    }

    /// The slot that a number carries.
    pub fn carried_by(number: u64) -> Self {
        Self(u16::try_from(number & u64::from(SLOTS.saturating_sub(1))).expect("ten bits fit"))
    }

    /// The `sequence`-th number of this slot's shard.
    pub fn number(self, sequence: u64) -> u64 {
        (sequence << SLOT_BITS) | u64::from(self.0)
    }

    /// The shard it lies in, of `shards`.
    pub fn shard(self, shards: u16) -> Shard {
        Shard(self.0.checked_rem(shards).unwrap_or_default())
    }
}

impl Shard {
    /// The slot that this shard numbers its own affairs with: the first of its slots.
    pub fn slot(self) -> Slot {
        Slot(self.0)
    }
}

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
    /// The slot the buyer lives in.
    pub fn slot(self) -> Slot {
        Slot::mixed(self.0)
    }

    /// The shard the buyer lives in, of `shards`.
    pub fn shard(self, shards: u16) -> Shard {
        self.slot().shard(shards)
    }
}

impl ShopId {
    /// The shard, of `shards`, that what the shop has to give lies in before it is allotted to others.
    pub fn home(&self, shards: u16) -> Shard {
        Slot::of_word(&self.0).shard(shards)
    }
}

impl CampaignId {
    /// The slot that its own affairs are numbered with.
    pub fn slot(&self) -> Slot {
        Slot::of_word(&self.0)
    }

    /// The shard, of `shards`, that the campaign's budget lies in before it is allotted to others.
    pub fn home(&self, shards: u16) -> Shard {
        self.slot().shard(shards)
    }
}

impl QuoteId {
    /// The slot it lives in.
    pub fn slot(self) -> Slot {
        Slot::carried_by(self.0)
    }

    /// The shard it lives in, of `shards`.
    pub fn shard(self, shards: u16) -> Shard {
        self.slot().shard(shards)
    }

    /// The order that it becomes.
    pub fn order(self) -> OrderId {
        OrderId(self.0)
    }
}

impl OrderId {
    /// The slot it lives in.
    pub fn slot(self) -> Slot {
        self.quote().slot()
    }

    /// The shard it lives in, of `shards`.
    pub fn shard(self, shards: u16) -> Shard {
        self.slot().shard(shards)
    }

    /// The quote that it came from.
    pub fn quote(self) -> QuoteId {
        QuoteId(self.0)
    }
}
