//! PostgreSQL by itself: how a database is made and recognised, and what happens when connections break. That it decides
//! and keeps what the other engines do is held by every story; here by one over four shards.

use std::time::Duration;

use domain::command::{
    AdvanceOrder, CancelOrder, CancelledBy, ChangeBuyer, ClaimVoucher, Command, LaunchCampaign, OfferQuote, OpenBuyer,
    PlaceOrder, SaveConversation,
};
use domain::conversation::Conversation;
use domain::id::{BuyerId, CampaignId, OrderId, Shard};
use domain::invariants::Audit;
use domain::money::Money;
use domain::order::OrderState;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use private_postgres::{At, Fault, Proxy, Shared, shared};
use store::{Engine, Memory, Postgres, Row, Scope, Store, StoreError};
use tokio::task::JoinSet;

use crate::engines::{Clock, assert_holds};
use crate::town::{self, NOON};

const SHARDS: u16 = 4;
const BUYERS: u64 = 12;

fn database() -> Shared {
    shared().expect("a database can be made")
}

async fn open(url: &str, shards: u16) -> Postgres {
    Postgres::connect(url, shards).await.expect("the database opens")
}

async fn refused(url: &str) -> StoreError {
    Postgres::connect(url, SHARDS).await.err().expect("it is refused")
}

/// Runs a statement as somebody else would.
async fn run(url: &str, statement: &str) {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("it connects");
    let driven = tokio::spawn(connection);
    client.batch_execute(statement).await.expect("the statement is taken");
    driven.abort();
}

#[tokio::test]
async fn many_nodes_make_one_store() {
    let database = database();
    let mut nodes = JoinSet::new();
    for shards in 3..11 {
        let url = database.url();
        nodes.spawn(async move { open(&url, shards).await.shards() });
    }
    let kept = nodes.join_all().await;
    assert!(kept.iter().all(|shards| *shards == kept[0]), "the first decides for all: {kept:?}");
    assert_eq!(open(&database.url(), 100).await.shards(), kept[0], "and is remembered");
    let existing = Postgres::connect_existing(&database.url()).await.expect("it is there");
    assert_eq!(existing.about().await.expect("it answers").shards, kept[0]);
}

#[tokio::test]
async fn what_is_not_ours_is_left_untouched() {
    let database = database();
    assert!(matches!(Postgres::connect_existing(&database.url()).await, Err(StoreError::NoStore { .. })));
    for others in [
        "CREATE TABLE guestbook (said text)",
        "CREATE TABLE meta (key text PRIMARY KEY, value text); INSERT INTO meta VALUES ('schema', '1')",
    ] {
        run(&database.url(), others).await;
        assert!(matches!(refused(&database.url()).await, StoreError::ForeignDatabase { .. }), "{others}");
    }
    run(&database.url(), "DROP TABLE guestbook, meta").await;
    open(&database.url(), SHARDS).await;
    run(&database.url(), "UPDATE meta SET value = '99' WHERE key = 'schema'").await;
    assert!(matches!(refused(&database.url()).await, StoreError::NewerStore { found: 99, known: 1, .. }));
}

#[tokio::test]
async fn a_database_that_is_away_is_told_at_once() {
    let url = database().url();
    assert!(matches!(refused(&url).await, StoreError::Away { .. }), "the database was dropped");
    assert!(matches!(refused("postgres://xiaoer@127.0.0.1:1/xiaoer").await, StoreError::Away { .. }));
    assert!(matches!(refused(&format!("{url}?sslmode=require")).await, StoreError::DatabaseTls));
}

async fn submit(store: &Store, buyer: BuyerId, key: (&str, u64), command: impl Into<Command>) -> Outcome {
    let key = IdempotencyKey::about(key.0, key.1);
    let answer = store.submit(store.shard_of(buyer), key, command).await;
    answer.expect("nothing is refused in this story")
}

/// Submits a command, and waits until the mail that it took is put away, which takes a number in the background: a story
/// told twice then has the same numbers.
async fn tell(store: &Store, buyer: BuyerId, key: (&str, u64), command: impl Into<Command>) -> Outcome {
    let outcome = submit(store, buyer, key, command).await;
    for shard in 0..SHARDS {
        put_away(store, Shard(shard)).await;
    }
    outcome
}

fn buyer(n: u64) -> BuyerId {
    BuyerId(1_000 + n)
}

