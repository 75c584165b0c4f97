//! The working set: the rows that a batch of commands may touch, and what the commands have made of them.

use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, DefaultHasher, Hash};
use std::sync::Arc;

use crate::buyer::Buyer;
use crate::campaign::Campaign;
use crate::capacity::Capacity;
use crate::conversation::Conversation;
use crate::event::{Event, Happened};
use crate::id::{BuyerId, CampaignId, ItemKey, OrderId, QuoteId, Shard, ShopId, VoucherId};
use crate::ledger::{Account, AccountId, Posting};
use crate::mail::{Mail, MailId};
use crate::order::Order;
use crate::quote::Quote;
use crate::receipt::{IdempotencyKey, Receipt};
use crate::stock::Stock;
use crate::time::Time;
use crate::voucher::Voucher;

/// What a decision is told about the world.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The time, the same for a whole batch.
    pub now: Time,
    /// The shard that decides.
    pub shard: Shard,
    /// How many shards there are.
    pub shards: u16,
}

/// Where a shard stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Head {
    /// The last sequence number that it has given out.
    pub sequence: u64,
    /// The latest time that it knows of. Its time never runs behind this, whichever clock the next batch brings: the
    /// logical part of a hybrid clock (Kulkarni et al. 2014), which mail carries from shard to shard.
    pub latest: Time,
}

/// The names of the rows that commands may touch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowNames {
    /// Buyers.
    pub buyers: BTreeSet<BuyerId>,
    /// Conversations, by their buyer.
    pub conversations: BTreeSet<BuyerId>,
    /// Quotes.
    pub quotes: BTreeSet<QuoteId>,
    /// Orders.
    pub orders: BTreeSet<OrderId>,
    /// Vouchers.
    pub vouchers: BTreeSet<VoucherId>,
    /// Accounts.
    pub accounts: BTreeSet<AccountId>,
    /// Stocks, by their item.
    pub stocks: BTreeSet<ItemKey>,
    /// Capacities, by their shop.
    pub capacities: BTreeSet<ShopId>,
    /// Campaigns.
    pub campaigns: BTreeSet<CampaignId>,
    /// Mail that this shard has sent.
    pub mails: BTreeSet<MailId>,
    /// Receipts.
    pub receipts: BTreeSet<IdempotencyKey>,
}

/// Rows of one kind: what the store has, and what was changed since.
#[derive(Debug, Clone)]
pub struct Rows<K, V> {
    /// Hashed without chance: every run goes the same way, and nobody but us chooses the names.
    slots: HashMap<K, Slot<V>, BuildHasherDefault<DefaultHasher>>,
    edits: u64,
}

#[derive(Debug, Clone)]
struct Slot<V> {
    value: Option<V>,
    stored: bool,
    changed: bool,
}

/// A row to be written.
#[derive(Debug, PartialEq, Eq)]
pub struct Change<'a, K, V> {
    /// Its name.
    pub key: &'a K,
    /// What it says now.
    pub value: &'a V,
    /// Whether the store does not have it yet.
    pub new: bool,
}

impl<K: Ord + Hash + std::fmt::Debug, V> Rows<K, V> {
    /// Tells what the store has under a name: a row or, as important, none.
    pub fn loaded(&mut self, key: K, value: Option<V>) {
        let stored = value.is_some();
        self.slots.insert(key, Slot { value, stored, changed: false });
    }

    /// Whether the store has been asked for this row.
    pub fn knows(&self, key: &K) -> bool {
        self.slots.contains_key(key)
    }

    /// The row as the commands so far have left it.
    ///
    /// # Panics
    /// If no command named it before: a decision reads only what was loaded.
    pub fn get(&self, key: &K) -> Option<&V> {
        let slot = self.slots.get(key);
        slot.unwrap_or_else(|| panic!("{key:?} was not named before the decision")).value.as_ref()
    }

    /// Writes the row.
    ///
    /// # Panics
    /// If it was not loaded, except for rows that a command creates under a name of its own making.
    pub fn put(&mut self, key: K, value: V) {
        let slot = self.slots.entry(key).or_insert(Slot { value: None, stored: false, changed: false });
        slot.value = Some(value);
        slot.changed = true;
        self.edits = self.edits.saturating_add(1);
    }

    /// The rows to be written, in the order of their names.
    pub fn changes(&self) -> impl Iterator<Item = Change<'_, K, V>> {
        let changed = self.slots.iter().filter(|(_, slot)| slot.changed).filter_map(|(key, slot)| {
            let value = slot.value.as_ref()?;
            Some(Change { key, value, new: !slot.stored })
        });
        let mut changes: Vec<_> = changed.collect();
        changes.sort_unstable_by_key(|change| change.key);
        changes.into_iter()
    }
}

impl<K: Ord + Hash + Clone + std::fmt::Debug, V: Clone> Rows<K, V> {
    fn inherit(&mut self, earlier: &Self, names: &BTreeSet<K>) -> BTreeSet<K> {
        let mut others = BTreeSet::new();
        for key in names {
            match earlier.slots.get(key) {
                Some(slot) => self.loaded(key.clone(), slot.value.clone()),
                None => drop(others.insert(key.clone())),
            }
        }
        others
    }
}

