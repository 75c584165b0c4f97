//! Histories: what an order costs a buyer who has many, and what it costs to read the newest page of them.

use std::sync::Arc;
use std::time::Instant;

use domain::cart::CartLine;
use domain::command::{Command, OpenBuyer, PlaceOrder};
use domain::id::{BuyerId, QuoteId, Shard};
use domain::ledger::AccountId;
use domain::mandate::Mandate;
use domain::money::Money;
use domain::quote::{Goods, Wish, price};
use domain::receipt::IdempotencyKey;
use hdrhistogram::Histogram;
use store::{Engine, Store};

use super::workload::{ITEMS, ITEMS_PER_SHOP, NOW, World, buyer_id, open_buyer};
use super::{Before, Meter, audit, open, rate, settings, submit_made};

const BUYERS: u64 = 2_000;
/// Orders of each buyer after which it is measured.
const LENGTHS: [u64; 5] = [1, 10, 50, 100, 200];
/// Orders on a page.
const PAGE: usize = 50;
/// Pages read.
const PAGES: u64 = 500;

pub async fn measure(meter: &Meter) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let world = World::wanting(ITEMS);
    let engine = open(folder.path(), &world).await;
    let store = Store::start(engine.clone(), &settings(store::BATCH_MAX)).expect("the executor starts");
    let rich = |n| {
        let command = OpenBuyer { opening_balance: Money::cny(10_000_000), ..open_buyer(n) };
        (IdempotencyKey::about("open", n), command.into())
    };
    submit_made(&store, 0, BUYERS, rich).await;
    println!("  {BUYERS} buyers, orders without a voucher");
    let mut placed = 0;
    for length in LENGTHS {
        let (more, before) = (length * BUYERS - placed, Before::now(meter));
        let took = submit_made(&store, placed, more, |n| order(&world, n)).await;
        placed += more;
        let pages = read_pages(&*engine).await;
        let us = [0.5, 0.99].map(|part| pages.value_at_quantile(part));
        println!("  {length:>3} orders each: {:>7.0} orders/s on the way there", rate(more, took));
        before.tell(meter, more);
        println!("    the newest {PAGE} of a buyer: p50 {} us, p99 {} us", us[0], us[1]);
    }
    println!("  audit: {}", audit(&*engine).await);
}

/// The `n`-th order; the buyers take turns.
fn order(world: &World, n: u64) -> (IdempotencyKey, Command) {
    let buyer = buyer_id(n % BUYERS);
    let place = n * 7_919 % ITEMS;
    let item = &world.items[usize::try_from(place).expect("it fits")];
    let shop = &world.shops[usize::try_from(place / ITEMS_PER_SHOP).expect("it fits")];
    let (shop, found) = (Arc::new(shop.clone()), Arc::new(item.clone()));
    let goods = Goods { find: &|_| Some((shop.clone(), found.clone())), left: &|_| Some(1_000) };
    let line = CartLine { item: item.key.clone(), quantity: 1, options: Vec::new() };
    let wish = Wish {
        address: open_buyer(0).buyer.addresses[0].clone(),
        deliver_at: None,
        vouchers: &[],
        balance: Money::cny(10_000_000),
        card: None,
        prefer_card: false,
        avoids: domain::avoidance::Avoider::of_nothing(),
        constraints: domain::constraint::Constraints::none(),
    };
    let terms = price(&[line], &goods, &wish, NOW).expect("the cart can be priced");
    let quote = Arc::new(terms.offered(QuoteId(buyer.slot().number(1_000_000_000 + n)), buyer, NOW));
    let mandate = Mandate { quote_hash: quote.hash, confirmed_at: NOW };
    (IdempotencyKey::about("place order", quote.id.0), PlaceOrder { quote, mandate }.into())
}

/// Microseconds to read the newest page of orders, for buyers all over.
#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
async fn read_pages(engine: &dyn Engine) -> Histogram<u64> {
    let mut took = Histogram::new(3).expect("three digits can be kept");
    for n in 0..PAGES {
        let began = Instant::now();
        let buyer = buyer_id(n * 7_919 % BUYERS);
        assert!(read_page(engine, buyer).await > 0, "everybody has ordered");
        let us = u64::try_from(began.elapsed().as_micros()).expect("it fits");
        took.record(us).expect("it grows as it must");
    }
    took
}

/// How many orders are on it.
async fn read_page(engine: &dyn Engine, buyer: BuyerId) -> usize {
    let wallet = engine.account(Shard(0), &AccountId::Wallet(buyer)).await.expect("accounts are read");
    let mut next = wallet.and_then(|wallet| wallet.last_order);
    let mut found = 0;
    while let Some(id) = next.filter(|_| found < PAGE) {
        next = engine.order(id).await.expect("orders are read").expect("it is there").previous;
        found += 1;
    }
    found
}
