//! A database that is away, and one that never answers: callers are told so in bounded time, and when it is back the same
//! store works on by itself.
//!
//! | what is so | how long a caller waits |
//! | --- | --- |
//! | connections are refused | no time; a shard that was in the middle of a batch tries for a third of a second |
//! | somebody else holds the shard | 5 s, then the lock is given up |
//! | nothing is answered | 20 s for the answer that does not come, and 5 s for a new connection that is not had |

use std::sync::Arc;
use std::time::Duration;

use domain::command::{OpenBuyer, PlaceOrder};
use domain::id::BuyerId;
use domain::money::Money;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use private_postgres::{At, Fault};
use store::{Reads, Store, StoreError};

use super::{Ground, assert_audit, settings, timed};
use crate::engines::{SHARD, quote_id};
use crate::town::{self, NOON};

/// Where connections are refused: the tries of a batch, on a busy machine.
const REFUSED_WITHIN: Duration = Duration::from_secs(3);
/// Where a lock is not had: the server's limit, on a busy machine.
const LOCKED_WITHIN: Duration = Duration::from_secs(8);
/// Where nothing is answered: an answer and a connection, on a busy machine.
const FROZEN_WITHIN: Duration = Duration::from_secs(29);

const BUYER: BuyerId = BuyerId(1);

/// A store behind a proxy, with a buyer in it.
struct Away {
    ground: Ground,
    store: Store,
}

impl Away {
    async fn new() -> Arc<Self> {
        let ground = tokio::task::spawn_blocking(|| Ground::new(1)).await.expect("it is made");
        let store = Store::start(ground.engine.clone(), &settings()).expect("the executor starts");
        let open = OpenBuyer { buyer: town::buyer(BUYER), opening_balance: Money::cny(1_000_000) };
        store.submit(SHARD, IdempotencyKey::about("open", 1), open).await.expect("it is opened");
        Arc::new(Self { ground, store })
    }

    async fn place(&self, number: u64) -> Result<Outcome, Refusal> {
        let quote = town::noodles(quote_id(BUYER, number), BUYER, NOON);
        let mandate = town::agreed(&quote);
        self.store.submit(SHARD, IdempotencyKey::about("place", number), PlaceOrder { quote, mandate }).await
    }

    async fn read(&self) -> Result<bool, StoreError> {
        Ok(self.store.buyer(BUYER).await?.is_some())
    }

    /// What is asked for is refused in time, in its type, and with the time to come again.
    async fn assert_refused(&self, number: u64, within: Duration) {
        let ((placed, placing), (read, reading)) = tokio::join!(timed(self.place(number)), timed(self.read()));
        let Err(Refusal::StoreUnavailable { retry_in }) = placed else { panic!("not refused: {placed:?}") };
        assert!(retry_in.as_micros() > 0, "it says when to come again");
        assert!(placing < within, "told after {placing:?}");
        assert!(matches!(read, Err(StoreError::Away { .. } | StoreError::Interrupted { .. })), "{read:?}");
        assert!(reading < within, "a read is told after {reading:?}");
        println!("refused after {placing:?}, a read after {reading:?}");
    }

    /// Each of these orders is there in the end, and was paid once.
    async fn assert_ordered(&self, numbers: &[u64]) {
        for number in numbers {
            assert!(self.place(*number).await.is_ok(), "asked again, and there");
        }
        let count = i64::try_from(numbers.len()).expect("few");
        let wallet = domain::ledger::AccountId::Wallet(BUYER);
        let account = self.ground.direct.account(SHARD, &wallet).await.expect("it reads").expect("it is there");
        assert_eq!(account.balance.fen(), 1_000_000 - 3_100 * count, "each was paid once");
        let direct = self.ground.direct.clone();
        tokio::task::spawn_blocking(move || assert_audit(&*direct)).await.expect("it holds");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_refuses_is_away_until_it_is_back() {
    let away = Away::new().await;
    assert!(away.place(1).await.is_ok() && away.read().await.expect("it reads"));
    for round in 1..=3 {
        let (ground, first) = (&away.ground, round * 10);
        ground.proxy.refuse();
        for number in first..first + 3 {
            away.assert_refused(number, REFUSED_WITHIN).await;
        }
        ground.proxy.accept().expect("the port is ours");
        let (placed, took) = timed(away.place(first)).await;
        assert!(placed.is_ok(), "the first command after it: {placed:?}");
        assert!(away.read().await.expect("it reads"), "the first read after it");
        println!("back, an order after {took:?}");
    }
    away.assert_ordered(&[1, 10, 20, 30]).await;
    assert_eq!(away.ground.proxy.connections(), 2, "a writer and a reader, and none that was forgotten");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_that_starts_before_its_database_comes() {
    let away = Away::new().await;
    away.ground.proxy.refuse();
    let early = Store::start(away.ground.engine.clone(), &settings()).expect("the executors start");
    let open = || OpenBuyer { buyer: town::buyer(BuyerId(2)), opening_balance: Money::cny(100) };
    let submit = || early.submit(SHARD, IdempotencyKey::about("open", 2), open());
    assert!(matches!(submit().await, Err(Refusal::StoreUnavailable { .. })));
    away.ground.proxy.accept().expect("the port is ours");
    assert_eq!(submit().await, Ok(Outcome::BuyerOpened(BuyerId(2))));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_network_that_hangs_holds_no_shard_for_ever() {
    let away = Away::new().await;
    assert!(away.place(1).await.is_ok() && away.read().await.expect("it reads"));
    away.ground.proxy.freeze();
    // One is in the batch that hangs, the others wait behind it: for another connection, which is not had either.
    let behind = tokio::spawn({
        let away = away.clone();
        async move { away.assert_refused(2, FROZEN_WITHIN).await }
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    let ((placed, took), read) = tokio::join!(timed(away.place(3)), away.read());
    assert!(matches!(placed, Err(Refusal::StoreUnavailable { .. })), "{placed:?}");
    assert!(took < FROZEN_WITHIN + Duration::from_secs(6), "told after {took:?}");
    assert!(read.is_err());
    behind.await.expect("it is refused in time");
    away.ground.proxy.thaw();
    let (placed, took) = timed(away.place(2)).await;
    assert!(placed.is_ok(), "{placed:?}");
    println!("thawed, an order after {took:?}");
    away.assert_ordered(&[1, 2, 3]).await;
}

/// A commit that is cut off without the server's knowledge leaves the shard locked until the server gives it up.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shard_that_a_dead_connection_holds_is_away_until_it_is_let_go() {
    let away = Away::new().await;
    let held = Duration::from_secs(7);
    away.ground.proxy.plan(At::Commit(1), Fault::Strand(held));
    let (placed, took) = timed(away.place(1)).await;
    assert!(away.ground.proxy.struck());
    assert!(matches!(placed, Err(Refusal::StoreUnavailable { .. })), "{placed:?}");
    assert!(took < LOCKED_WITHIN, "told after {took:?}");
    assert!(away.read().await.expect("reads wait for no lock"));
    // Behind the lock, and not refused: it is let go in time.
    let (placed, waited) = timed(away.place(1)).await;
    assert!(placed.is_ok(), "{placed:?}");
    println!("refused after {took:?}, had {waited:?} later");
    away.assert_ordered(&[1, 2]).await;
}
