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
    let mut out = String::with_capacity(source.len());
    for character in source.chars() {
        match word(character) {
            Some(word) => out.push_str(word),
            None => out.push(character),
        }
    }
    Cow::Owned(out)
}
