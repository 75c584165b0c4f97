//! What is said of some of it, of all of it, and of all but one.

use crate::talk::play;

#[test]
fn twice_as_many_is_counted_by_what_there_is() {
    play(
        "
        > 四杯拿铁
        yunshan/na x4
        > 翻倍
        yunshan/na x8

        > two lattes and a croissant
        yunshan/na x2; yunshan/ke x1
        > double the lattes
        yunshan/na x4; yunshan/ke x1
        > double that
        yunshan/na x8; yunshan/ke x1

        > 两杯拿铁，一个可颂
        yunshan/na x2; yunshan/ke x1
        > 翻倍
        ask WhichLine
        ",
    );
}

#[test]
fn one_thing_takes_the_place_of_another_by_the_word_that_differs() {
    play(
        "
        > 一份红烧牛肉面，一杯豆浆
        xiaonan/niu x1; xiaonan/dou x1
        > 面换成饭吧
        xiaonan/dou x1; xiaonan/fan x1
        ",
    );
}

#[test]
fn what_is_said_of_all_parts_is_said_of_each() {
    play(
        "
        > 两碗牛肉面，爸爸那碗特辣，妈妈那碗不辣，都不要葱
        xiaonan/niu x1 不要葱 特辣; xiaonan/niu x1 不要葱 不辣

        > 两杯拿铁，一杯冰的一杯热的，都要大杯
        yunshan/na x1 大杯 冰; yunshan/na x1 大杯 热
        ",
    );
}

#[test]
fn all_but_one_leaves_that_one_out() {
    play(
        "
        > 一杯拿铁，一杯美式，一个可颂
        yunshan/na x1; yunshan/mei x1; yunshan/ke x1
        > 除了美式，别的都要
        yunshan/na x1; yunshan/ke x1
        ",
    );
}

#[test]
fn parts_may_stand_before_the_name() {
    play(
        "
        > 一冰一热两杯拿铁
        yunshan/na x1 冰; yunshan/na x1 热

        > two hot and one iced americano please
        yunshan/mei x2 热; yunshan/mei x1 冰

        > 五杯美式，三冰两热，冰的加大
        yunshan/mei x3 大杯 冰; yunshan/mei x2 热
        ",
    );
}

#[test]
fn some_of_what_there_is_is_replaced() {
    play(
        "
        > 两碗牛肉面
        xiaonan/niu x2
        > 一碗换成片儿川
        xiaonan/niu x1; xiaonan/pian x1

        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 可颂有点贵，不要了
        yunshan/na x1 ?贵

        > a latte and an americano, no wait, make the latte large
        yunshan/na x1 大杯; yunshan/mei x1

        > 半斤草莓
        jiajia/cao x1 半斤
        > 一斤，不要半斤
        jiajia/cao x1 一斤

        > 一杯布丁奶茶，露露的
        lulu/bu x1
        > 再来一杯青禾那家的
        lulu/bu x1; qing/bu x1
        ",
    );
}

#[test]
fn besides_one_is_not_without_it() {
    play(
        "
        > 一杯美式
        yunshan/mei x1
        > 除了美式，再来一杯拿铁
        yunshan/mei x1; yunshan/na x1

        > 三杯拿铁，除了一杯都要冰的
        ask OnlyPartly (yunshan/na) ?除了一杯

        > 拿铁和美式各一杯，除了第一个都要冰的
        ask OnlyPartly (yunshan/na yunshan/mei)

        > 一杯美式，一杯拿铁
        yunshan/mei x1; yunshan/na x1
        > 都要冰的，美式除外
        yunshan/mei x1; yunshan/na x1 冰
        > cancel everything but the latte
        yunshan/na x1 冰
        ",
    );
}

#[test]
fn what_is_left_out_of_all_stays_as_it_is() {
    play(
        "
        > 一杯拿铁，一杯美式，一个可颂
        yunshan/na x1; yunshan/mei x1; yunshan/ke x1
        > 除了拿铁，其他都要冰的
        yunshan/na x1; yunshan/mei x1 冰; yunshan/ke x1
        > 除了美式都不要了
        yunshan/mei x1 冰

        > 拿铁和美式各一杯，除了美式都要冰的
        yunshan/na x1 冰; yunshan/mei x1

        > two lattes and an americano, all iced but the americano
        yunshan/na x2 冰; yunshan/mei x1

        > 拿铁和美式，除了美式都要冰的
        ask OnlyPartly (yunshan/na yunshan/mei)

        > 拿铁和美式各一杯，除了美式都要冰的，都要大杯
        ask OnlyPartly (yunshan/na yunshan/mei)
        ",
    );
}

#[test]
fn a_named_option_and_a_part_of_its_value() {
    play(
        "
        > 一束百合花束，贺卡改生日的
        mumian/bai x1 生日贺卡

        > 片儿川一碗，碗型来大的，忌口不要葱
        xiaonan/pian x1 不要葱 大碗

        > 一杯布丁奶茶，甜度要半
        lulu/bu x1 半糖

        > 一杯布丁奶茶，料加西米
        lulu/bu x1 西米

        > 一杯拿铁，奶换成燕麦的
        yunshan/na x1 燕麦奶

        > 草莓，我要半斤就够了
        jiajia/cao x1 半斤

        > 拿铁，我要冰的
        yunshan/na x1 冰
        ",
    );
}

#[test]
fn what_is_left_away_is_named_first_or_last() {
    play(
        "
        > 片儿川一碗，辣椒一点都不要
        xiaonan/pian x1 不辣

        > 片儿川一碗，海椒一点点都不要
        xiaonan/pian x1 不辣

        > 片儿川一碗，一点辣都不能沾
        xiaonan/pian x1 不辣

        > 一杯布丁奶茶，冰块去掉
        lulu/bu x1 去冰
        ",
    );
}

#[test]
fn one_more_of_what_is_had_on_goods_is_no_more_of_them() {
    play(
        "
        > 一杯布丁奶茶，布丁也再加一份
        lulu/bu x1 布丁

        > 一杯布丁奶茶，加布丁
        lulu/bu x1 布丁
        > 西米再加一份
        lulu/bu x1 布丁+西米
        ",
    );
}
