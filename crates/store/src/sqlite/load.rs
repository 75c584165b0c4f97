//! Loads named rows, one prepared statement for each kind.

use std::hash::Hash;
use std::sync::Arc;

use domain::buyer::Buyer;
use domain::campaign::Campaign;
use domain::capacity::Capacity;
use domain::conversation::Conversation;
use domain::id::{BuyerId, CampaignId, ItemKey, OrderId, QuoteId, Shard, ShopId, VoucherId};
use domain::ledger::{Account, AccountId, TransactionId};
use domain::mail::{Mail, MailId};
use domain::money::Money;
use domain::order::Order;
use domain::quote::Quote;
use domain::receipt::{IdempotencyKey, Receipt};
use domain::stock::Stock;
use domain::time::{Span, Time};
use domain::voucher::{Voucher, VoucherState};
use domain::working_set::{RowNames, Rows, WorkingSet};
use rusqlite::{Connection, OptionalExtension, Row, Statement};

use super::{Shared, signed, sql, unsigned};
use crate::StoreError;
use crate::record::{
    AllotmentRecord, BuyerRecord, CampaignRecord, OrderColumns, OrderRecord, OutcomeRecord, QuoteRecord, account,
    decode,
};

/// Loads all of `names`: each kind's statement is taken out once and run for every name.
pub fn load(on: &Connection, shard: Shard, names: &RowNames, rows: &mut WorkingSet) -> Result<(), StoreError> {
    each(&names.buyers, &mut rows.buyers, |id| buyer(on, shard, *id))?;
    each(&names.conversations, &mut rows.conversations, |id| conversation(on, shard, *id))?;
    each(&names.quotes, &mut rows.quotes, |id| quote(on, shard, *id))?;
    each(&names.campaigns, &mut rows.campaigns, |id| campaign(on, id))?;
    let mut read = sql!(on, "order/read")?;
    each(&names.orders, &mut rows.orders, |id| read_order(&mut read, shard, *id))?;
    let mut read = sql!(on, "voucher/read")?;
    each(&names.vouchers, &mut rows.vouchers, |id| read_voucher(&mut read, shard, id))?;
    let (mut read, mut read_wallet) = (sql!(on, "account/read")?, sql!(on, "wallet/read")?);
    each(&names.accounts, &mut rows.accounts, |id| read_account(&mut read, &mut read_wallet, shard, id))?;
    let mut read = sql!(on, "stock/read")?;
    each(&names.stocks, &mut rows.stocks, |item| read_stock(&mut read, shard, item))?;
    let mut read = sql!(on, "capacity/read")?;
    each(&names.capacities, &mut rows.capacities, |shop| read_shop_capacity(&mut read, shard, shop))?;
    let mut read = sql!(on, "mail/read")?;
    each(&names.mails, &mut rows.mails, |id| read_mail(&mut read, *id))?;
    let mut read = sql!(on, "receipt/read")?;
    each(&names.receipts, &mut rows.receipts, |key| receipt(&mut read, shard, *key))
}

fn each<'a, K, V>(
    names: impl IntoIterator<Item = &'a K>,
    rows: &mut Rows<K, V>,
    mut load: impl FnMut(&K) -> Result<Option<V>, StoreError>,
) -> Result<(), StoreError>
where
    K: Ord + Hash + Clone + std::fmt::Debug + 'a,
{
    names.into_iter().try_for_each(|name| {
        rows.loaded(name.clone(), load(name)?);
        Ok(())
    })
}

/// A buyer.
pub fn buyer(on: &Connection, shard: Shard, id: BuyerId) -> Result<Option<Buyer>, StoreError> {
    let body: Option<String> =
        sql!(on, "buyer/read")?.query_row((shard.0, signed(id.0)), |row| row.get(0)).optional()?;
    body.map(|body| Ok(decode::<BuyerRecord>("buyer", &body)?.named(id))).transpose()
}

/// A conversation.
pub fn conversation(on: &Connection, shard: Shard, buyer: BuyerId) -> Result<Option<Conversation>, StoreError> {
    let read = |row: &Row<'_>| Ok(Conversation { buyer, version: unsigned(row.get(0)?), body: row.get(1)? });
    Ok(sql!(on, "conversation/read")?.query_row((shard.0, signed(buyer.0)), read).optional()?)
}

