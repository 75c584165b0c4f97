//! The state table of orders, whole (invariant O1).

use domain::order::OrderState;

/// From the state of the row to that of the column.
const TABLE: &str = "
                 pen pai acc pre dlg ded can fai
pending_payment   -  yes  -   -   -   -   -  yes
paid              -   -  yes  -   -   -  yes  -
accepted          -   -   -  yes  -   -  yes  -
preparing         -   -   -   -  yes  -   -   -
delivering        -   -   -   -   -  yes  -   -
delivered         -   -   -   -   -   -   -   -
cancelled         -   -   -   -   -   -   -   -
payment_failed    -   -   -   -   -   -   -   -
";

#[test]
fn the_whole_table() {
    let mut table = String::from("\n                 pen pai acc pre dlg ded can fai\n");
    for from in OrderState::ALL {
        let cell = |to| if from.may_become(to) { "yes" } else { " - " };
        let cells: Vec<_> = OrderState::ALL.into_iter().map(cell).collect();
        let row = format!("{:<17}{}", from.word(), cells.join(" "));
        table.push_str(row.trim_end());
        table.push('\n');
    }
    assert_eq!(table, TABLE);
}

#[test]
fn what_is_final_goes_nowhere_and_only_that() {
    for state in OrderState::ALL {
        let goes = OrderState::ALL.into_iter().any(|next| state.may_become(next));
        assert_eq!(goes, !state.is_final(), "{}", state.word());
    }
}

#[test]
fn a_shop_takes_only_steps_of_the_table_and_reaches_the_door() {
    let mut walk = vec![OrderState::Paid];
    while let Some(next) = walk.last().and_then(|state| state.next_step()) {
        assert!(walk.last().is_some_and(|state| state.may_become(next)));
        walk.push(next);
    }
    let words: Vec<_> = walk.iter().map(|state| state.word()).collect();
    assert_eq!(words, ["paid", "accepted", "preparing", "delivering", "delivered"]);
}

#[test]
fn words_stand_for_one_state_each() {
    for state in OrderState::ALL {
        assert_eq!(OrderState::from_word(state.word()), Some(state));
    }
    assert_eq!(OrderState::from_word("Paid"), None);
    assert_eq!(OrderState::from_word(""), None);
}
