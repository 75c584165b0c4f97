//! Things of which it has to be asked which they are.

use crate::talk::play;

#[test]
fn a_question_outlives_a_new_time() {
    play(
        "
        > 明天中午十二点送两杯美式和一份面到公司
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 改成一点
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 第一个
        yunshan/mei x2; xiaonan/pian x1 -> 公司 at 1d13:00
        ",
    );
}

#[test]
fn what_has_to_be_chosen_is_asked_one_after_the_other() {
    play(
        "
        > 来一份面和两杯咖啡
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 第一个
        ask WhichItem (yunshan/mei yunshan/na yunshan/xing)
        > 第一个
        xiaonan/pian x1; yunshan/mei x2

        > 来一份面和两杯咖啡
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 咖啡不要了
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 第二个
        xiaonan/niu x1

        > 来一份面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 再来两杯美式
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 第二个
        yunshan/mei x2; xiaonan/niu x1

        > 一杯美式和一份面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 面不要了
        yunshan/mei x1
        ",
    );
}

#[test]
fn giving_up_a_choice_gives_up_no_order() {
    play(
        "
        > 两杯美式
        yunshan/mei x2
        > 下单
        confirm
        > 来一份面和一杯咖啡
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 算了
        discard
        > 来一份面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 取消刚才的订单
        ask SureToCancel
        ",
    );
}

#[test]
fn declining_a_choice_keeps_the_rest() {
    play(
        "
        > 两杯美式和一份面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 不用了
        yunshan/mei x2
        > 好
        confirm
        ",
    );
}

#[test]
fn what_takes_the_place_of_a_line_takes_only_that() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 换成面和蛋糕
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 第一个
        ask WhichItem (yunshan/qi yunshan/ti)
        > 第一个
        xiaonan/pian x1; yunshan/qi x1
        ",
    );
}

#[test]
fn what_was_said_of_some_or_weighed_is_kept_until_it_is_chosen() {
    play(
        "
        > 两份面，一份不要葱
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 第二个
        xiaonan/niu x1 不要葱; xiaonan/niu x1

        > 两份面，一份不要葱
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 三份第二个
        xiaonan/niu x1 不要葱; xiaonan/niu x2

        > 两斤水果
        ask WhichItem (jiajia/cao jiajia/ju)
        > 草莓
        jiajia/cao x2 一斤
        ",
    );
}

#[test]
fn more_than_can_wait_is_said_back() {
    play(
        "
        > 来一份面和蛋糕和咖啡和奶茶和花束和水和水果和烤鸭和饮品和白茶礼盒和牛肉
        ask WhichItem (xiaonan/pian xiaonan/niu) ?白茶礼盒|牛肉
        ",
    );
}
