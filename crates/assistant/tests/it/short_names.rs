//! Short forms of names, in small catalogues of their own: `shop tag|tag: Chinese/English, …`.

use std::fmt::Write as _;
use std::sync::Arc;

use assistant::{Assistant, Dialogue, Scene, Step};
use catalog::{Catalogue, file};

use crate::talk::NOW;

const COFFEE: &str = "cloud 咖啡|coffee: 美式咖啡/americano coffee, 橙汁美式/orange americano, 气泡美式/sparkling americano, \
    拿铁/latte, 生椰拿铁/coconut latte, 咖啡布丁/coffee pudding, 芝士布丁/cheese pudding";
const SECOND: &str = "hill 咖啡|coffee: 美式咖啡/americano coffee, 橙汁美式/orange americano";
const EXACT: &str = "plain 咖啡|coffee: 美式/americano";
const TWO: &str = "both 咖啡|coffee: 美式咖啡/americano coffee, 咖啡美式/coffee americano";
const TEA: &str = "leaf 奶茶: 珍珠奶茶/pearl milk tea, 布丁奶茶/pudding milk tea, 招牌奶茶/house milk tea";
const NOODLES: &str =
    "bowl 面: 牛肉面/beef noodles, 红烧牛肉面/braised beef noodles, 牛肉饭/beef rice, 卤牛肉/stewed beef";
const FRUIT: &str = "cake 蛋糕: 草莓蛋糕/strawberry cake, 草莓大福/strawberry mochi";

fn catalogue(shops: &[&str]) -> Assistant {
    let mut text = String::from("{\"shops\": [");
    for (at, shop) in shops.iter().enumerate() {
        let (head, goods) = shop.split_once(": ").expect("a shop and its goods");
        let (id, tags) = head.split_once(' ').expect("an id and tags");
        let tags = tags.replace('|', r#"",""#);
        let items: Vec<String> = goods
            .split(", ")
            .map(|item| {
                let (zh, en) = item.split_once('/').expect("both languages");
                let id = en.replace(' ', "-");
                format!(
                    r#"{{"id":"{id}","name":"{zh}","name_en":"{en}","price":1000,"stock":null,"tags":[],"options":[]}}"#
                )
            })
            .collect();
        let (comma, fee) = (if at > 0 { "," } else { "" }, at * 100);
        let _ = write!(
            text,
            r#"{comma}{{"id":"{id}","name":"{id}店","name_en":"{id} house","kind":"food","hours":"00:00-24:00",
            "location":{{"adcode":"330106","longitude":120.13,"latitude":30.27,"address":"文三路"}},
            "orders_per_ten_minutes":20,"delivery_fee":{fee},"minutes":30,"tags":["{tags}"],"items":[{}]}}"#,
            items.join(",")
        );
    }
    text.push_str("]}");
    let all = file::shops(text.as_bytes(), &mut |_| {}).expect("well formed");
    Assistant::new(Arc::new(Catalogue::new(all.shops, all.items)))
}

fn meant(shops: &[&str], sentence: &str) -> String {
    let scene = Scene::at(NOW);
    let turn = catalogue(shops).turn(sentence, &mut Dialogue::default(), &scene);
    match turn.step {
        Step::Quote(cart) => cart.lines.iter().map(|line| line.item.to_string()).collect::<Vec<_>>().join(" "),
        Step::Ask(_) => format!("ask {}", turn.offers.len()),
        other => format!("{other:?}"),
    }
}

#[test]
fn a_name_without_its_generic_word_is_the_name() {
    let table: &[(&[&str], &str, &str)] = &[
        (&[COFFEE], "来一杯美式", "cloud/americano-coffee"),
        (&[COFFEE], "一杯美式咖啡", "cloud/americano-coffee"),
        (&[COFFEE], "an americano", "cloud/americano-coffee"),
        (&[COFFEE], "an orange americano please", "cloud/orange-americano"),
        (&[COFFEE], "来一杯橙汁美式", "cloud/orange-americano"),
        (&[COFFEE], "一杯拿铁", "cloud/latte"),
        (&[COFFEE], "a latte", "cloud/latte"),
        (&[COFFEE], "a coconut latte", "cloud/coconut-latte"),
        (&[COFFEE], "一个布丁", "ask 2"),
        (&[COFFEE], "a pudding", "ask 2"),
        (&[COFFEE, SECOND], "来一杯美式", "cloud/americano-coffee"),
        (&[SECOND, COFFEE], "an americano", "hill/americano-coffee"),
        (&[COFFEE, EXACT], "来一杯美式", "plain/americano"),
        (&[COFFEE, EXACT], "an americano", "plain/americano"),
        (&[TWO], "来一杯美式", "ask 2"),
        (&[TWO], "an americano", "ask 2"),
        (&[TEA], "来一杯奶茶", "ask 3"),
        (&[TEA], "a milk tea", "ask 3"),
        (&[TEA], "一杯布丁奶茶", "leaf/pudding-milk-tea"),
        (&[NOODLES], "一碗牛肉面", "bowl/beef-noodles"),
        (&[NOODLES], "beef noodles please", "bowl/beef-noodles"),
        (&[NOODLES], "来份红烧牛肉", "bowl/braised-beef-noodles"),
        (&[FRUIT], "来份草莓", "ask 2"),
        (&[FRUIT], "strawberry please", "ask 2"),
    ];
    let mut wrong = Vec::new();
    for (shops, sentence, expected) in table {
        let heard = meant(shops, sentence);
        if heard != *expected {
            wrong.push(format!("{sentence}: expected {expected}, heard {heard}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_wrong_thing_is_taken_for_a_part_of_several() {
    for sentence in ["来份牛肉", "some beef please"] {
        let heard = meant(&[NOODLES], sentence);
        assert!(heard.starts_with("ask") || heard == "bowl/stewed-beef", "{sentence}: {heard}");
    }
}
