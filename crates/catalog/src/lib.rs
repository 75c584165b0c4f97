//! What is for sale: reading it from files, keeping it, finding it.
//!
//! [`Catalogue`] is an immutable snapshot with its index. [`file`](mod@file) reads shops files and product feeds from a
//! reader that is handed in. [`demo`] is the catalogue of a first start. Nothing here knows about orders, opens a file,
//! asks the network or the clock.

pub mod demo;
pub mod file;
pub mod pinyin;
pub mod search;
mod snapshot;

pub use search::{Found, OPINION_FOUND_MAX, SEARCH_LIMIT_MAX, Search, SecondOpinion, Sort};
pub use snapshot::Catalogue;
