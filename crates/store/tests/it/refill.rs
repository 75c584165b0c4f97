//! Refills over eight shards: what is limited is found wherever it lies, never sold twice, never stranded.

use std::sync::Arc;

use domain::allotment::Want;
use domain::catalogue::{Item, Shop};
use domain::command::{ClaimVoucher, LaunchCampaign, OpenBuyer, PlaceOrder, TakeAllotment};
use domain::id::{BuyerId, CampaignId, Shard};
use domain::invariants::Audit;
use domain::money::Money;
use domain::quote::Wish;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::time::{Span, Time};
use store::{Engine, Memory, Settings, Store};
use tokio::task::JoinSet;

use crate::database::Database;
use crate::engines::{Clock, assert_holds, quote_id, wait};
use crate::town::{self, NOON};

const SHARDS: u16 = 8;
const BUYERS: u64 = 300;
/// Of what all of them want.
const LIMIT: u32 = 50;
/// More than anybody asks for.
const PLENTY: u32 = 1_000_000;

/// A shop with one item, and everybody who may want it.
#[derive(Clone)]
struct Fair {
    engine: Arc<dyn Engine>,
    clock: Clock,
    shops: Arc<[Shop]>,
    items: Arc<[Item]>,
}

/// A program before the database: its store, and a clock that goes on with every look at it.
#[derive(Clone)]
struct Node {
    fair: Fair,
    store: Store,
    ahead: Span,
}

impl Fair {
    async fn new(engine: Arc<dyn Engine>, rate: u32, units: u32) -> Self {
        let mut shops = town::shops();
        shops.iter_mut().for_each(|shop| shop.orders_per_ten_minutes = rate);
        let mut items = town::items();
        items.iter_mut().for_each(|item| item.stock = item.stock.and(Some(units)));
        engine.import(&shops, &items).await.expect("the catalogue is stored");
        Self { engine, clock: Clock::at(NOON), shops: shops.into(), items: items.into() }
    }

    /// A node whose clock is so far ahead.
    fn node(&self, node: u64, ahead: Span) -> Node {
        let clock = self.clock.clone();
        let look = Arc::new(move || {
            clock.wait(Span::micros(50));
            clock.now().after(ahead)
        });
        let settings = Settings { node, ..Settings::new(look) };
        let store = Store::start(self.engine.clone(), &settings).expect("the executors start");
        Node { fair: self.clone(), store, ahead }
    }

    async fn assert_audit(&self) {
        let mut audit = Audit::default();
        self.engine.audit(&mut audit).await.expect("the store can be audited");
        assert_holds(&audit.finish());
    }

    /// Units of the item that can still be sold, shard by shard.
    async fn left(&self) -> Vec<u64> {
        let stocks = self.engine.stocks_of(&town::key("cup")).await.expect("stocks are read");
        stocks.into_iter().map(|(_, stock)| stock.left()).collect()
    }

    /// The `which`-th buyer of a shard.
    fn buyer(&self, shard: Shard, which: usize) -> BuyerId {
        let of_shard = (1..).map(BuyerId).filter(|buyer| buyer.shard(self.engine.shards()) == shard);
        of_shard.take(which + 1).last().expect("there are buyers")
    }
}

impl Node {
    fn now(&self) -> Time {
        self.fair.clock.now().after(self.ahead)
    }

    async fn open(&self, buyer: BuyerId) {
        let open = OpenBuyer { buyer: town::buyer(buyer), opening_balance: Money::cny(100_000_000) };
        let key = IdempotencyKey::about("open", buyer.0);
        self.store.submit(self.store.shard_of(buyer), key, open).await.expect("nobody else has the number");
    }

    /// A buyer's `number`-th order, of so many units.
    async fn place(&self, buyer: BuyerId, number: u64, units: u32) -> Result<Outcome, Refusal> {
        let wish = Wish { ..town::wish(Money::cny(100_000_000)) };
        let catalogue = (&*self.fair.shops, &*self.fair.items);
        let terms = town::priced_in(catalogue, &[town::line("cup", units)], &wish, self.now()).expect("it is sold");
        // A shard's numbers are its own; these are beyond them.
        let quote = Arc::new(terms.offered(quote_id(buyer, (buyer.0 << 20) + number), buyer, self.now()));
        let key = IdempotencyKey::about("place", quote.id.0);
        let mandate = town::agreed(&quote);
        self.store.submit(self.store.shard_of(buyer), key, PlaceOrder { quote, mandate }).await
    }

    async fn claim(&self, buyer: BuyerId) -> Result<Outcome, Refusal> {
        let claim = ClaimVoucher { buyer, campaign: CampaignId::from("welcome") };
        self.store.submit(self.store.shard_of(buyer), IdempotencyKey::about("claim", buyer.0), claim).await
    }

