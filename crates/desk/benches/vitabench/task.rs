//! A task of VitaBench as this side needs it: the shops as a catalogue, who asks, what they say, and what is wanted.

use std::collections::BTreeMap;

use domain::buyer::Address;
use domain::catalogue::{Hours, Item, Location, OptionGroup, OptionValue, Point, Shop};
use domain::id::ItemKey;
use domain::language::Text;
use domain::money::Money;
use domain::time::Time;
use serde::Deserialize;
use serde_json::Value;

/// What the one option group of a dish is called: the data names the choices only.
pub const OPTION_GROUP: &str = "规格";
/// The data has neither districts nor preparation times: all of it is one place, and everybody is as quick.
const ADCODE: &str = "000000";
const MINUTES: u32 = 30;
const ORDERS_PER_TEN_MINUTES: u32 = 1_000;

#[derive(Deserialize)]
pub struct Task {
    pub id: String,
    pub instructions: String,
    environment: Environment,
    evaluation_criteria: Criteria,
}

#[derive(Deserialize)]
struct Environment {
    time: String,
    location: Vec<Place>,
    #[serde(default)]
    orders: BTreeMap<String, OrderRow>,
    stores: BTreeMap<String, StoreRow>,
    #[serde(default)]
    user_historical_behaviors: Value,
}

#[derive(Deserialize)]
struct Criteria {
    expected_states: Vec<State>,
}

#[derive(Deserialize)]
struct State {
    required_orders: Vec<OrderRow>,
}

#[derive(Deserialize, Clone)]
struct Place {
    address: String,
    longitude: f64,
    latitude: f64,
}

#[derive(Deserialize)]
struct StoreRow {
    name: String,
    location: Place,
    #[serde(default)]
    tags: Vec<String>,
    products: Vec<ProductRow>,
}

#[derive(Deserialize)]
struct ProductRow {
    product_id: String,
    name: String,
    price: f64,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    attributes: Vec<String>,
}

#[derive(Deserialize, Clone)]
struct OrderRow {
    order_id: String,
    store_id: String,
    location: Place,
    create_time: String,
    status: String,
    products: Vec<Value>,
}

/// An order at one shop: one that is wanted, or one that was there before.
#[derive(Debug, Clone, PartialEq)]
pub struct ShopOrder {
    pub id: String,
    pub shop: String,
    pub address: String,
    pub lines: Vec<Line>,
    pub placed_at: Time,
    pub status: String,
}

/// So many of one dish; the option is the one that is named, if the shop offers it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub item: String,
    pub quantity: u32,
    pub option: Option<String>,
}

impl Task {
    pub fn now(&self) -> Time {
        time(&self.environment.time)
    }

    pub fn shops(&self) -> Vec<Shop> {
        self.environment.stores.iter().map(|(id, row)| shop(id, row)).collect()
    }

    pub fn items(&self) -> Vec<Item> {
        let items =
            |(id, row): (&String, &StoreRow)| row.products.iter().map(|dish| item(id, dish)).collect::<Vec<_>>();
        self.environment.stores.iter().flat_map(items).collect()
    }

    /// The places of the task, the first being the usual one; what the profile calls home and office has that name.
    pub fn addresses(&self) -> Vec<Address> {
        let told = |field: &str| self.environment.user_historical_behaviors[field].as_str().unwrap_or_default().trim();
        let (home, office) = (told("家庭住址"), told("工作地址"));
        let label = |address: &str| match address.trim() {
            address if address == home => "家",
            address if address == office => "公司",
            _ => "",
        };
        let known =
            self.environment.location.iter().map(|place| address(label(&place.address), &place.address, Some(place)));
        let mut addresses: Vec<_> = known.collect();
        for (label, text) in [("家", home), ("公司", office)] {
            if !text.is_empty() && addresses.iter().all(|known| &*known.label != label) {
                addresses.push(address(label, text, None));
            }
        }
        addresses
    }

    /// The orders that are there before anything is said, oldest first.
    pub fn earlier(&self) -> Vec<ShopOrder> {
        let mut orders: Vec<_> = self.environment.orders.values().map(|row| self.order(row)).collect();
        orders.sort_by_key(|order| order.placed_at);
        orders
    }

    /// The orders that shall stand in the end and do not stand so before: what a buyer's word has to bring about.
    pub fn wanted(&self) -> Vec<ShopOrder> {
        let earlier = self.earlier();
        let there = |order: &ShopOrder| earlier.iter().any(|old| old.id == order.id && same_goods(old, order));
        self.end().into_iter().filter(|order| order.status != "cancelled" && !there(order)).collect()
    }

    /// How many of the earlier orders shall be cancelled in the end, or stand with other goods.
    pub fn cancellations(&self) -> usize {
        let (end, earlier) = (self.end(), self.earlier());
        let kept = |old: &ShopOrder| {
            end.iter().any(|order| order.id == old.id && order.status != "cancelled" && same_goods(old, order))
        };
        let told = |old: &&ShopOrder| end.iter().any(|order| order.id == old.id);
        earlier.iter().filter(told).filter(|old| !kept(old)).count()
    }

