//! The ledger: transactions sum to zero, balances are their postings, floors hold, a refusal changes nothing.

use std::collections::BTreeMap;

use domain::id::{BuyerId, CampaignId, ShopId};
use domain::ledger::{Account, AccountId, TransactionId, check, post};
use domain::money::{Currency, Money};
use domain::refusal::Refusal;
use domain::working_set::WorkingSet;
use proptest::prelude::*;

/// Moves `fen` from one account to another.
type Transfer = (AccountId, AccountId, i64);

/// Accounts that may be drawn from: those of the outside, and those whose floor is a refusal and no assertion.
fn source() -> impl Strategy<Value = AccountId> {
    prop_oneof![
        Just(AccountId::Opening),
        Just(AccountId::CardClearing),
        (1_u64..4).prop_map(|n| AccountId::Wallet(BuyerId(n))),
        Just(AccountId::CampaignBudget(CampaignId::from("welcome"))),
    ]
}

fn target() -> impl Strategy<Value = AccountId> {
    let shop = || ShopId::from("tea");
    prop_oneof![
        source(),
        Just(AccountId::ShopHeld(shop())),
        Just(AccountId::ShopPayable(shop())),
        Just(AccountId::CampaignReserved(CampaignId::from("welcome"))),
    ]
}

fn transactions() -> impl Strategy<Value = Vec<Vec<Transfer>>> {
    let transfer = (source(), target(), 0_i64..500);
    prop::collection::vec(prop::collection::vec(transfer, 0..5), 1..30)
}

fn accounts() -> Vec<AccountId> {
    let campaign = || CampaignId::from("welcome");
    let mut all: Vec<_> = (1..4).map(|n| AccountId::Wallet(BuyerId(n))).collect();
    all.extend([AccountId::Opening, AccountId::CardClearing]);
    all.extend([AccountId::CampaignBudget(campaign()), AccountId::CampaignReserved(campaign())]);
    all.extend([AccountId::ShopHeld(ShopId::from("tea")), AccountId::ShopPayable(ShopId::from("tea"))]);
    all
}

fn empty() -> WorkingSet {
    let mut rows = WorkingSet::default();
    accounts().into_iter().for_each(|id| rows.accounts.loaded(id, None));
    rows
}

fn entries(transfers: &[Transfer]) -> Vec<(AccountId, Money)> {
    let both = |(from, to, fen): &Transfer| [(from.clone(), Money::cny(-fen)), (to.clone(), Money::cny(*fen))];
    transfers.iter().flat_map(both).collect()
}

/// The balances after the transfers, or the first account below its floor.
fn expected(before: &BTreeMap<AccountId, i64>, transfers: &[Transfer]) -> Result<BTreeMap<AccountId, i64>, AccountId> {
    let mut after = before.clone();
    for (from, to, fen) in transfers {
        *after.entry(from.clone()).or_default() -= fen;
        *after.entry(to.clone()).or_default() += fen;
    }
    match after.iter().find(|(id, fen)| id.floor().is_some_and(|floor| **fen < floor)) {
        Some((id, _)) => Err(id.clone()),
        None => Ok(after),
    }
}

/// L1 to L3, and that every posting is found from its account.
fn assert_books(rows: &WorkingSet) {
    let mut by_transaction: BTreeMap<u64, i64> = BTreeMap::new();
    let mut by_account: BTreeMap<AccountId, Account> = BTreeMap::new();
    for posting in &rows.postings {
        assert_ne!(posting.amount.fen(), 0, "a posting of nothing says nothing");
        *by_transaction.entry(posting.transaction.0).or_default() += posting.amount.fen();
        let account = by_account.entry(posting.account.clone()).or_default();
        assert_eq!(posting.previous, account.last_transaction, "the chain of {:?}", posting.account);
        // A wallet has a history to follow.
        if matches!(posting.account, AccountId::Wallet(_)) {
            account.last_transaction = Some(posting.transaction);
        }
        account.balance = account.balance.plus(posting.amount).expect("small amounts add up");
    }
    assert!(by_transaction.values().all(|sum| *sum == 0), "L1: {by_transaction:?}");
    for id in accounts() {
        let account = rows.account(&id);
        assert_eq!(account, by_account.get(&id).unwrap_or(&Account::default()), "L2: {id:?}");
        assert!(id.floor().is_none_or(|floor| account.balance.fen() >= floor), "L3: {id:?}");
    }
}

proptest! {
    #[test]
    fn books_balance_after_any_transactions(transactions in transactions()) {
        let mut rows = empty();
        let mut balances = BTreeMap::new();
        for (number, transfers) in (1..).zip(&transactions) {
            let before = (rows.revision(), rows.postings.len());
            match (check(&rows, entries(transfers)), expected(&balances, transfers)) {
                (Ok(checked), Ok(after)) => {
                    post(&mut rows, TransactionId(number), checked);
                    balances = after;
                }
                (Err(refusal), Err(_)) => {
                    let known = matches!(refusal, Refusal::BalanceTooLow { .. } | Refusal::BudgetExhausted { .. });
                    prop_assert!(known, "{}", refusal);
                    prop_assert_eq!(before, (rows.revision(), rows.postings.len()), "a refusal changes nothing");
                }
                (got, expected) => prop_assert!(false, "{got:?}, but {expected:?}"),
            }
            assert_books(&rows);
        }
        for (id, fen) in balances {
            prop_assert_eq!(rows.account(&id).balance.fen(), fen);
        }
    }

    #[test]
    fn amounts_that_do_not_fit_are_refused(amounts in prop::collection::vec(any::<i64>(), 0..6)) {
        let mut entries = Vec::new();
        for fen in amounts.into_iter().filter(|fen| *fen != i64::MIN) {
            entries.extend([(AccountId::Opening, Money::cny(fen)), (AccountId::CardClearing, Money::cny(-fen))]);
        }
        let answer = check(&empty(), entries).map(|_| ());
        prop_assert!(matches!(answer, Ok(()) | Err(Refusal::AmountTooLarge)), "{answer:?}");
    }

    #[test]
    fn a_wallet_says_exactly_what_it_is_short_of(held in 0_i64..1_000, asked in 0_i64..1_000) {
        let wallet = || AccountId::Wallet(BuyerId(1));
        let mut rows = empty();
        let filled = check(&rows, entries(&[(AccountId::Opening, wallet(), held)])).expect("the outside always pays");
        post(&mut rows, TransactionId(1), filled);
        let answer = check(&rows, entries(&[(wallet(), AccountId::CardClearing, asked)])).map(|_| ());
        let expected = if asked <= held { Ok(()) } else { Err(Refusal::BalanceTooLow { short: Money::cny(asked - held) }) };
        prop_assert_eq!(answer, expected);
    }
}

#[test]
fn another_currency_does_not_go_into_an_account_of_yuan() {
    let dollars = |fen| Money::new(fen, Currency::Usd);
    let entries = [(AccountId::Opening, dollars(-1)), (AccountId::Wallet(BuyerId(1)), dollars(1))];
    assert_eq!(check(&empty(), entries).map(|_| ()), Err(Refusal::AmountTooLarge));
}

#[test]
#[should_panic(expected = "L1")]
fn a_transaction_that_does_not_sum_to_zero_is_a_fault_of_the_rule() {
    let _ = check(&empty(), [(AccountId::Opening, Money::cny(1))]);
}

#[test]
#[should_panic(expected = "L3")]
fn a_shop_that_pays_what_it_does_not_hold_is_a_fault_of_the_rule() {
    let _ = check(&empty(), entries(&[(AccountId::ShopHeld(ShopId::from("tea")), AccountId::Opening, 1)]));
}
