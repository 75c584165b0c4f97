//! Words beside goods that are no goods of their own: for whom they are, what is done to them, of what kind they are.

use serde_json::{Value, json};

use crate::small_shop::{after, assistant_of, chosen, offered, plain, say, with_option};
use crate::talk::play;

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

#[test]
fn how_many_there_are_to_be_is_no_more_of_them() {
    play(
        "
        > 片儿川两碗
        xiaonan/pian x2
        > 同事也要吃，改成四碗
        xiaonan/pian x4 ?同事也
        > 多了多了，三碗就够
        xiaonan/pian x3
        > 来了一个兄弟
        ask AgreeAgain ?来了一个兄弟
        > 我老婆也要一碗
        xiaonan/pian x4
        ",
    );
}

#[test]
fn a_count_in_pieces_is_no_sum_behind_what_asks_for_it() {
    let shop = assistant_of(&[plain("eraser", ("橡皮", "eraser"), "文具")]);
    let mut said = Vec::new();
    for (sentence, quantity) in [("来四块橡皮", 4), ("还是要六块吧", 6), ("改成三块", 3)] {
        said.push(sentence);
        assert_eq!(after(&shop, &said), format!("eraser x{quantity}"), "{sentence}");
    }
}

#[test]
fn what_was_not_understood_is_not_lost_in_a_yes() {
    play(
        "
        > 一杯布丁奶茶
        lulu/bu x1
        > flumoxing a wubble
        notunderstood ?flumoxing|wubble
        > ok, order it
        ask AgreeAgain
        > ok, order it
        confirm

        > 一杯布丁奶茶
        lulu/bu x1
        > 加榨菜
        notunderstood ?榨菜
        > 对，一杯布丁奶茶，下单
        lulu/bu x1

        > 一杯布丁奶茶
        lulu/bu x1
        > nn
        notunderstood ?nn
        > order it
        confirm
        ",
    );
}

#[test]
fn what_may_be_had_with_it_is_thrown_in() {
    play(
        "
        > one pudding milk tea from Lulu
        lulu/bu x1
        > throw some pudding in too
        lulu/bu x1 布丁
        > with sago as the topping
        lulu/bu x1 布丁+西米

        > 片儿川一碗，没有辣椒吃不下
        ask OnlyPartly (xiaonan/pian) ?辣椒
        ",
    );
}

#[test]
fn one_character_in_brackets_tells_which() {
    let shop = assistant_of(&[
        plain("male", ("大闸蟹（公）", "hairy crab (male)"), "蟹"),
        plain("female", ("大闸蟹（母）", "hairy crab (female)"), "蟹"),
    ]);
    assert_eq!(chosen(&shop, "公的大闸蟹要半打"), "male x6");
    assert_eq!(chosen(&shop, "大闸蟹要母的，两只"), "female x2");
}

#[test]
fn a_number_with_a_sign_is_what_it_is_called() {
    let powers = [("200度", "-2.00"), ("300度", "-3.00")];
    let shop = assistant_of(&[with_option("lenses", ("月抛隐形眼镜", "monthly lenses"), ("度数", "power"), &powers)]);
    assert_eq!(chosen(&shop, "the monthly ones, -3.00"), "lenses x1 300度");
}

#[test]
fn rice_dishes_are_neither_noodles_nor_wine() {
    let shop = assistant_of(&[
        plain("pork", ("鱼香肉丝饭", "yuxiang pork rice"), "饭"),
        plain("noodles", ("牛肉粉", "beef rice noodles"), "粉"),
        plain("wine", ("蛋酒", "egg rice wine"), "饮品"),
        plain("beef", ("红烧牛肉饭", "braised beef rice"), "饭"),
    ]);
    assert_eq!(offered(&say(&shop, "Which rice dishes are there?")), ["鱼香肉丝饭", "红烧牛肉饭"]);
}

#[test]
fn two_prices_choose_neither_and_a_pair_of_them_is_no_other_goods() {
    let shop = assistant_of(&[
        plain("warm", ("棉拖鞋", "cotton slippers"), "拖鞋"),
        plain("bath", ("浴室拖鞋", "bathroom slippers"), "拖鞋"),
        plain("plush", ("毛绒拖鞋", "plush slippers"), "拖鞋"),
        plain("soles", ("鞋垫（一双）", "insoles (one pair)"), "鞋垫"),
    ]);
    assert_eq!(after(&shop, &["有拖鞋吗", "最便宜的和最贵的各一双"]), "");
    assert!(!after(&shop, &["show me slippers", "I take the cheaper pair"]).contains("soles"));
}

#[test]
fn what_is_done_before_a_count_counts_nothing() {
    let shop = assistant_of(&[
        plain("milk", ("纯牛奶（整箱12盒）", "milk (case of 12)"), "牛奶"),
        plain("soup", ("老火例汤", "soup of the day"), "汤"),
        plain("case", ("手机壳", "phone case"), "数码"),
    ]);
    assert_eq!(chosen(&shop, "纯牛奶我提两箱"), "milk x2");
    assert_eq!(chosen(&shop, "老火例汤打一碗"), "soup x1");
    assert_eq!(chosen(&shop, "手机壳买一个换上"), "case x1");
}

#[test]
fn how_many_options_are_named_behind_counts_no_goods() {
    let mut nuggets = with_option(
        "nuggets",
        ("鸡块", "nuggets"),
        ("酱", "dip"),
        &[("不要酱", "no dip"), ("番茄酱", "ketchup"), ("芥末酱", "mustard")],
    );
    nuggets["options"][0]["many"] = json!(true);
    let shop = assistant_of(&[nuggets]);
    assert_eq!(chosen(&shop, "鸡块一份，酱要两种，番茄酱和芥末酱"), "nuggets x1 番茄酱 芥末酱");
}

#[test]
fn a_hostel_is_part_of_an_address() {
    play(
        "
        > send one latte to Room 306, Hostel 12, 1037 Wensan Road
        yunshan/na x1 -> Room 306, Hostel 12, 1037 Wensan Road
        ",
    );
}

#[test]
fn the_beginning_of_a_name_before_another_kind_names_no_goods_of_its_own() {
    let shop = assistant_of(&[
        plain("noodles", ("番茄鸡蛋面", "tomato and egg noodles"), "面"),
        plain("beef", ("红烧牛肉饭", "beef rice"), "盖饭"),
        plain("pork", ("青椒肉丝饭", "pork rice"), "盖饭"),
        plain("buns", ("肉松面包", "floss bun"), "面包"),
        plain("milk", ("纯牛奶", "milk"), "牛奶"),
    ]);
    let turn = say(&shop, "一碗番茄鸡蛋盖饭");
    assert_eq!(offered(&turn).len(), 2);
    assert!(turn.unread.iter().any(|said| said == "番茄鸡蛋"), "{:?}", turn.unread);
    assert_eq!(chosen(&shop, "牛奶面包各一份"), "milk x1; buns x1");
}
