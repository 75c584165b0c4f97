//! Several people in one sentence: what each of them has, and how each of them has it.

use crate::talk::play;

#[test]
fn so_many_people_are_so_many_of_it() {
    play(
        "
        > 我和我弟一人一碗红烧牛肉面
        xiaonan/niu x2 ?我和我弟

        > 我、老王和小李每人一杯拿铁
        yunshan/na x3 ?我、老王和小李

        > 我们三个都要拿铁
        yunshan/na x3

        > Two of us want lattes
        yunshan/na x2

        > 妈妈和我都要红烧牛肉面
        xiaonan/niu x2

        > 爸爸要一碗红烧牛肉面，妈妈也是，我要一碗片儿川
        xiaonan/niu x2; xiaonan/pian x1 ?爸爸

        > 我要一杯热拿铁，我同事也一样
        yunshan/na x2 热

        > 我们三个人，每人一杯拿铁，可颂也每人一个
        yunshan/na x3; yunshan/ke x3
        ",
    );
}

#[test]
fn how_many_is_asked_where_nobody_said_how_many_they_are() {
    play(
        "
        > 每人一杯拿铁
        ask OnlyPartly (yunshan/na) ?每人
        ",
    );
}

#[test]
fn one_of_those_counted_is_somebodys_own() {
    play(
        "
        > 我和我弟一人一碗红烧牛肉面，我弟那碗不要葱
        xiaonan/niu x1 不要葱; xiaonan/niu x1 ?我和我弟

        > 两杯拿铁，我的要冰的，我老婆的要大杯，燕麦奶
        yunshan/na x1 冰; yunshan/na x1 燕麦奶 大杯

        > two lattes, mine with oat milk and hers large
        yunshan/na x1 燕麦奶; yunshan/na x1 大杯

        > 来两杯拿铁，我要冰的，她要热的
        yunshan/na x1 冰; yunshan/na x1 热 ?她
        ",
    );
}

#[test]
fn who_only_says_how_wants_one_more() {
    play(
        "
        > 我要一杯大杯热拿铁，我同事要冰的中杯
        yunshan/na x1 中杯 冰; yunshan/na x1 大杯 热 ?我同事

        > 我要一杯拿铁，我老公也要一杯，要冰的
        yunshan/na x1 冰; yunshan/na x1

        > a large latte for me, my wife wants it iced
        yunshan/na x1 大杯 冰; yunshan/na x1 大杯 ?my wife
        ",
    );
}

#[test]
fn those_of_a_kind_have_as_many_as_they_are() {
    play(
        "
        > 两个大人一个小孩。大人一人一杯拿铁，小孩吃一个可颂
        yunshan/na x2; yunshan/ke x1 ?两个大人|一个小孩|大人|小孩

        > 三个同事每人一杯拿铁，两个孩子每人一个可颂
        yunshan/na x3; yunshan/ke x2 ?三个同事|两个孩子

        > 四个同事，每人一杯拿铁
        yunshan/na x4 ?四个同事

        > 三个人喝拿铁，两个人喝美式
        yunshan/na x3; yunshan/mei x2 ?三个人|两个人

        > 爷爷奶奶一人一碗红烧牛肉面，爸妈各来一碗片儿川
        xiaonan/niu x2; xiaonan/pian x2 ?爷爷奶奶|爸妈
        ",
    );
}

#[test]
fn a_line_is_told_by_its_option_before_any_measure() {
    play(
        "
        > 两碗片儿川，一碗特辣，一碗不辣
        xiaonan/pian x1 特辣; xiaonan/pian x1 不辣
        > 不辣的那碗要两碗
        xiaonan/pian x1 特辣; xiaonan/pian x2 不辣
        ",
    );
}

#[test]
fn each_of_two_may_come_before_the_verb() {
    play(
        "
        > 给我和我对象一人来一碗红烧牛肉面，我的特辣，她的不辣
        xiaonan/niu x1 特辣; xiaonan/niu x1 不辣 ?给我和我对象
        ",
    );
}

