//! A quote: every line, price, benefit and address of what would be bought, with a hash to agree to and a life time.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::avoidance::Avoider;
use crate::buyer::Address;
use crate::cart::{CartLine, LINES_MAX, QUANTITY_MAX};
use crate::catalogue::{Hours, Item, OptionGroup, Shop};
use crate::constraint::Constraints;
use crate::digest::{Digest, hex, parse_hex};
use crate::id::{BuyerId, CampaignId, ItemKey, QuoteId, ShopId};
use crate::language::Text;
use crate::money::{Currency, Money};
use crate::payment::PaymentMethod;
use crate::refusal::Refusal;
use crate::time::{Span, Time};
use crate::voucher::Voucher;

/// How long a quote's prices are promised.
pub const QUOTE_LIFE: fn() -> Span = || Span::minutes(15);
/// How far ahead a delivery can be asked for.
pub const DELIVER_WITHIN: fn() -> Span = || Span::days(7);

/// What a buyer agrees to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuoteHash(pub [u8; 32]);

/// A quote. It says everything that an order needs, so that deciding about the order reads nothing of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Its number.
    pub id: QuoteId,
    /// For whom.
    pub buyer: BuyerId,
    /// What it says.
    pub terms: Terms,
    /// When it was made.
    pub offered_at: Time,
    /// Until when it can be agreed to.
    pub expires_at: Time,
    /// SHA-256 over all of the above.
    pub hash: QuoteHash,
}

/// What a quote says: goods, delivery, discounts, payment, total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The goods.
    pub lines: Vec<QuoteLine>,
    /// The shops they come from, each once.
    pub shops: Vec<QuoteShop>,
    /// Benefits that are taken off.
    pub discounts: Vec<Discount>,
    /// Where to.
    pub address: Address,
    /// When it is promised to be there.
    pub deliver_at: Time,
    /// What bringing it costs, the sum over the shops.
    pub delivery_fee: Money,
    /// What it is paid with.
    pub payment: PaymentMethod,
    /// What the buyer pays: goods, plus delivery, less discounts.
    pub total: Money,
}

/// So many of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteLine {
    /// Which item.
    pub item: ItemKey,
    /// Its name when it was quoted.
    pub name: Text,
    /// How many.
    pub quantity: u32,
    /// One choice for each option group, the defaults included.
    pub options: Vec<QuoteChoice>,
    /// Price and options, times quantity.
    pub amount: Money,
    /// Whether it comes out of a stock that can run out.
    pub stocked: bool,
}

/// What was chosen of one option group, in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteChoice {
    /// The group.
    pub group: Text,
    /// What was chosen.
    pub values: Vec<Text>,
    /// Whether the group allows several.
    pub many: bool,
}

/// A shop's part in a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteShop {
    /// Which shop.
    pub id: ShopId,
    /// Its name when it was quoted.
    pub name: Text,
    /// When it takes orders.
    pub hours: Hours,
    /// How many orders it takes in any ten minutes.
    pub orders_per_ten_minutes: u32,
    /// Minutes from order to door.
    pub minutes: u32,
    /// What it takes for bringing the goods.
    pub delivery_fee: Money,
    /// What its goods come to.
    pub goods: Money,
}

/// A benefit that is taken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discount {
    /// The campaign that pays.
    pub campaign: CampaignId,
    /// How much is taken off, positive.
    pub amount: Money,
}

/// An item and the shop that sells it.
pub type Offered = (Arc<Shop>, Arc<Item>);

/// What a quote is made from.
pub struct Goods<'a> {
    /// The item, if the catalogue has it, with its shop.
    pub find: &'a dyn Fn(&ItemKey) -> Option<Offered>,
    /// Units left of an item with a stock.
    pub left: &'a dyn Fn(&ItemKey) -> Option<u64>,
}

