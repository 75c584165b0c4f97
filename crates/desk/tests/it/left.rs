//! There are not so many of something: as many as are left are taken where the buyer said so, or says yes to it.

use crate::world::Talk;

const SHOPS: &str = r#"{"shops": [{"id": "berry", "name": "莓莓果园", "name_en": "Berry Garden", "kind": "groceries",
 "location": {"adcode": "420111", "longitude": 114.4, "latitude": 30.5, "address": "武汉市洪山区珞喻路1号"},
 "hours": "00:00-24:00", "orders_per_ten_minutes": 10, "delivery_fee": 300, "minutes": 30, "tags": ["水果"],
 "items": [
  {"id": "blue", "name": "蓝莓", "name_en": "blueberries", "price": 1500, "stock": 2, "tags": ["水果"], "options": []},
  {"id": "pear", "name": "香梨", "name_en": "pears", "price": 300, "stock": null, "tags": ["水果"], "options": []}]}]}"#;

fn quantities(answer: &desk::Answer) -> Vec<(String, u32)> {
    let lines = answer.quote.iter().flat_map(|quote| &quote.terms.lines);
    lines.map(|line| (line.item.item.to_string(), line.quantity)).collect()
}

#[tokio::test]
async fn as_many_as_are_left_are_quoted_where_the_buyer_says_so() {
    for (sentence, told) in [
        ("蓝莓来四盒，香梨两个，不够四盒的话有几盒拿几盒", "只剩 2"),
        (
            "four boxes of blueberries and two pears, and if you don't have that many just give me whatever is left",
            "Only 2 of",
        ),
    ] {
        let talk = Talk::over(SHOPS).await;
        let answer = talk.say(sentence).await;
        let mut lines = quantities(&answer);
        lines.sort();
        assert_eq!(lines, [("blue".to_owned(), 2), ("pear".to_owned(), 2)], "{sentence}: {}", answer.reply);
        assert!(answer.reply.contains(told), "{}", answer.reply);
    }
}

#[tokio::test]
async fn who_is_asked_may_say_yes() {
    let talk = Talk::over(SHOPS).await;
    let asked = talk.say("蓝莓来四盒").await;
    assert_eq!(asked.refusal.as_ref().map(domain::refusal::Refusal::code), Some("sold_out"), "{}", asked.reply);
    assert!(asked.reply.contains("说“好”"), "{}", asked.reply);
    let answer = talk.say("好").await;
    assert_eq!(quantities(&answer), [("blue".to_owned(), 2)], "{}", answer.reply);
    assert!(answer.order.is_none());
}

#[tokio::test]
async fn what_one_costs_may_be_asked_before_the_yes() {
    let talk = Talk::over(SHOPS).await;
    let asked = talk.say_all(&["蓝莓来四盒", "多少钱一盒"]).await;
    assert!(asked.reply.contains("一份 15.00 元") && asked.reply.contains("就要这 2 份"), "{}", asked.reply);
    let answer = talk.say("好").await;
    assert!(answer.order.is_none());
    assert_eq!(quantities(&answer), [("blue".to_owned(), 2)], "{}", answer.reply);
}

#[tokio::test]
async fn who_is_asked_again_sees_what_there_is_to_agree_to() {
    let talk = Talk::over(SHOPS).await;
    let answer = talk.say_all(&["香梨两个", "好，我想想"]).await;
    assert!(answer.order.is_none());
    assert_eq!(quantities(&answer), [("pear".to_owned(), 2)]);
    assert!(answer.reply.contains("还没有下单") && answer.reply.contains("香梨"), "{}", answer.reply);
}
