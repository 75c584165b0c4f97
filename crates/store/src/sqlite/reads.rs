//! Reads for pages, on connections of their own.

use std::sync::Arc;

use async_trait::async_trait;
use domain::buyer::Buyer;
use domain::campaign::Campaign;
use domain::capacity::Capacity;
use domain::conversation::Conversation;
use domain::event::Event;
use domain::id::{BuyerId, CampaignId, ItemId, ItemKey, OrderId, QuoteId, Shard, ShopId, VoucherId};
use domain::invariants::Audit;
use domain::ledger::{Account, AccountId, Posting, TransactionId};
use domain::mail::{Mail, MailId};
use domain::order::Order;
use domain::quote::Quote;
use domain::stock::Stock;
use domain::time::Time;
use domain::voucher::Voucher;
use rusqlite::{Connection, OptionalExtension, Row};

use super::{Shared, Sqlite, import, load, open, scan, signed, sql, unsigned};
use crate::StoreError;
use crate::engine::{Awaited, CatalogueRows, Engine, Reads, Scope, Visit, WalletLine};

use crate::record::{CampaignRecord, EventRecord, ItemRecord, PostingRecord, ShopRecord, decode};

#[async_trait]
impl Reads for Sqlite {
    async fn buyer(&self, id: BuyerId) -> Result<Option<Buyer>, StoreError> {
        self.read(|on| load::buyer(on, id.shard(self.shards()), id))
    }

    async fn conversation(&self, buyer: BuyerId) -> Result<Option<Conversation>, StoreError> {
        self.read(|on| load::conversation(on, buyer.shard(self.shards()), buyer))
    }

    async fn quote(&self, id: QuoteId) -> Result<Option<Arc<Quote>>, StoreError> {
        self.read(|on| load::quote(on, id.shard(self.shards()), id))
    }

    async fn order(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        self.read(|on| load::order(on, id.shard(self.shards()), id))
    }

    async fn account(&self, shard: Shard, id: &AccountId) -> Result<Option<Account>, StoreError> {
        self.read(|on| load::account(on, shard, id))
    }

    async fn wallet_line(
        &self,
        _shard: Shard,
        account: &AccountId,
        number: u64,
    ) -> Result<Option<WalletLine>, StoreError> {
        self.read(|on| wallet_line(on, account, number))
    }

    async fn vouchers(&self, buyer: BuyerId, limit: u32) -> Result<Vec<Voucher>, StoreError> {
        self.read(|on| vouchers(on, buyer.shard(self.shards()), buyer, limit))
    }

    async fn vouchers_run_out(
        &self,
        shard: Shard,
        after: &VoucherId,
        now: Time,
        limit: u32,
    ) -> Result<(Vec<VoucherId>, Option<VoucherId>), StoreError> {
        self.read(|on| vouchers_run_out(on, shard, after, now, limit))
    }