/// A quote.
pub fn quote(on: &Connection, shard: Shard, id: QuoteId) -> Result<Option<Arc<Quote>>, StoreError> {
    let body: Option<String> =
        sql!(on, "quote/read")?.query_row((shard.0, signed(id.0)), |row| row.get(0)).optional()?;
    body.map(|body| Ok(Arc::new(decode::<QuoteRecord>("quote", &body)?.named(id)?))).transpose()
}

/// An order.
pub fn order(on: &Connection, shard: Shard, id: OrderId) -> Result<Option<Order>, StoreError> {
    read_order(&mut *sql!(on, "order/read")?, shard, id)
}

fn read_order(statement: &mut Statement<'_>, shard: Shard, id: OrderId) -> Result<Option<Order>, StoreError> {
    let read = |row: &Row<'_>| {
        let columns = OrderColumns {
            state: row.get(0)?,
            captured: row.get(1)?,
            refunded: row.get(2)?,
            refund_due: row.get(3)?,
            placed_at: row.get(4)?,
            changed_at: row.get(5)?,
            previous: row.get::<_, Option<i64>>(6)?.map(unsigned),
        };
        Ok((columns, row.get::<_, String>(7)?))
    };
    let found = statement.query_row((shard.0, signed(id.0)), read).optional()?;
    found.map(|(columns, body)| decode::<OrderRecord>("order", &body)?.named(id, &columns)).transpose()
}

/// A voucher.
pub fn voucher(on: &Connection, shard: Shard, id: &VoucherId) -> Result<Option<Voucher>, StoreError> {
    read_voucher(&mut *sql!(on, "voucher/read")?, shard, id)
}

fn read_voucher(statement: &mut Statement<'_>, shard: Shard, id: &VoucherId) -> Result<Option<Voucher>, StoreError> {
    let read = |row: &Row<'_>| {
        let terms = domain::campaign::VoucherTemplate {
            amount: Money::cny(row.get(0)?),
            threshold: Money::cny(row.get(1)?),
            pay_at_least: Money::cny(row.get(2)?),
            lifetime: Span::micros(row.get(3)?),
            grace: Span::micros(row.get(4)?),
        };
        let (claimed_at, expires_at) = (Time::from_micros(row.get(5)?), Time::from_micros(row.get(6)?));
        let spent = row.get::<_, Option<i64>>(8)?.zip(row.get::<_, Option<i64>>(9)?);
        let state = match (row.get_ref(7)?.as_str()?, spent) {
            ("spent", Some((order, at))) => {
                VoucherState::Spent { order: OrderId(unsigned(order)), at: Time::from_micros(at) }
            }
            ("held", None) => VoucherState::Held,
            _ => VoucherState::Released,
        };
        Ok(Voucher { id: id.clone(), terms, claimed_at, expires_at, state })
    };
    let key = (shard.0, signed(id.buyer.0), &*id.campaign.0);
    Ok(statement.query_row(key, read).optional()?)
}

/// An account; a wallet has a table of its own.
pub fn account(on: &Connection, shard: Shard, id: &AccountId) -> Result<Option<Account>, StoreError> {
    read_account(&mut *sql!(on, "account/read")?, &mut *sql!(on, "wallet/read")?, shard, id)
}

fn read_account(
    statement: &mut Statement<'_>,
    wallets: &mut Statement<'_>,
    shard: Shard,
    id: &AccountId,
) -> Result<Option<Account>, StoreError> {
    if let AccountId::Wallet(buyer) = id {
        let key = (shard.0, signed(buyer.0));
        return Ok(wallets.query_row(key, |row| wallet_row(row, 0)).optional()?);
    }
    let (kind, owner) = account::columns(id);
    Ok(statement.query_row((shard.0, kind, owner), |row| account_row(row, 0)).optional()?)
}

/// The columns of a wallet, from the given one on.
pub fn wallet_row(row: &Row<'_>, first: usize) -> rusqlite::Result<Account> {
    let last_order = row.get::<_, Option<i64>>(first + 2)?.map(|number| OrderId(unsigned(number)));
    Ok(Account { last_order, ..account_row(row, first)? })
}

/// The columns of an account, from the given one on.
pub fn account_row(row: &Row<'_>, first: usize) -> rusqlite::Result<Account> {
    Ok(Account {
        balance: Money::cny(row.get(first)?),
        last_transaction: row.get::<_, Option<i64>>(first + 1)?.map(|number| TransactionId(unsigned(number))),
        last_order: None,
    })
}

