//! The endpoints for programs, one to a file: its parameters, its description for OpenAPI, its handler.

pub mod account;
pub mod addresses;
pub mod chat;
mod describe;
pub mod health;
mod key;
pub mod metrics;
pub mod openapi;
pub mod orders;
pub mod quotes;
pub mod vouchers;
pub mod wallet;
