//! What a quote and an order share: lines, discounts, delivery, total.

use domain::buyer::Address;
use domain::language::Language;
use domain::quote::{QuoteLine, QuoteShop, Terms};

use super::guide::Guide;
use super::phrase;

/// Lines, discounts, delivery and total, all as read by a person.
#[derive(Debug, Default)]
pub struct Bill {
    /// The lines, by shop.
    pub shops: Vec<BillShop>,
    /// What the lines come to.
    pub subtotal: String,
    /// What is taken off: why, and how much.
    pub discounts: Vec<Discount>,
    /// What delivery costs.
    pub fee: String,
    /// What is to pay, or was.
    pub total: String,
}

/// The lines of one shop.
#[derive(Debug)]
pub struct BillShop {
    /// Its name.
    pub name: String,
    /// The picture for its kind.
    pub icon: &'static str,
    /// Its lines.
    pub lines: Vec<BillLine>,
}

/// One line.
#[derive(Debug)]
pub struct BillLine {
    /// The item's name.
    pub item: String,
    /// How many.
    pub quantity: u32,
    /// What was chosen, such as `少糖 · 去冰`; empty if there was nothing to choose.
    pub chosen: String,
    /// What the line comes to.
    pub amount: String,
}

/// Something taken off.
#[derive(Debug)]
pub struct Discount {
    /// Why.
    pub name: String,
    /// How much, with its minus sign.
    pub amount: String,
}

/// Where it goes.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// What the buyer calls it; may be empty.
    pub label: String,
    /// The address.
    pub text: String,
    /// Whether it is one that we made up for a first try.
    pub example: bool,
}

impl Bill {
    /// What `terms` say.
    pub fn of(terms: &Terms, guide: &Guide) -> Self {
        let discount = |discount: &domain::quote::Discount| Discount {
            name: guide.campaign(&discount.campaign),
            amount: format!("−{}", phrase::money(discount.amount)),
        };
        Self {
            shops: terms.shops.iter().map(|shop| BillShop::of(shop, terms, guide)).collect(),
            // A sum that does not fit was refused long before there was a quote.
            subtotal: terms.goods().map(phrase::money).unwrap_or_default(),
            discounts: terms.discounts.iter().map(discount).collect(),
            fee: phrase::money(terms.delivery_fee),
            total: phrase::money(terms.total),
        }
    }
}

impl BillShop {
    fn of(shop: &QuoteShop, terms: &Terms, guide: &Guide) -> Self {
        let own = terms.lines.iter().filter(|line| line.item.shop == shop.id);
        Self {
            name: shop.name.get(guide.language).to_owned(),
            icon: guide.icon(&shop.id),
            lines: own.map(|line| BillLine::of(line, guide.language)).collect(),
        }
    }
}

impl BillLine {
    fn of(line: &QuoteLine, language: Language) -> Self {
        let values = line.options.iter().flat_map(|choice| &choice.values);
        let chosen: Vec<_> = values.map(|value| value.get(language)).collect();
        Self {
            item: line.name.get(language).to_owned(),
            quantity: line.quantity,
            chosen: chosen.join(" · "),
            amount: phrase::money(line.amount),
        }
    }
}

impl From<&Address> for Place {
    fn from(address: &Address) -> Self {
        Self { label: address.label.to_string(), text: address.text.to_string(), example: address.example }
    }
}

/// The lines in a few words each, such as `珍珠奶茶（少糖） × 2`. Two lines of one item differ in their options only.
pub fn lines_in_short(terms: &Terms, language: Language) -> Vec<String> {
    let (before, between, after) = match language {
        Language::Zh => ("（", "、", "）"),
        Language::En => (" (", ", ", ")"),
    };
    let line = |line: &QuoteLine| {
        let values = line.options.iter().flat_map(|choice| &choice.values);
        let chosen: Vec<_> = values.map(|value| value.get(language)).collect();
        let chosen = if chosen.is_empty() { String::new() } else { format!("{before}{}{after}", chosen.join(between)) };
        format!("{}{chosen} × {}", line.name.get(language), line.quantity)
    };
    terms.lines.iter().map(line).collect()
}
