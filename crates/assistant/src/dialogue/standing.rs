//! 喝的统统无糖: what is said of all of a kind before any of it is wanted holds for what comes later.

use super::goods::Goods;
use crate::lexicon::{ItemNo, Meaning};
use crate::read::{Chosen, Standing, Want};

/// Options said of all that are kept at most; what is said beyond that is said back.
const STANDING_MAX: usize = 8;

/// An option that was said of all of a kind, in the words that were used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StandingKept {
    /// What all of it is called; `None` for whatever is bought.
    pub(crate) kind: Option<String>,
    pub(crate) option: String,
}

impl Goods<'_> {
    /// Keeps what is said of all that is bought, and lets go of what is denied now.
    pub(super) fn keep_standing(&mut self) {
        if self.dialogue.standing.is_empty() && self.reading.standing.is_empty() {
            return;
        }
        self.lift_standing();
        for Standing { kind, chosen } in std::mem::take(&mut self.reading.standing) {
            let kind = kind.map(str::to_owned);
            let same = |known: &StandingKept| {
                let known_value = self.chosen_again(&known.option).map(|known| known.value);
                known.kind == kind && known_value.is_some_and(|known| self.lexicon.chooses_alike(known, chosen.value))
            };
            let mut standing = self.dialogue.standing.clone();
            standing.retain(|known| !same(known));
            match self.words_for(&chosen) {
                Some(option) if standing.len() < STANDING_MAX => standing.push(StandingKept { kind, option }),
                _ => self.leave_unread(vec![chosen.said]),
            }
            self.dialogue.standing = standing;
        }
    }

    /// 以后不用无糖了
    fn lift_standing(&mut self) {
        let denied = self.reading.wants.iter().flat_map(|want| &want.options).filter(|one| one.without);
        let denied: Vec<_> = denied.map(|one| one.value).collect();
        let is_denied = |known: &StandingKept| {
            let value = self.chosen_again(&known.option).map(|known| known.value);
            value.is_some_and(|value| denied.iter().any(|one| self.lexicon.chooses_same(*one, value)))
        };
        let kept = self.dialogue.standing.iter().filter(|known| !is_denied(known)).cloned().collect();
        self.dialogue.standing = kept;
    }

    /// A want with what was said of all, as far as an item is of that kind and has it, and nothing else is said of the same.
    pub(super) fn with_standing(&self, item: ItemNo, want: &Want) -> Want {
        let goods = self.lexicon.item(item);
        let of_kind = |kind: &str| {
            let kinds = self.lexicon.exact(kind).iter();
            kinds
                .into_iter()
                .any(|one| matches!(one, Meaning::Kind(list) if self.lexicon.items_in(*list).contains(&item)))
        };
        let standing = self.dialogue.standing.iter().filter(|known| known.kind.as_deref().is_none_or(of_kind));
        let standing = standing.filter_map(|known| self.chosen_again(&known.option));
        let said = |one: &Chosen| {
            let options = want.options.iter().chain(want.parts.iter().flat_map(|part| &part.options));
            options.into_iter().any(|own| self.lexicon.chooses_alike(own.value, one.value))
        };
        let has = |one: &Chosen| self.lexicon.value_of(goods, one.value).is_some();
        let options = standing.filter(|one| has(one) && !said(one)).chain(want.options.iter().cloned()).collect();
        Want { options, ..want.clone() }
    }
}
