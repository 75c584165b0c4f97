//! A town of shops to buy in, as a shops file.

use serde_json::{Value, json};

const FLAVOURS: [(&str, &str); 10] = [
    ("草莓", "strawberry"),
    ("芒果", "mango"),
    ("葡萄", "grape"),
    ("柠檬", "lemon"),
    ("荔枝", "lychee"),
    ("椰子", "coconut"),
    ("桂花", "osmanthus"),
    ("茉莉", "jasmine"),
    ("抹茶", "matcha"),
    ("巧克力", "chocolate"),
];
const KINDS: [(&str, &str); 20] = [
    ("奶茶", "milk tea"),
    ("冰沙", "smoothie"),
    ("蛋糕", "cake"),
    ("面包", "bread"),
    ("饼干", "biscuits"),
    ("布丁", "pudding"),
    ("汤圆", "dumplings"),
    ("酸奶", "yogurt"),
    ("果汁", "juice"),
    ("糖水", "sweet soup"),
    ("月饼", "mooncake"),
    ("麻薯", "mochi"),
    ("泡芙", "puffs"),
    ("慕斯", "mousse"),
    ("果冻", "jelly"),
    ("雪糕", "ice lolly"),
    ("气泡水", "soda"),
    ("松饼", "pancakes"),
    ("蛋挞", "egg tart"),
    ("糍粑", "rice cake"),
];
/// The most that the format allows.
const RATE: u32 = 10_000;
const STOCK: u32 = 100_000_000;

/// Shops with one item each, so that no shop's own limit is in the way: shop `shop-7` sells `item-7`.
pub struct Town {
    shops: Vec<Value>,
}

impl Town {
    /// So many shops, each with an item of its own name; 200 at most.
    pub fn of(shops: usize) -> Self {
        assert!(shops <= FLAVOURS.len() * KINDS.len(), "there are no more names");
        Self { shops: (0..shops).map(shop).collect() }
    }

    /// The same town with another field in one of its shops.
    pub fn shop(mut self, number: usize, field: &str, value: Value) -> Self {
        self.shops[number][field] = value;
        self
    }

    /// The same town with another field in one of its items.
    pub fn item(mut self, number: usize, field: &str, value: Value) -> Self {
        self.shops[number]["items"][0][field] = value;
        self
    }

    /// The shops file.
    pub fn to_json(&self) -> String {
        json!({ "shops": self.shops }).to_string()
    }

    /// A plain sentence that orders one of the item with this number.
    pub fn sentence(number: usize) -> String {
        format!("来一份{}", name(number).0)
    }
}

fn name(number: usize) -> (String, String) {
    let ((flavour, flavour_en), (kind, kind_en)) = (FLAVOURS[number % 10], KINDS[number / 10]);
    (format!("{flavour}{kind}"), format!("{flavour_en} {kind_en}"))
}

fn shop(number: usize) -> Value {
    let (zh, en) = name(number);
    let longitude = 120.1 + f64::from(u32::try_from(number).expect("few")) / 10_000.0;
    json!({
        "id": format!("shop-{number}"),
        "name": format!("第{number}铺"),
        "name_en": format!("shop number {number}"),
        "kind": "sweets",
        "location": { "adcode": "330106", "longitude": longitude, "latitude": 30.2, "address": "杭州市西湖区文三路1号" },
        "hours": "00:00-24:00",
        "orders_per_ten_minutes": RATE,
        "delivery_fee": 300,
        "minutes": 30,
        "items": [{
            "id": format!("item-{number}"),
            "name": zh,
            "name_en": en,
            "price": 1500,
            "stock": STOCK,
            "options": [{
                "name": "糖度",
                "name_en": "sugar",
                "values": [
                    { "name": "正常糖", "name_en": "normal sugar", "price": 0 },
                    { "name": "少糖", "name_en": "less sugar", "price": 0 },
                ],
                "default": "正常糖",
            }],
        }],
    })
}
