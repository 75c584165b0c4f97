//! What is found of things that have accessories, models and other names, and where a second opinion is heard.

use catalog::file::{self, FeedFormat};
use catalog::{Catalogue, Found, Search, SecondOpinion};

use super::feed_file::shop;

const FEED: &str = "\
{\"id\":\"case\",\"title\":\"Slim case for phone\",\"price\":\"20 CNY\",\"description\":\"A case. Fits iPhone 7, 8\"}
{\"id\":\"phone\",\"title\":\"Nova phone 64 GB\",\"price\":\"999 CNY\",\"brand\":\"Nova\"}
{\"id\":\"bag\",\"title\":\"Laptop bag\",\"price\":\"99 CNY\"}
{\"id\":\"book\",\"title\":\"Lumen notebook 15.6 inch\",\"price\":\"3999 CNY\",\"description\":\"Light. Plays Netflix.\"}
{\"id\":\"headset\",\"title\":\"Stereo headset\",\"price\":\"59 CNY\"}
{\"id\":\"keys\",\"title\":\"Versa keyboard\",\"price\":\"89 CNY\",\"description\":\"Keys for Tabula 10.2-inch, Tabula Pro\"}
{\"id\":\"cell\",\"title\":\"Zeta AAA battery\",\"price\":\"9 CNY\"}
";

fn catalogue() -> Catalogue {
    let feed = file::feed(FEED.as_bytes(), FeedFormat::JsonLines, shop(), &mut |_| {}).expect("it keeps to the format");
    Catalogue::new(feed.shops, feed.items)
}

fn keys(found: &[Found]) -> Vec<String> {
    let key = |found: &Found| format!("{}{}", found.item.key.item, if found.only_for { " (only for)" } else { "" });
    found.iter().map(key).collect()
}

#[track_caller]
fn check(words: &str, expected: &[&str]) {
    assert_eq!(keys(&catalogue().search(&Search::words(words), &|_| true)), expected, "{words}");
}

#[test]
fn the_thing_comes_before_what_is_for_it() {
    check("phone", &["phone", "case (only for)"]);
    check("phone case", &["case"]);
    check("laptop", &["book", "bag (only for)"]);
    check("aaa", &["cell"]);
    check("tabula pro", &["keys (only for)"]);
}

#[test]
fn spaces_units_and_models_are_read() {
    check("head set", &["headset"]);
    check("64gb phone", &["phone"]);
    check("15.6\" notebook", &["book"]);
    check("iphone 8 case", &["case"]);
    check("iphone 9", &[]);
}

#[test]
fn a_word_of_the_description_alone_is_no_thing() {
    check("netflix", &[]);
    check("netflix notebook", &["book"]);
}

/// Prefers the longest name.
struct Longest;

impl SecondOpinion for Longest {
    fn weigh(&self, words: &str, found: &[Found]) -> Vec<f32> {
        assert_eq!(words, "phone");
        found.iter().map(|found| if found.item.name.en.len() > 17 { 1_000.0 } else { 0.0 }).collect()
    }
}

#[test]
fn a_second_opinion_orders_what_was_found() {
    let catalogue = catalogue();
    let search = Search { limit: 1, ..Search::words("phone") };
    assert_eq!(keys(&catalogue.search_weighed(&search, &|_| true, None)), ["phone"]);
    assert_eq!(keys(&catalogue.search_weighed(&search, &|_| true, Some(&Longest))), ["case (only for)"]);
}
