//! Goods counted more than once, each time with options of their own: whether a later count is of some of those counted
//! before, 两碗面，一碗细的, or of others, 一碗细面，两碗宽的.

use super::Attach;
use crate::lexicon::{ValueNo, Word};
use crate::read::parse::piece::{Piece, Role};
use crate::read::reading::{Amount, Part};

/// How a count stands to those before it.
pub(super) enum Stands {
    /// It is of some of them.
    Among,
    /// It is of others.
    Beside,
    /// There are not so many left of them.
    Beyond,
}

impl Attach<'_> {
    /// How a count that has an option of its own stands to what was counted of the same goods before.
    pub(super) fn stands_to_all(&self, of: usize, at: usize, quantity: u32) -> Stands {
        let all = self.wants[of].amount.and_then(Amount::whole);
        let Some((first, all)) = self.counted_at[of].zip(all).filter(|_| !self.says_among(at)) else {
            return Stands::Among;
        };
        let parts = &self.wants[of].parts;
        let told: u32 = parts.iter().filter_map(|part| part.quantity).fold(0, u32::saturating_add);
        let left = all.saturating_sub(told);
        let with_option = parts.is_empty() && self.value_follows(first);
        match () {
            () if self.summed[of] => Stands::Beside,
            () if with_option && (quantity >= left || self.is_list(of, first) || self.excludes(of, first, at)) => {
                Stands::Beside
            }
            () if quantity > left => Stands::Beyond,
            () => Stands::Among,
        }
    }

    /// So many more of it, with what is said of them behind. What was said of those before is of those alone, if it was
    /// said behind their count.
    pub(super) fn part_beside(&mut self, of: usize, at: usize, quantity: u32) {
        if let Some(first) = self.counted_at[of].filter(|_| !self.summed[of]) {
            self.first_of_list(of, first, at);
        }
        self.summed[of] = true;
        if let Some(known) = &mut self.wants[of].amount {
            known.milli = known.milli.saturating_add(quantity.saturating_mul(1000));
            known.most = known.most.max(known.milli);
        }
        self.open = None;
        self.begin_part(of, quantity);
    }

    /// Makes a part of what was counted first, if that was counted behind the name.
    fn first_of_list(&mut self, of: usize, first: usize, at: usize) {
        if !self.is_behind_name(of, first) {
            return;
        }
        let quantity = self.wants[of].amount.and_then(Amount::whole);
        let own: Vec<ValueNo> = self.values(first, at).collect();
        let said = std::mem::take(&mut self.wants[of].options);
        let (options, of_all) = said.into_iter().partition(|chosen| own.contains(&chosen.value));
        self.wants[of].options = of_all;
        self.wants[of].parts.push(Part { quantity, options });
    }

    /// 其中一杯, 一杯换成, 两杯都, "for an iPhone 16": it is of those there are.
    fn says_among(&self, at: usize) -> bool {
        // "A case for an iPhone" is one thing.
        let whose = at.checked_sub(1).is_some_and(|before| {
            let before = self.pieces[before].text(self.sentence);
            ["for", "with", "on", "of"].iter().any(|word| before.eq_ignore_ascii_case(word))
        });
        let clause = self.near(at).map(|near| &self.pieces[near]);
        let words = [Word::Among, Word::All, Word::Each, Word::Rest, Word::Change];
        whose || clause.into_iter().any(|piece| words.iter().any(|word| piece.is(*word)))
    }

    fn is_behind_name(&self, of: usize, at: usize) -> bool {
        self.mentions.get(of).is_none_or(|mention| mention.pieces.end <= at)
    }

    /// 拿铁，一杯热的，一杯加糖: they were counted in clauses of their own behind the name.
    fn is_list(&self, of: usize, first: usize) -> bool {
        let Some(mention) = self.mentions.get(of) else { return true };
        let apart = |range: std::ops::Range<usize>| self.pieces[range].iter().any(Piece::ends_clause);
        mention.pieces.end <= first && apart(mention.pieces.end..first)
    }

    /// Whether an option said of these cannot be one of those; where many can be chosen, 两杯加珍珠，一杯加椰果 are each of
    /// their own all the same.
    fn excludes(&self, of: usize, first: usize, at: usize) -> bool {
        let behind = self.is_behind_name(of, first);
        let Some(mention) = self.mentions.get(of) else { return behind };
        let own = |one: ValueNo, other: ValueNo| mention.of_one_group(self.lexicon, one, other);
        let excludes = |one: ValueNo, other: ValueNo| own(one, other).is_some_and(|many| behind || !many);
        self.values(first, at).any(|one| self.values(at, self.pieces.len()).any(|other| excludes(one, other)))
    }

    /// The options in the clause of a count, before `end`.
    fn values(&self, count: usize, end: usize) -> impl Iterator<Item = ValueNo> + '_ {
        let clause = self.pieces[count + 1..end]
            .iter()
            .take_while(|piece| !matches!(piece.role, Role::Separator(_) | Role::Amount(_)));
        clause.filter_map(|piece| if let Role::Value(value) = piece.role { Some(value) } else { None })
    }
}
