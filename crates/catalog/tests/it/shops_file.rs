//! The shops file: what is read from it, and what each error says.

use std::io::BufReader;

use catalog::file::{self, ImportError, Imported};
use domain::language::Language;
use domain::money::Money;

const WHOLE: &str = r#"{"shops": [{"id": "tea", "name": "小叶茶", "name_en": "Leaf Tea", "kind": "drinks",
  "location": {"adcode": "330106", "longitude": 120.1234567, "latitude": 30.2, "address": "文三路 1 号"},
  "hours": "08:00-02:00", "orders_per_ten_minutes": 40, "delivery_fee": 300, "minutes": 25, "tags": ["奶茶"],
  "items": [{"id": "pearl", "name": "珍珠奶茶", "name_en": "pearl milk tea", "price": 1500, "stock": null, "tags": ["含乳"],
    "options": [{"name": "糖度", "name_en": "sugar", "values": [{"name": "少糖", "name_en": "less sugar", "price": 0},
      {"name": "正常糖", "price": 0}], "default": "正常糖", "many": false}]}]}]}"#;

fn read(text: &str) -> Result<Imported, ImportError> {
    file::shops(text.as_bytes(), &mut |_| {})
}

#[test]
fn a_whole_file_is_read() {
    let file = read(WHOLE).expect("it keeps to the format");
    let (shop, item) = (&file.shops[0], &file.items[0]);
    let location = shop.location.as_ref().expect("it has one");
    assert_eq!((location.point.longitude_micro, location.point.latitude_micro), (120_123_457, 30_200_000));
    assert_eq!(
        (shop.hours.to_string().as_str(), shop.minutes, shop.delivery_fee),
        ("08:00-02:00", 25, Money::cny(300))
    );
    assert_eq!((item.key.to_string().as_str(), item.price, item.stock), ("tea/pearl", Money::cny(1500), None));
    assert_eq!((&*item.options[0].default, &*item.options[0].values[1].name.en), ("正常糖", "正常糖"));
}

#[test]
fn small_buffers_change_nothing() {
    let small = file::shops(BufReader::with_capacity(1, WHOLE.as_bytes()), &mut |_| {});
    assert_eq!(small, read(WHOLE));
    assert_eq!(read(&format!("\u{feff}{WHOLE}\r\n")), small);
}

#[test]
fn progress_ends_at_the_last_byte() {
    let mut last = 0;
    file::shops(WHOLE.as_bytes(), &mut |bytes| last = bytes).expect("it keeps to the format");
    assert_eq!(last, u64::try_from(WHOLE.len()).expect("it is short"));
}

/// Replaces `from` by `to` in the whole file and compares the sentence, whose place must be that of `marker`.
#[track_caller]
fn check(from: &str, to: &str, marker: &str, expected: &str) {
    let text = WHOLE.replacen(from, to, 1);
    assert_ne!(text, WHOLE, "{from} is not in the file");
    let error = read(&text).expect_err("it breaks the format");
    let before = &text[..text.find(marker).expect("the marker is in the file")];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let (line, column) = (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1);
    assert_eq!(error.sentence(Language::En), format!("line {line}, column {column}{expected}"));
}

