//! The wallet: what is in it, what went in and out, vouchers, and what a campaign gives.

use askama::Template;

use super::conversation::Gift;
use super::shell::Shell;

/// The wallet's page.
#[derive(Debug, Template)]
#[template(path = "wallet.html")]
pub struct WalletPage {
    /// What surrounds it.
    pub shell: Shell,
    /// What is in it.
    pub balance: String,
    /// What went in and out, newest first.
    pub moves: Vec<Move>,
    /// The vouchers held.
    pub vouchers: Vec<VoucherCard>,
    /// A campaign's gift that can be claimed.
    pub gift: Option<Gift>,
    /// Whether a gift has just been claimed.
    pub claimed: bool,
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
