//! The whole way over HTTP: buyers say a plain sentence, read the quote, agree, and have a paid order; beside the same
//! server's empty endpoint in the same run.
//!
//! `cargo bench -p xiaoer --bench http [-- SECONDS [PRELOAD [CLIENTS]]]`: how long a round is, how many orders are placed
//! before a second run over the same data, such as 1000000, and with how many clients alone it is measured.
#![expect(clippy::print_stdout, reason = "it prints what it measured")]

use std::io;
use std::net::SocketAddr;
use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use driver::{Answer, Buyer, Client, House, Request, Server, Town, in_parallel, now};
use hdrhistogram::Histogram;

#[path = "../tests/driver/mod.rs"]
#[expect(dead_code, reason = "the driver is the tests'; this needs a part of it")]
mod driver;

const CLIENTS: [usize; 3] = [1, 16, 64];
/// Items that are ordered while it is measured.
const ITEMS: usize = 100;
/// Shops of the town: more than are measured, so that an order rate that a shop is allowed is never the limit.
const SHOPS: usize = 200;
/// Rounds of each kind; the median is printed.
const ROUNDS: usize = 3;
/// Orders a second that a round may come to; so many buyers are opened for each second.
const RATE_MAX: usize = 6_000;
const SECONDS: u64 = 3;
const TOKEN: &str = r#""token":""#;

/// What one round came to: how many a second, and how long each step took.
struct Round {
    per_second: f64,
    /// Processor time of the server for each, µs: what a busy machine does not change much.
    server_us: f64,
    steps: Vec<Histogram<u64>>,
}

fn main() {
    let numbers: Vec<u64> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let seconds = Duration::from_secs(numbers.first().copied().unwrap_or(SECONDS));
    let number = |place: usize| numbers.get(place).map(|number| usize::try_from(*number).expect("it fits"));
    let preload = number(1).unwrap_or(0);
    let clients = number(2).map_or_else(|| CLIENTS.to_vec(), |clients| vec![clients]);
    start_of_demonstration();
    let house = House::of(&Town::of(SHOPS));
    let server = house.serve();
    println!(
        "\nworkload: fresh buyers, each says one sentence (`{}`, {ITEMS} items) by POST /api/chat and agrees by POST \
         /api/quotes/ID/confirm; wallet payment, tracked stock, synchronous=FULL; kept connections; the clients share the \
         machine's cores with the server; median of {ROUNDS} rounds of {} s",
        Town::sentence(0),
        seconds.as_secs()
    );
    measure(&server, seconds, &clients);
    if preload > 0 {
        place(&server, preload);
        println!("\nafter {preload} more orders:");
        measure(&server, seconds, &clients);
    }
}

/// A first and a second start on the demonstration data, and the memory that takes.
fn start_of_demonstration() {
    let house = House::empty().with("XIAOER_DEMONSTRATION", "true");
    let first = house.serve().ready_in;
    let mut seconds: Vec<_> = (0..5).map(|_| house.serve().ready_in).collect();
    seconds.sort();
    let server = house.serve();
    let mut buyer = Buyer::open(server.address).expect("the server answers");
    let said = buyer.say("两杯珍珠奶茶，少糖，送到公司").expect("the server answers");
    assert!(said.is_ok(), "a plain sentence is answered");
    println!(
        "demonstration: first start {first:.3?}; second start {:.3?}, median of 5 (target below 300 ms)",
        seconds[2]
    );
    println!("               memory {} (target below 200 MiB)", memory(&server));
}

/// The processor time that the server has used so far.
fn processor_time(server: &Server) -> Duration {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", server.pid())).unwrap_or_default();
    // The name, which may hold anything, ends with the last parenthesis; fields 14 and 15 are in hundredths.
    let fields = stat.rsplit(')').next().unwrap_or_default().split(' ');
    let hundredths: u64 = fields.skip(12).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_millis(hundredths * 10)
}

fn memory(server: &Server) -> String {
    let (resident, most) = server.memory_kib();
    format!("{} MiB resident, {} MiB at most so far", resident / 1024, most / 1024)
}

fn measure(server: &Server, seconds: Duration, clients: &[usize]) {
    println!(
        "{:>7} {:>15} {:>10} {:>10} {:>10} {:>10} {:>18}",
        "clients", "step", "a second", "p50 ms", "p99 ms", "max ms", "server's CPU, µs"
    );
    for &clients in clients {
        let empty = median((0..ROUNDS).map(|_| empty(server, clients, seconds / 3)));
        print(clients, &["GET /healthz"], &empty);
        let whole = median((0..ROUNDS).map(|_| whole(server, clients, seconds)));
        print(clients, &["the whole way", "  say", "  confirm"], &whole);
    }
    println!("memory: {}", memory(server));
}

fn print(clients: usize, names: &[&str], round: &Round) {
    let ms = |us: u64| f64::from(u32::try_from(us).unwrap_or(u32::MAX)) / 1000.0;
    for (name, step) in names.iter().zip(&round.steps) {
        let [half, most] = [0.5, 0.99].map(|part| ms(step.value_at_quantile(part)));
        let (max, rate, cpu) = (ms(step.max()), round.per_second, round.server_us);
        println!("{clients:>7} {name:>15} {rate:>10.0} {half:>10.2} {most:>10.2} {max:>10.2} {cpu:>18.0}");
    }
}

fn median(rounds: impl Iterator<Item = Round>) -> Round {
    let mut rounds: Vec<_> = rounds.collect();
    rounds.sort_by(|a, b| a.per_second.total_cmp(&b.per_second));
    rounds.swap_remove(ROUNDS / 2)
}

