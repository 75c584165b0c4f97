//! The items of a shops file, and what can be chosen about them.

use std::collections::HashSet;
use std::io::BufRead;
use std::sync::Arc;

use domain::catalogue::{Item, OptionGroup, OptionValue};
use domain::id::{ItemId, ItemKey, ShopId};
use domain::language::Text;
use domain::money::Money;

use super::error::{Fault, ImportError, cut};
use super::json::Json;
use super::limits::{NAME_CHARS_MAX, OPTIONS_MAX, PRICE_FEN_MAX, STOCK_MAX, VALUES_MAX};
use super::shops::{Names, Remembered, Words, count, id, integer, tags};
use super::source::Mark;

type Result<T> = std::result::Result<T, ImportError>;

const ITEM_FIELDS: &[&str] = &["id", "name", "name_en", "price", "stock", "tags", "options"];
const OPTION_FIELDS: &[&str] = &["name", "name_en", "values", "default", "many"];
const VALUE_FIELDS: &[&str] = &["name", "name_en", "price"];

/// An item whose shop's id may not have been read yet: the order of fields in an object is free.
pub(super) struct Draft {
    id: ItemId,
    name: Text,
    price: Money,
    stock: Option<u32>,
    tags: Vec<Arc<str>>,
    options: Vec<OptionGroup>,
    nothing: Arc<str>,
}

impl Draft {
    /// The item, now that its shop is known.
    pub(super) fn of(self, shop: &ShopId) -> Item {
        Item {
            key: ItemKey { shop: shop.clone(), item: self.id },
            name: self.name,
            price: self.price,
            stock: self.stock,
            brand: Arc::clone(&self.nothing),
            description: self.nothing,
            tags: self.tags,
            options: self.options,
        }
    }
}

/// Reads one item; `ids` are those of the shop so far.
pub(super) fn read<R: BufRead>(json: &mut Json<'_, R>, words: &mut Words, ids: &mut HashSet<ItemId>) -> Result<Draft> {
    let mut names = Names::default();
    let mut draft = Draft::new(words);
    let start = json.object(ITEM_FIELDS, &["id", "price"], |json, field| {
        match field {
            "id" => draft.id = new_id(json, ids)?,
            "name" => names.zh(json)?,
            "name_en" => names.en(json)?,
            "price" => draft.price = price(json)?,
            "stock" => draft.stock = if json.null()? { None } else { Some(count(json, 0, STOCK_MAX)?) },
            "tags" => draft.tags = tags(json, words)?,
            _ => json.array(OPTIONS_MAX, |json| option(json, words).map(|option| draft.options.push(option)))?,
        }
        Ok(())
    })?;
    draft.name = names.text(json, start, words)?;
    Ok(draft)
}

impl Draft {
    fn new(words: &mut Words) -> Self {
        let nothing = words.keep("");
        let name = Text { zh: Arc::clone(&nothing), en: Arc::clone(&nothing) };
        let (tags, options) = (Vec::new(), Vec::new());
        Self { id: ItemId(Arc::clone(&nothing)), name, price: Money::ZERO, stock: None, tags, options, nothing }
    }
}

fn new_id<R: BufRead>(json: &mut Json<'_, R>, ids: &mut HashSet<ItemId>) -> Result<ItemId> {
    let id = ItemId(id(json, false)?);
    if ids.insert(id.clone()) { Ok(id) } else { Err(json.fault(Fault::DuplicateId { id: id.to_string() })) }
}

fn price<R: BufRead>(json: &mut Json<'_, R>) -> Result<Money> {
    integer(json, 0, PRICE_FEN_MAX).map(Money::cny)
}

fn option<R: BufRead>(json: &mut Json<'_, R>, words: &mut Words) -> Result<OptionGroup> {
    let (mut names, mut values, mut many) = (Names::default(), Vec::new(), false);
    let mut default: Option<Remembered> = None;
    let start = json.object(OPTION_FIELDS, &["values"], |json, field| {
        match field {
            "name" => names.zh(json)?,
            "name_en" => names.en(json)?,
            "values" => json.array(VALUES_MAX, |json| value(json, words, &values).map(|value| values.push(value)))?,
            "default" => default = default_value(json)?,
            _ => many = json.boolean()?,
        }
        Ok(())
    })?;
    let name = names.text(json, start, words)?;
    let default = known_default(json, start, &values, default, many)?;
    Ok(OptionGroup { name, values, default, many })
}

fn default_value<R: BufRead>(json: &mut Json<'_, R>) -> Result<Option<Remembered>> {
    if json.null()? {
        return Ok(None);
    }
    let default = json.string(NAME_CHARS_MAX)?;
    Ok(Some((default.trim().to_owned(), json.start())))
}

fn value<R: BufRead>(json: &mut Json<'_, R>, words: &mut Words, before: &[OptionValue]) -> Result<OptionValue> {
    let (mut names, mut price_of_value) = (Names::default(), Money::ZERO);
    let start = json.object(VALUE_FIELDS, &[], |json, field| {
        match field {
            "name" => names.zh(json)?,
            "name_en" => names.en(json)?,
            _ => price_of_value = price(json)?,
        }
        Ok(())
    })?;
    let name = names.text(json, start, words)?;
    if before.iter().any(|value| value.name.zh == name.zh) {
        return Err(json.fault_at(start, Some("name"), Fault::DuplicateId { id: cut(&name.zh) }));
    }
    Ok(OptionValue { name, price: price_of_value })
}

/// The Chinese name of the default. One that is not given is the first value; or, where several values can be taken,
/// none of them.
fn known_default<R: BufRead>(
    json: &Json<'_, R>,
    start: Mark,
    values: &[OptionValue],
    default: Option<Remembered>,
    many: bool,
) -> Result<Arc<str>> {
    let Some(first) = values.first() else {
        return Err(json.fault_at(start, Some("values"), Fault::Empty));
    };
    match default {
        None if many => Ok("".into()),
        Some((default, _)) if many && default.is_empty() => Ok("".into()),
        None => Ok(Arc::clone(&first.name.zh)),
        Some((default, mark)) => {
            let named = values.iter().find(|value| *value.name.zh == *default || *value.name.en == *default);
            named.map(|value| Arc::clone(&value.name.zh)).ok_or_else(|| {
                let known = values.iter().map(|value| value.name.zh.to_string()).take(10).collect();
                json.fault_at(mark, Some("default"), Fault::UnknownDefault { value: cut(&default), known })
            })
        }
    }
}
