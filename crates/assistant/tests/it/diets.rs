//! What a buyer says of what they do not eat, in many ways.

use domain::avoidance::{Avoidance, Strictness};

use crate::talk::{Talk, play};

/// What a buyer avoids after a sentence: allergies with a sign.
fn avoided(sentence: &str) -> String {
    let mut talk = Talk::default();
    talk.turn(sentence);
    let word = |strictness| if strictness == Strictness::Allergy { "!" } else { "" };
    let all = talk.avoids.iter().map(|avoids| format!("{}{}", avoids.what, word(avoids.strictness)));
    all.collect::<Vec<_>>().join(" ")
}

#[test]
fn an_allergy_holds_wherever_it_is_written() {
    for sentence in ["一碗片儿川，备注“我对花生过敏”", "一碗片儿川，纸条上写“我对花生过敏”"]
    {
        let mut talk = Talk::default();
        talk.turn(sentence);
        assert_eq!(talk.avoids.len(), 1, "{sentence}");
    }
}

#[test]
fn an_allergy_is_heard_in_any_words() {
    let peanut = [
        "我对花生过敏",
        "我花生过敏",
        "花生过敏",
        "花生，我过敏",
        "我过敏，千万别放花生",
        "我一吃花生就过敏",
        "我吃花生会起疹子",
        "我对花生米过敏",
        "对花生严重过敏的",
        "我家孩子对花生过敏",
        "因为我对花生过敏，麻烦注意一下",
        "我有点花生过敏",
        "我對花生過敏",
        "我的过敏原是花生",
        "过敏：花生",
        "我不能吃花生",
        "花生我吃了会进医院",
        "我从小就对花生过敏的呀",
        "您记一下，我这个人对花生过敏",
        "俺对花生过敏",
        "我对华生过敏",
        "我对花生国民",
        "我不能碰花生，一点都不行",
        "I'm allergic to peanuts",
        "I am allergic to peanut",
        "I have a peanut allergy",
        "peanut allergy!",
        "My son is allergic to peanuts",
        "Peanuts could kill me",
        "please note that I have a severe allergy to peanuts",
        "I can't eat peanuts",
        "im allergic to PEANUTS",
        "I get anaphylaxis from peanuts",
        "peanuts make me sick",
        "我 allergic to 花生",
        "我对peanut过敏",
    ];
    let wrong: Vec<_> =
        peanut.iter().map(|said| (said, avoided(said))).filter(|(_, kept)| !kept.contains("花生!")).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_avoided_is_named() {
    let cases = [
        ("我对花生和虾过敏", "花生! 虾!"),
        ("我对海鲜、芒果过敏", "海鲜! 芒果!"),
        ("I'm allergic to peanuts, shrimp and milk", "花生! 牛奶! 虾!"),
        ("对花生和木瓜过敏", "木瓜! 花生!"),
        ("我对木瓜和花生过敏，来一碗面", "木瓜! 花生!"),
        ("I'm allergic to peanuts and papaya", "papaya! 花生!"),
        ("I'm allergic to peanuts, papaya and milk", "papaya! 牛奶! 花生!"),
        ("我对花生过敏，虾也是", "花生! 虾!"),
        ("two lattes i'm allergic to peanuts", "花生!"),
        ("PEANUTS WILL KILL ME", "花生!"),
        ("I HATE coriander", "香菜"),
        ("我不喜欢牛肉面", ""),
        ("I don't like beef noodles", ""),
        ("I don't like beef, a latte please", "牛肉"),
        ("我过敏，来一碗红烧牛肉面，不要花生", ""),
        ("我过敏，来一碗红烧牛肉面不要花生", "花生!"),
        ("乳糖不耐受", "牛奶!"),
        ("I'm lactose intolerant", "牛奶!"),
        ("我对木瓜过敏", "木瓜!"),
        ("我榴莲过敏", "榴莲!"),
        ("I'm allergic to papaya", "papaya!"),
        ("我不吃猪肉", "猪肉"),
        ("我从来不吃香菜和葱", "葱 香菜"),
        ("I don't eat pork", "猪肉"),
        ("I can't have anything with peanuts, please remember that", "花生!"),
        ("我不能吃猪肉", "猪肉"),
        ("我吃素", "肉 海鲜"),
        ("I'm vegetarian", "肉 海鲜"),
        ("I am a vegan", "肉 海鲜 牛奶 鸡蛋"),
        ("我想吃素面", ""),
        ("a vegetarian pizza please", ""),
        ("我不能吃辣", "辣"),
        ("我不吃辣，来一份麻辣烫", "辣"),
        ("不吃香菜", ""),
        ("有没有抗过敏的药", ""),
        ("来一盒过敏药", ""),
        ("allergy medicine please", ""),
        ("I have no allergies", ""),
        ("我不对花生过敏", ""),
        ("来两杯拿铁", ""),
    ];
    for (said, kept) in cases {
        let sorted = |words: &str| words.split(' ').map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
        assert_eq!(sorted(&avoided(said)), sorted(kept), "{said}");
    }
}

#[test]
fn an_allergy_ends_only_in_so_many_words() {
    let stays = [
        "别忘了我对花生过敏",
        "千万别忘记我花生过敏",
        "我对花生过敏把花生去掉",
        "我对花生过敏，取消花生酥",
        "取消麻辣口味的那份",
        "去掉花生口味的那个",
        "我现在可以吃没有花生的了",
        "我不能吃花生了",
        "我能吃花生以外的东西了",
        "don't forget my peanut allergy",
        "please don't forget I'm allergic to peanuts",
        "remove the peanuts I'm allergic",
        "I can eat anything now but not peanuts",
        "I can eat now, no peanuts please",
        "do not forget my allergies",
    ];
    for said in stays {
        let mut talk = Talk::default();
        talk.turn("我对花生过敏");
        talk.turn(said);
        assert!(talk.avoids.iter().any(|avoids| &*avoids.what == "花生"), "{said}");
    }
    let ends = [
        "我可以吃花生了",
        "我现在能吃花生了",
        "我对花生不过敏了",
        "忘掉我对花生过敏",
        "把我的花生过敏删掉",
        "忘掉我的忌口",
        "I can eat peanuts again",
        "I'm not allergic to peanuts any more",
        "please forget my peanut allergy",
        "forget my allergies",
    ];
    for said in ends {
        let mut talk = Talk::default();
        talk.turn("我对花生过敏");
        talk.turn(said);
        assert_eq!(talk.avoids, [], "{said}");
    }
}

#[test]
fn what_comes_last_and_loudest_is_heard() {
    play(
        "
        > 来一碗红烧牛肉面千万别放香菜啊
        xiaonan/niu x1 不要香菜

        > 一碗红烧牛肉面，记得不要葱，谢谢
        xiaonan/niu x1 不要葱

        > 我吃素
        keep
        > 来一碗红烧牛肉面
        ask WhatToBuy
        ",
    );
}

#[test]
fn an_allergy_is_never_something_to_buy() {
    play(
        "
        > 我对花生过敏
        keep
        > 来一碗红烧牛肉面
        xiaonan/niu x1

        > 我对花生过敏，来一碗红烧牛肉面
        xiaonan/niu x1

        > 我对花生过敏来一碗红烧牛肉面
        xiaonan/niu x1

        > 来一碗红烧牛肉面，我对花生过敏
        xiaonan/niu x1

        > a braised beef noodles please, I'm allergic to peanuts
        xiaonan/niu x1

        > 我过敏
        ask AllergicToWhat
        > 花生
        keep
        ",
    );
}

#[test]
fn what_is_avoided_is_not_bought() {
    play(
        "
        > 我对牛奶过敏
        keep
        > 来一杯拿铁
        ask WhatToBuy
        > 来一杯普洱茶
        qing/pu x1

        > 来一块芝士蛋糕和一份香梨
        yunshan/qi x1; jiajia/li x1
        > 我对奶制品过敏
        jiajia/li x1

        > 来一块芝士蛋糕
        yunshan/qi x1
        > 确认，我对牛奶过敏
        ask WhatToBuy

        > 我不吃香菜
        keep
        > 来一碗红烧牛肉面
        xiaonan/niu x1 不要香菜
        > 我可以吃香菜了
        xiaonan/niu x1 不要香菜

        > 我对牛奶过敏
        keep
        > 我现在可以吃牛奶了
        keep
        > 来一块芝士蛋糕
        yunshan/qi x1

        > 我有什么忌口
        memory
        > what am I allergic to?
        memory
        > 忘掉我的忌口
        keep
        ",
    );
}

#[test]
fn what_else_was_said_is_said_back_or_done() {
    let mut talk = Talk::default();
    assert_eq!(talk.say("我过敏，来一碗红烧牛肉面"), "ask AllergicToWhat ?红烧牛肉面");
    for no in ["没有", "算了", "no", "ok", "拿铁", "来两杯拿铁", "两杯美式"] {
        let mut talk = Talk::default();
        talk.say("我过敏");
        talk.say(no);
        assert_eq!(talk.avoids, [], "{no}");
        talk.say("木瓜");
        assert_eq!(talk.avoids, [], "the question was for one sentence: {no}");
    }
    let mut talk = Talk::default();
    talk.say("我过敏");
    talk.say("花生和木瓜");
    assert_eq!(talk.avoids.len(), 2);
    let mut talk = Talk::default();
    assert_eq!(talk.say("two lattes i'm allergic to peanuts"), Talk::default().say("two lattes"));
}

#[test]
fn an_allergy_too_many_stops_the_order() {
    let mut talk = Talk::default();
    let things = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉";
    talk.avoids = things.chars().map(|thing| Avoidance::new(&thing.to_string(), Strictness::Dislike)).collect();
    assert_eq!(talk.say("我对花生过敏，来一碗红烧牛肉面"), "keep ?红烧牛肉面");
}

#[test]
fn what_is_for_sale_answers_what_somebody_is_allergic_to() {
    let mut talk = Talk::default();
    assert_eq!(talk.say("我过敏"), "ask AllergicToWhat");
    assert_eq!(talk.say("鸡蛋"), "keep");
    assert_eq!(talk.avoids, [Avoidance::new("鸡蛋", Strictness::Allergy)]);
}

#[test]
fn how_many_are_allergic_is_not_what_to() {
    let mut talk = Talk::default();
    talk.say("别有我俩都过敏的那个水果（对芒果过敏），来一杯普洱茶");
    assert_eq!(talk.avoids, [Avoidance::new("芒果", Strictness::Allergy)]);
    assert_eq!(Talk::default().say("我俩都过敏"), "ask AllergicToWhat");
}
