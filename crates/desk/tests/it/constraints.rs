//! What is said of what is bought holds in every quote, until it is lifted in words or the cart is done with.

use crate::world::{Talk, came_to};

/// A tea shop by the river with milk tea of 12 and a large one 4 more, coffee of 18; a shop on the hill with noodles of
/// 25. Delivery is 3 and 2; half an hour, and fifty minutes.
const SHOPS: &str = include_str!("constraints.json");

/// Plays scripts: `> sentence => what it comes to`; a line without a sign begins a new conversation.
async fn play(script: &str) {
    let mut talk = Talk::over(SHOPS).await;
    let mut wrong = Vec::new();
    for line in script.lines().map(str::trim) {
        let Some((sentence, expected)) = line.strip_prefix("> ").and_then(|line| line.split_once(" => ")) else {
            talk = Talk::over(SHOPS).await;
            continue;
        };
        let answer = talk.say(sentence).await;
        if came_to(&answer) != expected {
            wrong.push(format!("> {sentence}\n  expected {expected}, came to {}: {}", came_to(&answer), answer.reply));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn a_total_holds_until_it_is_lifted_or_the_order_is_placed() {
    play(
        "
        > 一共不超过20块，来一杯珍珠奶茶 => 15.00
        > 再来一杯 => over_budget
        > 不限价 => 27.00
        > 再来一杯 => 39.00

        > 一共20以内，来一杯珍珠奶茶 => 15.00
        > 再来一杯 => over_budget
        > 一共30块以内 => 27.00
        > 改成大杯 => over_budget
        > 还是要一杯吧 => 19.00
        > 确认 => Paid
        > 两份牛肉面 => 52.00

        > 来一杯珍珠奶茶 => 15.00
        > 一共不能超过10块 => over_budget
        > 贵点没关系 => 15.00

        > 来一杯珍珠奶茶 => 15.00
        > 可以，一共不超过14块就下单 => over_budget

        > 一共不超过20块，来一杯珍珠奶茶 => 15.00
        > 都不要了 => -
        > 来一份牛肉面 => 27.00

        > one pearl milk tea, 20 yuan in total => 15.00
        > another one => over_budget
        > no limit => 27.00
        ",
    )
    .await;
}

#[tokio::test]
async fn a_price_belongs_to_the_goods_that_it_was_said_of() {
    play(
        "
        > 来一杯15块以内的珍珠奶茶 => 15.00
        > 换成大杯 => item_over_budget
        > 不限价了 => 19.00

        > 来一杯15块以内的珍珠奶茶 => 15.00
        > 再来一份牛肉面 => 42.00
        > 再来一杯珍珠奶茶 => 54.00

        > 有没有15块以下的喝的 => -
        > 第一个来一杯，大杯 => 19.00

        > 有没有20块以下的奶茶 => -
        > 来一份牛肉面 => 27.00

        > 来一杯15块以内的珍珠奶茶 => 15.00
        > 换成美式 => item_over_budget
        ",
    )
    .await;
}

#[tokio::test]
async fn a_time_said_is_the_time_or_there_is_no_quote() {
    play(
        "
        > 来一份牛肉面，12点半送到 => delivery_time_missed
        > 一点送到吧 => 27.00

        > 来一份牛肉面，12点半之前送到 => delivery_time_missed
        > 尽快送 => 27.00

        > 来一杯美式，12点40之前送到 => 21.00
        > 再来一份牛肉面 => delivery_time_missed
        > 牛肉面不要了 => 21.00

        > a beef noodle soup by 12:30 => delivery_time_missed
        > as soon as possible => 27.00

        > 来一杯美式，下午三点送到 => 21.00
        ",
    )
    .await;
}

#[tokio::test]
async fn only_from_a_shop_binds_all_of_the_cart() {
    play(
        "
        > 只要江边茶铺的，来一杯珍珠奶茶 => 15.00
        > 再来一份牛肉面 => shop_excluded
        > 别家也行 => 42.00

        > 江边茶铺来一杯珍珠奶茶 => 15.00
        > 再来一份牛肉面 => 42.00
        ",
    )
    .await;
}

#[tokio::test]
async fn what_is_refused_stays_out_until_it_is_asked_for() {
    play(
        "
        > 来一杯珍珠奶茶，加椰果 => 17.00
        > 不要椰果 => 15.00
        > 再来一份牛肉面 => 42.00
        > 珍珠奶茶还是加椰果吧 => 44.00
        ",
    )
    .await;
}

#[tokio::test]
async fn so_many_in_all_is_what_was_counted() {
    play(
        "
        > 两杯珍珠奶茶一杯美式，一共三杯 => 45.00
        > 再来一杯美式 => 63.00

        > 两杯珍珠奶茶一杯美式，一共四杯 => quantity_differs
        > 来两杯美式 => 63.00
        ",
    )
    .await;
}

#[tokio::test]
async fn a_refusal_says_what_was_said_what_it_would_be_and_the_cure() {
    let talk = Talk::over(SHOPS).await;
    let answer = talk.say_all(&["一共不超过20块，来一杯珍珠奶茶", "再来一杯"]).await;
    assert!(answer.reply.contains("一共要 27.00 元，超过您说的 20.00 元"), "{}", answer.reply);
    assert!(answer.reply.contains("不限价"), "{}", answer.reply);
    let agreed = talk.say("确认").await;
    assert!(agreed.order.is_none() && talk.orders().await.is_empty(), "{}", agreed.reply);
}
