//! Carries every row out, within one transaction that sees one moment, a bounded page after another.
//!
//! On Citus each worker has a moment of its own: all of a shard is of one moment, and what crossed between two shards
//! while the scan began may be seen on one side only.

use domain::id::Shard;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Row as Columns, Statement};

use super::address::Address;
use super::columns;
use super::connection::{Connection, Use};
use super::driver::Driver;
use super::pipeline::Column;
use super::statements::Scans;
use super::statements::sql;
use crate::StoreError;
use crate::engine::{Row, Scope, Visit};

/// Rows of a page: enough that the way to the server does not count, few enough to hold.
const PAGE: i64 = 2_000;

type Read<T> = Result<T, StoreError>;

/// A kind of rows that every shard has.
struct Kind {
    statement: fn(&Scans) -> &Statement,
    key: Key,
    row: fn(Shard, &Columns) -> Read<Row>,
}

/// What the rows of a shard are ordered by; it is their first columns.
#[derive(Clone, Copy)]
enum Key {
    Number,
    NumberAndWord,
    Word,
    TwoWords,
    Bytes,
}

const PEOPLE: [Kind; 3] = [
    Kind { statement: |on| &on.buyers, key: Key::Number, row: |_, row| columns::buyer(row).map(Row::Buyer) },
    Kind {
        statement: |on| &on.conversations,
        key: Key::Number,
        row: |_, row| columns::conversation(row).map(Row::Conversation),
    },
    Kind { statement: |on| &on.quotes, key: Key::Number, row: |_, row| columns::quote(row).map(Row::Quote) },
];

const REST: [Kind; 9] = [
    Kind {
        statement: |on| &on.accounts,
        key: Key::TwoWords,
        row: |shard, row| columns::account(row).map(|(id, account)| Row::Account(shard, id, account)),
    },
    Kind {
        statement: |on| &on.wallets,
        key: Key::Number,
        row: |shard, row| columns::wallet(row).map(|(id, account)| Row::Account(shard, id, account)),
    },
    Kind {
        statement: |on| &on.vouchers,
        key: Key::NumberAndWord,
        row: |_, row| columns::voucher(row).map(Row::Voucher),
    },
    Kind {
        statement: |on| &on.stocks,
        key: Key::TwoWords,
        row: |shard, row| columns::item_stock(row).map(|(item, stock)| Row::Stock(shard, item, stock)),
    },
    Kind {
        statement: |on| &on.capacities,
        key: Key::Word,
        row: |shard, row| columns::shop_capacity(row).map(|(shop, capacity)| Row::Capacity(shard, shop, capacity)),
    },
    Kind { statement: |on| &on.mails, key: Key::Number, row: |shard, row| columns::mail(shard, row).map(Row::Mail) },
    Kind { statement: |on| &on.orders, key: Key::Number, row: |_, row| columns::order(row).map(Row::Order) },
    Kind {
        statement: |on| &on.receipts,
        key: Key::Bytes,
        row: |shard, row| columns::receipt(row).map(|(key, receipt)| Row::Receipt(shard, key, receipt)),
    },
    Kind {
        statement: |on| &on.journal,
        key: Key::Number,
        row: |shard, row| columns::journal(row).map(|(event, postings)| Row::Journal(shard, event, postings)),
    },
];

/// All that `scope` asks for.
pub async fn scan(
    address: &Address,
    driver: &Driver,
    shards: u16,
    scope: Scope,
    visit: Visit<'_>,
) -> Result<(), StoreError> {
    let on = Connection::open(address, driver, Use::Lookups).await?;
    let scans = on.round_trip(driver, Scans::prepare(&on.client)).await?;
    on.round_trip(driver, on.client.batch_execute(sql!("postgres/server/moment"))).await?;
    let moment = Moment { on, driver, scans, shards };
    moment.heads(visit).await?;
    if scope == Scope::Heads {
        return Ok(());
    }
    if scope == Scope::Whole {
        moment.list(|on| &on.shops, &[], |row| columns::shop(row).map(Row::Shop), visit).await?;
        moment.list(|on| &on.items, &[], |row| columns::item(row).map(Row::Item), visit).await?;
    }
    moment.list(|on| &on.campaigns, &[&i64::MAX], |row| columns::campaign(row).map(Row::Campaign), visit).await?;
    if scope == Scope::Whole {
        moment.kinds(&PEOPLE, visit).await?;
    }
    moment.kinds(&REST, visit).await
}

