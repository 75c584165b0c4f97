//! Puts shops and items into the catalogue, in one transaction.
//!
//! Stock is set by the rule of the domain on rows that are locked by the same transaction, so it cannot race with the
//! executor; see `decisions/` on why this is not a command.

use domain::catalogue::{Item, Shop};
use domain::id::Shard;
use domain::stock::restock;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::{load, signed, sql};
use crate::StoreError;
use crate::record::{ItemRecord, ShopRecord, encode};

/// The one shard that there is on SQLite.
const STOCK_SHARD: Shard = Shard(0);

/// All or nothing.
pub fn import(on: &mut Connection, shops: &[Shop], items: &[Item]) -> Result<(), StoreError> {
    let transaction = on.transaction_with_behavior(TransactionBehavior::Immediate)?;
    put_shops(&transaction, shops)?;
    put_items(&transaction, items)?;
    let version = version(&transaction)? + 1;
    sql!(transaction, "meta/write")?.execute(("catalogue_version", version.to_string()))?;
    Ok(transaction.commit()?)
}

/// A number that grows with each import.
pub fn version(on: &Connection) -> Result<u64, StoreError> {
    let found = sql!(on, "meta/read")?.query_row(["catalogue_version"], |row| row.get::<_, String>(0)).optional()?;
    Ok(found.and_then(|text| text.parse().ok()).unwrap_or(0))
}

fn put_shops(on: &Connection, shops: &[Shop]) -> Result<(), StoreError> {
    let (mut write, mut delete) = (sql!(on, "shop/write")?, sql!(on, "item/delete_of_shop")?);
    let last: i64 = sql!(on, "shop/last_position")?.query_row([], |row| row.get(0))?;
    for (position, shop) in (last + 1..).zip(shops) {
        write.execute((&*shop.id.0, position, encode(&ShopRecord::from(shop))))?;
        delete.execute([&*shop.id.0])?;
    }
    Ok(())
}

fn put_items(on: &Connection, items: &[Item]) -> Result<(), StoreError> {
    let mut insert = sql!(on, "item/insert")?;
    let last: i64 = sql!(on, "item/last_position")?.query_row([], |row| row.get(0))?;
    for (position, item) in (last + 1..).zip(items) {
        let body = encode(&ItemRecord::from(item));
        insert.execute((&*item.key.shop.0, &*item.key.item.0, position, body))?;
        put_stock(on, item)?;
    }
    Ok(())
}

fn put_stock(on: &Connection, item: &Item) -> Result<(), StoreError> {
    let Some(units) = item.stock else { return Ok(()) };
    let known = load::stock(on, STOCK_SHARD, &item.key)?;
    let mut stock = known.unwrap_or_default();
    restock(std::slice::from_mut(&mut stock), 0, units);
    let mut write = if known.is_some() { sql!(on, "stock/update")? } else { sql!(on, "stock/insert")? };
    let (shop, item) = (&*item.key.shop.0, &*item.key.item.0);
    write.execute((STOCK_SHARD.0, shop, item, signed(stock.allotted), signed(stock.sold), stock.moved))?;
    Ok(())
}
