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
