//! Random commands in random batches, on every engine, every answer and row compared, every invariant asserted.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use domain::command::Command;
use domain::id::{OrderId, Shard};
use domain::ledger::AccountId;
use domain::mail::{Mail, MailId};
use domain::quote::Quote;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::time::Span;

use crate::dice::Dice;
use crate::engines::{Engines, SHARD, assert_holds};
use crate::town;

mod commands;

/// Names other sequences than the usual ones, `FROM..TO`: a long run, once, as a whole or part by part.
const VARIABLE: &str = "XIAOER_MODEL_SEQUENCES";
/// Sequences in a run of the tests, divided over tests so that they use every core.
const SEQUENCES: Range<u64> = 0..1_000;
const PARTS: u64 = 4;
/// For so many sequences on one shard there is one over several.
const SHARDED_EACH: u64 = 4;
const SHARDS: u16 = 4;
/// Sequences whose answers are counted.
const COUNTED: Range<u64> = 10_000_000..10_000_040;
/// Commands of a sequence, about.
const COMMANDS: usize = 80;
const BATCH_MAX: u64 = 12;

#[expect(clippy::disallowed_methods, reason = "how a person asks for a long run; no rule of ours runs here")]
fn sequences() -> Range<u64> {
    let asked = std::env::var(VARIABLE).ok().filter(|text| !text.is_empty());
    let read = |text: String| {
        let (from, to) = text.split_once("..")?;
        Some(from.parse().ok()?..to.parse().ok()?)
    };
    asked.map_or(SEQUENCES, |text| read(text).expect("the variable is like 1000..2000"))
}

/// One of the parts.
fn run(mut engines: Engines, sequences: Range<u64>, part: u64) {
    for seed in sequences.filter(|seed| seed % PARTS == part) {
        engines = run_counted(engines.renewed(), seed).0;
    }
}

#[test]
fn sequences_of_the_first_quarter() {
    run(Engines::new(), sequences(), 0);
}

#[test]
fn sequences_of_the_second_quarter() {
    run(Engines::new(), sequences(), 1);
}

#[test]
fn sequences_of_the_third_quarter() {
    run(Engines::new(), sequences(), 2);
}

#[test]
fn sequences_of_the_last_quarter() {
    run(Engines::new(), sequences(), 3);
}

fn run_sharded(part: u64) {
    let Range { start, end } = sequences();
    run(Engines::of(SHARDS), start / SHARDED_EACH..end / SHARDED_EACH, part);
}

#[test]
fn sequences_over_four_shards_first_half() {
    run_sharded(0);
    run_sharded(1);
}

#[test]
fn sequences_over_four_shards_second_half() {
    run_sharded(2);
    run_sharded(3);
}

/// The dice reach what they are meant to: every answer and most refusals of the rules come up.
#[test]
fn sequences_reach_every_answer_and_the_limits() {
    let expected = [
        "BuyerOpened",
        "BuyerChanged",
        "ConversationSaved",
        "QuoteOffered",
        "Order",
        "RefundSettled",
        "CampaignLaunched",
        "VoucherClaimed",
        "VoucherReleased",
        "balance_too_low",
        "budget_exhausted",
        "buyer_exists",
        "buyer_field_invalid",
        "buyer_unknown",
        "campaign_exists",
        "campaign_invalid",
        "campaign_not_running",
        "campaign_unknown",
        "conversation_moved",
        "key_reused",
        "order_unknown",
        "quote_changed",
        "quote_expired",
        "shop_full",
        "sold_out",
        "voucher_already_claimed",
        "voucher_not_usable",
        "voucher_still_usable",
        "wrong_state",
    ];
    assert_reached(Engines::new(), &expected);
}

#[test]
fn sequences_over_four_shards_reach_every_answer_to_mail() {
    let expected = ["AllotmentTaken", "AllotmentGiven", "MailClosed", "nothing_to_spare", "not_found", "sold_out"];
    assert_reached(Engines::of(SHARDS), &expected);
}

fn assert_reached(mut engines: Engines, expected: &[&str]) {
    let mut counts = BTreeMap::new();
    for seed in COUNTED {
        let answers;
        (engines, answers) = run_counted(engines.renewed(), seed);
        answers.into_iter().for_each(|answer| *counts.entry(answer).or_insert(0_u32) += 1);
    }
    for name in expected {
        assert!(counts.contains_key(*name), "{name} never came up: {counts:?}");
    }
}

/// Runs a sequence and names its answers.
fn run_counted(engines: Engines, seed: u64) -> (Engines, Vec<String>) {
    let mut world = World::new(engines, seed);
    let opening = world.opening();
    world.decide(opening);
    while world.log.sent.len() < COMMANDS {
        world.pass_time();
        let size = 1 + world.dice.below(BATCH_MAX);
        let batch = (0..size).map(|_| world.command()).collect();
        world.decide(batch);
    }
    world.engines.assert_reads();
    world.engines.assert_audit();
    (world.engines, world.log.answers.drain(..).collect())
}

/// A command on its way to a shard.
#[derive(Clone)]
struct Sent {
    shard: Shard,
    key: IdempotencyKey,
    command: Command,
}

/// What was sent so far; told when a test fails.
struct Log {
    seed: u64,
    lines: Vec<String>,
    sent: Vec<Sent>,
    answers: Vec<String>,
}

