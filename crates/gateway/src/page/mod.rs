//! The pages: what each shows, with every string ready. Templates lie in `web/templates`, one for each struct here; the
//! handlers that fill them stand with their endpoints.

pub mod addresses;
pub mod bill;
pub mod conversation;
pub mod guide;
pub mod order;
pub mod phrase;
pub mod quote;
pub mod refusal;
pub mod shell;
pub mod wallet;
pub mod words;
