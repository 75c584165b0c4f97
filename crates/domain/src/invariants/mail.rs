//! E1, and what S1 and C1 say of transit: mail between shards is applied once, and nothing is lost on the way.

use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;

use super::{Check, Finding};
use crate::allotment::Allotment;
use crate::capacity::Capacity;
use crate::event::{Event, Happened};
use crate::id::{CampaignId, ItemKey, ShopId};
use crate::ledger::{Account, AccountId};
use crate::mail::{Mail, MailId};
use crate::stock::Stock;

#[derive(Debug)]
pub(super) struct Mails {
    once: Check,
    mails: HashMap<MailId, Mail>,
    given: HashMap<MailId, u64>,
    /// What the shards' rows say is on its way, and later less what the mail says.
    budgets: HashMap<CampaignId, i128>,
    units: HashMap<ItemKey, i128>,
    places: HashMap<ShopId, i128>,
}

impl Mails {
    pub(super) fn new() -> Self {
        Self {
            once: Check::new("E1", "each mail is applied exactly once, and what it brings is in transit until then"),
            mails: HashMap::new(),
            given: HashMap::new(),
            budgets: HashMap::new(),
            units: HashMap::new(),
            places: HashMap::new(),
        }
    }

    pub(super) fn account(&mut self, id: &AccountId, account: &Account) {
        if let AccountId::CampaignTransit(campaign) = id {
            add(&mut self.budgets, campaign, i128::from(account.balance.fen()));
        }
    }

    pub(super) fn stock(&mut self, item: &ItemKey, stock: Stock) {
        add(&mut self.units, item, i128::from(stock.moved).saturating_neg());
    }

    pub(super) fn capacity(&mut self, shop: &ShopId, capacity: &Capacity) {
        add(&mut self.places, shop, i128::from(capacity.moved).saturating_neg());
    }

    pub(super) fn mail(&mut self, mail: &Mail) {
        self.mails.insert(mail.id, mail.clone());
    }

    pub(super) fn event(&mut self, event: &Event) {
        if let Happened::AllotmentGiven(mail) = event.what {
            let times = self.given.entry(mail).or_default();
            *times = times.saturating_add(1);
        }
    }

    pub(super) fn finish(mut self) -> Vec<Finding> {
        for (id, times) in &self.given {
            self.once.that(*times == 1, || format!("{id:?} was applied {times} times"));
            self.once.that(self.mails.contains_key(id), || format!("{id:?} was applied and never sent"));
        }
        let mut in_transit = 0_u64;
        for mail in self.mails.values() {
            let given = self.given.contains_key(&mail.id);
            self.once.that(given || !mail.closed, || format!("{:?} was put away before it arrived", mail.id));
            if given {
                continue;
            }
            in_transit = in_transit.saturating_add(1);
            match &mail.allotment {
                Allotment::Budget { campaign, amount } => take(&mut self.budgets, campaign, amount.fen()),
                Allotment::Stock { item, units } => take(&mut self.units, item, *units),
                Allotment::Capacity { shop, places } => take(&mut self.places, shop, *places),
            }
        }
        none_left(&mut self.once, &self.budgets);
        none_left(&mut self.once, &self.units);
        none_left(&mut self.once, &self.places);
        let figure = format!("{} mails between shards, {in_transit} on their way", self.mails.len());
        vec![self.once.done_with(figure)]
    }
}

fn add<K: Hash + Eq + Clone>(sums: &mut HashMap<K, i128>, key: &K, amount: i128) {
    if let Some(sum) = sums.get_mut(key) {
        *sum = sum.saturating_add(amount);
    } else {
        sums.insert(key.clone(), amount);
    }
}

fn take<K: Hash + Eq + Clone>(sums: &mut HashMap<K, i128>, key: &K, amount: impl Into<i128>) {
    add(sums, key, amount.into().saturating_neg());
}

fn none_left<K: Debug>(check: &mut Check, rest: &HashMap<K, i128>) {
    for (key, rest) in rest {
        check.that(*rest == 0, || format!("{key:?}: {rest} more on their way than in the mail"));
    }
}
