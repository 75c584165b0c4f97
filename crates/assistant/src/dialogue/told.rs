//! Which of several lines is meant, where the sentence tells them apart: 半糖那杯, "the oat one", 每样, 两种都要, "the same".

use super::goods::{Acted, Goods};
use super::options;
use crate::read::{Amount, Chosen, Fit, Operator, Reference, Want};
use crate::turn::Question;
use domain::id::ItemKey;

/// What was shown, and all of it taken at once, at most: more than these were rather not all looked at.
pub(super) const TAKEN_MAX: usize = 4;

impl Goods<'_> {
    /// The lines of the cart that a want may speak of.
    pub(super) fn lines_meant(&self, want: &Want) -> Vec<usize> {
        let Some(best) = want.fit() else { return Vec::new() };
        let means = |key: &ItemKey| {
            let no = self.lexicon.item_no(key);
            let shops = want.shops.as_ref().filter(|shops| !shops.is_empty());
            let elsewhere = no.zip(shops).is_some_and(|(no, shops)| !shops.contains(&self.lexicon.shop_of(no)));
            !elsewhere && want.items.iter().any(|one| Some(one.item) == no && (one.fit == best || one.fit >= Fit::Part))
        };
        let lines = &self.dialogue.cart.lines;
        // 煲仔饭换成腊味的: the one that is called so, and not what else such a shop sells.
        let called = |key: &ItemKey| {
            let no = self.lexicon.item_no(key);
            want.items.iter().any(|one| Some(one.item) == no && one.cover > 0)
        };
        let any_called = lines.iter().any(|line| means(&line.item) && called(&line.item));
        let means = |key: &ItemKey| means(key) && (!any_called || called(key));
        (0..lines.len()).filter(|at| means(&lines[*at].item)).collect()
    }

    /// The line of the cart that a want speaks of: 半糖的奶茶加布丁 is, of two, about the one with half the sugar.
    pub(super) fn line_of(&self, want: &Want) -> Option<usize> {
        let meant = self.lines_meant(want);
        self.line_told(&meant, want).or(meant.last().copied())
    }

    fn line_told(&self, meant: &[usize], want: &Want) -> Option<usize> {
        let told = if meant.len() > 1 { self.best_told(meant, want) } else { None };
        told.or(self.dialogue.focus.filter(|focus| meant.contains(focus)))
    }

    /// 拿铁换成燕麦奶, of a hot one and an iced one: whether nothing tells which line of the same goods is meant.
    pub(super) fn may_be_several(&self, want: &Want) -> bool {
        let meant = self.lines_meant(want);
        let key = |at: &usize| &self.dialogue.cart.lines[*at].item;
        let same = meant.windows(2).all(|pair| key(&pair[0]) == key(&pair[1]));
        meant.len() > 1 && same && self.line_told(&meant, want).is_none()
    }

    /// Something was done about a word: it is not lost. One "drop" drops one thing; "each" and the like are said once.
    pub(super) fn did(&mut self, operator: Operator) {
        let said = self.reading.operators.iter().position(|own| *own == operator);
        match said {
            Some(at) if operator == Operator::Less => {
                self.reading.operators.remove(at);
            }
            _ => self.reading.operators.retain(|own| *own != operator),
        }
    }

    /// Whether a word was said that nothing was done about: what is bought may then be other than what was said.
    pub(super) fn leaves_operator(&self) -> bool {
        let several = self.dialogue.cart.lines.len() > 1;
        self.reading.operators.iter().any(|operator| several || *operator != Operator::Each)
    }

    /// The lines that a want tells apart by what is chosen of them, if it tells some apart, and what else it says.
    pub(super) fn told_apart(&self, want: &Want) -> Option<(Vec<usize>, Want)> {
        let (which, options): (Vec<Chosen>, Vec<Chosen>) = want.options.iter().cloned().partition(|one| one.which);
        let told: Vec<usize> = (0..self.dialogue.cart.lines.len())
            .filter(|at| which.iter().all(|one| self.has_chosen(*at, one)))
            .collect();
        let tells = !which.is_empty() && !told.is_empty();
        tells.then(|| (told, Want { options, ..want.clone() }))
    }

    /// Whether this is chosen of a line.
    pub(super) fn has_chosen(&self, at: usize, chosen: &Chosen) -> bool {
        let line = &self.dialogue.cart.lines[at];
        let item = self.lexicon.item_no(&line.item).map(|no| self.lexicon.item(no));
        item.is_some_and(|item| {
            let value = self.lexicon.value_of(item, chosen.value);
            value.is_some_and(|(_, pair)| options::is_chosen(item, &line.options, &pair.group, &pair.value))
        })
    }

    /// Of several lines that may be meant, the one that most of what is said is chosen of.
    pub(super) fn best_told(&self, lines: &[usize], want: &Want) -> Option<usize> {
        let said = |at: &usize| want.options.iter().filter(|one| self.has_chosen(*at, one)).count();
        let most = lines.iter().map(said).max().filter(|most| *most > 0)?;
        let mut best = lines.iter().filter(|at| said(at) == most);
        best.next().filter(|_| best.next().is_none()).copied()
    }

    /// 热的那杯去掉: of the lines, the one that is told apart so goes.
    pub(super) fn drop_told(&mut self, want: &Want) -> bool {
        let Some((told, rest)) = self.told_apart(want) else { return false };
        match told[..] {
            [at] => {
                self.did(Operator::Less);
                self.take_line(at);
                self.dialogue.focus = None;
                self.acted_on.push(Acted::Other);
                // 黄的不要了，五棵全要红的
                if let (Some(all), 1) = (rest.out_of, self.dialogue.cart.lines.len()) {
                    self.did(Operator::Each);
                    self.edit_line(0, &Want { amount: Some(Amount::count(all)), out_of: None, ..rest });
                }
            }
            _ => self.question = Some((Question::WhichLine, Vec::new())),
        }
        true
    }

    /// 两种各来一个: of what was shown, all.
    pub(super) fn takes_all_shown(&mut self, want: &Want) -> bool {
        let shown = self.shown();
        let every = self.reading.operators.contains(&Operator::Each) || self.reading.tone.all;
        let count = |said: u32| usize::try_from(said) == Ok(shown.len());
        let all = want.out_of.map_or(shown.len() <= TAKEN_MAX, count);
        let points = self.reading.prefer.is_some() || self.reading.reference.is_some_and(|one| one != Reference::This);
        let available = shown.iter().all(|item| self.chooser().available(*item));
        // 两个都不要
        let refused = self.reading.tone.refuses || self.reading.tone.drops || self.reading.tone.cancels;
        if !(every && all && available) || refused || points || shown.len() < 2 || !want.parts.is_empty() {
            return false;
        }
        let want = self.with_kept(want);
        self.did(Operator::Each);
        self.dialogue.pending = None;
        shown.into_iter().for_each(|item| self.put(item, &want));
        self.dialogue.offers_done();
        true
    }

    /// "And the same for my sister, but hot": one more of the line spoken of, with what is said of it.
    pub(super) fn same_again(&mut self, want: &Want) -> bool {
        let lines = &self.dialogue.cart.lines;
        let says = self.reading.operators.contains(&Operator::Same) && !self.reading.tone.changes;
        if !says || lines.is_empty() {
            return false;
        }
        let Some(at) = self.dialogue.focus.filter(|at| *at < lines.len()).or((lines.len() == 1).then_some(0)) else {
            self.question = Some((Question::WhichLine, Vec::new()));
            return true;
        };
        let Some(no) = self.lexicon.item_no(&lines[at].item) else { return false };
        let one = (lines[at].quantity == 1).then_some(Amount::count(1));
        let Some(amount) = want.amount.or(one) else {
            self.question = Some((Question::HowMuch(std::sync::Arc::clone(self.lexicon.item(no))), vec![no]));
            return true;
        };
        self.did(Operator::Same);
        self.another(at, no, &Want { amount: Some(amount), ..want.clone() });
        true
    }
}
