//! Words to be written on something: 卡片上写“小雨生日快乐”. Whatever they say, they are nothing to buy.

/// What stands before words in quotation marks that are to be written.
const WRITES: &[&str] =
    &["写", "印", "刻", "留言", "备注", "贺词", "say", "says", "saying", "reads", "message", "note"];
/// Quotation marks, and how each is closed.
const QUOTES: &[(char, char)] = &[('“', '”'), ('"', '"'), ('「', '」'), ('『', '』'), ('‘', '’')];
/// Characters from the word that writes to the mark.
const NEAR: usize = 6;

/// A sentence without words that are to be written on something, and these.
pub(super) fn message(source: &str) -> Option<(String, String)> {
    let opens = |(at, mark): (usize, char)| {
        let (_, closes) = QUOTES.iter().find(|(opens, _)| *opens == mark)?;
        Some((at, mark.len_utf8(), *closes))
    };
    source.char_indices().filter_map(opens).find_map(|(open, mark, closes)| {
        let close = open + mark + source[open + mark..].find(closes)?;
        let near: Vec<char> = source[..open].chars().rev().take(NEAR).collect();
        let near: String = near.into_iter().rev().collect();
        let begins = WRITES.iter().filter_map(|word| near.to_ascii_lowercase().rfind(word)).max()?;
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
        for none in ["两张《春日来信》", "来一杯拿铁", "“老吴”的热干面", "写“没写完"] {
            assert_eq!(message(none), None, "{none}");
        }
    }
}
