//! What stands after all, and what takes the place of what.

use crate::talk::play;

#[test]
fn what_was_taken_out_is_put_back_as_it_was() {
    play(
        "
        > 两个可颂，一杯大杯的冰拿铁
        yunshan/ke x2; yunshan/na x1 大杯 冰
        > 拿铁不要了
        yunshan/ke x2
        > 算了，拿铁还是留着吧
        yunshan/ke x2; yunshan/na x1 大杯 冰

        > an americano and a croissant
        yunshan/mei x1; yunshan/ke x1
        > drop the croissant
        yunshan/mei x1
        > hmm, put the croissant back
        yunshan/mei x1; yunshan/ke x1
        ",
    );
}

#[test]
fn the_one_before_is_what_was_there_before() {
    play(
        "
        > 来一杯大杯美式
        yunshan/mei x1 大杯
        > 换成拿铁
        yunshan/na x1 大杯
        > 还是要前面那个吧
        yunshan/mei x1 大杯

        > 来一杯大杯美式
        yunshan/mei x1 大杯
        > 还是要前面那个
        yunshan/mei x1 大杯
        ",
    );
}

#[test]
fn a_clause_takes_out_its_own_goods_only() {
    play(
        "
        > 一份羊肉串，一个可颂，一杯拿铁
        yeye/yang x1; yunshan/ke x1; yunshan/na x1
        > 可颂去掉，拿铁改两杯
        yeye/yang x1; yunshan/na x2
        ",
    );
}

#[test]
fn not_that_but_this() {
    play(
        "
        > 我不是要可颂，我要的是拿铁，大杯的
        yunshan/na x1 大杯
        ",
    );
}

#[test]
fn what_comes_unasked_and_is_denied_is_not_quoted() {
    play(
        "
        > 布丁奶茶一杯，正常冰的不要，少冰的也不要
        lulu/bu x1 去冰

        > a large latte, not the hot one
        yunshan/na x1 大杯 冰
        ",
    );
}

#[test]
fn one_of_two_is_told_by_its_option_in_the_same_breath() {
    play(
        "
        > 布丁奶茶要两杯，一杯少冰一杯去冰，少冰的那杯要半糖
        lulu/bu x1 少冰 半糖; lulu/bu x1 去冰
        ",
    );
}

#[test]
fn the_count_holds_beside_an_option_that_there_is_not() {
    play(
        "
        > 一碗红烧牛肉面
        xiaonan/niu x1
        > 改成两碗，少冰的
        xiaonan/niu x2 ?少冰的
        ",
    );
}

#[test]
fn what_is_refused_of_what_was_shown_is_not_taken() {
    play(
        "
        > 烤鸭
        ask WhichItem (jiajia/ya jiajia/yaz)
        > 第二个吧，不，第一个
        jiajia/ya x1

        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 第二个不要
        yunshan/na x1
        ",
    );
}

#[test]
fn the_one_that_was_meant_takes_the_place_of_the_other() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 说错了，是美式
        yunshan/mei x1

        > 一杯大杯美式
        yunshan/mei x1 大杯
        > 换成拿铁
        yunshan/na x1 大杯
        > 不换了
        yunshan/mei x1 大杯

        > 一杯大杯美式
        yunshan/mei x1 大杯
        > 换成拿铁
        yunshan/na x1 大杯
        > 还是美式吧
        yunshan/mei x1 大杯
        ",
    );
}

#[test]
fn only_that_is_nothing_else() {
    play(
        "
        > a latte and a croissant
        yunshan/na x1; yunshan/ke x1
        > only the croissant
        yunshan/ke x1

        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 只要可颂
        yunshan/ke x1

        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 拿铁不用留着了
        yunshan/ke x1

        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 只留第一个
        yunshan/na x1

        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 除了可颂都不要
        yunshan/ke x1

        > 一杯大杯拿铁，一个可颂
        yunshan/na x1 大杯; yunshan/ke x1
        > 拿铁只留一份糖
        yunshan/na x1 大杯; yunshan/ke x1 ?留|糖
        ",
    );
}

