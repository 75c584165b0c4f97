//! Options that are said in other words than they are called: 杀好洗干净 of a fish that can be had 宰杀洗净.

use super::goods::Goods;
use super::options;
use crate::read::Want;

/// Characters of a value that have to be said at least.
const CHARS_MIN: usize = 2;
/// What a denial is said with: of words like these nobody can tell what they leave away.
const DENYING: &[char] =
    &['不', '没', '别', '免', '无', '莫', '勿', '少', '多', '去', '厌', '怕', '恨', '嫌', '前', '后', '腻'];
/// What counts: 两份西米 says how many, and that is lost if it is taken for an option.
const COUNTING: &[char] = &['一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '半', '几', '双'];

/// A value that unread words may mean: the line, the group and the value by their places.
type Told = (usize, usize, usize);

impl Goods<'_> {
    /// Chooses the one value of the lines spoken of of which at least half of the characters are in the words that nobody
    /// could place, where nothing of its option was said. The quote shows it by its name; what was read that way is no longer
    /// said back.
    pub(super) fn take_told_otherwise(&mut self, wants: &[Want]) {
        let plain = |text: &String| {
            let counts = text.contains(COUNTING) || text.contains(|one: char| one.is_ascii_digit());
            !counts && !text.contains(DENYING)
        };
        if self.reading.unread.iter().any(|text| text.contains(DENYING)) {
            return;
        }
        let unread = self.reading.unread.iter().filter(|text| plain(text));
        let said: Vec<Vec<char>> = unread.map(|text| text.chars().collect()).collect();
        let Some((at, group, value)) = self.told_by(&said, wants) else { return };
        let line = &mut self.dialogue.cart.lines[at];
        let Some(item) = self.lexicon.item_no(&line.item).map(|no| self.lexicon.item(no)) else { return };
        let name = item.options[group].values[value].name.zh.clone();
        options::take(&item.options[group], &name, &mut line.options);
        line.options.sort();
        let shares = |text: &String| {
            let han = || text.chars().filter(|one| !one.is_ascii());
            let covered = han().filter(|one| name.contains(*one)).count();
            covered > 0 && covered * 2 >= han().count() && plain(text)
        };
        self.reading.unread.retain(|text| !shares(text));
    }

    /// The value that such words tell, if they tell one and no other as well.
    fn told_by(&self, said: &[Vec<char>], wants: &[Want]) -> Option<Told> {
        let mut best: Option<(usize, Told)> = None;
        let mut tied = false;
        for (told, name) in self.values_acted_on(wants) {
            let own = told_of(name, said);
            let covered = own.iter().filter(|told| **told).count();
            // What is said by its name and could not be taken contradicts another.
            if self.reading.unread.iter().any(|text| text == name) {
                return None;
            }
            // What a thing is stands last: 新年 is no 新年贺卡.
            let last = own.last() == Some(&true);
            if !last || covered < CHARS_MIN || covered * 2 < own.len() || name.contains(DENYING) {
                continue;
            }
            let known = best.map_or(0, |(known, _)| known);
            tied = covered == known || tied && covered < known;
            if covered > known {
                best = Some((covered, told));
            }
        }
        best.filter(|_| !tied).map(|(_, told)| told)
    }

    /// The values that the lines spoken of may have where none of their option was said, by their Chinese names.
    fn values_acted_on(&self, wants: &[Want]) -> Vec<(Told, &str)> {
        let mut lines: Vec<usize> = self.lines_acted_on().collect();
        lines.sort_unstable();
        lines.dedup();
        // 不辣的, which is how it comes, is said all the same.
        let options = || wants.iter().flat_map(|want| &want.options);
        let said =
            |group: &str| options().any(|one| self.lexicon.term(one.value).iter().any(|(_, of)| *of.group == *group));
        let mut found = Vec::new();
        for at in lines {
            let line = self.dialogue.cart.lines.get(at);
            let item = line.and_then(|line| self.lexicon.item_no(&line.item)).map(|no| self.lexicon.item(no));
            for (group, own) in item.into_iter().flat_map(|item| item.options.iter().enumerate()) {
                let chosen = |choice: &domain::cart::Choice| choice.group == own.name.zh;
                if self.dialogue.cart.lines[at].options.iter().any(chosen) || said(&own.name.zh) {
                    continue;
                }
                let values = own.values.iter().enumerate();
                found.extend(values.map(|(value, own)| ((at, group, value), &*own.name.zh)));
            }
        }
        found
    }
}

/// Which characters of a name such words say: of each two at least, in the name's order, or all of it. 刷会员卡，给实习生 is no
/// 生日贺卡.
fn told_of(name: &str, said: &[Vec<char>]) -> Vec<bool> {
    let mut told = vec![false; name.chars().count()];
    for words in said {
        let mut from = 0;
        let mut own = Vec::new();
        for (at, one) in name.chars().enumerate().filter(|(at, _)| !told[*at]) {
            if let Some(found) = words[from..].iter().position(|other| *other == one) {
                from += found + 1;
                own.push(at);
            }
        }
        if own.len() >= CHARS_MIN || own.len() == words.len() {
            own.into_iter().for_each(|at| told[at] = true);
        }
    }
    told
}
