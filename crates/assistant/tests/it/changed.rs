//! How what is in the cart is changed: more, less, so many in all; one of several; each; the same again.

use assistant::Note;

use crate::talk::{Talk, play};

#[test]
fn more_or_less_is_said_of_each_thing_by_itself() {
    play(
        "
        > 三杯美式，两个可颂
        yunshan/mei x3; yunshan/ke x2
        > 美式少一杯，可颂多来两个
        yunshan/mei x2; yunshan/ke x4
        > 美式去掉，可颂去掉三个
        yunshan/ke x1

        > 四个可颂
        yunshan/ke x4
        > 减到两个
        yunshan/ke x2
        > 可颂加到五个
        yunshan/ke x5
        > 有两个不要了
        yunshan/ke x3
        > 再多一个
        yunshan/ke x4
        > 去掉一半
        yunshan/ke x2

        > six croissants
        yunshan/ke x6
        > take off two of them and add a latte
        yunshan/ke x4; yunshan/na x1

        > six croissants and two lattes
        yunshan/ke x6; yunshan/na x2
        > drop one latte and two croissants
        yunshan/ke x4; yunshan/na x1

        > six croissants
        yunshan/ke x6
        > one less
        yunshan/ke x5
        > reduce it to two
        yunshan/ke x2
        > cut the croissants down to one
        yunshan/ke x1

        > 三杯美式，两个可颂
        yunshan/mei x3; yunshan/ke x2
        > drop two of them
        ask WhichLine
        ",
    );
}

#[test]
fn a_measure_that_is_an_option_counts_nothing() {
    play(
        "
        > 三份草莓，半斤的
        jiajia/cao x3 半斤
        > 都改成一斤
        jiajia/cao x3 一斤

        > 三份草莓，半斤的
        jiajia/cao x3 半斤
        > 改成一斤
        ask HowMuch (jiajia/cao)

        > 一斤草莓
        jiajia/cao x1 一斤
        > 一斤吃不了，半斤就行
        jiajia/cao x1 半斤

        > 本来想来一斤草莓的，半斤就够了
        jiajia/cao x1 半斤
        ",
    );
}

#[test]
fn some_of_them_or_half_have_options_of_their_own() {
    play(
        "
        > Three lattes, one of them with oat milk
        yunshan/na x1 燕麦奶; yunshan/na x2

        > two lattes, one iced, the other large
        yunshan/na x1 冰; yunshan/na x1 大杯

        > 六串羊肉串，特辣
        yeye/yang x6 特辣
        > 其中一半改成微辣
        yeye/yang x3 微辣; yeye/yang x3 特辣

        > 五串羊肉串，特辣
        yeye/yang x5 特辣
        > 其中一半改成微辣
        ask HowMuch (yeye/yang)

        > 四杯拿铁
        yunshan/na x4
        > 一半要冰的，一半要热的
        yunshan/na x2 冰; yunshan/na x2 热

        > 四杯拿铁
        yunshan/na x4
        > 其中一半换成美式
        yunshan/na x2; yunshan/mei x2
        ",
    );
}

#[test]
fn a_line_is_told_by_what_was_chosen_of_it() {
    play(
        "
        > 两杯拿铁，一杯热的一杯冰的
        yunshan/na x1 热; yunshan/na x1 冰
        > 冰的那杯换成燕麦奶
        yunshan/na x1 热; yunshan/na x1 燕麦奶 冰
        > 热的要大杯
        yunshan/na x1 大杯 热; yunshan/na x1 燕麦奶 冰
        > 冰的那杯不要了
        yunshan/na x1 大杯 热

        > two lattes, one hot and one iced
        yunshan/na x1 热; yunshan/na x1 冰
        > make the hot one large
        yunshan/na x1 大杯 热; yunshan/na x1 冰
        > drop the iced one
        yunshan/na x1 大杯 热

        > two lattes, one hot and one iced
        yunshan/na x1 热; yunshan/na x1 冰
        > make the latte large
        ask WhichLine

        > 两杯拿铁，一杯热的一杯冰的
        yunshan/na x1 热; yunshan/na x1 冰
        > 热拿铁改成大杯
        yunshan/na x1 大杯 热; yunshan/na x1 冰
        > 拿铁都要燕麦奶
        yunshan/na x1 燕麦奶 大杯 热; yunshan/na x1 燕麦奶 冰

        > three lattes
        yunshan/na x3
        > one of them iced
        yunshan/na x1 冰; yunshan/na x2
        > the other two large
        yunshan/na x1 冰; yunshan/na x2 大杯
        ",
    );
}

