//! A million items that are sold nowhere, made from lists of words: fifty thousand shops over a country, each with twenty
//! things of its kind; every fifth shop sells electronics with descriptions in English.

use std::sync::Arc;

use catalog::{Search, Sort, pinyin};
use domain::catalogue::{Hours, Item, Location, Point, Shop};
use domain::id::{ItemKey, ShopId};
use domain::language::Text;
use domain::money::Money;

use super::misspelt;

const ITEMS_A_SHOP: usize = 20;
/// One shop in so many sells electronics.
const ELECTRONICS: usize = 5;
const QUERIES: usize = 2_000;

type Words = &'static [(&'static str, &'static str)];

const MANNERS: Words = &[
    ("招牌", "signature"),
    ("冰", "iced"),
    ("热", "hot"),
    ("红烧", "braised"),
    ("清蒸", "steamed"),
    ("香辣", "spicy"),
    ("蒜蓉", "garlic"),
    ("酸甜", "sweet and sour"),
    ("手工", "handmade"),
    ("家常", "homestyle"),
    ("黑糖", "brown sugar"),
    ("椰香", "coconut"),
    ("芝士", "cheese"),
    ("鲜果", "fresh fruit"),
    ("炭烤", "grilled"),
    ("麻辣", "numbing"),
    ("番茄", "tomato"),
    ("桂花", "osmanthus"),
    ("抹茶", "matcha"),
    ("五香", "five spice"),
];
const STUFFS: Words = &[
    ("牛肉", "beef"),
    ("鸡肉", "chicken"),
    ("豆腐", "tofu"),
    ("虾仁", "shrimp"),
    ("珍珠", "pearl"),
    ("茉莉", "jasmine"),
    ("柠檬", "lemon"),
    ("草莓", "strawberry"),
    ("芒果", "mango"),
    ("土豆", "potato"),
    ("茄子", "eggplant"),
    ("排骨", "rib"),
    ("鱼片", "fish"),
    ("蘑菇", "mushroom"),
    ("玉米", "corn"),
    ("花生", "peanut"),
    ("红豆", "red bean"),
    ("燕麦", "oat"),
];
const THINGS: Words = &[
    ("奶茶", "milk tea"),
    ("盖饭", "rice bowl"),
    ("面", "noodles"),
    ("汤", "soup"),
    ("饺子", "dumplings"),
    ("包子", "buns"),
    ("咖啡", "coffee"),
    ("沙拉", "salad"),
    ("蛋糕", "cake"),
    ("粥", "congee"),
    ("炒饭", "fried rice"),
    ("火锅", "hotpot"),
    ("拿铁", "latte"),
    ("冰淇淋", "ice cream"),
    ("三明治", "sandwich"),
    ("披萨", "pizza"),
    ("汉堡", "burger"),
    ("寿司", "sushi"),
];
const GADGETS: &[&str] = &[
    "notebook",
    "keyboard",
    "mouse",
    "monitor",
    "printer",
    "headphones",
    "speaker",
    "smartwatch",
    "tablet",
    "charger",
    "router",
    "webcam",
    "microphone",
    "projector",
    "hard drive",
    "memory card",
    "phone case",
    "laptop bag",
    "toner cartridge",
    "hdmi cable",
];
const TRAITS: &[&str] =
    &["wireless", "gaming", "bluetooth", "portable", "ergonomic", "compact", "rechargeable", "professional"];
const COLOURS: &[&str] = &["black", "white", "silver", "blue", "red", "green"];
const SYLLABLES: &[&str] = &["ka", "zo", "mi", "ren", "tal", "vor", "lu", "pex", "shi", "don", "qua", "bel"];
const KINDS: &[&str] = &["drinks", "noodles", "fast_food", "grocery", "dessert"];

/// Numbers that look like chance and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits fit a usize here") % most
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// Shops and `count` items.
pub fn goods(count: usize) -> (Vec<Shop>, Vec<Item>) {
    let mut dice = Dice(1);
    let (mut shops, mut items) = (Vec::new(), Vec::with_capacity(count));
    for number in 0..count.div_ceil(ITEMS_A_SHOP) {
        let shop = shop(number, &mut dice);
        for item in 0..ITEMS_A_SHOP {
            let key = ItemKey { shop: shop.id.clone(), item: item.to_string().as_str().into() };
            items.push(if number.is_multiple_of(ELECTRONICS) { gadget(key, &mut dice) } else { dish(key, &mut dice) });
        }
        shops.push(shop);
    }
    (shops, items)
}

