//! What was said about goods before it was known which they are: it is kept with the question, and holds for the answer.

use super::goods::{Acted, Goods};
use super::{Dialogue, Pending};
use crate::read::{Amount, Chosen, Part, Want};
use domain::cart::CartLine;

/// What was said about goods before it was known which.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct WantKept {
    /// How many or how much; without the option value that may go by the same words.
    pub(crate) amount: Option<Amount>,
    /// The options, as they were said.
    pub(crate) options: Vec<String>,
    /// Some of them with options of their own.
    pub(crate) parts: Vec<PartKept>,
    /// The line of the cart that it takes the place of.
    pub(crate) instead: Option<usize>,
    /// Who is to have it.
    pub(crate) owner: Option<String>,
}

/// So many of them, or the rest where no number is given, with the options as they were said.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct PartKept {
    pub(crate) quantity: Option<u32>,
    pub(crate) options: Vec<String>,
}

impl Dialogue {
    /// What was said about the goods of which it is asked which they are, if that is the question.
    pub(crate) fn choosing(&self) -> Option<&WantKept> {
        match &self.pending {
            Some(Pending::WhichItem(kept)) => Some(kept),
            _ => None,
        }
    }

    /// Takes a line out of the cart. What is still to be chosen takes the place of the same lines as before.
    pub(super) fn take_line(&mut self, at: usize) -> CartLine {
        let line = self.cart.lines.remove(at);
        self.focus = behind(self.focus, at);
        let asked = self.pending.iter_mut().filter_map(|pending| match pending {
            Pending::WhichItem(kept) => Some(kept),
            _ => None,
        });
        for kept in asked.chain(self.unchosen.iter_mut().map(|unchosen| &mut unchosen.kept)) {
            kept.instead = behind(kept.instead, at);
        }
        line
    }
}

/// Where a line stands once the one at `at` was taken; `None` if it was that one.
fn behind(own: Option<usize>, at: usize) -> Option<usize> {
    own.filter(|own| *own != at).map(|own| own - usize::from(own > at))
}

impl Goods<'_> {
    /// Takes a line; what was acted on by its place goes on by the place that it has then.
    pub(super) fn take_line(&mut self, at: usize) -> CartLine {
        for acted in &mut self.acted_on {
            if let Acted::Line(own) = *acted {
                *acted = behind(Some(own), at).map_or(Acted::Other, Acted::Line);
            }
        }
        self.dialogue.take_line(at)
    }

    /// Asks which of the offers is meant; what was said about it is kept until then.
    pub(super) fn await_choice(&mut self, kept: WantKept) {
        self.dialogue.pending = Some(Pending::WhichItem(kept));
    }

    /// What of a want is kept. Options that could not be told again from their words are said back.
    pub(super) fn keep(&mut self, want: &Want) -> WantKept {
        let amount = want.amount.map(|amount| Amount { value: None, ..amount });
        let options = self.keep_said(&want.options);
        let part = |part: &Part| PartKept { quantity: part.quantity, options: self.keep_said(&part.options) };
        let parts = want.parts.iter().map(part).collect();
        WantKept { amount, options, parts, instead: None, owner: want.owner.clone() }
    }

    fn keep_said(&mut self, chosen: &[Chosen]) -> Vec<String> {
        let (mut kept, mut lost) = (Vec::new(), Vec::new());
        for one in chosen {
            match self.words_for(one) {
                Some(words) => kept.push(words),
                None => lost.push(one.said.clone()),
            }
        }
        self.leave_unread(lost);
        kept
    }

    /// Words that name an option by themselves: those that were said, or what the shops call it.
    pub(super) fn words_for(&self, chosen: &Chosen) -> Option<String> {
        let own = self.lexicon.term(chosen.value).first().map(|(_, pair)| pair.value.to_string());
        let names = |words: &String| self.chosen_again(words).is_some_and(|again| again.value == chosen.value);
        let holds = !chosen.without && !chosen.otherwise;
        [Some(chosen.said.clone()), own].into_iter().flatten().find(names).filter(|_| holds)
    }

    /// With what was said before it was known of what: 来两碗面, then 牛肉面.
    pub(super) fn with_kept(&self, want: &Want) -> Want {
        let mut want = want.clone();
        let Some(kept) = self.dialogue.choosing() else { return want };
        let again = |said: &[String]| said.iter().filter_map(|said| self.chosen_again(said)).collect::<Vec<_>>();
        want.amount = want.amount.or(kept.amount);
        want.owner = want.owner.or_else(|| kept.owner.clone());
        let of_parts = kept.parts.iter().filter_map(|part| part.quantity).map(u64::from).sum::<u64>();
        let enough = want.amount.and_then(Amount::whole).is_some_and(|all| u64::from(all) >= of_parts);
        if want.parts.is_empty() && enough {
            let part = |part: &PartKept| Part { quantity: part.quantity, options: again(&part.options) };
            want.parts = kept.parts.iter().map(part).collect();
        }
        // What is said now holds over what was said before of the same.
        let mut before = again(&kept.options);
        let said = std::mem::take(&mut want.options);
        before.retain(|one| !said.iter().any(|now| self.lexicon.chooses_alike(one.value, now.value)));
        want.options = before.into_iter().chain(said).collect();
        want
    }

    /// The option that these words name.
    pub(super) fn chosen_again(&self, said: &str) -> Option<Chosen> {
        let value = self.lexicon.value_called(said)?;
        Some(Chosen { value, without: false, replaces: false, which: false, otherwise: false, said: said.to_owned() })
    }

    /// The line of the cart whose place is taken by what is picked.
    pub(super) fn instead(&self) -> Option<usize> {
        self.dialogue.choosing().and_then(|kept| kept.instead)
    }
}
