//! Shows every row to an audit, in the order of the keys, within one read transaction.

use domain::id::{BuyerId, CampaignId, OrderId, Shard, ShopId, VoucherId};
use domain::invariants::Audit;
use domain::ledger::AccountId;
use rusqlite::{Connection, Row};

use super::{load, reads, sql, unsigned};
use crate::StoreError;
use crate::record::{CampaignRecord, account, decode};

/// All of it, as of one moment.
pub fn audit(on: &Connection, audit: &mut Audit) -> Result<(), StoreError> {
    let moment = on.unchecked_transaction()?;
    campaigns(&moment, audit)?;
    accounts(&moment, audit)?;
    postings(&moment, audit)?;
    vouchers(&moment, audit)?;
    for row in sql!(moment, "stock/scan")?.query_map([], reads::stock_row)? {
        let (shard, item, stock) = row?;
        audit.stock(shard, &item, stock);
    }
    for row in sql!(moment, "capacity/scan")?
        .query_map([], |row| Ok((load::capacity_row(row)?, Shard(row.get(2)?), ShopId(row.get(3)?))))?
    {
        let (columns, shard, shop) = row?;
        audit.capacity(shard, &shop, &load::read_capacity(columns)?);
    }
    for mail in sql!(moment, "mail/scan")?.query_map([], load::mail_row)? {
        audit.mail(&mail??);
    }
    orders(&moment, audit)?;
    receipts(&moment, audit)?;
    events(&moment, audit)
}

fn campaigns(on: &Connection, audit: &mut Audit) -> Result<(), StoreError> {
    let columns = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
    for row in sql!(on, "campaign/list")?.query_map([i64::MAX], columns)? {
        let (id, body) = row?;
        audit.campaign(&decode::<CampaignRecord>("campaign", &body)?.named(&id));
    }
    Ok(())
}

fn accounts(on: &Connection, audit: &mut Audit) -> Result<(), StoreError> {
    let columns = |row: &Row<'_>| {
        Ok((Shard(row.get(0)?), row.get::<_, String>(1)?, row.get::<_, String>(2)?, load::account_row(row, 3)?))
    };
    for row in sql!(on, "account/scan")?.query_map([], columns)? {
        let (shard, kind, owner, account) = row?;
        audit.account(shard, &account::named(&kind, &owner)?, &account);
    }
    let columns = |row: &Row<'_>| Ok((Shard(row.get(0)?), BuyerId(unsigned(row.get(1)?)), load::wallet_row(row, 2)?));
    for row in sql!(on, "wallet/scan")?.query_map([], columns)? {
        let (shard, buyer, account) = row?;
        audit.account(shard, &AccountId::Wallet(buyer), &account);
    }
    Ok(())
}

/// SQLite has one shard.
const SHARD: Shard = Shard(0);

fn postings(on: &Connection, audit: &mut Audit) -> Result<(), StoreError> {
    let mut scan = sql!(on, "journal/scan")?;
    let mut found = scan.query([])?;
    while let Some(row) = found.next()? {
        let lines = row.get_ref(3)?.as_str_or_null().map_err(rusqlite::Error::from)?;
        for posting in lines.map_or(Ok(Vec::new()), |lines| reads::read_postings(unsigned(row.get(0)?), lines))? {
            audit.posting(SHARD, &posting);
        }
    }
    Ok(())
}

fn vouchers(on: &Connection, audit: &mut Audit) -> Result<(), StoreError> {
    let columns = |row: &Row<'_>| {
        let id = VoucherId { buyer: BuyerId(unsigned(row.get(1)?)), campaign: CampaignId(row.get(2)?) };
        Ok((Shard(row.get(0)?), id))
    };
    for row in sql!(on, "voucher/scan")?.query_map([], columns)? {
        let (shard, id) = row?;
        load::voucher(on, shard, &id)?.iter().for_each(|voucher| audit.voucher(voucher));
    }
    Ok(())
}

fn orders(on: &Connection, audit: &mut Audit) -> Result<(), StoreError> {
    let columns = |row: &Row<'_>| Ok((Shard(row.get(0)?), OrderId(unsigned(row.get(1)?))));
    for row in sql!(on, "order/scan")?.query_map([], columns)? {
        let (shard, id) = row?;
        load::order(on, shard, id)?.iter().for_each(|order| audit.order(order));
    }
    Ok(())
}

fn receipts(on: &Connection, audit: &mut Audit) -> Result<(), StoreError> {
    let columns = |row: &Row<'_>| Ok((Shard(row.get(0)?), load::receipt_row(row, 1)?));
    for row in sql!(on, "receipt/scan")?.query_map([], columns)? {
        let (shard, columns) = row?;
        audit.receipt(shard, &load::read_receipt(columns)?);
    }
    Ok(())
}

fn events(on: &Connection, audit: &mut Audit) -> Result<(), StoreError> {
    let columns = |row: &Row<'_>| Ok((unsigned(row.get(0)?), row.get::<_, i64>(1)?, row.get::<_, String>(2)?));
    for row in sql!(on, "journal/scan")?.query_map([], columns)? {
        let (number, at, body) = row?;
        audit.event(SHARD, &reads::read_event(number, at, &body)?);
    }
    Ok(())
}
