//! What people say around what they want, and in other words than the catalogue has.

use crate::talk::play;

#[test]
fn what_one_cannot_do_and_what_went_wrong_buys_nothing() {
    play(
        "
        > 我老太婆不大会用豆浆机，想买一碗片儿川，再拿两个可颂
        xiaonan/pian x1; yunshan/ke x2 ?我老太婆不大会用豆浆机
        ",
    );
}

#[test]
fn a_kind_that_is_wished_for_is_what_is_ordered_of_it() {
    play(
        "
        > 想吃蛋糕，就来个芝士蛋糕吧
        yunshan/qi x1
        ",
    );
}

#[test]
fn what_stays_as_it_is_is_nothing_to_ask_about() {
    play(
        "
        > 一杯大杯冰美式
        yunshan/mei x1 大杯 冰
        > 换成热的，杯型别动
        yunshan/mei x1 大杯 热

        > 红烧牛肉面，除了香菜不放其他都照常
        xiaonan/niu x1 不要香菜
        ",
    );
}

#[test]
fn what_was_ordered_by_mistake_is_given_up() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 下单
        confirm
        > 刚才那个拿铁订错了，取消订单
        ask SureToCancel ?刚才那个拿铁订错了
        ",
    );
}

#[test]
fn who_comes_as_well_is_no_more_of_it() {
    play(
        "
        > 两杯布丁奶茶，露露的
        lulu/bu x2
        > 多来了个同事，改成三杯
        lulu/bu x3 ?多来了个同事
        ",
    );
}

#[test]
fn a_clause_of_its_own_says_of_which_kind() {
    play(
        "
        > 一束玫瑰，11支的那种花束，再配一张生日贺卡
        mumian/mei x1 生日贺卡
        ",
    );
}

#[test]
fn a_price_before_goods_counts_none() {
    play(
        "
        > 不超过一百块的花束有哪些
        show (mumian/bai mumian/mei)
        ",
    );
}

#[test]
fn what_costs_more_is_not_wanted_and_the_other_is() {
    play(
        "
        > 红烧牛肉饭二十三块以内的话来一份，要是贵了就换红烧牛肉面
        xiaonan/niu x1
        ",
    );
}

#[test]
fn a_yes_that_says_once_more_what_the_quote_says_is_a_yes() {
    play(
        "
        > 明早八点送两碗片儿川，大碗
        xiaonan/pian x2 大碗 at 1d08:00
        > 对，明天早上的，下单
        confirm

        > 明早八点送两碗片儿川，大碗
        xiaonan/pian x2 大碗 at 1d08:00
        > 对，明天下午的，下单
        ask AgreeAgain ?下午
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
fn what_is_told_of_an_option_chooses_none() {
    play(
        "
        > 一杯大杯拿铁
        yunshan/na x1 大杯
        > 冰的伤胃
        notunderstood ?冰的伤胃
        > 燕麦奶太贵了
        notunderstood ?燕麦奶太贵
        > 冰的呗
        yunshan/na x1 大杯 冰
        > 算了热的吧
        yunshan/na x1 大杯 热
        ",
    );
}

#[test]
fn who_wants_one_as_well_has_one_more() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 给我同事也来一杯，冰的
        yunshan/na x1; yunshan/na x1 冰 ?给我同事

        > one latte
        yunshan/na x1
        > and one for my mum
        yunshan/na x2 ?for my mum

        > one latte
        yunshan/na x1
        > my wife wants one too
        yunshan/na x2 ?my wife

        > 一杯拿铁
        yunshan/na x1
        > 我老婆也要一杯
        yunshan/na x2

        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 我老婆也要一杯
        ask WhichLine
        ",
    );
}

#[test]
fn a_time_that_is_too_late_is_none_to_deliver_at() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 3点太晚了
        notunderstood ?太晚
        ",
    );
}

#[test]
fn a_day_without_an_hour_is_asked_for_its_hour() {
    play(
        "
        > 来杯拿铁，后天送
        ask WhatHour
        > 好
        ask WhatHour
        > 再来一杯美式
        ask WhatHour
        > 十点
        yunshan/na x1; yunshan/mei x1 at 2d10:00
        > 确认
        confirm

        > 来杯拿铁
        yunshan/na x1
        > 周六再送
        ask WhatHour
        > 下单
        ask WhatHour
        > 那就下午吧
        yunshan/na x1 at 1d15:00

        > one latte, deliver it on Sunday
        ask WhatHour
        > in the morning
        yunshan/na x1 at 2d10:00

        > 来杯拿铁，后天送
        ask WhatHour
        > 还是现在送吧
        yunshan/na x1
        ",
    );
}

