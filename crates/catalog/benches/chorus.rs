//! How good the finder is at electronics: the Chorus set, 19,406 items and 3,188 graded judgements of 135 queries.
//!
//! `cargo bench -p catalog --bench chorus [-- failures]`. The set lies in `chorus/` of the folder `XIAOER_BENCH`
//! (`../shared/bench` from the project's root if unset); where it is not, this prints SKIPPED.
//!
//! - **nDCG@10** over the queries that have a relevant item: gain 2^r − 1 of the final rating, what nobody judged counts
//!   as 0. Every other query is *odd*, so that a rule that was fitted to one half is seen on the other.
//! - **Honest emptiness** over the queries without a relevant item: *empty* when nothing at all is found. What is found
//!   but marked as only for the thing asked for ([`catalog::Found::only_for`]), or as not having every word, is *marked*
//!   if all of the first ten are. The raters judged a pool of 40 and less: some of these queries ask for things that the
//!   catalogue has outside of it (printers, stylus pens). *Unjudged* is therefore told apart: none of the first ten was
//!   refused by a rater.
//!
//! An item is imported as a feed would bring it: title, brand, price, and a description that begins with the short
//! description and goes on with the attributes.
#![expect(clippy::print_stdout, reason = "it prints what it measured")]

use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use catalog::file::{self, FeedFormat};
use catalog::{Catalogue, Found, Search};
use domain::catalogue::{Hours, Shop};
use domain::id::ShopId;
use domain::language::Text;
use domain::money::Money;
use serde_json::{Value, json};

/// Results of a query that count.
const TOP: usize = 10;
/// Queries shown by `failures`, the worst first, each with so many results.
const WORST: usize = 40;
const SHOWN: usize = 4;
/// What plain BM25 over all text comes to on this set, as published with it.
const BASELINE: f64 = 0.757;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The ratings of one query by item.
type Ratings = HashMap<String, f64>;

/// What came of one query.
struct Outcome {
    query: String,
    found: Vec<Found>,
    ratings: Ratings,
}

fn main() -> Result<()> {
    let folder = folder();
    if !folder.join("ratings.csv").exists() {
        println!("SKIPPED: the Chorus set is not in {}", folder.display());
        return Ok(());
    }
    let catalogue = catalogue(&folder)?;
    let outcomes: Vec<_> = judgements(&folder)?
        .into_iter()
        .map(|(query, ratings)| {
            let found = catalogue.search(&Search { limit: TOP, ..Search::words(&query) }, &|_| true);
            Outcome { query, found, ratings }
        })
        .collect();
    let (relevant, hopeless): (Vec<_>, Vec<_>) = outcomes.iter().partition(|outcome| outcome.best_gain() > 0.0);
    println!("Chorus: {} items, {} queries", catalogue.item_count(), outcomes.len());
    print_ndcg(&relevant);
    print_emptiness(&hopeless);
    if std::env::args().any(|argument| argument == "failures") {
        print_failures(relevant, &hopeless);
    }
    Ok(())
}

fn print_ndcg(relevant: &[&Outcome]) {
    let half = |half: usize| relevant.iter().skip(half).step_by(2).map(|outcome| outcome.ndcg()).collect::<Vec<_>>();
    let (odd, even) = (half(0), half(1));
    let all: Vec<_> = odd.iter().chain(&even).copied().collect();
    println!(
        "nDCG@10 over {} queries: {:.4} (odd {:.4}, even {:.4}); plain BM25 {BASELINE}",
        all.len(),
        mean(&all),
        mean(&odd),
        mean(&even)
    );
}

fn print_emptiness(hopeless: &[&Outcome]) {
    let count = |is: fn(&Outcome) -> bool| hopeless.iter().filter(|outcome| is(outcome)).count();
    let (empty, marked) = (count(|outcome| outcome.found.is_empty()), count(Outcome::is_marked));
    let unjudged = count(|outcome| !outcome.is_marked() && !outcome.found.is_empty() && !outcome.is_refused());
    println!(
        "{} queries without a relevant item: {empty} empty, {marked} marked, {unjudged} unjudged, {} wrong",
        hopeless.len(),
        hopeless.len() - empty - marked - unjudged
    );
}

fn print_failures(mut relevant: Vec<&Outcome>, hopeless: &[&Outcome]) {
    relevant.sort_by(|one, other| one.ndcg().total_cmp(&other.ndcg()));
    for outcome in relevant.into_iter().take(WORST) {
        println!("{:.2} {outcome}", outcome.ndcg());
    }
    for outcome in hopeless.iter().filter(|outcome| !outcome.found.is_empty()) {
        let kind = match () {
            () if outcome.is_marked() => "marked",
            () if outcome.is_refused() => "wrong",
            () => "unjudged",
        };
        println!("{kind} {outcome}");
    }
}

impl Outcome {
    fn rating(&self, found: &Found) -> Option<f64> {
        self.ratings.get(&*found.item.key.item.0).copied()
    }

