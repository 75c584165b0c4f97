//! A thing is not what goes with it, nor what only ends as it does.

use assistant::{Assistant, Dialogue, Note, Scene, Step};
use serde_json::{Value, json};

use crate::small_shop::{assistant, assistant_of, chosen, offered, ordered, say, with_option};
use crate::talk::{NOW, play};

#[test]
fn a_phone_comes_without_its_cases() {
    let both = assistant(&[
        ("手机壳", "phone case"),
        ("防摔手机壳", "tough case"),
        ("星河手机", "Galaxy phone"),
        ("老人手机", "big phone"),
    ]);
    assert_eq!(offered(&say(&both, "买一部手机")), ["星河手机", "老人手机"]);
    assert_eq!(offered(&say(&both, "有手机壳吗")), ["手机壳", "防摔手机壳"]);
}

#[test]
fn what_only_goes_with_a_thing_is_never_bought_for_it() {
    let cases = assistant(&[("手机壳", "phone case"), ("可乐", "cola")]);
    for sentence in ["买一部手机", "有手机吗"] {
        let turn = say(&cases, sentence);
        assert!(!matches!(turn.step, Step::Quote(_)), "{sentence}: {turn:?}");
        assert_eq!((offered(&turn), turn.notes.first()), (vec!["手机壳"], Some(&Note::OnlyFor("手机".into()))));
    }
}

#[test]
fn in_english_a_phone_comes_without_its_cases() {
    let both = assistant(&[("手机壳", "phone case"), ("星河手机", "Galaxy phone"), ("老人手机", "big phone")]);
    assert_eq!(offered(&say(&both, "I'd like to buy a phone")), ["星河手机", "老人手机"]);
    let cases = assistant(&[("手机壳", "phone case"), ("可乐", "cola")]);
    let turn = say(&cases, "buy a phone");
    assert!(!matches!(turn.step, Step::Quote(_)), "{turn:?}");
    assert_eq!((offered(&turn), turn.notes.first()), (vec!["手机壳"], Some(&Note::OnlyFor("phone".into()))));
    let mut dialogue = Dialogue::default();
    cases.turn("what do you have for phones", &mut dialogue, &Scene::at(NOW));
    let turn = cases.turn("the phone one", &mut dialogue, &Scene::at(NOW));
    assert!(matches!(turn.step, Step::Quote(_)), "{turn:?}");
    let turn = say(&cases, "buy a phone case");
    assert!(matches!(turn.step, Step::Quote(_)), "{turn:?}");
}

#[test]
fn a_choice_called_no_denies_what_follows_it() {
    let dish = |id, name, group, values: &[&str]| {
        let options: Vec<Value> = values.iter().map(|value| json!({"name": value, "price": 0})).collect();
        json!({"id": id, "name": name, "price": 1000, "stock": null, "tags": [], "options": [{"name": group, "values": options}]})
    };
    let shops = assistant_of(&[
        dish("f", "烤冷面", "餐具", &["要", "不要"]),
        dish("p", "香辣土豆粉", "辣度", &["微辣", "不辣"]),
        dish("s", "土豆丝", "辣度", &["微辣", "不辣"]),
    ]);
    let turn = say(&shops, "来一份烤冷面，不要土豆");
    let Step::Quote(cart) = &turn.step else { panic!("{turn:?}") };
    assert_eq!(cart.lines.iter().map(|line| line.item.item.to_string()).collect::<Vec<_>>(), ["f"]);
    let turn = say(&shops, "来一份烤冷面，餐具不要");
    let Step::Quote(cart) = &turn.step else { panic!("{turn:?}") };
    assert_eq!(
        cart.lines[0].options.iter().flat_map(|choice| &choice.values).map(|v| &**v).collect::<Vec<_>>(),
        ["不要"]
    );
}

#[test]
fn one_character_is_no_kind_of_goods_behind_an_unknown_word() {
    play(
        "
        > 我要一块生铁
        nothinglikethat ?生铁

        > 来碗陨石面
        ask WhichItem (xiaonan/pian xiaonan/niu) ?陨石
        ",
    );
}

