//! Ids: what is written reads back, what is not an id is told so, and each carries its shard.

use domain::digest::{hex, parse_hex};
use domain::id::{BuyerId, OrderId, QuoteId, SHARDS_MAX, SLOTS, Slot};
use domain::quote::QuoteHash;
use proptest::prelude::*;

const LARGEST: u64 = i64::MAX.unsigned_abs();

proptest! {
    #[test]
    fn what_is_written_reads_back(n in 0..=LARGEST) {
        prop_assert_eq!(BuyerId(n).to_string().parse(), Ok(BuyerId(n)));
        prop_assert_eq!(QuoteId(n).to_string().parse(), Ok(QuoteId(n)));
        prop_assert_eq!(OrderId(n).to_string().parse(), Ok(OrderId(n)));
        prop_assert!(BuyerId(n).to_string().parse::<OrderId>().is_err(), "kinds do not mix");
    }

    #[test]
    fn any_text_is_an_id_or_not(text in "\\PC{0,30}|[bqo][0-9+-]{0,25}") {
        if let Ok(BuyerId(n)) = text.parse() {
            prop_assert!(n <= LARGEST && text.starts_with('b') && text[1..].bytes().all(|b| b.is_ascii_digit()));
        }
        let _ = (text.parse::<QuoteId>(), text.parse::<OrderId>(), QuoteHash::parse(&text));
    }

    #[test]
    fn a_buyer_lives_in_one_of_the_shards(n in any::<u64>(), shards in 0..=SHARDS_MAX) {
        prop_assert!(BuyerId(n).shard(shards).0 < shards.max(1));
        prop_assert_eq!(BuyerId(n).shard(shards), BuyerId(n).shard(shards));
    }

    #[test]
    fn quotes_and_orders_carry_their_slot(slot in 0..SLOTS, sequence in 0_u64..1 << 53, shards in 1..=SHARDS_MAX) {
        let quote = QuoteId(Slot(slot).number(sequence));
        prop_assert_eq!((quote.slot(), quote.order().slot()), (Slot(slot), Slot(slot)));
        let shard = Slot(slot).shard(shards);
        prop_assert_eq!((quote.shard(shards), quote.order().shard(shards)), (shard, shard));
        prop_assert_eq!(shard.slot().shard(shards), shard, "a shard's own slot lies in it");
        prop_assert_eq!(quote.order().quote(), quote);
        prop_assert_eq!(quote.to_string().parse(), Ok(quote), "it stays below 2^63");
    }

    #[test]
    fn hashes_read_back(bytes in any::<[u8; 32]>()) {
        prop_assert_eq!(parse_hex(&hex(&bytes)), Some(bytes));
        prop_assert_eq!(QuoteHash::parse(&QuoteHash(bytes).to_string()), Some(QuoteHash(bytes)));
    }

    #[test]
    fn only_hexadecimal_digits_are_a_hash(text in "[0-9a-fA-F]{64}|([0-9a-f]{2}|\\+[0-9a-f]){32}|\\PC{60,66}") {
        if let Some(bytes) = parse_hex(&text) {
            prop_assert_eq!(hex(&bytes), text.to_ascii_lowercase());
        }
    }
}

#[test]
fn buyers_spread_over_the_shards() {
    let mut counts = [0_u32; 64];
    for n in 0..64_000 {
        counts[usize::from(BuyerId(n).shard(64).0)] += 1;
    }
    assert!(counts.iter().all(|count| (800..1_200).contains(count)), "{counts:?}");
}
