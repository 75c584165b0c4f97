//! How Chinese is spoken, in Latin letters: for people who type by sound, and for homophones.

use pinyin::ToPinyin;

/// The syllable of each character of `text`, without tone, `ü` written `v`; `None` for what is not Chinese. A character
/// with several readings gives its most common one.
pub fn pinyin_of(text: &str) -> impl Iterator<Item = Option<&'static str>> + '_ {
    text.chars().map(syllable)
}

/// The syllable of one character, without tone: `zhu` for 珠.
pub fn syllable(character: char) -> Option<&'static str> {
    character.to_pinyin().map(pinyin::Pinyin::plain)
}