/// A buyer comes, claims, orders; every third order is cancelled, every other one delivered.
async fn visit(store: &Store, n: u64) {
    let (buyer, campaign) = (buyer(n), CampaignId::from("spring"));
    let open = OpenBuyer { buyer: town::buyer(buyer), opening_balance: Money::cny(100_000) };
    tell(store, buyer, ("open", n), open).await;
    let change = ChangeBuyer { birth_year: Some(Some(1990)), ..ChangeBuyer::of(buyer) };
    tell(store, buyer, ("change", n), change).await;
    tell(store, buyer, ("claim", n), ClaimVoucher { buyer, campaign }).await;
    for version in 1..=2 {
        let conversation = Conversation { buyer, version, body: vec![0, 255, 7] };
        tell(store, buyer, ("say", 10 * n + version), SaveConversation { conversation }).await;
    }
    let vouchers = store.vouchers(buyer, 10).await.expect("vouchers are read");
    let wish = domain::quote::Wish { vouchers: &vouchers, ..town::wish(Money::cny(100_000)) };
    let lines = [town::line("noodles", 2), town::line(if n < 4 { "cup" } else { "noodles" }, 1)];
    let lines = if n < 4 { &lines[..] } else { &lines[..1] };
    let terms = town::priced(lines, &wish, NOON).expect("it can be priced");
    let offer = OfferQuote { buyer, terms, offered_at: NOON };
    let Outcome::QuoteOffered(quote) = tell(store, buyer, ("offer", n), offer).await else { panic!("no quote") };
    let quote = store.quote(quote).await.expect("quotes are read").expect("it was offered");
    let mandate = town::agreed(&quote);
    tell(store, buyer, ("place", n), PlaceOrder { quote: quote.clone(), mandate }).await;
    go_on(store, buyer, n, quote.id.order()).await;
}

async fn go_on(store: &Store, buyer: BuyerId, n: u64, order: OrderId) {
    if n.is_multiple_of(3) {
        tell(store, buyer, ("cancel", n), CancelOrder { order, by: CancelledBy::Buyer(buyer) }).await;
        return;
    }
    let steps = [OrderState::Accepted, OrderState::Preparing, OrderState::Delivering, OrderState::Delivered];
    for (step, to) in (0..).zip(steps).take(if n % 3 == 1 { 4 } else { 2 }) {
        tell(store, buyer, ("advance", 10 * n + step), AdvanceOrder { order, to }).await;
    }
}

async fn story(engine: std::sync::Arc<dyn Engine>) -> Store {
    engine.import(&town::shops(), &town::items()).await.expect("the catalogue is stored");
    engine.import(&town::shops()[..1], &town::items()[..2]).await.expect("a part of it is stored again");
    let store = Store::start(engine, &Clock::at(NOON).settings()).expect("executors start");
    let campaign = town::campaign("spring", Money::cny(100_000), Money::cny(2_500));
    let launch = LaunchCampaign { campaign: campaign.clone() };
    let launched = store.submit(campaign.id.home(SHARDS), IdempotencyKey::about("launch", 1), launch).await;
    launched.expect("the campaign is launched");
    for n in 0..BUYERS {
        visit(&store, n).await;
    }
    store
}

