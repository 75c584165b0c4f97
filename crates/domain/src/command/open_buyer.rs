//! Opens a buyer, with a wallet.

use super::Decide;
use crate::buyer::Buyer;
use crate::digest::Digest;
use crate::event::Happened;
use crate::ledger::{self, AccountId, TransactionId};
use crate::money::Money;
use crate::receipt::Outcome;
use crate::refusal::Refusal;
use crate::working_set::{Context, RowNames, WorkingSet};

/// Opens a buyer.
#[derive(Debug, Clone)]
pub struct OpenBuyer {
    /// The buyer, as they begin.
    pub buyer: Buyer,
    /// What a demonstration puts into the wallet.
    pub opening_balance: Money,
}

impl Decide for OpenBuyer {
    fn name_rows(&self, names: &mut RowNames) {
        names.buyers.insert(self.buyer.id);
        names.accounts.extend([AccountId::Wallet(self.buyer.id), AccountId::Opening]);
    }

    fn decide(&self, rows: &mut WorkingSet, context: &Context) -> Result<Outcome, Refusal> {
        let id = self.buyer.id;
        if rows.buyers.get(&id).is_some() {
            return Err(Refusal::BuyerExists);
        }
        self.buyer.check()?;
        let given = self.opening_balance;
        let entries = [(AccountId::Opening, given.negated()?), (AccountId::Wallet(id), given)];
        let checked = ledger::check(rows, entries)?;

        // After this point it must succeed.
        let number = rows.next_number(id.slot());
        rows.accounts.put(AccountId::Wallet(id), ledger::Account::default());
        ledger::post(rows, TransactionId(number), checked);
        rows.buyers.put(id, self.buyer.clone());
        rows.happened(number, context.now, Happened::BuyerOpened(id));
        Ok(Outcome::BuyerOpened(id))
    }

    fn write(&self, digest: Digest) -> Digest {
        self.buyer.write(digest).number(self.opening_balance.fen())
    }
}