fn shop(number: usize, dice: &mut Dice) -> Shop {
    let (manner, thing) = (dice.of(MANNERS), dice.of(THINGS));
    let kind = if number.is_multiple_of(ELECTRONICS) { "electronics" } else { dice.of(KINDS) };
    let micro = |least: i32, dice: &mut Dice| least + i32::try_from(dice.below(10_000_000)).expect("it is below");
    let point = Point { longitude_micro: micro(110_000_000, dice), latitude_micro: micro(25_000_000, dice) };
    Shop {
        id: ShopId(format!("shop-{number}").into()),
        name: Text::new(format!("{}{}{number}号店", manner.0, thing.0), format!("{} {} {number}", manner.1, thing.1)),
        kind: kind.into(),
        location: Some(Location { adcode: "330106".into(), point, address: "".into() }),
        hours: Hours::ALWAYS,
        orders_per_ten_minutes: 40,
        delivery_fee: Money::cny(300),
        minutes: 30,
        tags: vec![thing.0.into(), thing.1.into()],
    }
}

fn dish(key: ItemKey, dice: &mut Dice) -> Item {
    let (manner, stuff, thing) = (dice.of(MANNERS), dice.of(STUFFS), dice.of(THINGS));
    let zh = format!("{}{}{}", manner.0, stuff.0, thing.0);
    let name = Text::new(zh, format!("{} {} {}", manner.1, stuff.1, thing.1));
    item(key, name, dice, "", vec![stuff.0.into(), thing.0.into()])
}

fn gadget(key: ItemKey, dice: &mut Dice) -> Item {
    let brand = format!("{}{}{}", dice.of(SYLLABLES), dice.of(SYLLABLES), dice.of(SYLLABLES));
    let (is, gadget, colour) = (dice.of(TRAITS), dice.of(GADGETS), dice.of(COLOURS));
    let name = format!("{brand} {}{} {is} {gadget} {colour}", dice.of(SYLLABLES), dice.below(900) + 100);
    let description = format!(
        "{is} {gadget} by {brand}. {} GB; {} inch; {} and {}; for {} and {}; made for {} use",
        1 << dice.below(9),
        dice.below(30) + 4,
        dice.of(COLOURS),
        dice.of(COLOURS),
        dice.of(GADGETS),
        dice.of(GADGETS),
        dice.of(TRAITS)
    );
    let name = Text::new(name.clone(), name);
    Item { brand: brand.into(), ..item(key, name, dice, &description, vec![gadget.into()]) }
}

fn item(key: ItemKey, name: Text, dice: &mut Dice, description: &str, tags: Vec<Arc<str>>) -> Item {
    let price = Money::cny(i64::try_from(500 + dice.below(20_000)).expect("it is small"));
    let (brand, description) = ("".into(), description.into());
    Item { key, name, price, stock: None, brand, description, tags, options: Vec::new() }
}

/// What people type, of one word to four, in every way they write, with filters and without.
pub fn kinds() -> Vec<(&'static str, Vec<Search>)> {
    let mut dice = Dice(7);
    let mut each = |make: &mut dyn FnMut(&mut Dice) -> Search| -> Vec<Search> {
        (0..QUERIES / 8).map(|_| make(&mut dice)).collect()
    };
    vec![
        ("Chinese", each(&mut |dice| Search::words(words(dice, |word| word.0).concat()))),
        ("English", each(&mut |dice| Search::words(words(dice, |word| word.1).join(" ")))),
        ("pinyin", each(&mut |dice| Search::words(sound(&words(dice, |word| word.0).concat())))),
        ("misspelt", each(&mut |dice| Search::words(misspelt(&words(dice, |word| word.1).join(" "))))),
        ("electronics", each(&mut |dice| Search::words(format!("{} {}", dice.of(TRAITS), dice.of(GADGETS))))),
        ("one word", each(&mut |dice| Search::words(dice.of(THINGS).0))),
        ("near", each(&mut near)),
        (
            "cheapest",
            each(&mut |dice| Search {
                sort: Sort::Cheapest,
                price_max: Some(Money::cny(6_000)),
                kind: Some(dice.of(KINDS).into()),
                ..Search::words(words(dice, |word| word.0).concat())
            }),
        ),
    ]
}

/// A manner, a stuff and a thing, or fewer of them.
fn words(dice: &mut Dice, of: fn((&'static str, &'static str)) -> &'static str) -> Vec<&'static str> {
    let mut all = vec![of(dice.of(THINGS))];
    if dice.below(3) > 0 {
        all.insert(0, of(dice.of(STUFFS)));
    }
    if dice.below(2) > 0 {
        all.insert(0, of(dice.of(MANNERS)));
    }
    all
}

fn sound(text: &str) -> String {
    pinyin::pinyin_of(text).flatten().collect()
}

fn near(dice: &mut Dice) -> Search {
    let micro = |least: i32, dice: &mut Dice| least + i32::try_from(dice.below(10_000_000)).expect("it is below");
    let near = Point { longitude_micro: micro(110_000_000, dice), latitude_micro: micro(25_000_000, dice) };
    let within_metres = Some(dice.of(&[3_000, 10_000, 30_000]));
    Search { near: Some(near), within_metres, ..Search::words(words(dice, |word| word.0).concat()) }
}
