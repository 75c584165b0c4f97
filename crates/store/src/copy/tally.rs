//! What a store holds, kind by kind, as numbers and hashes that do not depend on the order of rows or on shards.

use std::collections::BTreeMap;

use domain::capacity::Capacity;
use domain::digest::{Digest, hex};
use domain::event::Happened;
use domain::id::{ItemKey, ShopId};
use domain::ledger::AccountId;
use domain::receipt::Outcome;
use domain::stock::Stock;

use crate::engine::Row;

/// Rows of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindTally {
    /// Its name.
    pub kind: &'static str,
    /// How many.
    pub rows: u64,
    /// The sum of the rows' hashes, in hexadecimal.
    pub hash: String,
}

/// A store's rows while they are counted.
#[derive(Debug, Default)]
pub struct Tally {
    kinds: BTreeMap<&'static str, (u64, [u64; 4])>,
    /// What shards share, over all of them: fen by account, what is on its way counted as not yet sent.
    shared: BTreeMap<AccountId, i128>,
    /// Whole and sold units.
    stocks: BTreeMap<ItemKey, (i128, u64)>,
    accepted: BTreeMap<ShopId, BTreeMap<i64, u64>>,
}

impl Tally {
    /// Counts a row.
    pub fn count(&mut self, row: &Row) {
        match row {
            Row::Account(_, AccountId::Wallet(buyer), wallet) => self.add("wallets", &(buyer, wallet)),
            Row::Account(_, id, account) => {
                let id = match id {
                    AccountId::CampaignTransit(campaign) => AccountId::CampaignBudget(campaign.clone()),
                    other => other.clone(),
                };
                *self.shared.entry(id).or_default() += i128::from(account.balance.fen());
            }
            Row::Stock(_, item, stock) => self.count_stock(item, *stock),
            Row::Capacity(_, shop, capacity) => self.count_capacity(shop, capacity),
            Row::Receipt(_, key, receipt) if !is_allotment_outcome(&receipt.outcome) => {
                self.add("receipts", &(key, receipt));
            }
            Row::Journal(_, event, postings) if !is_allotment(&event.what) => self.add("journal", &(event, postings)),
            Row::Shop(shop) => self.add("shops", shop),
            Row::Item(item) => self.add("items", item),
            Row::Campaign(campaign) => self.add("campaigns", campaign),
            Row::Buyer(buyer) => self.add("buyers", buyer),
            Row::Conversation(conversation) => self.add("conversations", conversation),
            Row::Quote(quote) => self.add("quotes", quote),
            Row::Voucher(voucher) => self.add("vouchers", voucher),
            Row::Order(order) => self.add("orders", order),
            // Between the shards of one store; in another they mean nothing.
            Row::Head(..) | Row::Mail(_) | Row::Receipt(..) | Row::Journal(..) => {}
        }
    }

    fn add(&mut self, kind: &'static str, row: &impl std::fmt::Debug) {
        let (rows, sum) = self.kinds.entry(kind).or_default();
        *rows += 1;
        // What a row says, all of it, as its type shows it: both sides are read by this one program.
        let hash = Digest::of(kind).text(&format!("{row:?}")).finish();
        for (word, bytes) in sum.iter_mut().zip(hash.chunks_exact(8)) {
            *word = word.wrapping_add(bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
        }
    }

    fn count_stock(&mut self, item: &ItemKey, stock: Stock) {
        let (whole, sold) = self.stocks.entry(item.clone()).or_default();
        *whole += i128::from(stock.allotted) - i128::from(stock.moved);
        *sold += stock.sold;
    }

    fn count_capacity(&mut self, shop: &ShopId, capacity: &Capacity) {
        let accepted = self.accepted.entry(shop.clone()).or_default();
        for (slice, orders) in &capacity.accepted {
            *accepted.entry(*slice).or_default() += u64::from(*orders);
        }
    }

    /// Each kind, if this and the other are the same; else what is not.
    pub fn compare(self, other: &Self) -> Result<Vec<KindTally>, String> {
        for (kind, ours) in &self.kinds {
            let theirs = other.kinds.get(kind).copied().unwrap_or_default();
            if *ours != theirs {
                return Err(format!("{kind}: {} rows were sent, {} arrived or are different", ours.0, theirs.0));
            }
        }
        if let Some((kind, (rows, _))) = other.kinds.iter().find(|(kind, _)| !self.kinds.contains_key(*kind)) {
            return Err(format!("{kind}: none were sent, {rows} arrived"));
        }
        same("accounts", not_nothing(&self.shared), not_nothing(&other.shared))?;
        same("stocks", self.stocks.iter(), other.stocks.iter())?;
        let used = |(_, accepted): &(&ShopId, &BTreeMap<i64, u64>)| !accepted.is_empty();
        same("capacities", self.accepted.iter().filter(used), other.accepted.iter().filter(used))?;
        Ok(self.kinds.iter().map(|(kind, (rows, sum))| KindTally { kind, rows: *rows, hash: text(sum) }).collect())
    }
}

/// What belongs to the shards of one store.
pub fn is_allotment(what: &Happened) -> bool {
    matches!(what, Happened::AllotmentTaken(_) | Happened::AllotmentGiven(_))
}

/// The same of a receipt.
pub fn is_allotment_outcome(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::AllotmentTaken(_) | Outcome::AllotmentGiven(_) | Outcome::MailClosed(_))
}

fn not_nothing(accounts: &BTreeMap<AccountId, i128>) -> impl Iterator<Item = (&AccountId, &i128)> {
    accounts.iter().filter(|(_, fen)| **fen != 0)
}

fn same<T: PartialEq + std::fmt::Debug>(
    kind: &str,
    ours: impl Iterator<Item = T>,
    theirs: impl Iterator<Item = T>,
) -> Result<(), String> {
    let (ours, theirs): (Vec<_>, Vec<_>) = (ours.collect(), theirs.collect());
    let differs = ours.iter().zip(&theirs).find(|(a, b)| a != b);
    match differs {
        Some((sent, arrived)) => Err(format!("{kind}: {sent:?} was sent, {arrived:?} arrived")),
        None if ours.len() != theirs.len() => {
            Err(format!("{kind}: {} were sent, {} arrived", ours.len(), theirs.len()))
        }
        None => Ok(()),
    }
}

fn text(sum: &[u64; 4]) -> String {
    hex(&sum.map(u64::to_be_bytes).concat())
}
