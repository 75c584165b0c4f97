//! Which goods an amount or an option belongs to.
//!
//! What stands before a name in its clause belongs to it, as in 一杯热拿铁; what follows belongs to the goods before,
//! as in 拿铁，大杯. A second amount after goods that have one speaks of some of them: "two americanos, one iced".

mod beside;
mod by_value;
mod several;

use std::ops::Range;

use beside::Stands;

use super::goods::Mention;
use super::numbered;
use super::piece::{Piece, Role};
use crate::lexicon::text::Kind;
use crate::lexicon::{Lexicon, ValueNo, Word};
use crate::read::reading::{Amount, Chosen, Counted, Measure, Part, Want};
use crate::read::sentence::Sentence;

/// Goods while they are put together: one for each mention, and at the end one for what names nothing.
pub(crate) struct Attach<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) sentence: &'a Sentence<'a>,
    pub(crate) pieces: &'a [Piece],
    pub(crate) mentions: &'a [Mention],
    /// As many as mentions, and one more.
    pub(crate) wants: Vec<Want>,
    /// Where each was counted first.
    counted_at: Vec<Option<usize>>,
    /// Whether what was counted of each is a list, and each count is of others.
    summed: Vec<bool>,
    /// The part that is being spoken of.
    open: Option<(usize, usize)>,
    /// Whether that is somebody's own, and all that follows is of it until another is spoken of.
    owned: bool,
    /// The words for all, of which what is spared got no option.
    pub(crate) but_spared: Vec<usize>,
    /// Amounts that belong to nothing.
    pub(crate) left: Vec<usize>,
    /// Words like "each" and "one of them" that something was done about.
    pub(crate) acted: Vec<usize>,
}

impl<'a> Attach<'a> {
    pub(crate) fn new(
        lexicon: &'a Lexicon,
        sentence: &'a Sentence<'a>,
        pieces: &'a [Piece],
        mentions: &'a [Mention],
    ) -> Self {
        let wants = vec![Want::default(); mentions.len() + 1];
        let (counted_at, summed) = (vec![None; wants.len()], vec![false; wants.len()]);
        let (open, left, acted) = (None, Vec::new(), Vec::new());
        let (owned, but_spared) = (false, Vec::new());
        Self { lexicon, sentence, pieces, mentions, wants, counted_at, summed, open, owned, but_spared, left, acted }
    }

    /// Puts every amount and option where it belongs; `chosen` makes an option of a value.
    pub(crate) fn run(&mut self, chosen: &dyn Fn(usize, ValueNo) -> Chosen) {
        let done = self.parts_by_value(chosen);
        let before = if done.is_empty() { self.parts_before(chosen) } else { 0..0 };
        for at in (0..self.pieces.len()).filter(|at| !done.contains(at) && !before.contains(at)) {
            match self.pieces[at].role {
                Role::Amount(amount) => self.amount(at, amount),
                Role::Measure(measure) => self.measure(at, measure),
                Role::Value(value) => self.value(at, chosen(at, value)),
                Role::Word(Word::Double) => self.amount(at, Amount::count(2)),
                Role::Word(Word::All) => self.both(at),
                Role::Word(Word::Rest | Word::Other) => self.rest(at),
                Role::Word(Word::More | Word::Same) if self.says_another(at) => self.another(at),
                Role::Another => {
                    self.another(at);
                    self.owned = self.open.is_some();
                }
                Role::Own => self.own(at),
                Role::Separator(kind) => self.separate(at, kind),
                Role::Item => (self.open, self.owned) = (None, false),
                _ => {}
            }
        }
    }

    fn free(&self) -> usize {
        self.mentions.len()
    }

    fn before(&self, at: usize) -> Option<usize> {
        self.mentions.iter().rposition(|mention| mention.pieces.end <= at)
    }

    fn after(&self, at: usize) -> Option<usize> {
        self.mentions.iter().position(|mention| mention.pieces.start > at)
    }

