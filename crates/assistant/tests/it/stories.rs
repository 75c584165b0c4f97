//! What people tell around an order: it is said back, buys nothing, and its time is not when to deliver.

use crate::talk::play;

#[test]
fn what_is_told_buys_nothing() {
    play(
        "
        > 哎呀，我这眼睛看不清，我家老头子这两天又咳嗽，给我来两杯拿铁，再来个可颂
        yunshan/na x2; yunshan/ke x1 ?我这眼睛看不清|我家老头子这两天又咳嗽

        > 我外孙九岁了，三年级，给他来个可颂
        yunshan/ke x1 ?三年级|我外孙九岁了

        > 上次买的可颂太咸了，孩子昨天还念叨，今天来个芝士蛋糕
        yunshan/qi x1 ?上次买的可颂太咸了|孩子昨天还念叨

        > 我和我弟一人一碗红烧牛肉面，我弟那碗不放葱
        xiaonan/niu x1 不要葱; xiaonan/niu x1 ?我和我弟

        > a latte for my three-year-old
        yunshan/na x1

        > My daughter says this is easy. I burnt my toast, so two croissants please
        yunshan/ke x2 ?My daughter says this is easy|I burnt my toast

        > 给孙子买可颂，几个来着，儿子说两个够了
        yunshan/ke x2 ?给孙子|几个来着|儿子说
        ",
    );
}

#[test]
fn what_nobody_knows_and_counts_may_be_goods_all_the_same() {
    play(
        "
        > 我两张拼图，一杯拿铁
        ask OnlyPartly (yunshan/na) ?两张拼图
        ",
    );
}

#[test]
fn the_time_of_what_happens_is_no_time_to_deliver_at() {
    play(
        "
        > 我下午三点要开会，来一杯拿铁
        yunshan/na x1 ?我下午三点要开会

        > 我下午三点要开会，来一杯拿铁，开会前送到
        yunshan/na x1 at 0d14:50 ?我下午三点要开会

        > I have a meeting at three, get me a latte before that
        yunshan/na x1 at 0d14:50 ?I have a meeting at three

        > 我六点下班，七点才下车，七点半送一杯拿铁
        yunshan/na x1 at 0d19:30 ?我六点下班|七点才下车

        > 今晚六点加班，送一杯拿铁
        yunshan/na x1 at 0d18:00 ?今晚六点加班
        ",
    );
}

#[test]
fn what_nobody_knows_is_counted_by_itself() {
    play(
        "
        > 作业本十本，可颂两个
        ask OnlyPartly (yunshan/ke) ?作业|十本
        ",
    );
}

#[test]
fn what_is_denied_is_asked_about_whoever_tells_it() {
    play(
        "
        > 我不要太苦的，来一杯拿铁
        ask OnlyPartly (yunshan/na) ?不要太苦

        > my wife wants no foam, one latte please
        ask OnlyPartly (yunshan/na) ?no foam|my wife
        ",
    );
}

#[test]
fn what_something_is_for_is_told() {
    play(
        "
        > 来一袋大米，就是熬粥喝的
        jiajia/mi x1 ?就是熬粥喝的

        > 来一碗面，牛肉面，就一碗
        xiaonan/niu x1
        ",
    );
}

#[test]
fn why_another_option_is_chosen_is_only_told() {
    play(
        "
        > 一杯拿铁，大杯
        yunshan/na x1 大杯
        > 大杯怕是太多，要中杯，再把全脂奶改燕麦奶
        yunshan/na x1 燕麦奶 中杯 ?大杯怕是太多
        ",
    );
}
