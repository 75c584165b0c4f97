//! What is for sale: shops, items, option groups, and when and where a shop sells.

use std::sync::Arc;

use crate::id::{ItemKey, ShopId};
use crate::language::Text;
use crate::money::Money;
use crate::time::{DAY_MINUTES, Span, Time};

/// A shop that sells and delivers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shop {
    /// Unique in the catalogue.
    pub id: ShopId,
    /// Its name.
    pub name: Text,
    /// What kind of shop it is: an open word such as `drinks`.
    pub kind: Arc<str>,
    /// Where it is; a shop that ships from nowhere in particular has none.
    pub location: Option<Location>,
    /// When it takes orders.
    pub hours: Hours,
    /// How many orders it can prepare in any ten minutes.
    pub orders_per_ten_minutes: u32,
    /// What it takes to bring one order.
    pub delivery_fee: Money,
    /// Minutes from order to door when it is not busy.
    pub minutes: u32,
    /// Words it is also found by.
    pub tags: Vec<Arc<str>>,
}

/// Something that a shop sells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The shop, and the item's id in it.
    pub key: ItemKey,
    /// Its name.
    pub name: Text,
    /// The price of one, without options.
    pub price: Money,
    /// Units there are in all; `None` for what is made to order.
    pub stock: Option<u32>,
    /// Who makes it; empty if the catalogue does not say.
    pub brand: Arc<str>,
    /// A sentence or two about it; empty if the catalogue does not say.
    pub description: Arc<str>,
    /// Words it is also found by, and what it contains.
    pub tags: Vec<Arc<str>>,
    /// What can be chosen.
    pub options: Vec<OptionGroup>,
}

/// One thing to choose about an item, such as its sugar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionGroup {
    /// What is chosen.
    pub name: Text,
    /// What there is to choose from.
    pub values: Vec<OptionValue>,
    /// The Chinese name of the value taken when nothing is said.
    pub default: Arc<str>,
    /// Whether several values may be taken at once.
    pub many: bool,
}

/// One value of an option group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionValue {
    /// Its name.
    pub name: Text,
    /// What it adds to the price.
    pub price: Money,
}

/// A point on the map with its administrative area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The six-digit administrative code of the district or county (GB/T 2260).
    pub adcode: Arc<str>,
    /// Where it is.
    pub point: Point,
    /// The address as people write it.
    pub address: Arc<str>,
}

/// Degrees in millionths, because the domain has no floats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Point {
    /// East of Greenwich, in millionths of a degree.
    pub longitude_micro: i32,
    /// North of the equator, in millionths of a degree.
    pub latitude_micro: i32,
}

/// When a shop takes orders, in minutes since midnight, China time. `closes` is at most a day after `opens`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    opens: u32,
    open_minutes: u32,
}

impl Point {
    /// Metres to `other` over flat ground, with a degree of latitude as 111,320 m and a degree of longitude shortened
    /// by the cosine of the latitude, which a table of whole degrees gives in thousandths. Right to about 1 % within a town.
    pub fn metres_to(self, other: Self) -> u32 {
        let north = i64::from(self.latitude_micro).saturating_sub(i64::from(other.latitude_micro));
        let east = i64::from(self.longitude_micro).saturating_sub(i64::from(other.longitude_micro));
        let north_mm = north.saturating_mul(11_132).div_euclid(100);
        let cosine = cosine_thousandths(self.latitude_micro);
        let east_mm = east.saturating_mul(11_132).div_euclid(100).saturating_mul(cosine).div_euclid(1000);
        let square = north_mm.saturating_mul(north_mm).saturating_add(east_mm.saturating_mul(east_mm));
        u32::try_from(square.isqrt().div_euclid(1000)).unwrap_or(u32::MAX)
    }
}

/// The cosine of a latitude in thousandths by Bhaskara's rational approximation of 4(180-x)… for sines,
/// here for cosines: (32400 - 4x²) / (32400 + x²), x in degrees; off by less than 2 in a thousand.
fn cosine_thousandths(latitude_micro: i32) -> i64 {
    let hundredths = i64::from(latitude_micro).div_euclid(10_000);
    let square = hundredths.saturating_mul(hundredths);
    let whole = 324_000_000_i64;
    let above = whole.saturating_sub(square.saturating_mul(4)).max(0).saturating_mul(1000);
    above.div_euclid(whole.saturating_add(square))
}

impl Hours {
    /// Open around the clock.
    pub const ALWAYS: Self = Self { opens: 0, open_minutes: 24 * 60 };

    /// From `opens` to `closes`, minutes since midnight; a closing time at or before the opening is on the next day.
    /// `None` if one is past the day's end.
    pub fn new(opens: u32, closes: u32) -> Option<Self> {
        let day = 24 * 60;
        if opens >= day || closes > day {
            return None;
        }
        let open_minutes =
            if closes > opens { closes.checked_sub(opens)? } else { closes.checked_add(day)?.checked_sub(opens)? };
        Some(Self { opens, open_minutes })
    }

    /// Parses `08:00-23:00`; `00:00-24:00` is around the clock, `17:00-02:00` goes past midnight.
    pub fn parse(text: &str) -> Option<Self> {
        let (opens, closes) = text.split_once('-')?;
        Self::new(parse_minute(opens.trim())?, parse_minute(closes.trim())?)
    }

    /// Minutes since midnight at which it opens and closes; the second may exceed a day by less than a day.
    pub fn bounds(self) -> (u32, u32) {
        (self.opens, self.opens.saturating_add(self.open_minutes))
    }

    /// Whether it takes orders at `time`.
    pub fn open_at(self, time: Time) -> bool {
        let since_opening =
            i64::from(time.minute_of_day()).saturating_sub(i64::from(self.opens)).rem_euclid(DAY_MINUTES);
        since_opening < i64::from(self.open_minutes)
    }

    /// How long until it opens; nothing if it is open.
    pub fn opens_in(self, time: Time) -> Span {
        if self.open_at(time) {
            return Span::default();
        }
        let minutes = i64::from(self.opens).saturating_sub(i64::from(time.minute_of_day())).rem_euclid(DAY_MINUTES);
        Span::minutes(u32::try_from(minutes).unwrap_or(0))
    }
}

/// `08:00-23:00`.
impl std::fmt::Display for Hours {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (opens, closes) = self.bounds();
        let closes = if closes > 24 * 60 { closes.rem_euclid(24 * 60) } else { closes };
        write!(
            f,
            "{:02}:{:02}-{:02}:{:02}",
            opens.div_euclid(60),
            opens.rem_euclid(60),
            closes.div_euclid(60),
            closes.rem_euclid(60)
        )
    }
}

fn parse_minute(text: &str) -> Option<u32> {
    let (hour, minute) = text.split_once(':')?;
    // A number may be written with a plus sign, a time may not.
    let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    let number = |part| Some(part).filter(digits)?.parse::<u32>().ok();
    let (hour, minute) = (number(hour)?, number(minute)?);
    if minute >= 60 {
        return None;
    }
    hour.checked_mul(60)?.checked_add(minute)
}