impl<K, V> Default for Rows<K, V> {
    fn default() -> Self {
        Self { slots: HashMap::default(), edits: 0 }
    }
}

/// The rows of a batch.
#[derive(Debug, Default)]
pub struct WorkingSet {
    /// Buyers.
    pub buyers: Rows<BuyerId, Buyer>,
    /// Conversations, by their buyer.
    pub conversations: Rows<BuyerId, Conversation>,
    /// Quotes.
    pub quotes: Rows<QuoteId, Arc<Quote>>,
    /// Orders.
    pub orders: Rows<OrderId, Order>,
    /// Vouchers.
    pub vouchers: Rows<VoucherId, Voucher>,
    /// Accounts.
    pub accounts: Rows<AccountId, Account>,
    /// Stocks.
    pub stocks: Rows<ItemKey, Stock>,
    /// Capacities.
    pub capacities: Rows<ShopId, Capacity>,
    /// Campaigns.
    pub campaigns: Rows<CampaignId, Campaign>,
    /// Mail that this shard has sent.
    pub mails: Rows<MailId, Mail>,
    /// Receipts.
    pub receipts: Rows<IdempotencyKey, Receipt>,
    /// New postings, in order.
    pub postings: Vec<Posting>,
    /// New events, in order.
    pub events: Vec<Event>,
    /// Where the shard stands.
    pub head: Head,
    last_number: u64,
}

impl WorkingSet {
    /// An empty one of a shard that stands at `head`.
    pub fn at(head: Head) -> Self {
        Self { head, ..Self::default() }
    }

    /// The account, or an empty one if it has none yet.
    pub fn account(&self, id: &AccountId) -> &Account {
        static NONE: Account = Account { balance: crate::money::Money::ZERO, last_transaction: None, last_order: None };
        self.accounts.get(id).unwrap_or(&NONE)
    }

    /// The next number of `slot`. Take it only after every check: a refusal takes none.
    pub fn next_number(&mut self, slot: crate::id::Slot) -> u64 {
        self.head.sequence = self.head.sequence.checked_add(1).expect("a shard does not decide 2^54 commands");
        self.last_number = slot.number(self.head.sequence);
        self.last_number
    }

    /// The number that was taken last.
    pub(crate) fn last_number(&self) -> u64 {
        self.last_number
    }

    /// Notes that something has happened.
    pub fn happened(&mut self, number: u64, at: Time, what: Happened) {
        self.events.push(Event { number, at, what });
    }

    /// A figure that grows with every change: the same before and after a refusal.
    pub fn revision(&self) -> u64 {
        let edits = [
            self.buyers.edits,
            self.conversations.edits,
            self.quotes.edits,
            self.orders.edits,
            self.vouchers.edits,
            self.accounts.edits,
            self.stocks.edits,
            self.capacities.edits,
            self.campaigns.edits,
            self.mails.edits,
            self.receipts.edits,
        ];
        edits.iter().fold(0, |sum, n| sum.saturating_add(*n))
    }

    /// Loads those of `names` that `earlier` knows, as its commands have left them. Returns the others.
    #[must_use]
    pub fn inherit(&mut self, earlier: &Self, names: &RowNames) -> RowNames {
        RowNames {
            buyers: self.buyers.inherit(&earlier.buyers, &names.buyers),
            conversations: self.conversations.inherit(&earlier.conversations, &names.conversations),
            quotes: self.quotes.inherit(&earlier.quotes, &names.quotes),
            orders: self.orders.inherit(&earlier.orders, &names.orders),
            vouchers: self.vouchers.inherit(&earlier.vouchers, &names.vouchers),
            accounts: self.accounts.inherit(&earlier.accounts, &names.accounts),
            stocks: self.stocks.inherit(&earlier.stocks, &names.stocks),
            capacities: self.capacities.inherit(&earlier.capacities, &names.capacities),
            campaigns: self.campaigns.inherit(&earlier.campaigns, &names.campaigns),
            mails: self.mails.inherit(&earlier.mails, &names.mails),
            receipts: self.receipts.inherit(&earlier.receipts, &names.receipts),
        }
    }

    /// Those of `names` that have not been loaded.
    #[must_use]
    pub fn missing(&self, mut names: RowNames) -> RowNames {
        names.buyers.retain(|key| !self.buyers.knows(key));
        names.conversations.retain(|key| !self.conversations.knows(key));
        names.quotes.retain(|key| !self.quotes.knows(key));
        names.orders.retain(|key| !self.orders.knows(key));
        names.vouchers.retain(|key| !self.vouchers.knows(key));
        names.accounts.retain(|key| !self.accounts.knows(key));
        names.stocks.retain(|key| !self.stocks.knows(key));
        names.capacities.retain(|key| !self.capacities.knows(key));
        names.campaigns.retain(|key| !self.campaigns.knows(key));
        names.mails.retain(|key| !self.mails.knows(key));
        names.receipts.retain(|key| !self.receipts.knows(key));
        names
    }
}

impl RowNames {
    /// Whether nothing is named.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
