//! Shops and items as stored.

use std::sync::Arc;

use domain::catalogue::{Hours, Item, Location, OptionGroup, OptionValue, Point, Shop};
use domain::id::{ItemKey, ShopId};
use domain::money::Money;
use serde::{Deserialize, Serialize};

use super::{TextRecord, fen};
use crate::StoreError;

/// A shop without its id.
#[derive(Serialize, Deserialize)]
pub struct ShopRecord {
    name: TextRecord,
    kind: Arc<str>,
    location: Option<LocationRecord>,
    hours: String,
    orders_per_ten_minutes: u32,
    delivery_fee: i64,
    minutes: u32,
    tags: Vec<Arc<str>>,
}

#[derive(Serialize, Deserialize)]
struct LocationRecord {
    adcode: Arc<str>,
    longitude_micro: i32,
    latitude_micro: i32,
    address: Arc<str>,
}

/// An item without its key.
#[derive(Serialize, Deserialize)]
pub struct ItemRecord {
    name: TextRecord,
    price: i64,
    stock: Option<u32>,
    brand: Arc<str>,
    description: Arc<str>,
    tags: Vec<Arc<str>>,
    options: Vec<OptionRecord>,
}

#[derive(Serialize, Deserialize)]
struct OptionRecord {
    name: TextRecord,
    values: Vec<(TextRecord, i64)>,
    default: Arc<str>,
    many: bool,
}

impl From<&Shop> for ShopRecord {
    fn from(shop: &Shop) -> Self {
        Self {
            name: (&shop.name).into(),
            kind: shop.kind.clone(),
            location: shop.location.as_ref().map(|location| LocationRecord {
                adcode: location.adcode.clone(),
                longitude_micro: location.point.longitude_micro,
                latitude_micro: location.point.latitude_micro,
                address: location.address.clone(),
            }),
            hours: shop.hours.to_string(),
            orders_per_ten_minutes: shop.orders_per_ten_minutes,
            delivery_fee: fen(shop.delivery_fee),
            minutes: shop.minutes,
            tags: shop.tags.clone(),
        }
    }
}

impl ShopRecord {
    /// The shop with this id.
    pub fn named(self, id: &str) -> Result<Shop, StoreError> {
        let damaged = || StoreError::Damaged { what: "shop", why: format!("hours `{}`", self.hours) };
        Ok(Shop {
            id: ShopId::from(id),
            hours: Hours::parse(&self.hours).ok_or_else(damaged)?,
            name: self.name.into(),
            kind: self.kind,
            location: self.location.map(Into::into),
            orders_per_ten_minutes: self.orders_per_ten_minutes,
            delivery_fee: Money::cny(self.delivery_fee),
            minutes: self.minutes,
            tags: self.tags,
        })
    }
}

impl From<LocationRecord> for Location {
    fn from(record: LocationRecord) -> Self {
        let point = Point { longitude_micro: record.longitude_micro, latitude_micro: record.latitude_micro };
        Self { adcode: record.adcode, point, address: record.address }
    }
}

impl From<&Item> for ItemRecord {
    fn from(item: &Item) -> Self {
        Self {
            name: (&item.name).into(),
            price: fen(item.price),
            stock: item.stock,
            brand: item.brand.clone(),
            description: item.description.clone(),
            tags: item.tags.clone(),
            options: item.options.iter().map(Into::into).collect(),
        }
    }
}

impl ItemRecord {
    /// The item with this key.
    pub fn named(self, key: ItemKey) -> Item {
        Item {
            key,
            name: self.name.into(),
            price: Money::cny(self.price),
            stock: self.stock,
            brand: self.brand,
            description: self.description,
            tags: self.tags,
            options: self.options.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<&OptionGroup> for OptionRecord {
    fn from(group: &OptionGroup) -> Self {
        let values = group.values.iter().map(|value| ((&value.name).into(), fen(value.price))).collect();
        Self { name: (&group.name).into(), values, default: group.default.clone(), many: group.many }
    }
}

impl From<OptionRecord> for OptionGroup {
    fn from(record: OptionRecord) -> Self {
        let value = |(name, price): (TextRecord, i64)| OptionValue { name: name.into(), price: Money::cny(price) };
        let values = record.values.into_iter().map(value).collect();
        Self { name: record.name.into(), values, default: record.default, many: record.many }
    }
}
