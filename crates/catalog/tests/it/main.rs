//! One test binary for the crate: linking is slow.

mod demo;
mod electronics;
mod feed_file;
mod format;
mod pinyin;
mod random_bytes;
mod search;
mod shops_file;
