//! The doors as those outside know them: one story per file.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod api;
mod contract;
mod pages;
mod world;
