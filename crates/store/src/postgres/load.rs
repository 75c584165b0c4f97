//! Loads named rows: a statement for each kind that is named, all in one round trip.
//!
//! No row is locked by itself: behind the lock of the shard nobody else changes them.

use domain::id::Shard;
use domain::ledger::AccountId;
use domain::working_set::{RowNames, WorkingSet};
use tokio_postgres::{Row, Statement};

use super::connection::Connection;
use super::driver::Driver;
use super::pipeline::{Column, Pipeline, column};
use super::statements::Loads;
use super::{columns, signed};
use crate::StoreError;
use crate::record::account;

/// Puts the rows that were found of a kind into the working set.
type Take = fn(&[Row], Shard, &mut WorkingSet) -> Result<(), StoreError>;

/// Rows of a kind that are named.
struct Kind<'a> {
    statement: &'a Statement,
    names: Vec<Column<'a>>,
    take: Take,
}

/// Loads all of `names`.
pub async fn load(
    on: &Connection,
    driver: &Driver,
    with: &Loads,
    shard: Shard,
    names: &RowNames,
    rows: &mut WorkingSet,
) -> Result<(), StoreError> {
    let mut kinds = Vec::new();
    people(with, names, &mut kinds);
    money(with, names, &mut kinds);
    supply(with, names, &mut kinds);
    let mut asked = Pipeline::new(&on.client);
    let mut takes = Vec::new();
    for Kind { statement, names, take } in kinds {
        // Campaigns are everybody's; all else is a shard's.
        let whose: Option<Column<'_>> =
            (statement.params().len() > names.len()).then(|| Box::new(i32::from(shard.0)) as _);
        asked.query(statement, whose.into_iter().chain(names).collect());
        takes.push(take);
    }
    let answers = on.round_trip(driver, asked.answers()).await?;
    none_there(names, rows);
    takes.into_iter().zip(answers).try_for_each(|(take, found)| take(&found, shard, rows))
}

/// That a row is not there is an answer too.
fn none_there(names: &RowNames, rows: &mut WorkingSet) {
    names.buyers.iter().for_each(|id| rows.buyers.loaded(*id, None));
    names.conversations.iter().for_each(|id| rows.conversations.loaded(*id, None));
    names.quotes.iter().for_each(|id| rows.quotes.loaded(*id, None));
    names.orders.iter().for_each(|id| rows.orders.loaded(*id, None));
    names.vouchers.iter().for_each(|id| rows.vouchers.loaded(id.clone(), None));
    names.accounts.iter().for_each(|id| rows.accounts.loaded(id.clone(), None));
    names.stocks.iter().for_each(|item| rows.stocks.loaded(item.clone(), None));
    names.capacities.iter().for_each(|shop| rows.capacities.loaded(shop.clone(), None));
    names.campaigns.iter().for_each(|id| rows.campaigns.loaded(id.clone(), None));
    names.mails.iter().for_each(|id| rows.mails.loaded(*id, None));
    names.receipts.iter().for_each(|key| rows.receipts.loaded(*key, None));
}

/// Buyers, and what they say, are offered and order.
fn people<'a>(with: &'a Loads, names: &'a RowNames, kinds: &mut Vec<Kind<'a>>) {
    if !names.buyers.is_empty() {
        let ids = vec![column(&names.buyers, |id| signed(id.0))];
        kinds.push(Kind { statement: &with.buyers, names: ids, take: take_buyers });
    }
    if !names.conversations.is_empty() {
        let ids = vec![column(&names.conversations, |id| signed(id.0))];
        kinds.push(Kind { statement: &with.conversations, names: ids, take: take_conversations });
    }
    if !names.quotes.is_empty() {
        let ids = vec![column(&names.quotes, |id| signed(id.0))];
        kinds.push(Kind { statement: &with.quotes, names: ids, take: take_quotes });
    }
    if !names.orders.is_empty() {
        let ids = vec![column(&names.orders, |id| signed(id.0))];
        kinds.push(Kind { statement: &with.orders, names: ids, take: take_orders });
    }
    if !names.receipts.is_empty() {
        let keys = vec![column(&names.receipts, |key| &key.0[..])];
        kinds.push(Kind { statement: &with.receipts, names: keys, take: take_receipts });
    }
}

