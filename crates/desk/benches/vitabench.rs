//! VitaBench, delivery, the 50 Chinese tasks of the development half: a person's whole wish as one utterance, with
//! their addresses and earlier orders; the quote that comes is agreed to, a question is not answered. What is placed is
//! held against the orders that the task wants: shop, dishes, quantities, and options where they are named. The same
//! again with a buyer who says yes to every question that a yes answers, without a look at what it asks.
//!
//! Not comparable with published rubric scores. A shop's score has no place in our catalogue and is left out. The
//! folder of the data is `XIAOER_BENCH`, else beside the project. `-- failures` prints each task that is not exact, or
//! whose earlier order stands where it shall not.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "vitabench/play.rs"]
mod play;
#[path = "vitabench/score.rs"]
mod score;
#[path = "vitabench/task.rs"]
mod task;

use std::path::PathBuf;

use domain::quote::QuoteLine;
use play::{Buyer, Played};
use score::Score;
use task::{ShopOrder, Task};

const BESIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/bench");
const FILE: &str = "vitabench/delivery_zh_dev.json";

fn main() {
    let file = folder().join(FILE);
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("SKIPPED: `{}` is not there", file.display());
        return;
    };
    let failures = std::env::args().any(|word| word == "failures");
    let tasks: Vec<Task> = serde_json::from_str(&text).expect("the data is as its page says");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.expect("a thread can be had");
    let (mut scores, mut nods, mut picks) = (Vec::new(), Vec::new(), Vec::new());
    let mut not_there = 0;
    for task in &tasks {
        let played = runtime.block_on(play::play(task, Buyer::Agrees)).expect("memory fails no turn");
        let score = score::score(task, &played);
        let nodded = runtime.block_on(play::play(task, Buyer::Nods)).expect("memory fails no turn");
        nods.push((score::score(task, &nodded), nodded.talk.len() + 1));
        let picked = runtime.block_on(play::play(task, Buyer::Picks)).expect("memory fails no turn");
        let picked_score = score::score(task, &picked);
        if failures && !picked_score.is_whole() {
            picked.talk.iter().for_each(|(said, answer)| println!("  > {said}\n    {}", answer.replace('\n', " / ")));
        }
        picks.push((picked_score, picked.talk.len() + 1));
        if failures && !score.is_whole() {
            show(task, &played, &score);
        }
        not_there += played.not_there;
        scores.push(score);
    }
    report(&scores, not_there);
    report_talks("who says yes to whatever a yes answers", &nods);
    report_talks("who picks what is wanted where it is shown", &picks);
}

#[expect(clippy::disallowed_methods, reason = "a benchmark is told where its data is")]
fn folder() -> PathBuf {
    std::env::var_os("XIAOER_BENCH").map_or_else(|| BESIDE.into(), PathBuf::from)
}

fn report(scores: &[Score], not_there: usize) {
    let mut sum = Score::default();
    scores.iter().for_each(|score| sum.add(score));
    let tasks = scores.len();
    let exact = scores.iter().filter(|score| score.is_exact()).count();
    let ordering = scores.iter().filter(|score| score.placed > 0).count();
    let asked = scores.iter().filter(|score| score.asked).count();
    let said_back = scores.iter().filter(|score| score.said_back > 0).count();
    println!("VitaBench delivery, gold-order match, development half: {tasks} tasks, one utterance each");
    let whole = scores.iter().filter(|score| score.is_whole()).count();
    println!("  all gold orders exact       {exact} of {tasks} tasks; and those cancelled that shall be, {whole}");
    println!("  orders                      {} wanted, {} placed, {} exact", sum.wanted, sum.placed, sum.exact);
    println!("  precision, recall, F1       {}", rates(sum.exact, sum.placed, sum.wanted));
    println!("  wrong orders                {} of {} placed", sum.placed - sum.exact, sum.placed);
    println!("  at the right address        {} of {} exact orders", sum.at_address, sum.exact);
    println!("  dishes in the quote         {}", rates(sum.dishes_right, sum.dishes_quoted, sum.dishes_wanted));
    println!("  dishes wanted, and shown    {} of {}", sum.dishes_shown, sum.dishes_wanted);
    println!(
        "  ended in an order           {ordering} tasks; asked instead of guessed {asked}; neither {}",
        tasks - ordering - asked
    );
    println!("  unread said back            {} spans in {said_back} tasks", sum.said_back);
    println!("  earlier orders cancelled    {} where {} should be", sum.cancelled, sum.to_cancel);
    println!("  earlier orders left out     {not_there}");
}

/// What comes of it with a buyer who talks. One who picks what the task wants if it is shown is no measure of the reader
/// alone, since that buyer knows the answer, but of how far a conversation can come.
fn report_talks(buyer: &str, picks: &[(Score, usize)]) {
    let mut sum = Score::default();
    picks.iter().for_each(|(score, _)| sum.add(score));
    let exact = picks.iter().filter(|(score, _)| score.is_exact()).count();
    let whole = picks.iter().filter(|(score, _)| score.is_whole()).count();
    let turns = picks.iter().map(|(_, turns)| turns).sum::<usize>();
    println!("With a buyer {buyer}, {turns} sentences in all");
    println!("  all gold orders exact       {exact}; and those cancelled that shall be, {whole}");
    println!("  orders                      {} wanted, {} placed, {} exact", sum.wanted, sum.placed, sum.exact);
    println!("  earlier orders cancelled    {} where {} should be", sum.cancelled, sum.to_cancel);
}

/// Precision, recall and F1 in percent.
fn rates(right: usize, made: usize, wanted: usize) -> String {
    let percent = |part: usize, whole: usize| {
        let thousandths = (part * 1000).checked_div(whole).unwrap_or_default();
        format!("{}.{} %", thousandths / 10, thousandths % 10)
    };
    format!("{}, {}, {}", percent(right, made), percent(right, wanted), percent(2 * right, made + wanted))
}

fn show(task: &Task, played: &Played, score: &Score) {
    let answer = &played.first;
    println!("\n{} {}", task.id, task.instructions);
    task.earlier().iter().for_each(|order| println!("  before  {} ({})", brief(task, order), order.status));
    task.wanted().iter().for_each(|order| println!("  wanted  {}", brief(task, order)));
    for line in played.first.quote.iter().flat_map(|quote| &quote.terms.lines) {
        println!("  quoted  {}: {}", task.shop_name(&line.item.shop.to_string()), quoted(line));
    }
    println!(
        "  read as {}; {} exact of {} placed; unread {:?}",
        answer.request, score.exact, score.placed, answer.unread
    );
    let offers = answer.offers.iter().map(|offer| format!("{}: {}", offer.shop.name.zh, offer.item.name.zh));
    offers.for_each(|offer| println!("  offered {offer}"));
    println!("  said    {}", answer.reply.replace('\n', " / "));
}

fn brief(task: &Task, order: &ShopOrder) -> String {
    let line = |line: &task::Line| {
        let option = line.option.as_ref().map(|option| format!(" ({option})")).unwrap_or_default();
        format!("{} × {}{option}", line.quantity, task.name_of(&order.shop, &line.item))
    };
    let lines: Vec<_> = order.lines.iter().map(line).collect();
    format!("{}: {}", task.shop_name(&order.shop), lines.join(" + "))
}

fn quoted(line: &QuoteLine) -> String {
    let values = line.options.iter().flat_map(|choice| &choice.values).map(|value| value.zh.to_string());
    format!("{} × {} {:?}", line.quantity, line.name.zh, values.collect::<Vec<_>>())
}
