//! One test binary for the crate: linking is slow.

mod demo;
mod feed_file;
mod format;
mod random_bytes;
mod shops_file;
