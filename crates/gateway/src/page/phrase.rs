//! Phrases with something in them: sums, times, distances, in both languages.

use domain::catalogue::Shop;
use domain::language::Language;
use domain::money::{Currency, Money};
use domain::time::Time;
use jiff::tz::{Offset, TimeZone};

/// `¥15.00`, `−¥25.00`; whole yuan keep their two decimals, so that sums stand below one another.
pub fn money(amount: Money) -> String {
    let sign = if amount.is_negative() { "−" } else { "" };
    let digits = amount.to_string();
    let mark = match amount.currency() {
        Currency::Cny => "¥",
        Currency::Usd => "US$",
    };
    format!("{sign}{mark}{}", digits.trim_start_matches('-'))
}

/// What a voucher is worth, without needless decimals: `¥25`.
pub fn worth(amount: Money) -> String {
    let exact = money(amount);
    exact.strip_suffix(".00").map_or(exact.clone(), str::to_owned)
}

/// `350 m`, `1.2 km`.
pub fn distance(metres: u32, language: Language) -> String {
    let (near, far) = match language {
        Language::Zh => ("米", "公里"),
        Language::En => (" m", " km"),
    };
    let tens = metres.saturating_add(5) / 10;
    if tens < 100 {
        return format!("{}{near}", tens * 10);
    }
    let tenths = tens.saturating_add(5) / 10;
    format!("{}.{}{far}", tenths / 10, tenths % 10)
}

/// `约 30 分钟`.
pub fn about_minutes(minutes: u32, language: Language) -> String {
    match language {
        Language::Zh => format!("约{minutes}分钟"),
        Language::En => format!("about {minutes} min"),
    }
}

/// A point in time as people in China say it on `now`'s day: `今天 12:30`, `2月6日 12:30`.
pub fn when(time: Time, now: Time, language: Language) -> String {
    let minute = time.minute_of_day();
    let clock = format!("{:02}:{:02}", minute / 60, minute % 60);
    let days = time.china_day().saturating_sub(now.china_day());
    let date = china(time);
    match (days, language) {
        (0, Language::Zh) => format!("今天 {clock}"),
        (0, Language::En) => format!("today {clock}"),
        (1, Language::Zh) => format!("明天 {clock}"),
        (1, Language::En) => format!("tomorrow {clock}"),
        (_, Language::Zh) => format!("{}月{}日 {clock}", date.month(), date.day()),
        (_, Language::En) => format!("{} {clock}", date.strftime("%b %-d")),
    }
}

/// RFC 3339 with China's offset: `2026-02-06T12:30:00+08:00`.
pub fn rfc3339(time: Time) -> String {
    china(time).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// `20 秒`, `3 分钟`.
pub fn wait(seconds: u64, language: Language) -> String {
    match (seconds, language) {
        (0..=90, Language::Zh) => format!("{seconds}秒"),
        (0..=90, Language::En) => format!("{seconds} seconds"),
        (_, Language::Zh) => format!("{}分钟", seconds.div_ceil(60)),
        (_, Language::En) => format!("{} minutes", seconds.div_ceil(60)),
    }
}

/// The picture for a kind of shop; a bag for a kind nobody drew.
pub fn icon(kind: &str) -> &'static str {
    const PICTURES: [(&str, &[&str]); 14] = [
        ("coffee", &["coffee", "cafe"]),
        ("drinks", &["drink", "tea", "juice"]),
        ("noodles", &["noodle", "soup", "rice"]),
        ("dumpling", &["dumpling", "breakfast", "bun"]),
        ("bread", &["baker", "bread", "cake", "dessert"]),
        ("lantern", &["new_year", "new-year", "festival", "gift"]),
        ("fruit", &["fruit"]),
        ("pill", &["pharmac", "medic", "health"]),
        ("flower", &["flower", "florist"]),
        ("phone", &["phone", "electronic", "digital", "accessor"]),
        ("ticket", &["cinema", "ticket", "movie"]),
        ("basket", &["supermarket", "grocer", "market", "convenience"]),
        ("burger", &["fast", "burger", "chicken", "snack", "pizza"]),
        ("bag", &[""]),
    ];
    let found = PICTURES.iter().find(|(_, words)| words.iter().any(|word| kind.contains(word)));
    found.map_or("bag", |(picture, _)| picture)
}

/// The picture for a shop.
pub fn shop_icon(shop: &Shop) -> &'static str {
    icon(&shop.kind)
}

fn china(time: Time) -> jiff::Zoned {
    let stamp = jiff::Timestamp::from_microsecond(time.as_micros()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    stamp.to_zoned(TimeZone::fixed(Offset::constant(8)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_distances_read_as_people_write_them() {
        assert_eq!(money(Money::cny(1500)), "¥15.00");
        assert_eq!(money(Money::cny(-2505)), "−¥25.05");
        assert_eq!(worth(Money::cny(2500)), "¥25");
        assert_eq!(distance(348, Language::Zh), "350米");
        assert_eq!(distance(1240, Language::En), "1.2 km");
        assert_eq!(distance(996, Language::En), "1.0 km");
    }

    #[test]
    fn days_are_counted_on_the_calendar_in_china() {
        let now = Time::at_china(20_490, 23 * 60);
        assert_eq!(when(Time::at_china(20_490, 750), now, Language::Zh), "今天 12:30");
        assert_eq!(when(Time::at_china(20_491, 5), now, Language::En), "tomorrow 00:05");
        assert_eq!(when(Time::at_china(20_501, 750), now, Language::En), "Feb 17 12:30");
        assert_eq!(rfc3339(Time::at_china(20_490, 750)), "2026-02-06T12:30:00+08:00");
    }

    #[test]
    fn a_kind_nobody_drew_has_a_bag() {
        assert_eq!(icon("milk_tea"), "drinks");
        assert_eq!(icon("blacksmith"), "bag");
    }
}
