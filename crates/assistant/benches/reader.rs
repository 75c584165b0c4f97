//! How many sentences a second the fast reader reads.

fn main() {}
