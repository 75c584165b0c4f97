//! The shops file: its shape, field by field. One shop after the other becomes what is returned; the text is not kept.

use std::collections::HashSet;
use std::io::BufRead;
use std::sync::Arc;

use domain::catalogue::{Hours, Location, Point, Shop};
use domain::id::{ItemId, ShopId};
use domain::language::Text;
use domain::money::Money;

use super::Imported;
use super::error::{Fault, ImportError, cut};
use super::items::{self, Draft};
use super::json::Json;
use super::limits::{
    ADDRESS_CHARS_MAX, DELIVERY_FEE_FEN_MAX, ID_CHARS_MAX, ITEMS_MAX, MINUTES_DEFAULT, MINUTES_MAX, NAME_CHARS_MAX,
    ORDERS_PER_TEN_MINUTES_DEFAULT, ORDERS_PER_TEN_MINUTES_MAX, SHOP_ITEMS_MAX, SHOPS_MAX, TAGS_MAX, WORD_CHARS_MAX,
};
use super::source::{Mark, Source};
use super::value::{is_adcode, is_id, micro_degrees};

type Result<T> = std::result::Result<T, ImportError>;

const SHOP_FIELDS: &[&str] = &[
    "id",
    "name",
    "name_en",
    "kind",
    "location",
    "hours",
    "orders_per_ten_minutes",
    "delivery_fee",
    "minutes",
    "tags",
    "items",
];
const LOCATION_FIELDS: &[&str] = &["adcode", "longitude", "latitude", "address"];

/// The texts that occur again and again, kept once: a town's menus say 少糖 ten thousand times.
#[derive(Default)]
pub(super) struct Words(HashSet<Arc<str>>);

impl Words {
    pub(super) fn keep(&mut self, text: &str) -> Arc<str> {
        if let Some(kept) = self.0.get(text) {
            return Arc::clone(kept);
        }
        let kept: Arc<str> = text.into();
        self.0.insert(Arc::clone(&kept));
        kept
    }
}

/// Reads the whole file.
pub(super) fn read(input: impl BufRead, progress: &mut dyn FnMut(u64)) -> Result<Imported> {
    let mut json = Json::new(Source::new(input, progress)?);
    if json.next_byte()?.is_none() {
        return Err(json.fault(Fault::EmptyFile));
    }
    let mut all = Reading::default();
    json.object(&["shops"], &["shops"], |json, _| json.array(SHOPS_MAX, |json| all.shop(json)))?;
    json.finish()?;
    Ok(all.imported)
}

#[derive(Default)]
struct Reading {
    imported: Imported,
    shop_ids: HashSet<ShopId>,
    words: Words,
}

impl Reading {
    fn shop<R: BufRead>(&mut self, json: &mut Json<'_, R>) -> Result<()> {
        let (mut shop, mut drafts) = (empty_shop(), Vec::new());
        let mut names = Names::default();
        let start = json.object(SHOP_FIELDS, &["id", "kind", "items"], |json, field| match field {
            "items" => self.items(json, &mut drafts),
            "name" => names.zh(json),
            "name_en" => names.en(json),
            "id" => self.id(json).map(|id| shop.id = id),
            _ => self.field(json, field, &mut shop),
        })?;
        shop.name = names.text(json, start, &mut self.words)?;
        self.imported.items.extend(drafts.into_iter().map(|draft| draft.of(&shop.id)));
        self.imported.shops.push(shop);
        Ok(())
    }

    fn field<R: BufRead>(&mut self, json: &mut Json<'_, R>, field: &str, shop: &mut Shop) -> Result<()> {
        match field {
            "kind" => shop.kind = self.words.keep(&text(json, WORD_CHARS_MAX)?),
            "location" => shop.location = location(json, &mut self.words)?,
            "hours" => shop.hours = hours(json)?,
            "orders_per_ten_minutes" => shop.orders_per_ten_minutes = count(json, 1, ORDERS_PER_TEN_MINUTES_MAX)?,
            "delivery_fee" => shop.delivery_fee = Money::cny(integer(json, 0, DELIVERY_FEE_FEN_MAX)?),
            "minutes" => shop.minutes = count(json, 1, MINUTES_MAX)?,
            "tags" => shop.tags = tags(json, &mut self.words)?,
            _ => unreachable!("`object` passes on the fields it was given"),
        }
        Ok(())
    }

    fn id<R: BufRead>(&mut self, json: &mut Json<'_, R>) -> Result<ShopId> {
        let id = ShopId(id(json, true)?);
        if !self.shop_ids.insert(id.clone()) {
            return Err(json.fault(Fault::DuplicateId { id: id.to_string() }));
        }
        Ok(id)
    }

    fn items<R: BufRead>(&mut self, json: &mut Json<'_, R>, drafts: &mut Vec<Draft>) -> Result<()> {
        let mut ids: HashSet<ItemId> = HashSet::new();
        json.array(SHOP_ITEMS_MAX, |json| {
            if self.imported.items.len() + drafts.len() >= ITEMS_MAX {
                return Err(json.fault(Fault::TooMany { most: ITEMS_MAX }));
            }
            drafts.push(items::read(json, &mut self.words, &mut ids)?);
            Ok(())
        })
    }
}

