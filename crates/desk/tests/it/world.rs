//! A desk over a shops file, in memory, with a clock that is set; and a buyer who talks to it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use desk::payment::{PAYS, TestCard};
use desk::{Answer, Desk, Mint, Opening, Settings, Shelf};
use domain::id::BuyerId;
use domain::money::Money;
use domain::order::Order;
use domain::time::{Span, Time};
use store::{Engine, Memory, Store};

/// Noon of 2026-02-06 in China.
pub fn noon() -> Time {
    Time::at_china(20_490, 12 * 60)
}

/// A buyer before a desk of their own.
pub struct Talk {
    pub desk: Desk,
    pub buyer: BuyerId,
    now: Arc<AtomicI64>,
}

impl Talk {
    /// With what a shops file has for sale.
    pub async fn over(shops_file: &str) -> Self {
        let shops = catalog::file::shops(shops_file.as_bytes(), &mut |_| {}).expect("the test's own file");
        let engine = Arc::new(Memory::new(1));
        engine.import(&shops.shops, &shops.items).await.expect("memory takes all");
        let now = Arc::new(AtomicI64::new(noon().as_micros()));
        let read = Arc::clone(&now);
        let clock: store::Clock = Arc::new(move || Time::from_micros(read.load(Ordering::Relaxed)));
        let store = Store::start(engine, &store::Settings::new(Arc::clone(&clock))).expect("memory starts");
        let provider = Arc::new(TestCard::default());
        let desk =
            Desk::open(store, clock, mint(), provider, Shelf::default(), settings()).await.expect("memory opens");
        let buyer = desk.open_guest(&Opening::default()).await.expect("guests may come").buyer;
        Self { desk, buyer, now }
    }

    /// Somebody else before the same desk.
    pub async fn guest(&self) -> Self {
        let buyer = self.desk.open_guest(&Opening::default()).await.expect("guests may come").buyer;
        Self { desk: self.desk.clone(), buyer, now: Arc::clone(&self.now) }
    }

    /// Says a sentence, a second after the last.
    pub async fn say(&self, sentence: &str) -> Answer {
        self.later(Span::seconds(1));
        self.desk.turn(self.buyer, sentence).await.unwrap_or_else(|refusal| panic!("{sentence}: {refusal}"))
    }

    /// Says sentences; the answer to the last.
    pub async fn say_all(&self, sentences: &[&str]) -> Answer {
        let (last, before) = sentences.split_last().expect("something is said");
        for sentence in before {
            self.say(sentence).await;
        }
        self.say(last).await
    }

    /// Lets time pass.
    pub fn later(&self, span: Span) {
        self.now.fetch_add(span.as_micros(), Ordering::Relaxed);
    }

    /// All orders, the newest first.
    pub async fn orders(&self) -> Vec<Order> {
        self.desk.orders_of(self.buyer, None, 50).await.expect("memory answers").0
    }
}

/// What a turn came to in a few characters: the total of a quote, the code of a refusal, or the state of an order.
pub fn came_to(answer: &Answer) -> String {
    match (&answer.refusal, &answer.quote, &answer.order) {
        (Some(refusal), ..) => refusal.code().to_owned(),
        (None, Some(quote), _) => quote.terms.total.to_string(),
        (None, None, Some(order)) => format!("{:?}", order.state),
        (None, None, None) => "-".to_owned(),
    }
}

fn settings() -> Settings {
    Settings {
        opening_balance: Money::cny(1_000_000),
        example_addresses: true,
        example_adcode: None,
        fallback_card: Some(PAYS.into()),
        shops_work: false,
    }
}

fn mint() -> Mint {
    let count = AtomicU64::new(1);
    Mint::new(Arc::new(move |buffer| {
        let next = count.fetch_add(1, Ordering::Relaxed).to_le_bytes();
        buffer.iter_mut().zip(next.iter().cycle()).for_each(|(byte, next)| *byte = *next);
    }))
}
