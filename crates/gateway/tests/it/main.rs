//! The doors as those outside know them: one story per file.

mod api;
mod contract;
mod pages;
mod world;
