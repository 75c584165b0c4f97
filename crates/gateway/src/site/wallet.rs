//! `GET /wallet`: balance, movements, vouchers, and what can be claimed.

use axum::extract::State;
use axum::response::Response;
use domain::ledger::TransactionId;
use serde::Deserialize;

use super::home::gift;
use super::html;
use crate::Gateway;
use crate::page::guide::Guide;
use crate::page::phrase;
use crate::page::shell::{Shell, Tab, Taste};
use crate::page::wallet::{Move, VoucherCard, WalletPage};
use crate::web::body::Query;
use crate::web::caller::Guest;
use crate::web::problem::Refused;

/// Movements on a page.
const PAGE: usize = 20;

/// Where the movements begin, and whether a gift has just been claimed.
#[derive(Debug, Deserialize)]
pub struct Asked {
    from: Option<u64>,
    claimed: Option<String>,
}

/// Shows the wallet.
pub async fn wallet(
    State(gateway): State<Gateway>,
    guest: Guest,
    taste: Taste,
    Query(asked): Query<Asked>,
) -> Result<Response, Refused> {
    let shell = Shell::new(taste, Tab::Wallet, "/wallet");
    let guide = Guide::new(&gateway.desk, taste.language);
    let wallet = gateway.desk.wallet(guest.buyer)?;
    let page = gateway.desk.wallet_page(guest.buyer, asked.from.map(TransactionId), PAGE)?;
    let moves = page.lines.iter().map(|line| {
        let cause = line.event.as_ref().map(|event| (&event.what, guide.when(event.at)));
        Move::of(line.posting.amount, cause, shell.words)
    });
    let page = WalletPage {
        balance: phrase::money(wallet.balance),
        moves: moves.collect(),
        earlier: page.next.map(|next| format!("/wallet?from={}", next.0)),
        vouchers: wallet.vouchers.iter().map(|v| VoucherCard::of(v, shell.words, &guide)).collect(),
        gift: gift(&gateway, Some(guest.buyer), "/wallet", taste.language)?,
        claimed: asked.claimed.is_some(),
        shell,
    };
    Ok(guest.answer(html(&page)?))
}