/// Goods of several kinds, by the gram and by the piece.
fn market() -> Assistant {
    let item = |id: &str, name: &str, tag: &str| json!({"id": id, "name": name, "price": 1000, "stock": null, "tags": [tag], "options": []});
    assistant_of(&[
        item("zhou", "皮蛋瘦肉粥", "粥"),
        item("haixian", "海鲜粥", "粥"),
        item("apple", "苹果（500克）", "水果"),
        item("banana", "香蕉", "水果"),
        item("grape", "葡萄", "水果"),
        item("yao", "布洛芬混悬液", "退烧药"),
        item("cha", "冻柠茶", "饮品"),
    ])
}

#[test]
fn what_must_not_be_in_it_does_not_name_it() {
    let market = market();
    assert_eq!(ordered(&market, "来碗不含海鲜的粥"), "zhou x1");
    assert_eq!(ordered(&market, "来碗没有海鲜的粥"), "zhou x1");
}

#[test]
fn a_kind_before_what_is_bought_of_it_is_a_heading() {
    let market = market();
    assert_eq!(ordered(&market, "买点水果，苹果两斤，香蕉一把"), "apple x2; banana x1");
    assert_eq!(offered(&say(&market, "买点水果")).len(), 3);
}

#[test]
fn for_whom_it_is_to_eat_is_no_food() {
    assert_eq!(offered(&say(&market(), "有退烧药吗，要小孩吃的")), ["布洛芬混悬液"]);
}

#[test]
fn nothing_is_mended_into_a_denial_or_a_change() {
    let market = market();
    assert_eq!(ordered(&market, "一杯凍檸茶"), "cha x1");
    assert_eq!(say(&market, "来份盖饭").step, Step::NothingLikeThat);
}

#[test]
fn the_name_of_an_option_is_no_goods() {
    let shop = assistant_of(&[
        with_option("bao", ("小笼包", "soup buns"), ("蘸料", "dip"), &[("不要蘸料", "no dip"), ("香醋", "vinegar")]),
        with_option("die", ("蘸料碟", "dip dish"), ("大小", "size"), &[("小份", "small"), ("大份", "large")]),
        with_option(
            "shou",
            ("手冲咖啡", "pour-over coffee"),
            ("豆子", "beans"),
            &[("曼特宁", "Mandheling"), ("哥伦比亚", "Colombia")],
        ),
        with_option(
            "zhua",
            ("豉汁凤爪", "chicken feet in black beans"),
            ("辣度", "heat"),
            &[("不辣", "mild"), ("辣", "hot")],
        ),
        with_option(
            "cha",
            ("珍珠奶茶", "pearl milk tea"),
            ("奶底", "milk"),
            &[("鲜奶", "fresh milk"), ("燕麦奶", "oat milk")],
        ),
        with_option("suan", ("酸奶", "yogurt"), ("口味", "flavour"), &[("原味", "plain"), ("草莓味", "strawberry")]),
    ]);
    assert_eq!(chosen(&shop, "小笼包两笼，蘸料要香醋"), "bao x2 香醋");
    assert_eq!(chosen(&shop, "a pour-over coffee, Colombia beans"), "shou x1 哥伦比亚");
    assert_eq!(chosen(&shop, "珍珠奶茶一杯，奶换成燕麦奶"), "cha x1 燕麦奶");
}

#[test]
fn packs_and_volumes_tell_which() {
    let pack =
        |id: &str, zh: &str| json!({"id": id, "name": zh, "price": 1000, "stock": null, "tags": [], "options": []});
    let shop = assistant_of(&[
        pack("one", "中性笔（单支）"),
        pack("dozen", "中性笔（12支装）"),
        pack("eggs", "鲜鸡蛋（30枚装）"),
        pack("cola", "可乐（330毫升）"),
        pack("colas", "可乐（整箱24罐）"),
        with_option(
            "bottle",
            ("宽口奶瓶", "baby bottle"),
            ("容量", "volume"),
            &[("160毫升", "160 ml"), ("240毫升", "240 ml")],
        ),
        pack("jacket", "羽绒服清洗"),
        pack("buns", "流沙包（3个）"),
    ]);
    for (sentence, line) in [
        ("三盒中性笔，十二支装的那种", "dozen x3"),
        ("来一板三十个的鲜鸡蛋", "eggs x1"),
        ("两箱可乐", "colas x2"),
        ("要一个240毫升的宽口奶瓶", "bottle x1 240毫升"),
        ("羽绒服清洗两件", "jacket x2"),
        ("流沙包一份", "buns x1"),
        ("流沙包来三个", "buns x1"),
    ] {
        assert_eq!(chosen(&shop, sentence), line, "{sentence}");
    }
}

