//! What a yes agrees to: the quote, if nothing else was said since.

use crate::talk::{Talk, play};

#[test]
fn a_mere_yes_is_about_what_was_said_last() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 有可颂吗
        show (yunshan/ke)
        > 好的
        ask AgreeAgain
        > 好的
        confirm

        > 一杯拿铁
        yunshan/na x1
        > 先别下单
        hold
        > 好
        ask AgreeAgain

        > 一杯拿铁
        yunshan/na x1
        > 太贵了
        notunderstood ?太贵
        > 好吧
        ask AgreeAgain

        > one latte
        yunshan/na x1
        > not yet
        hold
        > ok
        ask AgreeAgain
        > ok
        confirm
        ",
    );
}

#[test]
fn what_orders_and_says_nothing_else_is_about_the_quote() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 有可颂吗
        show (yunshan/ke)
        > 下单
        confirm

        > 一杯拿铁
        yunshan/na x1
        > 先别下单
        hold
        > 确认
        confirm

        > 一杯拿铁
        yunshan/na x1
        > 为什么选这家
        keep
        > 好的
        confirm
        ",
    );
}

#[test]
fn a_wrong_address_is_asked_for_until_it_is_said() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 地址不对
        ask WhereTo
        > 好
        ask WhereTo
        > 送到公司
        yunshan/na x1 -> 公司

        > one latte
        yunshan/na x1
        > place it, wrong address
        ask WhereTo
        > ok
        ask WhereTo
        > to my office
        yunshan/na x1 -> 公司
        ",
    );
}

#[test]
fn something_else_is_no_refusal_of_all() {
    play(
        "
        > 一杯美式
        yunshan/mei x1
        > 换个别的
        ask WhatToBuy
        > 好
        yunshan/mei x1

        > 一杯拿铁
        yunshan/na x1
        > 还有别的拿铁吗
        show (yunshan/na yunshan/xing lulu/hong)
        ",
    );
}

#[test]
fn what_a_choice_would_cost_is_told_and_chosen_only_in_words() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 大杯多少钱
        yunshan/na x1
        > 好
        ask AgreeAgain
        > 要大杯
        yunshan/na x1 大杯
        > 好
        confirm

        > one latte
        yunshan/na x1
        > how much would oat milk be
        yunshan/na x1
        > ok
        ask AgreeAgain

        > 一杯拿铁
        yunshan/na x1
        > 改成大杯多少钱
        yunshan/na x1
        > 改成大杯，多少钱
        yunshan/na x1 大杯
        ",
    );
    let mut talk = Talk::default();
    talk.say("一杯拿铁");
    let turn = talk.turn("大杯多少钱");
    assert!(assistant::reply::turn(&turn).contains("“大杯”一份加 3.00 元"), "{}", assistant::reply::turn(&turn));
    let turn = talk.turn("冰的多少钱");
    assert!(assistant::reply::turn(&turn).contains("“冰”不加钱"), "{}", assistant::reply::turn(&turn));
}

#[test]
fn other_ways_to_say_yes() {
    play(
        "
        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 可颂不要了
        yunshan/na x1
        > 剩下的下单吧
        confirm

        > 一杯拿铁
        yunshan/na x1
        > 没问题，就下这单
        confirm

        > two lattes and a croissant
        yunshan/na x2; yunshan/ke x1
        > yes, order all three
        confirm

        > two lattes and a croissant
        yunshan/na x2; yunshan/ke x1
        > yes, order all four
        ask WhichLine

        > 一杯拿铁送到杭州市文三路12号
        yunshan/na x1 -> 杭州市文三路12号
        > 对，就送那儿，下单
        confirm

        > one latte to 12 Wensan Road
        yunshan/na x1 -> 12 Wensan Road
        > yes, that address, order it
        confirm
        ",
    );
}

