//! An order is given up and something else bought: the one is placed, then the other cancelled, on a yes of its own.

use domain::order::OrderState;

use crate::world::Talk;

const SHOPS: &str = include_str!("constraints.json");

fn states(orders: &[domain::order::Order]) -> Vec<OrderState> {
    orders.iter().map(|order| order.state).collect()
}

#[tokio::test]
async fn the_order_of_before_is_cancelled_on_a_yes_of_its_own() {
    let talk = Talk::over(SHOPS).await;
    talk.say_all(&["来一杯大杯珍珠奶茶", "确认"]).await;
    let quoted = talk.say("刚才的订单取消，来一份牛肉面").await;
    assert!(quoted.quote.is_some() && quoted.reply.contains("还没有取消"), "{}", quoted.reply);
    let placed = talk.say("确认").await;
    assert!(placed.reply.contains("珍珠奶茶") && placed.reply.contains("取消吧"), "{}", placed.reply);
    assert_eq!(states(&talk.orders().await), [OrderState::Paid, OrderState::Paid]);
    talk.say("取消吧").await;
    assert_eq!(states(&talk.orders().await), [OrderState::Paid, OrderState::Cancelled]);
}

#[tokio::test]
async fn who_says_something_else_keeps_both() {
    let talk = Talk::over(SHOPS).await;
    talk.say_all(&["a large bubble tea", "confirm", "cancel my order, and get me a beef noodle soup", "confirm"]).await;
    for sentence in ["no, keep it", "yes"] {
        talk.say(sentence).await;
        assert_eq!(states(&talk.orders().await), [OrderState::Paid, OrderState::Paid], "{sentence}");
    }
}
