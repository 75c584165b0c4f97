//! A copy says what the original said, whatever the number of shards, and both go on.

use std::sync::Arc;

use domain::cart::CartLine;
use domain::command::{
    AdvanceOrder, CancelOrder, CancelledBy, ClaimVoucher, Command, LaunchCampaign, OpenBuyer, PlaceOrder,
};
use domain::id::{BuyerId, CampaignId, OrderId, QuoteId};
use domain::money::Money;
use domain::order::OrderState;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use store::{CopyError, Engine, Memory, Settings, Sqlite, Store, copy};

use crate::town::{self, NOON};

const BUYERS: u64 = 40;

/// A town with orders in every state, in a store with so many shards.
struct World {
    engine: Arc<dyn Engine>,
    store: Store,
}

impl World {
    async fn of(engine: Arc<dyn Engine>) -> Self {
        let store = Store::start(engine.clone(), &Settings::new(Arc::new(|| NOON))).expect("the executors start");
        Self { engine, store }
    }

    async fn lived_in(shards: u16) -> Self {
        let engine: Arc<dyn Engine> = Arc::new(Memory::new(shards));
        engine.import(&town::shops(), &town::items()).await.expect("memory takes any catalogue");
        let world = Self::of(engine).await;
        let campaign = town::campaign("spring", Money::cny(200_000), Money::cny(2_000));
        let home = campaign.id.home(shards);
        world.store.submit(home, key("launch", 1), LaunchCampaign { campaign }).await.expect("it is launched");
        for n in 1..=BUYERS {
            world.live(BuyerId(n)).await;
        }
        world
    }

    /// A buyer comes, claims, orders noodles, and a third each cancel or have them delivered.
    async fn live(&self, buyer: BuyerId) {
        let open = OpenBuyer { buyer: town::buyer(buyer), opening_balance: Money::cny(100_000) };
        self.ask(buyer, key("open", buyer.0), open).await.expect("they are opened");
        let claim = ClaimVoucher { buyer, campaign: CampaignId::from("spring") };
        self.ask(buyer, key("claim", buyer.0), claim).await.expect("the budget is enough");
        let order = self.order(buyer, "noodles", 1, buyer.0).await.expect("noodles can be had");
        // Few of these; some are told that none is left.
        let _ = self.order(buyer, "cup", 1, 1_000 + buyer.0).await;
        match buyer.0 % 3 {
            0 => {
                let cancel = CancelOrder { order, by: CancelledBy::Buyer(buyer) };
                self.ask(buyer, key("cancel", order.0), cancel).await.expect("it can be cancelled");
            }
            1 => {
                for to in [OrderState::Accepted, OrderState::Preparing, OrderState::Delivering, OrderState::Delivered] {
                    let advance = AdvanceOrder { order, to };
                    self.ask(buyer, key(to.word(), order.0), advance).await.expect("it goes on");
                }
            }
            _ => {}
        }
    }

    async fn ask(&self, buyer: BuyerId, key: IdempotencyKey, command: impl Into<Command>) -> Result<Outcome, Refusal> {
        self.store.submit(self.store.shard_of(buyer), key, command).await
    }

    async fn order(&self, buyer: BuyerId, word: &str, quantity: u32, sequence: u64) -> Result<OrderId, Refusal> {
        let id = QuoteId(buyer.slot().number(1_000_000 + sequence));
        let lines: [CartLine; 1] = [town::line(word, quantity)];
        let terms = town::priced(&lines, &town::wish(Money::cny(i64::MAX)), NOON).expect("it has a price");
        let quote = Arc::new(terms.offered(id, buyer, NOON));
        let mandate = town::agreed(&quote);
        let placed = self.ask(buyer, key("place", id.0), PlaceOrder { quote, mandate }).await;
        placed.map(|_| id.order())
    }
}

fn key(what: &str, number: u64) -> IdempotencyKey {
    IdempotencyKey::about(what, number)
}

async fn copied(from: &World, to: Arc<dyn Engine>) -> World {
    let told = copy(&*from.engine, &*to, &mut |_| {}).await.expect("it can be copied");
    let orders = told.kinds.iter().find(|kind| kind.kind == "orders").expect("there are orders");
    assert!(orders.rows >= BUYERS);
    World::of(to).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_moves_to_more_shards_to_fewer_and_to_a_file() {
    let one = World::lived_in(1).await;
    let seven = copied(&one, Arc::new(Memory::new(7))).await;
    let sixteen = copied(&seven, Arc::new(Memory::new(16))).await;
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let file = copied(&sixteen, Arc::new(Sqlite::open(folder.path()).expect("a database can be made"))).await;
    let back = copied(&file, Arc::new(Memory::new(1))).await;
    for world in [&seven, &sixteen, &file, &back] {
        // Old numbers are found, old keys answer as they did, and life goes on in every shard.
        let id = QuoteId(BuyerId(5).slot().number(1_000_005)).order();
        let order = world.engine.order(id).await.expect("orders are read").expect("it is there");
        assert_eq!(Some(order), one.engine.order(id).await.expect("orders are read"));
        assert_eq!(world.order(BuyerId(5), "noodles", 1, 5).await, Ok(id), "the same order, not a second one");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_of_few_shards_goes_on_as_many() {
    let one = World::lived_in(1).await;
    let many = copied(&one, Arc::new(Memory::new(16))).await;
    for n in BUYERS + 1..=BUYERS + 10 {
        many.live(BuyerId(n)).await;
    }
    for n in 1..=BUYERS {
        many.order(BuyerId(n), "noodles", 2, 5_000 + n).await.expect("noodles can be had");
    }
    let again = copied(&many, Arc::new(Memory::new(3))).await;
    again.live(BuyerId(1_000)).await;
}

/// An import spreads what an item's file says; a copy has to leave what is there.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_left_of_a_large_stock_is_all_that_arrives() {
    let engine: Arc<dyn Engine> = Arc::new(Memory::new(1));
    let mut items = town::items();
    items.iter_mut().for_each(|item| item.stock = item.stock.and(Some(200)));
    engine.import(&town::shops(), &items).await.expect("memory takes any catalogue");
    let one = World::of(engine).await;
    let buyer = BuyerId(1);
    let open = OpenBuyer { buyer: town::buyer(buyer), opening_balance: Money::cny(10_000_000) };
    one.ask(buyer, key("open", 1), open).await.expect("they are opened");
    one.order(buyer, "cup", 170, 1).await.expect("there are 200");
    let many: Arc<dyn Engine> = Arc::new(Memory::new(16));
    copy(&*one.engine, &*many, &mut |_| {}).await.expect("it can be copied");
    let many = World::of(many).await;
    let refused = many.order(buyer, "cup", 31, 2).await;
    assert!(matches!(refused, Err(Refusal::SoldOut { left: 30, .. })), "{refused:?}");
    many.order(buyer, "cup", 30, 3).await.expect("the last thirty are found");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_is_not_empty_is_not_copied_to() {
    let (one, two) = (World::lived_in(2).await, World::lived_in(3).await);
    let refused = copy(&*one.engine, &*two.engine, &mut |_| {}).await;
    assert!(matches!(refused, Err(CopyError::NotEmpty)), "{refused:?}");
    let empty: Arc<dyn Engine> = Arc::new(Memory::new(4));
    empty.set_copying(true).await.expect("memory takes a mark");
    let refused = copy(&*one.engine, &*empty, &mut |_| {}).await;
    assert!(matches!(refused, Err(CopyError::NotEmpty)), "what was broken off is begun anew elsewhere: {refused:?}");
}
