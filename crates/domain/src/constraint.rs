//! What a buyer has said of what they are buying: what it may cost, when and where it is to be, what must not be in it.
//!
//! It goes with the cart and ends with it. Whatever read it, chose by it, or forgot it: [`crate::quote::price`] holds
//! the finished terms against all of it, and what does not hold is refused by name.

use std::sync::Arc;

use crate::buyer::Address;
use crate::id::{ItemKey, ShopId};
use crate::language::Text;
use crate::money::Money;
use crate::quote::{QuoteLine, QuoteShop, Terms};
use crate::refusal::Refusal;
use crate::time::{Span, Time};

/// Things and values to leave away that one cart can have at most: what people count up in a talk, several times over.
pub const EXCLUDED_MAX: usize = 100;

/// What was said of a cart; nothing, to begin with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Constraints {
    /// All of it costs at most this, delivery included and discounts taken off.
    pub total_max: Option<Money>,
    /// One of this item, as it is chosen, costs at most this.
    pub price_max: Vec<(ItemKey, Money)>,
    /// When it is to be there.
    pub arrival: Option<Arrival>,
    /// Where it goes.
    pub address: Option<Address>,
    /// All of it comes from these shops; from any if there are none here.
    pub shops: Vec<(ShopId, Text)>,
    /// What must not be in it.
    pub excluded: Vec<Excluded>,
    /// So many units in all, neither more nor fewer.
    pub units: Option<u32>,
}

/// When something is to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Arrival {
    /// At that time.
    At(Time),
    /// At that time or sooner.
    By(Time),
}

/// What must not be in a cart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Excluded {
    /// An item.
    Item(ItemKey),
    /// A value of an item's options, by its Chinese name.
    Value(ItemKey, Arc<str>),
}

impl Arrival {
    /// The time that was said.
    pub fn time(self) -> Time {
        match self {
            Self::At(time) | Self::By(time) => time,
        }
    }

    /// Whether it is there in time. People tell time by minutes: what comes within the minute said is neither too late
    /// nor too early.
    pub fn holds_at(self, time: Time) -> bool {
        let minute = Span::minutes(1);
        let late = time >= self.time().after(minute);
        let early = matches!(self, Self::At(said) if time <= said.before(minute));
        !late && !early
    }
}

impl Constraints {
    /// What a cart has of which nothing was said.
    pub fn none() -> &'static Self {
        static NONE: Constraints = Constraints {
            total_max: None,
            price_max: Vec::new(),
            arrival: None,
            address: None,
            shops: Vec::new(),
            excluded: Vec::new(),
            units: None,
        };
        &NONE
    }

    /// Whether finished terms hold all that was said.
    ///
    /// # Errors
    /// What does not hold: [`Refusal::DeliveryAddressDiffers`], [`Refusal::ShopExcluded`], [`Refusal::ItemExcluded`],
    /// [`Refusal::QuantityDiffers`], [`Refusal::ItemOverBudget`], [`Refusal::OverBudget`],
    /// [`Refusal::DeliveryTimeMissed`].
    pub fn check(&self, terms: &Terms) -> Result<(), Refusal> {
        self.check_address(&terms.address)?;
        for line in &terms.lines {
            self.check_shop(line, &terms.shops)?;
            self.check_excluded(line)?;
            self.check_price(line)?;
        }
        self.check_units(&terms.lines)?;
        self.check_total(terms.total)?;
        self.check_arrival(terms.deliver_at)
    }

    fn check_address(&self, would: &Address) -> Result<(), Refusal> {
        match &self.address {
            Some(said) if said != would => {
                Err(Refusal::DeliveryAddressDiffers { said: said.text.clone(), would: would.text.clone() })
            }
            _ => Ok(()),
        }
    }

    fn check_shop(&self, line: &QuoteLine, shops: &[QuoteShop]) -> Result<(), Refusal> {
        let Some((_, only)) = self.shops.first() else { return Ok(()) };
        if self.shops.iter().any(|(shop, _)| *shop == line.item.shop) {
            return Ok(());
        }
        let shop = shops.iter().find(|shop| shop.id == line.item.shop).map(|shop| shop.name.clone());
        let shop = shop.unwrap_or_else(|| Text::new(line.item.shop.0.clone(), line.item.shop.0.clone()));
        Err(Refusal::ShopExcluded { item: line.name.clone(), shop, only: only.clone() })
    }

    fn check_excluded(&self, line: &QuoteLine) -> Result<(), Refusal> {
        let values = || line.options.iter().flat_map(|choice| &choice.values);
        for excluded in &self.excluded {
            let value = match excluded {
                Excluded::Item(item) if *item == line.item => None,
                Excluded::Value(item, value) if *item == line.item => match values().find(|own| own.zh == *value) {
                    Some(own) => Some(own.clone()),
                    None => continue,
                },
                _ => continue,
            };
            return Err(Refusal::ItemExcluded { item: line.name.clone(), value });
        }
        Ok(())
    }

    fn check_price(&self, line: &QuoteLine) -> Result<(), Refusal> {
        for (_, limit) in self.price_max.iter().filter(|(item, _)| *item == line.item) {
            if line.amount.minus(limit.times(line.quantity)?)?.is_positive() {
                let fen = line.amount.fen().checked_div(i64::from(line.quantity)).unwrap_or_default();
                let price = Money::new(fen, line.amount.currency());
                return Err(Refusal::ItemOverBudget { item: line.name.clone(), price, limit: *limit });
            }
        }
        Ok(())
    }

    fn check_units(&self, lines: &[QuoteLine]) -> Result<(), Refusal> {
        let would = lines.iter().fold(0_u32, |sum, line| sum.saturating_add(line.quantity));
        match self.units {
            Some(said) if said != would => Err(Refusal::QuantityDiffers { said, would }),
            _ => Ok(()),
        }
    }

    fn check_total(&self, total: Money) -> Result<(), Refusal> {
        match self.total_max {
            Some(limit) if total.minus(limit)?.is_positive() => Err(Refusal::OverBudget { total, limit }),
            _ => Ok(()),
        }
    }

    fn check_arrival(&self, would: Time) -> Result<(), Refusal> {
        match self.arrival {
            Some(said) if !said.holds_at(would) => Err(Refusal::DeliveryTimeMissed { said: said.time(), would }),
            _ => Ok(()),
        }
    }
}