    /// The name of a dish.
    pub fn name_of(&self, shop: &str, item: &str) -> String {
        let store = self.environment.stores.get(shop);
        let dish = store.and_then(|store| store.products.iter().find(|dish| dish.product_id == item));
        dish.map_or_else(|| item.to_owned(), |dish| dish.name.clone())
    }

    /// The name of a shop.
    pub fn shop_name(&self, shop: &str) -> String {
        self.environment.stores.get(shop).map_or_else(|| shop.to_owned(), |store| store.name.clone())
    }

    fn end(&self) -> Vec<ShopOrder> {
        let rows = self.evaluation_criteria.expected_states.last().map(|state| &state.required_orders[..]);
        rows.unwrap_or_default().iter().flat_map(with_nested).map(|row| self.order(&row)).collect()
    }

    fn order(&self, row: &OrderRow) -> ShopOrder {
        ShopOrder {
            id: row.order_id.clone(),
            shop: row.store_id.clone(),
            address: row.location.address.clone(),
            lines: row.products.iter().filter_map(|product| self.line(&row.store_id, product)).collect(),
            placed_at: time(&row.create_time),
            status: row.status.clone(),
        }
    }

    fn line(&self, shop: &str, product: &Value) -> Option<Line> {
        let item = product["product_id"].as_str()?;
        let store = self.environment.stores.get(shop)?;
        let dish = store.products.iter().find(|dish| dish.product_id == item)?;
        let named = product["attributes"].as_str().filter(|named| dish.attributes.iter().any(|value| value == named));
        let quantity = product["quantity"].as_u64().and_then(|count| u32::try_from(count).ok())?;
        Some(Line { item: item.to_owned(), quantity, option: named.map(str::to_owned) })
    }
}

/// An order and those that stand, misplaced, among its products.
fn with_nested(row: &OrderRow) -> Vec<OrderRow> {
    let nested = |product: &Value| serde_json::from_value::<OrderRow>(product.clone()).ok();
    std::iter::once(row.clone()).chain(row.products.iter().filter_map(nested)).collect()
}

fn same_goods(a: &ShopOrder, b: &ShopOrder) -> bool {
    a.shop == b.shop && a.lines.len() == b.lines.len() && a.lines.iter().all(|line| b.lines.contains(line))
}

fn shop(id: &str, row: &StoreRow) -> Shop {
    Shop {
        id: id.into(),
        name: Text::new(row.name.as_str(), row.name.as_str()),
        kind: "food".into(),
        location: Some(Location {
            adcode: ADCODE.into(),
            point: point(&row.location),
            address: row.location.address.as_str().into(),
        }),
        hours: Hours::ALWAYS,
        orders_per_ten_minutes: ORDERS_PER_TEN_MINUTES,
        delivery_fee: Money::ZERO,
        minutes: MINUTES,
        tags: words(&row.tags),
    }
}

fn item(shop: &str, row: &ProductRow) -> Item {
    let name = row.name.trim();
    Item {
        key: ItemKey::new(shop, &row.product_id),
        name: Text::new(name, name),
        price: Money::cny(hundredths(row.price)),
        stock: None,
        brand: "".into(),
        description: "".into(),
        tags: words(&row.tags),
        options: options(&row.attributes),
    }
}

fn options(attributes: &[String]) -> Vec<OptionGroup> {
    let Some(default) = attributes.first() else { return Vec::new() };
    let value = |name: &String| OptionValue { name: Text::new(name.as_str(), name.as_str()), price: Money::ZERO };
    vec![OptionGroup {
        name: Text::new(OPTION_GROUP, OPTION_GROUP),
        values: attributes.iter().map(value).collect(),
        default: default.as_str().into(),
        many: false,
    }]
}

fn words(tags: &[String]) -> Vec<std::sync::Arc<str>> {
    tags.iter().filter(|tag| !tag.trim().is_empty()).map(|tag| tag.trim().into()).collect()
}

fn address(label: &str, text: &str, place: Option<&Place>) -> Address {
    Address { label: label.into(), text: text.into(), adcode: None, point: place.map(point), example: false }
}

fn point(place: &Place) -> Point {
    let micro = |degrees: f64| i32::try_from(rounded(degrees * 1e6)).unwrap_or_default();
    Point { longitude_micro: micro(place.longitude), latitude_micro: micro(place.latitude) }
}

fn hundredths(yuan: f64) -> i64 {
    rounded(yuan * 100.0)
}

fn rounded(number: f64) -> i64 {
    format!("{number:.0}").parse().unwrap_or_default()
}

/// A time as the data writes it, on a clock in China.
fn time(text: &str) -> Time {
    // A few of the spaces are ones that do not break.
    let plain = text.replace('\u{a0}', " ");
    let civil: jiff::civil::DateTime = plain.parse().expect("the data writes year-month-day hour:minute:second");
    let at = jiff::tz::TimeZone::fixed(jiff::tz::offset(8)).to_timestamp(civil).expect("a time of our age");
    Time::from_micros(at.as_microsecond())
}
