//! The crash test: many clients order, the server is killed in the middle and started again, and the clients ask again
//! for what they have no answer to, with the same key, as clients do.
//!
//! What must hold: an order that was acknowledged is there, once; a key stands for one order, however often it was sent
//! before and after the kill; the audit passes over what the kill left and over the end.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use serde_json::json;

use super::{Answer, Buyer, House, Quote, Server, Town, now};

/// Clients at once.
pub const CLIENTS: usize = 64;
const ITEMS: usize = 100;
/// How long a client goes on asking a server that does not answer.
const KEEPS_ASKING: Duration = Duration::from_secs(120);
const ASKS_EVERY: Duration = Duration::from_millis(10);

/// What one round saw.
#[derive(Debug, Default)]
pub struct Report {
    /// Orders asked for.
    pub orders: usize,
    /// Orders that were acknowledged when the server was killed.
    pub acknowledged_before: usize,
    /// Confirmations that the kill left without an answer and that were sent again.
    pub asked_again: usize,
    /// How long the start after the kill took.
    pub restart: Duration,
    /// What the server had of memory at the end, KiB.
    pub memory_kib: u64,
    /// How long the whole round took.
    pub took: Duration,
}

/// An order that a client was told of.
struct Acknowledged {
    client: usize,
    key: String,
    order: String,
    /// Whether it was asked for more than once.
    asked_again: bool,
}

/// One client's part of a round.
struct Client<'a> {
    number: usize,
    round: usize,
    buyer: Buyer,
    next: &'a AtomicUsize,
    orders: usize,
    told: Sender<Acknowledged>,
}

/// Runs `times` rounds of `orders` orders on the same data.
///
/// # Panics
/// If something does not hold.
pub fn run(orders: usize, times: usize) -> Vec<Report> {
    let house = House::of(&Town::of(ITEMS));
    let mut server = house.serve();
    let tokens: Vec<_> = (0..CLIENTS).map(|_| token(server.address)).collect();
    let mut booked = vec![BTreeMap::new(); CLIENTS];
    let reports = (0..times).map(|number| round(&house, &mut server, &tokens, &mut booked, orders, number)).collect();
    drop(server);
    house.audit();
    reports
}

/// A round: order, kill, look, start, go on, look again.
fn round(
    house: &House,
    server: &mut Server,
    tokens: &[String],
    booked: &mut [BTreeMap<String, String>],
    orders: usize,
    number: usize,
) -> Report {
    let (began, next) = (now(), AtomicUsize::new(0));
    let mut report = Report { orders, ..Report::default() };
    let (address, before) = (server.address, booked.iter().map(BTreeMap::len).sum::<usize>());
    std::thread::scope(|scope| {
        let (told, hears) = mpsc::channel();
        for (client, token) in tokens.iter().enumerate() {
            let (buyer, told, next) = (buyer(address, token), told.clone(), &next);
            scope.spawn(move || Client { number: client, round: number, buyer, next, orders, told }.order());
        }
        drop(told);
        // Somewhere in the middle, in another place each time.
        report.acknowledged_before = hear(&hears, orders * (2 + number % 3) / 6, booked, &mut report);
        server.kill().expect("a child can be killed");
        house.audit();
        // What was on its way when the server died was acknowledged too.
        report.acknowledged_before += hears.try_iter().map(|told| book(told, booked, &mut report)).count();
        let known = booked.to_vec();
        *server = house.serve();
        report.restart = server.ready_in;
        all_there(server.address, tokens, &known);
        hear(&hears, usize::MAX, booked, &mut report);
    });
    assert_eq!(booked.iter().map(BTreeMap::len).sum::<usize>(), before + orders, "each key has its order");
    exactly(server.address, tokens, booked);
    report.memory_kib = server.memory_kib().0;
    report.took = now() - began;
    report
}

/// Books `most` orders as clients are told of them, or all until the clients are done; how many there were.
fn hear(
    hears: &Receiver<Acknowledged>,
    most: usize,
    booked: &mut [BTreeMap<String, String>],
    report: &mut Report,
) -> usize {
    hears.iter().take(most).map(|told| book(told, booked, report)).count()
}