/// A stock.
pub fn stock(on: &Connection, shard: Shard, item: &ItemKey) -> Result<Option<Stock>, StoreError> {
    read_stock(&mut *sql!(on, "stock/read")?, shard, item)
}

fn read_stock(statement: &mut Statement<'_>, shard: Shard, item: &ItemKey) -> Result<Option<Stock>, StoreError> {
    Ok(statement.query_row((shard.0, &*item.shop.0, &*item.item.0), |row| stock_row(row, 0)).optional()?)
}

/// The three columns of a stock, from the given one on.
pub fn stock_row(row: &Row<'_>, first: usize) -> rusqlite::Result<Stock> {
    let (allotted, sold) = (unsigned(row.get(first)?), unsigned(row.get(first + 1)?));
    Ok(Stock { allotted, sold, moved: row.get(first + 2)? })
}

/// A capacity.
pub fn capacity(on: &Connection, shard: Shard, shop: &ShopId) -> Result<Option<Capacity>, StoreError> {
    read_shop_capacity(&mut *sql!(on, "capacity/read")?, shard, shop)
}

fn read_shop_capacity(
    statement: &mut Statement<'_>,
    shard: Shard,
    shop: &ShopId,
) -> Result<Option<Capacity>, StoreError> {
    statement.query_row((shard.0, &*shop.0), capacity_row).optional()?.map(read_capacity).transpose()
}

fn campaign(on: &Connection, id: &CampaignId) -> Result<Option<Campaign>, StoreError> {
    let body: Option<String> = sql!(on, "campaign/read")?.query_row([&*id.0], |row| row.get(0)).optional()?;
    body.map(|body| Ok(decode::<CampaignRecord>("campaign", &body)?.named(&id.0))).transpose()
}

fn receipt(statement: &mut Statement<'_>, shard: Shard, key: IdempotencyKey) -> Result<Option<Receipt>, StoreError> {
    let found = statement.query_row((shard.0, key.0), |row| receipt_row(row, 0)).optional()?;
    found.map(read_receipt).transpose()
}

/// The first two columns of a capacity.
pub fn capacity_row(row: &Row<'_>) -> rusqlite::Result<(Shared, i64)> {
    Ok((row.get(0)?, row.get(1)?))
}

/// The capacity that these columns say.
pub fn read_capacity((accepted, moved): (Shared, i64)) -> Result<Capacity, StoreError> {
    Ok(Capacity { accepted: decode("capacity", &accepted)?, moved })
}

/// A mail.
pub fn mail(on: &Connection, id: MailId) -> Result<Option<Mail>, StoreError> {
    read_mail(&mut *sql!(on, "mail/read")?, id)
}

fn read_mail(statement: &mut Statement<'_>, id: MailId) -> Result<Option<Mail>, StoreError> {
    statement.query_row((id.from.0, signed(id.number)), mail_row).optional()?.transpose()
}

/// The six columns of a mail.
pub fn mail_row(row: &Row<'_>) -> rusqlite::Result<Result<Mail, StoreError>> {
    let id = MailId { from: Shard(row.get(0)?), number: unsigned(row.get(1)?) };
    let (to, sent_at, closed) = (Shard(row.get(2)?), Time::from_micros(row.get(3)?), row.get(4)?);
    let allotment = decode::<AllotmentRecord>("mail", row.get_ref(5)?.as_str()?);
    Ok(allotment.map(|allotment| Mail { id, to, sent_at, allotment: allotment.read(), closed }))
}

/// The columns of a receipt as SQLite has them.
pub type ReceiptRow = ([u8; 16], String, Option<i64>, i64);

/// The four columns of a receipt, from the given one on.
pub fn receipt_row(row: &Row<'_>, first: usize) -> rusqlite::Result<ReceiptRow> {
    Ok((row.get(first)?, row.get(first + 1)?, row.get(first + 2)?, row.get(first + 3)?))
}

/// The receipt that these columns say.
pub fn read_receipt((content, outcome, number, at): ReceiptRow) -> Result<Receipt, StoreError> {
    let outcome = decode::<OutcomeRecord>("receipt", &outcome)?.read()?;
    Ok(Receipt { content, outcome, number: number.map(unsigned), at: Time::from_micros(at) })
}
