//! One record of a feed as an item.

use std::sync::Arc;

use domain::catalogue::Item;
use domain::id::{ItemId, ItemKey, ShopId};
use domain::language::Text;
use domain::money::Money;

use super::columns::{Column, REQUIRED, Record};
use crate::file::error::{Fault, cut};
use crate::file::limits::{
    DESCRIPTION_CHARS_MAX, ID_CHARS_MAX, NAME_CHARS_MAX, PRICE_FEN_MAX, STOCK_MAX, WORD_CHARS_MAX,
};
use crate::file::shops::Words;
use crate::file::value::is_id;

type Result<T> = std::result::Result<T, (Column, Fault)>;

/// The item of `record`, sold by `shop`.
pub(super) fn item(record: &Record, shop: &ShopId, words: &mut Words) -> Result<Item> {
    if let Some(column) = REQUIRED.into_iter().find(|column| record.get(*column).is_empty()) {
        return Err((column, Fault::Empty));
    }
    let name = words.keep(text(record, Column::Title, NAME_CHARS_MAX)?);
    Ok(Item {
        key: ItemKey { shop: shop.clone(), item: id(record)? },
        name: Text { zh: Arc::clone(&name), en: name },
        price: price(record)?,
        stock: stock(record)?,
        brand: words.keep(text(record, Column::Brand, WORD_CHARS_MAX)?),
        description: words.keep(text(record, Column::Description, DESCRIPTION_CHARS_MAX)?),
        tags: tags(record, words)?,
        options: Vec::new(),
    })
}

/// Whether a sale price is bound to dates. It is not taken then: a catalogue does not change by itself when a date has
/// passed, and the higher price is the one that is never wrong to promise.
pub(super) fn is_sale_dated(record: &Record) -> bool {
    !record.get(Column::SalePrice).is_empty() && !record.get(Column::SaleDates).is_empty()
}

fn id(record: &Record) -> Result<ItemId> {
    let id = text(record, Column::Id, ID_CHARS_MAX)?;
    if is_id(id, false) { Ok(ItemId::from(id)) } else { Err((Column::Id, Fault::BadId { value: cut(id) })) }
}

fn text(record: &Record, column: Column, most: usize) -> Result<&str> {
    let text = record.get(column);
    if text.chars().count() > most {
        return Err((column, Fault::TooLong { value: cut(text), most }));
    }
    Ok(text)
}

/// The price, or the sale price where that is lower.
fn price(record: &Record) -> Result<Money> {
    let price = amount(record, Column::Price)?;
    if record.get(Column::SalePrice).is_empty() || is_sale_dated(record) {
        return Ok(Money::cny(price));
    }
    Ok(Money::cny(price.min(amount(record, Column::SalePrice)?)))
}

/// Fen, from `15.00 CNY`.
fn amount(record: &Record, column: Column) -> Result<i64> {
    let value = record.get(column);
    let bad = || (column, Fault::BadPrice { value: cut(value) });
    let (number, currency) = value.split_once(char::is_whitespace).ok_or_else(bad)?;
    let is_code = currency.trim().len() == 3 && currency.trim().bytes().all(|byte| byte.is_ascii_alphabetic());
    if !is_code {
        return Err(bad());
    }
    if !currency.trim().eq_ignore_ascii_case("CNY") {
        return Err((column, Fault::OtherCurrency { value: cut(value) }));
    }
    fen(number).filter(|fen| *fen <= PRICE_FEN_MAX).ok_or_else(bad)
}

/// Yuan with at most two decimals that say something, in fen.
fn fen(number: &str) -> Option<i64> {
    let (yuan, decimals) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let decimals = decimals.trim_end_matches('0');
    if yuan.is_empty() || !digits(yuan) || !digits(decimals) || decimals.len() > 2 {
        return None;
    }
    let decimals: i64 = format!("{decimals:0<2}").parse().ok()?;
    yuan.parse::<i64>().ok()?.checked_mul(100)?.checked_add(decimals)
}

/// Units there are: none if it is out of stock, else what the feed counts, else as many as are wanted.
fn stock(record: &Record) -> Result<Option<u32>> {
    let value = record.get(Column::Availability);
    match value.to_ascii_lowercase().replace(' ', "_").as_str() {
        "out_of_stock" => Ok(Some(0)),
        "" | "in_stock" | "preorder" | "backorder" => quantity(record),
        _ => Err((Column::Availability, Fault::BadAvailability { value: cut(value) })),
    }
}

fn quantity(record: &Record) -> Result<Option<u32>> {
    let columns = [Column::Quantity, Column::GoogleQuantity];
    let Some(column) = columns.into_iter().find(|column| !record.get(*column).is_empty()) else { return Ok(None) };
    let value = record.get(column);
    let count = value.parse::<u32>().ok().filter(|count| i64::from(*count) <= STOCK_MAX);
    count.map(Some).ok_or_else(|| (column, Fault::OutOfRange { value: cut(value), least: 0, most: STOCK_MAX }))
}

/// What it is also found by: the last step of its categories, and how it looks.
fn tags(record: &Record, words: &mut Words) -> Result<Vec<Arc<str>>> {
    let last_step = |column| record.get(column).rsplit('>').next().unwrap_or("").trim();
    let category = last_step(Column::Category);
    // A category may be a number of Google's list, which nobody searches for.
    let category = if category.bytes().all(|byte| byte.is_ascii_digit()) { "" } else { category };
    let mut tags: Vec<Arc<str>> = Vec::new();
    for tag in [last_step(Column::ProductType), category] {
        tags.push(words.keep(&cut_to_word(tag)));
    }
    for column in [Column::Color, Column::Size, Column::Material] {
        tags.push(words.keep(text(record, column, WORD_CHARS_MAX)?));
    }
    tags.retain(|tag| !tag.is_empty());
    tags.dedup();
    Ok(tags)
}

fn cut_to_word(tag: &str) -> String {
    tag.chars().take(WORD_CHARS_MAX).collect()
}