/// Wallets, vouchers, other accounts, campaigns.
fn money<'a>(with: &'a Loads, names: &'a RowNames, kinds: &mut Vec<Kind<'a>>) {
    let mut wallets = Vec::new();
    let mut others = Vec::new();
    for id in &names.accounts {
        match id {
            AccountId::Wallet(buyer) => wallets.push(*buyer),
            other => others.push(account::columns(other)),
        }
    }
    if !wallets.is_empty() {
        let ids = vec![column(wallets, |id| signed(id.0))];
        kinds.push(Kind { statement: &with.wallets, names: ids, take: take_wallets });
    }
    if !others.is_empty() {
        let (kind, owner): (Vec<_>, Vec<_>) = others.into_iter().unzip();
        let ids: Vec<Column<'_>> = vec![Box::new(kind), Box::new(owner)];
        kinds.push(Kind { statement: &with.accounts, names: ids, take: take_accounts });
    }
    if !names.vouchers.is_empty() {
        let buyer = column(&names.vouchers, |id| signed(id.buyer.0));
        let ids = vec![buyer, column(&names.vouchers, |id| &*id.campaign.0)];
        kinds.push(Kind { statement: &with.vouchers, names: ids, take: take_vouchers });
    }
    if !names.campaigns.is_empty() {
        let ids = vec![column(&names.campaigns, |id| &*id.0)];
        kinds.push(Kind { statement: &with.campaigns, names: ids, take: take_campaigns });
    }
}

/// Stocks, capacities, mail.
fn supply<'a>(with: &'a Loads, names: &'a RowNames, kinds: &mut Vec<Kind<'a>>) {
    if !names.stocks.is_empty() {
        let shop = column(&names.stocks, |item| &*item.shop.0);
        let ids = vec![shop, column(&names.stocks, |item| &*item.item.0)];
        kinds.push(Kind { statement: &with.stocks, names: ids, take: take_stocks });
    }
    if !names.capacities.is_empty() {
        let ids = vec![column(&names.capacities, |shop| &*shop.0)];
        kinds.push(Kind { statement: &with.capacities, names: ids, take: take_capacities });
    }
    if !names.mails.is_empty() {
        let ids = vec![column(&names.mails, |id| signed(id.number))];
        kinds.push(Kind { statement: &with.mails, names: ids, take: take_mails });
    }
}

macro_rules! take {
    ($($take:ident: $row:ident, $shard:ident => $kind:ident, $read:expr;)*) => {
        $(fn $take(found: &[Row], $shard: Shard, rows: &mut WorkingSet) -> Result<(), StoreError> {
            found.iter().try_for_each(|$row| {
                let (name, value) = $read;
                rows.$kind.loaded(name, Some(value));
                Ok(())
            })
        })*
    };
}

take! {
    take_buyers: row, _shard => buyers, columns::buyer(row).map(|buyer| (buyer.id, buyer))?;
    take_conversations: row, _shard => conversations, columns::conversation(row).map(|it| (it.buyer, it))?;
    take_quotes: row, _shard => quotes, columns::quote(row).map(|quote| (quote.id, quote))?;
    take_orders: row, _shard => orders, columns::order(row).map(|order| (order.id, order))?;
    take_receipts: row, _shard => receipts, columns::receipt(row)?;
    take_wallets: row, _shard => accounts, columns::wallet(row)?;
    take_accounts: row, _shard => accounts, columns::account(row)?;
    take_vouchers: row, _shard => vouchers, columns::voucher(row).map(|voucher| (voucher.id.clone(), voucher))?;
    take_campaigns: row, _shard => campaigns, columns::campaign(row).map(|it| (it.id.clone(), it))?;
    take_stocks: row, _shard => stocks, columns::item_stock(row)?;
    take_capacities: row, _shard => capacities, columns::shop_capacity(row)?;
    take_mails: row, shard => mails, columns::mail(shard, row).map(|mail| (mail.id, mail))?;
}