struct Moment<'a> {
    on: Connection,
    driver: &'a Driver,
    scans: Scans,
    shards: u16,
}

impl Moment<'_> {
    async fn heads(&self, visit: Visit<'_>) -> Read<()> {
        for shard in 0..self.shards {
            let found = self.query(&self.scans.shard, &[&i32::from(shard)]).await?;
            found.iter().try_for_each(|row| visit(Row::Head(Shard(shard), columns::head(row)?)))?;
        }
        Ok(())
    }

    /// What all shards share, and is small.
    async fn list(
        &self,
        statement: fn(&Scans) -> &Statement,
        parameters: &[&(dyn ToSql + Sync)],
        row: fn(&Columns) -> Read<Row>,
        visit: Visit<'_>,
    ) -> Read<()> {
        let found = self.query(statement(&self.scans), parameters).await?;
        found.iter().try_for_each(|columns| visit(row(columns)?))
    }

    async fn kinds(&self, kinds: &[Kind], visit: Visit<'_>) -> Read<()> {
        for kind in kinds {
            for shard in 0..self.shards {
                self.pages(kind, Shard(shard), visit).await?;
            }
        }
        Ok(())
    }

    async fn pages(&self, kind: &Kind, shard: Shard, visit: Visit<'_>) -> Read<()> {
        let mut after = kind.key.first();
        loop {
            let number = i32::from(shard.0);
            let mut parameters: Vec<&(dyn ToSql + Sync)> = vec![&number];
            parameters.extend(after.iter().map(|part| &**part as &(dyn ToSql + Sync)));
            parameters.push(&PAGE);
            let found = self.query((kind.statement)(&self.scans), &parameters).await?;
            found.iter().try_for_each(|row| visit((kind.row)(shard, row)?))?;
            let Some(last) = found.last().filter(|_| i64::try_from(found.len()) == Ok(PAGE)) else { return Ok(()) };
            after = kind.key.of(last)?;
        }
    }

    async fn query(&self, statement: &Statement, parameters: &[&(dyn ToSql + Sync)]) -> Read<Vec<Columns>> {
        self.on.round_trip(self.driver, self.on.client.query(statement, parameters)).await
    }
}

impl Key {
    /// What comes before every row.
    fn first(self) -> Vec<Column<'static>> {
        match self {
            Self::Number => vec![Box::new(-1_i64)],
            Self::NumberAndWord => vec![Box::new(-1_i64), Box::new("")],
            Self::Word => vec![Box::new("")],
            Self::TwoWords => vec![Box::new(""), Box::new("")],
            Self::Bytes => vec![Box::new(Vec::<u8>::new())],
        }
    }

    fn of(self, row: &Columns) -> Read<Vec<Column<'static>>> {
        let number = |at| Ok::<_, StoreError>(Box::new(row.try_get::<_, i64>(at)?) as Column<'static>);
        let word = |at| Ok::<_, StoreError>(Box::new(row.try_get::<_, String>(at)?) as Column<'static>);
        Ok(match self {
            Self::Number => vec![number(0)?],
            Self::NumberAndWord => vec![number(0)?, word(1)?],
            Self::Word => vec![word(0)?],
            Self::TwoWords => vec![word(0)?, word(1)?],
            Self::Bytes => vec![Box::new(row.try_get::<_, Vec<u8>>(0)?)],
        })
    }
}
