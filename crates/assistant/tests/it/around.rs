//! What people say around an order: alternatives, who wants what, how many they are, one step back, why.

use assistant::reply;

use crate::talk::{Talk, play};

#[test]
fn what_is_wanted_otherwise_is_taken_only_where_the_first_cannot_be_had() {
    play(
        "
        > 来一杯拿铁，没有的话换成美式
        yunshan/na x1

        > 一杯拿铁，卖完了就要美式
        yunshan/na x1

        > a latte, or else an americano
        yunshan/na x1

        > 青禾茶铺的拿铁来一杯，没有的话就要普洱茶
        qing/pu x1

        > 来一碗红烧牛肉面，没有就算了
        xiaonan/niu x1
        ",
    );
    let mut talk = Talk::default();
    let turn = talk.turn("青禾茶铺的拿铁来一杯，没有的话就要普洱茶");
    assert!(reply::turn(&turn).contains("按您说的换成普洱茶"), "{}", reply::turn(&turn));
}

#[test]
fn a_condition_chooses_nothing_and_a_limit_without_a_unit_is_money() {
    play(
        "
        > 来杯拿铁，要是燕麦奶要加钱就算了
        yunshan/na x1 ?要是燕麦奶要加钱就算了

        > 来一碗红烧牛肉面，不要香菜
        xiaonan/niu x1 不要香菜
        > 把香菜加回来
        xiaonan/niu x1
        ",
    );
    let mut talk = Talk::default();
    talk.turn("来两杯拿铁，一共不能超过五十");
    assert_eq!(talk.dialogue.cart().constraints.total_max, Some(domain::money::Money::cny(5_000)));
    let mut talk = Talk::default();
    talk.turn("来两杯拿铁，总共不超过五十");
    assert_eq!(talk.dialogue.cart().constraints.total_max, Some(domain::money::Money::cny(5_000)));
}

#[test]
fn who_wants_it_is_no_number_and_said_back() {
    play(
        "
        > 小李要一杯拿铁，老王要一杯美式
        yunshan/na x1; yunshan/mei x1 ?小李|老王

        > 张三要一杯热拿铁，李四要一杯冰拿铁
        yunshan/na x1 热; yunshan/na x1 冰 ?张三|李四

        > 我要一杯拿铁，我老婆要一杯美式
        yunshan/na x1; yunshan/mei x1 ?我老婆
        ",
    );
}

#[test]
fn an_amount_for_each_is_that_many_times_as_much() {
    play(
        "
        > 我们三个人，一人一碗红烧牛肉面
        xiaonan/niu x3

        > 每人两杯拿铁，一共五个人
        yunshan/na x10

        > 咱仨一人一碗红烧牛肉面
        xiaonan/niu x3

        > 我们四个人，来一碗红烧牛肉面
        xiaonan/niu x1 ?四个人
        ",
    );
}

#[test]
fn some_of_a_line_have_options_of_their_own() {
    play(
        "
        > 来两杯拿铁，大杯
        yunshan/na x2 大杯
        > 其中一杯要冰的
        yunshan/na x1 大杯 冰; yunshan/na x1 大杯
        ",
    );
}

#[test]
fn what_is_said_of_a_line_changes_that_line() {
    play(
        "
        > 来一碗红烧牛肉面，一杯拿铁
        xiaonan/niu x1; yunshan/na x1
        > 把拿铁去掉
        xiaonan/niu x1
        > 面不要葱
        xiaonan/niu x1 不要葱

        > 两杯拿铁
        yunshan/na x2
        > 一杯要冰的
        yunshan/na x1 冰; yunshan/na x1
        > 另一杯换燕麦奶
        yunshan/na x1 冰; yunshan/na x1 燕麦奶

        > 两杯拿铁
        yunshan/na x2
        > 改成一杯冰的
        yunshan/na x1 冰

        > 布丁奶茶一杯 半糖 去冰，露露茶坊的
        lulu/bu x1 去冰 半糖
        ",
    );
}

