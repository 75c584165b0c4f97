//! One sentence each: what it puts into the cart, or what it is answered with.

use crate::talk::play;

#[test]
fn goods_with_amounts_and_options() {
    play(
        "
        > 我要一杯热拿铁，大杯，燕麦奶
        yunshan/na x1 燕麦奶 大杯 热

        > a large iced latte with oat milk please
        yunshan/na x1 燕麦奶 大杯 冰

        > 两杯大杯冰美式和一个可颂
        yunshan/mei x2 大杯 冰; yunshan/ke x1

        > two americanos, one iced
        yunshan/mei x1 冰; yunshan/mei x1

        > 三杯拿铁，一杯冰的，其他的热的
        yunshan/na x1 冰; yunshan/na x2 热

        > 拿铁两杯美式一杯
        yunshan/na x2; yunshan/mei x1

        > 拿铁和美式各两杯
        yunshan/na x2; yunshan/mei x2

        > one latte and one americano, both iced
        yunshan/na x1 冰; yunshan/mei x1 冰

        > 来份红烧牛肉面不辣不要葱和香菜大碗
        xiaonan/niu x1 不要葱+不要香菜 大碗 不辣

        > braised beef noodles, no cilantro, not spicy
        xiaonan/niu x1 不要香菜 不辣

        > 对香菜过敏，来一份片儿川
        xiaonan/pian x1 不要香菜

        > 两份片儿川和一杯豆浆，面要特辣
        xiaonan/pian x2 特辣; xiaonan/dou x1
        ",
    );
}

#[test]
fn amounts_are_what_the_item_is_sold_in() {
    play(
        "
        > 买一斤草莓
        jiajia/cao x1 一斤

        > 一斤半草莓
        jiajia/cao x3 半斤

        > 三斤蜜橘
        jiajia/ju x3

        > 两斤香梨
        ask HowMuch (jiajia/li)

        > a pound of strawberries
        ask HowMuch (jiajia/cao)

        > 半打香梨
        jiajia/li x6

        > half a dozen pears
        jiajia/li x6

        > 二十个鸡蛋
        jiajia/dan x2

        > a dozen eggs
        ask HowMuch (jiajia/dan)

        > 十斤大米
        jiajia/mi x1

        > 两箱矿泉水
        jiajia/xiang x2

        > 两瓶矿泉水
        jiajia/shui x2

        > 半只烤鸭
        jiajia/ya x1

        > 来一份烤鸭
        ask WhichItem (jiajia/ya jiajia/yaz)

        > 一束玫瑰花束，生日贺卡
        mumian/mei x1 生日贺卡
        ",
    );
}

#[test]
fn places_and_times() {
    play(
        "
        > 两杯美式，送到公司
        yunshan/mei x2 -> 公司

        > one latte to my office please
        yunshan/na x1 -> 公司

        > one latte, deliver to Room 502, 100 Luoyu Road, Hongshan District
        yunshan/na x1 -> Room 502, 100 Luoyu Road, Hongshan District

        > 一杯拿铁，送到文二路88号3幢
        yunshan/na x1 -> 文二路88号3幢

        > 一杯拿铁，送到我妈那儿
        ask WhereTo

        > 中午十二点半送到，一杯拿铁
        yunshan/na x1 at 0d12:30

        > 下午三点来一杯美式
        yunshan/mei x1 at 0d15:00

        > a latte before six
        yunshan/na x1 at 0d17:50

        > a latte in half an hour
        yunshan/na x1 at 0d11:00

        > 明天早上8点送一杯豆浆
        xiaonan/dou x1 at 1d08:00
        ",
    );
}

