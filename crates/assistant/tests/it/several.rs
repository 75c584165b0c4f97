//! Several things in one sentence, each with what is said of it.

use crate::talk::play;

#[test]
fn more_of_one_thing_is_no_more_of_the_other() {
    play(
        "
        > a large latte and a croissant
        yunshan/na x1 大杯; yunshan/ke x1
        > actually make the latte iced and add one more croissant
        yunshan/na x1 大杯 冰; yunshan/ke x2

        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 拿铁要冰的，再加一个可颂
        yunshan/na x1 冰; yunshan/ke x2
        ",
    );
}

#[test]
fn the_same_named_twice_is_two_of_it() {
    play(
        "
        > 两杯拿铁，再来一杯拿铁
        yunshan/na x3

        > 两杯拿铁，就两杯，两杯拿铁啊
        yunshan/na x2

        > 拿铁两杯，拿铁一杯冰的
        yunshan/na x2; yunshan/na x1 冰
        ",
    );
}

#[test]
fn no_answers_and_the_other_is_taken() {
    play(
        "
        > two noodles please
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > no the beef one
        xiaonan/niu x2
        ",
    );
}

#[test]
fn a_clause_is_about_what_was_said_before_it() {
    play(
        "
        > 一碗片儿川，特辣，再来一碗红烧牛肉面
        xiaonan/pian x1 特辣; xiaonan/niu x1

        > 一杯拿铁，冰的，还要一杯美式
        yunshan/na x1 冰; yunshan/mei x1

        > 一杯冰拿铁同美式
        yunshan/na x1 冰; yunshan/mei x1
        ",
    );
}

#[test]
fn what_is_denied_may_stand_before() {
    play(
        "
        > 一碗片儿川，葱和香菜也别放
        xiaonan/pian x1 不要葱+不要香菜

        > 一碗片儿川，香菜别放
        xiaonan/pian x1 不要香菜

        > 一碗片儿川，一点辣都不要，葱不要
        xiaonan/pian x1 不要葱 不辣
        ",
    );
}

#[test]
fn one_option_takes_the_place_of_another() {
    play(
        "
        > 一杯布丁奶茶，加西米
        lulu/bu x1 西米
        > 西米换成布丁
        lulu/bu x1 布丁
        > 再加西米
        lulu/bu x1 布丁+西米
        ",
    );
}

#[test]
fn what_nobody_knows_is_no_more_of_what_was_named() {
    play(
        "
        > 一碗片儿川，再来两根油调
        ask OnlyPartly (xiaonan/pian) ?两根油调
        ",
    );
}

#[test]
fn what_is_in_a_name_means_it_though_it_is_an_option_as_well() {
    play(
        "
        > 一杯布丁奶茶和一杯红茶拿铁，布丁的要大杯，红茶的去冰
        lulu/bu x1 大杯; lulu/hong x1 去冰
        ",
    );
}

#[test]
fn what_is_named_again_among_those_counted_is_none_besides() {
    play(
        "
        > 来三杯拿铁，其中一杯拿铁要冰的，剩下的大杯
        yunshan/na x1 冰; yunshan/na x2 大杯
        ",
    );
}

#[test]
fn what_is_counted_again_with_an_option_of_its_own_is_more_of_it() {
    play(
        "
        > 来点拿铁，一杯热的，两杯冰的，都要大杯
        yunshan/na x1 大杯 热; yunshan/na x2 大杯 冰

        > 拿铁两杯冰的，一杯热的
        yunshan/na x2 冰; yunshan/na x1 热

        > 一杯热拿铁，三杯冰的
        yunshan/na x3 冰; yunshan/na x1 热

        > lattes, one hot, one iced and two large
        yunshan/na x1 热; yunshan/na x1 冰; yunshan/na x2 大杯

        > 三杯拿铁，一杯热的，两杯冰的
        yunshan/na x1 热; yunshan/na x2 冰

        > 两杯冰拿铁，其中一杯热的
        yunshan/na x1 热; yunshan/na x1 冰

        > 三杯冰拿铁，一杯大杯
        yunshan/na x1 大杯 冰; yunshan/na x2 冰
        ",
    );
}

#[test]
fn what_was_counted_may_be_named_again_to_say_which() {
    play(
        "
        > 两杯拿铁一碗面，面要片儿川
        yunshan/na x2; xiaonan/pian x1

        > 三碗红烧牛肉面，红烧牛肉面有一碗不要葱
        xiaonan/niu x1 不要葱; xiaonan/niu x2
        ",
    );
}

#[test]
fn parts_are_told_by_what_is_chosen_of_them() {
    play(
        "
        > 热拿铁两杯，冰的一杯
        yunshan/na x1 冰; yunshan/na x2 热

        > 拿铁三杯，热的两杯，冰的一杯
        yunshan/na x2 热; yunshan/na x1 冰

        > 美式两杯，热的和冰的各一杯，都要大杯
        yunshan/mei x1 大杯 热; yunshan/mei x1 大杯 冰

        > 两杯美式，大杯中杯各一杯
        yunshan/mei x1 大杯; yunshan/mei x1 中杯

        > 三杯美式，热的和冰的各一杯
        ask OnlyPartly (yunshan/mei) ?一杯|热的
        ",
    );
}

#[test]
fn of_two_values_of_one_option_none_is_lost_in_silence() {
    play(
        "
        > 红烧牛肉面，微辣，特辣
        ask OnlyPartly (xiaonan/niu) ?微辣
        ",
    );
}

#[test]
fn parts_may_each_have_several_options() {
    play(
        "
        > 两杯拿铁，一杯大杯冰的，一杯中杯热的
        yunshan/na x1 大杯 冰; yunshan/na x1 中杯 热

        > one large latte and two medium americanos all from 云杉咖啡
        yunshan/na x1 大杯; yunshan/mei x2 中杯

        > 三杯布丁奶茶，两杯大杯少冰，一杯去冰半糖
        lulu/bu x2 少冰 大杯; lulu/bu x1 去冰 半糖
        ",
    );
}
