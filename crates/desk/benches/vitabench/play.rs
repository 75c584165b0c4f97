//! Plays a task: a desk over a store in memory, the orders that were there before, the sentence, and what the buyer says
//! to the answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use assistant::{Offer, Request};
use desk::payment::TestCard;
use desk::{Answer, Desk, Mint, Opening, QuoteWish, Settings, Shelf};
use domain::cart::{Cart, CartLine, Choice};
use domain::command::AdvanceOrder;
use domain::id::{BuyerId, ItemKey, OrderId};
use domain::language::Language;
use domain::money::Money;
use domain::order::{Order, OrderState};
use domain::receipt::IdempotencyKey;
use domain::refusal::Refusal;
use domain::time::Time;
use store::{Clock, Engine, Memory, Store};

use crate::task::{OPTION_GROUP, ShopOrder, Task};

/// What the buyer says to a quote, and to the question whether to cancel an order of before.
const YES: &str = "确认下单";
const YES_CANCEL: &str = "取消吧";
/// What the buyer says to a question that a yes answers, and how such a question says so.
const GOOD: &str = "好";
const ASKS_FOR_GOOD: &str = "说“好”";
/// What the buyer says where nothing of what is shown is wanted.
const NONE: &str = "不用了";
/// Sentences that the buyer says at most.
const TURNS_MAX: usize = 20;

/// How much the buyer says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Buyer {
    /// Yes, to a quote.
    Agrees,
    /// Also, to any question that a yes answers: yes, whatever it asks.
    Nods,
    /// Also, asked which, the one that the task wants, if it is shown.
    Picks,
}
/// Enough for any order: fen.
const BALANCE: Money = Money::cny(100_000_000);

/// What came of a task.
pub struct Played {
    /// The answer to the sentence.
    pub first: Answer,
    /// The orders that were placed.
    pub orders: Vec<Order>,
    /// What the buyer said after the first sentence, and what was answered.
    pub talk: Vec<(String, String)>,
    /// Earlier orders that are cancelled in the end.
    pub cancelled: usize,
    /// Earlier orders that could not be placed here as they were there.
    pub not_there: usize,
}

/// A desk whose clock is set by hand.
struct House {
    desk: Desk,
    store: Store,
    clock: Arc<AtomicI64>,
}

/// Plays a task.
pub async fn play(task: &Task, talks: Buyer) -> Result<Played, Refusal> {
    let house = House::open(task).await;
    let buyer = house.desk.open_named(&task.id, &Opening { language: Language::Zh, adcode: None }).await?;
    house.desk.set_addresses(buyer, task.addresses()).await?;
    let (mut open, mut not_there) = (Vec::new(), 0);
    for earlier in task.earlier() {
        match house.place(buyer, task, &earlier).await {
            Ok(order) => open.push(order),
            Err(_) => not_there += 1,
        }
    }
    house.set(task.now());
    let first = house.desk.turn(buyer, &task.instructions).await?;
    let (mut answer, mut orders, mut talk) = (first.clone(), Vec::<Order>::new(), Vec::new());
    let mut picked = Vec::new();
    while let Some(said) = says(task, talks, &answer, &mut picked).filter(|_| talk.len() < TURNS_MAX) {
        answer = house.desk.turn(buyer, &said).await?;
        talk.push((said, answer.reply.clone()));
        let known = |order: &Order| open.contains(&order.id) || orders.iter().any(|old| old.id == order.id);
        orders.extend(answer.order.clone().filter(|order| !known(order)));
    }
    let mut cancelled = 0;
    for id in open {
        let order = house.store.order(id).await?;
        cancelled += usize::from(order.is_some_and(|order| order.state == OrderState::Cancelled));
    }
    Ok(Played { first, orders, talk, cancelled, not_there })
}

