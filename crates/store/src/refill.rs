//! Refills: when a shard has run out of a stock, a budget or a shop's places, it asks the shards that have some left
//! before anybody is refused.
//!
//! A refill is two commands, each in its own shard's batch: the giver takes from its allotment and puts a mail into its
//! outbox; the receiver adds what the mail brings, once. Between the two it is in transit, where an audit sees it. A node
//! that dies between them leaves a mail that any node delivers later ([`Store::deliver_mail`]).
//!
//! Callers of one node who lack the same thing take turns, and each asks its own shard again when its turn comes, so
//! that one refill serves them all. A turn lasts until there is enough or no more to be had, so that the last units are
//! not passed round in circles.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use domain::allotment::Want;
use domain::command::{CloseMail, Command, GiveAllotment, TakeAllotment};
use domain::id::{CampaignId, Shard};
use domain::ledger::AccountId;
use domain::mail::Mail;
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::time::{Span, Time};
use domain::working_set::Context;

use crate::error::StoreError;
use crate::metric;
use crate::store::Store;

/// Things that one command may lack, one after the other: a cart's lines are 50 at most, each of an item and a shop.
const THINGS_MAX: u32 = 100;
/// How often a command asks beside others for what has come for all of them; when the last units come one by one, it
/// would lose each time, and takes its turn instead.
const ASKED_BESIDE_MAX: u32 = 4;
/// Refills that one thing may take, for each shard: the last units can lie one by one in all of them.
const REFILLS_EACH: u32 = 2;
/// Shards asked before another look, those with most left first: what they have can be gone when they are asked.
const GIVERS_ASKED_MAX: usize = 4;
/// Wants share this many turns.
const TURNS: usize = 256;
/// Things in shards share this many counts of refills.
const ARRIVED: usize = 4_096;
/// How long it is believed that no shard has any: sold out is asked for most often of all.
const NOWHERE: Span = Span::micros(200_000);
/// Things remembered as being nowhere, at most.
const NOWHERE_MAX: usize = 10_000;
/// How long to wait for what another node has in the mail, and how often.
const IN_TRANSIT: Duration = Duration::from_millis(20);
const WAITS_MAX: u32 = 16;
/// How long a caller is asked to wait for what is still in the mail after that.
const BUSY_RETRY_SECONDS: u32 = 1;
/// Mail delivered in one go.
const MAIL_EACH: u32 = 256;

/// What the refills of a node share.
pub struct Refills {
    turns: Vec<tokio::sync::Mutex<()>>,
    /// Refills of a thing in a shard, so that who waited for one asks again beside all others who did.
    arrived: Vec<AtomicU64>,
    /// What shards have looked for in all others and not found, and how long that is believed.
    nowhere: Mutex<HashMap<(Shard, Want), Time>>,
    node: u64,
    taken: AtomicU64,
}

/// Who has some of what is wanted.
struct Givers {
    /// Shards and what each has left, most first.
    shards: Vec<(Shard, u64)>,
    /// Whether some is in the mail.
    in_transit: bool,
}

impl Refills {
    /// Those of a node whose number no other node has.
    pub fn new(node: u64) -> Self {
        let turns = (0..TURNS).map(|_| tokio::sync::Mutex::new(())).collect();
        let arrived = (0..ARRIVED).map(|_| AtomicU64::new(0)).collect();
        Self { turns, arrived, nowhere: Mutex::default(), node, taken: AtomicU64::new(0) }
    }

    async fn turn(&self, want: &Want) -> tokio::sync::MutexGuard<'_, ()> {
        let mut hasher = DefaultHasher::new();
        thing(want).hash(&mut hasher);
        let place = usize::try_from(hasher.finish() % TURNS as u64).unwrap_or_default();
        self.turns[place].lock().await
    }

    fn arrived(&self, to: Shard, want: &Want) -> &AtomicU64 {
        let mut hasher = DefaultHasher::new();
        (to, thing(want)).hash(&mut hasher);
        &self.arrived[usize::try_from(hasher.finish() % ARRIVED as u64).unwrap_or_default()]
    }

    fn is_nowhere(&self, to: Shard, want: &Want, now: Time) -> bool {
        let nowhere = self.nowhere.lock().unwrap_or_else(PoisonError::into_inner);
        nowhere.get(&(to, thing(want))).is_some_and(|until| now < *until)
    }

    fn found_nowhere(&self, to: Shard, want: &Want, now: Time) {
        let mut nowhere = self.nowhere.lock().unwrap_or_else(PoisonError::into_inner);
        if nowhere.len() >= NOWHERE_MAX {
            nowhere.clear();
        }
        nowhere.insert((to, thing(want)), now.after(NOWHERE));
    }

    fn key(&self, now: Time) -> IdempotencyKey {
        let count = self.taken.fetch_add(1, Ordering::Relaxed);
        IdempotencyKey::fresh(now.as_micros().unsigned_abs(), self.node.wrapping_add(count))
    }
}

