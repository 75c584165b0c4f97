//! The use cases, one file each: what a buyer can do here, whichever door they come through.
//!
//! A use case reads what a decision needs, submits commands, calls payment providers, and decides no rule itself.
//! It knows no HTTP, no SQL, and only [`turn`] ever sees free text, which it hands to the assistant.

mod answer;
mod assortment;
mod cancel;
mod change_buyer;
mod claim;
mod confirm;
mod desk;
mod habits;
mod mint;
mod open_buyer;
mod orders;
mod pay;
pub mod payment;
mod places;
mod quote;
mod reply;
mod shelf;
mod sign_in;
mod turn;
mod wallet;
pub mod wire;
mod work;

pub use answer::{Answer, Message};
pub use assortment::Assortment;
pub use desk::{Desk, Settings};
pub use habits::{Habits, Taste};
pub use mint::{Entropy, Mint};
pub use open_buyer::{Opened, Opening};
pub use places::Place;
pub use quote::QuoteWish;
pub use reply::usual_order;
pub use shelf::Shelf;
pub use sign_in::Token;
pub use store::metric;
pub use wallet::{Wallet, WalletPage};