#[test]
fn how_many_are_at_table_counts_nothing() {
    play(
        "
        > 三个人吃饭，两个人要牛肉面，一碗微辣一碗特辣，还有一个人要片儿川
        xiaonan/niu x1 微辣; xiaonan/niu x1 特辣; xiaonan/pian x1 ?人|三个人吃饭|两个人

        > one latte for the kid, a croissant for my wife
        yunshan/na x1; yunshan/ke x1 ?for the kid|for my wife
        ",
    );
}

#[test]
fn whose_something_is_is_known_later() {
    play(
        "
        > 小王要热美式大杯，小李要冰拿铁，我要一个可颂
        yunshan/mei x1 大杯 热; yunshan/na x1 冰; yunshan/ke x1 ?小王|小李
        > 小李说他要改成热的
        yunshan/mei x1 大杯 热; yunshan/na x1 热; yunshan/ke x1
        > 小王的换成中杯
        yunshan/mei x1 中杯 热; yunshan/na x1 热; yunshan/ke x1

        > a latte for mum and an americano for my son
        yunshan/na x1; yunshan/mei x1 ?mum|for my son
        > my son wants his iced
        yunshan/na x1; yunshan/mei x1 冰
        > make mum's a large
        yunshan/na x1 大杯; yunshan/mei x1 冰
        ",
    );
}

#[test]
fn one_of_several_is_somebodys() {
    play(
        "
        > 三杯拿铁，小王那杯要冰的
        yunshan/na x1 冰; yunshan/na x2

        > 三杯拿铁
        yunshan/na x3
        > 小王那杯要冰的
        yunshan/na x1 冰; yunshan/na x2

        > 三碗牛肉面
        xiaonan/niu x3
        > 老张那碗不要葱，老李那碗不要香菜
        xiaonan/niu x1 不要葱; xiaonan/niu x1 不要香菜; xiaonan/niu x1

        > 两杯拿铁
        yunshan/na x2
        > 我妈那杯换成美式
        yunshan/na x1; yunshan/mei x1

        > three lattes, Tom's iced
        yunshan/na x1 冰; yunshan/na x2
        ",
    );
}

#[test]
fn the_others_of_what_there_is_are_no_more() {
    play(
        "
        > 三碗牛肉面
        xiaonan/niu x3
        > 一碗不要葱，另外两碗正常
        xiaonan/niu x1 不要葱; xiaonan/niu x2

        > 三碗牛肉面
        xiaonan/niu x3
        > 一碗不要葱，其他两碗不要香菜
        xiaonan/niu x1 不要葱; xiaonan/niu x2 不要香菜
        ",
    );
}

#[test]
fn what_is_said_of_somebodys_goods_touches_no_others() {
    play(
        "
        > 小王要一杯拿铁，小李要一杯美式
        yunshan/na x1; yunshan/mei x1 ?小王|小李
        > 小王那杯加冰，小李那杯大杯
        yunshan/na x1 冰; yunshan/mei x1 大杯
        > 小张那杯要大杯
        ask WhichLine
        > 不要小王那杯了
        yunshan/mei x1 大杯
        > 再来一杯拿铁
        yunshan/mei x1 大杯; yunshan/na x1
        > 小王那杯要冰的
        ask WhichLine
        > 小李那杯取消
        yunshan/na x1

        > a latte and for me an americano
        yunshan/na x1; yunshan/mei x1
        > mine iced
        yunshan/na x1; yunshan/mei x1 冰

        > 小王要一杯拿铁，小李要一杯美式
        yunshan/na x1; yunshan/mei x1 ?小王|小李
        > 小王那杯不要了
        yunshan/mei x1

        > 给小王来一个蛋糕，给我来一杯美式
        ask WhichItem (yunshan/qi yunshan/ti) ?小王
        > 第一个
        yunshan/mei x1; yunshan/qi x1
        > 小王那个不要了
        yunshan/mei x1
        ",
    );
}
