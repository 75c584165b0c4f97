//! 今晚八点那场: of goods whose names say a time, the ones at the time that is said. It is the time of the show, and no time
//! to bring anything.

use super::day::Part;
use super::goods::Goods;
use crate::lexicon::ItemNo;
use crate::read::{Candidate, Fit, Reading, Reference, Verb, Want, When};
use crate::request::Request;

const HALF_DAY: u32 = 12 * 60;
/// The later or the earlier of two shows; with 最 of however many there are.
const LATER: &[&str] =
    &["晚的", "晚的那场", "晚点的", "晚一点的", "晚一场", "the later one", "the later show", "later one", "later show"];
const EARLIER: &[&str] = &[
    "早的",
    "早的那场",
    "早点的",
    "早一点的",
    "早一场",
    "the earlier one",
    "the early one",
    "the earlier show",
    "earlier one",
    "earlier show",
];
/// What is said of a show that one cannot go to.
const MISSED: &[&str] = &[
    "赶不上",
    "赶不到",
    "赶不及",
    "来不及",
    "去不了",
    "看不了",
    "can't make",
    "cannot make",
    "can't make it",
    "cannot make it",
    "won't make it",
];
const LATEST: &[&str] = &[
    "最晚的",
    "最晚的那场",
    "最晚那场",
    "最晚的一场",
    "最晚一场",
    "最晚",
    "the latest",
    "the latest one",
    "the latest show",
    "latest show",
];
const EARLIEST: &[&str] = &[
    "最早的",
    "最早的那场",
    "最早那场",
    "最早的一场",
    "最早一场",
    "最早",
    "the earliest",
    "the earliest one",
    "the earliest show",
    "earliest show",
];