#[test]
fn a_show_is_told_by_its_hour() {
    let show = |id: &str, zh: &str, en: &str| json!({"id": id, "name": zh, "name_en": en, "price": 4000, "stock": null, "tags": ["电影票"], "options": []});
    let shop = assistant_of(&[
        show("day", "《远山》15:00场", "Far Hills, 15:00 show"),
        show("night", "《远山》20:00场", "Far Hills, 20:00 show"),
        show("other", "《近水》20:00场", "Near Water, 20:00 show"),
    ]);
    for (sentence, line) in [
        ("今晚八点的远山来两张", "night x2"),
        ("远山下午那场，两张", "day x2"),
        ("two tickets for Far Hills at 3 pm", "day x2"),
        ("远山八点的两张票", "night x2"),
        ("远山三点那场，买三张票", "day x3"),
    ] {
        let turn = say(&shop, sentence);
        let Step::Quote(cart) = &turn.step else { panic!("{sentence}: {turn:?}") };
        assert_eq!(cart.deliver_at, None, "{sentence}");
        assert_eq!(chosen(&shop, sentence), line, "{sentence}");
    }
    let mut dialogue = Dialogue::default();
    shop.turn("远山八点的两张", &mut dialogue, &Scene::at(NOW));
    shop.turn("改成下午那场", &mut dialogue, &Scene::at(NOW));
    assert_eq!(dialogue.cart().lines.iter().map(|line| line.item.item.to_string()).collect::<Vec<_>>(), ["day"]);
}

#[test]
fn the_later_of_two_shows() {
    let show = |id: &str, zh: &str, en: &str| json!({"id": id, "name": zh, "name_en": en, "price": 4000, "stock": null, "tags": ["电影票"], "options": []});
    let shop = assistant_of(&[
        show("day", "《远山》15:00场", "Far Hills, 15:00 show"),
        show("night", "《远山》20:00场", "Far Hills, 20:00 show"),
    ]);
    for (sentence, line) in [
        ("远山晚的那场来两张", "night x2"),
        ("远山最早的那场，三张", "day x3"),
        ("two tickets for Far Hills, the earlier show", "day x2"),
    ] {
        assert_eq!(chosen(&shop, sentence), line, "{sentence}");
    }
    for (answer, item) in [("晚的那场，两张", "night"), ("早的", "day"), ("the later one, please", "night")] {
        let mut dialogue = Dialogue::default();
        shop.turn("远山有哪几场", &mut dialogue, &Scene::at(NOW));
        shop.turn(answer, &mut dialogue, &Scene::at(NOW));
        assert_eq!(dialogue.cart().lines.iter().map(|line| line.item.item.to_string()).collect::<Vec<_>>(), [item]);
    }
}

#[test]
fn a_measure_tells_the_piece_from_the_whole_box() {
    let pen = |id: &str, zh: &str, en: &str| json!({"id": id, "name": zh, "name_en": en, "price": 400, "stock": null, "tags": ["文具"], "options": []});
    let shop = assistant_of(&[pen("one", "记号笔", "marker"), pen("box", "记号笔（整盒10支）", "markers (box of 10)")]);
    for (sentence, line) in [
        ("来三盒记号笔", "box x3"),
        ("记号笔一支", "one x1"),
        ("记号笔两支", "one x2"),
        ("买个记号笔", "one x1"),
        ("记号笔来10支", "box x1"),
        ("two boxes of markers", "box x2"),
    ] {
        assert_eq!(chosen(&shop, sentence), line, "{sentence}");
    }
}

#[test]
fn what_is_done_with_goods_may_stand_before_how_many() {
    let wash = |id: &str, zh: &str, en: &str| json!({"id": id, "name": zh, "name_en": en, "price": 4000, "stock": null, "tags": ["洗衣"], "options": []});
    let shop =
        assistant_of(&[wash("coat", "大衣干洗", "coat, dry-cleaned"), wash("suit", "西服干洗", "suit, dry-cleaned")]);
    assert_eq!(chosen(&shop, "干洗一件大衣"), "coat x1");
    assert_eq!(chosen(&shop, "帮我干洗两套西服"), "suit x2");
}

