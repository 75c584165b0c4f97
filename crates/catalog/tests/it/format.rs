//! What a file is taken for.

use catalog::file::{FeedFormat, Format, format_of};

#[test]
fn the_beginning_counts_more_than_the_name() {
    let cases = [
        ("a.json", "\u{feff} {\"shops\": [", Some(Format::Shops)),
        ("a.txt", "{\"shops\": [", Some(Format::Shops)),
        ("a.json", "{\"id\": 1}\n{\"id\": 2}\n", Some(Format::Feed(FeedFormat::JsonLines))),
        ("a.jsonl", "{\"id\": 1}", Some(Format::Feed(FeedFormat::JsonLines))),
        ("a.json", "{\n", Some(Format::Shops)),
        ("a.csv", "id,title,price\n", Some(Format::Feed(FeedFormat::Csv))),
        ("a.txt", "id\ttitle\tprice\n", Some(Format::Feed(FeedFormat::Tsv))),
        ("a.csv", "id\ttitle\tprice\n", Some(Format::Feed(FeedFormat::Tsv))),
        ("a.tsv", "id,title,price\n", Some(Format::Feed(FeedFormat::Csv))),
        ("a.csv", "", Some(Format::Feed(FeedFormat::Csv))),
        ("a.png", "\u{1}\u{2}", None),
    ];
    for (name, first, expected) in cases {
        assert_eq!(format_of(name, first.as_bytes()), expected, "{name} {first:?}");
    }
}
