//! What a database must be able to do for us.

use std::sync::Arc;

use async_trait::async_trait;
use domain::buyer::Buyer;
use domain::campaign::Campaign;
use domain::capacity::Capacity;
use domain::catalogue::{Item, Shop};
use domain::conversation::Conversation;
use domain::event::Event;
use domain::id::{BuyerId, ItemKey, OrderId, QuoteId, Shard, ShopId, VoucherId};
use domain::invariants::Audit;
use domain::ledger::{Account, AccountId, Posting};
use domain::mail::{Mail, MailId};
use domain::order::{Order, OrderState};
use domain::quote::Quote;
use domain::receipt::{IdempotencyKey, Receipt};
use domain::stock::Stock;
use domain::time::Time;
use domain::voucher::Voucher;
use domain::working_set::{Head, RowNames, WorkingSet};

use crate::StoreError;

/// A catalogue as it is kept: shops and items in the order of their import.
pub type CatalogueRows = (Vec<Shop>, Vec<Item>);

/// A database.
#[async_trait]
pub trait Engine: Reads + 'static {
    /// How many shards its state is divided into.
    fn shards(&self) -> u16;

    /// A session for one executor.
    ///
    /// # Errors
    /// If the database cannot be reached.
    fn session(&self) -> Result<Box<dyn Session>, StoreError>;

    /// Puts shops and items into the catalogue, all or none. An item of one of these shops that is not among `items`
    /// is no longer for sale. Stocks are set to what the items say is on the shelf, over all shards.
    ///
    /// # Errors
    /// If the database fails; then nothing was changed.
    async fn import(&self, shops: &[Shop], items: &[Item]) -> Result<(), StoreError>;

    /// Says whether a copy into this store is under way. One that was broken off leaves the store unfit to be opened
    /// for anything else.
    ///
    /// # Errors
    /// If the database fails.
    async fn set_copying(&self, under_way: bool) -> Result<(), StoreError>;
}

/// What an executor does with a database: begin, load as often as needed, then save or abandon.
pub trait Session: Send {
    /// Begins a batch: from here to its end nobody else changes what it loads. Says where the shard stands.
    ///
    /// # Errors
    /// If the database fails.
    fn begin(&mut self, shard: Shard) -> Result<Head, StoreError>;

    /// Loads the named rows into the working set.
    ///
    /// # Errors
    /// If the database fails.
    fn load(&mut self, names: &RowNames, rows: &mut WorkingSet) -> Result<(), StoreError>;

    /// Saves what was changed and ends the batch. When it returns, the changes survive any crash.
    ///
    /// # Errors
    /// If the database fails; then nothing was changed.
    fn save(&mut self, rows: &WorkingSet) -> Result<(), StoreError>;

    /// Ends the batch without a change.
    fn abandon(&mut self);

    /// As [`Self::save`], in the background if the engine can. Then the next batch may begin at once: it sees what is
    /// being saved, and must be abandoned if [`Self::finish_saving`] says that it was not.
    ///
    /// # Errors
    /// If the database fails; then nothing was changed.
    fn start_saving(&mut self, rows: Arc<WorkingSet>) -> Result<Saving, StoreError> {
        self.save(&rows).map(|()| Saving::Done)
    }

    /// Waits for what is being saved in the background, if anything is. When it returns, the changes survive any crash.
    ///
    /// # Errors
    /// If the database fails, or somebody else has changed what the batch rests on; then nothing was changed.
    fn finish_saving(&mut self) -> Result<(), StoreError> {
        Ok(())
    }
}

/// How far a batch is that was to be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// It survives any crash.
    Done,
    /// It is on its way.
    UnderWay,
}

/// Whom an order waits for, as the store keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// Nobody any more.
    Nobody = 0,
    /// Its shops.
    Shops = 1,
    /// The payment provider.
    Provider = 2,
}

impl Awaited {
    /// Whom this order waits for.
    pub fn by(order: &Order) -> Self {
        match order.state {
            _ if order.payment.refund_due => Self::Provider,
            OrderState::PendingPayment => Self::Provider,
            state if state.is_final() => Self::Nobody,
            _ => Self::Shops,
        }
    }
}

/// A line of a wallet's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalletLine {
    /// The posting.
    pub posting: Posting,
    /// What caused it, and when.
    pub event: Option<Event>,
}