#[test]
fn each_of_them_is_each_of_them() {
    play(
        "
        > 一杯拿铁，两个可颂
        yunshan/na x1; yunshan/ke x2
        > 每样再来一份
        yunshan/na x2; yunshan/ke x3
        > 都少一份
        yunshan/na x1; yunshan/ke x2
        > 每样三份
        yunshan/na x3; yunshan/ke x3

        > 一碗片儿川，一碗红烧牛肉面
        xiaonan/pian x1; xiaonan/niu x1
        > 葱和香菜都不要
        xiaonan/pian x1 不要葱+不要香菜; xiaonan/niu x1 不要葱+不要香菜

        > a latte and a croissant
        yunshan/na x1; yunshan/ke x1
        > one more of each
        yunshan/na x2; yunshan/ke x2

        > 一杯拿铁，一杯美式，一杯杏仁拿铁
        yunshan/na x1; yunshan/mei x1; yunshan/xing x1
        > 两杯都要冰的
        ask WhichLine
        > 三杯都要冰的
        yunshan/na x1 冰; yunshan/mei x1 冰; yunshan/xing x1 冰

        > 小南门面馆有什么牛肉的
        show (xiaonan/niu xiaonan/fan)
        > 两种各来一份
        xiaonan/niu x1; xiaonan/fan x1
        > 牛肉饭再多一份
        xiaonan/niu x1; xiaonan/fan x2

        > 小南门面馆有什么牛肉的
        show (xiaonan/niu xiaonan/fan)
        > both please
        xiaonan/niu x1; xiaonan/fan x1

        > 小南门面馆有什么牛肉的
        show (xiaonan/niu xiaonan/fan)
        > 三种都要
        ask WhichItem (xiaonan/niu xiaonan/fan)
        ",
    );
}

#[test]
fn the_same_again_is_one_more_of_it() {
    play(
        "
        > an iced latte, large
        yunshan/na x1 大杯 冰
        > and the same for my brother, but hot
        yunshan/na x1 大杯 冰; yunshan/na x1 大杯 热 ?for my brother

        > a large latte, and the same for my wife but iced
        yunshan/na x1 大杯 冰; yunshan/na x1 大杯 ?for my wife

        > a latte, and another one for my wife, iced
        yunshan/na x1 冰; yunshan/na x1 ?for my wife

        > two iced lattes
        yunshan/na x2 冰
        > and the same for my brother
        ask HowMuch (yunshan/na) ?for my brother

        > 一杯冰拿铁
        yunshan/na x1 冰
        > 一样的再来两杯
        yunshan/na x3 冰
        > 下单
        confirm
        > 再点一杯一模一样的
        yunshan/na x1 冰
        ",
    );
}

#[test]
fn what_nothing_acted_on_is_asked_about() {
    play(
        "
        > 一杯美式，一杯拿铁
        yunshan/mei x1; yunshan/na x1
        > 少来点
        ask WhichLine

        > 一杯美式
        yunshan/mei x1
        > one of them with a croissant
        ask OnlyPartly (yunshan/mei yunshan/ke)
        ",
    );
}

#[test]
fn what_is_said_of_all_is_done_to_all() {
    play(
        "
        > 四杯拿铁，一半热的一半冰的
        yunshan/na x2 热; yunshan/na x2 冰
        > 全部换成美式
        yunshan/mei x2 冰; yunshan/mei x2 热

        > 一杯热拿铁，一杯冰拿铁，一杯冰美式
        yunshan/na x1 热; yunshan/na x1 冰; yunshan/mei x1 冰
        > 冰的都要大杯
        yunshan/na x1 热; yunshan/na x1 大杯 冰; yunshan/mei x1 大杯 冰

        > 拿铁和美式各来一杯冰的
        yunshan/na x1 冰; yunshan/mei x1 冰
        ",
    );
}

#[test]
fn so_many_of_each_become_otherwise() {
    play(
        "
        > 两杯热拿铁，两杯热美式
        yunshan/na x2 热; yunshan/mei x2 热
        > 拿铁和美式各换一杯成冰的
        yunshan/na x1 冰; yunshan/na x1 热; yunshan/mei x1 冰; yunshan/mei x1 热
        ",
    );
}

#[test]
fn what_is_put_in_is_taken_out_and_no_goods() {
    play(
        "
        > 一杯布丁奶茶加西米
        lulu/bu x1 西米
        > 西米去掉
        lulu/bu x1

        > 一杯布丁奶茶，一杯拿铁
        lulu/bu x1; yunshan/na x1
        > 奶茶加个西米，拿铁要冰的
        lulu/bu x1 西米; yunshan/na x1 冰
        ",
    );
}

#[test]
fn what_is_changed_in_one_clause_is_not_changed_in_the_next() {
    play(
        "
        > 一杯拿铁，一杯美式
        yunshan/na x1; yunshan/mei x1
        > 拿铁改成大杯，美式改成冰的
        yunshan/na x1 大杯; yunshan/mei x1 冰

        > 一杯拿铁，一杯美式，一个可颂
        yunshan/na x1; yunshan/mei x1; yunshan/ke x1
        > 拿铁和可颂不要了
        yunshan/mei x1
        ",
    );
}