#[test]
fn a_bare_number_is_the_hour_that_was_asked_for() {
    play(
        "
        > 一杯拿铁，后天送
        ask WhatHour
        > 10
        yunshan/na x1 at 2d10:00

        > one latte, deliver on Sunday
        ask WhatHour
        > ten
        yunshan/na x1 at 2d10:00

        > 一杯拿铁，后天送
        ask WhatHour
        > 大概10左右，谢谢
        yunshan/na x1 at 2d10:00

        > one latte, deliver on Sunday
        ask WhatHour
        > at about ten please
        yunshan/na x1 at 2d10:00

        > 一杯拿铁，后天送
        ask WhatHour
        > 改今天吧
        yunshan/na x1
        ",
    );
}

#[test]
fn what_is_said_of_all_holds_for_what_comes_later() {
    play(
        "
        > 喝的统统无糖。露露的布丁奶茶一杯
        lulu/bu x1 无糖
        > 再来一杯金桔柠檬，大杯
        lulu/bu x1 无糖; lulu/jin x1 大杯 无糖
        > 金桔柠檬半糖吧
        lulu/bu x1 无糖; lulu/jin x1 大杯 半糖
        > 下单
        confirm
        > 一杯红茶拿铁
        lulu/hong x1 无糖

        > 两杯拿铁，都要冰的
        yunshan/na x2 冰
        > 再来一杯美式
        yunshan/na x2 冰; yunshan/mei x1
        ",
    );
}

#[test]
fn what_is_not_to_be_too_much_is_not_taken() {
    play(
        "
        > 一杯拿铁，不要太大
        yunshan/na x1
        > 加大
        yunshan/na x1 大杯

        > 来杯拿铁，别太冰
        yunshan/na x1 ?别太冰

        > 来一碗面，不要太贵的
        xiaonan/pian x1

        > 来一碗面，最贵的
        xiaonan/niu x1

        > a bowl of noodles, not the pricier ones
        xiaonan/pian x1
        ",
    );
}

#[test]
fn what_is_said_of_a_kind_is_said_of_no_other() {
    play(
        "
        > 奶茶统统无糖
        ask WhichItem (lulu/bu lulu/hong)
        > 一杯布丁奶茶
        lulu/bu x1 无糖
        > 不用无糖了
        lulu/bu x1 全糖
        > 再来一杯红茶拿铁
        lulu/bu x1 全糖; lulu/hong x1

        > 一杯美式，奶茶统统无糖
        ask WhichItem (lulu/bu lulu/hong)
        > 再来一杯布丁奶茶
        yunshan/mei x1; lulu/bu x1 无糖
        ",
    );
}

#[test]
fn a_day_is_a_step_that_can_be_taken_back() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 后天送
        ask WhatHour
        > 再加一杯美式
        ask WhatHour
        > 撤销
        ask WhatHour
        > 撤销
        yunshan/na x1
        ",
    );
}

#[test]
fn a_feast_is_a_day_and_another_day_keeps_the_hour() {
    play(
        "
        > 一杯拿铁，除夕送
        yunshan/na x1 at 10d13:00

        > 一杯拿铁，大年初二送到家里
        yunshan/na x1 -> 家 at 12d13:00

        > 一杯拿铁，正月初三晚上八点送
        yunshan/na x1 at 13d20:00

        > a latte, deliver on Valentine's Day
        yunshan/na x1 at 8d13:00

        > 一杯拿铁，下个月送
        yunshan/na x1 ?下个月

        > 一杯拿铁，周末送
        yunshan/na x1 ?周末

        > 一杯拿铁，情人节送女朋友
        yunshan/na x1 ?情人节|送女朋友

        > 一杯拿铁，下午三点送
        yunshan/na x1 at 0d15:00
        > 改成明天
        yunshan/na x1 at 1d15:00
        > 还是后天送吧
        yunshan/na x1 at 2d15:00

        > a latte, deliver at 3
        yunshan/na x1 at 0d15:00
        > make it tomorrow
        yunshan/na x1 at 1d15:00

        > a latte delivered at 11, please
        yunshan/na x1 at 0d11:00

        > a latte, deliver at 3, no wait, 4
        ask OnlyPartly (yunshan/na) ?4

        > 一杯拿铁
        yunshan/na x1
        > 过年好，下单
        confirm
        ",
    );
}
