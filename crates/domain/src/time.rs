//! Time as an argument: the domain is told what time it is, it never asks.

/// A point in time: microseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Time(i64);

/// A span of time in microseconds, never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span(i64);

const SECOND_US: i64 = 1_000_000;
const MINUTE_US: i64 = 60 * SECOND_US;
/// Minutes in a day.
pub const DAY_MINUTES: i64 = 24 * 60;
/// China keeps one time, eight hours ahead of UTC, with no summer time since 1991.
const CHINA_OFFSET_MINUTES: i64 = 8 * 60;

impl Span {
    /// `count` seconds.
    pub fn seconds(count: u32) -> Self {
        Self(i64::from(count).saturating_mul(SECOND_US))
    }

    /// `count` minutes.
    pub fn minutes(count: u32) -> Self {
        Self(i64::from(count).saturating_mul(MINUTE_US))
    }

    /// `count` days of 24 hours.
    pub fn days(count: u32) -> Self {
        Self(i64::from(count).saturating_mul(DAY_MINUTES).saturating_mul(MINUTE_US))
    }

    /// `count` microseconds; nothing if that is negative.
    pub const fn micros(count: i64) -> Self {
        Self(if count < 0 { 0 } else { count })
    }

    /// Microseconds.
    pub fn as_micros(self) -> i64 {
        self.0
    }

    /// Whole seconds, rounded up, so that one who waits so long has waited long enough.
    pub fn as_seconds_up(self) -> u64 {
        self.0.unsigned_abs().div_ceil(SECOND_US.unsigned_abs())
    }
}

impl Time {
    /// The given microseconds since the epoch.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since the epoch.
    pub const fn as_micros(self) -> i64 {
        self.0
    }

    /// `span` later, at most the end of time.
    pub fn after(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }

    /// `span` earlier, at least the beginning of time.
    pub fn before(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }

    /// How long from `earlier` to here; nothing if `earlier` is not earlier.
    pub fn since(self, earlier: Self) -> Span {
        Span::micros(self.0.saturating_sub(earlier.0))
    }

    /// Minutes since midnight on a clock in China, 0 to 1,439.
    pub fn minute_of_day(self) -> u32 {
        let minute = self.china_minutes().rem_euclid(DAY_MINUTES);
        u32::try_from(minute).expect("a remainder of a day in minutes fits")
    }

    /// Days since 1970-01-01 on a calendar in China.
    pub fn china_day(self) -> i64 {
        self.china_minutes().div_euclid(DAY_MINUTES)
    }

    /// `minute` minutes after midnight, China time, of the day `china_day`.
    pub fn at_china(china_day: i64, minute: u32) -> Self {
        let minutes = china_day
            .saturating_mul(DAY_MINUTES)
            .saturating_add(i64::from(minute))
            .saturating_sub(CHINA_OFFSET_MINUTES);
        Self(minutes.saturating_mul(MINUTE_US))
    }

    fn china_minutes(self) -> i64 {
        self.0.div_euclid(MINUTE_US).saturating_add(CHINA_OFFSET_MINUTES)
    }
}