/// How and where a quote is to be fulfilled.
pub struct Wish<'a> {
    /// Where to.
    pub address: Address,
    /// When it should be there; `None` for as soon as can be.
    pub deliver_at: Option<Time>,
    /// What the buyer holds; the one that takes off most is used.
    pub vouchers: &'a [Voucher],
    /// What the buyer has to spend; a card is used if that does not cover the total.
    pub balance: Money,
    /// The card to use where the balance does not suffice, or when the buyer asks for it.
    pub card: Option<Arc<str>>,
    /// Whether the card is to be used even if the balance suffices.
    pub prefer_card: bool,
    /// What must not be in it.
    pub avoids: &'a Avoider,
    /// What was said of it, which the finished terms must hold.
    pub constraints: &'a Constraints,
}

/// Prices a cart.
///
/// # Errors
/// A [`Refusal`] that names what cannot be had: an empty or too long cart, a quantity out of bounds, an unknown item
/// or option, something that the buyer avoids, too little stock, a closed shop, a time that cannot be met, a balance that
/// does not cover it, something that was said of the cart and does not hold.
pub fn price(lines: &[CartLine], goods: &Goods<'_>, wish: &Wish<'_>, now: Time) -> Result<Terms, Refusal> {
    if lines.is_empty() {
        return Err(Refusal::CartEmpty);
    }
    if lines.len() > LINES_MAX {
        return Err(Refusal::TooManyLines { lines: lines.len() });
    }
    let mut priced = Vec::new();
    let mut shops: Vec<QuoteShop> = Vec::new();
    for line in lines {
        let (shop, item) = (goods.find)(&line.item).ok_or_else(|| Refusal::ItemUnknown { item: line.item.clone() })?;
        let line = price_line(line, &item)?;
        line.check(&item, wish.avoids)?;
        add_shop(&mut shops, &shop, line.amount)?;
        priced.push(line);
    }
    check_stock(&priced, goods)?;
    let deliver_at = promise(&shops, wish.deliver_at, now)?;
    let delivery_fee = Money::sum(shops.iter().map(|s| s.delivery_fee), Currency::Cny)?;
    let before = Money::sum(priced.iter().map(|l| l.amount), Currency::Cny)?.plus(delivery_fee)?;
    let discounts = best_discount(wish.vouchers, before, now)?;
    let total = discounts.iter().try_fold(before, |left, d| left.minus(d.amount))?;
    let payment = choose_payment(wish, total)?;
    let address = wish.address.clone();
    let terms = Terms { lines: priced, shops, discounts, address, deliver_at, delivery_fee, payment, total };
    wish.constraints.check(&terms)?;
    Ok(terms)
}

impl QuoteLine {
    /// Whether the line has nothing of what is avoided.
    ///
    /// # Errors
    /// [`Refusal::Avoided`].
    pub fn check(&self, item: &Item, avoids: &Avoider) -> Result<(), Refusal> {
        if avoids.is_empty() {
            return Ok(());
        }
        let values = self.options.iter().flat_map(|choice| &choice.values);
        let chosen: Vec<&str> = values.flat_map(|value| [&*value.zh, &*value.en]).collect();
        match avoids.found(item, &chosen) {
            None => Ok(()),
            Some(found) => Err(Refusal::Avoided { item: item.name.clone(), avoids: found.clone() }),
        }
    }
}

fn price_line(line: &CartLine, item: &Item) -> Result<QuoteLine, Refusal> {
    if line.quantity == 0 || line.quantity > QUANTITY_MAX {
        return Err(Refusal::QuantityOutOfRange { item: item.name.clone(), quantity: line.quantity });
    }
    for choice in &line.options {
        if !item.options.iter().any(|group| group.name.zh == choice.group) {
            return Err(unknown_option(item, &choice.group));
        }
    }
    let mut each = item.price;
    let mut options = Vec::new();
    for group in &item.options {
        let said = line.options.iter().filter(|c| c.group == group.name.zh).flat_map(|c| &c.values);
        let (choice, extra) = choose(item, group, said.collect())?;
        each = each.plus(extra)?;
        options.push(choice);
    }
    Ok(QuoteLine {
        item: item.key.clone(),
        name: item.name.clone(),
        quantity: line.quantity,
        options,
        amount: each.times(line.quantity)?,
        stocked: item.stock.is_some(),
    })
}