    async fn launch(&self, vouchers: u32) {
        let budget = Money::cny(2_500 * i64::from(vouchers) + 1);
        let campaign = town::campaign("welcome", budget, Money::cny(2_500));
        let home = campaign.id.home(self.store.shards());
        let key = IdempotencyKey::about("launch", 1);
        self.store.submit(home, key, LaunchCampaign { campaign }).await.expect("its terms are sound");
    }

    /// Everybody at once.
    async fn everybody<F>(&self, each: impl Fn(Self, BuyerId) -> F) -> Vec<Result<Outcome, Refusal>>
    where
        F: Future<Output = Result<Outcome, Refusal>> + Send + 'static,
    {
        let mut tasks = JoinSet::new();
        for buyer in (1..=BUYERS).map(BuyerId) {
            tasks.spawn(each(self.clone(), buyer));
        }
        tasks.join_all().await
    }

    async fn open_everybody(&self) {
        for buyer in (1..=BUYERS).map(BuyerId) {
            self.open(buyer).await;
        }
    }

    /// Leaves one unit in each shard: those who live there buy the others.
    async fn leave_one_each(&self) {
        for shard in (0..self.store.shards()).map(Shard) {
            let buyer = self.fair.buyer(shard, 0);
            self.open(buyer).await;
            self.place(buyer, 1, 7).await.expect("eight lie in each shard");
        }
        assert_eq!(self.fair.left().await, vec![1; usize::from(self.store.shards())]);
    }
}

/// Runs a story on every engine that has several shards.
fn on_each<F: Future<Output = ()>>(shards: u16, story: impl Fn(Arc<dyn Engine>) -> F) {
    wait(story(Arc::new(Memory::new(shards))));
    let database = Database::new();
    wait(story(Arc::new(database.engine(shards))));
}

/// Exactly the limit is had, and everybody else is told why not.
fn assert_limit(answers: &[Result<Outcome, Refusal>], code: &str) {
    let had = answers.iter().filter(|answer| answer.is_ok()).count();
    let told = answers.iter().filter(|answer| answer.as_ref().is_err_and(|refusal| refusal.code() == code)).count();
    let others: Vec<_> =
        answers.iter().filter_map(|answer| answer.as_ref().err()).filter(|refusal| refusal.code() != code).collect();
    assert_eq!((had, told), (50, 250), "{others:?}");
}

#[test]
fn fifty_units_are_sold_fifty_times() {
    on_each(SHARDS, async |engine| {
        let fair = Fair::new(engine, PLENTY, LIMIT).await;
        let node = fair.node(1, Span::default());
        node.open_everybody().await;
        let answers = node.everybody(|node, buyer| async move { node.place(buyer, 1, 1).await }).await;
        assert_limit(&answers, "sold_out");
        assert_eq!(fair.left().await.iter().sum::<u64>(), 0);
        fair.assert_audit().await;
    });
}

#[test]
fn a_budget_for_fifty_is_claimed_fifty_times() {
    on_each(SHARDS, async |engine| {
        let fair = Fair::new(engine, PLENTY, PLENTY).await;
        let node = fair.node(1, Span::default());
        node.launch(LIMIT).await;
        node.open_everybody().await;
        let answers = node.everybody(|node, buyer| async move { node.claim(buyer).await }).await;
        assert_limit(&answers, "budget_exhausted");
        fair.assert_audit().await;
    });
}

#[test]
fn a_budget_for_everybody_is_claimed_by_everybody() {
    on_each(SHARDS, async |engine| {
        let fair = Fair::new(engine, PLENTY, PLENTY).await;
        let node = fair.node(1, Span::default());
        node.launch(u32::try_from(BUYERS).expect("it fits")).await;
        node.open_everybody().await;
        let answers = node.everybody(|node, buyer| async move { node.claim(buyer).await }).await;
        let refused: Vec<_> = answers.iter().filter_map(|answer| answer.as_ref().err()).collect();
        assert!(refused.is_empty(), "the last vouchers are found wherever they are: {refused:?}");
        fair.assert_audit().await;
    });
}

#[test]
fn a_shop_that_copes_with_fifty_accepts_fifty() {
    on_each(SHARDS, async |engine| {
        let fair = Fair::new(engine, LIMIT, PLENTY).await;
        let node = fair.node(1, Span::default());
        node.open_everybody().await;
        let answers = node.everybody(|node, buyer| async move { node.place(buyer, 1, 1).await }).await;
        assert_limit(&answers, "shop_full");
        fair.clock.wait(Span::seconds(610));
        assert!(node.place(fair.buyer(Shard(3), 0), 2, 1).await.is_ok(), "ten minutes later there are places");
        fair.assert_audit().await;
    });
}