#[test]
fn what_only_sounds_like_a_yes_is_none() {
    let said = [
        "please confirm the address",
        "确认地址",
        "地址可以",
        "fine, but the address",
        "correct it",
        "correct the order please",
        "一会下单",
        "待会儿再买吧",
        "好，一会儿",
        "下单呢",
        "我要是下单呢",
        "可以是可以",
        "好是好",
        "得了吧",
        "yeah right",
        "好，只要一半",
        "确认，一双",
        "confirm, not home",
        "get it from Lulu",
    ];
    for said in said {
        let mut talk = Talk::default();
        talk.say("一杯拿铁");
        assert_ne!(talk.say(said), "confirm", "{said}");
    }
}

#[test]
fn both_are_two() {
    play(
        "
        > a latte and an americano
        yunshan/na x1; yunshan/mei x1
        > yes, order both
        confirm

        > a latte, an americano and a croissant
        yunshan/na x1; yunshan/mei x1; yunshan/ke x1
        > yes, order both
        ask WhichLine
        ",
    );
}

#[test]
fn a_price_that_was_asked_leaves_nothing_to_agree_to() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 改成大杯多少钱
        yunshan/na x1
        > 那改吧
        ask WhatToBuy
        > 确认
        yunshan/na x1
        ",
    );
}

#[test]
fn a_yes_to_another_number_is_a_change() {
    play(
        "
        > 三杯拿铁
        yunshan/na x3
        > 好，一杯
        yunshan/na x1

        > 一杯拿铁
        yunshan/na x1
        > 周日送
        ask WhatHour
        > 有可颂吗
        show (yunshan/ke)
        > 下单
        ask WhatHour
        ",
    );
}

#[test]
fn a_yes_that_is_only_heard_stands_at_the_beginning() {
    play(
        "
        > 一杯冰拿铁
        yunshan/na x1 冰
        > 我同的冰，杯事
        yunshan/na x1 冰 ?事
        ",
    );
}

#[test]
fn a_word_that_may_be_a_yes_beside_goods_is_none() {
    play(
        "
        > 两杯拿铁
        yunshan/na x2
        > 可以来两杯拿铁
        yunshan/na x2
        > 完美的拿铁
        yunshan/na x2
        > 得两杯拿铁
        yunshan/na x2
        > two good lattes
        yunshan/na x2
        > 对，两杯拿铁
        confirm
        ",
    );
}

/// Each places the quote of one latte.
const YESES: &[&str] = &[
    "认可，下单就是",
    "拿吧拿吧，下单",
    "弄吧，下单",
    "对哒，买它",
    "巴适，下单嘛",
    "喜庆，就下这个单",
    "就这杯，买下来",
    "划算，就这么买",
    "可以，就那个点送，下单",
    "行，按时送，下单",
    "也要，下单",
    "行，这单也下",
    "嗯，买这杯",
    "就买这杯",
    "没错，帮我们下单",
    "嗯，就按这个数下单",
    "中得很，下单付款",
    "嗯哪，下单",
    "恩，下单把",
    "时间对，帮我下了吧",
    "妈会喜欢的，就买这杯",
    "dui, jiu zheyang xiadan ba",
    "Perfect, send the order through",
    "Lovely, put the order in",
    "Super, please place this order",
    "Yes please, place that",
    "Deal, place the order",
    "Good price, order please",
    "Within budget, so order it",
    "Time's fine, order it",
    "Yes, that's my place, go ahead and order",
    "correct okay you can order that",
    "行，结账吧",
    "嗯呢，妥了，给下一单",
    "成，照单子下单",
    "价钱能接受，下单吧",
    "没毛病，照这个给我下了吧",
    "嗯这杯也买",
    "香，就要这杯，付款",
    "看过了，没毛病，下单哈",
    "Perfect, that's the lot, order away",
    "uh huh that's the one go ahead and buy it",
    "mm hm, all sorted, place it",
    "Happy with that, thanks, go for it",
    "我要了",
    "够了，你下单吧",
    "下单吧，快一点",
    "确认，麻烦快点",
    "中，下单",
    "Address is spot on. Order it",
];

#[test]
fn people_agree_in_many_words() {
    for yes in YESES {
        let mut talk = Talk::default();
        talk.say("一杯拿铁");
        assert_eq!(talk.say(yes).split(" ?").next(), Some("confirm"), "{yes}");
    }
}