    /// The goods that come next, if nothing comes between.
    fn right_after(&self, at: usize) -> Option<usize> {
        self.after(at).filter(|after| !self.apart(at + 1..self.mentions[*after].pieces.start))
    }

    fn apart(&self, range: Range<usize>) -> bool {
        self.pieces[range].iter().any(Piece::separates)
    }

    fn amounts_in(&self, range: Range<usize>) -> bool {
        self.pieces[range].iter().any(|piece| matches!(piece.role, Role::Amount(_) | Role::Measure(_)))
    }

    fn amount(&mut self, at: usize, amount: Amount) {
        // 33的就行, where nothing is called so: it counts nothing all the same.
        if numbered::is_before_of(self.sentence, self.pieces, at) {
            return self.left.push(at);
        }
        let free = &self.wants[self.free()];
        if self.mentions.is_empty() && (!free.parts.is_empty() || !free.options.is_empty()) && self.says_others(at) {
            return self.others(at, amount);
        }
        if self.out_of(at, amount)
            || self.each(at, amount)
            || self.of_extra(at, amount)
            || self.option_and_amount(at, amount)
        {
            return;
        }
        if self.pack_and_amount(at, amount) || self.pack_alone(at, amount) || self.times(at, amount) {
            return;
        }
        let (before, near_after) = (self.before(at), self.right_after(at));
        let open = before.filter(|before| self.wants[*before].amount.is_none());
        if let Some(before) = open.filter(|_| self.counts_behind(at)) {
            return self.count(before, at, amount);
        }
        // "Barbecue for tonight at 8: 10 skewers" counts no barbecue.
        let timed = |from: usize| self.pieces[from..at].iter().any(|piece| matches!(piece.role, Role::When(_)));
        // "Swap the tempura for two edamame", "it's pizza night: a pepperoni"
        let of_next = |from: usize| {
            let parts = |piece: &Piece| piece.is(Word::Into) || matches!(piece.text(self.sentence), ":" | "：");
            near_after.is_some() && self.pieces[from..at].iter().any(parts)
        };
        let close_before = open.filter(|open| {
            let end = self.mentions[*open].pieces.end;
            !(self.apart(end..at) || timed(end) || of_next(end))
        });
        match (near_after, close_before) {
            (Some(_), Some(before)) if !self.amounts_in(at + 1..self.mentions[before + 1].pieces.start) => {
                self.count(before, at, amount);
            }
            (Some(after), _) => self.take_amount(after, at, amount),
            (None, _) => match (open, before) {
                (Some(open), _) => self.count(open, at, amount),
                (None, Some(before)) => self.part(before, at, amount),
                // 两张拼图，一杯拿铁: it counts what nobody knows.
                (None, None) if self.unknown_in_clause(at) && !self.mentions.is_empty() => self.left.push(at),
                (None, None) => self.take_amount(self.free(), at, amount),
            },
        }
        self.open = self.open.filter(|_| near_after.is_none());
    }

    fn count(&mut self, of: usize, at: usize, amount: Amount) {
        self.wants[of].amount = Some(amount);
        self.wants[of].counted = self.counted(at);
        self.counted_at[of] = Some(at);
        // "The spicy one, two of them": so many of what is named.
        let among = self.pieces.get(at + 1).is_some_and(|next| next.is(Word::Among));
        if among && of < self.free() {
            self.acted.push(at + 1);
        }
    }

    /// How an amount stands to what there is, by the word beside it: 多来一个, "drop two", "one less".
    fn counted(&self, at: usize) -> Counted {
        let before = self.pieces[..at].iter().rev().find(|piece| !piece.transparent());
        let english = |piece: &&Piece| piece.text(self.sentence).is_ascii();
        let behind = self.pieces.get(at + 1).filter(english);
        // 有两个不要了
        let gone = self.pieces.get(at + 1).is_some_and(|piece| {
            let given_up = piece.is(Word::DropAfter) || piece.is(Word::Cancel);
            given_up && piece.text(self.sentence).ends_with("不要了")
        });
        let is =
            |piece: Option<&Piece>, words: &[Word]| piece.is_some_and(|piece| words.iter().any(|word| piece.is(*word)));
        match () {
            () if self.pieces[at].is(Word::Double) => Counted::Times,
            () if is(before, &[Word::Fewer, Word::Drop]) || is(behind, &[Word::Fewer]) => Counted::Fewer,
            () if is(before, &[Word::This]) => Counted::InAll,
            () if gone => Counted::Fewer,
            () if is(before, &[Word::More]) || is(behind, &[Word::More]) => Counted::More,
            () => Counted::InAll,
        }
    }