/// What the buyer says to an answer, if anything.
fn says(task: &Task, talks: Buyer, answer: &Answer, picked: &mut Vec<ItemKey>) -> Option<String> {
    if answer.quote.is_some() {
        return Some(YES.to_owned());
    }
    if answer.request == Request::Confirm && answer.order.is_some() && answer.reply.contains(YES_CANCEL) {
        return Some(YES_CANCEL.to_owned());
    }
    if talks == Buyer::Agrees {
        return None;
    }
    if talks == Buyer::Nods {
        return answer.reply.contains(ASKS_FOR_GOOD).then(|| GOOD.to_owned());
    }
    if answer.offers.is_empty() {
        return None;
    }
    let wanted = task.wanted();
    let again = |offer: &Offer| picked.last() != Some(&offer.item.key) && picked.contains(&offer.item.key);
    let is_wanted = |offer: &Offer| {
        let of_shop = wanted.iter().filter(|order| *order.shop == *offer.shop.id.to_string());
        of_shop.flat_map(|order| &order.lines).any(|line| line.item == offer.item.key.item.to_string()) && !again(offer)
    };
    let nth = answer.offers.iter().position(is_wanted);
    picked.extend(nth.map(|nth| answer.offers[nth].item.key.clone()));
    Some(nth.map_or_else(|| NONE.to_owned(), |nth| format!("第{}个", nth + 1)))
}

impl House {
    async fn open(task: &Task) -> Self {
        let engine = Memory::new(1);
        engine.import(&task.shops(), &task.items()).await.expect("memory takes any catalogue");
        let began = task.earlier().first().map_or(task.now(), |order| order.placed_at.min(task.now()));
        let clock = Arc::new(AtomicI64::new(began.as_micros()));
        let read = Arc::clone(&clock);
        let now: Clock = Arc::new(move || Time::from_micros(read.load(Ordering::Relaxed)));
        let shelf = Shelf::default();
        let store = Store::start(Arc::new(engine), &store::Settings::new(now.clone())).expect("memory has sessions");
        let settings = Settings {
            opening_balance: BALANCE,
            example_addresses: false,
            example_adcode: None,
            fallback_card: None,
            shops_work: false,
        };
        let mint = Mint::new(counting());
        let desk = Desk::open(store.clone(), now, mint, Arc::new(TestCard::default()), shelf, settings).await;
        Self { desk: desk.expect("memory is read"), store, clock }
    }

    fn set(&self, time: Time) {
        self.clock.store(time.as_micros(), Ordering::Relaxed);
    }

    /// Places an order as it was placed before the sentence, and brings it if it was brought.
    async fn place(&self, buyer: BuyerId, task: &Task, earlier: &ShopOrder) -> Result<OrderId, Refusal> {
        self.set(earlier.placed_at.min(task.now()));
        let lines = earlier.lines.iter().map(|line| CartLine {
            item: ItemKey::new(&earlier.shop, &line.item),
            quantity: line.quantity,
            options: line.option.iter().map(|value| choice(value)).collect(),
        });
        let address = task.addresses().into_iter().find(|known| *known.text == *earlier.address);
        let cart = Cart { lines: lines.collect(), address, ..Cart::default() };
        let quote = self.desk.quote(buyer, &cart, &QuoteWish::default()).await?;
        let order = self.desk.confirm(buyer, quote.id, quote.hash, None).await?;
        if earlier.status == "delivered" {
            self.bring(&order).await?;
        }
        Ok(order.id)
    }

    async fn bring(&self, order: &Order) -> Result<(), Refusal> {
        let mut state = order.state;
        while let Some(to) = state.next_step() {
            let key = IdempotencyKey::about(to.word(), order.id.0);
            self.store.submit(self.store.shard_of_order(order.id), key, AdvanceOrder { order: order.id, to }).await?;
            state = to;
        }
        Ok(())
    }
}

fn choice(value: &str) -> Choice {
    Choice { group: OPTION_GROUP.into(), values: vec![value.into()] }
}

/// Numbers that differ are all the chance that a measurement needs.
fn counting() -> desk::Entropy {
    let next = AtomicU64::new(1);
    Arc::new(move |buffer| {
        let number = next.fetch_add(1, Ordering::Relaxed).to_le_bytes();
        for (byte, fill) in buffer.iter_mut().zip(number.iter().cycle()) {
            *byte = *fill;
        }
    })
}