#[test]
fn what_sounds_like_a_yes_and_asks_for_more_is_none() {
    for no in NO_YESES {
        let mut talk = Talk::default();
        talk.say("一杯拿铁");
        assert!(!talk.say(no).starts_with("confirm"), "{no}");
    }
}

/// Wishes in words that praise, conditions of an order, orders of somebody else, and sentences that were cut off.
const NO_YESES: &[&str] = &[
    "要不贵的",
    "要喜庆的",
    "我要靓的",
    "买我喜欢的",
    "不贵的",
    "好喜庆的，来一个",
    "I want a good one",
    "a good price please",
    "价格对了再下单",
    "都对了再下单",
    "清楚了再下单",
    "时间对就下单",
    "喜欢就下单",
    "不贵就买",
    "价格合适下单",
    "合适再买",
    "下单，十个人",
    "好，两个人，下单",
    "下单，我爸也",
    "下单，同事都",
    "下单，我爸说",
    "老公付款",
    "你买单",
    "那单也要",
    "买那单",
    "下把",
    "下午三点不行",
    "三点我不在",
    "巴适",
    "yes i'd like",
    "ok just",
    "好的我要",
    "下单然后",
    "咱爸买单",
    "我妈下单",
    "小王付钱",
    "点落单",
    "可能行",
    "好渴",
    "他来买单",
    "下单，便宜的那个",
    "下单，拿铁也来一杯",
    "ok so",
    "confirm, you pay",
    "我老婆也要，下单",
    "时间可以改吗",
    "价钱能接受",
    "地址也没错",
    "付了",
    "对，付了",
    "没问题我就付款",
    "满意付款",
    "检查过了付钱",
    "按时送来直接就付款",
    "地址没错就下单",
    "我妈确认了就下单",
    "现在送到家，下单",
    "好，给他送到家",
    "给他付钱",
    "please confirm with me",
    "check out this",
    "take my order",
    "correct this order",
    "order a lot",
    "this order",
    "I'll get it",
    "好急",
    "很好买",
    "成都不错",
    "可以吧，没问题吧",
    "这杯不要了，下单前问我妈",
    "饿了，谢谢",
    "put it",
    "I'll order",
    "let's order",
    "happy",
    "the price is fair",
    "sorted by price",
];

#[test]
fn a_question_whether_it_is_so_is_no_yes() {
    for said in ["这样行嘛", "这样可以吧", "是我要的嘛", "没超吧", "齐了吧", "没错嘛"] {
        let mut talk = Talk::default();
        assert!(talk.say("一杯拿铁").starts_with("yunshan/"));
        assert_eq!(talk.say(said), "ask AgreeAgain", "{said}");
    }
}

#[test]
fn what_is_said_to_be_done_is_no_yes() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 对，我付款了
        ask AgreeAgain ?我付款了
        ",
    );
}

#[test]
fn an_option_that_is_said_once_more_is_a_yes_and_another_is_a_change() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 中，下单
        confirm

        > 大杯拿铁一杯
        yunshan/na x1 大杯
        > 中，照这个下单
        confirm

        > 大杯拿铁一杯
        yunshan/na x1 大杯
        > 中，你帮我买上
        confirm

        > 大杯拿铁一杯
        yunshan/na x1 大杯
        > 中杯，下单
        yunshan/na x1 中杯
        ",
    );
}

#[test]
fn an_order_behind_what_is_denied_gives_up_nothing_and_is_asked_again() {
    for said in ["没弄反，好，下单", "挂不了也没事，东西对，下单", "Lovely, never mind the writing, order it"]
    {
        let mut talk = Talk::default();
        assert!(talk.say("一杯拿铁").starts_with("yunshan/"));
        let heard = talk.say(said);
        assert!(!heard.starts_with("discard") && !heard.starts_with("confirm"), "{said}: {heard}");
        assert_eq!(talk.say("下单"), "confirm", "{said}");
    }
}
