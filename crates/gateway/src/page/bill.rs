//! What a quote and an order share: lines, discounts, delivery, total.

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