#[test]
fn a_name_is_heard_where_it_seems_to_deny_or_falls_into_crumbs() {
    let food = |id: &str, zh: &str, tag: &str| json!({"id": id, "name": zh, "name_en": id, "price": 900, "stock": null, "tags": [tag], "options": []});
    let shop = assistant_of(&[
        food("puff", "美式炸鸡", "炸鸡"),
        food("noodles", "担担面", "面"),
        food("plain", "阳春面", "面"),
        food("egg", "茶叶蛋", "蛋"),
        food("burger", "西部牛仔堡", "汉堡"),
    ]);
    assert_eq!(chosen(&shop, "来两份没事炸鸡"), "puff x2");
    assert_eq!(chosen(&shop, "来三个西不牛仔堡"), "burger x3");
    assert_eq!(chosen(&shop, "蛋蛋面来一碗"), "noodles x1");
    assert_eq!(chosen(&shop, "来两个蛋"), "egg x2");
}

#[test]
fn a_budget_keeps_what_one_of_the_words_names() {
    let plant = |id: &str, en: &str, price: i64| json!({"id": id, "name": id, "name_en": en, "price": price, "stock": null, "tags": ["绿植"], "options": []});
    let shop = assistant_of(&[
        plant("仙人掌", "potted cactus", 900),
        plant("吊兰", "potted spider plant", 3900),
        plant("薄荷", "potted mint", 1200),
    ]);
    let turn = say(&shop, "show me potted plants under 20 yuan");
    assert_eq!(offered(&turn), ["仙人掌", "薄荷"]);
}

#[test]
fn who_speaks_of_what_agrees_does_not_agree() {
    let shop = assistant(&[("确认下单", "Confirm the order"), ("牛肉汤", "beef soup")]);
    let mut dialogue = Dialogue::default();
    shop.turn("来一份牛肉汤", &mut dialogue, &Scene::at(NOW));
    for sentence in ["买确认下单", "要确认下单", "one 确认下单 please"] {
        let scene = Scene { quote_waiting: true, ..Scene::at(NOW) };
        let turn = shop.turn(sentence, &mut dialogue.clone(), &scene);
        assert_ne!(turn.step, Step::Confirm, "{sentence}");
    }
}

#[test]
fn what_is_chosen_of_goods_may_be_their_name() {
    let value = |zh: &str, en: &str| json!({"name": zh, "name_en": en, "price": 0});
    let size = json!({"name": "款式", "name_en": "kind", "default": "平口刀头", "many": false,
        "values": [value("平口刀头", "flat blade head"), value("十字刀头", "cross blade head")]});
    let item = |id: &str, zh: &str, en: &str| json!({"id": id, "name": zh, "name_en": en, "price": 900, "stock": null, "tags": [], "options": [size]});
    let shop = assistant_of(&[item("head", "换刀头", "blade head change")]);
    assert_eq!(chosen(&shop, "来两个十字刀头"), "head x2 十字刀头");
    assert_eq!(chosen(&shop, "one cross blade head"), "head x1 十字刀头");
}

#[test]
fn what_is_counted_in_another_form_is_asked_about() {
    let item = |id: &str, zh: &str, en: &str| json!({"id": id, "name": zh, "name_en": en, "price": 900, "stock": null, "tags": [], "options": []});
    let shop = assistant_of(&[
        item("stem", "白雏菊（单支）", "white daisy (single)"),
        item("bunch", "白雏菊花束（9支）", "white daisy bouquet (9 stems)"),
        item("leek", "韭黄（一把）", "yellow chives (one bunch)"),
        item("socks", "棉袜（一对）", "cotton socks (pair)"),
    ]);
    assert_eq!(chosen(&shop, "来三支白雏菊"), "stem x3");
    assert_eq!(offered(&say(&shop, "来一束白雏菊")), ["白雏菊花束（9支）", "白雏菊（单支）"]);
    assert_eq!(chosen(&shop, "韭黄来两把"), "leek x2");
    assert!(!matches!(say(&shop, "韭黄来两根").step, Step::Quote(_)));
    assert!(!matches!(say(&shop, "来四个棉袜").step, Step::Quote(_)));
}

/// What is in the cart after these sentences, in one conversation.
fn after(assistant: &Assistant, sentences: &[&str]) -> String {
    let mut dialogue = Dialogue::default();
    for sentence in sentences {
        assistant.turn(sentence, &mut dialogue, &Scene::at(NOW));
    }
    let line = |line: &domain::cart::CartLine| {
        let options = line.options.iter().flat_map(|choice| &choice.values).map(|value| format!(" {value}"));
        format!("{} x{}{}", line.item.item, line.quantity, options.collect::<String>())
    };
    dialogue.cart().lines.iter().map(line).collect::<Vec<_>>().join("; ")
}

