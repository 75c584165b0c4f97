//! The civil calendar: days counted from 1970-01-01, months and weeks.

/// A date of the Gregorian calendar, also before there was one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Civil {
    pub(crate) year: i64,
    pub(crate) month: i64,
    pub(crate) day: i64,
}

impl Civil {
    /// The date, if there is one.
    pub(crate) fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        let date = Self { year, month, day };
        ((1..=12).contains(&month) && day >= 1 && day <= month_length(year, month)).then_some(date)
    }

    /// The first day of a month; months beyond twelve are those of years after.
    pub(crate) fn first(year: i64, month: i64) -> i64 {
        let months = year * 12 + month - 1;
        Self { year: months.div_euclid(12), month: months.rem_euclid(12) + 1, day: 1 }.to_day()
    }

    /// Days since 1970-01-01. Counted in years that begin in March, so that a leap day comes last.
    pub(crate) fn to_day(self) -> i64 {
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * ((self.month + 9) % 12) + 2) / 5 + self.day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The date of a day.
    pub(crate) fn of(day: i64) -> Self {
        let day = day + 719_468;
        let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let civil_month = if month < 10 { month + 3 } else { month - 9 };
        Self {
            year: year + era * 400 + i64::from(civil_month <= 2),
            month: civil_month,
            day: of_year - (153 * month + 2) / 5 + 1,
        }
    }

    /// So many months later, on the last day of a month that is too short.
    pub(crate) fn plus_months(self, months: i64) -> Self {
        let count = self.year * 12 + self.month - 1 + months;
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
        Self { year, month, day: self.day.min(month_length(year, month)) }
    }
}

pub(crate) fn month_length(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The day of the week: one for Monday, seven for Sunday.
pub(crate) fn weekday(day: i64) -> i64 {
    (day + 3).rem_euclid(7) + 1
}

/// The Monday of its week.
pub(crate) fn monday(day: i64) -> i64 {
    day - weekday(day) + 1
}

/// The Monday of the first week of a year or month: that with the first Thursday.
pub(crate) fn first_week(first_day: i64) -> i64 {
    monday(first_day + 3)
}

/// The year and number of a week.
pub(crate) fn week(day: i64) -> (i64, i64) {
    let monday = monday(day);
    let year = Civil::of(monday + 3).year;
    (year, (monday - first_week(Civil::first(year, 1))) / 7 + 1)
}
