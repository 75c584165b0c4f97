//! An engine in memory: for tests, and to hold the others to. What it forgets at the end is its only difference.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use domain::buyer::Buyer;
use domain::campaign::Campaign;
use domain::capacity::{Capacity, settle};
use domain::catalogue::{Item, Shop};
use domain::conversation::Conversation;
use domain::event::Event;
use domain::id::{BuyerId, CampaignId, ItemKey, OrderId, QuoteId, Shard, ShopId, VoucherId};
use domain::ledger::{Account, AccountId, Posting};
use domain::mail::{Mail, MailId};
use domain::order::Order;
use domain::quote::Quote;
use domain::receipt::{IdempotencyKey, Receipt};
use domain::stock::{Stock, restock};
use domain::time::Time;
use domain::voucher::{Voucher, VoucherState};
use domain::working_set::{Head, RowNames, Rows, WorkingSet};

use crate::StoreError;
use crate::engine::{Awaited, CatalogueRows, Engine, Reads, Row, Scope, Session, Visit, WalletLine};

fn count(limit: u32) -> usize {
    usize::try_from(limit).unwrap_or(usize::MAX)
}

type Table<K, V> = BTreeMap<(Shard, K), V>;

#[derive(Default)]
struct Tables {
    heads: BTreeMap<Shard, Head>,
    buyers: Table<BuyerId, Buyer>,
    conversations: Table<BuyerId, Conversation>,
    quotes: Table<QuoteId, Arc<Quote>>,
    orders: Table<OrderId, Order>,
    vouchers: Table<VoucherId, Voucher>,
    accounts: Table<AccountId, Account>,
    stocks: Table<ItemKey, Stock>,
    capacities: Table<ShopId, Capacity>,
    campaigns: BTreeMap<CampaignId, Campaign>,
    mails: Table<MailId, Mail>,
    receipts: Table<IdempotencyKey, Receipt>,
    postings: Table<(u64, AccountId), Posting>,
    events: Table<u64, Event>,
    shops: Vec<Shop>,
    items: Vec<Item>,
    catalogue_version: u64,
    copying: bool,
}

impl Tables {
    /// Every row, in the order of a scan.
    fn rows(&self, scope: Scope) -> Vec<Row> {
        let mut rows: Vec<_> = self.heads.iter().map(|(shard, head)| Row::Head(*shard, *head)).collect();
        if scope == Scope::Heads {
            return rows;
        }
        if scope == Scope::Whole {
            rows.extend(self.shops.iter().cloned().map(Row::Shop));
            rows.extend(self.items.iter().cloned().map(Row::Item));
        }
        rows.extend(self.campaigns.values().cloned().map(Row::Campaign));
        if scope == Scope::Whole {
            rows.extend(self.buyers.values().cloned().map(Row::Buyer));
            rows.extend(self.conversations.values().cloned().map(Row::Conversation));
            rows.extend(self.quotes.values().cloned().map(Row::Quote));
        }
        let account =
            |((shard, id), account): (&(Shard, AccountId), &Account)| Row::Account(*shard, id.clone(), account.clone());
        rows.extend(self.accounts.iter().map(account));
        rows.extend(self.vouchers.values().cloned().map(Row::Voucher));
        rows.extend(self.stocks.iter().map(|((shard, item), stock)| Row::Stock(*shard, item.clone(), *stock)));
        let capacity =
            |((shard, shop), part): (&(Shard, ShopId), &Capacity)| Row::Capacity(*shard, shop.clone(), part.clone());
        rows.extend(self.capacities.iter().map(capacity));
        rows.extend(self.mails.values().cloned().map(Row::Mail));
        rows.extend(self.orders.values().cloned().map(Row::Order));
        rows.extend(self.receipts.iter().map(|((shard, key), receipt)| Row::Receipt(*shard, *key, receipt.clone())));
        rows.extend(self.events.iter().map(|((shard, number), event)| {
            let first = (*shard, (*number, AccountId::Wallet(BuyerId(0))));
            let lines =
                self.postings.range(first..).take_while(|((of, (of_number, _)), _)| (of, of_number) == (shard, number));
            Row::Journal(*shard, event.clone(), lines.map(|(_, posting)| posting.clone()).collect())
        }));
        rows
    }