#[test]
fn a_bare_number_may_be_a_size_and_counts_nothing() {
    let shop = assistant_of(&[
        with_option(
            "juice",
            ("橙汁", "orange juice"),
            ("容量", "volume"),
            &[("500毫升", "500 ml"), ("700毫升", "700 ml")],
        ),
        with_option(
            "shoes",
            ("童鞋", "kids' shoes"),
            ("尺码", "size"),
            &[("28码", "28"), ("30码", "30"), ("33码", "33")],
        ),
    ]);
    for (sentence, line) in [
        ("橙汁要700的，两瓶", "juice x2 700毫升"),
        ("来双童鞋，33的", "shoes x1 33码"),
        ("700的橙汁来三瓶", "juice x3 700毫升"),
    ] {
        assert_eq!(chosen(&shop, sentence), line, "{sentence}");
    }
    assert_eq!(after(&shop, &["来双童鞋", "换成30的"]), "shoes x1 30码");
    assert_eq!(after(&shop, &["来双童鞋", "尺码改33"]), "shoes x1 33码");
    assert_eq!(after(&shop, &["两瓶橙汁，一双童鞋", "童鞋要30的"]), "juice x2; shoes x1 30码");
    // Nobody orders 700 bottles in passing.
    assert_eq!(after(&shop, &["橙汁700"]), "juice x1 700毫升");
    assert_eq!(after(&shop, &["来瓶橙汁", "no, 700"]), "juice x1 700毫升");
    assert_eq!(after(&shop, &["一双童鞋", "换成33"]), "shoes x1 33码");
    assert_eq!(after(&shop, &["一双童鞋", "28 is too small"]), "shoes x1");
    assert_eq!(after(&shop, &["橙汁700瓶"]), "juice x700");
    // None is called so: nothing is counted by it.
    assert!(!after(&shop, &["来双童鞋，36的"]).contains("x36"));
}

#[test]
fn of_two_shows_the_one_that_is_missed_is_not_meant() {
    let show = |id: &str, zh: &str, en: &str| json!({"id": id, "name": zh, "name_en": en, "price": 4000, "stock": null, "tags": ["电影票"], "options": []});
    let shop = assistant_of(&[
        show("day", "《远山》15:00场", "Far Hills, 15:00 show"),
        show("night", "《远山》20:00场", "Far Hills, 20:00 show"),
    ]);
    assert_eq!(after(&shop, &["远山有哪几场", "15:00那场赶不上，要另外那场，两张"]), "night x2");
    assert_eq!(after(&shop, &["远山两张", "八点那场来不及，要另外那场"]), "day x2");
    assert_eq!(after(&shop, &["远山两张", "I can't make the 3 pm show, the other one"]), "night x2");
    assert_eq!(after(&shop, &["远山两张", "晚上那场"]), "night x2");
    assert_eq!(after(&shop, &["远山两张", "今晚那场"]), "night x2");
}

#[test]
fn a_number_that_may_be_a_size_or_how_many_is_asked_about() {
    let cake =
        with_option("cake", ("草莓蛋糕", "strawberry cake"), ("尺寸", "size"), &[("6寸", "6-inch"), ("8寸", "8-inch")]);
    let shop = assistant_of(&[cake]);
    assert_eq!(after(&shop, &["一个草莓蛋糕", "make it 8"]), "cake x1");
    assert_eq!(after(&shop, &["一个草莓蛋糕", "make it 3"]), "cake x3");
    assert_eq!(after(&shop, &["一个草莓蛋糕", "8个"]), "cake x8");
    assert_eq!(after(&shop, &["一个草莓蛋糕", "8寸的"]), "cake x1 8寸");
}

#[test]
fn numbers_of_houses_lines_and_minutes_count_nothing() {
    for said in [
        "12号楼",
        "我在3楼",
        "门牌号是8",
        "房间号502",
        "坐2号线来",
        "等我5分钟",
        "flat 12",
        "I'm in building 3",
        "five minutes please",
        "I'm 30 today",
    ] {
        let mut talk = crate::talk::Talk::default();
        talk.say("来一杯拿铁");
        talk.say(said);
        let quantity = talk.dialogue.cart().lines[0].quantity;
        assert_eq!(quantity, 1, "{said}");
    }
}

