//! The latest answer of each buyer who talked of late: its cards can be shown again when they come back to the page. The
//! words themselves are kept by the desk; if this is lost, only the cards are.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use desk::Answer;
use domain::id::BuyerId;

/// Buyers remembered at most; an answer with ten offers takes a few kilobytes.
const BUYERS_MAX: usize = 2_048;

/// Latest answers by buyer.
#[derive(Clone, Default)]
pub struct Recent(Arc<Mutex<Answers>>);

#[derive(Default)]
struct Answers {
    by_buyer: HashMap<BuyerId, Arc<Answer>>,
    oldest_first: VecDeque<BuyerId>,
}

impl Recent {
    /// Remembers an answer, and forgets the one of the buyer who came first if there are too many.
    pub fn note(&self, buyer: BuyerId, answer: Arc<Answer>) {
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if answers.by_buyer.insert(buyer, answer).is_none() {
            answers.oldest_first.push_back(buyer);
        }
        if answers.oldest_first.len() > BUYERS_MAX
            && let Some(first) = answers.oldest_first.pop_front()
        {
            answers.by_buyer.remove(&first);
        }
    }

    /// The buyer's latest answer.
    pub fn of(&self, buyer: BuyerId) -> Option<Arc<Answer>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).by_buyer.get(&buyer).cloned()
    }
}
