//! `GET /`: the conversation.

use axum::extract::State;
use axum::response::Html;
use domain::id::BuyerId;
use domain::language::Language;
use domain::refusal::Refusal;

use super::html;
use crate::Gateway;
use crate::page::conversation::{ConversationPage, Gift, QuoteCard, Side, Turn, examples, turns};
use crate::page::guide::Guide;
use crate::page::phrase;
use crate::page::shell::{Shell, Tab, Taste};
use crate::web::caller::Visitor;
use crate::web::problem::Refused;

/// Shows what was said so far; to a newcomer, how to begin.
pub async fn home(
    State(gateway): State<Gateway>,
    Visitor(visitor): Visitor,
    taste: Taste,
) -> Result<Html<String>, Refused> {
    let shell = Shell::new(taste, Tab::Talk, "/");
    let (turns, side) = match visitor {
        Some(buyer) => (talk(&gateway, buyer, &shell).await?, Some(side(&gateway, buyer, taste.language).await?)),
        None => (Vec::new(), None),
    };
    let gift = gift(&gateway, visitor, "/", taste.language).await?;
    html(&ConversationPage { shell, examples: examples(taste.language), turns, side, gift })
}

/// What was said so far, with the cards of the latest answer and of the quote that still waits.
async fn talk(gateway: &Gateway, buyer: BuyerId, shell: &Shell) -> Result<Vec<Turn>, Refusal> {
    let (messages, waiting) = gateway.desk.conversation(buyer).await?;
    let guide = Guide::new(&gateway.desk, shell.taste.language);
    let mut turns = turns(&messages);
    let Some(last) = turns.last_mut() else { return Ok(turns) };
    // What the desk remembers of a long reply is its beginning.
    let latest = gateway.recent.of(buyer).filter(|answer| answer.reply.starts_with(&last.reply));
    match latest {
        Some(answer) => *last = Turn::of(&last.said, &answer, waiting.as_deref(), shell.words, &guide),
        None => last.quote = waiting.map(|quote| QuoteCard::of(&quote, &guide)),
    }
    Ok(turns)
}

async fn side(gateway: &Gateway, buyer: BuyerId, language: Language) -> Result<Side, Refusal> {
    let (profile, wallet) = (gateway.desk.profile(buyer).await?, gateway.desk.wallet(buyer).await?);
    let now = gateway.desk.now();
    let usable = wallet.vouchers.iter().filter(|voucher| voucher.usable_at(now)).count();
    Ok(Side {
        place: profile.addresses.first().map(Into::into),
        balance: phrase::money(wallet.balance),
        vouchers: (usable > 0).then(|| phrase::vouchers(usable, language)),
    })
}

/// The first gift of a running campaign that the visitor has not had yet.
pub async fn gift(
    gateway: &Gateway,
    visitor: Option<BuyerId>,
    back: &'static str,
    language: Language,
) -> Result<Option<Gift>, Refusal> {
    let held = match visitor {
        Some(buyer) => gateway.desk.vouchers(buyer).await?,
        None => Vec::new(),
    };
    let campaigns = gateway.desk.running_campaigns();
    let open = campaigns.iter().find(|campaign| !held.iter().any(|voucher| voucher.id.campaign == campaign.id));
    Ok(open.map(|campaign| Gift::of(campaign, back, language)))
}
