//! The doors: web pages and the HTTP API.

pub mod asset;
pub mod page;
