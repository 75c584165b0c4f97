//! How long a search takes over the demonstration catalogue, beside a scan over all names in the same run.
//!
//! `cargo bench -p catalog --bench search [-- COPIES]`: the catalogue is repeated so many times, in other shops.
//! `cargo bench -p catalog --bench search -- million [ITEMS]`: over so many made items, a million if not said; with the
//! memory that the catalogue takes beyond its items. Each search is timed three times and the shortest counts, because
//! what else the machine does is not the search's.
#![expect(clippy::print_stdout, reason = "it prints what it measured")]

#[path = "search/million.rs"]
mod million;

use std::hint::black_box;
use std::time::{Duration, Instant};

use catalog::{Catalogue, Search, Sort, demo, pinyin};
use domain::catalogue::{Item, Point, Shop};
use domain::id::{ItemKey, ShopId};
use domain::money::Money;

/// Items that queries are made of, spread evenly over the catalogue.
const QUERY_ITEMS: usize = 300;

/// Scans that are timed; each takes long over many items.
const SCANS_MAX: usize = 50;
/// Times that each search is timed.
const RUNS: usize = 3;

fn main() {
    if std::env::args().any(|argument| argument == "million") {
        return over_a_million();
    }
    let copies = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(1);
    let (read, demo) = timed(|| demo::shops().expect("a test reads the demonstration files"));
    let (shops, items) = copied(&demo.shops, &demo.items, copies);
    let (build, catalogue) = timed(|| Catalogue::new(shops, items));
    println!(
        "catalogue: {} shops, {} items; read in {read:.1?} ({} items), indexed in {build:.1?}",
        catalogue.shop_count(),
        catalogue.item_count(),
        demo.items.len()
    );
    print_all(&catalogue, kinds(&catalogue));
}

/// The time and the memory of searches over many items.
fn over_a_million() {
    let count = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(1_000_000);
    let (shops, items) = million::goods(count);
    let before = resident_kib();
    let (build, catalogue) = timed(|| Catalogue::new(shops, items));
    let more = resident_kib().saturating_sub(before) / 1024;
    println!(
        "catalogue: {} shops, {} made items; indexed in {build:.1?}, {more} MiB more than the {} MiB of the items",
        catalogue.shop_count(),
        catalogue.item_count(),
        before / 1024
    );
    print_all(&catalogue, million::kinds());
}

/// Memory of this process in KiB, as Linux counts it; 0 where it does not.
fn resident_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

fn print_all(catalogue: &Catalogue, kinds: Vec<(&'static str, Vec<Search>)>) {
    println!(
        "{:<14} {:>7} {:>9} {:>9} {:>9} {:>9} {:>7} {:>8}",
        "queries", "number", "p50 µs", "p99 µs", "max µs", "found", "scan", "ratio"
    );
    let mut all = Vec::new();
    for (kind, searches) in kinds {
        all.extend(searches.iter().cloned());
        print(kind, catalogue, &searches);
    }
    print("all", catalogue, &all);
}

/// The same shops and items again and again, under other ids.
fn copied(shops: &[Shop], items: &[Item], copies: usize) -> (Vec<Shop>, Vec<Item>) {
    let id = |shop: &ShopId, copy| if copy == 0 { shop.clone() } else { ShopId(format!("{shop}-{copy}").into()) };
    let shop = |copy| move |shop: &Shop| Shop { id: id(&shop.id, copy), ..shop.clone() };
    let key = move |key: &ItemKey, copy| ItemKey { shop: id(&key.shop, copy), item: key.item.clone() };
    let item = |copy| move |item: &Item| Item { key: key(&item.key, copy), ..item.clone() };
    let shops = (0..copies).flat_map(|copy| shops.iter().map(shop(copy))).collect();
    (shops, (0..copies).flat_map(|copy| items.iter().map(item(copy))).collect())
}

/// What people type, made from items of the catalogue.
fn kinds(catalogue: &Catalogue) -> Vec<(&'static str, Vec<Search>)> {
    let step = catalogue.item_count().div_ceil(QUERY_ITEMS).max(1);
    let items: Vec<_> = catalogue.items().step_by(step).collect();
    let words = |make: fn(&Item) -> String| items.iter().map(|item| Search::words(make(item))).collect::<Vec<_>>();
    let near = Point { longitude_micro: 120_100_000, latitude_micro: 30_280_000 };
    let filtered = |search: Search| Search {
        near: Some(near),
        price_max: Some(Money::cny(2_000)),
        sort: Sort::Cheapest,
        without: vec!["花生".into()],
        ..search
    };
    vec![
        ("Chinese name", words(|item| item.name.zh.to_string())),
        ("English name", words(|item| item.name.en.to_string())),
        ("part", words(|item| item.name.zh.chars().take(2).collect())),
        ("pinyin", words(|item| pinyin::pinyin_of(&item.name.zh).flatten().collect())),
        ("typo", words(|item| misspelt(&item.name.en))),
        ("in a sentence", words(|item| format!("我想要一份好吃的{}", item.name.zh))),
        ("filtered", words(|item| item.name.zh.to_string()).into_iter().map(filtered).collect()),
        ("nothing", words(|item| format!("qx{}恐龙", item.price.fen()))),
    ]
}

/// The third letter of the first word is left out.
fn misspelt(name: &str) -> String {
    name.chars().enumerate().filter(|(place, _)| *place != 2).map(|(_, letter)| letter).collect()
}

fn print(kind: &str, catalogue: &Catalogue, searches: &[Search]) {
    searches.iter().take(50).for_each(|search| drop(black_box(catalogue.search(search, &|_| true))));
    let mut found = 0;
    let mut times: Vec<_> = searches
        .iter()
        .map(|search| {
            let run = || timed(|| catalogue.search(black_box(search), &|_| true));
            let (time, answer) = run();
            found += usize::from(!answer.is_empty());
            (1..RUNS).map(|_| run().0).fold(time, Duration::min)
        })
        .collect();
    let mut scans: Vec<_> = searches
        .iter()
        .step_by(searches.len().div_ceil(SCANS_MAX))
        .map(|search| timed(|| black_box(scan(catalogue, search))).0)
        .collect();
    times.sort();
    scans.sort();
    let (median, scan) = (at(&times, 50), at(&scans, 50));
    println!(
        "{kind:<14} {:>7} {:>9.1} {:>9.1} {:>9.1} {:>8}% {:>7.1} {:>7.1}x",
        times.len(),
        micros(median),
        micros(at(&times, 99)),
        micros(at(&times, 100)),
        found * 100 / times.len().max(1),
        micros(scan),
        micros(scan) / micros(median)
    );
}

/// The baseline: the words as they are, looked for in every name; no filter, no order, no typo.
fn scan(catalogue: &Catalogue, search: &Search) -> usize {
    let words = search.words.to_lowercase();
    let has =
        |item: &&std::sync::Arc<Item>| item.name.zh.contains(&words) || item.name.en.to_lowercase().contains(&words);
    catalogue.items().filter(has).count()
}

fn at(times: &[Duration], percent: usize) -> Duration {
    times[(times.len() * percent / 100).min(times.len() - 1)]
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}