impl Goods<'_> {
    /// Narrows what is wanted to the shows at the time that is said.
    pub(super) fn choose_showtime(&mut self) {
        self.take_other_show();
        self.leave_denied_show();
        let says_when = matches!(self.reading.when, Some(When::At(_) | When::By(_)));
        if !says_when && part_of_day(&self.reading).is_none() && extreme(&self.reading).is_none() {
            return;
        }
        let mut wants = std::mem::take(&mut self.reading.wants);
        let mut found = false;
        for want in wants.iter_mut().filter(|want| !want.is_free()) {
            let items: Vec<ItemNo> = want.items.iter().map(|one| one.item).collect();
            let at_time = self.at_time(&items);
            if !at_time.is_empty() {
                want.items.retain(|one| at_time.contains(&one.item));
                found = true;
            }
        }
        if wants.iter().all(Want::is_free) {
            found |= self.point_at_show();
            self.instead_of_show(&mut wants);
        }
        self.reading.wants = wants;
        if found {
            self.time_is_read();
        }
    }

    /// 14:30场赶不上，要另外那场: of two that were shown, not the one that is named.
    fn take_other_show(&mut self) {
        let (shown, missed) = (self.shown(), self.is_missed());
        let [first, second] = shown[..] else { return };
        let mut named = self.reading.wants.iter_mut().filter(|want| !want.is_free());
        let (Some(want), None) = (named.next(), named.next()) else { return };
        let means = |item: ItemNo| want.items.iter().any(|one| one.item == item);
        let other = match (means(first), means(second)) {
            (true, false) => second,
            (false, true) => first,
            _ => return,
        };
        if missed && self.reading.reference == Some(Reference::Other) {
            want.items = vec![Candidate { item: other, fit: Fit::Name, cover: 100 }];
            (want.doubt, want.unsure) = (false, false);
            self.reading.reference = None;
            self.reading.asides.retain(|text| !says_missed(text));
        }
    }

    /// 不要下午那场: of what was shown, the one that is not at the part of the day that is denied.
    fn leave_denied_show(&mut self) {
        let denied = |text: &&String| denied_part(text).is_some();
        let told = || self.reading.asides.iter().chain(&self.reading.unread);
        let Some(part) = told().find(denied).and_then(|text| denied_part(text)) else { return };
        let shown = self.shown();
        let at_part = |item: &ItemNo| minute(&self.lexicon.item(*item).name.zh).is_none_or(|at| part.has_show(at));
        let mut others = shown.iter().enumerate().filter(|(_, item)| !at_part(item));
        let (Some((nth, _)), None) = (others.next(), others.next()) else { return };
        self.reading.reference = u32::try_from(nth + 1).ok().map(Reference::Nth);
        self.reading.asides.retain(|text| !denied(&text));
        self.reading.unread.retain(|text| !denied(&text));
        // Nothing else of the sentence is in doubt.
        if self.reading.unread.is_empty() && !self.reading.tone.spares {
            self.reading.doubtful = false;
        }
    }

    /// 八点那场, where shows were shown: it points at one of them.
    fn point_at_show(&mut self) -> bool {
        let shown = self.shown();
        // 19:30的和另外一场都要 points at more than one.
        let [mut one] = self.at_time(&shown)[..] else { return false };
        if self.reading.tone.all {
            return false;
        }
        if self.is_missed() {
            let mut others = shown.iter().filter(|item| **item != one);
            let (Some(other), None) = (others.next(), others.next()) else { return false };
            one = *other;
            self.reading.asides.retain(|text| !says_missed(text));
        }
        let nth = shown.iter().position(|item| *item == one).and_then(|at| u32::try_from(at + 1).ok());
        self.reading.reference = nth.map(Reference::Nth);
        nth.is_some()
    }

    /// 14:30那场赶不上，要另外那场: whether the show at the time that is said is the one that is not wanted.
    fn is_missed(&self) -> bool {
        self.reading.asides.iter().any(|text| says_missed(text))
    }

    /// 改成晚上那场, where another show of the same is in the cart.
    fn instead_of_show(&mut self, wants: &mut Vec<Want>) {
        let [line] = &self.dialogue.cart.lines[..] else { return };
        if !self.reading.tone.changes {
            return;
        }
        let Some(own) = self.lexicon.item_no(&line.item).filter(|_| self.dialogue.offers.is_empty()) else { return };
        let sold = self.lexicon.items_of(self.lexicon.shop_of(own));
        let others: Vec<ItemNo> = sold.filter(|other| self.is_other_show(own, *other)).collect();
        let [one] = self.at_time(&others)[..] else { return };
        let item = Candidate { item: one, fit: Fit::Name, cover: 100 };
        let free = wants.pop().unwrap_or_default();
        let said = self.lexicon.item(one).name.get(self.reading.language).to_string();
        wants.push(Want { said, items: vec![item], verb: Verb::Instead, ..free });
        self.reading.request = Request::Edit;
        self.time_is_read();
    }

    fn is_other_show(&self, own: ItemNo, other: ItemNo) -> bool {
        let name = |item: ItemNo| &*self.lexicon.item(item).name.zh;
        own != other && minute(name(other)).is_some_and(|_| without_digits(name(own)) == without_digits(name(other)))
    }

    /// Of items whose names say different times, those at the time that the sentence says.
    fn at_time(&self, items: &[ItemNo]) -> Vec<ItemNo> {
        let timed = items.iter().filter_map(|item| Some((*item, minute(&self.lexicon.item(*item).name.zh)?)));
        let timed: Vec<(ItemNo, u32)> = timed.collect();
        let fitting = |fits: &dyn Fn(u32) -> bool| -> Vec<ItemNo> {
            timed.iter().filter(|(_, minute)| fits(*minute)).map(|(item, _)| *item).collect()
        };
        if let Some(When::At(time) | When::By(time)) = self.reading.when {
            let said = time.minute_of_day();
            let exactly = fitting(&|minute| minute == said);
            return if exactly.is_empty() { fitting(&|minute| minute % HALF_DAY == said % HALF_DAY) } else { exactly };
        }
        match (part_of_day(&self.reading), extreme(&self.reading)) {
            (Some(part), _) => fitting(&|minute| part.has_show(minute)),
            (None, Some(extreme)) => extreme.of(timed),
            (None, None) => Vec::new(),
        }
    }

    fn time_is_read(&mut self) {
        self.reading.when = None;
        let is_part = |text: &String| Part::of(text).is_some();
        let is_extreme = |text: &String| {
            let text = text.to_lowercase();
            [LATER, EARLIER, LATEST, EARLIEST].concat().contains(&text.as_str())
        };
        self.reading.asides.retain(|text| !is_part(text) && !is_extreme(text));
        self.reading.unread.retain(|text| !is_part(text));
    }
}

