//! Our path: the same kind of orders as batches through the store, on the same kind of server.

use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::command::{ClaimVoucher, Command, LaunchCampaign};
use domain::invariants::Audit;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use store::{Engine, Postgres, Settings, Store};
use tokio::task::JoinSet;

use super::workload::{NOW, World, buyer_id, campaign, campaign_id, open_buyer};

/// How long an answer took, and what it was.
type Answered = (Duration, Result<Outcome, Refusal>);

/// A store that is filled, and how far its buyers have ordered.
pub struct Ours {
    engine: Arc<dyn Engine>,
    store: Store,
    world: World,
    buyers: u64,
    next: u64,
}

/// What was measured.
pub struct Placed {
    pub orders_per_second: f64,
    /// Of each order from its asking to its answer, in microseconds, the shortest first.
    latencies_us: Vec<u64>,
}

impl Placed {
    /// The latency that so many of a thousand orders did not exceed.
    pub fn latency_us(&self, of_thousand: usize) -> u64 {
        let last = self.latencies_us.len().saturating_sub(1);
        self.latencies_us.get(last * of_thousand / 1_000).copied().unwrap_or_default()
    }
}

impl Ours {
    /// Fills an empty database: each buyer with a wallet and a voucher of one campaign.
    pub async fn open(url: &str, shards: u16, world: World, buyers: u64) -> Self {
        let engine: Arc<dyn Engine> = Arc::new(Postgres::connect(url, shards).await.expect("the server accepts"));
        engine.import(&world.shops, &world.items).await.expect("the catalogue is stored");
        let store = Store::start(engine.clone(), &Settings::new(Arc::new(|| NOW))).expect("the executors start");
        let campaign = campaign(buyers);
        let (home, launch) = (campaign.id.home(shards), LaunchCampaign { campaign });
        store.submit(home, IdempotencyKey::about("launch", 0), launch).await.expect("the campaign is launched");
        let ours = Self { engine, store, world, buyers, next: 0 };
        let open = |n| (IdempotencyKey::about("open", n), open_buyer(n).into());
        ours.submit(4_096, (0..buyers).map(|n| (n, open(n)))).await;
        let claim = |n| (IdempotencyKey::about("claim", n), claim(n));
        ours.submit(4_096, (0..buyers).map(|n| (n, claim(n)))).await;
        ours
    }

    /// Places so many orders, `callers` at once, of buyers who have not ordered yet.
    pub async fn place(&mut self, orders: u64, callers: usize) -> Placed {
        let commands: Vec<_> = (self.next..self.next + orders).map(|n| self.nth(n)).collect();
        self.next += orders;
        let began = now();
        let mut latencies_us = self.submit(callers, commands.into_iter()).await;
        let orders_per_second = latencies_us.len() as f64 / began.elapsed().as_secs_f64();
        latencies_us.sort_unstable();
        Placed { orders_per_second, latencies_us }
    }

    fn nth(&self, n: u64) -> (u64, (IdempotencyKey, Command)) {
        (n.wrapping_mul(7_368_787) % self.buyers, self.world.order(n, self.buyers))
    }

    /// Submits to the shard of each buyer, so many at once.
    async fn submit(
        &self,
        callers: usize,
        commands: impl Iterator<Item = (u64, (IdempotencyKey, Command))>,
    ) -> Vec<u64> {
        let mut latencies_us = Vec::new();
        let mut waiting: JoinSet<Answered> = JoinSet::new();
        for (buyer, (key, command)) in commands {
            if waiting.len() >= callers {
                latencies_us.push(answered(waiting.join_next().await));
            }
            let (store, shard) = (self.store.clone(), self.store.shard_of(buyer_id(buyer)));
            waiting.spawn(async move {
                let began = now();
                let answer = store.submit(shard, key, command).await;
                (began.elapsed(), answer)
            });
        }
        while let Some(done) = waiting.join_next().await {
            latencies_us.push(answered(Some(done)));
        }
        latencies_us
    }

    /// Every invariant over the whole store.
    pub async fn audit(&self) -> String {
        let mut audit = Audit::default();
        self.engine.audit(&mut audit).await.expect("the store can be audited");
        let broken: Vec<_> = audit.finish().into_iter().filter(|finding| !finding.holds()).collect();
        if broken.is_empty() { "all invariants hold".into() } else { format!("{broken:#?}") }
    }
}

fn answered(done: Option<Result<Answered, tokio::task::JoinError>>) -> u64 {
    let (took, answer) = done.expect("some wait").expect("no task panics");
    answer.expect("no command is refused");
    u64::try_from(took.as_micros()).unwrap_or(u64::MAX)
}

fn claim(n: u64) -> Command {
    ClaimVoucher { buyer: buyer_id(n), campaign: campaign_id() }.into()
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn now() -> Instant {
    Instant::now()
}