/// The empty endpoint, asked as fast as it answers.
fn empty(server: &Server, clients: usize, seconds: Duration) -> Round {
    round(server, clients, seconds, 1, |_| {
        let mut client = Client::new(server.address);
        move |steps: &mut [Histogram<u64>]| {
            let began = now();
            assert!(client.get("/healthz").expect("the server answers").is_ok(), "it is healthy");
            note(&mut steps[0], began);
        }
    })
}

/// Say, agree, have.
fn whole(server: &Server, clients: usize, seconds: Duration) -> Round {
    let buyers = RATE_MAX * usize::try_from(seconds.as_secs()).expect("it fits") * clients.clamp(4, 16) / 16;
    let tokens = open_buyers(server.address, buyers);
    let next = AtomicUsize::new(0);
    round(server, clients, seconds, 3, |_| {
        let (mut client, tokens, next) = (Client::new(server.address), &tokens, &next);
        move |steps: &mut [Histogram<u64>]| {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let token = tokens.get(number).expect("more buyers were opened than can order in a round");
            client.token = Some(token.clone());
            order(&mut client, number % ITEMS, steps).expect("the server answers");
        }
    })
}

/// One order, its three times noted.
fn order(client: &mut Client, item: usize, steps: &mut [Histogram<u64>]) -> io::Result<()> {
    let began = now();
    let body = format!(r#"{{"text":"{}"}}"#, Town::sentence(item));
    let quoted = client.send(&Request { method: "POST", path: "/api/chat", body: body.as_bytes(), key: None })?;
    note(&mut steps[1], began);
    let (id, hash) = (text_after(&quoted, r#""quote":{"id":""#), text_after(&quoted, r#""hash":""#));
    let (path, body) = (format!("/api/quotes/{id}/confirm"), format!(r#"{{"hash":"{hash}"}}"#));
    let agreed = now();
    let ordered = client.send(&Request { method: "POST", path: &path, body: body.as_bytes(), key: None })?;
    note(&mut steps[2], agreed);
    note(&mut steps[0], began);
    assert_eq!(text_after(&ordered, r#""state":""#), "paid", "an order is paid");
    Ok(())
}

/// The text that follows: enough to read our own answers, at no cost to the machine that is measured.
fn text_after<'a>(answer: &'a Answer, before: &str) -> &'a str {
    let body = std::str::from_utf8(&answer.body).expect("answers are UTF-8");
    let rest = body.split_once(before).map(|(_, rest)| rest);
    rest.and_then(|rest| rest.split('"').next()).unwrap_or_else(|| panic!("`{before}` is missing in {body}"))
}

/// Lets clients work for a while; each is made by `client`.
fn round<C: FnMut(&mut [Histogram<u64>]) + Send>(
    server: &Server,
    clients: usize,
    seconds: Duration,
    steps: usize,
    client: impl Fn(usize) -> C + Sync,
) -> Round {
    let (over, ready) = (AtomicBool::new(false), Barrier::new(clients + 1));
    let work = |mut client: C| {
        let mut noted: Vec<_> = (0..steps).map(|_| histogram()).collect();
        ready.wait();
        while !over.load(Ordering::Relaxed) {
            client(&mut noted);
        }
        noted
    };
    std::thread::scope(|scope| {
        let work = &work;
        let all: Vec<_> = (0..clients).map(&client).map(|client| scope.spawn(move || work(client))).collect();
        ready.wait();
        let (began, busy) = (now(), processor_time(server));
        std::thread::sleep(seconds);
        over.store(true, Ordering::Relaxed);
        let mut sums: Vec<_> = (0..steps).map(|_| histogram()).collect();
        for noted in all.into_iter().map(|client| client.join().expect("no client fails")) {
            sums.iter_mut().zip(noted).for_each(|(sum, noted)| sum.add(noted).expect("they are alike"));
        }
        let took = (now() - began).as_secs_f64();
        let count = u32::try_from(sums[0].len()).expect("a round is short");
        let server_us = (processor_time(server) - busy).as_secs_f64() * 1e6 / f64::from(count);
        Round { per_second: f64::from(count) / took, server_us, steps: sums }
    })
}

/// Places orders, as fast as it goes, by buyers who order again and again, over all shops.
fn place(server: &Server, orders: usize) {
    let began = now();
    let tokens = open_buyers(server.address, orders / 10);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut client = Client::new(server.address);
        let mut unused = [histogram(), histogram(), histogram()];
        while let Some(number) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|number| *number < orders) {
            client.token = Some(tokens[number % tokens.len()].clone());
            order(&mut client, number % SHOPS, &mut unused).expect("the server answers");
        }
    };
    std::thread::scope(|scope| (0..64).for_each(|_| drop(scope.spawn(work))));
    println!("\nplaced {orders} orders of {} buyers in {:.0?}", tokens.len(), now() - began);
}

/// The tokens of new buyers.
fn open_buyers(address: SocketAddr, count: usize) -> Vec<String> {
    const AT_ONCE: usize = 32;
    let some = |_| {
        let mut client = Client::new(address);
        let open =
            |_| text_after(&client.post("/api/buyers", &serde_json::json!({})).expect("it answers"), TOKEN).into();
        (0..count.div_ceil(AT_ONCE)).map(open).collect::<Vec<String>>()
    };
    in_parallel(AT_ONCE, AT_ONCE, some).concat()
}

fn histogram() -> Histogram<u64> {
    Histogram::new(3).expect("three digits are few enough")
}

fn note(step: &mut Histogram<u64>, began: Instant) {
    let us = u64::try_from((now() - began).as_micros()).expect("a step ends within the age of the universe");
    step.record(us).expect("it grows as it must");
}
