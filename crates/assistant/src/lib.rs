//! Sentences to requests, dialogue, and replies, in Chinese and English.
//!
//! Pure: a sentence, the dialogue so far and the scene come in; a step for others to perform comes out. Nothing is
//! read, written or timed here, and nothing here can spend: [`Step::Confirm`] only says that the buyer agreed, and
//! is only ever returned while a quote is waiting for exactly that.
//!
//! The way of a sentence: `read/` makes tokens and then a [`Reading`] of it, with the vocabulary of `lexicon/`, which
//! is compiled from the catalogue; `dialogue/` resolves what the reading refers to, chooses items and edits the cart,
//! which gives a [`Turn`]; `reply/` puts it into words. What no part could place is in `unread`, and said back.
//! `quantity/` is the grammar of numbers, sums and times by itself, which the reader shares.

mod assistant;
pub mod dialogue;
pub mod lexicon;
pub mod quantity;
pub mod read;
mod repair;
pub mod reply;
mod request;
mod scene;
mod turn;

pub use assistant::Assistant;
pub use dialogue::Dialogue;
pub use read::{Explanation, Reading};
pub use request::Request;
pub use scene::{OpenOrder, Scene};
pub use turn::{NoPlace, Note, Offer, Question, Step, Turn};

/// Characters of a sentence at most; what is longer is cut, and said to be.
pub const SENTENCE_CHARS_MAX: usize = 2_000;
/// Offers shown at once at most: what a person can compare on a small screen.
pub const OFFERS_MAX: usize = 10;
