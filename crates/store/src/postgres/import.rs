//! Puts shops and items into the catalogue, in one transaction.
//!
//! Stocks and parts of rates are set by the rules of the domain, with all shards locked, so that no batch races with it;
//! see `decisions/import-beside-the-executor.md` on why this is not a command.

use std::collections::BTreeMap;

use domain::capacity::settle;
use domain::catalogue::{Item, Shop};
use domain::id::{ItemKey, Shard};
use domain::stock::restock;
use domain::working_set::{RowNames, WorkingSet};

use super::address::Address;
use super::connection::{Connection, Use};
use super::driver::Driver;
use super::pipeline::{Pipeline, column};
use super::reads::CATALOGUE_VERSION;
use super::statements::{Imports, Loads, Saves};
use super::{columns, load, save};
use crate::StoreError;
use crate::record::{ItemRecord, ShopRecord, encode};

/// The lock of imports: "xiaoer" in ASCII, and a number.
const LOCK: i64 = 0x7869_616f_6572_0002;
/// Rows of a statement at most.
const ROWS_MAX: usize = 1_000;

/// All or nothing.
pub async fn import(
    address: &Address,
    driver: &Driver,
    shards: u16,
    shops: &[Shop],
    items: &[Item],
) -> Result<(), StoreError> {
    let on = Connection::open(address, driver, Use::Lookups).await?;
    let prepared = async {
        tokio::try_join!(Imports::prepare(&on.client), Loads::prepare(&on.client), Saves::prepare(&on.client))
    };
    let (imports, loads, saves) = on.round_trip(driver, prepared).await?;
    let import = Import { on: &on, driver, shards, imports, loads, saves };
    import.run(shops, items).await
}

struct Import<'a> {
    on: &'a Connection,
    driver: &'a Driver,
    shards: u16,
    imports: Imports,
    loads: Loads,
    saves: Saves,
}

