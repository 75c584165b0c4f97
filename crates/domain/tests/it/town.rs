//! A small town to test in: a tea shop and a noodle shop, a buyer, a campaign.

use std::sync::Arc;

use domain::buyer::{Address, Buyer};
use domain::campaign::{Campaign, VoucherTemplate};
use domain::cart::{CartLine, Choice};
use domain::catalogue::{Hours, Item, OptionGroup, OptionValue, Shop};
use domain::id::{BuyerId, CampaignId, ItemKey, QuoteId, ShopId, VoucherId};
use domain::language::{Language, Text};
use domain::mandate::Mandate;
use domain::money::Money;
use domain::quote::{Goods, Offered, Quote, Terms, Wish, price};
use domain::refusal::Refusal;
use domain::time::{Span, Time};
use domain::voucher::{Voucher, VoucherState};

/// 2026-02-06 12:00 in China.
pub const NOON: Time = Time::from_micros(1_770_350_400_000_000);
pub const ALICE: BuyerId = BuyerId(1);

pub fn shop(id: &str) -> Shop {
    Shop {
        id: ShopId::from(id),
        name: Text::new(format!("{id}店"), format!("{id} shop")),
        kind: "drinks".into(),
        location: None,
        hours: Hours::ALWAYS,
        orders_per_ten_minutes: 1_000,
        delivery_fee: Money::cny(300),
        minutes: 30,
        tags: Vec::new(),
    }
}

/// An item without options; `stock` as the catalogue says.
pub fn item(shop: &str, id: &str, fen: i64, stock: Option<u32>) -> Item {
    Item {
        key: ItemKey::new(shop, id),
        name: Text::new(format!("{id}名"), id.to_owned()),
        price: Money::cny(fen),
        stock,
        brand: "".into(),
        description: "".into(),
        tags: Vec::new(),
        options: Vec::new(),
    }
}

pub fn group(zh: &str, values: &[(&str, i64)], many: bool) -> OptionGroup {
    let value = |(name, fen): &(&str, i64)| OptionValue {
        name: Text::new(*name, format!("{name} in English")),
        price: Money::cny(*fen),
    };
    OptionGroup {
        name: Text::new(zh, format!("{zh} in English")),
        values: values.iter().map(value).collect(),
        default: values[0].0.into(),
        many,
    }
}

pub fn line(shop: &str, item: &str, quantity: u32) -> CartLine {
    CartLine { item: ItemKey::new(shop, item), quantity, options: Vec::new() }
}

pub fn choice(group: &str, values: &[&str]) -> Choice {
    Choice { group: group.into(), values: values.iter().map(|value| Arc::from(*value)).collect() }
}

pub fn address() -> Address {
    Address {
        label: "家".into(),
        text: "西湖区文三路 1 号".into(),
        adcode: Some("330106".into()),
        point: None,
        example: false,
    }
}

pub fn buyer(id: BuyerId) -> Buyer {
    Buyer {
        id,
        token_hash: None,
        language: Language::Zh,
        birth_year: Some(1950),
        avoids: Vec::new(),
        forgot_usual_at: None,
        addresses: vec![address()],
        opened_at: NOON,
    }
}

pub fn template(fen: i64) -> VoucherTemplate {
    VoucherTemplate {
        amount: Money::cny(fen),
        threshold: Money::ZERO,
        pay_at_least: Money::cny(1),
        lifetime: Span::days(7),
        grace: Span::days(1),
    }
}

pub fn campaign(id: &str, budget_fen: i64, voucher_fen: i64) -> Campaign {
    Campaign {
        id: CampaignId::from(id),
        name: Text::new("春节", "spring"),
        starts_at: NOON.before(Span::days(1)),
        ends_at: NOON.after(Span::days(30)),
        budget: Money::cny(budget_fen),
        voucher: template(voucher_fen),
        automatic: false,
    }
}

pub fn voucher(campaign: &str, fen: i64) -> Voucher {
    Voucher {
        id: VoucherId { buyer: ALICE, campaign: CampaignId::from(campaign) },
        terms: template(fen),
        claimed_at: NOON,
        expires_at: NOON.after(Span::days(7)),
        state: VoucherState::Held,
    }
}

/// What is for sale, and how many of each stocked item are left.
#[derive(Clone, Default)]
pub struct Market {
    pub offers: Vec<Offered>,
    pub left: Vec<(ItemKey, u64)>,
}

impl Market {
    /// A tea shop with a tea of 15.00 (sugar; toppings) and a stocked cup, and a noodle shop with noodles of 28.00.
    pub fn new() -> Self {
        let mut tea = item("tea", "milk-tea", 1_500, None);
        tea.options = vec![
            group("糖度", &[("正常糖", 0), ("少糖", 0)], false),
            group("加料", &[("不加", 0), ("珍珠", 200), ("椰果", 300)], true),
        ];
        let mut market = Self::default();
        market.add(shop("tea"), tea);
        market.add(shop("tea"), item("tea", "cup", 4_000, Some(5)));
        market.add(shop("noodle"), item("noodle", "beef-noodles", 2_800, None));
        market.left.push((ItemKey::new("tea", "cup"), 5));
        market
    }

    pub fn add(&mut self, shop: Shop, item: Item) {
        self.offers.push((Arc::new(shop), Arc::new(item)));
    }

    /// The same market with all its shops changed.
    pub fn with_shops(mut self, change: impl Fn(&mut Shop)) -> Self {
        self.offers.iter_mut().for_each(|(shop, _)| change(Arc::make_mut(shop)));
        self
    }

    /// The same market with all its items changed.
    pub fn with_items(mut self, change: impl Fn(&mut Item)) -> Self {
        self.offers.iter_mut().for_each(|(_, item)| change(Arc::make_mut(item)));
        self
    }

    pub fn price(&self, lines: &[CartLine], wish: &Wish<'_>) -> Result<Terms, Refusal> {
        let find = |key: &ItemKey| self.offers.iter().find(|(_, item)| item.key == *key).cloned();
        let left = |key: &ItemKey| self.left.iter().find(|(item, _)| item == key).map(|(_, left)| *left);
        price(lines, &Goods { find: &find, left: &left }, wish, NOON)
    }
}

/// To the usual address, as soon as can be, from a wallet with `balance_fen`.
pub fn wish(balance_fen: i64) -> Wish<'static> {
    Wish {
        address: address(),
        deliver_at: None,
        vouchers: &[],
        balance: Money::cny(balance_fen),
        card: None,
        prefer_card: false,
        avoids: domain::avoidance::Avoider::of_nothing(),
        constraints: domain::constraint::Constraints::none(),
    }
}

pub fn quoted(terms: Terms, number: u64, buyer: BuyerId, now: Time) -> Arc<Quote> {
    Arc::new(terms.offered(QuoteId(buyer.slot().number(number)), buyer, now))
}

/// A quote with two lines, options, two shops, a discount and an address: something in every field.
pub fn rich_quote() -> Quote {
    let mut tea = line("tea", "milk-tea", 2);
    tea.options = vec![choice("加料", &["珍珠", "椰果"])];
    let vouchers = [voucher("welcome", 2_500)];
    let wish = Wish { vouchers: &vouchers, ..wish(100_000) };
    let lines = [tea, line("noodle", "beef-noodles", 1), line("tea", "cup", 1)];
    let terms = Market::new().price(&lines, &wish).expect("the cart can be priced");
    terms.offered(QuoteId(ALICE.slot().number(7)), ALICE, NOON)
}

pub fn agreed(quote: &Quote) -> Mandate {
    Mandate { quote_hash: quote.hash, confirmed_at: NOON }
}
