//! 上次喝的奶茶, "the latte I had last time": goods that the buyer had before, as they had them.

use domain::cart::{CartLine, Choice};

use super::goods::Goods;
use crate::read::{Amount, Candidate, Fit, Want};
use crate::turn::Note;

impl Goods<'_> {
    /// A want for what was had before as the newest order that has it, with the options of then. Where none has, that is
    /// said, and the want stays as it is.
    pub(super) fn as_had(&mut self, want: Want) -> (Want, Vec<Choice>) {
        if !want.had {
            return (want, Vec::new());
        }
        let Some((one, line)) = self.had_line(&want) else {
            self.notes.push(Note::NotHadBefore(want.said.clone()));
            return (want, Vec::new());
        };
        let items = vec![Candidate { fit: Fit::Name, cover: 100, ..one }];
        let amount = want.amount.or(want.parts.is_empty().then(|| Amount::count(line.quantity)));
        (Want { items, amount, doubt: false, ..want }, line.options.clone())
    }

    fn had_line(&self, want: &Want) -> Option<(Candidate, &CartLine)> {
        let lines = self.scene.past.iter().flat_map(|cart| &cart.lines);
        let mut fitting = lines.filter_map(|line| {
            let no = self.lexicon.item_no(&line.item)?;
            let one = want.items.iter().find(|one| one.item == no)?;
            Some((*one, line))
        });
        fitting.next()
    }
}