#[test]
fn a_yes_to_an_open_question_is_no_agreement() {
    play(
        "
        > 两杯拿铁，一杯美式
        yunshan/na x2; yunshan/mei x1
        > 换大杯
        ask WhichLine
        > 好
        yunshan/na x2; yunshan/mei x1
        > 好
        confirm

        > 一杯拿铁
        yunshan/na x1
        > 送到那个地方
        ask WhereTo
        > 好的
        ask WhereTo
        > 送到公司
        yunshan/na x1 -> 公司

        > 一杯拿铁，别送家里
        ask WhereTo
        > 下单
        ask WhereTo
        > 送到公司
        yunshan/na x1 -> 公司

        > one latte, don't send it home
        ask WhereTo
        > bring it to the office
        yunshan/na x1 -> 公司

        > one latte, not to the office
        ask WhereTo
        ",
    );
}

#[test]
fn a_part_of_a_word_is_no_goods() {
    let mut talk = Talk::default();
    let turn = talk.turn("来一杯拿铁，不要放花椒");
    assert!(turn.unread.iter().any(|word| word.contains('椒')), "{turn:?}");
    assert!(turn.offers.iter().all(|offer| offer.item.name.zh.contains("拿铁")), "{turn:?}");
}

#[test]
fn a_change_is_taken_back_one_step_at_a_time() {
    play(
        "
        > 来一碗红烧牛肉面
        xiaonan/niu x1
        > 再来一杯拿铁
        xiaonan/niu x1; yunshan/na x1
        > 改成两杯
        xiaonan/niu x1; yunshan/na x2
        > 撤销
        xiaonan/niu x1; yunshan/na x1
        > 撤销
        xiaonan/niu x1
        > undo
        discard

        > 撤销
        ask NothingToEdit
        ",
    );
}

#[test]
fn a_vague_amount_is_said() {
    let mut talk = Talk::default();
    let turn = talk.turn("来两三杯拿铁");
    assert!(reply::turn(&turn).contains("先按 2 个算"), "{}", reply::turn(&turn));
}

#[test]
fn it_can_say_why_it_chose() {
    let mut talk = Talk::default();
    talk.turn("来一杯布丁奶茶");
    let why = reply::turn(&talk.turn("为什么选这家"));
    assert!(why.contains("布丁奶茶") && why.contains("比“"), "{why}");
    let why = reply::turn(&talk.turn("why this shop"));
    assert!(why.contains(" than "), "{why}");
    let mut talk = Talk::default();
    talk.turn("来一杯拿铁");
    assert!(reply::turn(&talk.turn("为什么是这家")).contains("只有“云杉咖啡”在卖"));
}

#[test]
fn a_sentence_of_which_little_was_understood_is_asked_about() {
    let said = "鸿运当头的日子，锣鼓喧天，霓虹灯闪，拿铁来一杯，旌旗招展，熙熙攘攘，蹉跎岁月";
    let mut talk = Talk::default();
    let turn = talk.turn(said);
    assert!(matches!(turn.step, assistant::Step::Ask(assistant::Question::OnlyPartly)), "{turn:?}");
    assert_eq!(talk.say("好"), "yunshan/na x1");
    assert_eq!(talk.say("好"), "confirm");
}

#[test]
fn an_hour_alone_is_near_the_one_before() {
    play(
        "
        > 明天中午十二点送两杯美式
        yunshan/mei x2 at 1d12:00
        > 改成一点
        yunshan/mei x2 at 1d13:00
        > 十一点半之前送到
        yunshan/mei x2 at 1d11:20
        > 改成十八点
        yunshan/mei x2 at 1d18:00
        > 改成晚上八点
        yunshan/mei x2 at 1d20:00
        > 改成今天下午三点
        yunshan/mei x2 at 0d15:00
        > 改成半小时后
        yunshan/mei x2 at 0d11:00
        ",
    );
}

#[test]
fn all_of_them_is_said_of_its_own_clause() {
    play(
        "
        > 两杯拿铁，一杯冰的
        yunshan/na x1 冰; yunshan/na x1
        > 改成三杯，都要大杯
        ask WhichLine
        > 都改成大杯
        yunshan/na x1 大杯 冰; yunshan/na x1 大杯
        ",
    );
}

#[test]
fn giving_up_and_then_an_amount_changes_the_amount() {
    play(
        "
        > 两杯美式
        yunshan/mei x2
        > 算了，只要一杯
        yunshan/mei x1
        > 算了
        discard
        ",
    );
}