    fn take_amount(&mut self, to: usize, at: usize, amount: Amount) {
        let valued = |amount: Amount| amount.value.filter(|_| self.mentions.is_empty());
        match self.wants[to].amount {
            None => self.count(to, at, amount),
            // "A 240 ml one", of what was shown.
            Some(known) if valued(amount).is_some() != valued(known).is_some() => {
                let (value, count) = if valued(amount).is_some() { (amount, known) } else { (known, amount) };
                self.wants[to].amount = Some(count);
                let option = value.value.map(|value| self.said_as(value));
                self.wants[to].options.extend(option);
            }
            Some(_) if to == self.free() => self.part(to, at, amount),
            Some(_) => self.left.push(at),
        }
    }

    /// 一份手抓羊肉，两斤; 一个240毫升的奶瓶: of two amounts of the same goods, the one that they can be chosen in is an
    /// option.
    fn option_and_amount(&mut self, at: usize, amount: Amount) -> bool {
        let next = self.right_after(at);
        let Some(of) = next.or(self.before(at)) else { return false };
        let Some(known) = self.wants[of].amount else { return false };
        let has = |value: Option<ValueNo>| value.filter(|value| self.mentions[of].has(self.lexicon, *value));
        let (mut known, mut amount) = (known, amount);
        for one in [&mut known, &mut amount] {
            one.value = has(one.value).or_else(|| self.mentions[of].value_of_amount(self.lexicon, *one));
        }
        if next.is_none() && !amount.is_weighed() && self.value_follows(at) {
            return false;
        }
        let (value, amount) = match (has(known.value), has(amount.value)) {
            (None, Some(value)) => (value, known),
            (Some(value), None) => (value, amount),
            _ => return false,
        };
        let chosen = self.said_as(value);
        self.wants[of].amount = Some(amount);
        self.wants[of].options.push(chosen);
        true
    }

    /// The option that an amount is, as it was said.
    fn said_as(&self, value: ValueNo) -> Chosen {
        let of_value = |piece: &&Piece| matches!(piece.role, Role::Amount(own) if own.value == Some(value));
        let token = self.pieces.iter().find(of_value).map(|piece| piece.token);
        let said = token.map_or("", |token| self.sentence.text(token.start, token.end)).to_owned();
        Chosen { value, without: false, replaces: false, which: false, otherwise: false, said }
    }

    /// 十二支装的中性笔三盒, 一提十包的抽纸: of two amounts of the same goods, the one that they are packed in tells which.
    fn pack_and_amount(&mut self, at: usize, amount: Amount) -> bool {
        let Some(of) = self.right_after(at).or(self.before(at)).filter(|of| self.wants[*of].pack.is_none()) else {
            return false;
        };
        let Some(known) = self.wants[of].amount else { return false };
        if self.value_follows(at) || known == amount {
            return false;
        }
        let holds = |amount: Amount| self.mentions[of].holds(self.lexicon, amount);
        let (pack, amount) = match (holds(known), holds(amount)) {
            (true, false) => (known, amount),
            (false, true) => (amount, known),
            _ => return false,
        };
        (self.wants[of].pack, self.wants[of].amount) = (Some(pack), Some(amount));
        true
    }

    /// "The 100-pack of plasters" is one of them.
    fn pack_alone(&mut self, at: usize, amount: Amount) -> bool {
        let packed = || self.pieces[at].text(self.sentence).to_ascii_lowercase().contains("-pack");
        let Some(of) = self.right_after(at).filter(|_| packed()) else { return false };
        self.wants[of].pack = Some(amount);
        true
    }

