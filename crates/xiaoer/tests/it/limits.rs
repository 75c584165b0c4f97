//! Limits and bad input, over HTTP and in the terminal: each has its own refusal, with a sentence in both languages, and
//! changes nothing.

use serde_json::{Value, json};

use crate::driver::{Answer, Buyer, House, Quote, Request, Server, Town, in_parallel};

/// Noon in China.
const NOON: &str = "2026-02-06T12:00:00+08:00";
/// Longer than a quote lives.
const LATER: &str = "2026-02-06T12:15:01+08:00";
/// What a quarter of noon's hour cannot be in.
const NIGHT_HOURS: &str = "02:00-04:00";

/// A shop that is open, one that has sold out, one that is closed.
fn house() -> House {
    let town = Town::of(3).item(1, "stock", json!(0)).shop(2, "hours", json!(NIGHT_HOURS));
    House::of(&town).with("XIAOER_NOW", NOON)
}

/// What must not change.
fn holdings(buyer: &mut Buyer) -> Value {
    ["/api/wallet", "/api/orders", "/api/vouchers"].map(|path| buyer.see(path)).into()
}

/// Asks in both languages, and looks at what is answered and at what it has changed.
fn refused(buyer: &mut Buyer, status: u16, code: &str, mut ask: impl FnMut(&mut Buyer) -> Answer) {
    let before = holdings(buyer);
    let mut said = Vec::new();
    for language in ["zh", "en"] {
        buyer.client.language = language;
        let answer = ask(buyer);
        let problem = answer.json();
        assert_eq!((answer.status, problem["code"].as_str()), (status, Some(code)), "{problem}");
        assert_eq!(problem["type"], format!("/errors/{code}"), "{problem}");
        said.push(problem["detail"].as_str().expect("a problem says what it is").to_owned());
    }
    assert!(is_chinese(&said[0]) && !said[1].is_empty() && said[0] != said[1], "{code} in two languages: {said:?}");
    assert_eq!(holdings(buyer), before, "{code} changed something");
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

fn cart(line: Value) -> impl FnMut(&mut Buyer) -> Answer {
    move |buyer| buyer.client.post("/api/quotes", &json!({ "lines": [line] })).unwrap()
}

fn quote(buyer: &mut Buyer) -> Quote {
    Quote::of(&buyer.price("shop-0", "item-0", 1).unwrap().done()).unwrap()
}

#[test]
fn what_cannot_be_had_is_refused() {
    let house = house();
    let server = house.serve();
    let buyer = &mut Buyer::open(server.address).unwrap();
    let line = |number: u32| json!({ "shop_id": format!("shop-{number}"), "item_id": format!("item-{number}") });
    let with = |field: &str, value: Value| {
        let mut line = line(0);
        line[field] = value;
        line
    };
    refused(buyer, 422, "quantity_out_of_range", cart(with("quantity", json!(1000))));
    refused(buyer, 422, "quantity_out_of_range", cart(with("quantity", json!(0))));
    refused(buyer, 422, "option_unknown", cart(with("options", json!({ "温度": "热" }))));
    refused(buyer, 422, "option_unknown", cart(with("options", json!({ "糖度": "十分糖" }))));
    refused(buyer, 400, "request_invalid", |buyer| {
        buyer.client.post("/api/quotes", &json!({ "lines": [line(0)], "card": "a card" })).unwrap()
    });
    refused(buyer, 422, "item_unknown", cart(with("item_id", json!("no such item"))));
    refused(buyer, 409, "sold_out", cart(line(1)));
    refused(buyer, 409, "shop_closed", cart(line(2)));
    drop(server);
    house.audit();
}

#[test]
fn what_is_too_long_is_refused() {
    let house = house();
    let server = house.serve();
    let buyer = &mut Buyer::open(server.address).unwrap();
    refused(buyer, 422, "sentence_too_long", |buyer| buyer.say(&"茶".repeat(2001)).unwrap());
    refused(buyer, 422, "sentence_too_long", |buyer| buyer.say("").unwrap());
    refused(buyer, 413, "body_too_large", |buyer| buyer.say(&"tea ".repeat(16 * 1024)).unwrap());
    refused(buyer, 400, "request_invalid", |buyer| {
        buyer.client.send(&Request { method: "POST", path: "/api/chat", body: b"{\"text\": ", key: None }).unwrap()
    });
    assert!(buyer.say(&format!("来一份草莓奶茶{}", "，".repeat(1990))).unwrap().is_ok(), "2,000 characters are taken");
    drop(server);
    house.audit();
}

#[test]
fn what_was_not_agreed_to_is_not_ordered() {
    let mut house = house();
    let server = house.serve();
    let buyer = &mut Buyer::open(server.address).unwrap();
    let quote = quote(buyer);
    let changed = Quote { hash: format!("{:0>64}", "c0ffee"), ..quote.clone() };
    refused(buyer, 409, "quote_changed", |buyer| buyer.confirm(&changed, None).unwrap());
    refused(buyer, 400, "request_invalid", |buyer| {
        buyer.confirm(&Quote { hash: "c0ffee".into(), ..quote.clone() }, None).unwrap()
    });
    let stranger = &mut Buyer::open(server.address).unwrap();
    refused(stranger, 404, "quote_unknown", |stranger| stranger.confirm(&quote, None).unwrap());
    drop(server);
    house.set("XIAOER_NOW", LATER);
    let _server = house.serve();
    buyer.client.hang_up();
    refused(buyer, 410, "quote_expired", |buyer| buyer.confirm(&quote, None).unwrap());
    house.audit();
}

#[test]
fn what_was_ordered_is_not_ordered_again_by_the_next_sentence() {
    let house = house();
    let server = house.serve();
    let buyer = &mut Buyer::open(server.address).unwrap();
    for _ in 0..2 {
        let said = buyer.say("来一份草莓奶茶").unwrap().done();
        assert_eq!(said["quote"]["lines"].as_array().map(Vec::len), Some(1), "{said}");
        assert_eq!(said["quote"]["lines"][0]["quantity"], 1, "{said}");
        buyer.confirm(&Quote::of(&said).unwrap(), None).unwrap().done();
    }
    drop(server);
    house.audit();
}

#[test]
fn another_buyers_order_is_nobodys() {
    let house = house();
    let server = house.serve();
    let buyer = &mut Buyer::open(server.address).unwrap();
    let quote = quote(buyer);
    let order = buyer.confirm(&quote, None).unwrap().done()["id"].as_str().unwrap().to_owned();
    let before = holdings(buyer);
    let stranger = &mut Buyer::open(server.address).unwrap();
    refused(stranger, 404, "order_unknown", |stranger| stranger.client.get(&format!("/api/orders/{order}")).unwrap());
    refused(stranger, 404, "order_unknown", |stranger| {
        stranger.client.post(&format!("/api/orders/{order}/cancel"), &json!({})).unwrap()
    });
    refused(stranger, 404, "order_unknown", |stranger| {
        stranger.client.get(&format!("/api/orders?from={order}")).unwrap()
    });
    assert_eq!(holdings(buyer), before);
    drop(server);
    house.audit();
}

#[test]
fn a_full_queue_says_so_and_loses_nothing() {
    let house = House::of(&Town::of(1)).with("XIAOER_QUEUE_MAX", "1");
    let server = house.serve();
    let orders = in_parallel(32, 200, |_| patient(&server));
    let busy: usize = orders.iter().map(|(busy, _)| busy).sum();
    let mut placed: Vec<_> = orders.into_iter().map(|(_, order)| order).collect();
    placed.sort();
    placed.dedup();
    assert_eq!(placed.len(), 200, "everybody has an order of their own in the end");
    assert!(busy > 0, "32 clients at once find a queue of one full");
    drop(server);
    house.audit();
}

/// A buyer who comes again when told to, though sooner; how often that was, and the order.
fn patient(server: &Server) -> (usize, String) {
    let mut busy = 0;
    let mut client = crate::driver::Client::new(server.address);
    let opened = insist(&mut busy, || client.post("/api/buyers", &json!({})).unwrap());
    client.token = Some(opened["token"].as_str().unwrap().to_owned());
    let mut buyer = Buyer { client };
    let quoted = insist(&mut busy, || buyer.price("shop-0", "item-0", 1).unwrap());
    let quote = Quote::of(&quoted).unwrap();
    let order = insist(&mut busy, || buyer.confirm(&quote, Some("my order")).unwrap());
    (busy, order["id"].as_str().unwrap().to_owned())
}

fn insist(busy: &mut usize, mut ask: impl FnMut() -> Answer) -> Value {
    for _ in 0..10_000 {
        let answer = ask();
        if answer.is_ok() {
            return answer.json();
        }
        assert_eq!((answer.status, answer.code().as_deref()), (503, Some("busy")));
        assert_eq!(answer.retry_after, Some(1), "busy says when to come again");
        *busy += 1;
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    panic!("a queue that never has a place");
}

#[test]
fn a_damaged_file_is_reported_and_left_as_it_is() {
    let house = house();
    let sound = std::fs::read(house.database()).unwrap();
    let half = sound[..sound.len() / 2].to_vec();
    let mut overwritten = sound.clone();
    overwritten[4096..4096 + 8192].fill(0x5a);
    let other = b"this is somebody's diary, and not a database".to_vec();
    let cases = [("half written", half), ("overwritten", overwritten), ("another file", other), ("empty", Vec::new())];
    for (what, bytes) in cases {
        std::fs::write(house.database(), &bytes).unwrap();
        for command in [&["serve", "--listen", "127.0.0.1:0"][..], &["audit"], &["chat", "--json"]] {
            let output = house.run(command);
            let why = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!output.status.success(), "{what}: {command:?} must not go on");
            assert!(why.contains("left untouched") && why.contains("backup"), "{what}: {command:?} says `{why}`");
            assert!(std::fs::read(house.database()).unwrap() == bytes, "{what}: {command:?} changed the file");
        }
    }
    std::fs::write(house.database(), sound).unwrap();
    house.audit();
}

#[test]
fn the_terminal_refuses_the_same() {
    let house = house();
    let long = "茶".repeat(2001);
    let cases = [
        ("来一份芒果奶茶", "sold_out", "in_stock"),
        ("a mango milk tea", "sold_out", "in_stock"),
        ("来一份葡萄奶茶", "shop_closed", "open"),
        ("a grape milk tea", "shop_closed", "open"),
    ];
    for (sentence, code, flag) in cases {
        let answer = &house.chat(sentence, &[sentence])[0];
        // The assistant may see it coming, and shows what it is about instead of letting the desk refuse.
        let seen = answer["offers"][0][flag] == false;
        assert!(answer["quote"].is_null() && (seen || answer["refusal"] == code), "{sentence}: {answer}");
        assert_eq!(is_chinese(answer["reply"].as_str().unwrap()), is_chinese(sentence), "{sentence}: {answer}");
    }
    let answers = house.chat("wang", &[&long, "确认", "yes"]);
    assert_eq!(answers[0]["refusal"], "sentence_too_long");
    assert!(answers[1..].iter().all(|answer| answer["quote"].is_null() && answer["order"].is_null()), "{answers:?}");
    // More than can be had is refused, not cut.
    for sentence in ["来1000份草莓奶茶", "1000 strawberry milk tea"] {
        let answer = &house.chat(sentence, &[sentence])[0];
        let quantity = &answer["quote"]["lines"][0]["quantity"];
        assert_eq!(
            (&answer["refusal"], quantity.is_null()),
            (&"quantity_out_of_range".into(), true),
            "{sentence}: {answer}"
        );
    }
    // What an item does not come with is said back, and never ordered without a word.
    let answer = &house.chat("li", &["来一份草莓奶茶，加榴莲酱"])[0];
    assert!(answer["unread"].to_string().contains("榴莲酱"), "{answer}");
    house.audit();
}