#[test]
fn errors_say_where_what_and_how_to_cure() {
    let item = ", `shops[0].items[0]";
    let range = "is not a whole number from 0 to 100000000. Write a whole number in this range; amounts are in fen.";
    check("1500", "-5", "-5", &format!("{item}.price`: `-5` {range}"));
    check("1500", "150000001", "150000001", &format!("{item}.price`: `150000001` {range}"));
    check("1500", "15.00", "15.00", &format!("{item}.price`: `15.00` {range}"));
    check(
        "1500",
        "\"15\"",
        "\"15\"",
        ", `shops[0].items[0].price`: found `\"` where a number should be. Correct the JSON here.",
    );
    check(
        "\"hours\"",
        "\"opening\"",
        "\"opening",
        ", `shops[0].opening`: there is no field `opening`. Remove it, or use one of: id, name, name_en, kind, location, hours, orders_per_ten_minutes, delivery_fee, minutes, tags, items.",
    );
    check(
        "\"minutes\": 25",
        "\"kind\": \"x\"",
        "\"kind\": \"x\"",
        ", `shops[0].kind`: the field `kind` is given twice. Keep one of them.",
    );
    check("\"kind\": \"drinks\",", "", "{\"id\": \"tea", ", `shops[0].kind`: the field `kind` is missing. Add `kind`.");
    check(
        "08:00-02:00",
        "8am-2am",
        "\"8am",
        ", `shops[0].hours`: `8am-2am` is not opening hours. Write \"08:00-23:00\"; around the clock is \"00:00-24:00\".",
    );
    check(
        "330106",
        "990106",
        "\"990106",
        ", `shops[0].location.adcode`: `990106` is not an administrative code. Write the six digits of the district or county, such as \"330106\".",
    );
    check(
        "30.2",
        "300.2",
        "300.2",
        ", `shops[0].location.latitude`: `300.2` is not a number of degrees from -90 to 90. Write a decimal number such as 120.123456.",
    );
    check(
        "\"default\": \"正常糖\"",
        "\"default\": \"全糖\"",
        "\"全糖",
        ", `shops[0].items[0].options[0].default`: the default `全糖` is not one of the values. Use one of: 少糖, 正常糖.",
    );
    check(
        "\"many\": false",
        "\"many\": \"no\"",
        "\"no\"",
        ", `shops[0].items[0].options[0].many`: found `\"` where `true` or `false` should be. Correct the JSON here.",
    );
    check("珍珠奶茶", "  ", "\"  \"", ", `shops[0].items[0].name`: this must not be empty. Fill it in, or remove it.");
    check(
        "\"tea\"",
        "\"a/b\"",
        "\"a/b",
        ", `shops[0].id`: the id `a/b` has a character that ids do not have. Take out white space, line breaks and slashes.",
    );
    check("false}]}]}]}", "false}]}]}]!", "!", ": found `!` where `,` or `}` should be. Correct the JSON here.");
    check("false}]}]}]}", "false}]}]}]}!", "!", ": there is more text after the end. Correct the JSON here.");
}

#[test]
fn errors_are_said_in_chinese_too() {
    let error = read(&WHOLE.replace("1500", "-5")).expect_err("no price is negative");
    let expected = "第 4 行第 83 列，`shops[0].items[0].price`：`-5` 不是 0 到 100000000 之间的整数。请写成这个范围内的整数；金额以分为单位。";
    assert_eq!(error.sentence(Language::Zh), expected);
}

#[test]
fn ids_are_given_once() {
    let shop = r#"{"id": "a", "name": "甲", "kind": "drinks", "items": [{"id": "x", "name": "茶", "price": 1}]}"#;
    let twice = read(&format!(r#"{{"shops": [{shop}, {shop}]}}"#)).expect_err("two shops have one id");
    assert_eq!((twice.place.path.as_str(), twice.to_string().contains("`a` is there twice")), ("shops[1].id", true));
    let items = shop.replace("]}", r#", {"id": "x", "name": "水", "price": 1}]}"#);
    let twice = read(&format!(r#"{{"shops": [{items}]}}"#)).expect_err("two items have one id");
    assert_eq!(twice.place.path, "shops[0].items[1].id");
}

#[test]
fn what_a_file_leaves_out_is_filled_in() {
    let text = r#"{"shops": [{"items": [{"id": "x", "name_en": "tea", "price": 1, "options": [
        {"name": "加料", "values": [{"name": "珍珠"}], "many": true}, {"name": "杯", "values": [{"name": "大"}]}]}],
        "kind": "drinks", "name": "甲", "id": "a"}]}"#;
    let file = read(text).expect("all that must be there is there");
    let item = &file.items[0];
    assert_eq!((&*item.name.zh, &*item.name.en, &*file.shops[0].name.en), ("tea", "tea", "甲"));
    assert_eq!((&*item.options[0].default, &*item.options[1].default), ("", "大"));
    assert_eq!((file.shops[0].hours.to_string().as_str(), file.shops[0].location.is_none()), ("00:00-24:00", true));
}

#[test]
fn texts_are_read_with_their_escapes() {
    let text = r#"{"shops": [{"id": "a", "name": "\u8336 \ud83c\udf75\n\"x\"", "kind": "d", "items": []}]}"#;
    assert_eq!(&*read(text).expect("escapes are allowed").shops[0].name.zh, "茶 🍵\n\"x\"");
    let half = read(&text.replace("\\udf75", "")).expect_err("half a surrogate pair is no character");
    assert_eq!(half.place.line, 1);
}

#[test]
fn a_long_text_is_not_read_to_its_end() {
    let text = format!(r#"{{"shops": [{{"id": "{}"#, "x".repeat(10_000));
    let error = read(&text).expect_err("no id is so long").to_string();
    assert!(error.ends_with("… has more than 64 characters. Shorten it.".replace("… ", "…` ").as_str()), "{error}");
}
