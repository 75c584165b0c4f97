//! Goods that are drawn rather than written.

use std::borrow::Cow;

/// Goods as they are drawn, and in words.
const DRAWN: &[(char, &str)] = &[
    ('🍔', "汉堡"),
    ('🍟', "薯条"),
    ('🍕', "披萨"),
    ('🍜', "面"),
    ('🍝', "意面"),
    ('🍚', "米饭"),
    ('🥟', "饺子"),
    ('🍗', "炸鸡"),
    ('🍢', "烤串"),
    ('🥪', "三明治"),
    ('🍞', "面包"),
    ('🍰', "蛋糕"),
    ('🎂', "生日蛋糕"),
    ('🍦', "冰淇淋"),
    ('🍫', "巧克力"),
    ('🥚', "鸡蛋"),
    ('🍳', "煎蛋"),
    ('🦐', "虾"),
    ('🐟', "鱼"),
    ('🍣', "寿司"),
    ('☕', "咖啡"),
    ('🍵', "茶"),
    ('🧋', "奶茶"),
    ('🥤', "可乐"),
    ('🍺', "啤酒"),
    ('🥛', "牛奶"),
    ('💧', "水"),
    ('🍎', "苹果"),
    ('🍌', "香蕉"),
    ('🍓', "草莓"),
    ('🍇', "葡萄"),
    ('🍉', "西瓜"),
    ('🍊', "橘子"),
    ('🍑', "桃"),
    ('🍒', "樱桃"),
    ('🍋', "柠檬"),
    ('🥝', "猕猴桃"),
    ('🥜', "花生"),
    ('🌶', "辣"),
    ('🌹', "玫瑰"),
    ('💐', "鲜花"),
    ('🌻', "向日葵"),
    ('🧻', "卷纸"),
    ('🔋', "电池"),
];

/// A sentence in which what is drawn is written.
pub(crate) fn written(source: &str) -> Cow<'_, str> {
    // All of them but one begin with this byte, and few sentences have it.
    if !source.bytes().any(|byte| byte == 0xf0) && !source.contains('☕') {
        return Cow::Borrowed(source);
    }
    let word = |drawn: char| DRAWN.iter().find(|(sign, _)| *sign == drawn).map(|(_, word)| *word);
    let bullets = bullets(source, &|drawn| word(drawn).is_some());
    let mut out = String::with_capacity(source.len());
    for (at, character) in source.char_indices() {
        match word(character) {
            Some(_) if bullets.contains(&at) => out.push(' '),
            Some(word) => out.push_str(word),
            None => out.push(character),
        }
    }
    Cow::Owned(out)
}

/// Where what is drawn only begins what is written, several times: 🍜豚骨拉面一碗 🥚加溏心蛋.
fn bullets(source: &str, drawn: &dyn Fn(char) -> bool) -> Vec<usize> {
    let mut before = None;
    let mut found = Vec::new();
    let mut characters = source.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let begins = before.is_none_or(|before: char| before.is_whitespace() || before.is_ascii_punctuation());
        // What is written of it stands right behind, and counts nothing.
        let written = characters.peek().is_some_and(|(_, next)| {
            next.is_alphabetic() && !"一二两三四五六七八九十半来要".contains(*next) && !drawn(*next)
        });
        if drawn(character) && begins && written {
            found.push(at);
        }
        before = Some(character);
    }
    if found.len() > 1 { found } else { Vec::new() }
}
