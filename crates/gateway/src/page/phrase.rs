//! Phrases with something in them: sums, times, distances, in both languages.

use domain::campaign::VoucherTemplate;
use domain::catalogue::{Item, Shop};
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

/// What to know about a voucher: `满 30 元可用，最少付 ¥0.01，2月23日 23:59 前有效`.
pub fn voucher_terms(terms: &VoucherTemplate, until: Option<&str>, language: Language) -> String {
    let (threshold, least) = (worth(terms.threshold), worth(terms.pay_at_least));
    let mut parts = Vec::new();
    parts.push(match (terms.threshold.is_positive(), language) {
        (true, Language::Zh) => format!("满{threshold}可用"),
        (true, Language::En) => format!("on orders from {threshold}"),
        (false, Language::Zh) => "无门槛".to_owned(),
        (false, Language::En) => "on any order".to_owned(),
    });
    if terms.pay_at_least.is_positive() {
        parts.push(match language {
            Language::Zh => format!("至少付{least}"),
            Language::En => format!("you pay at least {least}"),
        });
    }
    parts.extend(until.map(|until| match language {
        Language::Zh => format!("{until} 前有效"),
        Language::En => format!("valid until {until}"),
    }));
    parts.join(if language == Language::Zh { "，" } else { ", " })
}

/// `2 张`, `2`.
pub fn vouchers(count: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("{count} 张"),
        Language::En => count.to_string(),
    }
}

/// `省了 ¥25.00`.
pub fn saved(amount: Money, language: Language) -> String {
    match language {
        Language::Zh => format!("省了 {}", money(amount)),
        Language::En => format!("{} saved", money(amount)),
    }
}

/// What the button of an offer says for the buyer: the item and its shop by name, so that it means the same however
/// long ago the offer was made.
pub fn take(item: &Item, shop: &Shop, language: Language) -> String {
    match language {
        Language::Zh => format!("来一份{}的{}", shop.name.zh, item.name.zh),
        Language::En => format!("one {} from {}", item.name.en, shop.name.en),
    }
}

/// Opening hours of a shop that is closed, or how long it takes.
pub fn readiness(shop: &Shop, open: bool, language: Language) -> String {
    match (open, language) {
        (true, _) => about_minutes(shop.minutes, language),
        (false, Language::Zh) => format!("未营业（{}）", shop.hours),
        (false, Language::En) => format!("closed ({})", shop.hours),
    }
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