impl Import<'_> {
    async fn run(&self, shops: &[Shop], items: &[Item]) -> Result<(), StoreError> {
        self.on.round_trip(self.driver, self.on.client.batch_execute("BEGIN")).await?;
        self.on.round_trip(self.driver, self.on.client.execute(&self.imports.lock, &[&LOCK])).await?;
        self.put_shops(shops).await?;
        self.put_items(items).await?;
        self.lock_shards().await?;
        for some in shops.chunks(ROWS_MAX) {
            self.settle(some).await?;
        }
        let stocked: Vec<_> = items.iter().filter_map(|item| Some((&item.key, item.stock?))).collect();
        for some in stocked.chunks(ROWS_MAX) {
            self.put_stocks(some).await?;
        }
        let (client, key) = (&self.on.client, CATALOGUE_VERSION);
        let found = self.on.round_trip(self.driver, client.query_opt(&self.imports.meta, &[&key])).await?;
        let version = found.as_ref().map(columns::text).transpose()?.and_then(|text| text.parse::<u64>().ok());
        let next = (version.unwrap_or(0) + 1).to_string();
        self.on.round_trip(self.driver, client.execute(&self.imports.write_meta, &[&key, &next])).await?;
        self.on.round_trip(self.driver, client.batch_execute("COMMIT")).await
    }

    /// A shop that is known keeps its position. If a file names a shop twice, what it says last counts.
    async fn put_shops(&self, shops: &[Shop]) -> Result<(), StoreError> {
        let last = self.on.round_trip(self.driver, self.on.client.query_one(&self.imports.last_shop, &[])).await?;
        let mut by_id = BTreeMap::new();
        for (position, shop) in (last.try_get::<_, i64>(0)? + 1..).zip(shops) {
            by_id.entry(&*shop.id.0).or_insert((position, shop)).1 = shop;
        }
        let rows: Vec<_> = by_id.into_iter().collect();
        for some in rows.chunks(ROWS_MAX) {
            let id = column(some, |(id, _)| *id);
            let position = column(some, |(_, (position, _))| *position);
            let body = column(some, |(_, (_, shop))| encode(&ShopRecord::from(*shop)));
            let mut asked = Pipeline::new(&self.on.client);
            asked.execute(&self.imports.delete_items, vec![column(some, |(id, _)| *id)]);
            asked.execute(&self.imports.write_shops, vec![id, position, body]);
            self.on.round_trip(self.driver, asked.answers()).await?;
        }
        Ok(())
    }

    async fn put_items(&self, items: &[Item]) -> Result<(), StoreError> {
        let last = self.on.round_trip(self.driver, self.on.client.query_one(&self.imports.last_item, &[])).await?;
        let mut position = last.try_get::<_, i64>(0)?;
        for some in items.chunks(ROWS_MAX) {
            let shop = column(some, |item| &*item.key.shop.0);
            let id = column(some, |item| &*item.key.item.0);
            let positions = column(some, |_| {
                position += 1;
                position
            });
            let body = column(some, |item| encode(&ItemRecord::from(item)));
            let mut asked = Pipeline::new(&self.on.client);
            asked.execute(&self.imports.insert_items, vec![shop, id, positions, body]);
            self.on.round_trip(self.driver, asked.answers()).await?;
        }
        Ok(())
    }

    /// Each shard's row in turn, in the order of their numbers, so that two who take several never wait for each other:
    /// no batch is under way anywhere while stocks and rates are set.
    async fn lock_shards(&self) -> Result<(), StoreError> {
        let mut asked = Pipeline::new(&self.on.client);
        for shard in 0..self.shards {
            asked.query(&self.saves.lock_shard, vec![Box::new(i32::from(shard))]);
        }
        self.on.round_trip(self.driver, asked.answers()).await.map(drop)
    }

    async fn settle(&self, shops: &[Shop]) -> Result<(), StoreError> {
        let capacities = shops.iter().map(|shop| shop.id.clone()).collect();
        let names = RowNames { capacities, ..RowNames::default() };
        self.change(&names, |shards| shops.iter().for_each(|shop| settle_all(shards, shop))).await
    }

    async fn put_stocks(&self, items: &[(&ItemKey, u32)]) -> Result<(), StoreError> {
        let stocks = items.iter().map(|(item, _)| (*item).clone()).collect();
        let names = RowNames { stocks, ..RowNames::default() };
        self.change(&names, |shards| items.iter().for_each(|(item, units)| restock_all(shards, item, *units))).await
    }

    /// Changes named rows of all shards.
    async fn change(&self, names: &RowNames, change: impl FnOnce(&mut [WorkingSet])) -> Result<(), StoreError> {
        let mut shards = Vec::new();
        for shard in 0..self.shards {
            let mut rows = WorkingSet::default();
            load::load(self.on, self.driver, &self.loads, Shard(shard), names, &mut rows).await?;
            shards.push(rows);
        }
        change(&mut shards);
        for (shard, rows) in (0..self.shards).zip(&shards) {
            let asked = save::supply(&self.on.client, &self.saves, Shard(shard), rows);
            self.on.round_trip(self.driver, asked.answers()).await?;
        }
        Ok(())
    }
}

/// Sets what each shard has of a shop's rate. A shop of which no shard has taken an order has no rows.
fn settle_all(shards: &mut [WorkingSet], shop: &Shop) {
    let before: Vec<_> = shards.iter().map(|rows| rows.capacities.get(&shop.id).cloned().unwrap_or_default()).collect();
    let mut parts = before.clone();
    settle(&mut parts, &shop.id, shop.orders_per_ten_minutes);
    for (rows, (part, before)) in shards.iter_mut().zip(parts.into_iter().zip(before)) {
        if part != before {
            rows.capacities.put(shop.id.clone(), part);
        }
    }
}

/// Sets the stock of an item over all shards. A shard gets a row when it has something to say.
fn restock_all(shards: &mut [WorkingSet], item: &ItemKey, units: u32) {
    let count = u16::try_from(shards.len()).unwrap_or_default();
    let home = usize::from(item.shop.home(count).0);
    let before: Vec<_> = shards.iter().map(|rows| rows.stocks.get(item).copied()).collect();
    let mut stocks: Vec<_> = before.iter().map(|stock| stock.unwrap_or_default()).collect();
    restock(&mut stocks, home, units);
    for (shard, (stock, before)) in stocks.into_iter().zip(before).enumerate() {
        if stock != before.unwrap_or_default() || (shard == home && before.is_none()) {
            shards[shard].stocks.put(item.clone(), stock);
        }
    }
}
