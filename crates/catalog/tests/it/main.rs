//! One test binary for the crate: linking is slow.
