//! How many sentences a second the fast reader reads, next to the least that anyone would do: look for every name of
//! the catalogue in the sentence.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use assistant::{Assistant, Dialogue, Scene};
use catalog::Catalogue;
use domain::catalogue::{Hours, Item, Shop};
use domain::id::ItemKey;
use domain::language::Text;
use domain::money::Money;
use domain::time::Time;

const NOW: Time = Time::from_micros(1_770_345_000_000_000);
const ROUNDS: usize = 5;
const SENTENCES: usize = 20_000;

fn main() {
    let demo = catalog::demo::shops().expect("the demonstration files are tested");
    run("demonstration", &Arc::new(Catalogue::new(demo.shops, demo.items)));
    run("long titles", &Arc::new(long_titles(100_000)));
}

fn run(name: &str, catalogue: &Arc<Catalogue>) {
    let (assistant, load_s) = timed(|| Assistant::new(Arc::clone(catalogue)));
    let items = catalogue.item_count();
    println!("{name}: {items} items, {} shops; vocabulary compiled in {load_s:.2} s", catalogue.shop_count());
    let sentences = sentences(catalogue);
    let scene = Scene::at(NOW);
    report("  read", &sentences, |sentence| {
        black_box(assistant.understand(sentence, &Dialogue::default(), &scene));
    });
    report("  read and act", &sentences, |sentence| {
        black_box(assistant.turn(sentence, &mut Dialogue::default(), &scene));
    });
    let names: Vec<&str> = catalogue.items().map(|item| &*item.name.zh).collect();
    let few = if items > 10_000 { &sentences[..200] } else { &sentences[..2_000] };
    report("  baseline: every name looked for as a substring", few, |sentence| {
        black_box(names.iter().filter(|name| sentence.contains(**name)).count());
    });
}

/// Plain sentences about the catalogue's own goods: with amounts, options, places and times, and ones without goods.
fn sentences(catalogue: &Catalogue) -> Vec<String> {
    let items: Vec<&Arc<Item>> = catalogue.items().collect();
    let item = |n: usize| &items[n.wrapping_mul(7919) % items.len()];
    let option =
        |item: &Item| item.options.first().and_then(|group| group.values.last()).map_or("", |_| "，大份").to_owned();
    let sentence = |n: usize| {
        let (a, b) = (item(n), item(n + 1));
        match n % 8 {
            0 => format!("我要一份{}{}", a.name.zh, option(a)),
            1 => format!("来两份{}和一份{}", a.name.zh, b.name.zh),
            2 => format!("two {} please", a.name.en),
            3 => format!("有没有{}，20块以内的", a.name.zh),
            4 => format!("中午十二点半送到，三份{}", a.name.zh),
            5 => "改成两份，不要香菜".to_owned(),
            6 => "好的，确认下单".to_owned(),
            _ => "我的订单到哪了".to_owned(),
        }
    };
    (0..SENTENCES).map(sentence).collect()
}

fn report(name: &str, sentences: &[String], mut each: impl FnMut(&str)) {
    let mut rates: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let ((), seconds) = timed(|| sentences.iter().for_each(|sentence| each(sentence)));
            f64::from(u32::try_from(sentences.len()).expect("few")) / seconds
        })
        .collect();
    rates.sort_by(f64::total_cmp);
    println!("{name}: {:.0} sentences/s (median of {ROUNDS} rounds of {})", rates[ROUNDS / 2], sentences.len());
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed().as_secs_f64())
}

/// Items with titles as product feeds have them: brand, words, sizes.
fn long_titles(count: usize) -> Catalogue {
    let brands = ["北辰", "云岭", "松果", "海川", "麦田", "青木", "星野", "拾光", "Norvik", "Alpen"];
    let goods =
        ["智能手机", "无线蓝牙耳机", "不锈钢保温杯", "纯棉四件套", "儿童运动鞋", "电热水壶", "机械键盘", "双肩背包"];
    let words = ["轻薄", "大容量", "防水", "加厚", "便携", "静音", "高清", "家用", "办公", "学生"];
    let item = |n: usize| {
        let (brand, thing) = (brands[n % 10], goods[n / 10 % 8]);
        let name = format!(
            "{brand} {}{} {thing} {}GB {}款 {n}号",
            words[n / 80 % 10],
            words[n / 7 % 10],
            n % 512,
            words[n / 3 % 10]
        );
        Item {
            key: ItemKey::new(&format!("s{}", n % 50), &format!("i{n}")),
            name: Text::new(name.clone(), name),
            price: Money::cny(1000 + i64::try_from(n).expect("few")),
            stock: None,
            brand: brand.into(),
            description: "".into(),
            tags: vec![thing.into()],
            options: Vec::new(),
        }
    };
    let shop = |n: usize| Shop {
        id: format!("s{n}").as_str().into(),
        name: Text::new(format!("第{n}商行"), format!("Store Number {n}")),
        kind: "goods".into(),
        location: None,
        hours: Hours::ALWAYS,
        orders_per_ten_minutes: 10,
        delivery_fee: Money::cny(500),
        minutes: 60,
        tags: Vec::new(),
    };
    Catalogue::new((0..50).map(shop).collect(), (0..count).map(item).collect())
}