fn empty_shop() -> Shop {
    Shop {
        id: ShopId::from(""),
        name: Text::new("", ""),
        kind: "".into(),
        location: None,
        hours: Hours::ALWAYS,
        orders_per_ten_minutes: ORDERS_PER_TEN_MINUTES_DEFAULT,
        delivery_fee: Money::ZERO,
        minutes: MINUTES_DEFAULT,
        tags: Vec::new(),
    }
}

/// A name in one or both languages; the one that is missing is taken from the other.
#[derive(Default)]
pub(super) struct Names {
    zh: Option<String>,
    en: Option<String>,
}

impl Names {
    pub(super) fn zh<R: BufRead>(&mut self, json: &mut Json<'_, R>) -> Result<()> {
        text(json, NAME_CHARS_MAX).map(|name| self.zh = Some(name))
    }

    pub(super) fn en<R: BufRead>(&mut self, json: &mut Json<'_, R>) -> Result<()> {
        if !json.null()? {
            self.en = Some(text(json, NAME_CHARS_MAX)?);
        }
        Ok(())
    }

    /// The name of the object that began at `start`.
    pub(super) fn text<R: BufRead>(self, json: &Json<'_, R>, start: Mark, words: &mut Words) -> Result<Text> {
        let (zh, en) = match (self.zh, self.en) {
            (Some(zh), Some(en)) => (words.keep(&zh), words.keep(&en)),
            (Some(one), None) | (None, Some(one)) => (words.keep(&one), words.keep(&one)),
            (None, None) => {
                return Err(json.fault_at(start, Some("name"), Fault::MissingField { name: "name" }));
            }
        };
        Ok(Text { zh, en })
    }
}

fn location<R: BufRead>(json: &mut Json<'_, R>, words: &mut Words) -> Result<Option<Location>> {
    if json.null()? {
        return Ok(None);
    }
    let mut location = Location { adcode: "".into(), point: Point::default(), address: "".into() };
    json.object(LOCATION_FIELDS, LOCATION_FIELDS, |json, field| {
        match field {
            "adcode" => location.adcode = words.keep(&adcode(json)?),
            "longitude" => location.point.longitude_micro = degrees(json, 180)?,
            "latitude" => location.point.latitude_micro = degrees(json, 90)?,
            _ => location.address = text(json, ADDRESS_CHARS_MAX)?.into(),
        }
        Ok(())
    })?;
    Ok(Some(location))
}

fn adcode<R: BufRead>(json: &mut Json<'_, R>) -> Result<String> {
    let code = json.string(ID_CHARS_MAX)?;
    if is_adcode(&code) { Ok(code) } else { Err(json.fault(Fault::BadAdcode { value: cut(&code) })) }
}

fn degrees<R: BufRead>(json: &mut Json<'_, R>, most: u32) -> Result<i32> {
    let value = json.number()?;
    micro_degrees(&value, most).ok_or_else(|| json.fault(Fault::BadDegrees { value, most }))
}

fn hours<R: BufRead>(json: &mut Json<'_, R>) -> Result<Hours> {
    let value = json.string(ID_CHARS_MAX)?;
    Hours::parse(&value).ok_or_else(|| json.fault(Fault::BadHours { value: cut(&value) }))
}

pub(super) fn tags<R: BufRead>(json: &mut Json<'_, R>, words: &mut Words) -> Result<Vec<Arc<str>>> {
    let mut tags = Vec::new();
    json.array(TAGS_MAX, |json| {
        tags.push(words.keep(&text(json, WORD_CHARS_MAX)?));
        Ok(())
    })?;
    Ok(tags)
}

pub(super) fn id<R: BufRead>(json: &mut Json<'_, R>, of_shop: bool) -> Result<Arc<str>> {
    let id = json.string(ID_CHARS_MAX)?;
    match id.as_str() {
        "" => Err(json.fault(Fault::Empty)),
        _ if !is_id(&id, of_shop) => Err(json.fault(Fault::BadId { value: cut(&id) })),
        _ => Ok(id.into()),
    }
}

/// A text that says something, without the white space around it.
pub(super) fn text<R: BufRead>(json: &mut Json<'_, R>, most: usize) -> Result<String> {
    let text = json.string(most)?;
    match text.trim() {
        "" => Err(json.fault(Fault::Empty)),
        trimmed => Ok(trimmed.to_owned()),
    }
}

/// A whole number from `least` to `most`.
pub(super) fn integer<R: BufRead>(json: &mut Json<'_, R>, least: i64, most: i64) -> Result<i64> {
    let value = json.number()?;
    let number = value.parse::<i64>().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| json.fault(Fault::OutOfRange { value, least, most }))
}

pub(super) fn count<R: BufRead>(json: &mut Json<'_, R>, least: i64, most: i64) -> Result<u32> {
    integer(json, least, most).map(|count| u32::try_from(count).expect("every bound here fits"))
}

/// Where something stood, to be complained about later.
pub(super) type Remembered = (String, Mark);
