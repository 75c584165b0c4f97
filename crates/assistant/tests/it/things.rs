//! A thing is not what goes with it, nor what only ends as it does.

use std::sync::Arc;

use assistant::{Assistant, Dialogue, Note, Scene, Step, Turn};
use catalog::{Catalogue, file};
use serde_json::{Value, json};

use crate::talk::{NOW, play};

/// A shop with these goods, in Chinese and English.
fn assistant(goods: &[(&str, &str)]) -> Assistant {
    let item = |(at, (zh, en)): (usize, &(&str, &str))| json!({"id": format!("i{at}"), "name": zh, "name_en": en, "price": 1000, "stock": null, "tags": [], "options": []});
    let items: Vec<Value> = goods.iter().enumerate().map(item).collect();
    let location = json!({"adcode": "330106", "longitude": 120.13, "latitude": 30.27, "address": "文三路"});
    let shop = json!({
        "id": "s", "name": "满格", "name_en": "Full Bars", "kind": "market", "location": location,
        "hours": "00:00-24:00", "orders_per_ten_minutes": 20, "delivery_fee": 0, "minutes": 30, "tags": [], "items": items,
    });
    let file = json!({"shops": [shop]}).to_string();
    let all = file::shops(file.as_bytes(), &mut |_| {}).expect("it keeps to the format");
    Assistant::new(Arc::new(Catalogue::new(all.shops, all.items)))
}

fn say(assistant: &Assistant, sentence: &str) -> Turn {
    let scene = Scene::at(NOW);
    assistant.turn(sentence, &mut Dialogue::default(), &scene)
}

fn offered(turn: &Turn) -> Vec<&str> {
    turn.offers.iter().map(|offer| &*offer.item.name.zh).collect()
}

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