#[test]
fn goods_may_be_drawn() {
    play(
        "
        > 来一份🍜
        ask WhichItem (xiaonan/pian xiaonan/niu)

        > 有☕吗
        show (yunshan/mei yunshan/na yunshan/xing)
        ",
    );
}

#[test]
fn an_ordinal_is_read_in_pinyin() {
    play(
        "
        > 有什么拿铁
        show (yunshan/na yunshan/xing lulu/hong)
        > yao di er ge
        yunshan/xing x1
        ",
    );
}

#[test]
fn the_second_line_may_be_counted() {
    play(
        "
        > 两杯拿铁，一杯冰的一杯热的
        yunshan/na x1 冰; yunshan/na x1 热
        > 第二杯改成大杯
        yunshan/na x1 冰; yunshan/na x1 大杯 热
        ",
    );
}

#[test]
fn a_corrected_name_keeps_what_was_said_of_it() {
    play(
        "
        > two iced americanos, no wait, make it lattes
        yunshan/na x2 冰

        > 来杯咖啡，拿铁，大杯
        yunshan/na x1 大杯
        ",
    );
}

#[test]
fn fewer_of_what_is_named_is_never_more() {
    play(
        "
        > 五杯美式，两杯拿铁
        yunshan/mei x5; yunshan/na x2
        > 美式减两杯
        yunshan/mei x3; yunshan/na x2
        > 拿铁少要一杯
        yunshan/mei x3; yunshan/na x1
        ",
    );
}

#[test]
fn a_price_to_be_weighed_later_orders_nothing() {
    play(
        "
        > 来杯拿铁，要是超过二十就换成美式
        yunshan/na x1 ?要是超过二十就换成美式

        > 来杯拿铁，不超过二十
        yunshan/na x1
        ",
    );
}

#[test]
fn what_was_left_away_may_come_back() {
    play(
        "
        > 一份红烧牛肉面，不要香菜
        xiaonan/niu x1 不要香菜
        > 把香菜加回来
        xiaonan/niu x1
        > 不要香菜
        xiaonan/niu x1 不要香菜
        > 还是要香菜吧
        xiaonan/niu x1

        > 重新来一份片儿川
        xiaonan/pian x1
        ",
    );
}

#[test]
fn who_has_understood_goes_on() {
    play(
        "
        > 一碗片儿川，汤宽一点
        xiaonan/pian x1 ?汤宽
        > 明白，就这样，下单吧
        confirm
        > 车又走了，那一单取消吧
        ask SureToCancel ?车又走

        > two croissants
        yunshan/ke x2
        > got it, place the order
        confirm
        > same again please
        yunshan/ke x2

        > any cakes under 30 yuan
        show (yunshan/ti)
        ",
    );
}

#[test]
fn what_is_over_the_total_is_told_with_what_it_comes_to() {
    let mut talk = Talk::default();
    let turn = talk.turn("一共二十块以内，来一杯拿铁，大杯");
    assert!(reply::turn(&turn).contains("超过了您说的 20.00 元"), "{turn:?}");
}

#[test]
fn a_question_beside_a_wish_is_answered_with_it() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 改成大杯，还开着吗
        yunshan/na x1 大杯
        > 再来可颂，几点关门
        yunshan/na x1 大杯; yunshan/ke x1
        > 取消吧，几点关门
        discard

        > 一杯拿铁
        yunshan/na x1
        > 要不送到公司吧
        yunshan/na x1 -> 公司
        ",
    );
}

#[test]
fn where_in_ones_own_place_goes_with_its_address() {
    for (sentence, address) in [
        ("一杯拿铁送到公司3楼前台", "学院路2号3楼前台"),
        ("送到公司三楼一杯拿铁", "学院路2号三楼"),
        ("送到家里3栋2单元502一杯拿铁", "文三路1号3栋2单元502"),
        ("一杯拿铁，送到公司前台，要冰的", "学院路2号前台"),
        ("送到家里两杯拿铁", "文三路1号"),
        ("一杯拿铁，送到家里2号下午三点", "文三路1号"),
    ] {
        let mut talk = Talk::default();
        let turn = talk.turn(sentence);
        let to = talk.dialogue.cart().address.as_ref().map(|to| to.text.to_string());
        assert_eq!((to.as_deref(), &turn.unread[..]), (Some(address), &[][..]), "{sentence}");
    }
}
