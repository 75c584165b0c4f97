//! Cards that misbehave: whatever the provider does, an order ends in one known state and is charged at most once.

use serde_json::{Value, json};

use crate::driver::{Answer, Buyer, House, Quote, Server, Town};

/// What an item and its delivery come to, fen.
const TOTAL: i64 = 1800;

fn quote(buyer: &mut Buyer, card: &str) -> Quote {
    let lines = json!([{ "shop_id": "shop-0", "item_id": "item-0" }]);
    let quoted = buyer.client.post("/api/quotes", &json!({ "lines": lines, "card": card })).unwrap().done();
    assert_eq!(quoted["payment"], "card");
    Quote::of(&quoted).unwrap()
}

/// Agrees with this card, three times under one key and once under none; the answers.
fn pay(server: &Server, card: &str) -> (Buyer, Vec<Answer>) {
    let mut buyer = Buyer::open(server.address).unwrap();
    let quote = quote(&mut buyer, card);
    let keys = [Some("a key"), Some("a key"), Some("a key"), None];
    let answers = keys.map(|key| buyer.confirm(&quote, key).unwrap());
    (buyer, answers.into())
}

fn only_order(buyer: &mut Buyer) -> Value {
    let page = buyer.see("/api/orders");
    let orders = page["orders"].as_array().unwrap();
    assert_eq!(orders.len(), 1, "one quote is one order: {orders:?}");
    orders[0].clone()
}

#[test]
fn a_card_that_pays_times_out_or_answers_twice_is_charged_once() {
    let house = House::of(&Town::of(1));
    let server = house.serve();
    for card in ["test_pays", "test_times_out", "test_answers_twice"] {
        let (mut buyer, answers) = pay(&server, card);
        let balance = buyer.balance();
        for answer in &answers {
            let order = answer.done();
            assert_eq!((&order["state"], order["captured"].as_i64()), (&json!("paid"), Some(TOTAL)), "{card}");
        }
        let order = only_order(&mut buyer);
        assert_eq!((order["captured"].as_i64(), order["refunded"].as_i64()), (Some(TOTAL), Some(0)), "{card}");
        assert_eq!(buyer.balance(), balance, "the card paid, not the wallet");
    }
    drop(server);
    house.audit();
}

#[test]
fn a_card_that_declines_or_never_hears_of_it_is_not_charged() {
    let house = House::of(&Town::of(1).item(0, "stock", json!(10)));
    let server = house.serve();
    for card in ["test_declines", "test_loses_the_request", "nobodys_card"] {
        let (mut buyer, answers) = pay(&server, card);
        for answer in &answers {
            assert_eq!((answer.status, answer.code().as_deref()), (402, Some("payment_declined")), "{card}");
        }
        let order = only_order(&mut buyer);
        assert_eq!((&order["state"], order["captured"].as_i64()), (&json!("payment_failed"), Some(0)), "{card}");
    }
    // What was set aside for them is back on the shelf.
    let mut last = Buyer::open(server.address).unwrap();
    assert!(last.price("shop-0", "item-0", 10).unwrap().is_ok());
    drop(server);
    house.audit();
}

#[test]
fn a_cancelled_order_gives_the_card_its_money_back_once() {
    let house = House::of(&Town::of(1));
    let server = house.serve();
    let (mut buyer, answers) = pay(&server, "test_times_out");
    let path = format!("/api/orders/{}/cancel", answers[0].done()["id"].as_str().unwrap());
    for _ in 0..2 {
        let cancelled = buyer.client.post(&path, &json!({})).unwrap().done();
        assert_eq!((&cancelled["state"], cancelled["refunded"].as_i64()), (&json!("cancelled"), Some(TOTAL)));
    }
    drop(server);
    house.audit();
}
