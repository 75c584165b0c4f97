//! No bytes whatever make a parser panic, and the JSON reader takes only what is JSON.

use catalog::file::{self, FeedFormat, format_of};
use proptest::prelude::*;

use crate::feed_file::shop;

/// Pieces that make random text look like the formats.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\u12",
    "\\ud800",
    "\n",
    "\t",
    "null",
    "true",
    "-1",
    "1e9",
    "0.5",
    "\"shops\"",
    "\"id\"",
    "\"items\"",
    "\"name\"",
    "\"kind\"",
    "\"price\"",
    "\"x\"",
    "\"options\"",
    "\"values\"",
    "id,title,price\n",
    "1,a,1 CNY\n",
    "\u{feff}",
    "茶",
];

fn read_all(bytes: &[u8]) {
    let read_shops = file::shops(bytes, &mut |_| {});
    if read_shops.is_ok() {
        let text = std::str::from_utf8(bytes).expect("only text is read");
        let text = text.trim_start_matches('\u{feff}');
        serde_json::from_str::<serde_json::Value>(text).expect("only JSON is read");
    }
    for format in [FeedFormat::Csv, FeedFormat::Tsv, FeedFormat::JsonLines] {
        if let Err(error) = file::feed(bytes, format, shop(), &mut |_| {}) {
            assert!(error.sentence(domain::language::Language::Zh).len() < 6_000);
        }
    }
    format_of("x", bytes);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        read_all(&bytes);
    }

    #[test]
    fn text_like_the_formats_never_panics(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        read_all(pieces.concat().as_bytes());
    }

    #[test]
    fn a_file_with_a_changed_byte_never_panics(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut text = br#"{"shops": [{"id": "a", "name": "\u8336", "kind": "d", "location": {"adcode": "330106", "longitude": 1.5,
            "latitude": -2e0, "address": "x"}, "items": [{"id": "x", "name": "y", "price": 1, "options": [{"name": "o",
            "values": [{"name": "v"}], "many": true}]}]}]}"#.to_vec();
        let place = place.index(text.len());
        text[place] = byte;
        read_all(&text);
    }
}