/// The choice of one group and what it adds to the price. `names` is all that was said of the group, however often
/// it was named; nothing said takes the default.
fn choose<'a>(
    item: &Item,
    group: &'a OptionGroup,
    mut names: Vec<&'a Arc<str>>,
) -> Result<(QuoteChoice, Money), Refusal> {
    if names.is_empty() {
        names.push(&group.default);
    }
    if let Some(second) = names.get(1).filter(|_| !group.many) {
        return Err(Refusal::OptionTakesOne {
            item: item.name.clone(),
            group: group.name.clone(),
            value: Arc::clone(second),
        });
    }
    let mut values = Vec::new();
    let mut extra = Money::ZERO;
    for name in names {
        let value = group.values.iter().find(|v| v.name.zh == *name).ok_or_else(|| unknown_option(item, name))?;
        if !values.contains(&value.name) {
            extra = extra.plus(value.price)?;
            values.push(value.name.clone());
        }
    }
    Ok((QuoteChoice { group: group.name.clone(), values, many: group.many }, extra))
}

fn unknown_option(item: &Item, option: &Arc<str>) -> Refusal {
    Refusal::OptionUnknown { item: item.name.clone(), option: option.clone() }
}

fn add_shop(shops: &mut Vec<QuoteShop>, shop: &Shop, amount: Money) -> Result<(), Refusal> {
    if let Some(known) = shops.iter_mut().find(|s| s.id == shop.id) {
        known.goods = known.goods.plus(amount)?;
        return Ok(());
    }
    shops.push(QuoteShop {
        id: shop.id.clone(),
        name: shop.name.clone(),
        hours: shop.hours,
        orders_per_ten_minutes: shop.orders_per_ten_minutes,
        minutes: shop.minutes,
        delivery_fee: shop.delivery_fee,
        goods: amount,
    });
    Ok(())
}

fn check_stock(lines: &[QuoteLine], goods: &Goods<'_>) -> Result<(), Refusal> {
    for (item, quantity) in quantities(lines) {
        if let Some(left) = (goods.left)(item).filter(|left| u64::from(quantity) > *left) {
            return Err(Refusal::SoldOut { item: item.clone(), left });
        }
    }
    Ok(())
}

/// Units of each stocked item over all lines.
pub fn quantities(lines: &[QuoteLine]) -> BTreeMap<&ItemKey, u32> {
    lines.iter().filter(|line| line.stocked).fold(BTreeMap::new(), |mut sums, line| {
        let sum = sums.entry(&line.item).or_insert(0_u32);
        *sum = sum.saturating_add(line.quantity);
        sums
    })
}

/// When everything can be there: the slowest shop decides, or the buyer's own later wish.
fn promise(shops: &[QuoteShop], wanted: Option<Time>, now: Time) -> Result<Time, Refusal> {
    let slowest = shops.iter().map(|shop| shop.minutes).max().unwrap_or(0);
    // A promise must still be one when the quote is agreed to at its last moment.
    let earliest = now.after(Span::minutes(slowest).max(QUOTE_LIFE()));
    let at = wanted.unwrap_or(earliest);
    if at > earliest.max(now.after(DELIVER_WITHIN())) || at < now {
        return Err(Refusal::TimeOutOfRange { earliest });
    }
    let at = at.max(earliest);
    for shop in shops {
        shop.check_open(at, now)?;
    }
    Ok(at)
}

impl QuoteShop {
    /// Whether the shop is open when it must begin to prepare what is to be there at `deliver_at`; what should have
    /// been begun by now is begun now.
    ///
    /// # Errors
    /// [`Refusal::ShopClosed`].
    pub fn check_open(&self, deliver_at: Time, now: Time) -> Result<(), Refusal> {
        let prepares_at = deliver_at.before(Span::minutes(self.minutes)).max(now);
        if self.hours.open_at(prepares_at) {
            return Ok(());
        }
        let opens = prepares_at.after(self.hours.opens_in(prepares_at));
        Err(Refusal::ShopClosed {
            shop: self.name.clone(),
            hours: self.hours,
            opens_in: self.hours.opens_in(now),
            asked: deliver_at,
            earliest: opens.after(Span::minutes(self.minutes)),
        })
    }
}