    fn restock(&mut self, shards: u16, item: &ItemKey, units: u32) {
        let key = |shard| (Shard(shard), item.clone());
        let found = (0..shards).map(|shard| self.stocks.get(&key(shard)).copied().unwrap_or_default());
        let mut stocks: Vec<_> = found.collect();
        let home = item.shop.home(shards);
        restock(&mut stocks, usize::from(home.0), units);
        for (shard, stock) in (0..shards).zip(stocks) {
            if Shard(shard) == home || stock != Stock::default() {
                self.stocks.insert(key(shard), stock);
            }
        }
    }

    fn settle(&mut self, shards: u16, shop: &Shop) {
        let key = |shard| (Shard(shard), shop.id.clone());
        let found = (0..shards).map(|shard| self.capacities.get(&key(shard)).cloned().unwrap_or_default());
        let mut parts: Vec<_> = found.collect();
        settle(&mut parts, &shop.id, shop.orders_per_ten_minutes);
        for (shard, part) in (0..shards).zip(parts) {
            if part != Capacity::default() || self.capacities.contains_key(&key(shard)) {
                self.capacities.insert(key(shard), part);
            }
        }
    }
}

/// An engine in memory.
#[derive(Clone)]
pub struct Memory {
    tables: Arc<Mutex<Tables>>,
    batches: Arc<Batches>,
    shards: u16,
}

/// The shards whose batch is under way: of several sessions of one shard, one decides at a time.
#[derive(Default)]
struct Batches {
    under_way: Mutex<BTreeSet<Shard>>,
    ended: Condvar,
}

impl Batches {
    fn begin(&self, shard: Shard) {
        self.wait_while(|under_way| under_way.contains(&shard)).insert(shard);
    }

    fn end(&self, shard: Shard) {
        self.wait_while(|_| false).remove(&shard);
        self.ended.notify_all();
    }

    fn wait_while(&self, is_so: impl Fn(&BTreeSet<Shard>) -> bool) -> MutexGuard<'_, BTreeSet<Shard>> {
        let under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        self.ended.wait_while(under_way, |under_way| is_so(under_way)).unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory {
    /// An empty one with so many shards.
    pub fn new(shards: u16) -> Self {
        Self { tables: Arc::default(), batches: Arc::default(), shards }
    }

    fn tables(&self) -> MutexGuard<'_, Tables> {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Engine for Memory {
    fn shards(&self) -> u16 {
        self.shards
    }

    fn session(&self) -> Result<Box<dyn Session>, StoreError> {
        Ok(Box::new(MemorySession { memory: self.clone(), under_way: None, shard: Shard::default() }))
    }

    async fn import(&self, shops: &[Shop], items: &[Item]) -> Result<(), StoreError> {
        let _no_batch = self.batches.wait_while(|under_way| !under_way.is_empty());
        let mut tables = self.tables();
        let replaced = |id: &ShopId| shops.iter().any(|shop| shop.id == *id);
        tables.items.retain(|item| !replaced(&item.key.shop));
        for shop in shops {
            tables.settle(self.shards, shop);
            match tables.shops.iter_mut().find(|known| known.id == shop.id) {
                Some(known) => *known = shop.clone(),
                None => tables.shops.push(shop.clone()),
            }
        }
        for item in items {
            if let Some(units) = item.stock {
                tables.restock(self.shards, &item.key, units);
            }
            tables.items.push(item.clone());
        }
        tables.catalogue_version += 1;
        Ok(())
    }

    async fn set_copying(&self, under_way: bool) -> Result<(), StoreError> {
        self.tables().copying = under_way;
        Ok(())
    }
}

struct MemorySession {
    memory: Memory,
    under_way: Option<Shard>,
    shard: Shard,
}

impl Drop for MemorySession {
    fn drop(&mut self) {
        self.abandon();
    }
}

impl Session for MemorySession {
    fn begin(&mut self, shard: Shard) -> Result<Head, StoreError> {
        self.abandon();
        self.memory.batches.begin(shard);
        self.under_way = Some(shard);
        self.shard = shard;
        Ok(self.memory.tables().heads.get(&shard).copied().unwrap_or_default())
    }

