//! Parts of which the option is said before how many: 红的三支，蓝的五支; 热拿铁两杯，冰的一杯; 热的和冰的各一杯.

use std::ops::Range;

use super::Attach;
use crate::lexicon::{ValueNo, Word};
use crate::read::parse::piece::Role;
use crate::read::reading::{Amount, Chosen, Part};

/// What stands behind the name of goods: how many there are, and the parts of them.
#[derive(Default)]
struct Parts {
    /// 拿铁两杯: said right behind the name.
    all: Option<u32>,
    parts: Vec<Part>,
    /// 各 of 各一杯.
    each: Option<usize>,
    /// 都要半糖: said behind the parts, of all of them.
    shared: Vec<Chosen>,
}

impl Attach<'_> {
    /// Finds such parts behind the last goods. The pieces that say so.
    pub(super) fn parts_by_value(&mut self, chosen: &dyn Fn(usize, ValueNo) -> Chosen) -> Range<usize> {
        let Some(of) = self.mentions.len().checked_sub(1) else { return 0..0 };
        let from = self.mentions[of].pieces.end;
        let Some(Parts { all, parts, each, shared }) = self.parts_from(from, chosen) else { return 0..0 };
        let before = self.counted_before(of);
        let sum: u32 = parts.iter().filter_map(|part| part.quantity).fold(0, u32::saturating_add);
        let amount = match all {
            // 热拿铁两杯，冰的一杯 are three.
            Some(all) if each.is_none() && self.are_others(of, &parts) => Some(all.saturating_add(sum)),
            Some(all) if all == sum => Some(all),
            Some(_) => return 0..0,
            None if before.is_some_and(|said| said != sum) || parts.len() < 2 => return 0..0,
            None => None,
        };
        self.acted.extend(each);
        self.wants[of].amount = amount.map(Amount::count);
        self.wants[of].parts = parts;
        self.wants[of].options = shared;
        from..self.pieces.len()
    }

    /// 一冰一热两杯拿铁, 一杯大杯一杯中杯的美式: parts that are said before the name, with or without how many they are in all.
    /// The pieces that say so.
    pub(super) fn parts_before(&mut self, chosen: &dyn Fn(usize, ValueNo) -> Chosen) -> Range<usize> {
        let Some(first) = self.mentions.first().map(|first| first.pieces.start).filter(|_| self.mentions.len() == 1)
        else {
            return 0..0;
        };
        let own = (0..first).rev().take_while(|at| !self.pieces[*at].ends_clause());
        let own: Vec<usize> =
            own.filter(|at| !self.pieces[*at].transparent() && !self.pieces[*at].is(Word::And)).collect();
        let amount = |at: usize| match self.pieces[at].role {
            Role::Amount(amount) if amount.value.is_none() && !amount.is_half() => amount.whole(),
            _ => None,
        };
        let all = own.first().and_then(|at| amount(*at));
        let mut parts = Vec::new();
        let mut from = first;
        for pair in own[usize::from(all.is_some())..].chunks(2) {
            let [value, count] = pair else { break };
            let (Role::Value(no), Some(quantity)) = (self.pieces[*value].role, amount(*count)) else { break };
            if !self.mentions[0].has(self.lexicon, no) {
                break;
            }
            parts.push(Part { quantity: Some(quantity), options: vec![chosen(*value, no)] });
            from = *count;
        }
        let sum: u32 = parts.iter().filter_map(|part| part.quantity).fold(0, u32::saturating_add);
        if parts.len() < 2 || all.is_some_and(|all| all != sum) || !self.one_of_each(&parts) {
            return 0..0;
        }
        parts.reverse();
        self.wants[0].amount = Some(Amount::count(sum));
        self.wants[0].parts = parts;
        from..first
    }

    fn parts_from(&self, from: usize, chosen: &dyn Fn(usize, ValueNo) -> Chosen) -> Option<Parts> {
        let mut found = Parts::default();
        let mut options = Vec::new();
        for at in from..self.pieces.len() {
            let piece = &self.pieces[at];
            match piece.role {
                _ if piece.transparent() => {}
                Role::Separator(_) | Role::Word(Word::All | Word::Want) => {}
                Role::Word(Word::And) if !options.is_empty() => {}
                Role::Word(Word::Each) if options.len() > 1 && found.parts.is_empty() => found.each = Some(at),
                Role::Value(value) if found.each.is_none() || !found.parts.is_empty() => {
                    options.push(chosen(at, value))
                }
                Role::Amount(amount) if amount.value.is_none() => {
                    let quantity = amount.whole().filter(|_| !amount.is_half())?;
                    if found.each.is_some() && !found.parts.is_empty()
                        || options.is_empty() && (found.all.is_some() || !found.parts.is_empty())
                    {
                        return None;
                    }
                    found.add(std::mem::take(&mut options), quantity);
                }
                _ => return None,
            }
        }
        // 一杯大杯少冰，一杯中杯去冰: what comes last is of another part, and not of all.
        let ends = !self.chooses_anew(&found.parts, &options);
        found.shared = options;
        let whole = ends && !found.parts.is_empty();
        (whole && (found.each.is_none() || self.one_of_each(&found.parts))).then_some(found)
    }

    /// Whether one of these options is another value of what is chosen of the parts.
    fn chooses_anew(&self, parts: &[Part], options: &[Chosen]) -> bool {
        self.mentions.iter().filter_map(|mention| mention.items.first()).any(|best| {
            let item = self.lexicon.item(best.item);
            let group = |one: &Chosen| self.lexicon.value_of(item, one.value).map(|(_, pair)| pair.group.clone());
            let known: Vec<_> = parts.iter().flat_map(|part| &part.options).filter_map(group).collect();
            options.iter().filter_map(group).any(|own| known.contains(&own))
        })
    }

    /// Whether what each of is wanted are values of one option.
    fn one_of_each(&self, parts: &[Part]) -> bool {
        let values: Vec<ValueNo> = parts.iter().flat_map(|part| &part.options).map(|one| one.value).collect();
        let items = self.mentions.iter().flat_map(|mention| mention.items.first());
        let group =
            |item, value| self.lexicon.value_of(self.lexicon.item(item), value).map(|(_, pair)| pair.group.clone());
        items.into_iter().any(|best| {
            let first = values.first().and_then(|value| group(best.item, *value));
            first.is_some() && values.iter().all(|value| group(best.item, *value) == first)
        })
    }

    /// Whether an option that stands before the goods in their clause is another one than that of the parts.
    fn are_others(&self, of: usize, parts: &[Part]) -> bool {
        let Some(best) = self.mentions[of].items.first() else { return false };
        let group = |value| self.lexicon.value_of(self.lexicon.item(best.item), value).map(|(_, pair)| pair.clone());
        let own: Vec<_> = self
            .clause_before(of)
            .filter_map(|at| match self.pieces[at].role {
                Role::Value(value) => group(value),
                _ => None,
            })
            .collect();
        let other = |one: &Chosen| {
            group(one.value)
                .is_some_and(|pair| own.iter().any(|own| own.group == pair.group && own.value != pair.value))
        };
        parts.iter().all(|part| part.options.iter().any(other))
    }

    /// How many are said before the goods in their clause.
    fn counted_before(&self, of: usize) -> Option<u32> {
        self.clause_before(of).find_map(|at| match self.pieces[at].role {
            Role::Amount(amount) => amount.whole(),
            _ => None,
        })
    }

    fn clause_before(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        let start = self.mentions[of].pieces.start;
        (0..start).rev().take_while(|at| !matches!(self.pieces[*at].role, Role::Separator(_) | Role::Item))
    }
}

impl Parts {
    fn add(&mut self, options: Vec<Chosen>, quantity: u32) {
        match self.each {
            _ if options.is_empty() => self.all = Some(quantity),
            Some(_) => {
                self.parts =
                    options.into_iter().map(|one| Part { quantity: Some(quantity), options: vec![one] }).collect()
            }
            None => self.parts.push(Part { quantity: Some(quantity), options }),
        }
    }
}
