//! Small shops of their own, and what is offered and quoted there.

use std::sync::Arc;

use assistant::{Assistant, Dialogue, Scene, Step, Turn};
use catalog::{Catalogue, file};
use domain::cart::{Cart, CartLine};
use serde_json::{Value, json};

use crate::talk::NOW;

/// A shop with these goods, in Chinese and English.
pub(crate) fn assistant(goods: &[(&str, &str)]) -> Assistant {
    let item = |(at, (zh, en)): (usize, &(&str, &str))| json!({"id": format!("i{at}"), "name": zh, "name_en": en, "price": 1000, "stock": null, "tags": [], "options": []});
    assistant_of(&goods.iter().enumerate().map(item).collect::<Vec<_>>())
}

/// A shop with these items.
pub(crate) fn assistant_of(items: &[Value]) -> Assistant {
    let location = json!({"adcode": "330106", "longitude": 120.13, "latitude": 30.27, "address": "文三路"});
    let shop = json!({
        "id": "s", "name": "满格", "name_en": "Full Bars", "kind": "market", "location": location,
        "hours": "00:00-24:00", "orders_per_ten_minutes": 20, "delivery_fee": 0, "minutes": 30, "tags": [], "items": items,
    });
    let file = json!({"shops": [shop]}).to_string();
    let all = file::shops(file.as_bytes(), &mut |_| {}).expect("it keeps to the format");
    Assistant::new(Arc::new(Catalogue::new(all.shops, all.items)))
}

/// A first sentence to it.
pub(crate) fn say(assistant: &Assistant, sentence: &str) -> Turn {
    let scene = Scene::at(NOW);
    assistant.turn(sentence, &mut Dialogue::default(), &scene)
}

/// The names of what is offered.
pub(crate) fn offered(turn: &Turn) -> Vec<&str> {
    turn.offers.iter().map(|offer| &*offer.item.name.zh).collect()
}

/// What is quoted when nothing is left unread, a line each, without options.
pub(crate) fn ordered(assistant: &Assistant, sentence: &str) -> String {
    let turn = say(assistant, sentence);
    let Step::Quote(cart) = &turn.step else { panic!("{sentence}: {turn:?}") };
    assert!(turn.unread.is_empty(), "{sentence}: {turn:?}");
    cart.lines.iter().map(|line| format!("{} x{}", line.item.item, line.quantity)).collect::<Vec<_>>().join("; ")
}

/// Goods of a kind, without options, with their name in both languages.
pub(crate) fn plain(id: &str, names: (&str, &str), kind: &str) -> Value {
    json!({"id": id, "name": names.0, "name_en": names.1, "price": 1000, "stock": null, "tags": [kind], "options": []})
}

/// Goods with one option, with their name in both languages.
pub(crate) fn with_option(id: &str, names: (&str, &str), option: (&str, &str), values: &[(&str, &str)]) -> Value {
    let values: Vec<Value> = values.iter().map(|(zh, en)| json!({"name": zh, "name_en": en, "price": 0})).collect();
    let group = json!({"name": option.0, "name_en": option.1, "values": values});
    json!({"id": id, "name": names.0, "name_en": names.1, "price": 1000, "stock": null, "tags": [], "options": [group]})
}

/// What is quoted, a line each, with every option.
pub(crate) fn chosen(assistant: &Assistant, sentence: &str) -> String {
    let turn = say(assistant, sentence);
    let Step::Quote(cart) = &turn.step else { panic!("{sentence}: {turn:?}") };
    lines(cart)
}

/// What is in the cart after these sentences, a line each, with every option.
pub(crate) fn after(assistant: &Assistant, sentences: &[&str]) -> String {
    let (mut dialogue, scene) = (Dialogue::default(), Scene::at(NOW));
    for sentence in sentences {
        assistant.turn(sentence, &mut dialogue, &scene);
    }
    lines(dialogue.cart())
}

fn lines(cart: &Cart) -> String {
    let line = |line: &CartLine| {
        let options = line.options.iter().flat_map(|choice| &choice.values).map(|value| format!(" {value}"));
        format!("{} x{}{}", line.item.item, line.quantity, options.collect::<String>())
    };
    cart.lines.iter().map(line).collect::<Vec<_>>().join("; ")
}