    /// 加一份珍珠: the amount is that of the extra. One is what an extra is; more of it cannot be said in a cart.
    fn of_extra(&mut self, at: usize, amount: Amount) -> bool {
        let next = self.pieces[at + 1..].iter().find(|piece| piece.is(Word::With) || !piece.transparent());
        let is_extra =
            |value| self.lexicon.is_extra(value) || amount.whole() == Some(1) && self.lexicon.is_addition(value);
        let extra = next.is_some_and(|next| matches!(next.role, Role::Value(value) if is_extra(value)));
        let near_goods = self.before(at).is_some() || self.mentions.is_empty();
        let added = self.pieces[..at].iter().rev().find(|piece| !piece.transparent());
        let added = added.is_some_and(|piece| piece.is(Word::Add) || piece.is(Word::More));
        let of = self.before(at).map(|before| self.wants[before].amount.and_then(Amount::whole).unwrap_or(1));
        // "A fried egg in each": as many as there are.
        let clause = self.pieces[at + 1..].iter().take_while(|piece| !piece.ends_clause());
        let every = clause.into_iter().any(|piece| piece.is(Word::Each) || piece.is(Word::All));
        let near = added || every || of.is_none_or(|of| of == 1);
        // 一份不要蒜 counts what is to be made so.
        let denies = next.is_some_and(|next| {
            let text = next.text(self.sentence).to_ascii_lowercase();
            text.starts_with(['不', '别', '无', '免', '去', '少'])
                || text.starts_with("no ")
                || text.starts_with("not ")
        });
        let own = extra && near && near_goods && !denies;
        if own && amount.whole() != Some(1) {
            self.left.push(at);
        }
        own
    }

    /// A measure word alone counts one, right before goods or right after a verb.
    fn measure(&mut self, at: usize, measure: Measure) {
        // 那场《龙行万里》 points at one, and counts none.
        let points = |piece: &Piece| {
            let text = piece.text(self.sentence);
            text.ends_with(['那', '这']) || piece.is(Word::This)
        };
        if at.checked_sub(1).is_some_and(|before| points(&self.pieces[before])) {
            return;
        }
        let amount = Amount { measure, ..Amount::count(1) };
        let after = self.right_after(at);
        let amounts_between = after.is_some_and(|after| self.amounts_in(at + 1..self.mentions[after].pieces.start));
        match after {
            Some(after) if !amounts_between && self.wants[after].amount.is_none() => self.count(after, at, amount),
            _ => {}
        }
    }

    fn counts_unknown(&self, at: usize) -> bool {
        self.pieces.get(at + 1).is_some_and(|next| next.role == Role::Unknown)
    }

    /// 两张拼图, 作业本十本: whether it stands beside what nobody knows, and beside nothing else.
    fn unknown_in_clause(&self, at: usize) -> bool {
        let stops = |piece: &&Piece| !piece.ends_clause();
        let before = self.pieces[..at].iter().rev().take_while(stops);
        let clause = || before.clone().chain(self.pieces[at + 1..].iter().take_while(stops));
        clause().any(|piece| piece.role == Role::Unknown) && !clause().any(|piece| piece.role == Role::Item)
    }