impl Drop for Log {
    #[expect(clippy::print_stderr, reason = "a failure prints its seed and the log of operations")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("seed {}:\n{}", self.seed, self.lines.join("\n"));
        }
    }
}

struct World {
    engines: Engines,
    dice: Dice,
    log: Log,
    /// Quotes that can be agreed to.
    quotes: Vec<Arc<Quote>>,
    /// Orders that were placed.
    placed: Vec<OrderId>,
    /// Mail that was sent, and which of it has arrived.
    mails: Vec<Mail>,
    arrived: BTreeSet<MailId>,
    /// The first answer to each key of a shard (I1).
    receipts: BTreeMap<(Shard, IdempotencyKey), ([u8; 16], Outcome)>,
    keys: u64,
}

impl World {
    fn new(engines: Engines, seed: u64) -> Self {
        let log = Log { seed, lines: Vec::new(), sent: Vec::new(), answers: Vec::new() };
        Self {
            engines,
            dice: Dice::new(seed),
            log,
            quotes: Vec::new(),
            placed: Vec::new(),
            mails: Vec::new(),
            arrived: BTreeSet::new(),
            receipts: BTreeMap::new(),
            keys: 0,
        }
    }

    /// Decides what goes to one shard together.
    fn decide(&mut self, batch: Vec<Sent>) {
        for shard in self.engines.shards() {
            let of_shard: Vec<_> = batch.iter().filter(|sent| sent.shard == shard).cloned().collect();
            if !of_shard.is_empty() {
                self.decide_at(shard, of_shard);
            }
        }
    }

    fn decide_at(&mut self, shard: Shard, batch: Vec<Sent>) {
        self.log.lines.push(format!("-- {} commands at {:?}", batch.len(), self.engines.clock.now()));
        self.log.lines.extend(batch.iter().map(|sent| format!("{shard:?} {:?} {:?}", sent.key, sent.command)));
        let commands: Vec<_> = batch.iter().map(|sent| (sent.key, sent.command.clone())).collect();
        let answers = self.engines.decide(shard, &commands);
        self.engines.assert_rows();
        assert_holds(&self.engines.memory.audit());
        for (sent, answer) in batch.into_iter().zip(answers) {
            self.log.lines.push(format!("{:?} => {answer:?}", sent.key));
            self.answered(sent, answer);
        }
    }

    /// I1: the same key and content, the same answer; the same key with other content is refused.
    fn answered(&mut self, sent: Sent, answer: Result<Outcome, Refusal>) {
        self.log.answers.push(named(&answer));
        let (name, content) = ((sent.shard, sent.key), sent.command.content());
        match self.receipts.get(&name) {
            Some((known, outcome)) if *known == content => assert_eq!(answer.as_ref(), Ok(outcome), "I1: {name:?}"),
            Some(_) => assert_eq!(answer, Err(Refusal::KeyReused), "I1: {name:?}"),
            None => {
                if let Ok(outcome) = &answer {
                    self.receipts.insert(name, (content, outcome.clone()));
                }
            }
        }
        if let Ok(outcome) = answer {
            self.learn(&sent.command, outcome);
        }
        self.log.sent.push(sent);
    }

    /// Keeps what later commands may speak of.
    fn learn(&mut self, command: &Command, outcome: Outcome) {
        match (outcome, command) {
            (Outcome::QuoteOffered(id), _) => {
                let quote = self.engines.same(|engine| engine.quote(id)).expect("what was offered is there");
                self.quotes.push(quote);
            }
            (Outcome::Order { order, .. }, Command::PlaceOrder(_)) if !self.placed.contains(&order) => {
                self.placed.push(order);
            }
            (Outcome::AllotmentTaken(id), _) => {
                let mail = self.engines.same(|engine| engine.mail(id)).expect("what was sent is there");
                self.mails.push(mail);
            }
            (Outcome::AllotmentGiven(id), _) => drop(self.arrived.insert(id)),
            _ => {}
        }
    }

    fn pass_time(&mut self) {
        let seconds = match self.dice.below(10) {
            0..6 => self.dice.below(20),
            6..9 => self.dice.below(20 * 60),
            _ => self.dice.below(3 * 24 * 3_600),
        };
        self.engines.clock.wait(Span::seconds(u32::try_from(seconds).expect("a few days")));
        if self.dice.percent(1) {
            self.engines.reopen();
        }
        if self.dice.percent(1) {
            let mut items = town::items();
            items.iter_mut().for_each(|item| item.stock = item.stock.and(Some(4)));
            let mut shops = town::shops();
            let rate = u32::try_from(1 + self.dice.below(6)).expect("a few");
            shops.iter_mut().for_each(|shop| shop.orders_per_ten_minutes = rate.max(shop.orders_per_ten_minutes / 2));
            self.engines.import(&shops, &items);
        }
    }
}

fn named(answer: &Result<Outcome, Refusal>) -> String {
    match answer {
        Ok(outcome) => format!("{outcome:?}").split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().into(),
        Err(refusal) => refusal.code().into(),
    }
}

#[test]
fn a_sequence_is_the_same_every_time() {
    let balance = |seed| {
        let mut world = World::new(Engines::new(), seed);
        let opening = world.opening();
        world.decide(opening);
        let batch = (0..20).map(|_| world.command()).collect();
        world.decide(batch);
        (world.log.lines.clone(), world.engines.same(|engine| engine.account(SHARD, &AccountId::Opening)))
    };
    assert_eq!(balance(7), balance(7));
}
