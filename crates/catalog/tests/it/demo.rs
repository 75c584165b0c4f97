//! The demonstration catalogue is made of files like any other.

use catalog::Catalogue;

#[test]
fn every_demonstration_file_is_read() {
    for name in catalog::demo::names() {
        let file = catalog::demo::read(&name).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!file.shops.is_empty(), "{name} has no shops");
        for shop in &file.shops {
            let adcode = shop.location.as_ref().map(|location| &location.adcode);
            assert!(adcode.is_some(), "{name}: {} is nowhere", shop.id);
        }
    }
}

#[test]
fn no_two_demonstration_shops_have_the_same_id() {
    let all = catalog::demo::shops().expect("the files are read by another test");
    let (shops, items) = (all.shops.len(), all.items.len());
    let catalogue = Catalogue::new(all.shops, all.items);
    assert_eq!((catalogue.shop_count(), catalogue.item_count()), (shops, items));
}