    fn part(&mut self, of: usize, at: usize, amount: Amount) {
        // 再来两根油调: it counts what nobody knows, and no more of what was named before.
        if self.counts_unknown(at) || amount.is_weighed() {
            return self.left.push(at);
        }
        let more = self.pieces[..at].iter().rev().find(|piece| !piece.transparent());
        let same = self.near(at).find(|near| self.pieces[*near].is(Word::Same));
        self.acted.extend(same);
        if (more.is_some_and(|piece| piece.is(Word::More)) || same.is_some()) && of < self.free() {
            if let Some(known) = &mut self.wants[of].amount {
                known.milli = known.milli.saturating_add(amount.milli);
                known.most = known.most.max(known.milli);
            }
            // 再来一杯，要热的: that one.
            if let Some(quantity) = amount.whole() {
                self.begin_part(of, quantity);
            }
            return;
        }
        if of == self.free() && self.says_others(at) {
            return self.others(at, amount);
        }
        let all = self.wants[of].amount.and_then(Amount::whole);
        // 一半特辣一半不辣
        let quantity =
            if amount.is_half() { all.filter(|all| all % 2 == 0).map(|all| all / 2) } else { amount.whole() };
        match quantity.filter(|_| self.value_follows(at)) {
            Some(quantity) => {
                let among = self.near(at).find(|near| self.pieces[*near].is(Word::Among));
                self.acted.extend(among);
                match self.stands_to_all(of, at, quantity) {
                    Stands::Among => self.begin_part(of, quantity),
                    Stands::Beside => self.part_beside(of, at, quantity),
                    Stands::Beyond => self.left.push(at),
                }
            }
            // 一半特辣一半不辣, of what there is.
            None if amount.is_half() && of == self.free() && self.value_follows(at) => {
                self.wants[of].parts.push(Part::default());
                self.open = Some((of, self.wants[of].parts.len() - 1));
            }
            None => self.left.push(at),
        }
    }

    /// 另外两份: whether what is counted is the others of those there are.
    fn says_others(&self, at: usize) -> bool {
        let before = self.pieces[..at].iter().rev().find(|piece| !piece.transparent() || piece.role == Role::Done);
        let others = ["另外", "其他", "其它", "其余", "剩下", "剩下的", "the other", "the others"];
        before.is_some_and(|piece| others.iter().any(|word| piece.text(self.sentence).eq_ignore_ascii_case(word)))
    }

    /// 一份不要蒜，另外两份不要葱: each is so many of them; 另外两份正常 says no more of the others.
    fn others(&mut self, at: usize, amount: Amount) {
        let of = self.free();
        self.first_part();
        let rest = self.near(at).find(|near| self.pieces[*near].is(Word::Rest) || self.pieces[*near].is(Word::Other));
        self.acted.extend(rest);
        // 其他两碗: the rest, and how many that is.
        let rest_open = self.wants[of].parts.last().is_some_and(|part| *part == Part::default());
        self.open = self.open.filter(|_| rest_open);
        if let Some(quantity) = amount.whole().filter(|_| self.value_follows(at)) {
            self.begin_part(of, quantity);
        }
    }

    /// What was counted and chosen of what is not named is one part, where others follow.
    pub(crate) fn first_part(&mut self) {
        let of = self.free();
        let want = &mut self.wants[of];
        let whole = want.amount.and_then(Amount::whole);
        if want.parts.is_empty() && !want.options.is_empty() && whole.is_some() {
            want.amount = None;
            let options = std::mem::take(&mut want.options);
            want.parts.push(Part { quantity: whole, options });
        }
    }

    /// 弟弟那碗不放葱: one of them, with what is said of it behind.
    fn own(&mut self, at: usize) {
        let of = self.before(at).unwrap_or(self.free());
        self.open = None;
        self.begin_part(of, 1);
        self.owned = true;
    }

    fn begin_part(&mut self, of: usize, quantity: u32) {
        let parts = &mut self.wants[of].parts;
        // 剩下一碗: the rest, and how many that is.
        if let Some(rest) = parts.last_mut().filter(|part| self.open.is_some() && **part == Part::default()) {
            rest.quantity = Some(quantity);
            return;
        }
        parts.push(Part { quantity: Some(quantity), options: Vec::new() });
        self.open = Some((of, parts.len() - 1));
    }

    fn value_follows(&self, at: usize) -> bool {
        let clause = self.pieces[at + 1..]
            .iter()
            .take_while(|piece| !matches!(piece.role, Role::Separator(_) | Role::Amount(_)));
        clause.into_iter().any(|piece| matches!(piece.role, Role::Value(_)))
    }

    /// A clause ends with its part, unless nothing was said of that yet or all that is said is of it.
    fn separate(&mut self, at: usize, kind: Kind) {
        let listed = self.goes_on_to_the_other(at);
        let goes_on =
            |(of, part): &(usize, usize)| listed || self.owned || self.wants[*of].parts[*part].options.is_empty();
        self.open = self.open.filter(|open| kind == Kind::Comma && goes_on(open));
    }

