//! Finding items: words by the index, everything else by looking at what the words found.

mod accessory;
pub(crate) mod columns;
mod fillers;
mod filter;
mod find;
mod hits;
pub(crate) mod index;
mod opinion;
mod synonyms;
mod tokens;
mod vocabulary;
mod without;
mod words;

use std::sync::Arc;

use domain::catalogue::{Item, Point, Shop};
use domain::id::ShopId;
use domain::money::Money;
use domain::time::Time;

pub use accessory::{goes_with_others, is_only_for};
pub use opinion::{OPINION_FOUND_MAX, SecondOpinion};

/// The most that one search returns; a person looks at ten, a machine can ask more narrowly.
pub const SEARCH_LIMIT_MAX: usize = 200;
/// Returned when the search does not say.
const LIMIT_DEFAULT: usize = 20;

/// What is looked for. Everything that is set must hold; [`Search::default`] finds everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// Words in Chinese, English or pinyin, as a person writes them; empty for no words. They are looked up in names,
    /// option values, tags, brand, shop name and kind, and in descriptions. At most [`WORDS_CHARS_MAX`] characters count.
    pub words: String,
    /// Only shops of this kind, such as `drinks`.
    pub kind: Option<Arc<str>>,
    /// Only this shop.
    pub shop: Option<ShopId>,
    /// Only this brand: the item's, or a shop whose name has it.
    pub brand: Option<Arc<str>>,
    /// Only items that cost at least this, without options.
    pub price_min: Option<Money>,
    /// Only items that cost at most this, without options.
    pub price_max: Option<Money>,
    /// Where the buyer is.
    pub near: Option<Point>,
    /// Only shops within so many metres of `near`; shops that are nowhere in particular count as everywhere.
    pub within_metres: Option<u32>,
    /// When it should be open: tells [`Found::open`], and puts open shops before closed ones.
    pub open_at: Option<Time>,
    /// Only shops that are open at `open_at`.
    pub open_only: bool,
    /// Only items that are in stock at this moment.
    pub in_stock_only: bool,
    /// Words that must occur neither in name, tags nor description. "不辣" and "nut-free" do not count as occurring.
    pub without: Vec<String>,
    /// What comes first.
    pub sort: Sort,
    /// How many to return, at most [`SEARCH_LIMIT_MAX`].
    pub limit: usize,
}

/// Characters of [`Search::words`] that count: longer than any name, short enough to bound the work.
pub const WORDS_CHARS_MAX: usize = 100;

/// What comes first. Items that have every word come before those that have some, whatever the order asked for: the
/// cheapest pearl milk tea is a pearl milk tea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// What fits the words best; then what is in stock, open and near.
    #[default]
    Best,
    /// The lowest price.
    Cheapest,
    /// The shortest way; needs [`Search::near`].
    Nearest,
}

/// An item that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The item.
    pub item: Arc<Item>,
    /// Its shop.
    pub shop: Arc<Shop>,
    /// How well it fits; comparable within one answer only. Nothing is 0, and without words all are 0.
    pub score: f32,
    /// Whether it has every word that was looked for. If the first has not, say so: it is not what was asked for.
    pub every_word: bool,
    /// Whether it is only something for what was looked for: a case for the phone, ink for the printer. If the first is,
    /// say so: the thing itself was not found.
    pub only_for: bool,
    /// Metres from the buyer; `None` if it is not known where one of them is.
    pub metres: Option<u32>,
    /// Whether its shop takes orders at [`Search::open_at`]; `true` if the search does not say when.
    pub open: bool,
    /// Whether it is in stock at this moment.
    pub in_stock: bool,
}

impl Default for Search {
    fn default() -> Self {
        Self {
            words: String::new(),
            kind: None,
            shop: None,
            brand: None,
            price_min: None,
            price_max: None,
            near: None,
            within_metres: None,
            open_at: None,
            open_only: false,
            in_stock_only: false,
            without: Vec::new(),
            sort: Sort::Best,
            limit: LIMIT_DEFAULT,
        }
    }
}

impl Search {
    /// Looks for `words` and nothing else.
    pub fn words(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }
}
