//! Who people are to the buyer, and how they are spoken of.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Children, who are in the names of goods as well.
const CHILDREN: &[&str] = &[
    "儿童",
    "宝宝",
    "婴儿",
    "婴幼儿",
    "小孩",
    "小孩子",
    "孩子",
    "小朋友",
    "娃",
    "娃娃",
    "kid",
    "kids",
    "child",
    "children",
    "baby",
    "babies",
    "toddler",
    "toddlers",
];

/// Several of them together.
pub(crate) const COMPANY: &[&str] =
    &["一帮人", "一群人", "一伙人", "一大家子", "一家子", "一家人", "一屋子人", "一桌人", "一帮朋友", "一群朋友"];

/// By what they are, without whose they are.
pub(crate) const KIN: &[&str] = &[
    "老爷子",
    "老太太",
    "幺儿",
    "细路",
    "阿嫲",
    "阿公",
    "阿婆",
    "孙儿",
    "老丈人",
    "亲家",
    "姨妈",
    "小姨",
    "堂哥",
    "堂弟",
    "堂妹",
    "堂姐",
    "妈妈",
    "爸爸",
    "老妈",
    "老爸",
    "妈",
    "爸",
    "老娘",
    "老爹",
    "父亲",
    "母亲",
    "爸妈",
    "父母",
    "老婆",
    "老公",
    "爱人",
    "媳妇",
    "媳妇儿",
    "丈夫",
    "妻子",
    "先生",
    "太太",
    "对象",
    "女朋友",
    "男朋友",
    "老伴",
    "老伴儿",
    "老头子",
    "老头",
    "老太婆",
    "孩子",
    "小孩",
    "宝宝",
    "娃",
    "娃儿",
    "娃娃",
    "儿子",
    "女儿",
    "闺女",
    "老大",
    "老二",
    "老三",
    "老幺",
    "小辈",
    "学生",
    "学生们",
    "孩子们",
    "晚辈",
    "长辈",
    "寿星",
    "孙子",
    "孙女",
    "外孙",
    "外孙女",
    "奶奶",
    "爷爷",
    "外婆",
    "外公",
    "姥姥",
    "姥爷",
    "婆婆",
    "公公",
    "岳父",
    "岳母",
    "丈母娘",
    "姐",
    "妹",
    "哥",
    "弟",
    "姐姐",
    "妹妹",
    "哥哥",
    "弟弟",
    "姐夫",
    "妹夫",
    "嫂子",
    "弟媳",
    "舅舅",
    "舅妈",
    "姑姑",
    "姑妈",
    "叔叔",
    "婶婶",
    "伯伯",
    "姨",
    "阿姨",
    "侄子",
    "侄女",
    "外甥",
    "外甥女",
    "表哥",
    "表姐",
    "表弟",
    "表妹",
    "朋友",
    "闺蜜",
    "哥们",
    "同学",
    "同事",
    "室友",
    "舍友",
    "邻居",
    "领导",
    "经理",
    "客户",
    "客人",
    "老师",
    "师傅",
    "老板",
    "助理",
    "大人",
    "老人",
    "老人家",
];
/// Whose they are, before what they are.
const OWNERS: &[&str] =
    &["我们家", "咱们家", "我家", "俺家", "咱家", "他家", "她家", "我的", "我们", "咱们", "我", "俺", "咱", "他", "她"];
