//! Lists: an option for all of it, and pointing at what was shown before a quote.

use crate::talk::play;

#[test]
fn an_option_after_a_list_is_that_of_all_of_it() {
    play(
        "
        > 拿铁和美式，冰的
        yunshan/na x1 冰; yunshan/mei x1 冰

        > 一杯拿铁和两杯美式，大杯，热的
        yunshan/na x1 大杯 热; yunshan/mei x2 大杯 热

        > a latte and an americano, iced
        yunshan/na x1 冰; yunshan/mei x1 冰

        > 拿铁、美式，要冰的
        yunshan/na x1 冰; yunshan/mei x1 冰

        > 拿铁和可颂，冰的
        yunshan/na x1 冰; yunshan/ke x1

        > 一杯拿铁，一杯美式，冰的
        yunshan/na x1; yunshan/mei x1 冰
        ",
    );
}

#[test]
fn what_was_shown_can_be_pointed_at_after_a_quote() {
    play(
        "
        > 有什么拿铁
        show (yunshan/na yunshan/xing lulu/hong)
        > 要第二个，一杯
        yunshan/xing x1
        > 还是第三个吧
        lulu/hong x1
        > 还是第一个吧
        yunshan/na x1

        > 有什么拿铁
        show (yunshan/na yunshan/xing lulu/hong)
        > 第一个来两杯
        yunshan/na x2
        > 大杯的
        yunshan/na x2 大杯
        > 还是第二个
        yunshan/xing x2 大杯

        > what lattes do you have
        show (yunshan/na yunshan/xing lulu/hong)
        > the first one
        yunshan/na x1
        > actually the third one
        lulu/hong x1
        > and also the second one
        lulu/hong x1; yunshan/xing x1

        > 有布丁奶茶吗
        show (lulu/bu qing/bu)
        > 第一个
        lulu/bu x1
        > 还是便宜的那个
        qing/bu x1
        > 还是另一个吧
        lulu/bu x1

        > 有什么拿铁
        show (yunshan/na yunshan/xing lulu/hong)
        > 第一个
        yunshan/na x1
        > 第九个
        ask NoSuchOffer (yunshan/na yunshan/xing lulu/hong)

        > 来两碗面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 第一个
        xiaonan/pian x2
        > 还是第二个吧
        xiaonan/niu x2
        ",
    );
}

#[test]
fn what_was_counted_by_its_kind_is_named_behind() {
    play(
        "
        > 牛肉面两碗，红烧牛肉面
        xiaonan/niu x2

        > 奶茶两杯，布丁奶茶，大杯
        lulu/bu x2 大杯
        ",
    );
}

#[test]
fn a_number_alone_points_at_what_was_shown() {
    play(
        "
        > 来两碗面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 2
        xiaonan/niu x2

        > 来碗面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 那就1号吧
        xiaonan/pian x1

        > 来碗面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 1和2
        xiaonan/pian x1; xiaonan/niu x1

        > 来碗面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 1, 2 please
        xiaonan/pian x1; xiaonan/niu x1

        > 来碗面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 都要
        xiaonan/pian x1; xiaonan/niu x1

        > 来碗面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 除了第二个，都要
        xiaonan/pian x1

        > 来碗面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 3
        ask WhichItem (xiaonan/pian xiaonan/niu)

        > 来碗面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > two
        ask WhichItem (xiaonan/pian xiaonan/niu)

        > 来碗面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 第二个多少钱
        show (xiaonan/pian xiaonan/niu)
        > 第二个要一碗
        xiaonan/niu x1

        > 一杯拿铁
        yunshan/na x1
        > 2
        yunshan/na x2
        ",
    );
}
