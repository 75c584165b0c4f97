//! Product feeds: what is read from them, and what each error says.

use std::sync::Arc;

use catalog::file::{self, FeedFormat, ImportError, Imported};
use domain::catalogue::{Hours, Shop};
use domain::id::ShopId;
use domain::language::{Language, Text};
use domain::money::Money;

pub(crate) fn shop() -> Shop {
    Shop {
        id: ShopId::from("merchant"),
        name: Text::new("商家", "merchant"),
        kind: "shop".into(),
        location: None,
        hours: Hours::ALWAYS,
        orders_per_ten_minutes: 40,
        delivery_fee: Money::ZERO,
        minutes: 60,
        tags: Vec::new(),
    }
}

fn read(format: FeedFormat, text: &str) -> Result<Imported, ImportError> {
    file::feed(text.as_bytes(), format, shop(), &mut |_| {})
}

#[track_caller]
fn check(format: FeedFormat, text: &str, expected: &str) {
    assert_eq!(read(format, text).expect_err("it breaks the format").sentence(Language::En), expected);
}

const CSV: &str = "\u{feff}id,title,description,price,sale price,g:availability,brand,product_type,color,link,custom_label_0\r\n\
    1,\"Kettle, 1.5 l\",\"Boils\nwater\",199.00 CNY,149.9 CNY,in stock,Qing,Home > Kitchen > Kettles,red,http://x,hot\r\n\
    2,茶壶,,88 CNY,,out_of_stock,,,,,\r\n";

#[test]
fn a_table_is_read() {
    let feed = read(FeedFormat::Csv, CSV).expect("it keeps to the format");
    let [kettle, pot] = &feed.items[..] else { panic!("two records, {} items", feed.items.len()) };
    assert_eq!(
        (kettle.key.to_string().as_str(), &*kettle.name.zh, kettle.price),
        ("merchant/1", "Kettle, 1.5 l", Money::cny(14_990))
    );
    assert_eq!((&*kettle.description, &*kettle.brand, kettle.stock), ("Boils\nwater", "Qing", None));
    assert_eq!(kettle.tags, ["Kettles", "red"].map(Arc::from));
    assert_eq!((pot.price, pot.stock), (Money::cny(8_800), Some(0)));
    let ignored: Vec<_> = feed.ignored.iter().map(|column| (column.name.as_str(), column.items)).collect();
    assert_eq!(ignored, [("custom_label_0", 1)]);
}

#[test]
fn tabs_and_lines_give_the_same() {
    let tabs = "id\ttitle\tprice\tquantity\n1\tKettle\t199.00 CNY\t3\n";
    let lines = "{\"id\": 1, \"title\": \"Kettle\", \"price\": \"199.00 CNY\", \"quantity\": \"3\", \"link\": [{}]}\n";
    let tabs = read(FeedFormat::Tsv, tabs).expect("it keeps to the format");
    assert_eq!(tabs.items, read(FeedFormat::JsonLines, lines).expect("it keeps to the format").items);
    assert_eq!(tabs.items[0].stock, Some(3));
}

#[test]
fn a_sale_that_is_bound_to_dates_is_not_taken_and_said() {
    let text =
        "id,title,price,sale_price,sale_price_effective_date\n1,Kettle,10.00 CNY,5.00 CNY,2026-01-01/2026-02-01\n";
    let feed = read(FeedFormat::Csv, text).expect("it keeps to the format");
    assert_eq!((feed.items[0].price, feed.ignored[0].items), (Money::cny(1_000), 1));
}

#[test]
fn errors_say_where_what_and_how_to_cure() {
    let csv = |text| move |expected| check(FeedFormat::Csv, text, expected);
    csv("编号,标题,price\n1,壶,1 CNY\n")(
        "line 1: the column `id` is missing. Add it under its Google Merchant name; the columns there are: 编号, 标题, price.",
    );
    csv("id,title,price\n1,Kettle,15.00 USD\n")("line 2, `price`: `15.00 USD` is not in yuan. Write \"15.00 CNY\".");
    csv("id,title,price\n1,Kettle,15.00\n")("line 2, `price`: `15.00` is not a price. Write \"15.00 CNY\".");
    csv("id,title,price\n1,Kettle,15.005 CNY\n")("line 2, `price`: `15.005 CNY` is not a price. Write \"15.00 CNY\".");
    csv("id,title,price\n1,Kettle,\"1,500.00 CNY\"\n")(
        "line 2, `price`: `1,500.00 CNY` is not a price. Write \"15.00 CNY\".",
    );
    csv("id,title,price\n1,,1 CNY\n")("line 2, `title`: this must not be empty. Fill it in, or remove it.");
    csv("id,title,price\n1,a,1 CNY\n1,b,1 CNY\n")("line 3, `id`: `1` is there twice. Give one of them another name.");
    csv("id,title,price\n1,a, b,1 CNY\n")(
        "line 2: the header has 3 columns, this record 4. Check the separator; put quotation marks around text with commas, tabs or line breaks.",
    );
    csv("id,title,price,availability\n1,a,1 CNY,maybe\n")(
        "line 2, `availability`: `maybe` is not an availability. Write in_stock, out_of_stock, preorder or backorder.",
    );
    csv("id,ID,title,price\n")("line 1, `ID`: the column `ID` is there twice. Keep one of them.");
    csv("")("the file is empty. Check that this is the right file.");
    check(
        FeedFormat::JsonLines,
        "{\"id\": \"1\", \"title\": \"a\"}",
        "line 1, column 1, `price`: the field `price` is missing. Add `price`.",
    );
    check(
        FeedFormat::JsonLines,
        "{\"id\": \"1\",\n",
        "line 2, column 1: the file ends where `\"` should be. Correct the JSON here.",
    );
}

#[test]
fn bytes_that_are_no_text_are_an_error() {
    let error = file::feed(&b"id,title,price\n1,\xff,1 CNY\n"[..], FeedFormat::Csv, shop(), &mut |_| {});
    assert_eq!(error.expect_err("it is not UTF-8").place.path, "title");
}

#[test]
fn a_quotation_mark_that_is_never_closed_does_not_fill_the_memory() {
    let text = format!("id,title,price\n1,\"Kettle,1 CNY\n{}", "2,Pot,1 CNY\n".repeat(200_000));
    let error = read(FeedFormat::Csv, &text).expect_err("the mark is never closed");
    assert_eq!(
        (error.place.line, error.cure(Language::En).as_str()),
        (2, "Look for a quotation mark that is never closed")
    );
}
