//! The doors: web pages and the HTTP API.

pub mod asset;
pub mod markdown;
pub mod metric;
pub mod page;
pub mod web;
