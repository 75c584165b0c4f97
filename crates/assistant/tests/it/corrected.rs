//! What is corrected, said again, counted once more or only told of.

use assistant::Step;

use crate::talk::{Talk, play};

#[test]
fn a_corrected_amount_is_the_one_that_holds() {
    play(
        "
        > 先来两杯，不对，三杯吧，三杯美式，冰的
        yunshan/mei x3 冰

        > 两杯美式，不对，三杯
        yunshan/mei x3

        > 三杯，不对，四杯美式
        yunshan/mei x4

        > can i get two no three lattes
        yunshan/na x3

        > 一杯拿铁，不是，要美式
        yunshan/mei x1

        > 一杯拿铁，不对，是玛琪朵
        ask OnlyPartly (yunshan/na) ?玛琪朵
        ",
    );
}

#[test]
fn who_says_the_quote_once_more_places_it() {
    play(
        "
        > 一杯美式
        yunshan/mei x1
        > 就一杯，下单
        confirm

        > 一杯美式
        yunshan/mei x1
        > 嗯，赶紧下单吧
        confirm

        > 一杯美式
        yunshan/mei x1
        > 就美式，下单
        confirm

        > 一杯美式，一碗片儿川
        yunshan/mei x1; xiaonan/pian x1
        > 可以，就这两样，下单
        confirm

        > 一杯美式
        yunshan/mei x1
        > 两杯，下单
        yunshan/mei x2

        > 一杯美式
        yunshan/mei x1
        > 买
        confirm
        ",
    );
}

#[test]
fn giving_up_and_then_something_else_is_a_change() {
    play(
        "
        > 一碗片儿川，特辣
        xiaonan/pian x1 特辣
        > 算了，还是微辣
        xiaonan/pian x1 微辣
        > 改成不辣
        xiaonan/pian x1 不辣
        > 算了，还是改回刚才的
        xiaonan/pian x1 微辣

        > 六碗片儿川
        xiaonan/pian x6
        > 面不要那么多，四碗就够了
        xiaonan/pian x4

        > 一杯美式，两碗片儿川
        yunshan/mei x1; xiaonan/pian x2
        > 片儿川多来一碗
        yunshan/mei x1; xiaonan/pian x3
        ",
    );
}

#[test]
fn what_was_taken_out_comes_back() {
    play(
        "
        > 一杯美式，一个可颂
        yunshan/mei x1; yunshan/ke x1
        > 美式不要了
        yunshan/ke x1
        > 还是加回来吧，大杯
        yunshan/mei x1 大杯; yunshan/ke x1
        ",
    );
}

#[test]
fn a_slip_before_a_cancellation_refuses_nothing() {
    play(
        "
        > 一杯美式
        yunshan/mei x1
        > 确认
        confirm
        > 哎呀点错了，帮我把这单退了
        ask SureToCancel
        > 是的，退吧
        cancel order

        > 一杯美式
        yunshan/mei x1
        > 确认
        confirm
        > oh no, changed my mind, cancel that
        ask SureToCancel
        ",
    );
}

#[test]
fn what_is_to_be_written_is_nothing_to_buy() {
    play(
        "
        > 一束百合花束，生日贺卡，卡片上写“小雨，来两杯美式”
        mumian/bai x1 生日贺卡 ?写“小雨，来两杯美式”
        ",
    );
}

#[test]
fn goods_are_counted_once_however_often_they_are_told_of() {
    play(
        "
        > 有可颂就来一份可颂，没有的话来一杯美式
        yunshan/ke x1

        > 烤鸭要半只的，来两份
        jiajia/ya x2

        > 两碗面，要片儿川
        xiaonan/pian x2

        > 一杯拿铁，燕麦奶。希望拿铁是热的
        yunshan/na x1 燕麦奶 热
        ",
    );
}

#[test]
fn a_street_with_a_number_is_a_place() {
    play(
        "
        > 我在关山大道1号，来两个可颂
        yunshan/ke x2 -> 关山大道1号

        > a latte to Room 3, 111 Guanshan Avenue
        yunshan/na x1 -> Room 3, 111 Guanshan Avenue

        > can you deliver two lattes at 3 pm?
        yunshan/na x2 at 0d15:00

        > 两杯美式送到差不多就行
        yunshan/mei x2

        > 两杯美式，到15号送
        yunshan/mei x2 at 9d13:00 ?到

        > 一碗片儿川，备注“不要香菜”
        xiaonan/pian x1 不要香菜 ?备注
        ",
    );
}

#[test]
fn one_of_them_has_options_of_its_own() {
    play(
        "
        > two lattes, and put oat milk in just one of them
        yunshan/na x1 燕麦奶; yunshan/na x1

        > a latte for me, large, and another one for my sister, iced
        yunshan/na x1 大杯 冰; yunshan/na x1 大杯 ?for my sister
        ",
    );
}

