//! The double-entry ledger: accounts, postings that sum to zero, floors that no balance falls below.

use std::collections::BTreeMap;

use crate::id::{BuyerId, CampaignId, OrderId, ShopId};
use crate::money::{Currency, Money};
use crate::refusal::Refusal;
use crate::working_set::WorkingSet;

/// Whose money it is, and in what role.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountId {
    /// What a buyer has to spend.
    Wallet(BuyerId),
    /// What buyers paid for orders of a shop that are not delivered yet.
    ShopHeld(ShopId),
    /// What a shop has earned.
    ShopPayable(ShopId),
    /// Where a campaign's budget comes from: minus the whole budget.
    CampaignFunding(CampaignId),
    /// What a campaign may still promise.
    CampaignBudget(CampaignId),
    /// What a campaign has promised and not yet paid: vouchers held by buyers.
    CampaignReserved(CampaignId),
    /// A campaign's budget on its way between shards: over all shards together, what is in mail not yet delivered.
    CampaignTransit(CampaignId),
    /// The outside world behind cards: minus what came in, plus what went back.
    CardClearing,
    /// Where the balance that new buyers of a demonstration start with comes from.
    Opening,
}

impl AccountId {
    /// The balance that it never falls below, in minor units; `None` for accounts that stand for the outside.
    pub fn floor(&self) -> Option<i64> {
        match self {
            Self::CampaignFunding(_) | Self::CampaignTransit(_) | Self::CardClearing | Self::Opening => None,
            _ => Some(0),
        }
    }

    /// Whether it says how it came about: a wallet's owner may ask. What shops and campaigns have is split over shards,
    /// and moves with them; their history is the journal's.
    fn has_history(&self) -> bool {
        matches!(self, Self::Wallet(_))
    }
}

/// A transaction: all postings with this number, which is the number of the command that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TransactionId(pub u64);

/// An account as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// The sum of its postings.
    pub balance: Money,
    /// For a wallet, its newest posting's transaction; each posting names the one before it, so a history needs no
    /// index.
    pub last_transaction: Option<TransactionId>,
    /// For a wallet, its owner's newest order; each order names the one before it.
    pub last_order: Option<OrderId>,
}

/// One line of a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// The transaction it belongs to.
    pub transaction: TransactionId,
    /// Its account.
    pub account: AccountId,
    /// What is added, or taken if negative.
    pub amount: Money,
    /// For a wallet, its posting before this one.
    pub previous: Option<TransactionId>,
}

/// A transaction that has been checked against the balances of a working set and can no longer fail on it.
#[derive(Debug)]
#[must_use = "a checked transaction does nothing until it is posted"]
pub struct Checked {
    entries: BTreeMap<AccountId, Money>,
}

/// Checks `entries` against the balances in `rows`: several entries of one account are taken together.
///
/// # Errors
/// [`Refusal::BalanceTooLow`] for a wallet, [`Refusal::BudgetExhausted`] for a campaign's budget,
/// [`Refusal::AmountTooLarge`] if a sum does not fit.
///
/// # Panics
/// If the entries of a currency do not sum to zero, or another account would fall below its floor: the rule that
/// made them is wrong.
pub fn check(rows: &WorkingSet, entries: impl IntoIterator<Item = (AccountId, Money)>) -> Result<Checked, Refusal> {
    let mut net: BTreeMap<AccountId, Money> = BTreeMap::new();
    for (account, amount) in entries {
        let sum = match net.get(&account) {
            Some(so_far) => so_far.plus(amount)?,
            None => amount,
        };
        net.insert(account, sum);
    }
    for currency in [Currency::Cny, Currency::Usd] {
        let total = Money::sum(net.values().copied().filter(|m| m.currency() == currency), currency)?;
        assert_eq!(total.fen(), 0, "L1: a transaction's postings sum to zero");
    }
    for (account, amount) in &net {
        check_floor(account, rows.account(account).balance.plus(*amount)?)?;
    }
    net.retain(|_, amount| amount.fen() != 0);
    Ok(Checked { entries: net })
}

fn check_floor(account: &AccountId, balance: Money) -> Result<(), Refusal> {
    let Some(floor) = account.floor() else { return Ok(()) };
    let short = floor.saturating_sub(balance.fen());
    if short <= 0 {
        return Ok(());
    }
    match account {
        AccountId::Wallet(_) => Err(Refusal::BalanceTooLow { short: Money::new(short, balance.currency()) }),
        AccountId::CampaignBudget(campaign) => Err(Refusal::BudgetExhausted { campaign: campaign.clone() }),
        _ => panic!("L3: {account:?} would fall {short} below its floor"),
    }
}

/// Writes a checked transaction: postings, balances, and each account's pointer to its newest posting.
///
/// # Panics
/// If the working set has changed since the check.
pub fn post(rows: &mut WorkingSet, transaction: TransactionId, checked: Checked) {
    for (id, amount) in checked.entries {
        let mut account = rows.account(&id).clone();
        account.balance = account.balance.plus(amount).expect("the sum was checked");
        let previous = if id.has_history() { account.last_transaction.replace(transaction) } else { None };
        rows.accounts.put(id.clone(), account);
        rows.postings.push(Posting { transaction, account: id, amount, previous });
    }
}
