//! What a recogniser gets wrong: characters that sound alike, no punctuation, fillers.

use crate::talk::play;

#[test]
fn names_are_known_by_their_sound() {
    play(
        "
        > 来一份红梢牛肉面
        xiaonan/niu x1

        > 嗯来两杯布丁奶茬
        lulu/bu x2

        > 小楠门面馆来一份片儿川
        xiaonan/pian x1

        > 一束摆合花束
        mumian/bai x1

        > 百合花束来一术
        mumian/bai x1
        ",
    );
}

#[test]
fn what_may_be_another_name_is_asked_about() {
    play(
        "
        > 来一份梨子蛋糕
        ask WhichItem (yunshan/qi)

        > 一份红烧鸡肉面
        ask WhichItem (xiaonan/niu xiaonan/fan) ?鸡
        ",
    );
}

#[test]
fn function_words_are_known_by_their_sound() {
    play(
        "
        > 邀两杯大杯拿铁
        yunshan/na x2 大杯
        > 在来一个可颂
        yunshan/na x2 大杯; yunshan/ke x1
        > 可颂不药了
        yunshan/na x2 大杯

        > 两杯大杯地拿铁
        yunshan/na x2 大杯

        > 有两杯拿铁再来一个可颂
        yunshan/na x2; yunshan/ke x1
        ",
    );
}

#[test]
fn a_negation_is_never_lost() {
    play(
        "
        > 来一份红烧牛肉面布要香菜
        xiaonan/niu x1 不要香菜

        > 来一份红烧牛肉面不到香菜
        xiaonan/niu x1 不要香菜

        > 来一份红烧牛肉面倍放香菜
        ask WhichItem (xiaonan/niu) ?倍放香菜

        > 来一份红烧牛肉面
        xiaonan/niu x1
        > 倍要香菜
        notunderstood ?倍要香菜

        > 有什么拿铁
        show (yunshan/na yunshan/xing lulu/hong)
        > 不有杏仁的要第二个
        lulu/hong x1
        ",
    );
}

#[test]
fn what_only_sounds_like_a_yes_is_asked_again() {
    play(
        "
        > 两杯美式
        yunshan/mei x2
        > 下丹
        confirm

        > 两杯美式
        yunshan/mei x2
        > 情付款吧
        confirm

        > 两杯美式
        yunshan/mei x2
        > 确任
        ask AgreeAgain ?确任
        > 下蛋
        ask WhichItem (jiajia/dan)
        > 制服
        ask AgreeAgain ?制服
        > 停下单
        ask AgreeAgain ?停
        > 晚下单
        ask AgreeAgain ?晚
        > 没问提
        ask AgreeAgain ?没问提
        > 好的憋下单
        hold
        > 捕下单
        hold
        > 好，已下单
        ask AgreeAgain ?已
        > 对下丹
        confirm

        > 两杯美式
        yunshan/mei x2
        > 井就这些下单吧
        confirm
        > 把刚才的订单取消掉
        ask SureToCancel
        > 取硝吧
        ask SureToCancel ?取硝吧
        > 对取硝吧
        cancel order

        > 两杯美式
        yunshan/mei x2
        > 好的下单叭
        confirm
        ",
    );
}

#[test]
fn a_place_ends_where_goods_begin() {
    play(
        "
        > 中午十二点半送到一份红烧牛肉饭
        xiaonan/fan x1 at 0d12:30

        > 送到学院路8号3栋两碗片儿川
        xiaonan/pian x2 -> 学院路8号3栋

        > 送到公司一杯拿铁
        yunshan/na x1 -> 公司
        > 送到一号楼二单元
        yunshan/na x1 -> 一号楼二单元

        > 送到文三路两百号三杯美式一个可颂
        yunshan/mei x3; yunshan/ke x1 -> 文三路两百号
        ",
    );
}

#[test]
fn fillers_part_no_phrase() {
    play(
        "
        > a large like americano
        yunshan/mei x1 大杯
        > place the like order please
        confirm

        > add like three almond like lattes
        yunshan/xing x3
        ",
    );
}

#[test]
fn a_slip_in_a_name_of_several_words_is_mended_and_a_short_one_only_in_a_choice() {
    play(
        "
        > one almond lattee, icd
        yunshan/xing x1 冰

        > a latte with oat mlk
        yunshan/na x1 燕麦奶

        > my frd is here, two americanos
        yunshan/mei x2 ?frd|here
        ",
    );
}
