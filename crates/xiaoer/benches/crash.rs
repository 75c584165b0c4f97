//! Orders over HTTP with `kill -9` in the middle, in full: three times 5,000 by 64 clients at once. The ordinary tests
//! do the same with fewer.
//!
//! `cargo bench -p xiaoer --bench crash [-- ORDERS [TIMES]]`
#![expect(clippy::print_stdout, reason = "it prints what it saw")]

#[path = "../tests/driver/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the driver is the tests'; this needs a part of it")]
mod driver;

use driver::crash;

fn main() {
    let numbers: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let orders = numbers.first().copied().unwrap_or(5_000);
    let times = numbers.get(1).copied().unwrap_or(3);
    println!("{times} times {orders} orders by {} clients at once, a kill in the middle of each", crash::CLIENTS);
    for report in crash::run(orders, times) {
        println!("{report}");
    }
    println!(
        "every acknowledged order was there, once, after each kill; the audit passed after each kill and at the end"
    );
}