#[test]
fn fewer_with_an_option_are_some_of_them() {
    play(
        "
        > 两杯拿铁
        yunshan/na x2
        > 拿铁一杯要冰的
        yunshan/na x1 冰; yunshan/na x1

        > 两杯拿铁
        yunshan/na x2
        > 来一杯拿铁，大杯
        ask WhichLine
        ",
    );
}

#[test]
fn of_several_lines_the_one_that_is_told_goes_or_what_is_put_in_it() {
    play(
        "
        > 三杯拿铁，两杯大杯，剩下的中杯
        yunshan/na x2 大杯; yunshan/na x1 中杯
        > 大杯的改成冰的
        yunshan/na x2 大杯 冰; yunshan/na x1 中杯
        > 中杯的去掉
        yunshan/na x2 大杯 冰

        > 一杯布丁奶茶加西米，一杯拿铁
        lulu/bu x1 西米; yunshan/na x1
        > 奶茶的西米不要了
        lulu/bu x1; yunshan/na x1

        > two lattes
        yunshan/na x2
        > make one iced
        yunshan/na x1 冰; yunshan/na x1
        ",
    );
}

#[test]
fn what_is_taken_off_or_left_out_goes() {
    play(
        "
        > a latte and a croissant
        yunshan/na x1; yunshan/ke x1
        > take the croissant off
        yunshan/na x1

        > a latte and two croissants
        yunshan/na x1; yunshan/ke x2
        > leave the latte out please
        yunshan/ke x2
        > 对，送那儿，下单
        confirm
        ",
    );
}

#[test]
fn what_was_acted_on_is_found_where_it_stands_then() {
    play(
        "
        > 一个可颂，一杯拿铁，一束百合花束
        yunshan/ke x1; yunshan/na x1; mumian/bai x1
        > 都换成可颂
        yunshan/ke x3

        > 一个可颂，一杯拿铁，一束百合花束
        yunshan/ke x1; yunshan/na x1; mumian/bai x1
        > 拿铁要大杯
        yunshan/ke x1; yunshan/na x1 大杯; mumian/bai x1
        > 换成面
        ask WhichItem (xiaonan/pian xiaonan/niu)
        > 都换成可颂
        yunshan/ke x3
        ",
    );
}

#[test]
fn others_are_denied_only_where_nothing_is_added_or_changed() {
    play(
        "
        > 一杯拿铁，两个可颂
        yunshan/na x1; yunshan/ke x2
        > 可颂只留一个
        yunshan/na x1; yunshan/ke x1

        > 一杯拿铁，两个可颂
        yunshan/na x1; yunshan/ke x2
        > keep only one croissant
        yunshan/na x1; yunshan/ke x1

        > 一杯拿铁，一杯美式
        yunshan/na x1; yunshan/mei x1
        > 再来一个可颂，别的不要了
        yunshan/na x1; yunshan/mei x1; yunshan/ke x1

        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 拿铁改成大杯，别的不要了
        yunshan/na x1 大杯; yunshan/ke x1

        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 拿铁留着，别的东西都不要了
        yunshan/na x1

        > 一杯拿铁
        yunshan/na x1
        > 只要可颂
        yunshan/ke x1

        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 两个都不要
        discard

        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 可颂要的，去掉拿铁
        yunshan/ke x1
        ",
    );
}

#[test]
fn an_option_is_told_in_other_words_only_where_it_was_not_said() {
    play(
        "
        > 一束玫瑰花束，刷会员卡，给实习生
        mumian/mei x1 ?刷会员卡|实习生

        > 一碗不辣的片儿川，特地说一下，辣椒伤胃
        xiaonan/pian x1 不辣 ?特地说|辣椒伤胃
        ",
    );
}

#[test]
fn a_shop_that_is_named_alone_is_where_to_buy_what_there_is() {
    play(
        "
        > 一杯布丁奶茶
        lulu/bu x1
        > 青禾那家的，大杯，去冰
        qing/bu x1 去冰 大杯
        ",
    );
    let mut talk = Talk::default();
    talk.say("一杯拿铁");
    let turn = talk.turn("青禾那家的，大杯");
    assert_eq!(turn.notes, [Note::NotAtShop("拿铁".to_owned())]);
}

#[test]
fn the_largest_of_the_sizes_is_chosen_by_that() {
    play(
        "
        > 一杯拿铁，要最大杯
        yunshan/na x1 大杯
        > 最小的吧
        yunshan/na x1 中杯

        > one latte, the largest size
        yunshan/na x1 大杯

        > 一个可颂，要最大的
        yunshan/ke x1 ?最大的
        ",
    );
}

#[test]
fn as_many_as_before_counts_nothing_anew() {
    play(
        "
        > 三杯拿铁
        yunshan/na x3
        > 拿铁换成美式，个数一样
        yunshan/mei x3
        ",
    );
}
