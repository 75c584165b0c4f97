//! Import of a shops file and of a product feed, and orders against both in the terminal.

use std::fmt::Write;

use serde_json::Value;

use crate::driver::{House, Town};

/// Lines of the feed. The full 100,000 take a debug build too long to run every time.
const LINES: usize = 5_000;

const COLOURS: [&str; 10] = ["红色", "蓝色", "绿色", "黑色", "白色", "灰色", "紫色", "粉色", "棕色", "银色"];
const THINGS: [&str; 10] = ["保温杯", "充电宝", "台灯", "雨伞", "书包", "耳机", "键盘", "毛巾", "闹钟", "水壶"];

/// A feed with Google Merchant names, of so many lines.
pub fn feed(lines: usize) -> String {
    let mut text = "id,title,description,price,sale_price,availability,brand,link\n".to_owned();
    for line in 0..lines {
        let (colour, thing, model) = (COLOURS[line % 10], THINGS[line / 10 % 10], line / 100);
        let (fen, brand) = (1000 + line % 9000, line % 37);
        let _ = writeln!(
            text,
            "sku-{line},{colour}{thing} M{model},\"{thing}，{colour}，型号 M{model}\",{}.{:02} CNY,,in_stock,\
             品牌{brand},https://example.com/{line}",
            fen / 100,
            fen % 100
        );
    }
    text
}

fn quoted(answer: &Value) -> (&str, &str, u64) {
    let lines = answer["quote"]["lines"].as_array().unwrap_or_else(|| panic!("it is quoted: {answer}"));
    let line = lines.last().unwrap();
    (line["shop_id"].as_str().unwrap(), line["item_id"].as_str().unwrap(), line["quantity"].as_u64().unwrap())
}

#[test]
fn shops_and_a_feed_are_imported_and_ordered_from() {
    let house = House::of(&Town::of(100));
    let file = house.write("warehouse.csv", &feed(LINES));
    let imported = house.run(&["import", file.to_str().unwrap()]);
    let said = String::from_utf8(imported.stdout).unwrap();
    assert!(imported.status.success() && said.contains("5000 items"), "{said}");

    let answers = house.chat("wang", &["来两份草莓奶茶", "确认", "来一个蓝色保温杯 M7", "确认"]);
    assert_eq!(quoted(&answers[0]), ("shop-0", "item-0", 2));
    assert_eq!(answers[1]["order"]["state"], "paid");
    assert_eq!(quoted(&answers[2]), ("warehouse", "sku-701", 1));
    assert_eq!(answers[3]["order"]["state"], "paid");
    assert_eq!(answers[3]["order"]["lines"].as_array().unwrap().len(), 1, "what was ordered is not ordered again");
    house.audit();
}

#[test]
fn a_bad_line_at_the_end_imports_nothing_and_is_named_with_its_cure() {
    let house = House::of(&Town::of(1)).with("XIAOER_NOW", "2026-02-06T12:00:00+08:00");
    let catalogue = || String::from_utf8(house.run(&["doctor"]).stdout).unwrap();
    let before = catalogue();
    assert!(before.contains("1 shops, 1 items"), "{before}");
    let cases = [
        ("sku-x,好东西,,15.00,,in_stock,,\n", "`price`", "CNY"),
        ("sku-x,,,15.00 CNY,,in_stock,,\n", "`title`", "Fill it in"),
        ("sku-0,好东西,,15.00 CNY,,in_stock,,\n", "`id`", "sku-0"),
    ];
    for (bad, field, cure) in cases {
        let file = house.write("warehouse.csv", &(feed(LINES) + bad));
        let imported = house.run(&["import", file.to_str().unwrap()]);
        let why = String::from_utf8(imported.stderr).unwrap();
        assert!(!imported.status.success());
        for part in [&format!("line {}", LINES + 2), field, cure, "nothing of it was imported"] {
            assert!(why.contains(part), "`{why}` does not say `{part}`");
        }
    }
    let file = house.write("more.json", &Town::of(2).item(1, "price", serde_json::json!("15.00")).to_json());
    let imported = house.run(&["import", file.to_str().unwrap()]);
    let why = String::from_utf8(imported.stderr).unwrap();
    assert!(!imported.status.success() && why.contains("`shops[1].items[0].price`"), "{why}");
    assert_eq!(catalogue(), before, "the catalogue is what it was");
}
