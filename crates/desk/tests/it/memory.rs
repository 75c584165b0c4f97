//! What is remembered of a buyer is theirs: shown, and forgotten when they say so.

use domain::id::OrderId;

use crate::world::Talk;

const SHOPS: &str = include_str!("constraints.json");

async fn order(talk: &Talk, sentence: &str) -> OrderId {
    let quoted = talk.say(sentence).await;
    assert!(quoted.quote.is_some(), "{}", quoted.reply);
    talk.say("确认").await.order.expect("it was agreed to").id
}

/// Three large teas, and a noodle soup last.
async fn regular() -> Talk {
    let talk = Talk::over(SHOPS).await;
    for _ in 0..3 {
        order(&talk, "来一杯大杯珍珠奶茶").await;
    }
    order(&talk, "来一份牛肉面").await;
    talk
}

#[tokio::test]
async fn the_usual_and_tastes_are_shown_and_applied_to_nothing() {
    let talk = regular().await;
    for (asks, usual, taste) in [
        ("我的记录", "牛肉面 × 1（山上面馆）", "口味：大杯"),
        ("what do you know about me", "Hill Noodles", "tastes: large"),
    ] {
        let told = talk.say(asks).await.reply;
        assert!(told.contains(usual) && told.contains(taste), "{told}");
    }
    let habits = talk.desk.habits(talk.buyer).await.expect("they are known");
    assert_eq!((habits.usual.len(), habits.tastes.len()), (3, 1), "what comes by itself is no taste: {habits:?}");
    let plain = talk.say("来一杯珍珠奶茶").await.quote.expect("tea can be had");
    assert_eq!(plain.terms.total.fen(), 1_500, "a medium one, as nothing else was said");
}

#[tokio::test]
async fn two_orders_are_no_taste() {
    let talk = Talk::over(SHOPS).await;
    for _ in 0..2 {
        order(&talk, "来一杯大杯珍珠奶茶").await;
    }
    assert!(talk.desk.habits(talk.buyer).await.expect("they are known").tastes.is_empty());
}

#[tokio::test]
async fn what_is_forgotten_in_words_is_gone_and_the_orders_stay() {
    for forget in ["把我的记录清空", "删掉我的口味", "forget what I usually have"] {
        let talk = regular().await;
        talk.say("我对花生过敏").await;
        let said = talk.say(forget).await.reply;
        assert!(said.contains("订单") || said.contains("list of orders"), "{said}");
        let habits = talk.desk.habits(talk.buyer).await.expect("they are known");
        assert!(habits.usual.is_empty() && habits.tastes.is_empty(), "{forget}: {habits:?}");
        assert_eq!(talk.orders().await.len(), 4, "{forget}");
        assert_eq!(talk.desk.profile(talk.buyer).await.expect("they are known").avoids.len(), 1, "{forget}");
        let usual = talk.say("老样子").await;
        assert!(usual.quote.is_none(), "{forget}: {}", usual.reply);
        order(&talk, "来一杯美式").await;
        let usual = talk.say("老样子").await.quote.expect("what was ordered since");
        assert_eq!(&*usual.terms.lines[0].item.item.0, "coffee");
    }
}

#[tokio::test]
async fn whoever_says_not_to_forget_has_nothing_forgotten() {
    let talk = regular().await;
    for said in ["别忘了我的老样子", "don't forget my usual", "清空购物车", "我忘了老样子是什么"]
    {
        talk.say(said).await;
        assert_eq!(talk.desk.habits(talk.buyer).await.expect("they are known").usual.len(), 3, "{said}");
    }
}
