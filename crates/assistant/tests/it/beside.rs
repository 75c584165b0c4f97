//! Words beside goods that are no goods of their own: for whom they are, what is done to them, of what kind they are.

use serde_json::{Value, json};

use crate::small_shop::{assistant_of, chosen, offered, say, with_option};
use crate::talk::play;

/// Goods without options.
fn plain(id: &str, names: (&str, &str), tag: &str) -> Value {
    json!({"id": id, "name": names.0, "name_en": names.1, "price": 1000, "stock": null, "tags": [tag], "options": []})
}

#[test]
fn for_whom_it_is_is_not_bought() {
    let shop = assistant_of(&[
        plain("latte", ("拿铁", "latte"), "咖啡"),
        plain("syrup", ("儿童布洛芬混悬液", "kids ibuprofen"), "退烧药"),
        plain("mask", ("儿童口罩", "kids mask"), "口罩"),
    ]);
    assert_eq!(chosen(&shop, "I have two kids, three lattes"), "latte x3");
    assert_eq!(chosen(&shop, "my kids love it, one latte"), "latte x1");
    assert_eq!(chosen(&shop, "儿童的口罩来两个"), "mask x2");
}

#[test]
fn what_is_done_to_goods_is_not_bought_beside_them() {
    let shop = assistant_of(&[
        plain("poster", ("海报打印（A3）", "A3 poster print"), "打印"),
        plain("card", ("名片印制（100张）", "business cards, 100"), "打印"),
        plain("copy", ("打印（A4黑白）", "A4 print, black"), "打印"),
    ]);
    assert_eq!(chosen(&shop, "印一张海报"), "poster x1");
    assert_eq!(chosen(&shop, "名片印一盒"), "card x1");
}

#[test]
fn of_what_kind_it_is_may_follow_alone_in_its_clause() {
    let shop = assistant_of(&[
        plain("plain", ("原味瓜子（500克）", "plain seeds, 500 g"), "瓜子"),
        plain("tea", ("绿茶瓜子（500克）", "tea seeds, 500 g"), "瓜子"),
        plain("nuts", ("原味花生（500克）", "plain peanuts, 500 g"), "花生"),
    ]);
    assert_eq!(chosen(&shop, "瓜子，原味的，两斤"), "plain x2");
    assert_eq!(chosen(&shop, "瓜子，绿茶味的，一斤"), "tea x1");
}

#[test]
fn what_is_called_just_that_goes_before_what_says_for_whom() {
    let shop = assistant_of(&[
        plain("syrup", ("止咳糖浆", "cough syrup"), "止咳药"),
        plain("child", ("止咳糖浆（儿童）", "cough syrup (children)"), "止咳药"),
    ]);
    assert_eq!(chosen(&shop, "一瓶止咳糖浆"), "syrup x1");
    assert_eq!(chosen(&shop, "一瓶儿童止咳糖浆"), "child x1");
    assert_eq!(offered(&say(&shop, "有止咳糖浆吗")).len(), 2);
}

#[test]
fn how_many_options_were_just_named_counts_no_goods() {
    let dips = [("不要蘸料", "no dip"), ("番茄酱", "ketchup"), ("芥末酱", "mustard")];
    let many = |mut goods: Value| {
        goods["options"][0]["many"] = json!(true);
        goods
    };
    let shop = assistant_of(&[many(with_option("nuggets", ("鸡块", "nuggets"), ("蘸料", "dip"), &dips))]);
    assert_eq!(chosen(&shop, "一份鸡块，番茄酱、芥末酱两种都要"), "nuggets x1 番茄酱 芥末酱");
    assert_eq!(chosen(&shop, "一份鸡块，番茄酱和芥末酱两种蘸料都要"), "nuggets x1 番茄酱 芥末酱");
}

#[test]
fn praise_before_a_name_buys_no_other_goods_that_are_called_so() {
    let shop = assistant_of(&[
        plain("tea", ("珍珠奶茶", "pearl milk tea"), "招牌"),
        plain("noodles", ("热干面", "hot dry noodles"), "面"),
    ]);
    assert_eq!(chosen(&shop, "来碗招牌热干面"), "noodles x1");
    assert_eq!(chosen(&shop, "来一份招牌的"), "tea x1");
    assert_eq!(chosen(&shop, "招牌和热干面各一份"), "tea x1; noodles x1");
}

#[test]
fn not_even_a_little_of_it_leaves_it_away() {
    play(
        "
        > 片儿川一碗，半点辣都吃不了
        xiaonan/pian x1 不辣

        > 片儿川一碗，辣的沾不得
        xiaonan/pian x1 不辣

        > 片儿川一碗，辣的就不要了
        xiaonan/pian x1 不辣

        > 片儿川一碗，辣椒吃不了
        xiaonan/pian x1 不辣
        ",
    );
}

#[test]
fn what_stands_about_an_order_is_neither_goods_nor_unread() {
    play(
        "
        > 来两杯美式，一共不超过五十块，运费也算在里头
        yunshan/mei x2

        > 一杯美式
        yunshan/mei x1
        > call off the order
        discard

        > deliver one latte to 15 Wensan Road
        yunshan/na x1 -> 15 Wensan Road
        ",
    );
}

#[test]
fn buying_this_behind_other_goods_is_no_yes_to_the_quote() {
    play(
        "
        > 一杯美式
        yunshan/mei x1
        > 有芝士蛋糕吗
        show (yunshan/qi)
        > buy this
        ask AgreeAgain

        > 一杯美式
        yunshan/mei x1
        > 有芝士蛋糕吗
        show (yunshan/qi)
        > order that
        ask AgreeAgain

        > 一杯美式
        yunshan/mei x1
        > buy this
        confirm
        ",
    );
}
