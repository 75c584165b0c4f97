//! Several nodes before one PostgreSQL database: started at once, spoken to in turn, killed one at a time, with the
//! database and without it; and a store that moves there and back.

#![expect(clippy::print_stdout, reason = "each tells what it saw: how many orders, how long a fault was felt")]

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use private_postgres::shared;
use serde_json::json;

use crate::driver::{Answer, Buyer, Client, House, Quote, Server, Town, now};

/// A moment at which every shop is open.
const NOON: &str = "2026-02-06T12:00:00+08:00";
/// Asks for more orders than the usual ones between two faults.
const VARIABLE: &str = "XIAOER_NODE_ORDERS";
const ORDERS: usize = 80;
const CLIENTS: usize = 12;
const ITEMS: usize = 20;
/// How long anything may take to come about on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
const LOOKS_EVERY: Duration = Duration::from_millis(10);

#[expect(clippy::disallowed_methods, reason = "how a person asks for a long run; no rule of ours runs here")]
fn orders_between() -> usize {
    let asked = std::env::var(VARIABLE).ok().filter(|text| !text.is_empty());
    asked.map_or(ORDERS, |text| text.parse::<usize>().expect("the variable is a number").max(ORDERS))
}

/// A node of its own over this database.
fn node(url: &str) -> House {
    House::empty().with("XIAOER_DATABASE_URL", url).with("XIAOER_SHARDS", "4")
}

/// Starts both at the same moment.
fn start_both(nodes: [House; 2]) -> [(House, Server); 2] {
    let starting = nodes.map(|node| {
        std::thread::spawn(move || {
            let server = node.serve();
            (node, server)
        })
    });
    starting.map(|node| node.join().expect("it starts"))
}

fn buyer(address: SocketAddr, token: &str) -> Buyer {
    let mut client = Client::new(address);
    client.token = Some(token.to_owned());
    Buyer { client }
}

fn token(address: SocketAddr) -> String {
    Buyer::open(address).expect("the server answers").client.token.expect("a buyer has a token")
}

/// How long it takes until it is so.
fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) -> Duration {
    let began = now();
    while !is_so() {
        assert!(now() - began < PATIENCE, "{what}: not within {PATIENCE:?}");
        std::thread::sleep(LOOKS_EVERY);
    }
    now() - began
}

fn health(address: SocketAddr) -> u16 {
    Client::new(address).get("/healthz").map_or(0, |answer| answer.status)
}

#[test]
fn a_conversation_goes_on_at_another_node() {
    let database = shared().unwrap();
    let fresh = || node(&database.url()).with("XIAOER_DEMONSTRATION", "true").with("XIAOER_NOW", NOON);
    let [(house, first), (_other, second)] = start_both([fresh(), fresh()]);
    let mut here = Buyer::open(first.address).unwrap();
    let mut there = buyer(second.address, here.client.token.as_deref().unwrap());
    let offered = here.say("帮我点两杯珍珠奶茶，少糖，送到公司").unwrap().done();
    assert_eq!(offered["quote"]["lines"][0]["quantity"], 2, "{offered}");
    let changed = there.say("换成一杯").unwrap().done();
    assert_eq!(changed["quote"]["lines"][0]["quantity"], 1, "the other node knows what is spoken of: {changed}");
    let placed = here.say("确认").unwrap().done();
    assert_eq!(
        placed["order"]["total"], changed["quote"]["total"],
        "what was offered there is agreed to here: {placed}"
    );
    let order = placed["order"]["id"].as_str().unwrap().to_owned();
    assert_eq!(there.orders(), [order]);
    assert_eq!(here.balance(), there.balance());
    let campaigns = house.run(&["campaign", "list"]);
    let listed = String::from_utf8(campaigns.stdout).unwrap();
    assert_eq!(listed.trim().lines().count(), 1, "the demonstration is there once: {listed}");
    house.audit();
}

/// A client's orders, by their keys.
type Booked = BTreeMap<String, String>;

/// What the clients of two nodes share.
struct Crowd {
    addresses: [SocketAddr; 2],
    placed: AtomicUsize,
    asked_again: AtomicUsize,
    enough: AtomicBool,
}

impl Crowd {
    /// Asks one node, and the other if that does not answer or is without its database, until one does; as clients behind
    /// a load balancer.
    fn insist(&self, turn: &mut usize, token: &str, mut ask: impl FnMut(&mut Buyer) -> io::Result<Answer>) -> Answer {
        let began = now();
        while now() - began < PATIENCE {
            match ask(&mut buyer(self.addresses[*turn % 2], token)) {
                Ok(answer) if answer.status == 503 => {
                    assert!(answer.retry_after.is_some(), "a refusal says when to come again: {:?}", answer.code());
                }
                Ok(answer) => return answer,
                Err(_) => {}
            }
            *turn += 1;
            self.asked_again.fetch_add(1, Ordering::SeqCst);
            std::thread::sleep(LOOKS_EVERY);
        }
        panic!("no answer within {PATIENCE:?}");
    }

