//! The numbered invariants, checked over a whole store: rows go in one by one, findings come out.
//!
//! `xiaoer audit`, the tests and the rehearsal all use this one. Feed the kinds in the order of [`Audit`]'s methods;
//! postings, orders and events in the order of their numbers.

use std::fmt::Display;

use crate::campaign::Campaign;
use crate::capacity::Capacity;
use crate::event::Event;
use crate::id::{ItemKey, Shard, ShopId};
use crate::ledger::{Account, AccountId, Posting};
use crate::mail::Mail;
use crate::order::Order;
use crate::receipt::Receipt;
use crate::stock::Stock;
use crate::voucher::Voucher;

mod benefits;
mod books;
mod mail;
mod orders;
mod supply;

/// What is said about one invariant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its number in the design: `L1`.
    pub invariant: &'static str,
    /// What must be so.
    pub says: &'static str,
    /// What was counted.
    pub figure: String,
    /// What is not so: the first few cases. Empty if it holds.
    pub violations: Vec<String>,
}

impl Finding {
    /// Whether it holds.
    pub fn holds(&self) -> bool {
        self.violations.is_empty()
    }
}

/// Cases that a finding names at most.
const VIOLATIONS_SHOWN: usize = 10;

/// One invariant while it is being checked.
#[derive(Debug)]
struct Check {
    invariant: &'static str,
    says: &'static str,
    seen: u64,
    violations: Vec<String>,
}

impl Check {
    fn new(invariant: &'static str, says: &'static str) -> Self {
        Self { invariant, says, seen: 0, violations: Vec::new() }
    }

    /// Counts a case, and keeps what is wrong with it.
    fn that(&mut self, holds: bool, wrong: impl FnOnce() -> String) {
        self.seen = self.seen.saturating_add(1);
        if !holds && self.violations.len() < VIOLATIONS_SHOWN {
            self.violations.push(wrong());
        }
    }

    fn done(self, of: impl Display) -> Finding {
        let seen = self.seen;
        self.done_with(format!("{seen} {of}"))
    }

    /// Where the cases are not what people count.
    fn done_with(self, figure: String) -> Finding {
        let Self { invariant, says, violations, .. } = self;
        Finding { invariant, says, figure, violations }
    }
}

/// All invariants while they are being checked.
#[derive(Debug)]
pub struct Audit {
    books: books::Books,
    benefits: benefits::Benefits,
    supply: supply::Supply,
    orders: orders::Orders,
    mails: mail::Mails,
}

impl Default for Audit {
    fn default() -> Self {
        Self {
            books: books::Books::new(),
            benefits: benefits::Benefits::new(),
            supply: supply::Supply::new(),
            orders: orders::Orders::new(),
            mails: mail::Mails::new(),
        }
    }
}

impl Audit {
    /// A campaign.
    pub fn campaign(&mut self, campaign: &Campaign) {
        self.benefits.campaign(campaign);
    }

    /// An account of a shard.
    pub fn account(&mut self, shard: Shard, id: &AccountId, account: &Account) {
        self.books.account(shard, id, account);
        self.mails.account(id, account);
        self.benefits.account(id, account);
        self.orders.account(account);
    }

    /// A posting of a shard.
    pub fn posting(&mut self, shard: Shard, posting: &Posting) {
        self.books.posting(shard, posting);
    }

    /// A voucher.
    pub fn voucher(&mut self, voucher: &Voucher) {
        self.benefits.voucher(voucher);
    }

    /// A stock of a shard.
    pub fn stock(&mut self, _shard: Shard, item: &ItemKey, stock: Stock) {
        self.supply.stock(item, stock);
        self.mails.stock(item, stock);
    }

    /// What a shard has of a shop's capacity.
    pub fn capacity(&mut self, _shard: Shard, shop: &ShopId, capacity: &Capacity) {
        self.mails.capacity(shop, capacity);
    }

    /// A mail, as its sender has it.
    pub fn mail(&mut self, mail: &Mail) {
        self.mails.mail(mail);
    }

    /// An order.
    pub fn order(&mut self, order: &Order) {
        self.benefits.order(order);
        self.supply.order(order);
        self.orders.order(order);
    }

    /// A receipt of a shard.
    pub fn receipt(&mut self, shard: Shard, receipt: &Receipt) {
        self.orders.receipt(shard, receipt);
    }

    /// An event of a shard.
    pub fn event(&mut self, shard: Shard, event: &Event) {
        self.orders.event(shard, event);
        self.mails.event(event);
    }

    /// What was found, by number.
    pub fn finish(self) -> Vec<Finding> {
        let mut findings = self.books.finish();
        findings.extend(self.benefits.finish());
        findings.extend(self.supply.finish());
        findings.extend(self.orders.finish());
        findings.extend(self.mails.finish());
        findings
    }
}
