//! What is said beside a yes: what only tells something places the order all the same, and what may change it does not.

use crate::talk::Talk;

/// Says each sentence while a quote of these goods waits: whether it places the order must be `placed`.
fn each(goods: &str, placed: bool, sentences: &[&str]) {
    for sentence in sentences {
        let mut talk = Talk::default();
        assert!(talk.say(goods).starts_with("yunshan/"), "{goods} is quoted");
        let heard = talk.say(sentence);
        assert_eq!(heard.starts_with("confirm"), placed, "{goods}, {sentence}: {heard}");
    }
}

const ONE: &str = "一杯拿铁";
const TWO: &str = "一杯拿铁，一个可颂";
const COUNTED: &str = "两杯美式，一盒鸡蛋";

#[test]
fn what_only_tells_something_places_the_order() {
    each(
        COUNTED,
        true,
        &[
            "下单吧，室友等着呢",
            "冲，下单",
            "Wonderful, place the order",
            "place the order, I'm happy",
            "妈妈说可以买，下单",
            "xing, jiu zheyang, xiadan",
            "不改了不改了，就这样下单",
        ],
    );
}

#[test]
fn what_may_change_it_does_not() {
    each(
        COUNTED,
        false,
        &[
            "下单，热一点",
            "下单吧，糖呢",
            "付款，冰块要是有的话",
            "下单吧，我瞎说的",
            "下单，随便说说",
            "下单，温度呢",
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
        ],
    );
}

#[test]
fn words_that_say_nothing_of_goods_may_say_much_of_an_order() {
    each(
        TWO,
        false,
        &[
            "好，我想想",
            "好的，算算",
            "好，问问她",
            "一会我确认",
            "我确认一下",
            "先确认一下",
            "确认啥",
            "下单啥",
            "下单，他们也是",
            "好久",
            "好，但是",
            "可以，不过呢",
            "好，否则",
            "大概行",
            "可能可以",
            "下单，地址不对",
            "下单，换个地址",
            "下单，送他家",
            "下单，给她送过去",
            "下单，过年送",
            "下单，周六送",
            "下单，他付",
            "下单，自己拿",
            "下单，用券",
            "下单，少点",
            "下单，他也要一杯",
            "下单，拿铁就好",
            "下单，拿铁也来一杯",
            "下单，先送拿铁",
            "下单，那杯",
            "下一个，下单",
            "好，还是原来那家",
            "confirm, wrong address",
            "confirm, I'm not home",
            "confirm, send it there",
            "confirm, in the evening",
            "confirm, you pay",
            "ok, but",
            "ok and",
            "sort of, yes",
            "is this right",
            "do you confirm",
            "I need to confirm",
            "yes, me too",
            "my sister wants that too, order it",
            "place it, my friend wants this too",
            "order it double",
            "use my voucher and place it",
        ],
    );
}

#[test]
fn thanks_haste_and_who_is_spoken_to_change_nothing() {
    each(
        TWO,
        true,
        &[
            "成，买",
            "能成，下单",
            "對，請下單",
            "好呀，幫我落單",
            "中，就这些，你帮我下单吧",
            "没错没错你下单吧",
            "嗯呢，可以下单了",
            "对，一点没错，下单",
            "正好，下单",
            "对，都要，下单吧",
            "还是下单吧",
            "好，这下没问题了，订吧",
            "Thanks, place the order",
            "That's everything, order it",
            "Yes, order that too",
            "Great, I'll buy it, place the order",
            "thank you ever so much, please do place the order",
            "就是好的下单吧",
            "like yeah, place the order",
            "确认下单叭",
            "可姨确认下单",
        ],
    );
}

#[test]
fn what_points_at_one_thing_agrees_where_there_is_one() {
    each(ONE, true, &["好，就这杯，下单呗", "Yep, that's the one, order it"]);
    each(TWO, false, &["好，就这杯，下单呗", "下单，那一杯", "嗯这杯也买", "就要这杯，付款"]);
}