async fn put_away(store: &Store, shard: Shard) {
    for _ in 0..500 {
        if store.open_mail(shard, 1).await.expect("mail is read").is_empty() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("mail of {shard:?} lies there");
}

/// Every row, each kind in an order of its own.
async fn rows(engine: &dyn Engine) -> Vec<String> {
    let mut rows = Vec::new();
    let mut visit = |row: Row| {
        rows.push(format!("{row:?}"));
        Ok(())
    };
    engine.scan(Scope::Whole, &mut visit).await.expect("the store can be read");
    rows.sort_unstable();
    rows
}

async fn assert_audit(engine: &dyn Engine) {
    let mut audit = Audit::default();
    engine.audit(&mut audit).await.expect("the store can be audited");
    assert_holds(&audit.finish());
}

#[tokio::test]
async fn a_story_over_four_shards_leaves_the_same_rows_as_in_memory() {
    let database = database();
    let memory = story(std::sync::Arc::new(Memory::new(SHARDS))).await;
    let postgres = story(std::sync::Arc::new(open(&database.url(), SHARDS).await)).await;
    assert_audit(&*postgres).await;
    let (expected, found) = (rows(&*memory).await, rows(&*postgres).await);
    for (expected, found) in expected.iter().zip(&found) {
        assert_eq!(expected, found);
    }
    assert_eq!(expected.len(), found.len());
}

/// A table that has just begun to grow has never been looked at by ANALYZE.
#[tokio::test]
async fn a_name_is_looked_up_by_its_key_even_before_the_first_analyze() {
    let database = database();
    let store = Store::start(std::sync::Arc::new(open(&database.url(), 1).await), &Clock::at(NOON).settings());
    let store = store.expect("executors start");
    let mut buyers = JoinSet::new();
    for n in 0..2_000 {
        let store = store.clone();
        let open = OpenBuyer { buyer: town::buyer(buyer(n)), opening_balance: Money::cny(100) };
        buyers.spawn(async move { submit(&store, buyer(n), ("open", n), open).await });
    }
    assert_eq!(buyers.join_all().await.len(), 2_000);
    let (client, connection) = tokio_postgres::connect(&database.url(), tokio_postgres::NoTls).await.expect("connects");
    let driven = tokio::spawn(connection);
    client.batch_execute(include_str!("../../sql/postgres/server/lookups.sql")).await.expect("it is set");
    for (load, names) in [
        (include_str!("../../sql/postgres/buyer/load.sql"), "SELECT array_agg(id) FROM buyer WHERE id % 5 = 0"),
        (
            include_str!("../../sql/postgres/wallet/load.sql"),
            "SELECT array_agg(buyer) FROM holding WHERE buyer % 5 = 0",
        ),
        (
            include_str!("../../sql/postgres/receipt/load.sql"),
            "SELECT array_agg(key) FROM receipt WHERE number % 5 = 0",
        ),
    ] {
        let plan = plan(&client, load, names).await;
        assert!(!plan.contains("Rows Removed"), "{plan}");
        assert!(plan.contains("Index Cond"), "{plan}");
    }
    driven.abort();
}

/// What PostgreSQL does to run `load` for `names`.
async fn plan(client: &tokio_postgres::Client, load: &str, names: &str) -> String {
    let names = format!("SELECT quote_literal(array_agg::text) FROM ({names}) AS found");
    let names: String = client.query_one(&names, &[]).await.expect("there are names").get(0);
    client.batch_execute(&format!("PREPARE load AS {load}")).await.expect("it is prepared");
    let lines =
        client.simple_query(&format!("EXPLAIN ANALYZE EXECUTE load (0, {names})")).await.expect("it is planned");
    client.batch_execute("DEALLOCATE load").await.expect("it was prepared");
    let text = |line: &tokio_postgres::SimpleQueryMessage| match line {
        tokio_postgres::SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
        _ => None,
    };
    lines.iter().filter_map(text).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn a_connection_that_breaks_is_replaced_and_what_it_carried_decided_once() {
    let database = database();
    let proxy = Proxy::before(&database.url()).expect("a proxy starts");
    let engine = std::sync::Arc::new(open(&proxy.url(), 1).await);
    let store = Store::start(engine.clone(), &Clock::at(NOON).settings()).expect("executors start");
    let mut struck = 0;
    for n in 0..200 {
        let fault = if n % 2 == 0 { Fault::CutBefore } else { Fault::CutAfter };
        proxy.plan(At::Message(1 + n / 2), fault);
        let open = OpenBuyer { buyer: town::buyer(buyer(n)), opening_balance: Money::cny(100) };
        submit(&store, buyer(n), ("open", n), open).await;
        if !proxy.struck() {
            break;
        }
        struck += 1;
    }
    proxy.calm();
    assert!(struck > 8, "begin, lock, load, save and commit were each struck: {struck}");
    for n in 0..=struck {
        let found = store.buyer(buyer(n)).await.expect("reads find a new connection");
        assert!(found.is_some(), "{n} was answered and is there");
    }
    assert_audit(&*engine).await;
}

#[tokio::test]
async fn a_database_that_goes_away_is_a_refusal_and_comes_back_by_itself() {
    let database = database();
    let proxy = Proxy::before(&database.url()).expect("a proxy starts");
    let store = Store::start(std::sync::Arc::new(open(&proxy.url(), 2).await), &Clock::at(NOON).settings());
    let store = store.expect("executors start");
    let open = |n| OpenBuyer { buyer: town::buyer(buyer(n)), opening_balance: Money::cny(100) };
    submit(&store, buyer(0), ("open", 0), open(0)).await;
    proxy.refuse();
    let key = IdempotencyKey::about("open", 1);
    let answer = store.submit(store.shard_of(buyer(1)), key, open(1)).await;
    assert!(matches!(answer, Err(Refusal::StoreUnavailable { .. })), "{answer:?}");
    assert!(matches!(store.buyer(buyer(0)).await, Err(StoreError::Away { .. })));
    proxy.accept().expect("the port is still free");
    submit(&store, buyer(1), ("open", 1), open(1)).await;
    assert!(store.buyer(buyer(1)).await.expect("it reads").is_some());
}

#[test]
fn an_engine_may_be_dropped_anywhere() {
    let database = database();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    runtime.block_on(async {
        let engine = open(&database.url(), 2).await;
        let mut session = engine.session().expect("a session can be had");
        session.begin(Shard(1)).expect("a batch can begin, within a runtime too");
        drop(session);
        drop(engine);
    });
}