/// Whoever is not named. 我 is one too, but says nothing that would have to be said back.
const PRONOUNS: &[&str] = &["他", "她", "他俩", "她俩", "he", "she", "they", "everyone else"];
/// Who speaks.
const SELF: &[&str] = &["我", "俺", "我自己", "自己", "咱", "i", "me", "myself"];
/// What they are in English, and whose.
pub(super) const KIN_EN: &str = "mum|mom|mother|dad|father|parents|wife|husband|partner|girlfriend|boyfriend|kid|kids|child|son|daughter|baby|toddler|grandma|grandmother|grandpa|grandfather|grandson|granddaughter|sister|brother|aunt|uncle|cousin|nephew|niece|friend|mate|flatmate|roommate|colleague|coworker|co-worker|boss|guest|neighbour|neighbor|client|customer";
pub(super) const OWNERS_EN: &[&str] = &["my ", "our ", "his ", "her ", "a ", "the "];
/// What belongs to them: one of those that were counted.
const OWN_EN: &[&str] = &["mine", "hers", "his", "theirs"];
/// Before a surname: 小李, 老王.
const FAMILIAR: &[char] = &['小', '老', '阿', '大'];
/// The surnames of most people in China, after the Ministry of Public Security's list of 2020.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史贺陶";

/// Bytes of the longest words that name a person.
const PERSON_BYTES_MAX: usize = 24;

/// Everybody that one may be to the buyer, in both languages.
fn is_kin(text: &str) -> bool {
    static ALL: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| KIN.iter().copied().chain(KIN_EN.split('|')).chain(PRONOUNS.iter().copied()).collect());
    ALL.contains(text)
}

/// Whether a word is one for children.
pub(crate) fn is_child(text: &str) -> bool {
    CHILDREN.iter().any(|child| child.eq_ignore_ascii_case(text))
}

/// Whether words name a person, other than the one who speaks: 我弟弟, 小李, "my wife". It is asked of every clause.
pub(crate) fn is_person(text: &str) -> bool {
    if text.is_empty() || text.len() > PERSON_BYTES_MAX {
        return false;
    }
    if !text.is_ascii() {
        let owned = || OWNERS.iter().filter_map(|owner| text.strip_prefix(owner)).any(is_kin);
        return is_kin(text) || owned() || is_called(text);
    }
    let text = text.to_ascii_lowercase();
    let kin = |rest: &str| is_kin(rest) || rest.strip_suffix('s').is_some_and(is_kin);
    kin(&text) || OWNERS_EN.iter().filter_map(|owner| text.strip_prefix(owner)).any(kin)
}

/// Whether words may name a person that begin so, with what is done for them or without; most words may not.
pub(crate) fn begins_person(text: &str) -> bool {
    static FIRST: LazyLock<HashSet<char>> = LazyLock::new(|| {
        let words = KIN.iter().chain(OWNERS).chain(PRONOUNS).chain(SELF).chain(super::FOR);
        let firsts = words.filter_map(|word| word.chars().next());
        firsts.chain(SURNAMES.chars()).chain(FAMILIAR.iter().copied()).collect()
    });
    let first = text.chars().next();
    first.is_some_and(|first| first.is_ascii_alphabetic() || FIRST.contains(&first))
}

/// Whether it is who speaks.
pub(crate) fn is_self(text: &str) -> bool {
    SELF.iter().any(|own| text.eq_ignore_ascii_case(own))
}

/// "Mine", "my wife's": one of those that were counted belongs to somebody.
pub(crate) fn owns(text: &str) -> bool {
    if !text.starts_with(|first: char| first.is_ascii_alphabetic()) || text.len() > PERSON_BYTES_MAX {
        return false;
    }
    let text = text.to_lowercase();
    let whose = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s"));
    OWN_EN.contains(&text.as_str()) || whose.is_some_and(is_person)
}

/// 小李, 张三, 王老师.
fn is_called(text: &str) -> bool {
    let mut characters = text.chars();
    let surname = |character: char| SURNAMES.contains(character);
    match (characters.next(), characters.next(), characters.next()) {
        (Some(familiar), Some(name), None) if FAMILIAR.contains(&familiar) => surname(name),
        (Some(name), Some('三' | '四' | '五' | '六' | '七' | '哥' | '姐' | '总' | '工'), None) => {
            surname(name)
        }
        (Some(name), Some('老' | '先' | '女' | '阿'), Some('师' | '生' | '士' | '姨')) => surname(name),
        _ => false,
    }
}