#[test]
fn later_is_no_more() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 等我老婆同意了再下单
        ask AgreeAgain ?等|我老婆
        ",
    );
}

#[test]
fn what_cannot_be_left_away_is_said_back() {
    play(
        "
        > 芝士蛋糕一个，不放芝士
        yunshan/qi x1 ?芝士
        ",
    );
}

#[test]
fn goods_named_once_more_with_a_count_are_so_many() {
    play(
        "
        > 一碗片儿川，一个鸡蛋
        xiaonan/pian x1; jiajia/dan x1
        > 鸡蛋要两盒
        xiaonan/pian x1; jiajia/dan x2
        ",
    );
}

#[test]
fn no_more_is_no_undoing() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 再加一个可颂
        yunshan/na x1; yunshan/ke x1
        > 不加了
        ask AgreeAgain ?不加了

        > 一杯拿铁
        yunshan/na x1
        > 换成美式
        yunshan/mei x1
        > 不换了
        yunshan/na x1

        > 一杯拿铁
        yunshan/na x1
        > 换成美式
        yunshan/mei x1
        > 不换了，下单
        ask AgreeAgain ?不换了
        ",
    );
}

#[test]
fn what_is_put_back_goes_where_and_as_many_as_is_said() {
    play(
        "
        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 可颂不要了
        yunshan/na x1
        > 把它加回来，送到公司
        yunshan/na x1; yunshan/ke x1 -> 公司

        > 一杯拿铁，一个可颂
        yunshan/na x1; yunshan/ke x1
        > 可颂不要了
        yunshan/na x1
        > 加回来，要两个
        yunshan/na x1; yunshan/ke x2

        > 一杯拿铁
        yunshan/na x1
        > 换成美式
        yunshan/mei x1
        > 不换了，送到公司
        yunshan/na x1 -> 公司

        > 来一杯大杯美式
        yunshan/mei x1 大杯
        > 换成拿铁
        yunshan/na x1 大杯
        > 还是要美式
        yunshan/mei x1 大杯
        ",
    );
}

#[test]
fn who_corrects_by_something_beside_it_loses_nothing() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > oh wait, and a croissant
        yunshan/na x1; yunshan/ke x1

        > 一杯拿铁
        yunshan/na x1
        > 哦不对，还有一个可颂
        yunshan/na x1; yunshan/ke x1

        > 一杯拿铁
        yunshan/na x1
        > 美式也要一杯，不对，两杯
        yunshan/na x1; yunshan/mei x2

        > 一杯拿铁
        yunshan/na x1
        > 不对，是美式
        yunshan/mei x1
        ",
    );
}

#[test]
fn a_change_is_taken_back_by_that_name() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 大杯
        yunshan/na x1 大杯
        > 撤销刚才的修改
        yunshan/na x1

        > one latte
        yunshan/na x1
        > make it large
        yunshan/na x1 大杯
        > actually forget the change
        yunshan/na x1
        > make it large
        yunshan/na x1 大杯
        > no wait, undo that, back to medium
        yunshan/na x1 中杯

        > 一杯拿铁，大杯
        yunshan/na x1 大杯
        > 下单
        confirm
        > 刚才那个再来一份
        yunshan/na x1 大杯
        ",
    );
}

#[test]
fn what_it_is_not_to_be_says_which_it_is() {
    play(
        "
        > 拿铁，冰的，一杯，不是热的
        yunshan/na x1 冰

        > 有什么花束
        show (mumian/bai mumian/mei)
        > 百合吧，别的没了
        mumian/bai x1

        > 片儿川一碗，辣椒别放太多
        xiaonan/pian x1 微辣

        > 我怕辣，片儿川一碗
        xiaonan/pian x1 不辣
        ",
    );
}
