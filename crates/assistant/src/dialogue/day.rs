//! Words for a day and for the parts of one that stand without an hour: 明天, 早上, "tonight". With an hour they are read as
//! a time, long before.

const MINUTES_PER_HOUR: u32 = 60;

/// Words for a day, by how many days it is away.
const DAYS: &[(&str, i64)] = &[
    ("今天", 0),
    ("今晚", 0),
    ("today", 0),
    ("tonight", 0),
    ("明天", 1),
    ("明早", 1),
    ("明晚", 1),
    ("tomorrow", 1),
    ("后天", 2),
];

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    words: &'static [&'static str],
    /// Its first hour, and the one after its last.
    hours: (u32, u32),
    /// The same of shows that begin then: the last film before noon is one of the morning, one at nine of the evening.
    show_hours: (u32, u32),
}

const fn part(words: &'static [&'static str], hours: (u32, u32), show_hours: (u32, u32)) -> Part {
    Part { words, hours, show_hours }
}

const PARTS: &[Part] = &[
    part(&["早上", "早晨", "明早"], (5, 11), (0, 12)),
    part(&["上午"], (6, 12), (0, 12)),
    part(&["早场", "morning"], (5, 12), (0, 12)),
    part(&["中午", "午场", "noon"], (11, 14), (11, 14)),
    part(&["下午", "afternoon"], (12, 18), (12, 18)),
    part(&["傍晚"], (16, 20), (17, 24)),
    part(&["晚上", "今晚", "明晚", "晚场", "夜里", "夜场", "半夜", "evening", "tonight"], (17, 24), (17, 24)),
];

impl Part {
    /// The part that a word says.
    pub(super) fn of(word: &str) -> Option<Self> {
        PARTS.iter().copied().find(|part| part.words.contains(&word))
    }

    /// The part that stands anywhere in a text.
    pub(super) fn within(text: &str) -> Option<Self> {
        let within = PARTS.iter().flat_map(|part| part.words.iter().map(move |word| (*part, *word)));
        let said = within.filter(|(_, word)| text.contains(word));
        said.max_by_key(|(_, word)| word.len()).map(|(part, _)| part)
    }

    /// Whether a minute of the day is in it.
    pub(super) fn has(self, minute: u32) -> bool {
        (self.hours.0..self.hours.1).contains(&(minute / MINUTES_PER_HOUR))
    }

    /// Whether a show that begins at a minute of the day is one of it.
    pub(super) fn has_show(self, minute: u32) -> bool {
        (self.show_hours.0..self.show_hours.1).contains(&(minute / MINUTES_PER_HOUR))
    }
}

/// How many days away the day is that a word says.
pub(super) fn days_away(word: &str) -> Option<i64> {
    DAYS.iter().find(|(day, _)| *day == word).map(|(_, away)| *away)
}

/// Whether a day or a part of a day is said anywhere in a text.
pub(super) fn is_said(text: &str) -> bool {
    let parts = PARTS.iter().flat_map(|part| part.words);
    DAYS.iter().map(|(day, _)| day).chain(parts).any(|word| text.contains(word))
}
