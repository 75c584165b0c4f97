//! Changing what is in the cart: amounts, options, other goods in place of some, taking out.

use super::goods::{Acted, Goods};
use super::options;
use crate::lexicon::{ItemNo, ShopNo, is_self};
use crate::read::{Amount, Counted, Fit, Operator, Part, Reference, Verb, Want};
use crate::turn::{Note, Question};
use domain::cart::CartLine;
use domain::catalogue::OptionGroup;
use std::sync::Arc;

impl Goods<'_> {
    pub(super) fn named(&mut self, wants: &[Want]) {
        let shared = self.shared_shops(wants);
        let mut replaced: Option<CartLine> = None;
        let anew = self.dialogue.cart.lines.is_empty();
        let mut before: Option<&Want> = None;
        for want in wants {
            let before = before.replace(want);
            match want.verb {
                Verb::Drop => replaced = self.drop_line(want, wants.len() == 1),
                // "Make the fries small", where it is asked about them.
                Verb::Instead if self.dialogue.choosing().is_some() && self.is_shown(want) => self.have(want, &shared),
                Verb::Instead if !want.is_free() => {
                    let want = self.of_same_kind(want, before);
                    self.replace(&want, replaced.take(), &shared);
                }
                // 不对，是摩卡, of the one thing there is.
                _ if !want.is_free() && self.corrects_it(want, wants) => self.replace(want, None, &shared),
                // 两斤，甜柿饼一斤: it counts something else, whatever that is.
                _ if want.is_free() && anew && want.amount.is_some() && all_counted(wants) => {
                    self.reading.doubtful = true;
                }
                _ if want.is_free() => self.edit_free(want),
                // "The pan-fried pork ones", where one thing is called so, is that.
                _ if (want.detail || want.which && !is_one(want)) && !self.was_shown(want) => {
                    self.leave_unread(vec![want.said.clone()]);
                }
                _ => {
                    let mut want = self.or_otherwise(want, &shared);
                    want.asked |= self.is_anothers(&want, wants);
                    want.asked &= !is_said_again(&want, wants);
                    self.have(&want, &shared);
                }
            }
        }
    }

    /// 我爸要牛肉面大碗，我妈也是牛肉面: whether the same goods were asked for by this sentence, and for somebody else.
    fn is_anothers(&self, want: &Want, wants: &[Want]) -> bool {
        let line = self.line_of(want).filter(|at| self.acted_on.contains(&Acted::Line(*at)));
        let owners = wants.iter().filter(|own| somebody(own) == somebody(want)).count();
        line.is_some() && somebody(want).is_some() && owners == 1 && !self.reading.tone.changes
    }

    /// Whether the sentence corrects the one line there is by other goods.
    fn corrects_it(&self, want: &Want, wants: &[Want]) -> bool {
        let tone = self.reading.tone;
        let alone = wants.iter().filter(|want| !want.is_free()).count() == 1 && self.dialogue.cart.lines.len() == 1;
        let fresh = self.acted_on.is_empty() && self.dialogue.offers.is_empty() && self.line_of(want).is_none();
        tone.corrects && !tone.more && !tone.joins && alone && fresh && want.verb == Verb::Have
    }

    /// "Swap the burger for the New Orleans one": of what that may be, what is called like the goods it takes the place of.
    fn of_same_kind(&self, want: &Want, replaced: Option<&Want>) -> Want {
        let kind = |item: ItemNo| {
            let name = &self.lexicon.item(item).name;
            replaced.is_some_and(|replaced| {
                let said = replaced.said.to_lowercase();
                replaced.verb == Verb::Drop && (name.zh.contains(&said) || name.en.to_lowercase().contains(&said))
            })
        };
        let items: Vec<_> = want.items.iter().filter(|one| kind(one.item)).copied().collect();
        if items.is_empty() || want.fit() >= Some(Fit::Name) {
            return want.clone();
        }
        Want { items, ..want.clone() }
    }

    fn is_shown(&self, want: &Want) -> bool {
        let shown = self.shown();
        want.items.iter().any(|one| shown.contains(&one.item)) && self.line_of(want).is_none()
    }

    pub(super) fn was_shown(&self, want: &Want) -> bool {
        let shown = self.shown();
        want.items.iter().any(|one| shown.contains(&one.item)) || self.line_of(want).is_some()
    }

    /// Shops that have all of several things asked for.
    pub(super) fn shared_shops(&self, wants: &[Want]) -> Vec<ShopNo> {
        let named = wants.iter().filter(|want| want.fit() >= Some(Fit::Part));
        let mut lists = named.map(|want| {
            let best = want.fit().unwrap_or_default();
            let mut shops: Vec<ShopNo> =
                want.items.iter().filter(|one| one.fit == best).map(|one| self.lexicon.shop_of(one.item)).collect();
            shops.sort_unstable();
            shops.dedup();
            shops
        });
        let Some(first) = lists.next() else { return Vec::new() };
        let mut several = false;
        let both = lists.fold(first, |known, next| {
            several = true;
            known.into_iter().filter(|shop| next.contains(shop)).collect()
        });
        if several { both } else { Vec::new() }
    }

    pub(super) fn drop_line(&mut self, want: &Want, alone: bool) -> Option<CartLine> {
        self.did(Operator::Less);
        if self.may_be_several(want) {
            self.question = Some((Question::WhichLine, Vec::new()));
            return None;
        }
        if let Some(at) = self.line_of(want) {
            if let Some(left) = self.left_of(&self.dialogue.cart.lines[at], want) {
                self.did(Operator::Among);
                self.dialogue.cart.lines[at].quantity = left;
                self.acted_on.push(Acted::Line(at));
                return None;
            }
            self.dialogue.focus = None;
            self.acted_on.push(Acted::Other);
            return Some(self.take_line(at));
        }
        if self.drop_unchosen(want) {
            self.acted_on.push(Acted::Other);
        } else if !self.drop_ordered(want, alone) {
            self.notes.push(Note::NotInCart(want.said.clone()));
        }
        None
    }

    /// Puts other goods in the place of some: with their quantity, and as many of their options as they have too.
    pub(super) fn replace(&mut self, want: &Want, dropped: Option<CartLine>, shared: &[ShopNo]) {
        if dropped.is_none() && self.replaces_all(want) {
            return self.replace_all(want, shared);
        }
        let same = self.line_of(want);
        if dropped.is_none() && self.may_be_several(want) && !self.reading.tone.all {
            self.question = Some((Question::WhichLine, Vec::new()));
            return;
        }
        // "Drop the mint, and make it two pothos"
        let recounts = self.reading.tone.drops && want.amount.is_some();
        if let Some(at) = same.filter(|_| dropped.is_none() || recounts) {
            return self.edit_line(at, want);
        }
        let focus = self.dialogue.focus.or(if self.dialogue.cart.lines.len() == 1 { Some(0) } else { None });
        let old = match (dropped, focus) {
            (Some(line), _) => Some((None, line)),
            (None, Some(at)) => self.dialogue.cart.lines.get(at).cloned().map(|line| (Some(at), line)),
            (None, None) => None,
        };
        let count = self.dialogue.cart.lines.len();
        if count > 0 && old.is_none() {
            self.question = Some((Question::WhichLine, Vec::new()));
            return;
        }
        let mut want = want.clone();
        let some = old.as_ref().and_then(|(at, line)| at.and_then(|_| self.some_replaced(&want, line)));
        if let Some((_, line)) = &old {
            want.amount = some.map(Amount::count).or(want.amount);
            want.amount = want.amount.or(Some(Amount::count(line.quantity)));
        }
        let before = self.dialogue.cart.lines.len();
        self.replaces = old.as_ref().and_then(|(at, _)| *at);
        self.have_new(&want, shared);
        self.replaces = None;
        let added = self.dialogue.cart.lines.len() > before;
        let Some((at, line)) = old.filter(|_| added) else { return };
        self.keep_options(&line, before);
        if let (Some(at), Some(some)) = (at, some) {
            self.did(Operator::Among);
            self.dialogue.cart.lines[at].quantity = line.quantity.saturating_sub(some);
        } else if let Some(at) = at {
            self.take_line(at);
            self.dialogue.focus = Some(self.dialogue.cart.lines.len() - 1);
        }
    }

    /// "Make one of them a cappuccino": how many of a line other goods take the place of, if not of all.
    fn some_replaced(&self, want: &Want, line: &CartLine) -> Option<u32> {
        let some = want.amount.unwrap_or(Amount::count(1)).share_of(line.quantity)?;
        (self.reading.tone.among && some < line.quantity).then_some(some)
    }

    /// 全部换成美式: of several lines, all.
    fn replaces_all(&self, want: &Want) -> bool {
        let every = self.reading.tone.all || self.reading.operators.contains(&Operator::Each);
        let plain = want.options.is_empty() && want.parts.is_empty() && want.otherwise.is_empty();
        let other = (0..self.dialogue.cart.lines.len()).any(|at| !self.lines_meant(want).contains(&at));
        every && plain && want.amount.is_none() && other && self.dialogue.cart.lines.len() > 1
    }

    /// Each line of something else is replaced by as many; if it has to be asked what by, nothing is.
    fn replace_all(&mut self, want: &Want, shared: &[ShopNo]) {
        let meant = self.lines_meant(want);
        let others: Vec<usize> = (0..self.dialogue.cart.lines.len()).filter(|at| !meant.contains(at)).collect();
        self.did(Operator::Each);
        let (before, acted) = (self.dialogue.clone(), self.acted_on.len());
        // What was asked of these lines is asked no more.
        self.dialogue.pending = None;
        self.dialogue.unchosen.clear();
        self.dialogue.offers_done();
        for at in others.into_iter().rev() {
            let line = self.take_line(at);
            let from = self.dialogue.cart.lines.len();
            self.have_new(&Want { amount: Some(Amount::count(line.quantity)), ..want.clone() }, shared);
            if self.question.is_some() {
                *self.dialogue = before;
                self.acted_on.truncate(acted);
                self.question = Some((Question::WhichLine, Vec::new()));
                return;
            }
            self.keep_options(&line, from);
        }
        self.dialogue.focus = None;
    }

    pub(super) fn keep_options(&mut self, old: &CartLine, from: usize) {
        let mut lost = Vec::new();
        for line in self.dialogue.cart.lines.iter_mut().skip(from) {
            let Some(no) = self.lexicon.item_no(&line.item) else { continue };
            for choice in &old.options {
                let group = self.lexicon.item(no).options.iter().find(|group| group.name.zh == choice.group);
                let known = line.options.iter().any(|own| own.group == choice.group);
                let has = |group: &&OptionGroup| {
                    choice.values.iter().all(|value| group.values.iter().any(|own| own.name.zh == *value))
                };
                match group.filter(has) {
                    _ if known => {}
                    Some(_) => line.options.push(choice.clone()),
                    None => lost.extend(choice.values.iter().map(ToString::to_string)),
                }
            }
            line.options.sort();
        }
        self.notes.extend(lost.into_iter().map(Note::OptionLost));
    }

    /// To have something: more of what there is, other than it is, or new.
    pub(super) fn have(&mut self, want: &Want, shared: &[ShopNo]) {
        let only_options = want.amount.is_none() && want.parts.is_empty() && !want.options.is_empty();
        // 面不要葱 is about the noodles that there are; 来碗面，不要葱 asks for some.
        let counts = self.reading.tone.changes && want.amount.is_some();
        // 烤翅再多一份, 烤翅减一份: more or less of it is more or less than there is.
        let relative = want.counted != Counted::InAll;
        // 对，买票，下单: of what there is, by its kind.
        let again_by_kind = self.reading.tone.commits && self.is_named_again(want) && self.scene.quote_waiting;
        // 汤一碗就够了
        let enough = self.reading.tone.enough && want.amount.is_some();
        let near = again_by_kind
            || enough
            || want.fit() >= Some(Fit::Part)
            || counts
            || relative
            || only_options && !want.asked;
        let line = self.line_of(want).filter(|_| want.verb == Verb::Have && near);
        // 小李要牛肉面大宽，小王要牛肉面毛细: what this sentence asks for twice is two things.
        let again = want.asked || want.amount.is_some() && !self.reading.tone.changes;
        let line = line.filter(|at| !(again && self.acted_on.contains(&Acted::Line(*at))));
        let fewer = self.takes_off(want);
        let edits = self.reading.tone.changes || relative || fewer || only_options;
        match line {
            // 嗯，就老抽，下单 asks for no other one.
            Some(at) if self.is_named_again(want) => self.acted_on.push(Acted::Line(at)),
            Some(_) if (edits || counts) && self.reading.tone.all && self.lines_meant(want).len() > 1 => {
                self.did(Operator::Each);
                self.lines_meant(want).into_iter().rev().for_each(|at| self.edit_line(at, want));
            }
            Some(_) if (edits || counts) && self.may_be_several(want) => {
                self.question = Some((Question::WhichLine, Vec::new()));
            }
            // 两碗面, and then 来一碗面加卤蛋: one of them, one more, or one in all?
            Some(at) if !edits && !counts && want.asked && self.may_be_some(at, want) => {
                self.question = Some((Question::WhichLine, Vec::new()));
            }
            Some(at) if edits || counts || enough || want.fit() >= Some(Fit::Short) || is_one(want) => {
                self.edit_line(at, want)
            }
            None if fewer => {
                self.did(Operator::Less);
                self.acted_on.push(Acted::Other);
                self.notes.push(Note::NotInCart(want.said.clone()));
            }
            None if self.put_back_named(want) => {}
            // 饭给我加大: a single character, of which nothing was asked, is of what there is.
            None if self.is_of_cart(want) => self.edit_free(&Want { items: Vec::new(), ..want.clone() }),
            _ => self.have_new(want, shared),
        }
    }

    /// Whether fewer are counted than there are, with an option of their own, and nothing tells of how many it is said.
    fn may_be_some(&self, at: usize, want: &Want) -> bool {
        let fewer = self.share(at, want.amount).is_some();
        let more = self.adds(want) || self.reading.operators.contains(&Operator::Same);
        fewer && !more && !want.options.is_empty() && !self.reading.tone.among && !self.reading.tone.enough
    }

    /// Whether goods that are in the cart are only named once more by who agrees.
    fn is_named_again(&self, want: &Want) -> bool {
        let bare = want.amount.is_none() && want.options.is_empty() && want.parts.is_empty();
        let tone = self.reading.tone;
        bare && (tone.commits || tone.agrees || want.detail) && !tone.more && !tone.changes && want.verb == Verb::Have
    }

    fn is_of_cart(&mut self, want: &Want) -> bool {
        let one = want.said.chars().count() == 1 && want.fit() == Some(Fit::Kind);
        let said_of = !want.options.is_empty() || want.unsure;
        let vague = one && said_of && !want.asked && want.amount.is_none() && !self.dialogue.cart.lines.is_empty();
        if vague {
            self.leave_unread(vec![want.said.clone()]);
        }
        vague
    }

    /// Changes a line: its amount if one is said, its options beside those it has.
    pub(super) fn edit_line(&mut self, at: usize, want: &Want) {
        let Some(no) = self.dialogue.cart.lines.get(at).and_then(|line| self.lexicon.item_no(&line.item)) else {
            return;
        };
        let item = Arc::clone(self.lexicon.item(no));
        let mut line = self.dialogue.cart.lines[at].clone();
        if self.adds_another(&line, &item, want) {
            return self.another(at, no, want);
        }
        if let Some(some) = self.some_of(at, want) {
            self.did(Operator::Among);
            return self.split_line(at, no, &some);
        }
        // 小王的换成中杯, of the one that he has: all of the line.
        if let [part] = want.parts.as_slice()
            && part.quantity == Some(line.quantity)
            && want.amount.is_none()
        {
            let options = want.options.iter().chain(&part.options).cloned().collect();
            return self.edit_line(at, &Want { options, parts: Vec::new(), ..want.clone() });
        }
        if !want.parts.is_empty() {
            return self.split_line(at, no, want);
        }
        let Some((quantity, choice)) = self.recount(&line, &item, want) else {
            self.question = Some((Question::HowMuch(item), vec![no]));
            return;
        };
        // "And two of them", where there is one.
        let all = want.amount.and_then(Amount::whole).is_some_and(|said| said >= line.quantity);
        if all && !self.takes_off(want) && want.options.is_empty() {
            self.did(Operator::Among);
        }
        if self.takes_off(want) && want.amount.is_some() {
            self.did(Operator::Less);
            self.did(Operator::Among);
        }
        if quantity == 0 {
            self.take_line(at);
            return self.acted_on.push(Acted::Other);
        }
        line.quantity = quantity;
        if let Some(choice) = choice {
            line.options.retain(|own| own.group != choice.group);
            line.options.push(choice);
        }
        let strange = options::apply(self.lexicon, &item, &want.options, &mut line.options);
        self.leave_unread(strange);
        line.options.sort();
        self.dialogue.cart.lines[at] = line;
        self.acted_on.push(Acted::Line(at));
    }

    /// 其中一杯不要糖: so many of a line, with options of their own.
    fn some_of(&self, at: usize, want: &Want) -> Option<Want> {
        // "Make one of them iced."
        let said = want.amount.or(self.reading.tone.one_of.then(|| Amount::count(1)));
        let some = self.share(at, said)?;
        // 改成一杯冰的 is one in all; 一杯要冰的 is one of them.
        let tone = self.reading.tone;
        let of_them =
            tone.among || said.is_some_and(Amount::is_half) || !tone.changes && !self.takes_off(want) && !tone.enough;
        let own = of_them && !want.options.is_empty();
        let part = Part { quantity: Some(some), options: want.options.clone() };
        let parts = std::iter::once(part).chain(want.parts.iter().cloned()).collect();
        own.then(|| Want { amount: None, options: Vec::new(), parts, ..want.clone() })
    }

    /// Some of a line with options of their own; what was chosen before stays but for these.
    fn split_line(&mut self, at: usize, no: ItemNo, want: &Want) {
        let old = self.take_line(at);
        let want = Want { amount: want.amount.or(Some(Amount::count(old.quantity))), ..want.clone() };
        let from = self.acted_on.len();
        self.put_from(no, &want, old.options);
        // 另一杯 is then the other one.
        self.acted_on.truncate(from + 1);
    }

    /// 再来一杯冰的: more of the same, with options of its own.
    pub(super) fn another(&mut self, at: usize, no: ItemNo, want: &Want) {
        let item = Arc::clone(self.lexicon.item(no));
        let mut choices = self.dialogue.cart.lines[at].options.clone();
        let strange = options::apply(self.lexicon, &item, &want.options, &mut choices);
        self.leave_unread(strange);
        let quantity = want.amount.and_then(|amount| options::quantity(self.lexicon, &item, amount));
        let (quantity, of_amount) = quantity.unwrap_or((1, None));
        choices.extend(of_amount);
        self.put_line(&item, quantity, choices);
    }

    /// Whether a line has one of the options said; what it has not is said back.
    fn has_some(&self, at: usize, want: &Want) -> bool {
        let no = self.lexicon.item_no(&self.dialogue.cart.lines[at].item);
        let has = |no| want.options.iter().any(|one| self.lexicon.value_of(self.lexicon.item(no), one.value).is_some());
        no.is_some_and(has)
    }

    /// Amounts and options without a name: they speak of the line spoken of last, or of the one that has such options.
    pub(super) fn edit_free(&mut self, want: &Want) {
        let lines = self.dialogue.cart.lines.len();
        // 改成两份，不要香菜 names nothing.
        if lines == 0 && self.reading.tone.changes {
            return;
        }
        if lines == 0 {
            return self.named_by_options(want);
        }
        if self.says_how_many_there_are(want) {
            self.did(Operator::Each);
            return;
        }
        let want = &self.with_denied(want);
        let told = self.told_apart(want).filter(|(told, rest)| told.len() < lines && says_more(rest));
        // 冰的都要大杯, of one that is iced: all of them is that one.
        if told.as_ref().is_some_and(|(told, _)| told.len() == 1) {
            self.did(Operator::Each);
        }
        let (among, want) = told.unwrap_or_else(|| ((0..lines).collect(), want.clone()));
        let able = self.able(among, &want);
        self.edit_of(&able, &want);
    }

    /// 都不要冰的, of what comes hot or iced.
    fn with_denied(&self, want: &Want) -> Want {
        if want.options.is_empty() {
            return want.clone();
        }
        let numbers = self.dialogue.cart.lines.iter().filter_map(|line| self.lexicon.item_no(&line.item));
        let items: Vec<_> = numbers.map(|no| self.lexicon.item(no)).collect();
        let denied = |one: &crate::read::Chosen| {
            let all = items.iter().map(|item| options::as_denied(self.lexicon, item, one));
            all.into_iter().find(|own| own.without).unwrap_or_else(|| one.clone())
        };
        // What is said forty times over is looked up once.
        let mut options = want.options.clone();
        options.dedup();
        Want { options: options.iter().map(denied).collect(), ..want.clone() }
    }

    /// Of some lines, those that what is said can be about.
    fn able(&mut self, among: Vec<usize>, want: &Want) -> Vec<usize> {
        let has = |at: &usize| {
            let no = self.lexicon.item_no(&self.dialogue.cart.lines[*at].item);
            no.is_some_and(|no| {
                want.options.iter().all(|chosen| self.lexicon.value_of(self.lexicon.item(no), chosen.value).is_some())
            })
        };
        let mut able: Vec<usize> = among.iter().copied().filter(has).collect();
        if able.is_empty() {
            able = among.into_iter().filter(|at| self.has_some(*at, want)).collect();
        }
        if let (Some(Reference::Other), Some(focus)) = (self.reading.reference, self.dialogue.focus) {
            able.retain(|at| *at != focus);
        }
        // "The other two large": and not the one spoken of.
        if let Some(focus) = self.dialogue.focus.filter(|_| self.reading.operators.contains(&Operator::Rest)) {
            self.did(Operator::Rest);
            able.retain(|at| *at != focus);
        }
        if self.reading.tone.spares {
            self.did(Operator::Rest);
            able.retain(|at| !self.is_refused(*at));
            if able.len() == 1 {
                self.did(Operator::Each);
            }
        }
        // 第二份改成不辣: of the lines, where nothing else was shown to count.
        if let (Some(Reference::Nth(n)), true) = (self.reading.reference, self.dialogue.offers.is_empty()) {
            let said = |nth: u32| nth == n || self.reading.several.contains(&nth);
            able.retain(|at| u32::try_from(at + 1).is_ok_and(said));
        }
        able
    }

    /// Changes the line that is meant of these, or all of them, or asks which.
    fn edit_of(&mut self, able: &[usize], want: &Want) {
        let focus = self.dialogue.focus.filter(|focus| able.contains(focus));
        let every = self.reading.tone.all || self.reading.operators.contains(&Operator::Each);
        // 改成三杯，都要少糖: each of them three, or all of them? 都 says it only of the sugar.
        let each = want.of_all || want.counted == Counted::Times;
        let lost = !self.reading.unread.is_empty();
        let unclear = every && able.len() > 1 && want.amount.is_some() && (!each || lost);
        let others = every && want.out_of.is_some_and(|said| !self.are_so_many(able, said));
        match (able, focus) {
            _ if unclear || others => self.question = Some((Question::WhichLine, Vec::new())),
            (all, _) if every && all.len() > 1 => {
                self.did(Operator::Each);
                all.iter().rev().for_each(|at| self.edit_line(*at, want));
            }
            (_, Some(at)) => self.edit_line(at, want),
            ([at], None) => self.edit_line(*at, want),
            ([], None) => {
                let words = want.options.iter().map(|chosen| chosen.said.clone()).collect();
                self.leave_unread(words);
                self.acted_on.push(Acted::Other);
                // How many is said all the same.
                if want.amount.is_some() && !want.options.is_empty() {
                    self.edit_free(&Want { options: Vec::new(), ..want.clone() });
                }
            }
            _ => self.question = Some((Question::WhichLine, Vec::new())),
        }
    }

    /// 两杯都要热的: whether there are so many of these lines, or in them.
    fn are_so_many(&self, lines: &[usize], said: u32) -> bool {
        let units: u64 = lines.iter().map(|at| u64::from(self.dialogue.cart.lines[*at].quantity)).sum();
        usize::try_from(said) == Ok(lines.len()) || u64::from(said) == units
    }

    /// 可以，就这两杯，下单: as many as there are in all, which changes nothing.
    fn says_how_many_there_are(&self, want: &Want) -> bool {
        let lines = &self.dialogue.cart.lines;
        let units: u64 = lines.iter().map(|line| u64::from(line.quantity)).sum();
        let said = want.amount.and_then(Amount::whole);
        let of_lines = |said: u32| lines.len() > 1 && Ok(said) == u32::try_from(lines.len());
        let all = said.is_some_and(|said| u64::from(said) == units || of_lines(said));
        let bare = want.options.is_empty() && want.parts.is_empty() && !lines.is_empty();
        let tone = self.reading.tone;
        all && bare && (tone.agrees || tone.commits) && !tone.more && !tone.fewer && !tone.changes
    }

    /// "Drop one of them": of the line spoken of, one less.
    pub(super) fn drop_one(&mut self) {
        let lines = &mut self.dialogue.cart.lines;
        let at = self.dialogue.focus.or((lines.len() == 1).then_some(0)).filter(|_| self.reading.tone.drops_one);
        if let Some(line) = at.and_then(|at| lines.get_mut(at)).filter(|line| line.quantity > 1) {
            line.quantity -= 1;
            self.did(Operator::Less);
            self.did(Operator::Among);
            self.acted_on.push(Acted::Other);
        }
    }

    pub(super) fn drop_focus(&mut self) {
        let lines = self.dialogue.cart.lines.len();
        match self.dialogue.focus.or(if lines == 1 { Some(0) } else { None }).filter(|at| *at < lines) {
            Some(at) => {
                self.did(Operator::Less);
                self.take_line(at);
                self.dialogue.focus = None;
                self.acted_on.push(Acted::Other);
            }
            None => self.question = Some((Question::WhichLine, Vec::new())),
        }
    }
}