/// The voucher that takes off most; of equals, the one that runs out first.
fn best_discount(vouchers: &[Voucher], total: Money, now: Time) -> Result<Vec<Discount>, Refusal> {
    let mut best: Option<(Money, &Voucher)> = None;
    for voucher in vouchers.iter().filter(|v| v.usable_at(now)) {
        let amount = voucher.discount(total)?;
        let better =
            best.is_none_or(|(most, held)| amount > most || amount == most && voucher.expires_at < held.expires_at);
        if amount.is_positive() && better {
            best = Some((amount, voucher));
        }
    }
    Ok(best.map(|(amount, voucher)| Discount { campaign: voucher.id.campaign.clone(), amount }).into_iter().collect())
}

fn choose_payment(wish: &Wish<'_>, total: Money) -> Result<PaymentMethod, Refusal> {
    let short = total.minus(wish.balance)?;
    let card = || wish.card.clone().map(|token| PaymentMethod::Card { token });
    match card() {
        Some(card) if wish.prefer_card || short.is_positive() => Ok(card),
        _ if short.is_positive() => Err(Refusal::BalanceTooLow { short }),
        _ => Ok(PaymentMethod::Wallet),
    }
}

impl Terms {
    /// What the goods come to, before delivery and discounts.
    ///
    /// # Errors
    /// [`Refusal::AmountTooLarge`].
    pub fn goods(&self) -> Result<Money, Refusal> {
        Ok(Money::sum(self.lines.iter().map(|line| line.amount), self.total.currency())?)
    }

    /// These terms as a quote for `buyer`.
    pub fn offered(self, id: QuoteId, buyer: BuyerId, now: Time) -> Quote {
        let expires_at = now.after(QUOTE_LIFE());
        let mut quote = Quote { id, buyer, terms: self, offered_at: now, expires_at, hash: QuoteHash([0; 32]) };
        quote.hash = quote.computed_hash();
        quote
    }

    /// Writes all of it to a digest.
    #[must_use]
    pub fn write(&self, digest: Digest) -> Digest {
        let digest = digest
            .list(&self.lines, write_line)
            .list(&self.shops, write_shop)
            .list(&self.discounts, |d, discount| d.text(&discount.campaign.0).number(discount.amount.fen()));
        let digest = self
            .address
            .write(digest)
            .number(self.deliver_at.as_micros())
            .number(self.delivery_fee.fen())
            .number(self.total.fen())
            .text(self.total.currency().code());
        match &self.payment {
            PaymentMethod::Wallet => digest.text("wallet"),
            PaymentMethod::Card { token } => digest.text("card").text(token),
        }
    }
}

impl Quote {
    /// The hash of what it says now.
    pub fn computed_hash(&self) -> QuoteHash {
        let digest = Digest::of("quote").count(self.id.0).count(self.buyer.0);
        let digest = digest.number(self.offered_at.as_micros()).number(self.expires_at.as_micros());
        QuoteHash(self.terms.write(digest).finish())
    }
}

fn write_line(digest: Digest, line: &QuoteLine) -> Digest {
    digest
        .text(&line.item.shop.0)
        .text(&line.item.item.0)
        .text(&line.name.zh)
        .text(&line.name.en)
        .count(u64::from(line.quantity))
        .list(&line.options, write_choice)
        .number(line.amount.fen())
        .count(u64::from(line.stocked))
}

fn write_choice(digest: Digest, choice: &QuoteChoice) -> Digest {
    digest
        .text(&choice.group.zh)
        .text(&choice.group.en)
        .list(&choice.values, |d, value| d.text(&value.zh).text(&value.en))
        .count(u64::from(choice.many))
}

fn write_shop(digest: Digest, shop: &QuoteShop) -> Digest {
    let (opens, closes) = shop.hours.bounds();
    digest
        .text(&shop.id.0)
        .text(&shop.name.zh)
        .text(&shop.name.en)
        .count(u64::from(opens))
        .count(u64::from(closes))
        .count(u64::from(shop.orders_per_ten_minutes))
        .count(u64::from(shop.minutes))
        .number(shop.delivery_fee.fen())
        .number(shop.goods.fen())
}

impl fmt::Display for QuoteHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl QuoteHash {
    /// From 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        parse_hex(text).map(Self)
    }
}
