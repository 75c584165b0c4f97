//! Words to be written on something: 卡片上写“小雨生日快乐”. Whatever they say, they are nothing to buy.
//!
//! A note to the shop is none of these: 备注“不要香菜” says what must not be in it, and is read.

/// What stands before words in quotation marks that are to be written.
const WRITES: &[&str] = &["写", "印", "刻", "贺词", "say", "says", "saying", "reads"];
/// What stands there instead where they are for the shop.
const NOTES: &[&str] = &["备注", "留言", "注明", "note"];
/// Quotation marks, and how each is closed.
const QUOTES: &[(char, char)] = &[('“', '”'), ('"', '"'), ('「', '」'), ('『', '』'), ('‘', '’')];
/// Characters of a message at most: more fits on no card.
const MESSAGE_CHARS_MAX: usize = 200;
/// Characters from the word that writes to the mark.
const NEAR: usize = 6;

/// A sentence without words that are to be written on something, and these.
pub(super) fn message(source: &str) -> Option<(String, String)> {
    let opens = |(at, mark): (usize, char)| {
        let (_, closes) = QUOTES.iter().find(|(opens, _)| *opens == mark)?;
        Some((at, mark.len_utf8(), *closes))
    };
    source.char_indices().filter_map(opens).find_map(|(open, mark, closes)| {
        let near: Vec<char> = source[..open].chars().rev().take(NEAR).collect();
        let near = near.into_iter().rev().collect::<String>().to_ascii_lowercase();
        let begins = WRITES.iter().filter_map(|word| near.rfind(word)).max()?;
        if NOTES.iter().any(|word| near.contains(word)) {
            return None;
        }
        let within = source[open + mark..].char_indices().take(MESSAGE_CHARS_MAX);
        let close = open + mark + within.into_iter().find(|(_, other)| *other == closes)?.0;
        let (from, to) = (open - (near.len() - begins), close + closes.len_utf8());
        Some((format!("{}，{}", &source[..from], &source[to..]), source[from..to].to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::message;

    #[test]
    fn what_is_to_be_written_is_cut_out() {
        let (rest, words) = message("一束玫瑰，卡片上写“小雨生日快乐”，送到家").expect("something is to be written");
        assert_eq!((rest.as_str(), words.as_str()), ("一束玫瑰，卡片上，，送到家", "写“小雨生日快乐”"));
        let (rest, words) = message("a cake that says \"happy birthday\"").expect("something is to be written");
        assert_eq!((rest.as_str(), words.as_str()), ("a cake that ，", "says \"happy birthday\""));
        let long = format!("写“{}”", "好".repeat(200));
        for none in [
            long.as_str(),
            "备注“我对花生过敏”",
            "备注写“不要香菜”",
            "note: \"no nuts\"",
            "两张《春日来信》",
            "来一杯拿铁",
            "“老吴”的热干面",
            "写“没写完",
        ] {
            assert_eq!(message(none), None, "{none}");
        }
    }
}