fn name(want: &Want) -> &'static str {
    match want {
        Want::Budget(_) => "budget",
        Want::Stock { .. } => "stock",
        Want::Capacity { .. } => "capacity",
    }
}

/// What is wanted, however much of it: one unit more or two are looked for in the same places.
fn thing(want: &Want) -> Want {
    match want {
        Want::Stock { item, .. } => Want::Stock { item: item.clone(), units: 0 },
        other => other.clone(),
    }
}

/// What a command would need more of, to be answered otherwise.
fn wanted(command: &Command, answer: &Result<Outcome, Refusal>) -> Option<Want> {
    answer.as_ref().err().and_then(|refusal| command.wants(refusal))
}

impl Store {
    /// Submits a command that its own shard may have too little for.
    pub(crate) async fn submit_refilled(
        &self,
        shard: Shard,
        key: IdempotencyKey,
        command: Command,
    ) -> Result<Outcome, Refusal> {
        let mut answer = self.submit_once(shard, key, command.clone()).await;
        let mut asked_beside = 0;
        for _ in 0..THINGS_MAX + ASKED_BESIDE_MAX {
            let Some(want) = wanted(&command, &answer) else { break };
            if self.refills.is_nowhere(shard, &want, self.now()) {
                break;
            }
            let arrived = self.refills.arrived(shard, &want).load(Ordering::Acquire);
            let turn = self.refills.turn(&want).await;
            let has_come = self.refills.arrived(shard, &want).load(Ordering::Acquire) != arrived;
            answer = if has_come && asked_beside < ASKED_BESIDE_MAX {
                // While this one waited: all who waited ask at once, and most often share a batch.
                drop(turn);
                asked_beside += 1;
                self.submit_once(shard, key, command.clone()).await
            } else {
                self.submit_in_turn(shard, key, &command, &want).await
            };
        }
        answer
    }

    /// Submits a command, as often as it takes to bring its shard enough of the one thing that it lacks. What has been
    /// gathered lies in the shard until then: nobody else of this node takes it away within the turn, which the caller
    /// has.
    async fn submit_in_turn(
        &self,
        shard: Shard,
        key: IdempotencyKey,
        command: &Command,
        want: &Want,
    ) -> Result<Outcome, Refusal> {
        // Whoever had the turn before may have brought enough for all.
        let mut answer = self.submit_once(shard, key, command.clone()).await;
        for _ in 0..REFILLS_EACH * u32::from(self.shards()) {
            let Some(more) = wanted(command, &answer).filter(|more| thing(more) == thing(want)) else { break };
            let mail = self.taken(shard, &more).await?;
            metric::refilled(name(&more), mail.is_some());
            let Some(mail) = mail else {
                // Another node may have brought some while the others were asked, and then it is here.
                answer = self.submit_once(shard, key, command.clone()).await;
                if wanted(command, &answer).is_some_and(|more| thing(&more) == thing(want)) {
                    self.refills.found_nowhere(shard, want, self.now());
                }
                break;
            };
            // One behind the other into the same queue: most often the same batch decides both.
            let (given, placed) = tokio::join!(self.deliver(mail), self.submit_once(shard, key, command.clone()));
            self.refills.arrived(shard, want).fetch_add(1, Ordering::Release);
            answer = placed;
            if answer.is_err() {
                given?;
            }
        }
        answer
    }

    /// Some of what a shard lacks, on its way to it; `None` if no other shard has any. A look over many shards need not
    /// be of one moment, so only two in a row that see nothing say that there is nothing.
    async fn taken(&self, to: Shard, want: &Want) -> Result<Option<Mail>, Refusal> {
        let (mut asked, mut waits, mut saw_nothing) = (BTreeSet::new(), 0, false);
        while waits < WAITS_MAX {
            let givers = self.givers(to, want).await?;
            let unasked = givers.shards.iter().map(|(shard, _)| *shard).filter(|shard| !asked.contains(shard));
            let next: Vec<_> = unasked.take(GIVERS_ASKED_MAX).collect();
            if next.is_empty() && givers.in_transit {
                tokio::time::sleep(IN_TRANSIT).await;
                waits += 1;
                asked.clear();
            } else if next.is_empty() && saw_nothing {
                break;
            }
            saw_nothing = next.is_empty() && !givers.in_transit;
            for from in next {
                if let Some(mail) = self.taken_from(from, to, want).await? {
                    return Ok(Some(mail));
                }
                asked.insert(from);
            }
        }
        // To say that there is none would be wrong: when what is in the mail has arrived, there may be.
        let still = Refusal::Busy { retry_in: Span::seconds(BUSY_RETRY_SECONDS) };
        if waits == WAITS_MAX { Err(still) } else { Ok(None) }
    }

