//! A mandate allows the quote it names, as it was, while it lives; nothing else.

use domain::mandate::Mandate;
use domain::money::Money;
use domain::quote::QuoteHash;
use domain::refusal::Refusal;
use domain::time::Span;
use proptest::prelude::*;

use crate::town::{NOON, agreed, rich_quote};

#[test]
fn the_quote_that_was_agreed_to_is_allowed_until_it_expires() {
    let quote = rich_quote();
    let mandate = agreed(&quote);
    let last = quote.expires_at.before(Span::micros(1));
    assert_eq!(quote.expires_at, NOON.after(Span::minutes(15)));
    assert_eq!(mandate.allows(&quote, NOON), Ok(()));
    assert_eq!(mandate.allows(&quote, last), Ok(()));
    assert_eq!(mandate.allows(&quote, quote.expires_at), Err(Refusal::QuoteExpired { quote: quote.id }));
}

#[test]
fn a_quote_that_was_altered_after_it_was_shown_is_refused() {
    let shown = rich_quote();
    let mut altered = shown.clone();
    altered.terms.total = Money::cny(1);
    let changed = Err(Refusal::QuoteChanged { quote: shown.id });
    assert_eq!(agreed(&shown).allows(&altered, NOON), changed, "its hash no longer fits what it says");
    altered.hash = altered.computed_hash();
    assert_eq!(agreed(&shown).allows(&altered, NOON), changed, "its hash is not the one agreed to");
    assert_eq!(agreed(&altered).allows(&altered, NOON), Ok(()), "agreeing anew is agreeing");
}

proptest! {
    #[test]
    fn no_other_hash_is_allowed(hash in any::<[u8; 32]>()) {
        let quote = rich_quote();
        let mandate = Mandate { quote_hash: QuoteHash(hash), confirmed_at: NOON };
        prop_assert_eq!(mandate.allows(&quote, NOON), Err(Refusal::QuoteChanged { quote: quote.id }));
    }
}
