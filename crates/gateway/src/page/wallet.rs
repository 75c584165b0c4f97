//! The wallet: what is in it, what went in and out, vouchers, and what a campaign gives.

use askama::Template;

use domain::event::Happened;
use domain::money::Money;
use domain::order::OrderState;
use domain::voucher::{Voucher, VoucherState};

use super::conversation::Gift;
use super::guide::Guide;
use super::phrase;
use super::shell::Shell;
use super::words::Words;

/// The wallet's page.
#[derive(Debug, Template)]
#[template(path = "wallet.html")]
pub struct WalletPage {
    /// What surrounds it.
    pub shell: Shell,
    /// What is in it; nothing for a newcomer, who has none yet.
    pub balance: Option<String>,
    /// What went in and out, newest first.
    pub moves: Vec<Move>,
    /// Where earlier ones are; nothing if these are all.
    pub earlier: Option<String>,
    /// The vouchers held.
    pub vouchers: Vec<VoucherCard>,
    /// A campaign's gift that can be claimed.
    pub gift: Option<Gift>,
    /// Whether a gift has just been claimed.
    pub claimed: bool,
}

impl WalletPage {
    /// The page of a newcomer: there is nothing yet but perhaps a gift.
    pub fn empty(shell: Shell, gift: Option<Gift>) -> Self {
        Self { shell, balance: None, moves: Vec::new(), earlier: None, vouchers: Vec::new(), gift, claimed: false }
    }
}

/// Money that went in or out.
#[derive(Debug)]
pub struct Move {
    /// What for.
    pub what: String,
    /// When.
    pub when: String,
    /// How much, with its sign.
    pub amount: String,
    /// Whether it came in.
    pub inward: bool,
}

/// A voucher held.
#[derive(Debug)]
pub struct VoucherCard {
    /// What it is worth.
    pub worth: String,
    /// Whose it is: the campaign's name.
    pub name: String,
    /// What to know about it: until when, from what sum.
    pub terms: String,
    /// Its state.
    pub state: String,
    /// Whether it can be used.
    pub usable: bool,
}

impl Move {
    /// A movement of `amount`; `cause` is what happened and when, if that is still known.
    pub fn of(amount: Money, cause: Option<(&Happened, String)>, words: &Words) -> Self {
        let what = match cause.as_ref().map(|(what, _)| *what) {
            Some(Happened::OrderMoved { order, state: OrderState::Cancelled }) => {
                format!("{} {order}", words.move_refund)
            }
            Some(Happened::OrderMoved { order, .. }) => format!("{} {order}", words.move_order),
            Some(Happened::RefundSettled(order)) => format!("{} {order}", words.move_refund),
            Some(Happened::BuyerOpened(_)) => words.move_opening.to_owned(),
            _ => words.move_other.to_owned(),
        };
        let inward = !amount.is_negative();
        let plus = if inward { "+" } else { "" };
        let when = cause.map(|(_, when)| when).unwrap_or_default();
        Self { what, when, amount: format!("{plus}{}", phrase::money(amount)), inward }
    }
}

impl VoucherCard {
    /// A voucher held, used or over.
    pub fn of(voucher: &Voucher, words: &Words, guide: &Guide) -> Self {
        let usable = voucher.usable_at(guide.now);
        let state = match voucher.state {
            VoucherState::Spent { .. } => words.voucher_spent,
            _ if usable => words.voucher_usable,
            _ => words.voucher_over,
        };
        let until = guide.when(voucher.expires_at);
        Self {
            worth: phrase::worth(voucher.terms.amount),
            name: guide.campaign(&voucher.id.campaign),
            terms: phrase::voucher_terms(&voucher.terms, Some(&until), guide.language),
            state: state.to_owned(),
            usable,
        }
    }
}
