//! What a file may hold at most, each with its reason. Whoever needs more changes a number here, knowingly.

/// Characters of an id: Google's feeds allow 50, and a hashed id in hexadecimal has 64.
pub const ID_CHARS_MAX: usize = 64;
/// Characters of a name: Google's feeds allow 150, and a phone shows 30.
pub const NAME_CHARS_MAX: usize = 150;
/// Characters of a description, as in Google's feeds.
pub const DESCRIPTION_CHARS_MAX: usize = 5_000;
/// Characters of a tag, a kind, a brand: Google's brand allows 70.
pub const WORD_CHARS_MAX: usize = 70;
/// Characters of an address, as couriers' forms allow.
pub const ADDRESS_CHARS_MAX: usize = 200;
/// Tags of a shop or an item: beyond that they are no longer what it is found by.
pub const TAGS_MAX: usize = 50;
/// Things to choose about one item: a person answers five.
pub const OPTIONS_MAX: usize = 30;
/// Values of one option: the longest list known is a paint shop's.
pub const VALUES_MAX: usize = 200;
/// Items of one shop: a large supermarket has 20,000.
pub const SHOP_ITEMS_MAX: usize = 50_000;
/// Items of one feed, which is a whole online merchant and not one kitchen.
pub const FEED_ITEMS_MAX: usize = 1_000_000;
/// Shops of one file.
pub const SHOPS_MAX: usize = 1_000_000;
/// Items of one file: ten million make some ten gigabytes of memory.
pub const ITEMS_MAX: usize = 10_000_000;
/// A price of CNY 1,000,000 in fen: above it a price in fen was multiplied once too often.
pub const PRICE_FEN_MAX: i64 = 100_000_000;
/// A delivery fee of CNY 1,000 in fen.
pub const DELIVERY_FEE_FEN_MAX: i64 = 100_000;
/// Units in stock.
pub const STOCK_MAX: i64 = 1_000_000_000;
/// Orders in ten minutes: no kitchen or warehouse prepares sixteen a second.
pub const ORDERS_PER_TEN_MINUTES_MAX: i64 = 10_000;
/// Minutes from order to door: 30 days, for what is shipped.
pub const MINUTES_MAX: i64 = 30 * 24 * 60;
/// Characters of a number: more digits than any number here can mean.
pub const NUMBER_CHARS_MAX: usize = 40;
/// Characters of a field's name.
pub const FIELD_CHARS_MAX: usize = 100;
/// Columns of a feed: Google's specification has some 100.
pub const COLUMNS_MAX: usize = 500;
/// Bytes of one record of a feed; the longest description takes 20,000.
pub const RECORD_BYTES_MAX: u64 = 1 << 20;
/// How deep an unread field of a feed may nest.
pub const DEPTH_MAX: usize = 32;

/// What a shops file need not say: orders that a shop prepares in ten minutes, of the size of a busy tea counter.
pub const ORDERS_PER_TEN_MINUTES_DEFAULT: u32 = 40;
/// What a shops file need not say: minutes from order to door.
pub const MINUTES_DEFAULT: u32 = 30;
