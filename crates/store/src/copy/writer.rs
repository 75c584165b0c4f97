//! Writes what arrives into the target's shards, a chunk at a time.

use std::collections::BTreeMap;

use domain::id::{ItemKey, Shard, Slot};
use domain::ledger::AccountId;
use domain::receipt::{Outcome, Receipt};
use domain::stock::Stock;
use domain::working_set::{Head, RowNames, WorkingSet};

use super::layout::{Laid, Layout};
use super::tally::{is_allotment, is_allotment_outcome};
use crate::engine::{Row, Session};
use crate::error::StoreError;

/// Rows written to a shard in one transaction.
const CHUNK: usize = 2_000;

/// What is on its way into a shard.
struct Chunk {
    rows: WorkingSet,
    count: usize,
}

/// Writes into the shards of a store.
pub struct Writer {
    session: Box<dyn Session>,
    shards: u16,
    head: Head,
    chunks: BTreeMap<Shard, Chunk>,
    layout: Layout,
}

impl Writer {
    /// A writer into an empty store.
    pub fn new(session: Box<dyn Session>, shards: u16, head: Head) -> Self {
        Self { session, shards, head, chunks: BTreeMap::new(), layout: Layout::new(shards) }
    }

    /// Takes a row of the old store.
    pub fn take(&mut self, row: Row) -> Result<(), StoreError> {
        let shards = self.shards;
        match row {
            Row::Campaign(campaign) => {
                let home = campaign.id.home(shards);
                self.put(home, |rows| rows.campaigns.put(campaign.id.clone(), campaign))
            }
            Row::Buyer(buyer) => self.put(buyer.id.shard(shards), |rows| rows.buyers.put(buyer.id, buyer)),
            Row::Conversation(said) => {
                self.put(said.buyer.shard(shards), |rows| rows.conversations.put(said.buyer, said))
            }
            Row::Quote(quote) => self.put(quote.id.shard(shards), |rows| rows.quotes.put(quote.id, quote)),
            Row::Account(_, id @ AccountId::Wallet(buyer), wallet) => {
                self.put(buyer.shard(shards), |rows| rows.accounts.put(id, wallet))
            }
            Row::Voucher(voucher) => {
                let shard = voucher.id.buyer.shard(shards);
                self.put(shard, |rows| rows.vouchers.put(voucher.id.clone(), voucher))
            }
            Row::Order(order) => {
                self.layout.order(&order);
                self.put(order.id.shard(shards), |rows| rows.orders.put(order.id, order))
            }
            Row::Receipt(_, key, receipt) if !is_allotment_outcome(&receipt.outcome) => {
                let shard = slot_of(&receipt).shard(shards);
                self.put(shard, |rows| rows.receipts.put(key, receipt))
            }
            Row::Journal(_, event, postings) if !is_allotment(&event.what) => {
                let shard = Slot::carried_by(event.number).shard(shards);
                postings.iter().for_each(|posting| self.layout.posting(shard, posting));
                self.put(shard, |rows| {
                    rows.postings.extend(postings);
                    rows.events.push(event);
                })
            }
            Row::Stock(_, item, stock) => {
                self.layout.stock(item, stock);
                Ok(())
            }
            Row::Capacity(_, shop, capacity) => {
                self.layout.capacity(shop, &capacity);
                Ok(())
            }
            Row::Shop(shop) => {
                self.layout.shop(&shop);
                Ok(())
            }
            // The catalogue is there already; the rest belongs to the old shards.
            Row::Item(_) | Row::Head(..) | Row::Mail(_) => Ok(()),
            Row::Account(..) | Row::Receipt(..) | Row::Journal(..) => Ok(()),
        }
    }

    fn put(&mut self, shard: Shard, put: impl FnOnce(&mut WorkingSet)) -> Result<(), StoreError> {
        let head = self.head;
        let chunk = self.chunks.entry(shard).or_insert_with(|| Chunk { rows: WorkingSet::at(head), count: 0 });
        put(&mut chunk.rows);
        chunk.count += 1;
        if chunk.count < CHUNK {
            return Ok(());
        }
        self.write(shard)
    }

    fn write(&mut self, shard: Shard) -> Result<(), StoreError> {
        let Some(chunk) = self.chunks.remove(&shard) else { return Ok(()) };
        self.session.begin(shard)?;
        self.session.save(&chunk.rows)
    }

    /// Writes what is left, and what the shards share, laid out anew.
    pub fn finish(mut self) -> Result<(), StoreError> {
        for shard in (0..self.shards).map(Shard) {
            self.write(shard)?;
        }
        let layout = std::mem::replace(&mut self.layout, Layout::new(self.shards));
        let items = layout.items();
        for (shard, Laid { rows, stocks }) in layout.finish(self.head) {
            self.session.begin(shard)?;
            self.session.save(&rows)?;
            for some in items.chunks(CHUNK) {
                self.write_stocks(shard, rows.head, some, &stocks)?;
            }
        }
        Ok(())
    }

    /// The import of the catalogue has spread what the items' file says; where the layout has nothing, nothing stays.
    fn write_stocks(
        &mut self,
        shard: Shard,
        head: Head,
        items: &[ItemKey],
        stocks: &BTreeMap<ItemKey, Stock>,
    ) -> Result<(), StoreError> {
        let mut names = RowNames::default();
        names.stocks.extend(items.iter().cloned());
        let mut rows = WorkingSet::at(head);
        self.session.begin(shard)?;
        self.session.load(&names, &mut rows)?;
        for item in items {
            let imported = rows.stocks.get(item).map(|_| Stock::default());
            if let Some(stock) = stocks.get(item).copied().or(imported) {
                rows.stocks.put(item.clone(), stock);
            }
        }
        self.session.save(&rows)
    }
}

/// The slot of the command that a receipt is for.
fn slot_of(receipt: &Receipt) -> Slot {
    match (receipt.number, &receipt.outcome) {
        (Some(number), _) => Slot::carried_by(number),
        // What was so already took no number: only the word of a payment provider can be that.
        (None, Outcome::Order { order, .. } | Outcome::RefundSettled(order)) => order.slot(),
        (None, _) => Slot::default(),
    }
}
