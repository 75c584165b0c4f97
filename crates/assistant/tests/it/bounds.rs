//! Whatever is said, nothing breaks: no panic, everything bounded, no agreement without a quote.

use assistant::{Dialogue, OFFERS_MAX, Step, reply};
use proptest::prelude::*;

use crate::talk::Talk;

const SENTENCES: &[&str] = &[
    "我要一杯热拿铁，大杯，燕麦奶",
    "two americanos, one iced, to my office before six",
    "一斤半草莓，送到文二路88号3幢",
    "有什么拿铁，20块以内的",
    "把拿铁换成美式",
    "可以，下单",
    "第二个来两杯",
    "lai yi bei natie, dabei",
    "不要香菜和葱",
    "取消订单",
    "老样子",
    "改成两千零五杯",
    "deliver to Room 502, 100 Luoyu Road at 12:30",
];

/// Anything, or a sentence with something cut out of it, put into it, or said twice.
fn sentence() -> impl Strategy<Value = String> {
    let mutated =
        (prop::sample::select(SENTENCES), prop::sample::select(SENTENCES), 0_usize..40, 0_usize..40, ".{0,3}");
    let mutated = mutated.prop_map(|(a, b, from, to, noise)| {
        let head: String = a.chars().take(from).collect();
        let tail: String = b.chars().skip(to).collect();
        format!("{head}{noise}{tail}")
    });
    prop_oneof![3 => mutated, 1 => ".{0,60}", 1 => "[一二三十百千万半0-9.:点块斤个第杯 ]{0,30}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_said_breaks_anything(sentences in prop::collection::vec(sentence(), 1..6)) {
        let mut talk = Talk::default();
        for sentence in &sentences {
            let turn = talk.turn(sentence);
            prop_assert!(turn.offers.len() <= OFFERS_MAX);
            let _ = reply::turn(&turn);
            if let Step::Quote(cart) = &turn.step {
                // One line too many may come, and any quantity: the desk refuses them by name.
                prop_assert!(!cart.lines.is_empty() && cart.lines.len() <= domain::cart::LINES_MAX + 1);
            }
            prop_assert!(talk.dialogue.to_bytes().len() < 32 * 1024);
        }
    }

    #[test]
    fn bytes_that_are_no_dialogue_start_anew(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(Dialogue::from_bytes(&bytes), Dialogue::default());
    }
}

#[test]
fn a_long_sentence_takes_no_long_time() {
    let mut talk = Talk::default();
    for part in ["拿铁", "一杯", "两千", "啊", "latte ", "xyz ", "送到", "不要", "1"] {
        let turn = talk.turn(&part.repeat(2_000));
        assert!(turn.offers.len() <= OFFERS_MAX);
    }
}