/// The later or the earlier of some shows.
#[derive(Debug, Clone, Copy)]
struct Extreme {
    latest: bool,
    /// Of however many there are, and not only of two.
    of_all: bool,
}

/// 晚的那场: whether the later or the earlier is said.
fn extreme(reading: &Reading) -> Option<Extreme> {
    let said = |words: &[&str]| reading.asides.iter().any(|text| words.contains(&text.to_lowercase().as_str()));
    let latest = said(LATEST) || said(LATER);
    let of_all = said(LATEST) || said(EARLIEST);
    (latest || of_all || said(EARLIER)).then_some(Extreme { latest, of_all })
}

/// The part of a day that words deny: "not the afternoon one".
fn denied_part(text: &str) -> Option<Part> {
    let text = text.to_lowercase();
    let behind = ["不要", "不要了", "不看", "不行", "不想看", "不可以"].iter().any(|no| text.ends_with(no));
    let denies =
        behind || ["not ", "no ", "不要", "不是", "别", "不看", "不想看"].iter().any(|no| text.starts_with(no));
    if denies { Part::within(&text) } else { None }
}

fn says_missed(text: &str) -> bool {
    let text = text.to_lowercase().replace('’', "'");
    MISSED.contains(&text.as_str())
}

/// Whether a sentence says which of several shows by its time: the later or the earlier, or the part of the day.
pub(super) fn tells_show(reading: &Reading) -> bool {
    extreme(reading).is_some() || part_of_day(reading).is_some()
}

/// The part of the day that is said and was read as nothing else.
fn part_of_day(reading: &Reading) -> Option<Part> {
    reading.asides.iter().chain(&reading.unread).find_map(|text| Part::of(text))
}

impl Extreme {
    fn of(self, mut timed: Vec<(ItemNo, u32)>) -> Vec<ItemNo> {
        timed.sort_by_key(|(_, minute)| *minute);
        let two = timed.len() == 2 || self.of_all;
        let one = if self.latest { timed.last() } else { timed.first() };
        one.filter(|_| two).map(|(item, _)| *item).into_iter().collect()
    }
}

/// The minute of the day that a name says: 《龙行万里》20:00场.
fn minute(name: &str) -> Option<u32> {
    let at = name.find([':', '：'])?;
    let before = name[..at].trim_start_matches(|character: char| !character.is_ascii_digit());
    let behind: String = name[at..].chars().skip(1).take_while(char::is_ascii_digit).collect();
    let hour = before.rsplit(|character: char| !character.is_ascii_digit()).next()?.parse::<u32>().ok()?;
    let minute = behind.parse::<u32>().ok().filter(|minute| behind.len() == 2 && *minute < 60)?;
    (hour < 24).then_some(hour * 60 + minute)
}

fn without_digits(name: &str) -> String {
    name.chars().filter(|character| !character.is_ascii_digit()).collect()
}

#[cfg(test)]
mod tests {
    use super::minute;

    #[test]
    fn a_name_may_say_a_time() {
        assert_eq!(minute("《龙行万里》20:00场"), Some(1_200));
        assert_eq!(minute("Letter from Spring, 9:05 show"), Some(545));
        for none in ["比例3:1", "拿铁", "25:00", "a:30", "1:234"] {
            assert_eq!(minute(none), None, "{none}");
        }
    }
}
