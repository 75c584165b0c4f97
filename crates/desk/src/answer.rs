//! What a turn of conversation comes to.

use std::sync::Arc;

use assistant::{Offer, Request};
use domain::language::Language;
use domain::order::Order;
use domain::quote::Quote;
use domain::refusal::Refusal;

/// The answer to a sentence.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What to say.
    pub reply: String,
    /// What was asked for.
    pub request: Request,
    /// What to show.
    pub offers: Vec<Offer>,
    /// The quote that waits for the buyer's yes.
    pub quote: Option<Arc<Quote>>,
    /// The order that was placed, moved or asked about.
    pub order: Option<Order>,
    /// What nobody could place, as the buyer wrote it.
    pub unread: Vec<String>,
    /// The language of the reply.
    pub language: Language,
    /// Why the desk could not do what was asked, if so.
    pub refusal: Option<Refusal>,
}

/// One thing said in a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Whether the buyer said it.
    pub by_buyer: bool,
    /// What was said.
    pub text: String,
}
