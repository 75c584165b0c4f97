//! Stock: never more sold than allotted, and what comes back can be sold again.

use domain::id::ItemKey;
use domain::refusal::Refusal;
use domain::stock::{Stock, restock};
use proptest::prelude::*;

#[derive(Debug, Clone, Copy)]
enum Step {
    Sell(u32),
    GiveBack,
    Restock(u32),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (1_u32..20).prop_map(Step::Sell),
        2 => Just(Step::GiveBack),
        1 => (0_u32..50).prop_map(Step::Restock),
    ]
}

proptest! {
    #[test]
    fn units_sold_are_units_in_standing_orders(steps in prop::collection::vec(step(), 0..100)) {
        let item = ItemKey::new("tea", "cup");
        let mut stock = Stock::default();
        let mut standing: Vec<u32> = Vec::new();
        for step in steps {
            let left = stock.left();
            match step {
                Step::Sell(quantity) => match stock.sell(&item, quantity) {
                    Ok(less) => {
                        stock = less;
                        standing.push(quantity);
                        prop_assert_eq!(stock.left() + u64::from(quantity), left);
                    }
                    Err(refusal) => {
                        prop_assert!(u64::from(quantity) > left);
                        prop_assert_eq!(refusal, Refusal::SoldOut { item: item.clone(), left });
                    }
                },
                Step::GiveBack => {
                    if let Some(quantity) = standing.pop() {
                        stock = stock.give_back(quantity);
                        prop_assert_eq!(stock.left(), left + u64::from(quantity));
                    }
                }
                Step::Restock(units) => {
                    restock(std::slice::from_mut(&mut stock), 0, units);
                    prop_assert_eq!(stock.left(), u64::from(units), "what is on the shelf can be sold");
                }
            }
            prop_assert_eq!(stock.sold, standing.iter().map(|n| u64::from(*n)).sum::<u64>(), "S1");
            prop_assert!(stock.sold <= stock.allotted, "S1");
        }
    }
}

#[test]
#[should_panic(expected = "S1")]
fn no_more_comes_back_than_was_sold() {
    let _ = Stock { allotted: 5, sold: 1, moved: 0 }.give_back(2);
}
