//! Reads for pages. What is read of a shard is asked of that shard only; what every shard has is one statement.

use std::sync::Arc;

use async_trait::async_trait;
use domain::buyer::Buyer;
use domain::campaign::Campaign;
use domain::capacity::Capacity;
use domain::conversation::Conversation;
use domain::id::{BuyerId, ItemKey, OrderId, QuoteId, Shard, ShopId, VoucherId};
use domain::ledger::{Account, AccountId};
use domain::mail::{Mail, MailId};
use domain::order::Order;
use domain::quote::Quote;
use domain::stock::Stock;
use domain::time::Time;
use domain::voucher::{Voucher, VoucherState};
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

use super::{Postgres, columns, scan, signed};
use crate::StoreError;
use crate::engine::{Awaited, CatalogueRows, Reads, Scope, Visit, WalletLine};
use crate::record::account;

/// The key under which is kept whether a copy is under way.
pub const COPYING: &str = "copying";
/// The key of the catalogue's version.
pub const CATALOGUE_VERSION: &str = "catalogue_version";

type Read<T> = Result<T, StoreError>;

/// What the only row says, if there is one.
fn one<T>(rows: &[Row], read: impl FnOnce(&Row) -> Read<T>) -> Read<Option<T>> {
    rows.first().map(read).transpose()
}

fn all<T>(rows: &[Row], read: impl FnMut(&Row) -> Read<T>) -> Read<Vec<T>> {
    rows.iter().map(read).collect()
}

fn number(shard: Shard) -> i32 {
    i32::from(shard.0)
}

#[async_trait]
impl Reads for Postgres {
    async fn buyer(&self, id: BuyerId) -> Read<Option<Buyer>> {
        let shard = number(id.shard(self.shards));
        let found = self.readers.query(|on| &on.loads.buyers, &[&shard, &[signed(id.0)].as_slice()]).await?;
        one(&found, columns::buyer)
    }

    async fn conversation(&self, buyer: BuyerId) -> Read<Option<Conversation>> {
        let shard = number(buyer.shard(self.shards));
        let found = self.readers.query(|on| &on.loads.conversations, &[&shard, &[signed(buyer.0)].as_slice()]).await?;
        one(&found, columns::conversation)
    }

    async fn quote(&self, id: QuoteId) -> Read<Option<Arc<Quote>>> {
        let shard = number(id.shard(self.shards));
        let found = self.readers.query(|on| &on.loads.quotes, &[&shard, &[signed(id.0)].as_slice()]).await?;
        one(&found, columns::quote)
    }

    async fn order(&self, id: OrderId) -> Read<Option<Order>> {
        Ok(self.orders(id.shard(self.shards), &[id]).await?.pop())
    }

    async fn orders(&self, shard: Shard, ids: &[OrderId]) -> Read<Vec<Order>> {
        let numbers: Vec<_> = ids.iter().map(|id| signed(id.0)).collect();
        let found = self.readers.query(|on| &on.loads.orders, &[&number(shard), &numbers]).await?;
        let mut orders = all(&found, columns::order)?;
        orders.sort_by_key(|order| ids.iter().position(|id| *id == order.id));
        Ok(orders)
    }

    async fn account(&self, shard: Shard, id: &AccountId) -> Read<Option<Account>> {
        if let AccountId::Wallet(buyer) = id {
            let buyer = [signed(buyer.0)];
            let found = self.readers.query(|on| &on.loads.wallets, &[&number(shard), &buyer.as_slice()]).await?;
            return Ok(one(&found, columns::wallet)?.map(|(_, account)| account));
        }
        let (kind, owner) = account::columns(id);
        let (kinds, owners) = ([kind], [owner]);
        let name: [&(dyn ToSql + Sync); 3] = [&number(shard), &kinds.as_slice(), &owners.as_slice()];
        let found = self.readers.query(|on| &on.loads.accounts, &name).await?;
        Ok(one(&found, columns::account)?.map(|(_, account)| account))
    }

    async fn wallet_line(&self, shard: Shard, account: &AccountId, line: u64) -> Read<Option<WalletLine>> {
        let found = self.readers.query(|on| &on.pages.wallet_line, &[&number(shard), &signed(line)]).await?;
        let Some((event, postings)) = one(&found, columns::journal)? else { return Ok(None) };
        let posting = postings.into_iter().find(|posting| posting.account == *account);
        Ok(posting.map(|posting| WalletLine { posting, event: Some(event) }))
    }

    async fn vouchers(&self, buyer: BuyerId, limit: u32) -> Read<Vec<Voucher>> {
        let (shard, limit) = (number(buyer.shard(self.shards)), i64::from(limit));
        let found = self.readers.query(|on| &on.pages.vouchers_of, &[&shard, &signed(buyer.0), &limit]).await?;
        all(&found, columns::voucher)
    }