    fn value(&mut self, at: usize, chosen: Chosen) {
        if self.of_all_parts(at, &chosen) {
            return;
        }
        if let Some(part) = self.part_told(at, &chosen) {
            (self.open, self.owned) = (Some(part), true);
            return;
        }
        if self.mentions.len() > 1
            && let Some(all) = self.all(at)
        {
            self.acted.push(all);
            let has = |one: &Mention| !one.spared && one.has(self.lexicon, chosen.value);
            let has: Vec<bool> = self.mentions.iter().map(has).collect();
            if has.contains(&true) && !self.but_spared.contains(&all) {
                self.but_spared.push(all);
            }
            // What none of them has is said back of all of them.
            let none = !has.contains(&true);
            let wants = self.wants.iter_mut().zip(has).filter(|(_, has)| *has || none);
            wants.for_each(|(want, _)| want.options.push(chosen.clone()));
            return;
        }
        // 我用的是华为Mate 60，给我配一张钢化膜和一个手机壳: what is said before all of it, in a clause of its own.
        let first = self.mentions.first().map(|first| first.pieces.start).filter(|first| *first > at);
        let own_clause = first.is_some_and(|first| self.pieces[at..first].iter().any(Piece::ends_clause));
        if own_clause && self.mentions.len() > 1 && self.mentions.iter().all(|own| own.has(self.lexicon, chosen.value))
        {
            let wants = self.wants.iter_mut().take(self.mentions.len());
            return wants.for_each(|want| want.options.push(chosen.clone()));
        }
        if let Some((of, part)) = self.open {
            self.wants[of].parts[part].options.push(chosen);
            return;
        }
        if self.of_each(at, &chosen) {
            return;
        }
        let list = self.list_before(at, chosen.value);
        if !list.is_empty() {
            list.into_iter().for_each(|of| self.wants[of].options.push(chosen.clone()));
            return;
        }
        let owner = self.owner(at, chosen.value);
        let several = self.wants[owner].amount.and_then(Amount::whole).is_some_and(|all| all > 1);
        if let Some(among) = self.of_one(at).filter(|_| several) {
            self.acted.push(among);
            self.begin_part(owner, 1);
            return self.value(at, chosen);
        }
        self.wants[owner].options.push(chosen);
    }

    /// 一杯冰的一杯热的，冰的那杯放糖: the part of the goods before that is told by its option, if one is.
    fn part_told(&self, at: usize, chosen: &Chosen) -> Option<(usize, usize)> {
        let of = self.before(at).filter(|_| chosen.which || self.begins_with_which(at))?;
        let has = |part: &Part| part.options.iter().any(|one| self.lexicon.chooses_same(one.value, chosen.value));
        let mut told = self.wants[of].parts.iter().enumerate().filter(|(_, part)| has(part));
        let (part, _) = told.next()?;
        told.next().is_none().then_some((of, part))
    }

    /// 三冰两热，冰的加大: whether an option with 的 begins a clause that goes on with another.
    fn begins_with_which(&self, at: usize) -> bool {
        let begins = at.checked_sub(1).is_none_or(|before| self.pieces[before].ends_clause());
        let of = self.pieces[at].text(self.sentence).ends_with('的')
            || self.pieces.get(at + 1).is_some_and(|next| next.is(Word::Of));
        let mut behind = self.pieces[at + 1..].iter().take_while(|piece| !piece.ends_clause());
        begins && of && behind.any(|piece| matches!(piece.role, Role::Value(_)))
    }