/// Reads, which see the last commit and never wait for a batch.
#[async_trait]
pub trait Reads: Send + Sync {
    /// A buyer.
    async fn buyer(&self, id: BuyerId) -> Result<Option<Buyer>, StoreError>;
    /// A conversation.
    async fn conversation(&self, buyer: BuyerId) -> Result<Option<Conversation>, StoreError>;
    /// A quote.
    async fn quote(&self, id: QuoteId) -> Result<Option<Arc<Quote>>, StoreError>;
    /// An order.
    async fn order(&self, id: OrderId) -> Result<Option<Order>, StoreError>;
    /// The orders of a shard with these numbers, as far as they are there.
    async fn orders(&self, _shard: Shard, ids: &[OrderId]) -> Result<Vec<Order>, StoreError> {
        let mut orders = Vec::with_capacity(ids.len());
        for id in ids {
            orders.extend(self.order(*id).await?);
        }
        Ok(orders)
    }
    /// An account.
    async fn account(&self, shard: Shard, id: &AccountId) -> Result<Option<Account>, StoreError>;
    /// The posting of a transaction in an account, with what caused it.
    async fn wallet_line(
        &self,
        shard: Shard,
        account: &AccountId,
        number: u64,
    ) -> Result<Option<WalletLine>, StoreError>;
    /// A buyer's vouchers, `limit` at most.
    async fn vouchers(&self, buyer: BuyerId, limit: u32) -> Result<Vec<Voucher>, StoreError>;
    /// Vouchers of a shard behind the given one that are held and ran out before `now`, among the next `limit`, and
    /// where to go on.
    async fn vouchers_run_out(
        &self,
        shard: Shard,
        after: &VoucherId,
        now: Time,
        limit: u32,
    ) -> Result<(Vec<VoucherId>, Option<VoucherId>), StoreError>;
    /// Orders of a shard with a greater number that wait for `whom`, `limit` at most.
    async fn open_orders(
        &self,
        shard: Shard,
        whom: Awaited,
        after: OrderId,
        limit: u32,
    ) -> Result<Vec<OrderId>, StoreError>;
    /// All campaigns, `limit` at most.
    async fn campaigns(&self, limit: u32) -> Result<Vec<Campaign>, StoreError>;
    /// All stocks, each shard's part by itself.
    async fn stocks(&self) -> Result<Vec<(Shard, ItemKey, Stock)>, StoreError>;
    /// What each shard has of an item; shards that never had any are left out.
    async fn stocks_of(&self, item: &ItemKey) -> Result<Vec<(Shard, Stock)>, StoreError>;
    /// What each shard has of a shop's capacity; shards that never used any are left out.
    async fn capacities_of(&self, shop: &ShopId) -> Result<Vec<(Shard, Capacity)>, StoreError>;
    /// What each shard has in an account; shards that never used it are left out.
    async fn accounts_of(&self, id: &AccountId) -> Result<Vec<(Shard, Account)>, StoreError>;
    /// A mail, as its sender has it.
    async fn mail(&self, id: MailId) -> Result<Option<Mail>, StoreError>;
    /// Mail of a shard that nobody has put away yet, `limit` at most.
    async fn open_mail(&self, shard: Shard, limit: u32) -> Result<Vec<Mail>, StoreError>;
    /// The catalogue.
    async fn catalogue(&self) -> Result<CatalogueRows, StoreError>;
    /// Whether a copy into this store is under way, or was broken off.
    async fn copying(&self) -> Result<bool, StoreError>;
    /// A number that grows when the catalogue changes; 0 before the first import.
    async fn catalogue_version(&self) -> Result<u64, StoreError>;
    /// Carries rows out, as of one moment, kind by kind in the order of [`Row`]'s kinds, each in the order of its keys;
    /// the journal of a shard in the order of its numbers.
    async fn scan(&self, scope: Scope, visit: Visit<'_>) -> Result<(), StoreError>;
    /// Shows an audit every row that it asks for, and fails if the database itself is damaged.
    async fn audit(&self, audit: &mut Audit) -> Result<(), StoreError> {
        let mut show = |row: Row| {
            row.show(audit);
            Ok(())
        };
        self.scan(Scope::Audited, &mut show).await
    }
}

/// How much of a store is carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Where the shards stand, and nothing else.
    Heads,
    /// What an audit looks at: neither catalogue nor buyers, conversations and quotes.
    Audited,
    /// Everything.
    Whole,
}

/// Takes rows as they are carried out.
pub type Visit<'a> = &'a mut (dyn FnMut(Row) -> Result<(), StoreError> + Send);

/// A row as it is carried out of a store: to an audit, or to another store.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// Where a shard stands.
    Head(Shard, Head),
    /// A shop, in the order of their import.
    Shop(Shop),
    /// An item, in the order of their import.
    Item(Item),
    /// A campaign.
    Campaign(Campaign),
    /// A buyer.
    Buyer(Buyer),
    /// A conversation.
    Conversation(Conversation),
    /// A quote.
    Quote(Arc<Quote>),
    /// An account.
    Account(Shard, AccountId, Account),
    /// A voucher.
    Voucher(Voucher),
    /// A stock.
    Stock(Shard, ItemKey, Stock),
    /// A part of a shop's capacity.
    Capacity(Shard, ShopId, Capacity),
    /// A mail, as its sender has it.
    Mail(Mail),
    /// An order.
    Order(Order),
    /// A receipt.
    Receipt(Shard, IdempotencyKey, Receipt),
    /// What a command came to: its event, and the lines of its transaction.
    Journal(Shard, Event, Vec<Posting>),
}

impl Row {
    /// Shows it to an audit.
    pub(crate) fn show(&self, audit: &mut Audit) {
        match self {
            Self::Campaign(campaign) => audit.campaign(campaign),
            Self::Account(shard, id, account) => audit.account(*shard, id, account),
            Self::Voucher(voucher) => audit.voucher(voucher),
            Self::Stock(shard, item, stock) => audit.stock(*shard, item, *stock),
            Self::Capacity(shard, shop, capacity) => audit.capacity(*shard, shop, capacity),
            Self::Mail(mail) => audit.mail(mail),
            Self::Order(order) => audit.order(order),
            Self::Receipt(shard, _, receipt) => audit.receipt(*shard, receipt),
            Self::Journal(shard, event, postings) => {
                postings.iter().for_each(|posting| audit.posting(*shard, posting));
                audit.event(*shard, event);
            }
            _ => {}
        }
    }
}