    fn ndcg(&self) -> f64 {
        let gains: Vec<_> = self.found.iter().map(|found| gain(self.rating(found).unwrap_or(0.0))).collect();
        discounted(&gains) / self.best_gain()
    }

    /// The discounted gain of the best order there is.
    fn best_gain(&self) -> f64 {
        let mut gains: Vec<_> = self.ratings.values().copied().map(gain).collect();
        gains.sort_by(|one, other| other.total_cmp(one));
        discounted(&gains)
    }

    fn is_marked(&self) -> bool {
        !self.found.is_empty() && self.found.iter().all(|found| !found.every_word || found.only_for)
    }

    /// Whether something is shown that a rater refused.
    fn is_refused(&self) -> bool {
        self.found.iter().any(|found| self.rating(found).is_some())
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}`", self.query)?;
        for found in self.found.iter().take(SHOWN) {
            let rating = self.rating(found).map_or_else(|| "-".to_owned(), |rating| rating.to_string());
            let name: String = found.item.name.en.chars().take(60).collect();
            write!(f, " | {rating} {:.0} {name}", found.score)?;
        }
        Ok(())
    }
}

fn gain(rating: f64) -> f64 {
    rating.exp2() - 1.0
}

fn discounted(gains: &[f64]) -> f64 {
    gains.iter().take(TOP).zip(2_u32..).map(|(gain, place)| gain / f64::from(place).log2()).sum()
}

#[expect(clippy::cast_precision_loss, reason = "there are a hundred queries")]
fn mean(all: &[f64]) -> f64 {
    all.iter().sum::<f64>() / all.len().max(1) as f64
}

#[expect(clippy::disallowed_methods, reason = "a benchmark is told where its data is")]
fn folder() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/bench");
    std::env::var_os("XIAOER_BENCH").map_or_else(beside, PathBuf::from).join("chorus")
}

/// All ratings, queries in their order.
fn judgements(folder: &Path) -> Result<Vec<(String, Ratings)>> {
    let mut queries: Vec<(String, Ratings)> = Vec::new();
    for record in csv::Reader::from_path(folder.join("ratings.csv"))?.deserialize::<HashMap<String, String>>() {
        let record = record?;
        let rating = record["final_rating"].parse()?;
        let (query, item) = (&record["query"], record["docid"].clone());
        match queries.iter_mut().find(|(known, _)| known == query) {
            Some((_, ratings)) => drop(ratings.insert(item, rating)),
            None => queries.push((query.clone(), Ratings::from([(item, rating)]))),
        }
    }
    Ok(queries)
}

/// The items as a feed of JSON Lines, imported.
fn catalogue(folder: &Path) -> Result<Catalogue> {
    let mut lines = String::new();
    for part in 1..=4 {
        let items: Vec<Value> = serde_json::from_slice(&unpacked(&folder.join(format!("{part}.json.zip")))?)?;
        for item in &items {
            writeln!(lines, "{}", line(item))?;
        }
    }
    let shop = Shop {
        id: ShopId::from("chorus"),
        name: Text::new("", ""),
        kind: "".into(),
        location: None,
        hours: Hours::ALWAYS,
        orders_per_ten_minutes: 40,
        delivery_fee: Money::ZERO,
        minutes: 60,
        tags: Vec::new(),
    };
    let imported = file::feed(lines.as_bytes(), FeedFormat::JsonLines, shop, &mut |_| {})?;
    Ok(Catalogue::new(imported.shops, imported.items))
}

/// An item as a line of a feed. The prices are of another currency; only their order matters here.
fn line(item: &Value) -> Value {
    let text = |name: &str| item[name].as_str().unwrap_or_default();
    let attributes = item.as_object().into_iter().flatten().filter(|(name, _)| name.starts_with("attr_t_"));
    let details = attributes.filter_map(|(_, value)| value.as_str()).fold(String::new(), |all, one| all + one + "; ");
    let short = Some(text("short_description")).filter(|short| !short.is_empty()).unwrap_or(text("title"));
    let description = format!("{short}\n{details}");
    json!({
        "id": text("id"),
        "title": text("title").chars().take(file::limits::NAME_CHARS_MAX).collect::<String>(),
        "description": description.chars().take(file::limits::DESCRIPTION_CHARS_MAX).collect::<String>(),
        "brand": text("supplier"),
        "price": "1.00 CNY",
    })
}

/// The first file of a zip: by `unzip`, or by Python where there is none.
fn unpacked(zip: &Path) -> Result<Vec<u8>> {
    let python = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); \
                  sys.stdout.buffer.write(z.read(z.namelist()[0]))";
    let unzip = Command::new("unzip").arg("-p").arg(zip).stderr(Stdio::null()).output();
    match unzip {
        Ok(output) if output.status.success() => Ok(output.stdout),
        _ => {
            let output = Command::new("python3").args(["-c", python]).arg(zip).output()?;
            if output.status.success() {
                Ok(output.stdout)
            } else {
                Err("neither unzip nor python3 reads a zip".into())
            }
        }
    }
}
