//! Many want what there is little of: exactly what there is goes out, and everybody else is told so.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};

use serde_json::json;

use crate::driver::{Answer, Buyer, House, Quote, Town, in_parallel};

const BUYERS: usize = 300;
const AT_ONCE: usize = 64;
const THERE_ARE: usize = 50;

#[test]
fn fifty_units_wanted_by_three_hundred_buyers_are_sold_fifty_times() {
    let house = House::of(&Town::of(1).item(0, "stock", json!(THERE_ARE)));
    let server = house.serve();
    // Everybody has a quote before anybody agrees, so that all 300 reach for the shelf.
    let answers = confirm_all(&buyers_with_quotes(server.address));
    assert_eq!(told(&answers), [("ok".into(), THERE_ARE), ("sold_out".into(), BUYERS - THERE_ARE)].into());
    // Those who come later are told when they ask for a price.
    let late = Buyer::open(server.address).unwrap().price("shop-0", "item-0", 1).unwrap();
    assert_eq!(late.code().as_deref(), Some("sold_out"));
    house.audit();
}

#[test]
fn a_shop_that_takes_fifty_orders_in_ten_minutes_takes_fifty() {
    let house = House::of(&Town::of(1).shop(0, "orders_per_ten_minutes", json!(THERE_ARE)));
    let server = house.serve();
    let answers = confirm_all(&buyers_with_quotes(server.address));
    assert_eq!(told(&answers), [("ok".into(), THERE_ARE), ("shop_full".into(), BUYERS - THERE_ARE)].into());
    let full = answers.iter().filter(|answer| !answer.is_ok());
    for wait in full.map(|answer| answer.retry_after.expect("who is told to come later is told when")) {
        assert!((1..=610).contains(&wait), "a place is free within ten minutes and a slice, not in {wait} s");
    }
    house.audit();
}

#[test]
fn a_budget_of_fifty_vouchers_gives_fifty() {
    let house = House::of(&Town::of(1));
    let server = house.serve();
    let file = house.write("campaign.toml", &campaign(THERE_ARE));
    let launched = house.run(&["campaign", "launch", file.to_str().unwrap()]);
    assert!(launched.status.success(), "{}", String::from_utf8_lossy(&launched.stderr));
    let buyers = in_parallel(AT_ONCE, BUYERS, |_| Mutex::new(Buyer::open(server.address).unwrap()));
    let answers = in_parallel(AT_ONCE, BUYERS, |number| {
        let mut buyer = buyers[number].lock().unwrap_or_else(PoisonError::into_inner);
        buyer.client.post("/api/vouchers", &json!({ "campaign": "fifty" })).unwrap()
    });
    assert_eq!(told(&answers), [("ok".into(), THERE_ARE), ("budget_exhausted".into(), BUYERS - THERE_ARE)].into());
    let listed = String::from_utf8(house.run(&["campaign", "list"]).stdout).unwrap();
    assert!(listed.contains("CNY 0.00 left of 1250.00"), "{listed}");
    house.audit();
}

#[test]
fn a_campaign_is_launched_once() {
    let house = House::of(&Town::of(1));
    let launch = |text: &str| {
        let file = house.write("campaign.toml", text);
        let output = house.run(&["campaign", "launch", file.to_str().unwrap()]);
        (output.status.success(), String::from_utf8(output.stderr).unwrap())
    };
    assert!(launch(&campaign(50)).0);
    assert!(launch(&campaign(50)).0, "the same file again changes nothing");
    let (launched, why) = launch(&campaign(51));
    assert!(!launched && why.contains("There is a campaign of this id with other terms"), "{why}");
    let (launched, why) = launch(&campaign(50).replace("budget_fen", "budget"));
    assert!(!launched && why.contains("unknown field `budget`"), "{why}");
    house.audit();
}

#[test]
fn twenty_identical_requests_at_once_are_one_order() {
    let house = House::of(&Town::of(1));
    let server = house.serve();
    let mut buyer = Buyer::open(server.address).unwrap();
    let quote = Quote::of(&buyer.price("shop-0", "item-0", 1).unwrap().done()).unwrap();
    let token = buyer.client.token.clone();
    let balance = buyer.balance();
    let answers = in_parallel(20, 20, |_| {
        let mut same = Buyer { client: crate::driver::Client::new(server.address) };
        same.client.token.clone_from(&token);
        same.confirm(&quote, Some("the one key")).unwrap()
    });
    assert_eq!(answers[0].done()["state"], "paid");
    assert!(answers.iter().all(|answer| *answer == answers[0]), "twenty equal answers");
    assert_eq!(buyer.orders().len(), 1);
    assert_eq!(buyer.balance(), balance - 1800, "paid once");
    // The key stands for this request and no other.
    let other = Quote::of(&buyer.price("shop-0", "item-0", 2).unwrap().done()).unwrap();
    assert_eq!(buyer.confirm(&other, Some("the one key")).unwrap().code().as_deref(), Some("key_reused"));
    house.audit();
}

fn campaign(vouchers: usize) -> String {
    format!(
        "id = 'fifty'\nname = '五十张'\nname_en = 'fifty'\nstarts_at = 2020-01-01T00:00:00+08:00\n\
         ends_at = 2199-01-01T00:00:00+08:00\nbudget_fen = {}\nautomatic = false\n[voucher]\namount_fen = 2500\n\
         threshold_fen = 0\npay_at_least_fen = 1\nlifetime_days = 30\ngrace_days = 3\n",
        vouchers * 2500
    )
}

/// Buyers who each hold a quote for one of the same item.
fn buyers_with_quotes(address: SocketAddr) -> Vec<Mutex<(Buyer, Quote)>> {
    in_parallel(AT_ONCE, BUYERS, |_| {
        let mut buyer = Buyer::open(address).unwrap();
        let quoted = buyer.price("shop-0", "item-0", 1).unwrap().done();
        Mutex::new((buyer, Quote::of(&quoted).unwrap()))
    })
}

fn confirm_all(buyers: &[Mutex<(Buyer, Quote)>]) -> Vec<Answer> {
    in_parallel(AT_ONCE, buyers.len(), |number| {
        let mut locked = buyers[number].lock().unwrap_or_else(PoisonError::into_inner);
        let (buyer, quote) = &mut *locked;
        buyer.confirm(quote, None).unwrap()
    })
}

/// How many were told what: `ok`, or the code of a refusal.
fn told(answers: &[Answer]) -> BTreeMap<String, usize> {
    let mut told = BTreeMap::new();
    for answer in answers {
        let what = if answer.is_ok() { "ok".into() } else { answer.code().expect("a refusal has a code") };
        *told.entry(what).or_default() += 1;
    }
    told
}