    fn load(&mut self, names: &RowNames, rows: &mut WorkingSet) -> Result<(), StoreError> {
        let tables = self.memory.tables();
        load(self.shard, &tables.buyers, &names.buyers, &mut rows.buyers);
        load(self.shard, &tables.conversations, &names.conversations, &mut rows.conversations);
        load(self.shard, &tables.quotes, &names.quotes, &mut rows.quotes);
        load(self.shard, &tables.orders, &names.orders, &mut rows.orders);
        load(self.shard, &tables.vouchers, &names.vouchers, &mut rows.vouchers);
        load(self.shard, &tables.accounts, &names.accounts, &mut rows.accounts);
        load(self.shard, &tables.stocks, &names.stocks, &mut rows.stocks);
        load(self.shard, &tables.capacities, &names.capacities, &mut rows.capacities);
        load(self.shard, &tables.mails, &names.mails, &mut rows.mails);
        load(self.shard, &tables.receipts, &names.receipts, &mut rows.receipts);
        for id in &names.campaigns {
            rows.campaigns.loaded(id.clone(), tables.campaigns.get(id).cloned());
        }
        Ok(())
    }

    fn save(&mut self, rows: &WorkingSet) -> Result<(), StoreError> {
        let mut tables = self.memory.tables();
        let shard = self.shard;
        tables.heads.insert(shard, rows.head);
        save(shard, &mut tables.buyers, &rows.buyers);
        save(shard, &mut tables.conversations, &rows.conversations);
        save(shard, &mut tables.quotes, &rows.quotes);
        save(shard, &mut tables.orders, &rows.orders);
        save(shard, &mut tables.vouchers, &rows.vouchers);
        save(shard, &mut tables.accounts, &rows.accounts);
        save(shard, &mut tables.stocks, &rows.stocks);
        save(shard, &mut tables.capacities, &rows.capacities);
        save(shard, &mut tables.mails, &rows.mails);
        save(shard, &mut tables.receipts, &rows.receipts);
        let campaigns = rows.campaigns.changes().map(|change| (change.key.clone(), change.value.clone()));
        tables.campaigns.extend(campaigns);
        let posting = |posting: &Posting| ((shard, (posting.transaction.0, posting.account.clone())), posting.clone());
        tables.postings.extend(rows.postings.iter().map(posting));
        tables.events.extend(rows.events.iter().map(|event| ((shard, event.number), event.clone())));
        drop(tables);
        self.abandon();
        Ok(())
    }

    fn abandon(&mut self) {
        self.under_way.take().into_iter().for_each(|shard| self.memory.batches.end(shard));
    }
}

/// The rows of a name in every shard.
fn of<K: Ord + Clone, V: Clone>(table: &Table<K, V>, name: &K) -> Vec<(Shard, V)> {
    table.iter().filter(|((_, key), _)| key == name).map(|((shard, _), row)| (*shard, row.clone())).collect()
}

fn load<'a, K, V>(shard: Shard, table: &Table<K, V>, names: impl IntoIterator<Item = &'a K>, rows: &mut Rows<K, V>)
where
    K: Ord + Hash + Clone + std::fmt::Debug + 'a,
    V: Clone,
{
    for name in names {
        rows.loaded(name.clone(), table.get(&(shard, name.clone())).cloned());
    }
}

fn save<K: Ord + Hash + Clone + std::fmt::Debug, V: Clone>(shard: Shard, table: &mut Table<K, V>, rows: &Rows<K, V>) {
    table.extend(rows.changes().map(|change| ((shard, change.key.clone()), change.value.clone())));
}

#[async_trait]
impl Reads for Memory {
    async fn buyer(&self, id: BuyerId) -> Result<Option<Buyer>, StoreError> {
        Ok(self.tables().buyers.get(&(id.shard(self.shards), id)).cloned())
    }

    async fn conversation(&self, buyer: BuyerId) -> Result<Option<Conversation>, StoreError> {
        Ok(self.tables().conversations.get(&(buyer.shard(self.shards), buyer)).cloned())
    }

    async fn quote(&self, id: QuoteId) -> Result<Option<Arc<Quote>>, StoreError> {
        Ok(self.tables().quotes.get(&(id.shard(self.shards), id)).cloned())
    }

    async fn order(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        Ok(self.tables().orders.get(&(id.shard(self.shards), id)).cloned())
    }

