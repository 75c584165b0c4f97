//! What is said beside a yes: what only tells something places the order all the same, and what may change it does not.

use crate::talk::Talk;

/// What is done when this is said while a quote waits.
fn beside_a_quote(sentence: &str) -> String {
    let mut talk = Talk::default();
    assert!(talk.say("两杯美式，一盒鸡蛋").starts_with("yunshan/mei x2"));
    talk.say(sentence)
}

#[test]
fn what_only_tells_something_places_the_order() {
    for yes in [
        "下单吧，室友等着呢",
        "冲，下单",
        "Wonderful, place the order",
        "place the order, I'm happy",
        "妈妈说可以买，下单",
        "xing, jiu zheyang, xiadan",
        "不改了不改了，就这样下单",
    ] {
        let heard = beside_a_quote(yes);
        assert!(heard.starts_with("confirm"), "{yes}: {heard}");
    }
}

#[test]
fn what_may_change_it_does_not() {
    for no in [
        "下单，热一点",
        "下单吧，糖呢",
        "付款，冰块要是有的话",
        "下单，除非涨价",
        "停下单",
        "下单，大",
        "下单，没钱",
        "下单，送同事",
        "下单，反悔了",
        "下单，下班送",
        "place the order, decaf",
        "go ahead, just kidding",
        "place the order, next week",
        "place the order, but cold",
        "place the order unless it rains",
        "下单，晚点送",
        "下单，明天",
        "下单吧，五份",
        "下单，可颂",
        "下单，小心轻放",
        "下单，小心别洒了",
        "下单吧，我妈说不要糖",
        "行，冲杯热的，下单",
        "下单吧，他饿了要两份",
        "行，钱我垫了，下单",
        "place the order, my mate hates sugar",
        "place the order, better make it three",
        "place the order, bet it is the iced one",
    ] {
        let heard = beside_a_quote(no);
        assert!(!heard.starts_with("confirm"), "{no}: {heard}");
    }
}
