//! 要最大的, "the largest size": of the sizes that goods come in, the one at the end.

use domain::catalogue::OptionGroup;

use super::goods::{Acted, Goods};
use super::options;
use crate::read::Size;

/// What the option is called that says how large something is.
const SIZES: &[&str] = &[
    "尺寸", "尺码", "大小", "规格", "份量", "分量", "杯型", "碗型", "容量", "重量", "寸", "size", "portion", "weight",
];

impl Goods<'_> {
    /// Chooses the largest or the smallest of the sizes of what the sentence speaks of, or else of the line spoken of last;
    /// what comes in no sizes, or in two kinds of them, is left unread.
    pub(super) fn take_size(&mut self) {
        let Some((size, said)) = self.reading.size.take() else { return };
        let count = self.dialogue.cart.lines.len();
        let mut lines: Vec<usize> = self.lines_acted_on().filter(|at| *at < count).collect();
        if lines.is_empty() && self.question.is_none() {
            lines.extend(self.dialogue.focus.or((count == 1).then_some(0)).filter(|at| *at < count));
        }
        lines.sort_unstable();
        lines.dedup();
        let mut taken = false;
        for at in lines {
            let no = self.lexicon.item_no(&self.dialogue.cart.lines[at].item);
            let Some(item) = no.map(|no| self.lexicon.item(no)) else { continue };
            let mut groups = item.options.iter().filter(|group| says_size(group));
            let (Some(group), None) = (groups.next(), groups.next()) else { continue };
            let value = extreme(group, size);
            let line = &mut self.dialogue.cart.lines[at];
            options::take(group, &value, &mut line.options);
            line.options.sort();
            self.acted_on.push(Acted::Line(at));
            taken = true;
        }
        if !taken {
            self.leave_unread(vec![said]);
        }
    }
}

fn says_size(group: &OptionGroup) -> bool {
    let (zh, en) = (&group.name.zh, group.name.en.to_lowercase());
    group.values.len() > 1 && SIZES.iter().any(|size| zh.contains(size) || en.contains(size))
}

/// The value that costs most or least; where all cost the same, the last or the first, as sizes are written in order.
fn extreme(group: &OptionGroup, size: Size) -> std::sync::Arc<str> {
    let ranked = group.values.iter().enumerate().map(|(at, value)| ((value.price, at), value));
    let one = match size {
        Size::Largest => ranked.max_by_key(|(rank, _)| *rank),
        Size::Smallest => ranked.min_by_key(|(rank, _)| *rank),
    };
    one.map_or_else(|| group.default.clone(), |(_, value)| value.name.zh.clone())
}
