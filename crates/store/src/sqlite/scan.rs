//! Carries every row out, in the order of the keys, within one read transaction.

use domain::id::{BuyerId, CampaignId, OrderId, QuoteId, Shard, ShopId, VoucherId};
use domain::ledger::AccountId;
use domain::receipt::IdempotencyKey;
use domain::time::Time;
use domain::working_set::Head;
use rusqlite::{Connection, Row as Columns};

use super::{load, reads, sql, unsigned};
use crate::StoreError;
use crate::engine::{Row, Scope, Visit};
use crate::record::{CampaignRecord, account, decode};

/// SQLite has one shard.
const SHARD: Shard = Shard(0);

/// All of it, as of one moment.
pub fn scan(on: &Connection, scope: Scope, visit: Visit<'_>) -> Result<(), StoreError> {
    let moment = on.unchecked_transaction()?;
    head(&moment, visit)?;
    if scope == Scope::Heads {
        return Ok(());
    }
    if scope == Scope::Whole {
        let (shops, items) = reads::catalogue(&moment)?;
        shops.into_iter().map(Row::Shop).chain(items.into_iter().map(Row::Item)).try_for_each(&mut *visit)?;
    }
    campaigns(&moment, visit)?;
    if scope == Scope::Whole {
        people(&moment, visit)?;
    }
    accounts(&moment, visit)?;
    vouchers(&moment, visit)?;
    supply(&moment, visit)?;
    for mail in sql!(moment, "mail/scan")?.query_map([], load::mail_row)? {
        visit(Row::Mail(mail??))?;
    }
    orders(&moment, visit)?;
    receipts(&moment, visit)?;
    journal(&moment, visit)
}

fn head(on: &Connection, visit: Visit<'_>) -> Result<(), StoreError> {
    let columns =
        |row: &Columns<'_>| Ok(Head { sequence: unsigned(row.get(0)?), latest: Time::from_micros(row.get(1)?) });
    for head in sql!(on, "shard/read")?.query_map([SHARD.0], columns)? {
        visit(Row::Head(SHARD, head?))?;
    }
    Ok(())
}

fn campaigns(on: &Connection, visit: Visit<'_>) -> Result<(), StoreError> {
    let columns = |row: &Columns<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
    for row in sql!(on, "campaign/list")?.query_map([i64::MAX], columns)? {
        let (id, body) = row?;
        visit(Row::Campaign(decode::<CampaignRecord>("campaign", &body)?.named(&id)))?;
    }
    Ok(())
}

/// Buyers, conversations and quotes.
fn people(on: &Connection, visit: Visit<'_>) -> Result<(), StoreError> {
    let number = |row: &Columns<'_>| Ok(unsigned(row.get(0)?));
    for id in sql!(on, "buyer/scan")?.query_map([], number)? {
        load::buyer(on, SHARD, BuyerId(id?))?.map(Row::Buyer).into_iter().try_for_each(&mut *visit)?;
    }
    for id in sql!(on, "conversation/scan")?.query_map([], number)? {
        let found = load::conversation(on, SHARD, BuyerId(id?))?;
        found.map(Row::Conversation).into_iter().try_for_each(&mut *visit)?;
    }
    for id in sql!(on, "quote/scan")?.query_map([], number)? {
        load::quote(on, SHARD, QuoteId(id?))?.map(Row::Quote).into_iter().try_for_each(&mut *visit)?;
    }
    Ok(())
}

fn accounts(on: &Connection, visit: Visit<'_>) -> Result<(), StoreError> {
    let columns = |row: &Columns<'_>| {
        Ok((Shard(row.get(0)?), row.get::<_, String>(1)?, row.get::<_, String>(2)?, load::account_row(row, 3)?))
    };
    for row in sql!(on, "account/scan")?.query_map([], columns)? {
        let (shard, kind, owner, account) = row?;
        visit(Row::Account(shard, account::named(&kind, &owner)?, account))?;
    }
    let columns =
        |row: &Columns<'_>| Ok((Shard(row.get(0)?), BuyerId(unsigned(row.get(1)?)), load::wallet_row(row, 2)?));
    for row in sql!(on, "wallet/scan")?.query_map([], columns)? {
        let (shard, buyer, account) = row?;
        visit(Row::Account(shard, AccountId::Wallet(buyer), account))?;
    }
    Ok(())
}

fn vouchers(on: &Connection, visit: Visit<'_>) -> Result<(), StoreError> {
    let columns = |row: &Columns<'_>| {
        let id = VoucherId { buyer: BuyerId(unsigned(row.get(1)?)), campaign: CampaignId(row.get(2)?) };
        Ok((Shard(row.get(0)?), id))
    };
    for row in sql!(on, "voucher/scan")?.query_map([], columns)? {
        let (shard, id) = row?;
        load::voucher(on, shard, &id)?.map(Row::Voucher).into_iter().try_for_each(&mut *visit)?;
    }
    Ok(())
}

/// Stocks and capacities.
fn supply(on: &Connection, visit: Visit<'_>) -> Result<(), StoreError> {
    for row in sql!(on, "stock/scan")?.query_map([], reads::stock_row)? {
        let (shard, item, stock) = row?;
        visit(Row::Stock(shard, item, stock))?;
    }
    let columns = |row: &Columns<'_>| Ok((load::capacity_row(row)?, Shard(row.get(2)?), ShopId(row.get(3)?)));
    for row in sql!(on, "capacity/scan")?.query_map([], columns)? {
        let (columns, shard, shop) = row?;
        visit(Row::Capacity(shard, shop, load::read_capacity(columns)?))?;
    }
    Ok(())
}

fn orders(on: &Connection, visit: Visit<'_>) -> Result<(), StoreError> {
    let columns = |row: &Columns<'_>| Ok((Shard(row.get(0)?), OrderId(unsigned(row.get(1)?))));
    for row in sql!(on, "order/scan")?.query_map([], columns)? {
        let (shard, id) = row?;
        load::order(on, shard, id)?.map(Row::Order).into_iter().try_for_each(&mut *visit)?;
    }
    Ok(())
}

fn receipts(on: &Connection, visit: Visit<'_>) -> Result<(), StoreError> {
    let columns = |row: &Columns<'_>| Ok((Shard(row.get(0)?), IdempotencyKey(row.get(1)?), load::receipt_row(row, 2)?));
    for row in sql!(on, "receipt/scan")?.query_map([], columns)? {
        let (shard, key, columns) = row?;
        visit(Row::Receipt(shard, key, load::read_receipt(columns)?))?;
    }
    Ok(())
}

fn journal(on: &Connection, visit: Visit<'_>) -> Result<(), StoreError> {
    let columns = |row: &Columns<'_>| {
        Ok((unsigned(row.get(0)?), row.get(1)?, row.get::<_, String>(2)?, row.get::<_, Option<String>>(3)?))
    };
    for row in sql!(on, "journal/scan")?.query_map([], columns)? {
        let (number, at, event, lines) = row?;
        let postings = lines.map_or(Ok(Vec::new()), |lines| reads::read_postings(number, &lines))?;
        visit(Row::Journal(SHARD, reads::read_event(number, at, &event)?, postings))?;
    }
    Ok(())
}