/// Whether one item alone fits the words best.
fn is_one(want: &Want) -> bool {
    let best = want.fit();
    best >= Some(Fit::Part) && want.items.iter().filter(|one| Some(one.fit) == best).count() == 1
}

/// 前腿肉来两斤，前腿肉给我绞成馅: whether goods that were counted are only told more of.
fn is_said_again(want: &Want, wants: &[Want]) -> bool {
    let only_options = want.amount.is_none() && want.parts.is_empty() && !want.options.is_empty();
    let counted =
        |other: &Want| other.amount.is_some() && other.items == want.items && somebody(other) == somebody(want);
    only_options && wants.iter().filter(|other| counted(other)).count() == 1
}

/// Whose it is, if it is somebody else's: 给我 only asks.
fn somebody(want: &Want) -> Option<&str> {
    want.owner.as_deref().filter(|owner| !is_self(owner))
}

/// Whether how many is said of all goods that are named.
fn all_counted(wants: &[Want]) -> bool {
    let mut named = wants.iter().filter(|want| !want.is_free());
    named.all(|want| want.amount.is_some() && want.parts.is_empty())
}

/// Whether a want says something to be done, beside telling which line is meant.
pub(super) fn says_more(want: &Want) -> bool {
    want.amount.is_some() || !want.options.is_empty() || !want.parts.is_empty()
}
