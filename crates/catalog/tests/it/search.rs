//! What is found, and what is not.

use std::fmt::Write;

use catalog::{Catalogue, Found, Search, Sort, file};
use domain::catalogue::{Item, Point};
use domain::id::{ItemKey, ShopId};
use domain::money::Money;
use domain::time::Time;

/// Two tea shops a kilometre apart, a noodle shop that opens in the evening, a pharmacy that is nowhere.
const SHOPS: &str = r#"{"shops": [
  {"id": "leaf", "name": "小叶茶", "name_en": "Leaf Tea", "kind": "drinks", "tags": ["奶茶"], "hours": "00:00-24:00",
   "location": {"adcode": "330106", "longitude": 120.10, "latitude": 30.28, "address": "文三路 1 号"}, "items": [
    {"id": "pearl", "name": "珍珠奶茶", "name_en": "pearl milk tea", "price": 1500, "tags": ["含乳"], "options": [
      {"name": "加料", "name_en": "topping", "many": true, "values": [{"name": "椰果", "name_en": "coconut jelly"}]}]},
    {"id": "lemon", "name": "柠檬水", "name_en": "lemonade", "price": 600, "tags": [], "options": [
      {"name": "加料", "name_en": "topping", "many": true, "values": [{"name": "珍珠", "name_en": "pearls"}]}]},
    {"id": "oat", "name": "燕麦奶茶", "name_en": "oat milk tea", "price": 1800, "tags": ["不含花生"]}]},
  {"id": "cat", "name": "打工猫咖啡", "name_en": "Working Cat Coffee", "kind": "coffee", "hours": "00:00-24:00",
   "location": {"adcode": "330106", "longitude": 120.11, "latitude": 30.28, "address": "文三路 99 号"}, "items": [
    {"id": "americano", "name": "美式咖啡", "name_en": "iced americano", "price": 1300, "tags": []},
    {"id": "latte", "name": "拿铁", "name_en": "latte", "price": 1600, "tags": ["含乳"]},
    {"id": "pearl", "name": "黑糖珍珠奶茶", "name_en": "brown sugar pearl milk tea", "price": 1400, "tags": ["含花生"]}]},
  {"id": "noodle", "name": "俩蒜头面馆", "name_en": "Two Garlics", "kind": "noodles", "hours": "17:00-02:00",
   "location": {"adcode": "330106", "longitude": 120.20, "latitude": 30.28, "address": "文三路 999 号"}, "items": [
    {"id": "beef", "name": "牛肉面", "name_en": "beef noodles", "price": 2200, "tags": ["不辣"]},
    {"id": "hot", "name": "重庆小面", "name_en": "spicy Chongqing noodles", "price": 1200, "tags": ["辣"]},
    {"id": "nuts", "name": "凉拌面", "name_en": "cold noodles (nut-free)", "price": 1000, "tags": []}]},
  {"id": "drug", "name": "慢慢好药房", "name_en": "Slowly Well", "kind": "pharmacy", "items": [
    {"id": "cherry", "name": "枇杷膏", "name_en": "loquat syrup with cherries", "price": 3000, "tags": []}]}]}"#;

fn catalogue() -> Catalogue {
    let file = file::shops(SHOPS.as_bytes(), &mut |_| {}).expect("it keeps to the format");
    Catalogue::new(file.shops, file.items)
}

fn found(search: &Search) -> Vec<Found> {
    catalogue().search(search, &|item: &Item| item.key.item != "latte".into())
}

fn keys(found: &[Found]) -> String {
    found.iter().fold(String::new(), |mut keys, found| {
        let some = if found.every_word { "" } else { "(some) " };
        write!(keys, "{some}{} ", found.item.key).expect("a text takes what is written");
        keys
    })
}

/// Searches and compares the keys of what was found, in order; what has only some of the words is marked.
#[track_caller]
fn check(search: &Search, expected: &str) {
    assert_eq!(keys(&found(search)).trim_end(), expected, "{search:?}");
}

#[test]
fn words_are_found_in_both_languages() {
    let cases = [
        ("牛肉面", "noodle/beef"),
        ("牛肉的面", "noodle/beef"),
        ("beef noodle", "noodle/beef"),
        ("NOODLES beef", "noodle/beef"),
        ("ｌａｔｔｅ", "cat/latte"),
        ("cherry", "drug/cherry"),
        ("椰果", "leaf/pearl"),
        ("coconut", "leaf/pearl"),
        ("pharmacy", "drug/cherry"),
        ("我想喝一杯燕麦奶茶", "leaf/oat"),
    ];
    for (words, expected) in cases {
        check(&Search::words(words), expected);
    }
}

#[test]
fn every_word_comes_before_some() {
    check(&Search::words("珍珠奶茶"), "leaf/pearl cat/pearl leaf/lemon");
    check(&Search::words("pearl milk tea"), "leaf/pearl cat/pearl (some) leaf/oat (some) leaf/lemon");
}

#[test]
fn the_cheapest_is_still_what_was_asked_for() {
    let cheapest = Search { sort: Sort::Cheapest, ..Search::words("珍珠奶茶") };
    check(&cheapest, "cat/pearl leaf/pearl leaf/lemon");
}

#[test]
fn sound_is_enough() {
    for words in ["zhenzhu naicha", "zhenzhunaicha", "zhen zhu nai cha", "zhenzunaicha", "珍珠乃茶", "真猪奶茶", "zznc"]
    {
        assert_eq!(keys(&found(&Search::words(words))).split(' ').next(), Some("leaf/pearl"), "{words}");
    }
    check(&Search::words("chongqing xiaomian"), "noodle/hot");
    check(&Search::words("mian"), "noodle/beef noodle/nuts noodle/hot");
}

