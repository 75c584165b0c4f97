//! Other words for the same thing: a table of what everybody knows, small on purpose. A catalogue that has names of its
//! own for things says them in its tags.

/// Words for the same thing, folded as terms are. A Chinese word of three characters and more stands in the index by its
/// last two.
const SAME: &[&[&str]] = &[
    &["laptop", "notebook", "笔记本"],
    &["pc", "computer", "电脑", "计算机"],
    &["tv", "television", "电视"],
    &["headphone", "earphone", "earbud", "headset", "耳机"],
    &["smartphone", "cellphone", "手机"],
    &["powerbank", "充电宝"],
    &["charger", "充电器"],
    &["keyboard", "键盘"],
    &["mouse", "鼠标"],
    &["printer", "打印机"],
    &["flashlight", "torch", "手电"],
    &["cord", "cable"],
    &["couch", "sofa", "沙发"],
    &["fridge", "refrigerator", "冰箱"],
    &["bike", "bicycle", "自行车", "单车"],
    &["diaper", "nappy", "尿布", "纸尿裤"],
    &["trash", "garbage", "rubbish", "垃圾"],
    &["pajama", "pyjama", "睡衣"],
    &["potato", "土豆", "马铃薯", "洋芋"],
    &["tomato", "番茄", "西红柿"],
    &["eggplant", "aubergine", "茄子"],
    &["coriander", "cilantro", "香菜"],
    &["shrimp", "prawn"],
    &["yogurt", "yoghurt", "酸奶"],
    &["pineapple", "菠萝", "凤梨"],
    &["corn", "maize", "玉米"],
    &["cookie", "biscuit", "饼干"],
    &["zucchini", "courgette", "西葫芦"],
    &["soda", "汽水"],
];

/// The terms of the other words for what `term` stands for.
pub(super) fn of(term: &str) -> impl Iterator<Item = String> {
    let group = SAME.iter().find(|group| group.iter().any(|word| stands_by(word, term)));
    let others = group.into_iter().flat_map(|group| group.iter());
    let term = term.to_owned();
    others.filter(move |word| !stands_by(word, &term)).map(|word| self::term(word))
}

/// The longest word of the table, of three characters or more, that `characters` begin with.
pub(super) fn beginning(characters: &[char]) -> Option<&'static str> {
    let words = SAME.iter().flat_map(|group| group.iter()).copied().filter(|word| !word.is_ascii());
    let begins = |word: &&str| {
        let length = word.chars().count();
        length > 2 && characters.len() >= length && word.chars().eq(characters[..length].iter().copied())
    };
    words.filter(begins).max_by_key(|word| word.len())
}

/// The term a word of the table stands in the index by.
pub(super) fn term(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let length = word.chars().count();
    word.chars().skip(length.saturating_sub(2)).collect()
}

fn stands_by(word: &str, term: &str) -> bool {
    word.ends_with(term) && (word.len() == term.len() || !word.is_ascii() && term.chars().count() == 2)
}