#[test]
fn an_option_is_told_by_words_that_are_its_own() {
    let packs = [("只要辣椒包", "chilli only"), ("只要醋包", "vinegar only"), ("都要", "both")];
    let shop = assistant_of(&[with_option("tun", ("小馄饨", "small wontons"), ("小料", "extras"), &packs)]);
    assert_eq!(after(&shop, &["一份小馄饨"]), "tun x1");
    // One character of another word tells nothing: whoever wants both has not only one.
    assert_eq!(after(&shop, &["一份小馄饨，搭配辣椒和醋包"]), "tun x1");
}

#[test]
fn a_show_that_is_refused_by_the_part_of_its_day_is_not_taken() {
    let cinema = assistant(&[
        ("《龙行万里》15:00场", "Dragon Road, 15:00 show"),
        ("《龙行万里》20:00场", "Dragon Road, 20:00 show"),
    ]);
    let later = [
        "不要下午那场，要另一场，两张",
        "不是下午的，是晚上的，两张",
        "Not the afternoon one, the other one. Two tickets.",
    ];
    for sentence in later {
        let mut dialogue = Dialogue::default();
        cinema.turn("龙行万里有几场", &mut dialogue, &Scene::at(NOW));
        let turn = cinema.turn(sentence, &mut dialogue, &Scene::at(NOW));
        let Step::Quote(cart) = turn.step else { panic!("{sentence}: {turn:?}") };
        let lines: Vec<_> = cart.lines.iter().map(|line| (line.item.item.to_string(), line.quantity)).collect();
        assert_eq!(lines, [("i1".to_owned(), 2)], "{sentence}");
    }
}

#[test]
fn a_value_is_asked_for_by_what_it_is_called_elsewhere() {
    let shop = assistant_of(&[
        with_option(
            "tea",
            ("奶茶", "milk tea"),
            ("甜度", "sweetness"),
            &[("100%", "100%"), ("50%", "50%"), ("0%", "0%")],
        ),
        with_option("latte", ("拿铁", "latte"), ("杯量", "size"), &[("S", "S"), ("M", "M"), ("L", "L")]),
        with_option("cake", ("蛋糕", "cake"), ("直径", "diameter"), &[("15cm", "15 cm"), ("20cm", "20 cm")]),
        with_option("disk", ("U盘", "USB drive"), ("容量", "capacity"), &[("32GB", "32 GB"), ("64GB", "64 GB")]),
        with_option("noodles", ("小面", "noodles"), ("辣级", "spice"), &[("一级", "level 1"), ("三级", "level 3")]),
        with_option(
            "popcorn",
            ("爆米花", "popcorn"),
            ("桶型", "bucket"),
            &[("单人桶", "single bucket"), ("双人桶", "double bucket")],
        ),
        with_option("mince", ("五花肉", "pork belly"), ("处理", "cut"), &[("整块", "whole"), ("绞馅", "minced")]),
    ]);
    for (sentence, cart) in [
        ("一杯奶茶，半糖", "tea x1 50%"),
        ("a milk tea, no sugar", "tea x1 0%"),
        ("大杯拿铁一杯", "latte x1 L"),
        ("a large latte", "latte x1 L"),
        ("一个二十公分的蛋糕", "cake x1 20cm"),
        ("64G的U盘来两个", "disk x2 64GB"),
        ("noodles, level three", "noodles x1 三级"),
        ("a double bucket of popcorn", "popcorn x1 双人桶"),
        ("一份五花肉，绞成馅", "mince x1 绞馅"),
    ] {
        assert_eq!(after(&shop, &[sentence]), cart, "{sentence}");
    }
    assert_eq!(after(&shop, &["蛋糕一个，15厘米", "尺寸改成20厘米"]), "cake x1 20cm");
}

#[test]
fn no_part_of_a_name_only_points() {
    let shop = assistant(&[("海的那边", "Beyond the Sea"), ("牛肉堡", "beef burger"), ("虾堡", "shrimp burger")]);
    let mut dialogue = Dialogue::default();
    shop.turn("有什么堡", &mut dialogue, &Scene::at(NOW));
    let turn = shop.turn("要牛肉的那个，两个", &mut dialogue, &Scene::at(NOW));
    assert!(matches!(turn.step, Step::Quote(_)), "{turn:?}");
}
