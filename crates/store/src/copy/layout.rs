//! Lays out anew what shards share, for another number of them.

use std::collections::BTreeMap;

use domain::allotment::{Allotment, Want};
use domain::capacity::{Capacity, even_share};
use domain::catalogue::Shop;
use domain::command::{Command, GiveAllotment, TakeAllotment};
use domain::event::{Event, Happened};
use domain::id::{CampaignId, ItemKey, Shard, ShopId};
use domain::ledger::{Account, AccountId, Posting, TransactionId};
use domain::mail::{Mail, MailId};
use domain::money::{Currency, Money};
use domain::order::Order;
use domain::quote::quantities;
use domain::receipt::{IdempotencyKey, Outcome, Receipt};
use domain::stock::{Stock, spread};
use domain::working_set::{Head, WorkingSet};

/// What a shard gets of what all share.
pub struct Laid {
    /// Accounts and capacities, and allotments with all that belongs to them.
    pub rows: WorkingSet,
    /// Its parts of stocks; it has none of the others.
    pub stocks: BTreeMap<ItemKey, Stock>,
}

/// What shards share, as it comes in.
pub struct Layout {
    shards: u16,
    /// Balances in fen, summed from the journal.
    balances: BTreeMap<(Shard, AccountId), i64>,
    /// Units of each item: all that there ever were.
    whole: BTreeMap<ItemKey, i64>,
    sold: BTreeMap<(Shard, ItemKey), u64>,
    accepted: BTreeMap<ShopId, BTreeMap<i64, u32>>,
    /// Orders that each shop takes in ten minutes.
    rates: BTreeMap<ShopId, u32>,
}

impl Layout {
    pub fn new(shards: u16) -> Self {
        Self {
            shards,
            balances: BTreeMap::new(),
            whole: BTreeMap::new(),
            sold: BTreeMap::new(),
            accepted: BTreeMap::new(),
            rates: BTreeMap::new(),
        }
    }

    /// A shop.
    pub fn shop(&mut self, shop: &Shop) {
        self.rates.insert(shop.id.clone(), shop.orders_per_ten_minutes);
    }

    /// A line of a transaction that goes to `shard`. Wallets go with their buyers.
    pub fn posting(&mut self, shard: Shard, posting: &Posting) {
        if !matches!(posting.account, AccountId::Wallet(_)) {
            *self.balances.entry((shard, posting.account.clone())).or_default() += posting.amount.fen();
        }
    }

    /// An order that goes to its shard.
    pub fn order(&mut self, order: &Order) {
        if order.state.stands() {
            for (item, quantity) in quantities(&order.quote.terms.lines) {
                let key = (order.id.shard(self.shards), item.clone());
                *self.sold.entry(key).or_default() += u64::from(quantity);
            }
        }
    }

    /// A shard's part of a stock; what was on its way comes home with it.
    pub fn stock(&mut self, item: ItemKey, stock: Stock) {
        let allotted = i64::try_from(stock.allotted).unwrap_or(i64::MAX);
        *self.whole.entry(item).or_default() += allotted - stock.moved;
    }

    /// A shard's part of a capacity.
    pub fn capacity(&mut self, shop: ShopId, capacity: &Capacity) {
        let accepted = self.accepted.entry(shop).or_default();
        for (slice, orders) in &capacity.accepted {
            *accepted.entry(*slice).or_default() += *orders;
        }
    }

    /// Every item with a stock.
    pub fn items(&self) -> Vec<ItemKey> {
        self.whole.keys().cloned().collect()
    }

    /// What each shard gets. Every shard stands at `head`.
    pub fn finish(mut self, head: Head) -> BTreeMap<Shard, Laid> {
        let nothing = |shard| (Shard(shard), Laid { rows: WorkingSet::at(head), stocks: BTreeMap::new() });
        let mut laid: BTreeMap<_, _> = (0..self.shards).map(nothing).collect();
        self.lay_stocks(&mut laid);
        self.lay_capacities(&mut laid);
        self.even_out(&mut laid, head);
        for ((shard, id), fen) in self.balances {
            let account = Account { balance: Money::cny(fen), ..Account::default() };
            at(&mut laid, shard).accounts.put(id, account);
        }
        laid
    }

    /// Each shard has what its orders have sold; what is left is spread.
    fn lay_stocks(&mut self, laid: &mut BTreeMap<Shard, Laid>) {
        for (item, whole) in std::mem::take(&mut self.whole) {
            let home = item.shop.home(self.shards);
            let sold = |shard| self.sold.get(&(shard, item.clone())).copied().unwrap_or_default();
            let sold: Vec<_> = (0..self.shards).map(Shard).map(sold).collect();
            let left = u64::try_from(whole).unwrap_or_default().saturating_sub(sold.iter().sum());
            let parts = spread(left, sold.len(), usize::from(home.0));
            for (shard, (sold, left)) in (0..self.shards).map(Shard).zip(sold.into_iter().zip(parts)) {
                if shard == home || sold + left > 0 {
                    laid_at(laid, shard).stocks.insert(item.clone(), Stock { allotted: sold + left, sold, moved: 0 });
                }
            }
        }
    }

