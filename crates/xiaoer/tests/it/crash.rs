//! Orders with `kill -9` in the middle. `cargo bench -p xiaoer --bench crash` does the same in full.

use crate::driver::crash::run;

#[test]
fn what_was_acknowledged_is_there_once_after_a_kill() {
    for report in run(300, 2) {
        println!("{report}");
        assert!(report.acknowledged_before < report.orders, "the kill came in the middle");
    }
}
