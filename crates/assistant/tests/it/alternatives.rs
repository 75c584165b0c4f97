//! One of several, whichever it is; never both.

use crate::talk::play;

#[test]
fn which_of_two_is_asked() {
    play(
        "
        > 来一份片儿川或者红烧牛肉面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 第二个
        xiaonan/niu x1

        > two americanos and a croissant or a cheesecake
        ask WhichItem (yunshan/ke yunshan/qi)
        > the second one
        yunshan/mei x2; yunshan/qi x1

        > 美式还是拿铁好呢，来一杯大杯的
        ask WhichItem (yunshan/mei yunshan/na)
        > 拿铁
        yunshan/na x1 大杯

        > 片儿川，不要葱或者香菜
        xiaonan/pian x1 不要葱+不要香菜
        ",
    );
}

#[test]
fn any_of_them_will_do() {
    play(
        "
        > 可颂和芝士蛋糕都行，来一个
        yunshan/ke x1

        > 栗子蛋糕和芝士蛋糕都行，来一个
        yunshan/qi x1

        > 布丁奶茶、红茶拿铁随便哪个，两杯
        lulu/bu x2

        > either a cheesecake or a croissant
        yunshan/qi x1

        > 美式和拿铁都要，各两杯
        yunshan/mei x2; yunshan/na x2

        > 一杯拿铁
        yunshan/na x1
        > 都行，下单
        confirm
        ",
    );
}

#[test]
fn the_cheaper_of_them_is_bought() {
    play(
        "
        > 可颂和芝士蛋糕，哪个便宜来哪个，两个
        yunshan/ke x2

        > a latte or an americano, whichever is cheaper
        yunshan/mei x1

        > 片儿川、红烧牛肉饭哪个贵要哪个
        xiaonan/fan x1
        ",
    );
}

#[test]
fn what_nobody_knows_cannot_be_had() {
    play(
        "
        > 一杯拿铁，再来一份大闸蟹
        yunshan/na x1 ?一份大闸蟹
        > 没有大闸蟹就只要拿铁
        yunshan/na x1

        > 一杯拿铁
        yunshan/na x1
        > 没有佛跳墙就算了，下单
        confirm
        ",
    );
}

#[test]
fn both_are_denied_and_each_keeps_its_amount() {
    play(
        "
        > 不要美式或者拿铁，要芝士蛋糕
        yunshan/qi x1

        > 要么片儿川要么红烧牛肉面，来一碗
        ask WhichItem (xiaonan/pian xiaonan/niu)

        > 两个可颂、一个芝士蛋糕都行
        yunshan/ke x2
        ",
    );
}

#[test]
fn an_option_is_otherwise_where_the_one_before_cannot_be() {
    play(
        "
        > 来杯拿铁，要燕麦奶，没有燕麦奶就要大杯
        yunshan/na x1 燕麦奶

        > 一杯拿铁，热的，没有的话冰的
        yunshan/na x1 热

        > one latte with oat milk, or large if there is none
        yunshan/na x1 燕麦奶

        > 来杯拿铁，要冰的，没有就来杯美式，大杯
        yunshan/na x1 冰
        ",
    );
}
