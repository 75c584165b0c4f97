//! A place for a second opinion on what was found, such as the nearness of meanings by embeddings. There is none by
//! default: words alone decide.

use super::Found;

/// So many of the best are weighed again at most: what an opinion costs is bounded.
pub const OPINION_FOUND_MAX: usize = 50;

/// Weighs the best of what was found once more.
pub trait SecondOpinion: Send + Sync {
    /// What to add to [`Found::score`] of each of `found`, in its order, for what was looked for as `words`; what it
    /// says nothing of, at the end, stays as it is. A whole match by words has a score of about a thousand. Neither what
    /// fits nor [`Found::every_word`] is changed by an opinion: it orders, it does not find. It is asked in the thread
    /// of the search and must not wait for long.
    fn weigh(&self, words: &str, found: &[Found]) -> Vec<f32>;
}
