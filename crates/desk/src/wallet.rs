//! A buyer's wallet: balance, what moved it, vouchers.

use domain::id::BuyerId;
use domain::ledger::{AccountId, TransactionId};
use domain::money::Money;
use domain::refusal::Refusal;
use domain::voucher::Voucher;
use store::WalletLine;

use crate::desk::Desk;

/// Lines on a page at most.
const PAGE_MAX: usize = 50;

/// What a buyer has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wallet {
    /// To spend.
    pub balance: Money,
    /// Vouchers, used and run out ones included.
    pub vouchers: Vec<Voucher>,
}

/// Some lines of a wallet's history, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalletPage {
    /// The lines.
    pub lines: Vec<WalletLine>,
    /// Where to go on.
    pub next: Option<TransactionId>,
}

impl Desk {
    /// What a buyer has.
    ///
    /// # Errors
    /// [`Refusal::StoreUnavailable`].
    pub async fn wallet(&self, buyer: BuyerId) -> Result<Wallet, Refusal> {
        Ok(Wallet { balance: self.balance(buyer).await?, vouchers: self.vouchers(buyer).await? })
    }

    /// What moved a buyer's balance, from a transaction on, or from the newest.
    ///
    /// # Errors
    /// [`Refusal::StoreUnavailable`].
    pub async fn wallet_page(
        &self,
        buyer: BuyerId,
        from: Option<TransactionId>,
        limit: usize,
    ) -> Result<WalletPage, Refusal> {
        let (shard, account) = (self.shard(buyer), AccountId::Wallet(buyer));
        let mut next = match from {
            Some(from) => Some(from),
            None => self.store.account(shard, &account).await?.and_then(|wallet| wallet.last_transaction),
        };
        let mut lines = Vec::new();
        while let Some(number) = next
            && lines.len() < limit.min(PAGE_MAX)
        {
            let Some(line) = self.store.wallet_line(shard, &account, number.0).await? else { break };
            next = line.posting.previous;
            lines.push(line);
        }
        Ok(WalletPage { lines, next })
    }
}
