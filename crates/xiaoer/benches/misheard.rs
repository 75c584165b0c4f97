//! What misheard words cost: the shopping dialogues as they are, and with a recogniser's errors in them.
//!
//! Each turn with Chinese in it gets one character that sounds alike or that a recogniser has really taken it for, loses
//! its punctuation, and gets a filler; a turn in English loses its punctuation and gets a filler. What must come of the
//! dialogue stays, and so no numeral, negation or measure is touched: misheard, those would ask for something else. The
//! dialogues' own player and judge decide.
//!
//! After `--`: any of `substitute`, `punctuation` and `fill` for these errors alone, `--xiaoer PATH` for another
//! program. The folder of the data is `XIAOER_BENCH`, else beside the project; Python plays.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "misheard/confusions.rs"]
mod confusions;
#[path = "misheard/noise.rs"]
mod noise;
#[path = "misheard/player.rs"]
mod player;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use confusions::Confusions;
use noise::{Noise, Wanted};
use player::{Outcome, Player};

const BESIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/bench");
const SEEDS: [u64; 3] = [1, 2, 3];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let named = words.iter().position(|word| word == "--xiaoer").and_then(|at| words.get(at + 1));
    let xiaoer = named.map_or(env!("CARGO_BIN_EXE_xiaoer"), String::as_str);
    let folder = folder();
    match run(&folder, Path::new(xiaoer), Wanted::of(&words)) {
        Ok(()) => {}
        Err(why) => println!("SKIPPED: {why}"),
    }
}

#[expect(clippy::disallowed_methods, reason = "a benchmark is told where its data is")]
fn folder() -> PathBuf {
    std::env::var_os("XIAOER_BENCH").map_or_else(|| BESIDE.into(), PathBuf::from)
}

fn run(folder: &Path, xiaoer: &Path, wanted: Wanted) -> Result<(), String> {
    let confusions = Confusions::read(&folder.join("asr"))?;
    println!("misheard dialogues, {wanted}; {confusions}");
    let player = Player::new(&folder.join("dialogues"), xiaoer)?;
    let clean = player.play(&|_, turns| turns.to_vec())?;
    println!("  as they are  {}", tally(&clean));
    let mut passed = 0;
    let mut failed: BTreeMap<String, Vec<(u64, Outcome)>> = BTreeMap::new();
    for seed in SEEDS {
        let noise = Noise { confusions: &confusions, wanted, seed };
        let outcomes = player.play(&|id, turns| noise.dialogue(id, turns))?;
        println!("  seed {seed}       {}", tally(&outcomes));
        passed += count(&outcomes);
        for (id, outcome) in outcomes.into_iter().filter(|(id, outcome)| !outcome.passed && clean[id].passed) {
            failed.entry(id).or_default().push((seed, outcome));
        }
    }
    loss(count(&clean) * SEEDS.len(), passed, clean.len() * SEEDS.len());
    failed.iter().for_each(|(id, times)| show(id, times));
    Ok(())
}

fn count(outcomes: &BTreeMap<String, Outcome>) -> usize {
    outcomes.values().filter(|outcome| outcome.passed).count()
}

fn tally(outcomes: &BTreeMap<String, Outcome>) -> String {
    let of = |language: &str| {
        let those: Vec<_> = outcomes.values().filter(|outcome| outcome.language == language).collect();
        format!("{language} {}/{}", those.iter().filter(|outcome| outcome.passed).count(), those.len())
    };
    let wrong: usize = outcomes.values().map(|outcome| outcome.wrong_orders).sum();
    format!("{}/{} passed ({}, {}), {wrong} wrong orders", count(outcomes), outcomes.len(), of("zh"), of("en"))
}

fn loss(clean: usize, passed: usize, played: usize) {
    let tenths = |count: usize| count * 1000 / played.max(1);
    let lost = tenths(clean).saturating_sub(tenths(passed));
    let (before, after) = (tenths(clean), tenths(passed));
    println!(
        "  {}.{} % as they are, {}.{} % misheard: {}.{} points lost",
        before / 10,
        before % 10,
        after / 10,
        after % 10,
        lost / 10,
        lost % 10
    );
}

fn show(id: &str, times: &[(u64, Outcome)]) {
    println!("\n{id}: failed {} of {} times; said {}", times.len(), SEEDS.len(), times[0].1.meant.join(" | "));
    for (seed, outcome) in times {
        println!("  seed {seed}: {}", outcome.said.join(" | "));
        outcome.failures.iter().for_each(|failure| println!("    {failure}"));
    }
}
