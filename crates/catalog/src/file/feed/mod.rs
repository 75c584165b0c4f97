//! Product feeds with Google Merchant names. A feed is what one merchant sells.

mod columns;
mod item;
mod lines;
mod table;

use std::collections::HashSet;
use std::io::BufRead;

use domain::catalogue::Shop;
use domain::id::ItemId;

use self::columns::{Ignored, Record};
use super::error::{Fault, ImportError, Place};
use super::limits::FEED_ITEMS_MAX;
use super::shops::Words;
use super::{FeedFormat, Imported};

/// Reads the whole feed.
pub(super) fn read(
    input: impl BufRead,
    format: FeedFormat,
    shop: Shop,
    progress: &mut dyn FnMut(u64),
) -> Result<Imported, ImportError> {
    let mut reading = Reading::new(shop);
    match format {
        FeedFormat::Csv => table::read(input, b',', &mut reading, progress)?,
        FeedFormat::Tsv => table::read(input, b'\t', &mut reading, progress)?,
        FeedFormat::JsonLines => lines::read(input, &mut reading, progress)?,
    }
    Ok(reading.finish())
}

/// What was read so far.
struct Reading {
    imported: Imported,
    ids: HashSet<ItemId>,
    words: Words,
    ignored: Ignored,
}

impl Reading {
    fn new(shop: Shop) -> Self {
        let imported = Imported { shops: vec![shop], ..Imported::default() };
        Self { imported, ids: HashSet::new(), words: Words::default(), ignored: Ignored::default() }
    }

    /// Takes one record, which began on `line`.
    fn record(&mut self, record: &Record, line: u64) -> Result<(), ImportError> {
        let error =
            |path: &str, fault| ImportError { place: Place { line, column: None, path: path.to_owned() }, fault };
        if self.imported.items.len() >= FEED_ITEMS_MAX {
            return Err(error("", Fault::TooMany { most: FEED_ITEMS_MAX }));
        }
        let item = item::item(record, &self.imported.shops[0].id, &mut self.words);
        let item = item.map_err(|(column, fault)| error(column.name(), fault))?;
        if !self.ids.insert(item.key.item.clone()) {
            return Err(error("id", Fault::DuplicateId { id: item.key.item.to_string() }));
        }
        if item::is_sale_dated(record) {
            self.ignored.count("sale_price_effective_date");
        }
        self.imported.items.push(item);
        Ok(())
    }

    fn finish(mut self) -> Imported {
        self.imported.ignored = self.ignored.columns();
        self.imported
    }
}