#[test]
fn one_letter_may_be_wrong() {
    for words in ["amercano", "americanno", "amreicano", "amexicano"] {
        check(&Search::words(words), "cat/americano");
    }
    check(&Search::words("naicah zhenzhu"), "leaf/pearl cat/pearl (some) leaf/lemon");
}

#[test]
fn what_nobody_sells_is_not_found() {
    for words in [
        "恐龙",
        "奶茶 恐龙",
        "红烧恐龙",
        "dinosaur",
        "noodle dinosaur",
        "xyzzy",
        "的",
        "a",
        "好喝的",
        "?!",
        "mericano",
        "x x x",
    ] {
        check(&Search::words(words), "");
    }
}

#[test]
fn an_empty_catalogue_finds_nothing() {
    let empty = Catalogue::new(Vec::new(), Vec::new());
    assert!(empty.search(&Search::words("茶"), &|_| true).is_empty());
    assert!(empty.search(&Search::default(), &|_| true).is_empty());
}

#[test]
fn filters_hold() {
    let milk_tea = || Search::words("奶茶");
    check(&Search { kind: Some("coffee".into()), ..milk_tea() }, "cat/pearl");
    check(&Search { shop: Some(ShopId::from("leaf")), ..milk_tea() }, "leaf/oat leaf/pearl leaf/lemon");
    check(
        &Search { price_max: Some(Money::cny(1_500)), price_min: Some(Money::cny(1_450)), ..milk_tea() },
        "leaf/pearl",
    );
    check(&Search { brand: Some("working CAT".into()), ..Search::default() }, "cat/americano cat/pearl cat/latte");
    check(
        &Search { brand: Some("小叶".into()), sort: Sort::Cheapest, ..Search::default() },
        "leaf/lemon leaf/pearl leaf/oat",
    );
    check(&Search { in_stock_only: true, ..Search::words("latte") }, "");
    check(&Search { limit: 1, ..milk_tea() }, "leaf/oat");
    check(&Search { limit: 0, ..milk_tea() }, "");
}

#[test]
fn what_must_not_be_in_it_is_not() {
    let without = |words: &str, not: &str| Search { without: vec![not.into()], ..Search::words(words) };
    check(&without("奶茶", "花生"), "leaf/oat leaf/pearl leaf/lemon");
    check(&without("面", "辣"), "noodle/beef noodle/nuts");
    check(&without("noodles", "nuts"), "noodle/beef noodle/nuts noodle/hot");
    check(&without("tea", "brown sugar"), "leaf/oat leaf/pearl leaf/lemon");
}

#[test]
fn near_and_open_count() {
    let here = Some(Point { longitude_micro: 120_112_000, latitude_micro: 30_280_000 });
    check(
        &Search { near: here, sort: Sort::Nearest, ..Search::words("奶茶") },
        "cat/pearl leaf/oat leaf/pearl leaf/lemon",
    );
    check(&Search { near: here, within_metres: Some(500), ..Search::words("奶茶") }, "cat/pearl");
    let noon = Some(Time::at_china(20_000, 12 * 60));
    let noodles = found(&Search { open_at: noon, near: here, ..Search::words("牛肉面") });
    assert_eq!((noodles[0].open, noodles[0].metres.map(|metres| metres / 100)), (false, Some(84)));
    check(&Search { open_at: noon, open_only: true, ..Search::words("牛肉面") }, "");
}

#[test]
fn shops_and_items_are_had_by_their_ids() {
    let catalogue = catalogue();
    assert_eq!((catalogue.shop_count(), catalogue.item_count()), (4, 10));
    assert_eq!(catalogue.items_of(&ShopId::from("cat")).len(), 3);
    assert_eq!(catalogue.items_of(&ShopId::from("dog")).len(), 0);
    assert_eq!(catalogue.item(&ItemKey::new("cat", "latte")).map(|item| item.price), Some(Money::cny(1_600)));
    assert_eq!(catalogue.items().next().map(|item| item.key.to_string()).as_deref(), Some("leaf/pearl"));
}

#[test]
fn of_two_with_one_id_the_later_counts() {
    let file = file::shops(SHOPS.as_bytes(), &mut |_| {}).expect("it keeps to the format");
    let mut items = file.items;
    items.push(Item { price: Money::cny(1), ..items[0].clone() });
    items.push(Item { key: ItemKey::new("nowhere", "x"), ..items[0].clone() });
    let catalogue = Catalogue::new(file.shops, items);
    assert_eq!((catalogue.item_count(), catalogue.items_of(&ShopId::from("leaf"))[0].price), (10, Money::cny(1)));
}

#[test]
fn demonstration_items_are_found_by_their_own_names() {
    let file = catalog::demo::shops().expect("another test reads the files");
    let catalogue = Catalogue::new(file.shops, file.items);
    for item in catalogue.items().step_by(7) {
        for words in [&item.name.zh, &item.name.en] {
            let search = Search { shop: Some(item.key.shop.clone()), ..Search::words(&**words) };
            let first = catalogue.search(&search, &|_| true).into_iter().next();
            let name = first.map(|found| found.item.name.clone());
            assert!(
                name.as_ref().is_some_and(|name| name.zh == item.name.zh || name.en == item.name.en),
                "{words}: {name:?}"
            );
        }
    }
}
