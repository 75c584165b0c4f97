//! Shops that are far: said whenever something of them is shown or quoted.

use std::sync::Arc;

use domain::cart::CartLine;

use super::Pending;
use super::goods::Goods;
use crate::lexicon::{ItemNo, ShopNo};
use crate::turn::{Note, Question, Step, Turn};

impl Goods<'_> {
    /// Says that all of what is shown is far, if it is.
    pub(super) fn note_far(&mut self, items: &[ItemNo]) {
        if let Some((shop, metres)) = self.chooser().nearest_of_far(items) {
            self.notes.push(Note::OnlyFar(Arc::clone(self.lexicon.shop(shop)), metres));
        }
    }

    /// Says how far the shops are from which something is in the cart that was not there before; of all of them, if
    /// the sentence says where to.
    pub(super) fn note_far_lines(&mut self, before: &[CartLine]) {
        let known = |line: &CartLine| before.iter().any(|old| old.item == line.item) && !self.placed;
        let new = self.dialogue.cart.lines.iter().filter(|line| !known(line));
        let mut shops: Vec<ShopNo> =
            new.filter_map(|line| self.lexicon.item_no(&line.item)).map(|no| self.lexicon.shop_of(no)).collect();
        shops.sort_unstable();
        shops.dedup();
        let chooser = self.chooser();
        let far = |shop: ShopNo| Some(Note::Far(Arc::clone(self.lexicon.shop(shop)), chooser.far_metres(shop)?));
        let notes: Vec<Note> = shops.into_iter().filter_map(far).collect();
        self.notes.extend(notes);
    }

    /// Whether a shop of the cart is in another town than the address, as far as both say which and nothing measures it.
    fn in_other_town(&self) -> Option<Question> {
        let cart = &self.dialogue.cart;
        let to = cart.address.as_ref().filter(|address| address.point.is_none())?;
        let wanted = town(&to.text)?;
        let shops = cart.lines.iter().filter_map(|line| self.lexicon.item_no(&line.item));
        shops.map(|no| self.lexicon.shop(self.lexicon.shop_of(no))).find_map(|shop| {
            let text = &shop.location.as_ref()?.address;
            let own = town(text)?;
            let other = !text.contains(wanted) && !to.text.contains(own);
            other.then(|| Question::OtherTown(Arc::clone(shop), wanted.to_owned()))
        })
    }

    /// Quotes what is in the cart.
    pub(super) fn quote(mut self, before: &[CartLine]) -> Turn {
        self.leave_out_avoided();
        if self.dialogue.cart.lines.is_empty() {
            self.dialogue.pending = Some(Pending::WhatToBuy);
            return self.turn(Step::Ask(Question::WhatToBuy), Vec::new());
        }
        if let Some(question) = self.in_other_town() {
            self.dialogue.pending.get_or_insert(Pending::Answer);
            return self.turn(Step::Ask(question), Vec::new());
        }
        if let Some(day) = self.dialogue.day_to_come(self.scene.now) {
            self.dialogue.pending.get_or_insert(Pending::Hour);
            return self.turn(Step::Ask(Question::WhatHour(day)), Vec::new());
        }
        self.note_far_lines(before);
        let cart = self.dialogue.cart.clone();
        self.turn(Step::Quote(cart), Vec::new())
    }
}

/// Towns that are provinces, and are often written without 市.
const MUNICIPALITIES: &[&str] = &["北京", "上海", "天津", "重庆"];
/// Characters of the name of a town at most.
const TOWN_CHARS_MAX: usize = 5;

/// What stands before 市 where it is a market: 菜市场, 超市.
const MARKETS: &[char] = &['超', '菜', '夜', '花', '早', '集', '鱼', '鸟', '书'];

/// The town that an address in Chinese names: 武汉 of 湖北省武汉市洪山区.
fn town(address: &str) -> Option<&str> {
    let address = address.trim();
    if let Some(own) = MUNICIPALITIES.iter().find(|own| address.starts_with(**own)) {
        return Some(own);
    }
    let (before, _) = address.split_once('市')?;
    let name = ["省", "自治区"].iter().fold(before, |rest, end| rest.rsplit_once(end).map_or(rest, |(_, town)| town));
    let han = name.chars().all(|character| !character.is_ascii());
    let town = han && !name.ends_with(MARKETS) && (2..=TOWN_CHARS_MAX).contains(&name.chars().count());
    town.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::town;

    #[test]
    fn an_address_names_its_town() {
        assert_eq!(town("湖北省武汉市洪山区珞喻路1号"), Some("武汉"));
        assert_eq!(town("广西壮族自治区南宁市青秀区"), Some("南宁"));
        assert_eq!(town("北京朝阳区建国路88号"), Some("北京"));
        for none in ["珞喻路1000号", "菜市场旁边", "1000 Luoyu Road, Wuhan", "城东大菜市场一号门", "惠民超市楼上"]
        {
            assert_eq!(town(none), None, "{none}");
        }
    }
}