    async fn taken_from(&self, from: Shard, to: Shard, want: &Want) -> Result<Option<Mail>, Refusal> {
        let take = TakeAllotment { to, want: want.clone() };
        match self.submit_once(from, self.refills.key(self.now()), take.into()).await {
            Ok(Outcome::AllotmentTaken(id)) => Ok(Some(self.mail(id).await?.ok_or(Refusal::NotFound)?)),
            Err(Refusal::NothingToSpare) => Ok(None),
            other => other.map(|_| None),
        }
    }

    async fn givers(&self, to: Shard, want: &Want) -> Result<Givers, StoreError> {
        let mut givers = match want {
            Want::Budget(campaign) => {
                // The mail is looked into before and after: what arrives between two reads would be seen by neither.
                let before = self.in_transit(campaign).await?;
                let budgets = self.accounts_of(&AccountId::CampaignBudget(campaign.clone())).await?;
                let left = |fen: i64| u64::try_from(fen).unwrap_or_default();
                Givers {
                    shards: budgets.into_iter().map(|(shard, budget)| (shard, left(budget.balance.fen()))).collect(),
                    in_transit: before || self.in_transit(campaign).await?,
                }
            }
            Want::Stock { item, .. } => {
                let stocks = self.stocks_of(item).await?;
                Givers {
                    in_transit: stocks.iter().map(|(_, stock)| stock.moved).sum::<i64>() < 0,
                    shards: stocks.into_iter().map(|(shard, stock)| (shard, stock.left())).collect(),
                }
            }
            Want::Capacity { shop, rate } => {
                let mut parts = self.capacities_of(shop).await?;
                // A shard without a row has its even part still.
                for shard in (0..self.shards()).map(Shard) {
                    if parts.iter().all(|(known, _)| *known != shard) {
                        parts.push((shard, domain::capacity::Capacity::default()));
                    }
                }
                let free = |shard, part: &domain::capacity::Capacity| {
                    let context = Context { now: self.now(), shard, shards: self.shards() };
                    u64::from(part.free(context.now, part.share(shop, *rate, &context)))
                };
                Givers {
                    in_transit: parts.iter().map(|(_, part)| part.moved).sum::<i64>() < 0,
                    shards: parts.iter().map(|(shard, part)| (*shard, free(*shard, part))).collect(),
                }
            }
        };
        givers.shards.retain(|(shard, left)| *shard != to && *left > 0);
        givers.shards.sort_by_key(|(shard, left)| (std::cmp::Reverse(*left), *shard));
        Ok(givers)
    }

    /// Whether some of a campaign's budget is in the mail.
    async fn in_transit(&self, campaign: &CampaignId) -> Result<bool, StoreError> {
        let transit = self.accounts_of(&AccountId::CampaignTransit(campaign.clone())).await?;
        Ok(transit.iter().map(|(_, account)| account.balance.fen()).sum::<i64>() > 0)
    }

    /// Delivers a mail, and puts it away in the background: it may be delivered twice, and counts once.
    async fn deliver(&self, mail: Mail) -> Result<(), Refusal> {
        let id = mail.id;
        self.submit_once(mail.to, id.key(), GiveAllotment { mail }.into()).await?;
        let store = self.clone();
        // What is not put away now is when a round of deliveries finds it.
        tokio::spawn(async move { store.submit_once(id.from, id.closing_key(), CloseMail { mail: id }.into()).await });
        Ok(())
    }

    /// Delivers mail of a shard that was sent before `before` and lies there still. Returns how many.
    ///
    /// # Errors
    /// What the receiving shard refuses; the rest is delivered next time.
    pub async fn deliver_mail(&self, shard: Shard, before: Time) -> Result<usize, Refusal> {
        let open = self.open_mail(shard, MAIL_EACH).await?;
        let left: Vec<_> = open.into_iter().filter(|mail| mail.sent_at < before).collect();
        let count = left.len();
        for mail in left {
            self.deliver(mail).await?;
        }
        metric::late_mail(count);
        Ok(count)
    }
}