#[test]
fn the_last_units_are_found_in_whichever_shards_they_lie() {
    on_each(SHARDS, async |engine| {
        let fair = Fair::new(engine, PLENTY, 64).await;
        let node = fair.node(1, Span::default());
        node.leave_one_each().await;
        let (some, rest) = (fair.buyer(Shard(2), 0), fair.buyer(Shard(5), 0));
        assert!(node.place(some, 2, 5).await.is_ok(), "of eight shards with a unit each");
        assert!(node.place(rest, 2, 4).await.is_err_and(|refusal| refusal.code() == "sold_out"), "three are left");
        fair.clock.wait(Span::seconds(1));
        assert!(node.place(some, 3, 2).await.is_ok(), "those whom nobody could use are still for sale");
        assert!(node.place(rest, 3, 1).await.is_ok(), "the last one");
        fair.clock.wait(Span::seconds(1));
        assert!(node.place(some, 4, 1).await.is_err_and(|refusal| refusal.code() == "sold_out"));
        fair.assert_audit().await;
    });
}

/// Who wants more than there is must not have it said of the thing that there is none.
#[test]
fn what_is_too_little_for_one_is_enough_for_another() {
    on_each(SHARDS, async |engine| {
        let fair = Fair::new(engine, PLENTY, 64).await;
        let node = fair.node(1, Span::default());
        node.leave_one_each().await;
        let (greedy, modest) = (fair.buyer(Shard(2), 0), fair.buyer(Shard(5), 0));
        let refused = node.place(greedy, 2, 9).await;
        assert!(refused.is_err_and(|refusal| refusal.code() == "sold_out"), "there are eight");
        assert!(node.place(modest, 2, 1).await.is_ok(), "there are eight still");
        fair.assert_audit().await;
    });
}

/// Of two who each want all that there is, one gets it: what one has gathered is not taken away by the other.
#[test]
fn the_last_units_are_not_passed_round_in_circles() {
    on_each(SHARDS, async |engine| {
        let fair = Fair::new(engine, PLENTY, 64).await;
        let node = fair.node(1, Span::default());
        node.leave_one_each().await;
        let (first, second) = (fair.buyer(Shard(2), 0), fair.buyer(Shard(5), 0));
        let (first, second) = tokio::join!(node.place(first, 2, 8), node.place(second, 2, 8));
        assert!(first.is_ok() != second.is_ok(), "{first:?}, {second:?}");
        fair.assert_audit().await;
    });
}

#[test]
fn many_shards_are_all_looked_into() {
    on_each(32, async |engine| {
        let fair = Fair::new(engine, PLENTY, 8 * 32).await;
        let node = fair.node(1, Span::default());
        node.leave_one_each().await;
        let placed = node.place(fair.buyer(Shard(9), 0), 2, 32).await;
        assert!(placed.is_ok(), "each of the shards has one: {placed:?}");
        fair.assert_audit().await;
    });
}

/// A node took units out of a shard and died before they arrived: another delivers them, and they can be sold.
#[test]
fn what_a_dead_node_had_in_the_mail_is_delivered_and_sold() {
    on_each(SHARDS, async |engine| {
        let fair = Fair::new(engine, PLENTY, 7).await;
        let node = fair.node(1, Span::default());
        let home = town::key("cup").shop.home(SHARDS);
        let to = Shard((home.0 + 1) % SHARDS);
        let want = Want::Stock { item: town::key("cup"), units: 7 };
        let take = TakeAllotment { to, want };
        node.store.submit(home, IdempotencyKey::fresh(1, 1), take).await.expect("there are seven");
        drop(node);
        assert_eq!(fair.left().await.iter().sum::<u64>(), 0, "all are in the mail");
        fair.assert_audit().await;

        let other = fair.node(2, Span::default());
        let buyer = fair.buyer(Shard((home.0 + 2) % SHARDS), 0);
        other.open(buyer).await;
        assert_eq!(other.store.deliver_mail(home, NOON).await, Ok(0), "it was not sent before noon");
        assert_eq!(other.store.deliver_mail(home, other.now().after(Span::seconds(1))).await, Ok(1));
        fair.clock.wait(Span::seconds(1));
        assert!(other.place(buyer, 1, 7).await.is_ok(), "all seven");
        assert_eq!(fair.left().await.iter().sum::<u64>(), 0);
        fair.assert_audit().await;
    });
}

/// Two nodes before the same shards, one of them five minutes ahead.
#[test]
fn two_nodes_sell_everything_once() {
    on_each(SHARDS, async |engine| {
        let fair = Fair::new(engine, PLENTY, LIMIT).await;
        let nodes = [fair.node(1, Span::default()), fair.node(1 << 40, Span::minutes(5))];
        nodes[0].launch(LIMIT).await;
        nodes[0].open_everybody().await;
        let both = nodes.clone();
        let answers = nodes[0].everybody(move |_, buyer| {
            let node = both[usize::from(buyer.0 % 2 == 0)].clone();
            async move {
                drop(node.claim(buyer).await);
                node.place(buyer, 1, 1).await
            }
        });
        let answers = answers.await;
        assert_limit(&answers, "sold_out");
        for outcome in answers.into_iter().flatten() {
            let Outcome::Order { order, .. } = outcome else { panic!("an order is answered with an order") };
            assert!(fair.engine.order(order).await.expect("orders are read").is_some(), "it was acknowledged");
        }
        fair.assert_audit().await;
    });
}
