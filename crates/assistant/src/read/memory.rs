//! What the buyer asks of what is remembered of them besides what they do not eat: to see it, or to have it forgotten.
//!
//! Nothing else may be said beside it: what erases something is read only where it is all that is said.

/// What is to be done with what is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remembered {
    /// To say it.
    Asks,
    /// To forget what they usually have and how they like it.
    ForgetsUsual,
}

/// What may be remembered, in either language.
const KEPT: &[&str] = &[
    "我的记录",
    "我的口味",
    "我的老样子",
    "我的习惯",
    "我的喜好",
    "我的偏好",
    "我的资料",
    "口味记录",
    "点单记录",
    "购买记录",
    "我常点的",
    "我常买的",
    "我经常点的",
    "我经常买的",
    "我平时点的",
    "我平时买的",
    "我一般点的",
    "我爱点的",
    "老样子",
    "what i usually have",
    "what i usually order",
    "what i usually buy",
    "what i usually get",
    "what i always have",
    "what i always order",
    "what i like",
    "what you know about me",
    "my usual order",
    "my usual orders",
    "my usual",
    "my usuals",
    "my taste",
    "my tastes",
    "my habits",
    "my preferences",
    "my history",
    "my records",
    "my record",
    "my data",
];
const FORGETS: &[&str] = &[
    "忘掉",
    "忘了",
    "忘记",
    "删掉",
    "删除",
    "删了",
    "清空",
    "清除",
    "清掉",
    "清一下",
    "抹掉",
    "forget",
    "delete",
    "erase",
    "clear",
    "wipe",
    "remove",
];
/// Whole sentences that ask to see it.
const ASKS: &[&str] = &[
    "我的记录",
    "看看我的记录",
    "看我的记录",
    "查我的记录",
    "我的口味",
    "我的口味是什么",
    "我常点什么",
    "我经常点什么",
    "我平时点什么",
    "我一般点什么",
    "我的老样子是什么",
    "老样子是什么",
    "你记了什么",
    "你都记得什么",
    "my record",
    "my records",
    "show my record",
    "show my records",
    "what do i usually have",
    "what do i usually order",
    "what do i usually get",
    "what is my usual",
    "what's my usual",
    "whats my usual",
    "what are my usual orders",
    "what is my usual order",
    "what's my usual order",
    "what do i like",
];
/// What is only polite, or joins.
const AROUND: &[&str] = &[
    "小二",
    "麻烦",
    "请",
    "帮我",
    "给我",
    "帮忙",
    "能不能",
    "可以",
    "把",
    "将",
    "都",
    "全部",
    "全",
    "一下",
    "吧",
    "了",
    "啊",
    "呀",
    "谢谢",
    "，",
    "。",
    "！",
    "？",
    ",",
    ".",
    "!",
    "?",
    "please",
    "can you",
    "could you",
    "all of",
    "all",
    "everything",
    "about",
    "thanks",
    "thank you",
    " ",
];

/// Characters of a sentence that asks for nothing else at most.
const CHARS_MAX: usize = 60;

/// What a sentence asks of what is remembered, if that is all it says.
pub(crate) fn memory(source: &str) -> Option<Remembered> {
    if source.chars().nth(CHARS_MAX).is_some() {
        return None;
    }
    let said = source.trim().to_lowercase();
    let plain = said.trim_matches(|character: char| !character.is_alphanumeric());
    let asked = AROUND.iter().fold(plain, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    if ASKS.contains(&plain) || ASKS.contains(&asked) {
        return Some(Remembered::Asks);
    }
    longest(&said, FORGETS)?;
    let kept = longest(&said, KEPT)?;
    let rest = said.replacen(kept, " ", 1);
    let forgets = longest(&rest, FORGETS)?;
    let mut rest = rest.replacen(forgets, " ", 1);
    for word in AROUND {
        rest = rest.replace(word, " ");
    }
    rest.trim().is_empty().then_some(Remembered::ForgetsUsual)
}

fn longest<'w>(said: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().filter(|word| said.contains(word)).max_by_key(|word| word.len())
}

#[cfg(test)]
mod tests {
    use super::{Remembered, memory};

    #[test]
    fn forgetting_is_all_that_is_said() {
        let forgets = [
            "把我的记录清空",
            "删掉我的口味",
            "忘掉我平时点的",
            "请把我的记录全部删除。",
            "小二，忘了我的老样子吧",
            "forget what I usually have",
            "Please delete all my preferences!",
        ];
        let read = |said: &&str| memory(said) == Some(Remembered::ForgetsUsual);
        let missed: Vec<_> = forgets.iter().filter(|said| !read(said)).collect();
        assert!(missed.is_empty(), "{missed:?}");
        let other = [
            "别忘了我的口味",
            "我忘了我的口味",
            "来一份忘掉我的口味",
            "老样子",
            "把购物车清空",
            "清空",
            "don't forget my usual",
            "remove my usual sugar",
            "删掉我的口味虾",
        ];
        let wrong: Vec<_> = other.iter().filter(|said| memory(said).is_some()).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn to_be_told_it_is_enough_to_ask() {
        let asks = ["我的记录", "看看我的记录", "我平时点什么？", "What's my usual?", "小二，我的记录"];
        let missed: Vec<_> = asks.iter().filter(|said| memory(said) != Some(Remembered::Asks)).collect();
        assert!(missed.is_empty(), "{missed:?}");
    }
}
