//! Opening hours, those past midnight too.

use domain::catalogue::Hours;
use domain::time::{Span, Time};
use proptest::prelude::*;

const DAY: u32 = 24 * 60;

/// Whether a clock at `minute` lies within the hours: walk from the opening until it closes.
fn open_by_walking(opens: u32, closes: u32, minute: u32) -> bool {
    let mut at = opens;
    loop {
        if at == minute {
            return true;
        }
        at = (at + 1) % DAY;
        if at == closes % DAY {
            return false;
        }
    }
}

fn at(minute: u32, second: u32) -> Time {
    Time::at_china(20_490, minute).after(Span::seconds(second))
}

proptest! {
    #[test]
    fn open_is_between_opening_and_closing(opens in 0..DAY, closes in 0..=DAY, minute in 0..DAY, second in 0_u32..60) {
        let hours = Hours::new(opens, closes).expect("both are within a day");
        prop_assert_eq!(hours.open_at(at(minute, second)), open_by_walking(opens, closes, minute));
    }

    #[test]
    fn after_the_wait_it_is_open_and_not_a_minute_before(
        opens in 0..DAY, closes in 0..=DAY, minute in 0..DAY, second in 0_u32..60,
    ) {
        let hours = Hours::new(opens, closes).expect("both are within a day");
        let now = at(minute, second);
        let wait = hours.opens_in(now);
        prop_assert_eq!(wait == Span::default(), hours.open_at(now));
        prop_assert!(hours.open_at(now.after(wait)));
        prop_assert!(wait < Span::days(1));
        if wait > Span::default() {
            let before = Time::from_micros(now.after(wait).as_micros() - 60_000_000);
            prop_assert!(!hours.open_at(before));
        }
    }

    #[test]
    fn what_is_written_reads_back(opens in 0..DAY, closes in 0..=DAY) {
        let hours = Hours::new(opens, closes).expect("both are within a day");
        prop_assert_eq!(Hours::parse(&hours.to_string()), Some(hours), "{}", hours);
        let (from, to) = hours.bounds();
        prop_assert_eq!(from, opens);
        prop_assert!(to > from && to <= from + DAY);
    }

    #[test]
    fn any_text_is_read_or_not(text in "\\PC{0,12}|[0-9:+ -]{0,12}") {
        if let Some(hours) = Hours::parse(&text) {
            prop_assert_eq!(Hours::parse(&hours.to_string()), Some(hours));
        }
    }

    #[test]
    fn any_time_has_a_minute_and_a_day(micros in any::<i64>()) {
        let time = Time::from_micros(micros);
        prop_assert!(time.minute_of_day() < DAY);
        let _ = Hours::ALWAYS.opens_in(time);
        let midnight = Time::at_china(time.china_day(), 0);
        if micros > i64::MIN + 86_400_000_000 && micros < i64::MAX - 86_400_000_000 {
            prop_assert_eq!(midnight.minute_of_day(), 0);
            prop_assert!(time.since(midnight) < Span::days(1) && time >= midnight);
        }
    }
}

#[test]
fn a_table_of_hours() {
    let cases = [
        ("08:00-23:00", Some("08:00-23:00")),
        ("00:00-24:00", Some("00:00-24:00")),
        ("17:00-02:00", Some("17:00-02:00")),
        ("10:00-10:00", Some("10:00-10:00")),
        ("00:00-00:00", Some("00:00-24:00")),
        ("8:00 - 9:30", Some("08:00-09:30")),
        ("24:00-08:00", None),
        ("08:00-24:01", None),
        ("08:60-09:00", None),
        ("+8:00-9:00", None),
        ("08:00", None),
        ("", None),
        ("4294967295:00-09:00", None),
    ];
    for (text, expected) in cases {
        assert_eq!(Hours::parse(text).map(|hours| hours.to_string()).as_deref(), expected, "{text}");
    }
}

#[test]
fn past_midnight() {
    let late = Hours::parse("17:00-02:00").expect("it reads");
    let open = |minute| late.open_at(at(minute, 0));
    assert_eq!((open(0), open(119), open(120), open(16 * 60 + 59), open(17 * 60)), (true, true, false, false, true));
    assert_eq!(late.opens_in(at(2 * 60, 0)), Span::minutes(15 * 60));
}
