//! What a buyer does not eat is in no quote.

use std::sync::Arc;

use domain::avoidance::{Avoidance, Avoider, Strictness};
use domain::catalogue::{Item, OptionGroup, OptionValue};
use domain::id::ItemKey;
use domain::language::Text;
use domain::money::Money;

fn dish(zh: &str, en: &str, tags: &[&str], description: &str, values: &[&str]) -> Item {
    let value = |name: &&str| OptionValue { name: Text::new(*name, *name), price: Money::cny(0) };
    let group = OptionGroup {
        name: Text::new("加料", "extras"),
        values: values.iter().map(value).collect(),
        default: values.first().map_or_else(|| Arc::from(""), |first| Arc::from(*first)),
        many: true,
    };
    Item {
        key: ItemKey::new("kitchen", "dish"),
        name: Text::new(zh, en),
        price: Money::cny(1_000),
        stock: None,
        brand: "".into(),
        description: description.into(),
        tags: tags.iter().map(|tag| Arc::from(*tag)).collect(),
        options: if values.is_empty() { Vec::new() } else { vec![group] },
    }
}

fn found(what: &str, strictness: Strictness, dish: &Item, chosen: &[&str]) -> bool {
    Avoider::new([&Avoidance::new(what, strictness)]).found(dish, chosen).is_some()
}

#[test]
fn an_allergy_rules_out_whatever_speaks_of_it() {
    let cases: &[(&str, Item, bool)] = &[
        ("花生", dish("花生酥", "Brittle", &[], "", &[]), true),
        ("花生", dish("凉面", "Cold noodles", &["含花生碎"], "", &[]), true),
        ("peanuts", dish("凉面", "Cold noodles with Peanuts", &[], "", &[]), true),
        ("peanut", dish("凉面", "Cold noodles", &[], "May contain traces of peanut.", &[]), true),
        ("花生", dish("凉面", "Cold noodles", &[], "", &["都要", "花生碎"]), true),
        ("花生", dish("凉面", "Cold noodles", &[], "", &["正常", "不要花生"]), true),
        ("花生", dish("宫保鸡丁", "Kung Pao chicken", &[], "", &[]), true),
        ("花生", dish("凉面", "Cold noodles", &["不含花生"], "", &[]), false),
        ("花生", dish("能量棒", "Bar (peanut-free)", &[], "", &[]), false),
        ("花生", dish("行走花生酥", "Brittle", &[], "", &[]), true),
        ("花生", dish("能量棒", "Bar", &[], "本店不能保证不含花生", &[]), true),
        ("peanut", dish("能量棒", "Bar", &[], "not peanut-free", &[]), true),
        (
            "peanut",
            dish("能量棒", "Bar", &[], "We cannot guarantee that it is free of nuts or peanut-free.", &[]),
            true,
        ),
        ("花生", dish("米饭", "Rice", &[], "", &["走花生"]), true),
        ("花生", dish("米饭", "Rice", &[], "", &[]), false),
        ("nuts", dish("甜甜圈", "Doughnut", &[], "", &[]), false),
        ("nuts", dish("核桃包", "Bun", &[], "", &[]), true),
        ("坚果", dish("麻花", "Twist", &["花生"], "", &[]), true),
        ("milk", dish("生椰水", "Coconut water", &[], "", &[]), false),
        ("牛奶", dish("燕麦奶", "Oat milk", &[], "", &[]), false),
        ("乳糖", dish("拿铁", "Latte", &[], "", &[]), true),
        ("鱼", dish("鱼香肉丝", "Shredded pork", &[], "", &[]), false),
        ("海鲜", dish("蒜蓉虾", "Garlic prawns", &[], "", &[]), true),
        ("鸡蛋", dish("红烧茄子", "Braised eggplant", &[], "", &[]), false),
        ("牛肉", dish("牛奶", "Milk", &[], "", &[]), false),
        ("宽粉", dish("酸辣宽粉", "Wide noodles", &[], "", &[]), true),
    ];
    for (what, dish, out) in cases {
        assert_eq!(found(what, Strictness::Allergy, dish, &[]), *out, "{what}: {dish:?}");
    }
}

#[test]
fn a_dislike_is_about_what_is_bought() {
    let noodles = dish("牛肉面", "Beef noodles", &[], "", &["都要", "不要香菜", "香菜"]);
    assert!(!found("香菜", Strictness::Dislike, &noodles, &["都要"]));
    assert!(found("香菜", Strictness::Dislike, &noodles, &["香菜"]));
    let salad = dish("香菜拌牛肉", "Coriander beef", &[], "", &["都要", "不要香菜"]);
    assert!(found("coriander", Strictness::Dislike, &salad, &["都要"]));
    assert!(!found("cilantro", Strictness::Dislike, &salad, &["不要香菜"]));
}

#[test]
fn an_option_that_leaves_it_away_must_be_chosen() {
    let noodles = dish("牛肉面", "Beef noodles", &[], "", &["都要", "不要香菜"]);
    assert!(found("香菜", Strictness::Allergy, &noodles, &["都要"]));
    assert!(!found("香菜", Strictness::Allergy, &noodles, &["不要香菜"]));
    assert!(!found("葱", Strictness::Allergy, &dish("牛肉面", "Beef noodles", &[], "", &["正常", "走葱"]), &["走葱"]));
    let mixed = dish("花生凉面", "Peanut noodles", &[], "", &["都要", "不要花生"]);
    assert!(found("花生", Strictness::Allergy, &mixed, &["不要花生"]), "what is called after it has it");
}

#[test]
fn what_the_catalogue_does_not_know_is_told() {
    let avoids = [Avoidance::new("花生", Strictness::Allergy), Avoidance::new("香菜", Strictness::Dislike)];
    let avoider = Avoider::new(&avoids);
    let rice = dish("米饭", "Rice", &[], "", &[]);
    let free = dish("能量棒", "Bar", &["不含花生"], "", &[]);
    assert_eq!(avoider.not_told(&rice).count(), 1);
    assert_eq!(avoider.not_told(&free).count(), 0);
}

#[test]
fn one_thing_has_one_name() {
    for word in ["花生", "Peanuts", "peanut", " groundnut ", "花生米"] {
        assert_eq!(&*Avoidance::new(word, Strictness::Allergy).what, "花生", "{word}");
    }
    assert_eq!(&*Avoidance::new("宽粉", Strictness::Allergy).what, "宽粉");
    assert!(Avoidance::new(" ", Strictness::Allergy).check().is_err());
    assert!(Avoidance::new(&"长".repeat(21), Strictness::Allergy).check().is_err());
}