    /// Orders at the one node what the other has offered, until it is enough.
    fn order(&self, client: usize, token: &str) -> Booked {
        let (mut booked, mut turn) = (Booked::new(), client);
        while !self.enough.load(Ordering::SeqCst) {
            let item = (client + booked.len()) % ITEMS;
            let (shop, thing) = (format!("shop-{item}"), format!("item-{item}"));
            let offered = self.insist(&mut turn, token, |buyer| buyer.price(&shop, &thing, 1)).done();
            let (quote, key) = (Quote::of(&offered).expect("it is quoted"), format!("order-{}", booked.len()));
            turn += 1;
            let placed = self.insist(&mut turn, token, |buyer| buyer.confirm(&quote, Some(&key))).done();
            assert_eq!((&placed["state"], &placed["captured"]), (&json!("paid"), &placed["total"]), "paid, once");
            booked.insert(key, placed["id"].as_str().expect("an order has a number").to_owned());
            self.placed.fetch_add(1, Ordering::SeqCst);
        }
        booked
    }

    fn wait_for(&self, more: usize) {
        let before = self.placed.load(Ordering::SeqCst);
        wait_until("orders go on", || self.placed.load(Ordering::SeqCst) >= before + more);
    }
}

#[test]
fn what_was_acknowledged_is_there_once_after_a_node_and_the_database_were_killed() {
    let database = private_postgres::Server::for_tests().unwrap();
    let houses = [node(&database.url()), node(&database.url())];
    houses[0].import("shops.json", &Town::of(ITEMS).to_json());
    let [(house, mut first), (_other, second)] = start_both(houses);
    let addresses = [first.address, second.address];
    let tokens: Vec<_> = (0..CLIENTS).map(|n| token(addresses[n % 2])).collect();
    let (placed, asked_again) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let crowd = Crowd { addresses, placed, asked_again, enough: AtomicBool::new(false) };
    let booked: Vec<_> = std::thread::scope(|scope| {
        let crowd = &crowd;
        let order = |(client, token)| scope.spawn(move || crowd.order(client, token));
        let clients: Vec<_> = tokens.iter().map(String::as_str).enumerate().map(order).collect();
        kill_in_the_middle(crowd, &house, &mut first, &database);
        crowd.enough.store(true, Ordering::SeqCst);
        clients.into_iter().map(|client| client.join().expect("every order is had in the end")).collect()
    });
    for address in addresses {
        booked.iter().zip(&tokens).for_each(|(booked, token)| exactly(&mut buyer(address, token), booked));
    }
    let (placed, again) = (crowd.placed.into_inner(), crowd.asked_again.into_inner());
    println!("{placed} orders at two nodes, asked again {again} times");
    house.audit();
}

fn kill_in_the_middle(crowd: &Crowd, house: &House, first: &mut Server, database: &private_postgres::Server) {
    crowd.wait_for(orders_between());
    first.kill().expect("a child can be killed");
    crowd.wait_for(orders_between());
    *first = house.serve();
    crowd.wait_for(orders_between());
    database.kill().expect("it runs");
    let noticed = crowd.addresses.map(|at| wait_until("the loss is noticed", || health(at) == 503));
    for at in crowd.addresses {
        let refused = Client::new(at).post("/api/buyers", &json!({})).expect("the node answers");
        assert_eq!((refused.status, refused.code().as_deref()), (503, Some("store_unavailable")));
        assert!(refused.retry_after.is_some(), "it says when to come again");
    }
    database.restart().expect("it starts again");
    let back = crowd.addresses.map(|at| wait_until("it is healthy again", || health(at) == 200));
    println!("a killed node was ready after {:?}", first.ready_in);
    println!("unhealthy {noticed:?} after the database was killed, healthy {back:?} after its start");
    crowd.wait_for(orders_between());
}

/// A buyer has the orders they were told of, each once, and no other.
fn exactly(buyer: &mut Buyer, booked: &Booked) {
    let listed = buyer.orders();
    let (different, known): (BTreeSet<_>, BTreeSet<_>) = (listed.iter().collect(), booked.values().collect());
    assert_eq!(listed.len(), different.len(), "no order is listed twice");
    assert_eq!(different, known, "the orders that are there are those that were acknowledged");
}

#[test]
fn a_store_moves_to_a_database_and_back() {
    let database = shared().unwrap();
    let (url, town) = (database.url(), Town::of(3));
    let file = House::of(&town);
    let server = file.serve();
    let mut asks = Buyer::open(server.address).unwrap();
    for _ in 0..5 {
        let quote = Quote::of(&asks.price("shop-0", "item-0", 2).unwrap().done()).unwrap();
        asks.confirm(&quote, None).unwrap().done();
    }
    let (token, orders, balance) = (asks.client.token.clone().unwrap(), asks.orders(), asks.balance());
    drop(server);
    let copy = |from: &str, to: &str| {
        let output = file.run(&["copy", "--from", from, "--to", to]);
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        println!("{said}");
    };
    copy(file.data().to_str().unwrap(), &url);
    // What goes on there comes back with the rest.
    let moved = node(&url);
    moved.audit();
    let server = moved.serve();
    let mut asks = buyer(server.address, &token);
    assert_eq!((asks.orders(), asks.balance()), (orders.clone(), balance));
    let quote = Quote::of(&asks.price("shop-1", "item-1", 1).unwrap().done()).unwrap();
    asks.confirm(&quote, None).unwrap().done();
    let (orders, balance) = (asks.orders(), asks.balance());
    assert_eq!(orders.len(), 6);
    drop(server);
    let back = House::empty();
    copy(&url, back.data().to_str().unwrap());
    back.audit();
    moved.audit();
    let server = back.serve();
    let mut asks = buyer(server.address, &token);
    assert_eq!((asks.orders(), asks.balance()), (orders, balance));
}
