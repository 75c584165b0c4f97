//! How many a line has once more of it, less of it, or so many in all are asked for.

use super::goods::Goods;
use super::options;
use crate::read::{Amount, Counted, Verb, Want};
use domain::cart::{CartLine, Choice};
use domain::catalogue::Item;

impl Goods<'_> {
    /// Whether more is asked for of what a want names. Where several are named, the words of each tell: "make the latte
    /// hot and add one more cake".
    pub(super) fn adds(&self, want: &Want) -> bool {
        let said = want.verb == Verb::More || want.counted == Counted::More;
        said || self.reading.tone.more && !self.several && want.counted != Counted::Fewer
    }

    /// Whether less is asked for of what a want names: 可颂少两个, "drop two of them".
    pub(super) fn takes_off(&self, want: &Want) -> bool {
        want.counted == Counted::Fewer || self.reading.tone.fewer && !self.several
    }

    /// How many a line has once what was said holds, and the option that the amount stands for; zero if it goes, `None`
    /// if it cannot be told.
    pub(super) fn recount(&self, line: &CartLine, item: &Item, want: &Want) -> Option<(u32, Option<Choice>)> {
        let (more, fewer) = (self.adds(want), self.takes_off(want));
        let Some(amount) = want.amount else {
            let one = more && want.options.is_empty();
            return Some((line.quantity.saturating_add(u32::from(one)), None));
        };
        if amount.is_half() && amount.value.is_none() {
            let half = amount.share_of(line.quantity).filter(|_| fewer)?;
            return Some((line.quantity.saturating_sub(half), None));
        }
        let (said, choice) = options::quantity(self.lexicon, item, amount)?;
        match () {
            () if want.counted == Counted::Times => Some((line.quantity.saturating_mul(said), choice)),
            () if fewer => self.is_so(line, item, choice).then_some((line.quantity.saturating_sub(said), None)),
            () if more => Some((line.quantity.saturating_add(said), choice)),
            // "Make them 500 ml": each of them. 两份饺子改成一斤 may mean each, or all together.
            () if choice.is_some() && said == 1 && line.quantity > 1 => {
                let each = want.of_all || amount.millilitres().is_some();
                each.then_some((line.quantity, choice))
            }
            () => Some((said, choice)),
        }
    }

    /// Whether a line has the option already that an amount stands for, if it stands for one.
    fn is_so(&self, line: &CartLine, item: &Item, choice: Option<Choice>) -> bool {
        choice.is_none_or(|choice| {
            choice.values.iter().all(|own| options::is_chosen(item, &line.options, &choice.group, own))
        })
    }

    /// 再来一杯冰的, 再来半斤: more than there is, and not of the same.
    pub(super) fn adds_another(&self, line: &CartLine, item: &Item, want: &Want) -> bool {
        let Some(amount) = want.amount.filter(|_| self.adds(want)) else { return false };
        let choice = options::quantity(self.lexicon, item, amount).and_then(|(_, choice)| choice);
        !want.options.is_empty() || !self.is_so(line, item, choice)
    }

    /// 把可颂去掉两个: how many are left of a line, if some are.
    pub(super) fn left_of(&self, line: &CartLine, want: &Want) -> Option<u32> {
        let amount = want.amount?;
        let item = self.lexicon.item(self.lexicon.item_no(&line.item)?);
        let fewer = Want { counted: Counted::Fewer, amount: Some(amount), ..Want::default() };
        self.recount(line, item, &fewer).map(|(left, _)| left).filter(|left| *left > 0)
    }

    /// So many of a line: half of them, or a number that is less than all.
    pub(super) fn share(&self, at: usize, amount: Option<Amount>) -> Option<u32> {
        let quantity = self.dialogue.cart.lines.get(at)?.quantity;
        amount?.share_of(quantity).filter(|some| *some < quantity)
    }
}
