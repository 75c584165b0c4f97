//! Of which of several something is said: each of them, both, one of them, another, the rest.

use super::Attach;
use crate::lexicon::Word;
use crate::lexicon::text::Kind;
use crate::read::parse::operators;
use crate::read::parse::piece::{Piece, Role, clause};
use crate::read::reading::{Amount, Chosen, Counted, Part, Want};

/// Pieces on either side within which a word is near.
const NEAR: usize = 8;

impl Attach<'_> {
    /// 两杯都要热的, "all three iced": it says how many there are of which all is said, and counts nothing.
    pub(super) fn out_of(&mut self, at: usize, amount: Amount) -> bool {
        let all = |piece: Option<&Piece>, han: bool| {
            let is = |piece: &Piece| piece.is(Word::All) || piece.is(Word::Each);
            piece.is_some_and(|piece| is(piece) && piece.text(self.sentence).is_ascii() != han)
        };
        let said = all(self.pieces.get(at + 1), true) || all(at.checked_sub(1).map(|at| &self.pieces[at]), false);
        let own = said && self.mentions.is_empty() && amount.value.is_none();
        if own {
            let free = self.free();
            self.wants[free].out_of = amount.whole();
        }
        own
    }

    /// "Both iced": there are two of which all is said.
    pub(super) fn both(&mut self, at: usize) {
        let both = self.pieces[at].text(self.sentence).to_ascii_lowercase().starts_with("both");
        if both && self.mentions.is_empty() {
            let free = self.free();
            self.wants[free].out_of = Some(2);
        }
    }

    /// "One with 30% sugar, no ice and pearls, the other one hot": whether nothing but more options stands between a comma
    /// and what is said of another.
    pub(super) fn goes_on_to_the_other(&self, comma: usize) -> bool {
        let mut clauses = self.pieces[comma + 1..].split(Piece::ends_clause);
        let joins = |piece: &Piece| piece.transparent() || piece.is(Word::And) || matches!(piece.role, Role::Value(_));
        let listed = clauses.next().is_some_and(|clause| !clause.is_empty() && clause.iter().all(joins));
        let first = clauses.next().and_then(|clause| clause.iter().find(|piece| !piece.transparent()));
        listed && first.is_some_and(|first| first.is(Word::Other))
    }

    /// 拿铁十杯，翻倍: so many times as many as were just said.
    pub(super) fn times(&mut self, at: usize, amount: Amount) -> bool {
        let (Some(of), Some(times)) = (self.before(at), amount.whole()) else { return false };
        let Some(known) = self.wants[of].amount.filter(|_| self.pieces[at].is(Word::Double)) else { return false };
        self.wants[of].amount = Some(known.times(times));
        true
    }

    /// 拿铁要一杯摩卡要两杯: whether each of the goods of the clause is counted behind its name.
    pub(super) fn counts_behind(&self, at: usize) -> bool {
        let own = clause::around(self.pieces, &(at..at + 1));
        let counts = own.clone().filter(|at| matches!(self.pieces[*at].role, Role::Amount(_))).collect::<Vec<_>>();
        let named = self.mentions.iter().filter(|mention| own.contains(&mention.pieces.start)).collect::<Vec<_>>();
        let wants = own.clone().filter(|at| self.pieces[*at].is(Word::Want)).count();
        let each = named.len() > 1 && named.len() == counts.len() && wants > 0;
        each && named.iter().zip(&counts).all(|(mention, count)| mention.pieces.end <= *count)
            && counts.iter().zip(&named[1..]).all(|(count, next)| *count < next.pieces.start)
    }

    /// 拿铁美式各一杯, 拿铁和美式都来一杯, "one of each"; 再各加一杯 is one more of each.
    pub(super) fn each(&mut self, at: usize, amount: Amount) -> bool {
        let is_each = |at: usize| {
            let piece = self.pieces.get(at);
            piece.is_some_and(|piece| piece.is(Word::Each) || piece.is(Word::All) && self.before(at).is_some())
        };
        let near = [Some(at + 1), at.checked_sub(1), at.checked_sub(2)];
        let Some(each) = near.into_iter().flatten().find(|near| is_each(*near)) else { return false };
        if self.mentions.len() < 2 {
            return false;
        }
        // 拿铁冰的，摩卡热的，两杯都要大杯: as many as there are, and none of them twice.
        let counted = self.wants.iter().take(self.mentions.len()).filter(|want| **want != Want::default());
        let units: u32 = counted.map(|want| want.amount.and_then(Amount::whole).unwrap_or(1)).sum();
        let told = each == at + 1 && self.pieces[each].is(Word::All) && self.after(at).is_none();
        if told {
            self.acted.push(each);
            if amount.whole() != Some(units) {
                self.left.push(at);
            }
            return true;
        }
        // 拿铁和美式各一杯，再来三个可颂: of what stands before it, if anything does.
        let before = self.mentions.iter().filter(|mention| mention.pieces.end <= at).count();
        let all = if before > 1 { before } else { self.mentions.len() };
        let more = self.counted(at) == Counted::More && before > 0;
        let mut of = self.wants.iter_mut().take(all).filter(|want| more || want.amount.is_none()).peekable();
        if of.peek().is_none() {
            return false;
        }
        of.for_each(|want| match &mut want.amount {
            Some(known) => known.milli = known.milli.saturating_add(amount.milli),
            None => want.amount = Some(amount),
        });
        self.acted.push(each);
        true
    }

    /// 拿铁和美式各来一杯冰的: what is said of each of those counted together.
    pub(super) fn of_each(&mut self, at: usize, chosen: &Chosen) -> bool {
        // 拿铁和美式各一杯，冰的
        let last = self.after(at).is_none();
        let stops = |at: &usize| match self.pieces[*at].role {
            Role::Separator(kind) => last && kind == Kind::Comma,
            role => role != Role::Item,
        };
        let each =
            (0..at).rev().take_while(stops).find(|near| self.acted.contains(near) && self.pieces[*near].is(Word::Each));
        let Some(each) = each else { return false };
        let of: Vec<usize> = (0..self.mentions.len())
            .filter(|of| self.mentions[*of].pieces.end <= each && self.mentions[*of].has(self.lexicon, chosen.value))
            .collect();
        of.iter().for_each(|of| self.wants[*of].options.push(chosen.clone()));
        !of.is_empty()
    }

    /// The pieces of the clause that are near, those before first.
    pub(super) fn near(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let stops = |at: &usize| !self.pieces[*at].ends_clause();
        let before = (0..at).rev().take_while(stops).take(NEAR);
        before.chain((at + 1..self.pieces.len()).take_while(stops).take(NEAR))
    }

    /// "Add an egg to just one of them", "one of them with an egg": where that stands, if nothing was done about it yet.
    pub(super) fn of_one(&self, at: usize) -> Option<usize> {
        let text = |piece: &Piece| piece.text(self.sentence).to_ascii_lowercase();
        let one = |near: &usize| {
            let piece = &self.pieces[*near];
            piece.is(Word::Among)
                && text(piece).starts_with("one of")
                && !self.acted.iter().rev().take(NEAR).any(|acted| acted == near)
        };
        self.near(at).find(one)
    }

    /// "Another one for my sister, hot", "and the same for her": whether it counts nothing and names nothing.
    pub(super) fn says_another(&self, at: usize) -> bool {
        let text = self.pieces[at].text(self.sentence).to_ascii_lowercase();
        let counts = |piece: &Piece| matches!(piece.role, Role::Amount(_) | Role::Item | Role::Measure(_));
        let clause = self.pieces[at + 1..].iter().take_while(|piece| !piece.ends_clause());
        let another = matches!(text.as_str(), "another" | "another one" | "one more");
        // "Two lattes and the same for her" may be two or one.
        let one = || self.before(at).is_some_and(|of| self.wants[of].amount.is_none_or(|said| said.whole() == Some(1)));
        let same = || self.pieces[at].is(Word::Same) && self.joins_same(at) && one();
        (another || same()) && !clause.into_iter().any(counts)
    }

    /// One more of what was named, with what is said of it behind.
    pub(super) fn another(&mut self, at: usize) {
        let Some(of) = self.before(at) else { return };
        let known = self.wants[of].amount.get_or_insert(Amount::count(1));
        known.milli = known.milli.saturating_add(1000);
        known.most = known.most.max(known.milli);
        self.acted.push(at);
        self.open = None;
        self.begin_part(of, 1);
    }

    /// "And the same": not the same of something.
    pub(super) fn joins_same(&self, at: usize) -> bool {
        let joins = |piece: &Piece| matches!(piece.role, Role::Word(Word::And | Word::More | Word::Want));
        operators::is_same(self.pieces, at)
            && self.near(at).take_while(|near| *near < at).any(|near| joins(&self.pieces[near]))
    }

    /// 其他的要热的: what is left has options of its own.
    pub(super) fn rest(&mut self, at: usize) {
        let of = self.before(at).unwrap_or(self.free());
        if of == self.free() {
            self.first_part();
        }
        if !self.wants[of].parts.is_empty() {
            self.acted.push(at);
            self.wants[of].parts.push(Part::default());
            self.open = Some((of, self.wants[of].parts.len() - 1));
        }
    }

    /// 一碗重辣，一碗不辣，都不要葱: what is said of all the parts of the one thing there is.
    pub(super) fn of_all_parts(&mut self, at: usize, chosen: &Chosen) -> bool {
        let Some(all) = self.all(at).filter(|_| self.mentions.len() <= 1) else { return false };
        let of = self.before(at).unwrap_or(self.free());
        let divided = self.wants[of].parts.len() > 1;
        if divided {
            self.acted.push(all);
            self.wants[of].options.push(chosen.clone());
        }
        divided
    }

    pub(super) fn all(&self, at: usize) -> Option<usize> {
        let stops = |at: &usize| !matches!(self.pieces[*at].role, Role::Separator(_) | Role::Item);
        (0..at).rev().take_while(stops).find(|at| self.pieces[*at].is(Word::All))
    }
}