    /// 拿铁和美式，冰的: an option after a list and a comma, at the end of the sentence, is that of all its items if
    /// every one of them has it. It could be that of the last alone; asking costs a turn for what nearly always means
    /// all, and the quote shows the option on every line before anything is agreed to. Goods that only a comma joins
    /// are no such list: in 一杯拿铁，一杯美式，冰的 each has a clause of its own.
    fn list_before(&self, at: usize, value: ValueNo) -> Vec<usize> {
        let Some(last) = self.before(at).filter(|_| self.after(at).is_none()) else { return Vec::new() };
        let between = &self.pieces[self.mentions[last].pieces.end..at];
        let comma = |piece: &Piece| piece.role == Role::Separator(Kind::Comma);
        let passes = |piece: &Piece| {
            let word = piece.is(Word::Want) || piece.is(Word::And);
            comma(piece) || word || piece.transparent() || matches!(piece.role, Role::Value(_))
        };
        // "A case and a film for an iPhone 16"
        let for_all = between.iter().any(|piece| piece.text(self.sentence).eq_ignore_ascii_case("for"));
        let trails = (between.iter().any(comma) || for_all)
            && between.iter().all(passes)
            && !between.first().is_some_and(|one| one.is(Word::And));
        let mut list = vec![last];
        while let Some(before) =
            list[list.len() - 1].checked_sub(1).filter(|before| self.listed(*before, list.len() == 1))
        {
            list.push(before);
        }
        let every = list.iter().all(|of| self.mentions[*of].has(self.lexicon, value));
        if trails && list.len() > 1 && every { list } else { Vec::new() }
    }

    /// Whether goods and those after them are one list; the last two are joined by a word or sign that enumerates.
    fn listed(&self, of: usize, last: bool) -> bool {
        let between = &self.pieces[self.mentions[of].pieces.end..self.mentions[of + 1].pieces.start];
        let enumerates = |piece: &Piece| piece.is(Word::And) || self.enumerating(piece);
        let comma = |piece: &Piece| piece.role == Role::Separator(Kind::Comma);
        let passes = |piece: &Piece| {
            enumerates(piece) || comma(piece) || piece.transparent() || matches!(piece.role, Role::Amount(_))
        };
        between.iter().all(passes) && between.iter().any(|piece| enumerates(piece) || (!last && comma(piece)))
    }

    /// 、 and the like, which join where a comma only parts.
    fn enumerating(&self, piece: &Piece) -> bool {
        matches!(piece.text(self.sentence), "、" | "+" | "&" | "/")
    }

    fn owner(&self, at: usize, value: ValueNo) -> usize {
        let has = |mention: &usize| self.mentions[*mention].has(self.lexicon, value);
        let (before, after) = (self.before(at), self.after(at));
        let (first, second) = match (before, after) {
            (None, None) => return self.free(),
            // "Make that a large one, and add two bags of soil."
            (None, Some(after)) if !has(&after) && self.is_apart(at, after) => return self.free(),
            (Some(one), None) | (None, Some(one)) => (one, one),
            (Some(before), Some(after)) if self.belongs_before(at, before, after) => (before, after),
            (Some(before), Some(after)) => (after, before),
        };
        let earlier = || (0..self.mentions.len()).rev().find(has);
        [first, second].into_iter().find(has).or_else(earlier).unwrap_or(first)
    }

    /// Whether a clause ends between a piece and goods behind it, and the piece stands in a clause that changes something.
    fn is_apart(&self, at: usize, goods: usize) -> bool {
        let between = &self.pieces[at..self.mentions[goods].pieces.start];
        let mut own = self.pieces[..at].iter().rev().take_while(|piece| !piece.ends_clause());
        between.iter().any(Piece::ends_clause) && own.any(|piece| piece.is(Word::Change))
    }

    fn belongs_before(&self, at: usize, before: usize, after: usize) -> bool {
        let (from, to) = (self.mentions[before].pieces.end, self.mentions[after].pieces.start);
        match (self.apart(from..at), self.apart(at + 1..to)) {
            // 羊肉串一份，特辣，茄子两个: a clause between is about what was said before it.
            (true, true) => true,
            (apart, true) => !apart || !self.amounts_in(from..at) || self.wants[before].amount.is_none(),
            (true, false) => false,
            (false, false) => !self.amounts_in(from..at) && self.amounts_in(at + 1..to),
        }
    }
}
