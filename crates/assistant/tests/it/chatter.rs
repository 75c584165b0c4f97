//! What is said beside a yes: what only tells something places the order all the same, and what may change it does not.

use crate::talk::{Talk, play};

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
        let mut talk = Talk::default();
        assert!(talk.say("两杯美式，一盒鸡蛋").starts_with("yunshan/mei x2"));
        let heard = talk.say(yes);
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
    ] {
        let mut talk = Talk::default();
        assert!(talk.say("两杯美式，一盒鸡蛋").starts_with("yunshan/mei x2"));
        let heard = talk.say(no);
        assert!(!heard.starts_with("confirm"), "{no}: {heard}");
    }
}

#[test]
fn goods_named_once_more_with_a_count_are_so_many() {
    play(
        "
        > 一碗片儿川，一个鸡蛋
        xiaonan/pian x1; jiajia/dan x1
        > 鸡蛋要两盒
        xiaonan/pian x1; jiajia/dan x2
        ",
    );
}

#[test]
fn nothing_else_of_the_kind_is_no_denial_of_what_was_chosen() {
    play(
        "
        > 布丁奶茶一杯，加布丁，别的料都不要，露露的
        lulu/bu x1 布丁
        ",
    );
}

#[test]
fn when_a_shop_is_open_and_what_one_costs_is_told() {
    let mut talk = Talk::default();
    let turn = talk.turn("夜夜烧烤开门了没");
    let said = assistant::reply::turn(&turn);
    assert!(said.contains("营业时间") && said.contains("夜夜烧烤"), "{said}");
    talk.say("一杯大杯拿铁");
    let said = assistant::reply::turn(&talk.turn("多少钱来着"));
    assert!(said.contains("拿铁一份"), "{said}");
}