    async fn account(&self, shard: Shard, id: &AccountId) -> Result<Option<Account>, StoreError> {
        Ok(self.tables().accounts.get(&(shard, id.clone())).cloned())
    }

    async fn wallet_line(
        &self,
        shard: Shard,
        account: &AccountId,
        number: u64,
    ) -> Result<Option<WalletLine>, StoreError> {
        let tables = self.tables();
        let posting = tables.postings.get(&(shard, (number, account.clone()))).cloned();
        let event = tables.events.get(&(shard, number)).cloned();
        Ok(posting.map(|posting| WalletLine { posting, event }))
    }

    async fn vouchers(&self, buyer: BuyerId, limit: u32) -> Result<Vec<Voucher>, StoreError> {
        let tables = self.tables();
        let vouchers = tables.vouchers.values().filter(|voucher| voucher.id.buyer == buyer);
        Ok(vouchers.take(count(limit)).cloned().collect())
    }

    async fn vouchers_run_out(
        &self,
        shard: Shard,
        after: &VoucherId,
        now: Time,
        limit: u32,
    ) -> Result<(Vec<VoucherId>, Option<VoucherId>), StoreError> {
        let tables = self.tables();
        let next = tables.vouchers.iter().filter(|((of, id), _)| *of == shard && id > after).take(count(limit));
        let next: Vec<_> = next.map(|(_, voucher)| voucher).collect();
        let last = next.last().filter(|_| next.len() == count(limit)).map(|voucher| voucher.id.clone());
        let run_out = next.iter().filter(|v| v.state == VoucherState::Held && v.expires_at <= now);
        Ok((run_out.map(|voucher| voucher.id.clone()).collect(), last))
    }

    async fn open_orders(
        &self,
        shard: Shard,
        whom: Awaited,
        after: OrderId,
        limit: u32,
    ) -> Result<Vec<OrderId>, StoreError> {
        let tables = self.tables();
        let open = |order: &&Order| Awaited::by(order) == whom;
        let orders = tables.orders.iter().filter(|((of, id), _)| *of == shard && *id > after);
        Ok(orders.map(|(_, order)| order).filter(open).take(count(limit)).map(|order| order.id).collect())
    }

    async fn campaigns(&self, limit: u32) -> Result<Vec<Campaign>, StoreError> {
        Ok(self.tables().campaigns.values().take(count(limit)).cloned().collect())
    }

    async fn stocks(&self) -> Result<Vec<(Shard, ItemKey, Stock)>, StoreError> {
        Ok(self.tables().stocks.iter().map(|((shard, item), stock)| (*shard, item.clone(), *stock)).collect())
    }

    async fn stocks_of(&self, item: &ItemKey) -> Result<Vec<(Shard, Stock)>, StoreError> {
        Ok(of(&self.tables().stocks, item))
    }

    async fn capacities_of(&self, shop: &ShopId) -> Result<Vec<(Shard, Capacity)>, StoreError> {
        Ok(of(&self.tables().capacities, shop))
    }

    async fn accounts_of(&self, id: &AccountId) -> Result<Vec<(Shard, Account)>, StoreError> {
        Ok(of(&self.tables().accounts, id))
    }

    async fn mail(&self, id: MailId) -> Result<Option<Mail>, StoreError> {
        Ok(self.tables().mails.get(&(id.from, id)).cloned())
    }

    async fn open_mail(&self, shard: Shard, limit: u32) -> Result<Vec<Mail>, StoreError> {
        let tables = self.tables();
        let open = tables.mails.iter().filter(|((of, _), mail)| *of == shard && !mail.closed);
        Ok(open.map(|(_, mail)| mail.clone()).take(count(limit)).collect())
    }

    async fn catalogue(&self) -> Result<CatalogueRows, StoreError> {
        let tables = self.tables();
        Ok((tables.shops.clone(), tables.items.clone()))
    }

    async fn catalogue_version(&self) -> Result<u64, StoreError> {
        Ok(self.tables().catalogue_version)
    }

    async fn copying(&self) -> Result<bool, StoreError> {
        Ok(self.tables().copying)
    }

    async fn scan(&self, scope: Scope, visit: Visit<'_>) -> Result<(), StoreError> {
        for row in self.tables().rows(scope) {
            visit(row)?;
        }
        Ok(())
    }
}
