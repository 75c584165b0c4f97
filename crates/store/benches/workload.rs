//! What the benchmarks of the core ask for: full orders, each with options, a voucher and a wallet that pays.

use std::sync::Arc;

use domain::buyer::{Address, Buyer};
use domain::campaign::{Campaign, VoucherTemplate};
use domain::catalogue::{Hours, Item, OptionGroup, OptionValue, Shop};
use domain::command::{Command, OpenBuyer, PlaceOrder};
use domain::id::{BuyerId, CampaignId, ItemKey, QuoteId, ShopId, VoucherId};
use domain::language::{Language, Text};
use domain::mandate::Mandate;
use domain::money::Money;
use domain::quote::{Goods, Quote, Wish, price};
use domain::receipt::IdempotencyKey;
use domain::time::{Span, Time};
use domain::voucher::{Voucher, VoucherState};

pub const SHOPS: u64 = 1_000;
pub const ITEMS_PER_SHOP: u64 = 10;
pub const ITEMS: u64 = SHOPS * ITEMS_PER_SHOP;
pub const NOW: Time = Time::from_micros(1_770_345_000_000_000);

/// What is for sale, and how many of its items people want.
pub struct World {
    pub shops: Vec<Shop>,
    pub items: Vec<Item>,
    wanted: u64,
}

impl World {
    /// Orders go round so many of the items; with one, everybody wants the same.
    pub fn wanting(wanted: u64) -> Self {
        let shops = (0..SHOPS).map(shop).collect();
        let items = (0..ITEMS).map(item).collect();
        Self { shops, items, wanted }
    }

    /// The `n`-th order; an odd stride spreads the buyers over the whole range, each once.
    pub fn order(&self, n: u64, buyers: u64) -> (IdempotencyKey, Command) {
        let buyer = buyer_id(n.wrapping_mul(7_368_787) % buyers);
        let place = n * 7_919 % self.wanted;
        let item = &self.items[usize::try_from(place).expect("it fits")];
        let shop = &self.shops[usize::try_from(place / ITEMS_PER_SHOP).expect("it fits")];
        let voucher = voucher(buyer);
        let (shop, found) = (Arc::new(shop.clone()), Arc::new(item.clone()));
        let goods = Goods { find: &|_| Some((shop.clone(), found.clone())), left: &|_| Some(1_000) };
        let line = domain::cart::CartLine { item: item.key.clone(), quantity: 1, options: Vec::new() };
        let wish = Wish {
            address: address(),
            deliver_at: None,
            vouchers: std::slice::from_ref(&voucher),
            balance: Money::cny(100_000),
            card: None,
            prefer_card: false,
            avoids: domain::avoidance::Avoider::of_nothing(),
            constraints: domain::constraint::Constraints::none(),
        };
        let terms = price(&[line], &goods, &wish, NOW).expect("the cart can be priced");
        let quote: Arc<Quote> = Arc::new(terms.offered(QuoteId(buyer.slot().number(1_000_000_000 + n)), buyer, NOW));
        let mandate = Mandate { quote_hash: quote.hash, confirmed_at: NOW };
        (IdempotencyKey::about("place order", quote.id.0), PlaceOrder { quote, mandate }.into())
    }
}

pub fn buyer_id(n: u64) -> BuyerId {
    BuyerId(1_000_000_000_000 + n)
}

pub fn campaign_id() -> CampaignId {
    CampaignId::from("spring")
}

fn terms() -> VoucherTemplate {
    VoucherTemplate {
        amount: Money::cny(2_500),
        threshold: Money::ZERO,
        pay_at_least: Money::cny(1),
        lifetime: Span::days(7),
        grace: Span::days(1),
    }
}

pub fn campaign(buyers: u64) -> Campaign {
    Campaign {
        id: campaign_id(),
        name: Text::new("春节", "spring"),
        starts_at: NOW.before(Span::days(1)),
        ends_at: NOW.after(Span::days(1)),
        budget: Money::cny(i64::try_from(buyers).expect("fits") * 2_500),
        voucher: terms(),
        automatic: true,
    }
}

fn voucher(buyer: BuyerId) -> Voucher {
    Voucher {
        id: VoucherId { buyer, campaign: campaign_id() },
        terms: terms(),
        claimed_at: NOW,
        expires_at: NOW.after(Span::days(7)),
        state: VoucherState::Held,
    }
}

fn address() -> Address {
    Address {
        label: "家".into(),
        text: "西湖区文三路 1 号".into(),
        adcode: Some("330106".into()),
        point: None,
        example: true,
    }
}

pub fn open_buyer(n: u64) -> OpenBuyer {
    let buyer = Buyer {
        id: buyer_id(n),
        token_hash: Some([7; 32]),
        language: Language::Zh,
        birth_year: None,
        avoids: Vec::new(),
        forgot_usual_at: None,
        addresses: vec![address()],
        opened_at: NOW,
    };
    OpenBuyer { buyer, opening_balance: Money::cny(100_000) }
}

fn shop(n: u64) -> Shop {
    Shop {
        id: ShopId::from(format!("shop-{n}").as_str()),
        name: Text::new(format!("店{n}"), format!("shop {n}")),
        kind: "drinks".into(),
        location: None,
        hours: Hours::ALWAYS,
        orders_per_ten_minutes: 1_000_000,
        delivery_fee: Money::cny(300),
        minutes: 30,
        tags: Vec::new(),
    }
}

fn item(n: u64) -> Item {
    let value = |zh: &str, en: &str| OptionValue { name: Text::new(zh, en), price: Money::ZERO };
    Item {
        key: ItemKey::new(&format!("shop-{}", n / ITEMS_PER_SHOP), &format!("item-{n}")),
        name: Text::new(format!("珍珠奶茶{n}"), format!("pearl milk tea {n}")),
        price: Money::cny(3_000),
        stock: Some(1_000_000),
        brand: "".into(),
        description: "".into(),
        tags: Vec::new(),
        options: vec![OptionGroup {
            name: Text::new("糖度", "sugar"),
            values: vec![value("正常糖", "regular"), value("少糖", "less")],
            default: "正常糖".into(),
            many: false,
        }],
    }
}