fn book(told: Acknowledged, booked: &mut [BTreeMap<String, String>], report: &mut Report) {
    report.asked_again += usize::from(told.asked_again);
    let before = booked[told.client].insert(told.key, told.order);
    assert_eq!(before, None, "a client asks for a key's order until it has it, not longer");
}

/// After the start, before anything else: each order that was acknowledged is there.
fn all_there(address: SocketAddr, tokens: &[String], known: &[BTreeMap<String, String>]) {
    for (token, orders) in tokens.iter().zip(known) {
        let mut buyer = buyer(address, token);
        for order in orders.values() {
            assert_eq!(buyer.see(&format!("/api/orders/{order}"))["id"], order.as_str(), "an acknowledged order");
        }
    }
}

/// At the end: each buyer has the orders they were told of, each once, and no other; a key asked for again is the same
/// order.
fn exactly(address: SocketAddr, tokens: &[String], booked: &[BTreeMap<String, String>]) {
    for (token, orders) in tokens.iter().zip(booked) {
        let listed = buyer(address, token).orders();
        let (different, known): (BTreeSet<_>, BTreeSet<_>) = (listed.iter().collect(), orders.values().collect());
        assert_eq!(listed.len(), different.len(), "no order is listed twice");
        assert_eq!(different, known, "the orders that are there are those that were acknowledged");
    }
}

impl Client<'_> {
    fn order(mut self) {
        while let Some(number) = Some(self.next.fetch_add(1, Ordering::Relaxed)).filter(|n| *n < self.orders) {
            let quote = self.quote(number % ITEMS);
            let key = format!("round-{}-order-{number}", self.round);
            let (answer, asked_again) = insist(|| self.buyer.confirm(&quote, Some(&key)));
            let placed = answer.done();
            assert_eq!((&placed["state"], &placed["captured"]), (&json!("paid"), &placed["total"]), "paid, once");
            let order = placed["id"].as_str().expect("an order has a number").to_owned();
            if asked_again {
                let (again, _) = insist(|| self.buyer.confirm(&quote, Some(&key)));
                assert_eq!(again.done()["id"], order.as_str(), "the same key, the same order");
            }
            let told = Acknowledged { client: self.number, key, order, asked_again };
            if self.told.send(told).is_err() {
                // Something did not hold, and nobody hears any more.
                return;
            }
        }
    }
}

impl Client<'_> {
    /// By a sentence, to be paid from the wallet; or, for every fourth client, by a cart, to be paid with a card that
    /// takes the money and does not answer, so that a kill can come between the order and its payment.
    fn quote(&mut self, item: usize) -> Quote {
        let sentence = Town::sentence(item);
        let line = json!({ "shop_id": format!("shop-{item}"), "item_id": format!("item-{item}") });
        let cart = json!({ "lines": [line], "card": "test_times_out" });
        let (answer, _) = match self.number % 4 {
            0 => insist(|| self.buyer.client.post("/api/quotes", &cart)),
            _ => insist(|| self.buyer.say(&sentence)),
        };
        let answer = answer.done();
        Quote::of(&answer).unwrap_or_else(|| panic!("`{sentence}` is quoted, not {answer}"))
    }
}

/// Asks until there is an answer; also whether it was asked more than once.
fn insist(mut ask: impl FnMut() -> io::Result<Answer>) -> (Answer, bool) {
    let began = now();
    let mut asked_again = false;
    while now() - began < KEEPS_ASKING {
        match ask() {
            Ok(answer) => return (answer, asked_again),
            Err(_) => std::thread::sleep(ASKS_EVERY),
        }
        asked_again = true;
    }
    panic!("no answer within {KEEPS_ASKING:?}");
}

fn token(address: SocketAddr) -> String {
    Buyer::open(address).expect("the server answers").client.token.expect("a buyer has a token")
}

fn buyer(address: SocketAddr, token: &str) -> Buyer {
    let mut client = super::Client::new(address);
    client.token = Some(token.to_owned());
    Buyer { client }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { orders, acknowledged_before, asked_again, restart, memory_kib, took } = self;
        write!(
            f,
            "{orders} orders in {:.1} s; {acknowledged_before} acknowledged at the kill, {asked_again} confirmations asked \
             again, ready again after {:.3} s, {} MiB in the end",
            took.as_secs_f64(),
            restart.as_secs_f64(),
            memory_kib / 1024
        )
    }
}
