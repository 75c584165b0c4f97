//! An order is given up, and something else is wanted.

use assistant::{Note, Step};
use domain::id::OrderId;

use crate::talk::{Talk, play};

#[test]
fn what_was_put_together_gives_way_to_what_is_wanted_now() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 刚才那单不要了，重新来一份片儿川
        xiaonan/pian x1
        > 确认
        confirm
        ",
    );
}

#[test]
fn an_order_on_its_way_is_cancelled_once_the_other_is_placed() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 确认
        confirm
        > 取消刚才的订单，来一份片儿川
        xiaonan/pian x1
        > 确认
        confirm
        > 取消吧
        cancel order

        > 一杯拿铁
        yunshan/na x1
        > 确认
        confirm
        > 把刚点的拿铁取消了，来一份片儿川
        xiaonan/pian x1
        > 确认
        confirm
        > 两杯美式
        yunshan/mei x2
        > 确认
        confirm

        > 一杯拿铁
        yunshan/na x1
        > 确认
        confirm
        > 拿铁取消
        ask SureToCancel
        > 不
        hold
        > 片儿川取消
        ask NothingToEdit
        ",
    );
    let mut talk = Talk::default();
    talk.say("一杯拿铁");
    talk.say("确认");
    let turn = talk.turn("把刚点的拿铁取消了，来一份片儿川");
    assert!(matches!(turn.step, Step::Quote(_)), "{turn:?}");
    assert!(turn.notes.contains(&Note::CancelsLater(OrderId(1))), "{turn:?}");
}

#[test]
fn a_yes_said_twice_cancels_nothing() {
    for sentence in ["确认", "好的", "好的谢谢", "yes"] {
        let mut talk = Talk::default();
        for said in ["一杯拿铁", "确认", "取消刚才的订单，来一份片儿川", "确认"] {
            talk.say(said);
        }
        let turn = talk.turn(sentence);
        assert!(!matches!(turn.step, Step::CancelOrder(_)), "{sentence}: {turn:?}");
    }
}

#[test]
fn an_order_just_placed_is_given_up_whatever_is_said_before() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 下单
        confirm
        > 等等，我点错了，这单不要了
        ask SureToCancel
        > 是的，取消
        cancel order
        ",
    );
}

#[test]
fn an_order_goes_whole_and_that_is_said() {
    let mut talk = Talk::default();
    talk.say("一杯拿铁，一个可颂");
    talk.say("下单");
    let turn = talk.turn("取消可颂");
    let text = assistant::reply::turn(&turn);
    assert!(text.contains("整单") && text.contains("拿铁"), "{text}");
}

#[test]
fn an_order_being_put_together_is_given_up_though_it_waits() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 等等，这单不要了
        discard

        > one latte
        yunshan/na x1
        > yes
        confirm
        > wait, cancel that
        ask SureToCancel
        ",
    );
}

#[test]
fn what_was_ordered_before_is_told_and_not_bought_again() {
    for said in [
        "我原本点了拿铁，想取消刚才的订单，来一份片儿川",
        "刚才点了拿铁，取消订单，来一份片儿川",
        "刚才的拿铁点错了，取消订单，来一份片儿川",
    ] {
        let mut talk = Talk::default();
        talk.say("一杯拿铁");
        assert_eq!(talk.say("确认"), "confirm");
        let turn = talk.turn(said);
        assert!(turn.notes.iter().any(|note| matches!(note, Note::CancelsLater(_))), "{said}: {:?}", turn.notes);
        assert!(matches!(&turn.step, Step::Quote(cart) if cart.lines.len() == 1), "{said}: {:?}", turn.step);
    }
}

#[test]
fn where_an_order_was_to_go_that_is_given_up_is_not_where_the_next_goes() {
    let mut talk = Talk::default();
    talk.say("一杯拿铁，送到家");
    assert_eq!(talk.say("确认"), "confirm");
    let turn = talk.turn("我在加班，想取消送到家里的那杯拿铁，来一份片儿川送到公司");
    let Step::Quote(cart) = &turn.step else { panic!("{:?}", turn.step) };
    assert_eq!(cart.address.as_ref().map(|address| &*address.label), Some("公司"));
}