    async fn vouchers_run_out(
        &self,
        shard: Shard,
        after: &VoucherId,
        now: Time,
        limit: u32,
    ) -> Read<(Vec<VoucherId>, Option<VoucherId>)> {
        let (buyer, campaign, count) = (signed(after.buyer.0), &*after.campaign.0, i64::from(limit));
        let after: [&(dyn ToSql + Sync); 4] = [&number(shard), &buyer, &campaign, &count];
        let found = all(&self.readers.query(|on| &on.pages.vouchers_after, &after).await?, columns::voucher)?;
        let full = u32::try_from(found.len()).is_ok_and(|found| found == limit);
        let last = found.last().filter(|_| full).map(|voucher| voucher.id.clone());
        let run_out = |voucher: &Voucher| voucher.state == VoucherState::Held && voucher.expires_at <= now;
        Ok((found.into_iter().filter(run_out).map(|voucher| voucher.id).collect(), last))
    }

    async fn open_orders(&self, shard: Shard, whom: Awaited, after: OrderId, limit: u32) -> Read<Vec<OrderId>> {
        let (whom, after, limit) = (whom as i16, signed(after.0), i64::from(limit));
        let found = self.readers.query(|on| &on.pages.open_orders, &[&number(shard), &whom, &after, &limit]).await?;
        all(&found, columns::order_id)
    }

    async fn campaigns(&self, limit: u32) -> Read<Vec<Campaign>> {
        let found = self.readers.query(|on| &on.pages.campaigns, &[&i64::from(limit)]).await?;
        all(&found, columns::campaign)
    }

    async fn stocks(&self) -> Read<Vec<(Shard, ItemKey, Stock)>> {
        let found = self.readers.query(|on| &on.pages.stocks, &[]).await?;
        all(&found, |row| Ok((columns::shard(row, 0)?, columns::item_key(row, 1)?, columns::stock(row, 3)?)))
    }

    async fn stocks_of(&self, item: &ItemKey) -> Read<Vec<(Shard, Stock)>> {
        let (shop, item) = (&*item.shop.0, &*item.item.0);
        let found = self.readers.query(|on| &on.pages.stocks_of, &[&self.every_shard, &shop, &item]).await?;
        all(&found, |row| Ok((columns::shard(row, 0)?, columns::stock(row, 1)?)))
    }

    async fn capacities_of(&self, shop: &ShopId) -> Read<Vec<(Shard, Capacity)>> {
        let found = self.readers.query(|on| &on.pages.capacities_of, &[&self.every_shard, &&*shop.0]).await?;
        all(&found, |row| Ok((columns::shard(row, 0)?, columns::capacity(row)?)))
    }

    async fn accounts_of(&self, id: &AccountId) -> Read<Vec<(Shard, Account)>> {
        if let AccountId::Wallet(buyer) = id {
            let shard = buyer.shard(self.shards);
            return Ok(self.account(shard, id).await?.map(|account| (shard, account)).into_iter().collect());
        }
        let (kind, owner) = account::columns(id);
        let found = self.readers.query(|on| &on.pages.accounts_of, &[&self.every_shard, &kind, &owner]).await?;
        all(&found, |row| Ok((columns::shard(row, 0)?, columns::balance(row, 1)?)))
    }

    async fn mail(&self, id: MailId) -> Read<Option<Mail>> {
        let mail = [signed(id.number)];
        let found = self.readers.query(|on| &on.loads.mails, &[&number(id.from), &mail.as_slice()]).await?;
        one(&found, |row| columns::mail(id.from, row))
    }

    async fn open_mail(&self, shard: Shard, limit: u32) -> Read<Vec<Mail>> {
        let found = self.readers.query(|on| &on.pages.open_mail, &[&number(shard), &i64::from(limit)]).await?;
        all(&found, |row| columns::mail(shard, row))
    }

    async fn catalogue(&self) -> Read<CatalogueRows> {
        let shops = self.readers.query(|on| &on.pages.shops, &[]).await?;
        let items = self.readers.query(|on| &on.pages.items, &[]).await?;
        Ok((all(&shops, columns::shop)?, all(&items, columns::item)?))
    }

    async fn copying(&self) -> Read<bool> {
        let found = self.readers.query(|on| &on.pages.meta, &[&COPYING]).await?;
        Ok(one(&found, columns::text)?.is_some_and(|word| word == "yes"))
    }

    async fn catalogue_version(&self) -> Read<u64> {
        let found = self.readers.query(|on| &on.pages.meta, &[&CATALOGUE_VERSION]).await?;
        Ok(one(&found, columns::text)?.and_then(|text| text.parse().ok()).unwrap_or(0))
    }

    async fn scan(&self, scope: Scope, visit: Visit<'_>) -> Read<()> {
        scan::scan(&self.address, &self.driver, self.shards, scope, visit).await
    }
}
