//! What people said whom nobody here had heard before: each first failed in a set that a stranger wrote.

use crate::talk::play;

#[test]
fn how_much_is_to_be_in_it_may_be_said_with_a_verb() {
    play(
        "
        > 一碗片儿川，辣椒也别放
        xiaonan/pian x1 不辣

        > 布丁奶茶一杯，冰块少放点
        lulu/bu x1 少冰

        > 一碗片儿川，少放盐
        ask OnlyPartly (xiaonan/pian) ?少放盐
        ",
    );
}

#[test]
fn what_is_denied_of_somebodys_may_stand_before_its_denial() {
    play(
        "
        > 红烧牛肉面两碗，我那碗葱和香菜都不要，他那碗特辣
        xiaonan/niu x1 不要葱+不要香菜; xiaonan/niu x1 特辣

        > 我爸要大碗红烧牛肉面；我妈也是红烧牛肉面，小碗，不要葱
        xiaonan/niu x1 大碗; xiaonan/niu x1 不要葱 小碗 ?我爸|我妈
        ",
    );
}

#[test]
fn two_of_them_may_be_all_there_are_or_a_pair() {
    play(
        "
        > 拿铁，冰的；美式，热的。两杯都要大杯
        yunshan/na x1 大杯 冰; yunshan/mei x1 大杯 热

        > 可颂来一对
        yunshan/ke x2

        > a pair of croissants
        yunshan/ke x2
        ",
    );
}

#[test]
fn a_slip_that_is_owned_up_to_changes_what_there_is() {
    play(
        "
        > 一杯拿铁，中杯
        yunshan/na x1 中杯
        > 哎呀点错了，要大杯的
        yunshan/na x1 大杯

        > 一杯拿铁，大杯
        yunshan/na x1 大杯
        > 算了，换成美式，其他照旧
        yunshan/mei x1 大杯
        ",
    );
}

#[test]
fn goods_that_are_named_with_an_order_are_those_of_the_order() {
    play(
        "
        > one latte
        yunshan/na x1
        > order it
        confirm
        > can you cancel the latte I just ordered?
        ask SureToCancel
        > yes, cancel the latte order
        cancel order

        > 一份百合花束
        mumian/bai x1
        > 下单
        confirm
        > 我妈说家里有花，刚下的订单帮我取消
        ask SureToCancel ?我妈说
        > 确定取消
        cancel order

        > one latte
        yunshan/na x1
        > order it
        confirm
        > drop the croissant
        ask NothingToEdit
        ",
    );
}

#[test]
fn what_is_had_at_home_and_denied_is_not_what_is_wanted() {
    play(
        "
        > 有什么面
        show (xiaonan/pian xiaonan/niu)
        > 片儿川我家还有，不要，要另外那种，来一碗
        xiaonan/niu x1
        ",
    );
}

#[test]
fn a_weight_behind_what_is_counted_counts_nothing() {
    play(
        "
        > one strawberry five hundred grams please
        jiajia/cao x1 一斤
        ",
    );
}

#[test]
fn what_is_denied_of_all_is_chosen_of_none() {
    play(
        "
        > 一杯冰拿铁，一杯美式
        yunshan/na x1 冰; yunshan/mei x1
        > 都不要冰的
        yunshan/na x1 热; yunshan/mei x1

        > 一杯拿铁，一杯美式
        yunshan/na x1; yunshan/mei x1
        > not all of them iced
        ask WhichLine ?not all of them iced

        > nothing spicy please, one braised beef noodles
        xiaonan/niu x1 不辣

        > 整单都不要辣，一碗片儿川
        xiaonan/pian x1 不辣
        > 再来一份红烧牛肉饭
        xiaonan/pian x1 不辣; xiaonan/fan x1 不辣

        > 什么都不要辣的，一碗片儿川
        xiaonan/pian x1 不辣
        ",
    );
}

#[test]
fn of_what_is_quoted_some_may_be_left_out_of_the_order() {
    for left_out in [
        "all iced, not the americano",
        "order all but the americano",
        "yes to the latte, no to the americano",
        "美式不下单，剩下的下单",
        "美式先不要，其他的下单",
    ] {
        let mut talk = crate::talk::Talk::default();
        talk.say("一杯拿铁，一杯美式");
        let heard = talk.say(left_out);
        let iced = heard == "yunshan/na x1 冰; yunshan/mei x1";
        assert!(heard == "yunshan/na x1" || iced, "{left_out}: {heard}");
    }
}

#[test]
fn what_is_counted_behind_its_name_is_counted_there() {
    play(
        "
        > 拿铁要一杯美式要两杯
        yunshan/na x1; yunshan/mei x2

        > one latte and one croissant
        yunshan/na x1; yunshan/ke x1
        > swap the latte for two americanos
        yunshan/ke x1; yunshan/mei x2

        > one latte and one croissant
        yunshan/na x1; yunshan/ke x1
        > drop the latte, and make it two croissants
        yunshan/ke x2

        > 红烧牛肉面两碗，一杯豆浆
        xiaonan/niu x2; xiaonan/dou x1
        > 面一碗就够了，豆浆不要了
        xiaonan/niu x1
        ",
    );
}

#[test]
fn what_is_told_of_goods_is_no_more_of_them() {
    play(
        "
        > 家里没米没蛋了，大米一袋，鸡蛋一盒
        jiajia/mi x1; jiajia/dan x1

        > 红烧牛肉面两碗，红烧牛肉面给我做成不辣的
        xiaonan/niu x2 不辣 ?做
        ",
    );
}

#[test]
fn an_allergy_told_without_a_pause_is_to_what_stands_by_it() {
    let mut talk = crate::talk::Talk::default();
    talk.say("给我儿子点一份红烧牛肉饭他花生过敏");
    let avoids: Vec<String> = talk.avoids.iter().map(|avoids| avoids.what.to_string()).collect();
    assert_eq!(avoids, ["花生"]);
}

#[test]
fn a_time_is_an_answer_and_gives_up_nothing() {
    play(
        "
        > 十串羊肉串，现在送
        yeye/yang x10
        > 还没开门啊，那就晚上七点送到
        yeye/yang x10 at 0d19:00 ?没开门

        > 一杯拿铁
        yunshan/na x1
        > that's everything, please order
        confirm
        ",
    );
}