#[test]
fn what_is_no_plain_yes_places_nothing() {
    for sentence in [
        "本来打算下单",
        "我下单下错了",
        "确认点错了",
        "I plan to place the order",
        "美式改一下，下单",
        "can I order",
        "准备买",
        "要拿铁，下单",
        "不对",
        "我不吃香菜，确认下单",
        "我对花生过敏，下单",
        "要青禾茶铺的，下单",
        "不超过二十，下单",
        "不要燕麦奶，下单",
    ] {
        let mut talk = Talk::default();
        talk.say("一杯美式");
        let turn = talk.turn(sentence);
        assert!(!matches!(turn.step, Step::Confirm | Step::Discard), "{sentence}: {turn:?}");
    }
}

#[test]
fn what_is_called_off_between_goods_is_what_was_said_right_before() {
    play(
        "
        > 一杯美式，算了，来一份片儿川
        xiaonan/pian x1

        > 两杯拿铁，再加个可颂……算了，就拿铁吧
        yunshan/na x2

        > 两杯拿铁，再加个可颂，算了，可颂家里还有，不买了
        yunshan/na x2

        > two lattes and a croissant, no actually skip the croissant
        yunshan/na x2

        > 一杯拿铁
        yunshan/na x1
        > 还有可颂……算了，可颂家里还有，不买了
        hold
        > 好，就前面那一杯，下单
        confirm
        ",
    );
}

#[test]
fn what_is_corrected_in_one_breath() {
    play(
        "
        > 两杯拿铁
        yunshan/na x2
        > 啊不是两杯三杯三杯
        yunshan/na x3

        > one croissant no wait two croissants
        yunshan/ke x2

        > can i have two two large lattes
        yunshan/na x2 大杯

        > one latte no three lattes
        yunshan/na x3

        > 不是两杯拿铁，是三杯拿铁
        yunshan/na x3

        > 拿铁来一个中杯，不对，大杯，大杯两个
        yunshan/na x2 大杯

        > 拿铁三杯，不对，热的，再来两个可颂
        yunshan/na x3 热; yunshan/ke x2

        > 布丁奶茶加布丁，不对，加西米
        lulu/bu x1 西米

        > a latte
        yunshan/na x1
        > not one, two
        yunshan/na x2
        ",
    );
}

#[test]
fn what_is_counted_once_more_behind_a_correction_is_counted_anew() {
    play(
        "
        > 拿铁三杯，美式两杯，不对，拿铁两杯
        yunshan/mei x2; yunshan/na x2

        > 拿铁要三杯，美式要两杯，不，拿铁两杯，美式三杯
        yunshan/na x2; yunshan/mei x3
        ",
    );
}

#[test]
fn of_two_places_the_one_it_is_to_go_to_holds() {
    play(
        "
        > 一杯美式送到公司，不对，送家里
        yunshan/mei x1 -> 家

        > 我在公司，两个可颂送到家里
        yunshan/ke x2 -> 家

        > 美式送到公司，拿铁送家里
        ask OnlyPartly (yunshan/mei yunshan/na) ?送家里
        ",
    );
}

#[test]
fn the_last_time_and_place_hold_where_they_correct_and_others_are_asked_about() {
    play(
        "
        > 三点送两杯拿铁，不对，四点送
        yunshan/na x2 at 0d16:00

        > 一杯拿铁送到公司，不对，送到家
        yunshan/na x1 -> 家

        > 一杯拿铁送到公司，一杯美式送到家
        ask OnlyPartly (yunshan/na yunshan/mei) ?送到家

        > 三点来一杯拿铁，四点来一杯美式
        ask OnlyPartly (yunshan/na yunshan/mei) ?四点
        ",
    );
}

#[test]
fn of_two_times_the_corrected_one_holds_and_two_are_asked_about() {
    play(
        "
        > 一杯美式，十二点送到，不对，十二点半
        yunshan/mei x1 at 0d12:30

        > 美式十二点送，拿铁下午一点送
        ask OnlyPartly (yunshan/mei yunshan/na) ?下午一点
        ",
    );
}

#[test]
fn what_counts_one_thing_is_taken_back_of_no_other() {
    play(
        "
        > 来两杯二十块以内的拿铁和一个可颂
        yunshan/na x2; yunshan/ke x1

        > 可颂要五个，拿铁五个喝不完，三个吧
        yunshan/ke x5; yunshan/na x3

        > 一杯拿铁
        yunshan/na x1
        > 改成三杯有几杯拿几杯
        yunshan/na x3

        > 一杯拿铁
        yunshan/na x1
        > 算了超过二十块了
        discard
        ",
    );
}

#[test]
fn how_many_were_wrong_counts_nothing() {
    play(
        "
        > 一杯拿铁一杯美式
        yunshan/na x1; yunshan/mei x1
        > 两个都搞错了，拿铁两杯
        ask OnlyPartly (yunshan/na yunshan/mei) ?两个

        > 一杯拿铁
        yunshan/na x1
        > 不够甜
        notunderstood ?甜
        ",
    );
}

#[test]
fn a_correction_takes_the_place_of_what_was_just_said_and_of_nothing_else() {
    play(
        "
        > two lattes and like one americano no wait make that two americanos
        yunshan/na x2; yunshan/mei x2

        > 给我来五杯云杉咖啡的拿铁啊不对是六杯
        yunshan/na x6
        ",
    );
}
