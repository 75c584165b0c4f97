//! The catalogue as it is kept: the order of the import, whole replacements, stock that is counted anew.

use domain::catalogue::{Item, Shop};
use domain::id::{ItemKey, ShopId};
use domain::stock::Stock;

use crate::engines::Engines;
use crate::town;

fn shop(id: &str) -> Shop {
    Shop { id: ShopId::from(id), ..town::shops().remove(0) }
}

fn item(shop: &str, id: &str, stock: Option<u32>) -> Item {
    Item { key: ItemKey::new(shop, id), stock, ..town::items().remove(0) }
}

#[test]
fn shops_and_items_stand_in_the_order_of_their_import() {
    let mut engines = Engines::new();
    engines.import(&[shop("drinks"), shop("z")], &[item("z", "2", None), item("z", "1", None)]);
    engines.import(&[shop("m")], &[item("m", "1", None)]);
    engines.import(&[shop("a")], &[item("a", "1", None)]);
    let (shops, items) = engines.same(|engine| engine.catalogue());
    let shops: Vec<_> = shops.iter().map(|shop| &*shop.id.0).collect();
    assert_eq!(shops, ["drinks", "kitchen", "night", "z", "m", "a"]);
    let items: Vec<_> = items.iter().map(|item| item.key.to_string()).collect();
    assert_eq!(items, ["kitchen/noodles", "night/skewers", "z/2", "z/1", "m/1", "a/1"]);
    assert_eq!(engines.same(|engine| engine.catalogue_version()), 4);
}

#[test]
fn everything_about_a_shop_and_an_item_is_kept() {
    let mut engines = Engines::new();
    let (mut shop, mut item) = (shop("full"), item("full", "1", Some(7)));
    let point = domain::catalogue::Point { longitude_micro: 120_155_000, latitude_micro: -1 };
    let location = domain::catalogue::Location { adcode: "330106".into(), point, address: "文三路 1 号".into() };
    shop.location = Some(location);
    shop.tags = vec!["奶茶".into(), "quote \" and \u{1f9cb}".into()];
    shop.hours = domain::catalogue::Hours::parse("17:00-02:00").expect("it reads");
    (item.brand, item.description) = ("小二".into(), "line\nbreak".into());
    item.tags = vec!["甜".into()];
    engines.import(&[shop.clone()], &[item.clone()]);
    let (shops, items) = engines.same(|engine| engine.catalogue());
    assert_eq!((shops.last(), items.last()), (Some(&shop), Some(&item)));
}

#[test]
fn a_stock_is_what_was_counted_on_the_shelf() {
    let mut engines = Engines::new();
    let stock = |engines: &Engines| {
        let stocks = engines.same(|engine| engine.stocks());
        stocks.into_iter().find(|(_, item, _)| item.item.0 == "1".into()).map(|(.., stock)| stock)
    };
    engines.import(&[shop("z")], &[item("z", "1", Some(3))]);
    assert_eq!(stock(&engines), Some(Stock { allotted: 3, sold: 0, moved: 0 }));
    engines.import(&[shop("z")], &[item("z", "1", Some(9))]);
    assert_eq!(stock(&engines), Some(Stock { allotted: 9, sold: 0, moved: 0 }));
    engines.assert_audit();
}
