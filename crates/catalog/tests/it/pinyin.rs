//! Sounds of characters, and letters cut into sounds.

use catalog::pinyin::{fold, pinyin_of, split};

#[test]
fn characters_have_their_sound() {
    let sounds = |text| pinyin_of(text).map(|sound| sound.unwrap_or("-")).collect::<Vec<_>>().join(" ");
    assert_eq!(sounds("珍珠奶茶"), "zhen zhu nai cha");
    assert_eq!(sounds("重庆小面"), "chong qing xiao mian");
    assert_eq!(sounds("长沙 a 绿茶"), "chang sha - - - lv cha");
    assert_eq!(pinyin_of("").count(), 0);
}

#[test]
fn letters_are_cut_into_syllables() {
    let cut = |letters| split(letters).map(|syllables| syllables.join(" "));
    assert_eq!(cut("zhenzhunaicha").as_deref(), Some("zhen zhu nai cha"));
    assert_eq!(cut("muer").as_deref(), Some("mu er"));
    assert_eq!(cut("fangan").as_deref(), Some("fan gan"));
    for letters in ["", "latte", "tea", "naicah", "Cha", "茶", &"ma".repeat(1000)] {
        assert_eq!(cut(letters), None, "{letters}");
    }
}

#[test]
fn sounds_that_are_mixed_up_fold_to_one() {
    assert_eq!(["zhu", "cheng", "shan", "lv"].map(fold), ["zu", "cen", "san", "lu"]);
}
