//! What a cart cannot express is said back, and is never taken for small talk.

use crate::talk::play;

#[test]
fn portions_of_one_extra() {
    play(
        "
        > 一杯布丁奶茶，加两份西米
        ask OnlyPartly (lulu/bu) ?两份西米

        > a pudding milk tea with two portions of sago
        ask OnlyPartly (lulu/bu) ?two portions of sago

        > 一杯布丁奶茶，双份西米
        lulu/bu x1 西米 ?双份

        > 一杯布丁奶茶，加一份西米
        lulu/bu x1 西米
        ",
    );
}

#[test]
fn notes_for_the_courier_and_whom_it_is_for() {
    play(
        "
        > 给我妈买一杯拿铁
        yunshan/na x1 ?给我妈

        > 一杯拿铁，是给我妈的
        yunshan/na x1 ?给我妈的

        > 一杯拿铁，不要敲门
        yunshan/na x1 ?不要敲门

        > 一杯拿铁，放门口就行
        yunshan/na x1 ?放门口

        > a latte, leave it at the door
        yunshan/na x1 ?leave it at the door

        > a latte for my mum, please don't ring the bell
        yunshan/na x1 ?for my mum|don't ring the bell

        > 两杯美式
        yunshan/mei x2
        > 可以下单，不要敲门
        ask AgreeAgain ?不要敲门
        > 确认
        confirm

        > 一杯拿铁，在店里吃
        yunshan/na x1 ?在店里吃

        > 一杯拿铁，到了给我打电话
        yunshan/na x1 ?到了给我打电话
        ",
    );
}

#[test]
fn what_is_said_now_holds_over_what_was_said_before_the_question() {
    play(
        "
        > 来一杯咖啡，大杯的，热的
        ask WhichItem (yunshan/mei yunshan/na yunshan/xing)
        > 第一个，要中杯的，冰的
        yunshan/mei x1 中杯 冰
        ",
    );
}

#[test]
fn a_cancellation_that_is_not_done_is_said_back() {
    play(
        "
        > 取消刚才的订单，来一份片儿川
        xiaonan/pian x1 ?取消刚才的订单

        > 一杯美式，来一份片儿川，算了
        ask OnlyPartly (yunshan/mei xiaonan/pian) ?算了
        ",
    );
}

#[test]
fn a_slip_of_two_letters_agrees_to_nothing() {
    play(
        "
        > 来一杯拿铁
        yunshan/na x1
        > nn
        notunderstood ?nn
        > queren
        confirm
        ",
    );
}

#[test]
fn sounds_of_thinking_mean_nothing() {
    play(
        "
        > 嗯来 um 两呃杯拿铁 uh 吧
        yunshan/na x2
        > two um lattes, uh, iced
        yunshan/na x2 冰
        ",
    );
}
