//! Whatever is said, in whatever order: conversations of random bytes, of the catalogue's own words and of sentences
//! cut and glued, over the demonstration catalogue, for so many seconds (20, or the number given after `--`).
//!
//! It fails if a turn panics, agrees without a quote or without a word of agreement, or leaves its bounds; it prints
//! how long turns take, and the slowest of them. A second number is the seed.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "fuzz/checks.rs"]
mod checks;
#[path = "fuzz/sentences.rs"]
mod sentences;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use assistant::{Assistant, Dialogue, OpenOrder, Scene, Step, Turn, reply};
use catalog::Catalogue;
use checks::Scenery;
use domain::cart::Cart;
use domain::id::OrderId;
use domain::time::Time;
use sentences::{Chance, Words};

const NOW: Time = Time::from_micros(1_770_345_000_000_000);
const SECONDS: u64 = 20;
const SEED: u64 = 1;
/// Turns of a conversation at most.
const TURNS_MAX: usize = 12;
/// A turn is said to be slow beyond this.
const SLOW: Duration = Duration::from_millis(20);
/// Failures and slow turns told in full at most.
const SHOWN: usize = 10;

/// What a run has seen.
#[derive(Default)]
struct Seen {
    conversations: usize,
    quotes: usize,
    agreed: usize,
    times: Vec<Duration>,
    /// With all that was said until then.
    slow: Vec<(Duration, Vec<String>)>,
    failures: Vec<String>,
}

fn main() -> ExitCode {
    let mut numbers = std::env::args().filter_map(|word| word.parse::<u64>().ok());
    let (seconds, seed) = (numbers.next().unwrap_or(SECONDS), numbers.next().unwrap_or(SEED));
    let demo = catalog::demo::shops().expect("the demonstration files are tested");
    let assistant = Assistant::new(Arc::new(Catalogue::new(demo.shops, demo.items)));
    let words = Words::of(assistant.catalogue());
    let scenery = Scenery::new(assistant.catalogue());
    let mut seen = Seen::default();
    let began = instant();
    while began.elapsed() < Duration::from_secs(seconds) {
        let chance = Chance::new(seed, seen.conversations);
        converse(&assistant, &words, &scenery, chance, &mut seen);
        seen.conversations += 1;
    }
    report(&mut seen, seconds, seed)
}

/// A conversation; the desk is played by what it would remember.
fn converse(assistant: &Assistant, words: &Words, scenery: &Scenery, mut chance: Chance, seen: &mut Seen) {
    let (mut dialogue, mut said) = (Dialogue::default(), Vec::new());
    let (mut waiting, mut latest, mut past) = (false, None, Vec::<Cart>::new());
    let (mut avoids, mut ordered) = (Vec::new(), Vec::new());
    for _ in 0..=chance.below(TURNS_MAX) {
        let sentence = words.sentence(&mut chance, &said);
        let scene = Scene {
            now: NOW,
            addresses: &scenery.addresses,
            avoids: &avoids,
            past: &past,
            latest_order: latest.map(|id| OpenOrder { id, lines: &ordered }),
            quote_waiting: waiting,
            in_stock: &|_| true,
        };
        said.push(sentence);
        let sentence = said.last().map_or("", |last| last);
        let Some(turn) = take(assistant, &said, &mut dialogue, &scene, seen) else {
            seen.failures.push(format!("panicked at the end of {said:?}"));
            return;
        };
        if let Some(now) = &turn.avoids {
            avoids.clone_from(now);
        }
        let broken = checks::broken(&turn, sentence, waiting, assistant.catalogue());
        seen.failures.extend(broken.map(|what| format!("{what} at the end of {said:?}: {:?}", turn.step)));
        match turn.step {
            Step::Quote(_) => (waiting, seen.quotes) = (true, seen.quotes + 1),
            Step::Confirm => {
                past.insert(0, dialogue.cart().clone());
                past.truncate(3);
                ordered.clone_from(&dialogue.cart().lines);
                if let Some(before) = dialogue.ordered() {
                    dialogue.ask_to_cancel(before);
                }
                (waiting, latest, seen.agreed) = (false, Some(OrderId(1)), seen.agreed + 1);
            }
            Step::Discard => waiting = false,
            Step::CancelOrder(_) => latest = None,
            _ => {}
        }
    }
}

/// The last turn of what was said and its words, as the desk takes it: what is remembered goes through its bytes. `None` if
/// it panics.
fn take(
    assistant: &Assistant,
    said: &[String],
    dialogue: &mut Dialogue,
    scene: &Scene<'_>,
    seen: &mut Seen,
) -> Option<Turn> {
    let (before, sentence) = (dialogue.clone(), said.last().map_or("", |last| last));
    let timed = |dialogue: &mut Dialogue| {
        let began = instant();
        let turn = catch_unwind(AssertUnwindSafe(|| {
            let turn = assistant.turn(sentence, dialogue, scene);
            let _ = reply::turn(&turn);
            *dialogue = Dialogue::from_bytes(&dialogue.to_bytes());
            turn
        }));
        (turn, began.elapsed())
    };
    let (turn, mut took) = timed(dialogue);
    if took > SLOW {
        // The machine may have been busy with something else: the best of three counts.
        took = (0..2).map(|_| timed(&mut before.clone()).1).fold(took, Duration::min);
    }
    seen.times.push(took);
    if took > SLOW {
        seen.slow.push((took, said.to_vec()));
    }
    turn.ok()
}

fn report(seen: &mut Seen, seconds: u64, seed: u64) -> ExitCode {
    seen.times.sort_unstable();
    seen.slow.sort_by_key(|(took, _)| std::cmp::Reverse(*took));
    let turns = seen.times.len();
    let at = |thousandths: usize| seen.times[(turns - 1) * thousandths / 1000];
    println!(
        "{seconds} s, seed {seed}: {} conversations, {turns} turns, {} quotes, {} agreed to",
        seen.conversations, seen.quotes, seen.agreed
    );
    println!(
        "  a turn: median {:?}, p99 {:?}, p99.9 {:?}, slowest {:?}; over {SLOW:?}: {}",
        at(500),
        at(990),
        at(999),
        at(1000),
        seen.slow.len()
    );
    for (took, said) in seen.slow.iter().take(SHOWN) {
        println!("  slow {took:?}, at the end of:");
        for sentence in said {
            println!("    {} characters: {:.120}", sentence.chars().count(), sentence.escape_debug().to_string());
        }
    }
    println!("  failures: {}", seen.failures.len());
    seen.failures.iter().take(SHOWN).for_each(|failure| println!("  {failure}"));
    if seen.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn instant() -> Instant {
    Instant::now()
}