    /// What was accepted anywhere counts at home, and all places go there with it, so that no ten minutes around the
    /// move see more than the rate.
    fn lay_capacities(&mut self, laid: &mut BTreeMap<Shard, Laid>) {
        for (shop, accepted) in std::mem::take(&mut self.accepted) {
            let (home, rate) = (shop.home(self.shards), self.rates.get(&shop).copied().unwrap_or_default());
            let mut elsewhere = 0;
            for shard in (0..self.shards).map(Shard).filter(|shard| *shard != home) {
                let share = i64::from(even_share(&shop, rate, shard, self.shards));
                elsewhere += share;
                if share > 0 {
                    let none = Capacity { accepted: Vec::new(), moved: -share };
                    at(laid, shard).capacities.put(shop.clone(), none);
                }
            }
            let capacity = Capacity { accepted: accepted.into_iter().collect(), moved: elsewhere };
            at(laid, home).capacities.put(shop, capacity);
        }
    }

    /// Gives every shard that has promised more of a budget than it has, as much from the campaign's home.
    fn even_out(&mut self, laid: &mut BTreeMap<Shard, Laid>, head: Head) {
        let short = |((shard, id), fen): (&(Shard, AccountId), &i64)| match id {
            AccountId::CampaignBudget(campaign) if *fen < 0 => Some((*shard, campaign.clone(), fen.saturating_neg())),
            _ => None,
        };
        let short: Vec<_> = self.balances.iter().filter_map(short).collect();
        for (to, campaign, fen) in short {
            let from = campaign.home(self.shards);
            self.allot(laid, head, from, to, &campaign, fen);
        }
    }

    /// One allotment, sent and arrived, with all that an audit asks of it.
    fn allot(
        &mut self,
        laid: &mut BTreeMap<Shard, Laid>,
        head: Head,
        from: Shard,
        to: Shard,
        campaign: &CampaignId,
        fen: i64,
    ) {
        let amount = Money::new(fen, Currency::Cny);
        let taken = at(laid, from).next_number(from.slot());
        let id = MailId { from, number: taken };
        let allotment = Allotment::Budget { campaign: campaign.clone(), amount };
        let mail = Mail { id, to, sent_at: head.latest, allotment, closed: true };
        at(laid, from).mails.put(id, mail.clone());
        let take = TakeAllotment { to, want: Want::Budget(campaign.clone()) };
        let key = IdempotencyKey::about("allotment of a copy", taken);
        let (budget, transit) =
            (AccountId::CampaignBudget(campaign.clone()), AccountId::CampaignTransit(campaign.clone()));
        let sent = Entry { number: taken, key, command: take.into(), outcome: Outcome::AllotmentTaken(id) };
        self.enter(at(laid, from), from, head, sent, [(budget.clone(), -fen), (transit.clone(), fen)]);

        let given = at(laid, to).next_number(to.slot());
        let give = GiveAllotment { mail };
        let arrived =
            Entry { number: given, key: id.key(), command: give.into(), outcome: Outcome::AllotmentGiven(id) };
        self.enter(at(laid, to), to, head, arrived, [(transit, -fen), (budget, fen)]);
    }

    /// Receipt, event and postings of one side of an allotment.
    fn enter(&mut self, rows: &mut WorkingSet, shard: Shard, head: Head, entry: Entry, lines: [(AccountId, i64); 2]) {
        let Entry { number, key, command, outcome } = entry;
        let what = match outcome {
            Outcome::AllotmentGiven(id) => Happened::AllotmentGiven(id),
            Outcome::AllotmentTaken(id) => Happened::AllotmentTaken(id),
            _ => unreachable!("an allotment is taken or given"),
        };
        rows.events.push(Event { number, at: head.latest, what });
        for (account, fen) in lines {
            *self.balances.entry((shard, account.clone())).or_default() += fen;
            let transaction = TransactionId(number);
            rows.postings.push(Posting { transaction, account, amount: Money::cny(fen), previous: None });
        }
        let receipt = Receipt { content: command.content(), outcome, number: Some(number), at: head.latest };
        rows.receipts.put(key, receipt);
    }
}

/// One side of an allotment.
struct Entry {
    number: u64,
    key: IdempotencyKey,
    command: Command,
    outcome: Outcome,
}

fn laid_at(laid: &mut BTreeMap<Shard, Laid>, shard: Shard) -> &mut Laid {
    laid.get_mut(&shard).expect("every shard gets its part")
}

fn at(laid: &mut BTreeMap<Shard, Laid>, shard: Shard) -> &mut WorkingSet {
    &mut laid_at(laid, shard).rows
}
