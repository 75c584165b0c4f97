//! Reading shops and goods from files that others write. All or nothing: everything is returned, or one error that says
//! where it is, what is wrong and what to do. Nothing is stored here, and the text of a file is never held as a whole.

mod error;
mod feed;
mod format;
mod items;
mod json;
mod json_text;
pub mod limits;
mod sentence;
mod shops;
mod source;
mod value;

use std::io::BufRead;

use domain::catalogue::{Item, Shop};

pub use error::{Fault, ImportError, Place};

/// What a file held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// Its shops, in its order.
    pub shops: Vec<Shop>,
    /// Their items, in its order.
    pub items: Vec<Item>,
    /// Columns of a feed that mean nothing here, with the number of items that had something in them. Shops files have
    /// none: an unknown field of a shops file is an error.
    pub ignored: Vec<IgnoredColumn>,
}

/// A column of a feed that was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IgnoredColumn {
    /// Its name in the file.
    pub name: String,
    /// Items that had something in it.
    pub items: u64,
}

/// How a feed is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedFormat {
    /// Separated by commas.
    Csv,
    /// Separated by tabs.
    Tsv,
    /// One JSON object a line.
    JsonLines,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A shops file.
    Shops,
    /// A product feed.
    Feed(FeedFormat),
}

impl Imported {
    /// Adds what `other` held.
    pub fn append(&mut self, mut other: Self) {
        self.shops.append(&mut other.shops);
        self.items.append(&mut other.items);
        self.ignored.append(&mut other.ignored);
    }
}

/// Reads a shops file. `progress` is told the bytes read so far, now and then.
///
/// # Errors
/// [`ImportError`] at the first thing that is wrong.
pub fn shops(input: impl BufRead, progress: &mut dyn FnMut(u64)) -> Result<Imported, ImportError> {
    shops::read(input, progress)
}

/// Reads a product feed with Google Merchant names. A feed is what one merchant sells: `shop` is that merchant, and all
/// items become its items. `progress` is told the bytes read so far, now and then.
///
/// # Errors
/// [`ImportError`] at the first thing that is wrong.
pub fn feed(
    input: impl BufRead,
    format: FeedFormat,
    shop: Shop,
    progress: &mut dyn FnMut(u64),
) -> Result<Imported, ImportError> {
    feed::read(input, format, shop, progress)
}

/// What a file is, by its name and its first bytes (a few hundred are enough); `None` if neither says.
pub fn format_of(name: &str, first: &[u8]) -> Option<Format> {
    format::format_of(name, first)
}
