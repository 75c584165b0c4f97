//! Conversations: references, edits, agreement and refusal over several turns.

use crate::talk::play;

#[test]
fn edits() {
    play(
        "
        > 三杯拿铁
        yunshan/na x3
        > 改成两杯吧
        yunshan/na x2
        > 换成大杯
        yunshan/na x2 大杯
        > 都要冰的
        yunshan/na x2 大杯 冰
        > 再来一个可颂
        yunshan/na x2 大杯 冰; yunshan/ke x1
        > 可颂不要了
        yunshan/na x2 大杯 冰
        > 把拿铁换成美式
        yunshan/mei x2 大杯 冰
        > 嗯，下单
        confirm

        > a latte please
        yunshan/na x1
        > make it three
        yunshan/na x3
        > and make them iced
        yunshan/na x3 冰
        > add a croissant
        yunshan/na x3 冰; yunshan/ke x1
        > make it two croissants
        yunshan/na x3 冰; yunshan/ke x2
        > remove the latte
        yunshan/ke x2
        > great, place the order
        confirm

        > 一杯布丁奶茶
        lulu/bu x1
        > 加西米
        lulu/bu x1 西米
        > 再加一份
        lulu/bu x2 西米
        > 不要西米了
        lulu/bu x2

        > 一杯拿铁和一杯美式
        yunshan/na x1; yunshan/mei x1
        > 改成两杯
        ask WhichLine
        > 拿铁改成两杯
        yunshan/na x2; yunshan/mei x1
        ",
    );
}

#[test]
fn corrections_and_extras() {
    play(
        "
        > 来杯拿铁，不对，来杯美式
        yunshan/mei x1

        > a latte, no wait, an americano
        yunshan/mei x1

        > 两杯布丁奶茶
        lulu/bu x2
        > 再加一份西米
        lulu/bu x2 西米
        > 去掉西米
        lulu/bu x2
        > 再来一杯去冰的
        lulu/bu x2; lulu/bu x1 去冰
        > 少一杯
        lulu/bu x2

        > 两份片儿川，一份不要葱
        xiaonan/pian x1 不要葱; xiaonan/pian x1

        > 一杯拿铁，燕麦奶
        yunshan/na x1 燕麦奶
        > 把拿铁换成美式，再加一个可颂
        yunshan/mei x1; yunshan/ke x1
        ",
    );
}

#[test]
fn references() {
    play(
        "
        > 有什么拿铁
        show (yunshan/na yunshan/xing lulu/hong)
        > 要第二个，一杯
        yunshan/xing x1
        > 下单吧
        confirm

        > 有布丁奶茶吗
        show (lulu/bu qing/bu)
        > 要便宜的那个，来两杯
        qing/bu x2

        > 有没有可颂
        show (yunshan/ke)
        > 就要这个，两个
        yunshan/ke x2

        > 来两碗面，不要葱
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 牛肉的
        xiaonan/niu x2 不要葱

        > show me bouquets
        show (mumian/bai mumian/mei)
        > I'll take the cheaper one, with a birthday card
        mumian/bai x1 生日贺卡

        > 有什么拿铁
        show (yunshan/na yunshan/xing lulu/hong)
        > 第七个
        ask NoSuchOffer (yunshan/na yunshan/xing lulu/hong)

        > 一份烤鸭
        ask WhichItem (jiajia/ya jiajia/yaz)
        > 整只的
        jiajia/yaz x1
        ",
    );
}

#[test]
fn agreement_is_only_ever_agreement() {
    play(
        "
        > 两杯美式
        yunshan/mei x2
        > 不下单
        hold

        > 两杯美式
        yunshan/mei x2
        > 等等，先别下单
        hold
        > 好了，下单吧
        confirm

        > 两杯美式
        yunshan/mei x2
        > 可以，送到公司
        yunshan/mei x2 -> 公司
        > 对
        confirm

        > 两杯美式
        yunshan/mei x2
        > 好，不过换成冰的
        yunshan/mei x2 冰

        > 两杯美式
        yunshan/mei x2
        > 好的，蓝山的
        ask AgreeAgain ?蓝山

        > 两杯美式
        yunshan/mei x2
        > 可以下单吗
        ask AgreeAgain

        > How much would it be if I ordered three americanos?
        yunshan/mei x3
        > if I order it, when does it come?
        ask AgreeAgain ?come

        > 两杯美式
        yunshan/mei x2
        > 再来碗面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 好的
        ask WhichItem (xiaonan/pian xiaonan/niu)
        ",
    );
}

#[test]
fn cancelling() {
    play(
        "
        > 两杯美式
        yunshan/mei x2
        > 算了，不要了
        discard
        > 好的
        ask NothingToConfirm

        > 两杯美式
        yunshan/mei x2
        > 行，确认下单
        confirm
        > 不想要了，把刚才的订单取消掉
        ask SureToCancel
        > 对，取消吧
        cancel order

        > one latte
        yunshan/na x1
        > yes, order it
        confirm
        > please cancel the order I just placed
        ask SureToCancel
        > no, keep it
        hold
        > cancel my order
        ask SureToCancel
        > yes
        cancel order
        ",
    );
}

#[test]
fn the_usual() {
    play(
        "
        > 两杯大杯美式
        yunshan/mei x2 大杯
        > 可以
        confirm
        > 老样子
        yunshan/mei x2 大杯
        > 送到公司
        yunshan/mei x2 大杯 -> 公司
        > yes
        confirm
        > same as last time please
        yunshan/mei x2 大杯 -> 公司
        ",
    );
}

#[test]
fn one_wrong_character_in_a_long_name_is_heard() {
    play(
        "
        > 红少牛肉面一碗
        xiaonan/niu x1

        > 金局柠檬两杯
        lulu/jin x2
        ",
    );
}