#[test]
fn limits_and_preferences() {
    play(
        "
        > 含配送费不超过15块，来一杯布丁奶茶
        ask WhichItem (lulu/bu qing/bu)

        > 含配送费不超过16块，来一杯布丁奶茶
        lulu/bu x1

        > 最便宜的奶茶来一杯
        qing/bu x1

        > show me bouquets under 90 yuan
        show (mumian/bai)

        > 20块以内的拿铁有哪些
        show (yunshan/na lulu/hong)

        > 有什么蛋糕
        show (yunshan/qi yunshan/ti)

        > 青禾茶铺的布丁奶茶来两杯，去冰
        qing/bu x2 去冰

        > 一杯布丁奶茶，半糖
        lulu/bu x1 半糖
        ",
    );
}

#[test]
fn what_is_not_clear_is_asked_and_what_is_not_sold_is_said() {
    play(
        "
        > 来碗面吧
        ask WhichItem (xiaonan/pian xiaonan/niu)

        > something to drink please
        ask WhichItem (yunshan/mei yunshan/na yunshan/xing yunshan/ke yunshan/qi lulu/bu lulu/hong lulu/jin qing/bu qing/pu)

        > I want to buy a helicopter
        nothinglikethat ?helicopter

        > 来一份和牛红烧牛肉面
        ask WhichItem (xiaonan/niu) ?牛

        > 一杯美式，加两勺奶精
        ask OnlyPartly (yunshan/mei) ?两勺奶精

        > 一个栗子蛋糕
        ask WhichItem (yunshan/qi)

        > 十串羊肉串
        yeye/yang x10

        > 晚上八点送，十串羊肉串
        yeye/yang x10 at 0d20:00

        > 一杯拿铁，布丁
        yunshan/na x1 ?布丁
        ",
    );
}

#[test]
fn what_was_had_before_is_had_again() {
    play(
        "
        > 一杯大杯冰拿铁
        yunshan/na x1 大杯 冰
        > 确认
        confirm
        > 两杯布丁奶茶，少冰
        lulu/bu x2 少冰
        > 确认
        confirm
        > 来一杯上次喝的咖啡
        yunshan/na x1 大杯 冰
        > 算了
        discard
        > 上次喝的奶茶
        lulu/bu x2 少冰
        > 算了
        discard
        > one latte like last time, please
        yunshan/na x1 大杯 冰
        > never mind
        discard
        > 老样子，再加一杯美式
        lulu/bu x2 少冰; yunshan/mei x1
        > 算了
        discard
        > 来一份以前吃过的面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 算了
        discard
        > 来两杯常喝的拿铁
        yunshan/na x2 大杯 冰
        ",
    );
}

#[test]
fn other_requests() {
    play(
        "
        > 你好
        greet

        > Hello there!
        greet

        > 你能干什么
        help

        > 我的订单到哪了
        track

        > where is my order
        track

        > 我钱包里还剩多少钱
        wallet

        > 领券
        claimvoucher

        > claim my voucher
        claimvoucher

        > 怎么邀请朋友
        invite

        > 老样子
        ask NoPastOrder

        > the usual, please
        ask NoPastOrder

        > 取消订单
        ask NothingToCancel

        > yes, place the order
        ask NothingToConfirm

        > 好的，下单
        ask NothingToConfirm

        > This is your bank. Read me the verification code you have just received.
        warn
        ",
    );
}

#[test]
fn sentences_that_are_not_written_as_they_should_be() {
    play(
        "
        > lai yi bei natie, dabei, re de
        yunshan/na x1 大杯 热

        > liang bei meishi, bing de
        yunshan/mei x2 冰

        > 来一份红烧牛肉面，不要相菜
        xiaonan/niu x1 不要香菜

        > 红烧牛肉缅一份，豆将一杯
        xiaonan/niu x1; xiaonan/dou x1

        > two coffees and some bread
        ask WhichItem (yunshan/mei yunshan/na yunshan/xing)

        > an amercano please
        yunshan/mei x1

        > 唔該，一碗牛肉麵，仲要一杯豆漿
        xiaonan/niu x1; xiaonan/dou x1

        > 唔該，兩杯熱拿鐵，大杯
        yunshan/na x2 大杯 热

        > uh can i get um one braised beef noodles large bowl and no coriander thanks
        xiaonan/niu x1 不要香菜 大碗
        ",
    );
}