    async fn open_orders(
        &self,
        shard: Shard,
        whom: Awaited,
        after: OrderId,
        limit: u32,
    ) -> Result<Vec<OrderId>, StoreError> {
        self.read(|on| {
            let mut list = sql!(on, "order/list_open")?;
            let id = |row: &Row<'_>| Ok(OrderId(unsigned(row.get(0)?)));
            let found = list.query_map((shard.0, signed(after.0), limit, whom as u8), id)?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }

    async fn campaigns(&self, limit: u32) -> Result<Vec<Campaign>, StoreError> {
        self.read(|on| {
            let mut list = sql!(on, "campaign/list")?;
            let columns = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
            let found: Vec<_> = list.query_map([limit], columns)?.collect::<Result<_, _>>()?;
            let read = |(id, body): &(String, String)| Ok(decode::<CampaignRecord>("campaign", body)?.named(id));
            found.iter().map(read).collect()
        })
    }

    async fn stocks(&self) -> Result<Vec<(Shard, ItemKey, Stock)>, StoreError> {
        self.read(|on| Ok(sql!(on, "stock/scan")?.query_map([], stock_row)?.collect::<Result<_, _>>()?))
    }

    async fn stocks_of(&self, item: &ItemKey) -> Result<Vec<(Shard, Stock)>, StoreError> {
        self.of_all(|on, shard| load::stock(on, shard, item))
    }

    async fn capacities_of(&self, shop: &ShopId) -> Result<Vec<(Shard, Capacity)>, StoreError> {
        self.of_all(|on, shard| load::capacity(on, shard, shop))
    }

    async fn accounts_of(&self, id: &AccountId) -> Result<Vec<(Shard, Account)>, StoreError> {
        self.of_all(|on, shard| load::account(on, shard, id))
    }

    async fn mail(&self, id: MailId) -> Result<Option<Mail>, StoreError> {
        self.read(|on| load::mail(on, id))
    }

    async fn open_mail(&self, shard: Shard, limit: u32) -> Result<Vec<Mail>, StoreError> {
        self.read(|on| {
            let mut list = sql!(on, "mail/list_open")?;
            list.query_map((shard.0, limit), load::mail_row)?.map(|mail| mail?).collect()
        })
    }

    async fn catalogue(&self) -> Result<CatalogueRows, StoreError> {
        self.read(catalogue)
    }

    async fn catalogue_version(&self) -> Result<u64, StoreError> {
        self.read(import::version)
    }

    async fn audit(&self, to: &mut Audit) -> Result<(), StoreError> {
        self.read(|on| {
            open::check_pages(&self.path, on)?;
            let mut show = |row: crate::engine::Row| {
                row.show(to);
                Ok(())
            };
            scan::scan(on, Scope::Audited, &mut show)
        })
    }

    async fn scan(&self, scope: Scope, visit: Visit<'_>) -> Result<(), StoreError> {
        self.read(|on| scan::scan(on, scope, visit))
    }

    async fn copying(&self) -> Result<bool, StoreError> {
        self.read(|on| {
            let found: Option<String> = sql!(on, "meta/read")?.query_row([COPYING], |row| row.get(0)).optional()?;
            Ok(found.is_some_and(|value| value == "yes"))
        })
    }
}

/// The row of `meta` that says whether a copy is under way.
pub const COPYING: &str = "copying";

impl Sqlite {
    /// What each shard has under a name.
    fn of_all<T>(
        &self,
        load: impl Fn(&Connection, Shard) -> Result<Option<T>, StoreError>,
    ) -> Result<Vec<(Shard, T)>, StoreError> {
        self.read(|on| {
            let found = (0..self.shards()).map(|shard| Ok(load(on, Shard(shard))?.map(|row| (Shard(shard), row))));
            found.filter_map(Result::transpose).collect()
        })
    }
}

fn wallet_line(on: &Connection, id: &AccountId, number: u64) -> Result<Option<WalletLine>, StoreError> {
    let columns = |row: &Row<'_>| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, Option<String>>(2)?));
    let found = sql!(on, "journal/read")?.query_row([signed(number)], columns).optional()?;
    let Some((at, event, Some(lines))) = found else { return Ok(None) };
    let posting = read_postings(number, &lines)?.into_iter().find(|posting| posting.account == *id);
    posting.map(|posting| Ok(WalletLine { posting, event: Some(read_event(number, at, &event)?) })).transpose()
}

/// The postings of a transaction.
pub fn read_postings(number: u64, lines: &str) -> Result<Vec<Posting>, StoreError> {
    let lines: Vec<PostingRecord<'_>> = decode("posting", lines)?;
    lines.iter().map(|line| line.named(TransactionId(number))).collect()
}

/// The event that these columns say.
pub fn read_event(number: u64, at: i64, body: &str) -> Result<Event, StoreError> {
    let what = decode::<EventRecord>("event", body)?.read()?;
    Ok(Event { number, at: Time::from_micros(at), what })
}

fn vouchers(on: &Connection, shard: Shard, buyer: BuyerId, limit: u32) -> Result<Vec<Voucher>, StoreError> {
    let mut list = sql!(on, "voucher/list")?;
    let found = list.query_map((shard.0, signed(buyer.0), limit), |row| row.get::<_, Shared>(0))?;
    let campaigns: Vec<_> = found.collect::<Result<_, _>>()?;
    let mut vouchers = Vec::new();
    for campaign in campaigns {
        vouchers.extend(load::voucher(on, shard, &VoucherId { buyer, campaign: CampaignId(campaign) })?);
    }
    Ok(vouchers)
}

fn vouchers_run_out(
    on: &Connection,
    shard: Shard,
    after: &VoucherId,
    now: Time,
    limit: u32,
) -> Result<(Vec<VoucherId>, Option<VoucherId>), StoreError> {
    let mut list = sql!(on, "voucher/list_after")?;
    let columns = |row: &Row<'_>| {
        let id = VoucherId { buyer: BuyerId(unsigned(row.get(0)?)), campaign: CampaignId(row.get(1)?) };
        Ok((id, row.get_ref(2)?.as_str()? == "held", Time::from_micros(row.get(3)?)))
    };
    let found = list.query_map((shard.0, signed(after.buyer.0), &*after.campaign.0, limit), columns)?;
    let found: Vec<_> = found.collect::<Result<_, _>>()?;
    let last = found
        .last()
        .filter(|_| u32::try_from(found.len()).is_ok_and(|found| found == limit))
        .map(|(id, ..)| id.clone());
    let run_out = found.into_iter().filter(|(_, held, expires_at)| *held && *expires_at <= now);
    Ok((run_out.map(|(id, ..)| id).collect(), last))
}

/// Shard, item and stock, as the scan gives them.
pub fn stock_row(row: &Row<'_>) -> rusqlite::Result<(Shard, ItemKey, Stock)> {
    let item = ItemKey { shop: ShopId(row.get(1)?), item: ItemId(row.get(2)?) };
    Ok((Shard(row.get(0)?), item, load::stock_row(row, 3)?))
}

/// Shops and items, in the order of their import.
pub fn catalogue(on: &Connection) -> Result<CatalogueRows, StoreError> {
    let mut list = sql!(on, "shop/list")?;
    let mut found = list.query([])?;
    let mut shops = Vec::new();
    while let Some(row) = found.next()? {
        let body = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        shops
            .push(decode::<ShopRecord>("shop", body)?.named(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?);
    }
    let mut list = sql!(on, "item/list")?;
    let mut found = list.query([])?;
    let mut items = Vec::new();
    while let Some(row) = found.next()? {
        let key = ItemKey { shop: ShopId(row.get(0)?), item: ItemId(row.get(1)?) };
        let body = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
        items.push(decode::<ItemRecord>("item", body)?.named(key));
    }
    Ok((shops, items))
}
