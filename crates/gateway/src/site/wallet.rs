//! `GET /wallet`: balance, movements, vouchers, and what can be claimed.

use axum::extract::State;
use axum::response::Html;
use domain::ledger::TransactionId;
use serde::Deserialize;

use super::home::gift;
use super::html;
use crate::Gateway;
use crate::page::guide::Guide;
use crate::page::phrase;
use crate::page::shell::{Shell, Tab, Taste};
use crate::page::wallet::{Move, VoucherCard, WalletPage};
use crate::web::body::{Query, number};
use crate::web::caller::Visitor;
use crate::web::problem::Refused;

/// Movements on a page.
const PAGE: usize = 20;

/// Where the movements begin, and whether a gift has just been claimed.
#[derive(Debug, Deserialize)]
pub struct Asked {
    from: Option<String>,
    claimed: Option<String>,
}

/// Shows the wallet; to a newcomer, how to come to one.
pub async fn wallet(
    State(gateway): State<Gateway>,
    Visitor(visitor): Visitor,
    taste: Taste,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Refused> {
    let from = asked.from.map(|from| number("from", &from)).transpose()?.map(TransactionId);
    let shell = Shell::new(taste, Tab::Wallet, "/wallet");
    let gift = gift(&gateway, visitor, "/wallet", taste.language).await?;
    let Some(buyer) = visitor else { return html(&WalletPage::empty(shell, gift)) };
    let guide = Guide::new(&gateway.desk, taste.language);
    let wallet = gateway.desk.wallet(buyer).await?;
    let page = gateway.desk.wallet_page(buyer, from, PAGE).await?;
    let moves = page.lines.iter().map(|line| {
        let cause = line.event.as_ref().map(|event| (&event.what, guide.when(event.at)));
        Move::of(line.posting.amount, cause, shell.words)
    });
    html(&WalletPage {
        balance: Some(phrase::money(wallet.balance)),
        moves: moves.collect(),
        earlier: page.next.map(|next| format!("/wallet?from={}", next.0)),
        vouchers: wallet.vouchers.iter().map(|v| VoucherCard::of(v, shell.words, &guide)).collect(),
        gift,
        claimed: asked.claimed.is_some(),
        shell,
    })
}
