//! Chinese ways to speak of an allergy, a dislike, and the end of one.

use std::ops::Range;
use std::sync::Arc;

use catalog::pinyin::pinyin_of;
use domain::avoidance::{Avoidance, Strictness, Substance};
use domain::language::Language;

use super::clause::{Clause, Name, avoidances, cannot_eat};
use super::{Said, What, without};

/// After the thing, or around it: it harms.
const HARMS: &[&str] = &[
    "过敏",
    "不耐受",
    "会起疹子",
    "起疹子",
    "会休克",
    "休克",
    "会要我的命",
    "要我的命",
    "进医院",
    "会死",
    "喉咙会肿",
    "会窒息",
    "身上会痒",
    "浑身发痒",
    "浑身痒",
    "全身痒",
];
/// Before the thing: it must not be eaten.
const CANNOT: &[&str] = &[
    "绝对不能吃",
    "不能吃",
    "不可以吃",
    "不可吃",
    "吃不了",
    "吃不得",
    "不能碰",
    "碰不得",
    "不能沾",
    "沾不得",
    "要忌口",
    "忌口",
];
/// Before the thing, after 我: it is not liked.
const DISLIKES: &[&str] =
    &["从来不吃", "从不吃", "不爱吃", "不喜欢吃", "不喜欢", "不吃", "讨厌吃", "讨厌", "受不了", "不要给我放", "不碰"];
/// Around the thing: it can be eaten again.
const AGAIN: &[&str] = &["不过敏", "过敏好了", "过敏已经好", "不再过敏", "没有过敏"];
const CAN_EAT: &[&str] = &["可以吃", "能吃", "敢吃", "开始吃"];
const FORGETS: &[&str] = &["忘掉", "忘了", "忘记", "删掉", "删除", "删了", "清空", "清除", "别记", "不用记"];
const DIET: &[&str] = &["过敏", "忌口", "不吃的"];
/// What may stand between them, besides the thing.
const FORGOTTEN: &[&str] = &[
    "我", "的", "对", "那些", "所有", "全部", "全", "都", "给", "记录", "信息", "和", "跟", "、", "说过", "这个",
    "那个", " ",
];
const ASKS: &[&str] = &[
    "对什么过敏",
    "对啥过敏",
    "过敏什么",
    "有什么忌口",
    "有哪些忌口",
    "有啥忌口",
    "我的忌口",
    "我的过敏",
    "我不吃什么",
    "记得我什么",
    "记住我什么",
    "记住了我什么",
    "记了我什么",
    "知道我什么",
    "记着我什么",
    "关于我你记",
];
/// Who says this eats neither meat nor what comes from the sea.
const VEGETARIAN: &[&str] = &["我吃素", "我们吃素", "我只吃素", "我吃全素", "我是素食", "我是吃素的", "我信佛"];
/// What makes of 过敏 a thing to buy or a sickness.
const NOT_ALLERGY_AFTER: &[&str] = &["药", "性", "膏", "片", "鼻炎", "喷", "原检测", "测试"];
const NOT_ALLERGY_BEFORE: &[char] = &['抗', '防', '脱', '低', '治'];
/// Characters of who it is, and what stands between them and the thing.
const SUBJECT: &str = "我俺咱们家妈爸爹娘儿子女孩老婆公爷奶他她它朋友闺蜜同事宝贝是因为所以都还有人从小也对自己本己吃一碰沾到了的话严重度就会很特别容易真呢啊哦请注意千万记住先说下跟您讲";
const AFTER: &[&str] = &["体质", "的", "了", "啊", "哦", "呀", "呢", "哈", "很严重", "严重", "吗", "人", "类", "制品"];

/// Characters with which a sentence goes on after the name of what somebody does not like.
const AFTER_NAME: &str = "的了啊哦呀呢哈吧嘛类制馅也都还所来给请帮要换但而因就麻谢记千别那这、你您我吃味";

/// What a Chinese clause says of somebody's diet.
pub(super) fn said(clause: &Clause<'_>) -> Option<Said> {
    if !clause.chars.iter().any(|character| !character.is_ascii()) {
        return None;
    }
    let vegetarian = clause.any(VEGETARIAN).filter(|_| clause.find("了", 0).is_none());
    if let Some(marker) = vegetarian {
        return Some(Said {
            chars: subject(clause, marker.start)..tail(clause, marker.end),
            what: without(&["肉", "海鲜"]),
        });
    }
    asks(clause).or_else(|| ends(clause)).or_else(|| harms(clause)).or_else(|| does_not_eat(clause))
}

fn asks(clause: &Clause<'_>) -> Option<Said> {
    // 我的过敏原是花生 tells.
    clause.any(ASKS).filter(|_| !forgets(clause) && clause.names().is_empty())?;
    Some(Said { chars: 0..clause.len(), what: What::Asks })
}

/// 我可以吃花生了, 我对花生不过敏, 忘掉我的忌口. What ends an allergy must be said in so many words: 别忘了我对花生过敏 and
/// 我对花生过敏把花生去掉 do not.
fn ends(clause: &Clause<'_>) -> Option<Said> {
    let names = || clause.names();
    let whole = 0..clause.len();
    if forgets(clause) {
        let names = names();
        let what = if names.is_empty() { What::ForgetsAll } else { eats(&names) };
        return Some(Said { chars: whole, what });
    }
    let not = clause.find("不对", 0).is_some_and(|not| clause.find("过敏", not.end).is_some());
    if not || clause.any(AGAIN).is_some() {
        let names = names();
        return (!names.is_empty()).then(|| Said { chars: whole, what: eats(&names) });
    }
    let can = clause.any(CAN_EAT).filter(|found| !before(clause, found.start, "不"))?;
    let (names, end) = clause.list(can.end);
    let first = names.first()?.chars.start;
    let mine = clause.any(&["我", "俺"]).is_some_and(|mine| mine.start < can.start);
    let plain = clause.only(can.end..first, &["点", "一", "些", " "])
        && clause.at(end, "了").is_some()
        && clause.only(end..clause.len(), &["了", "啦", "的", "呀", "啊", "哦", "吧", " "]);
    (mine && plain).then(|| Said { chars: whole, what: eats(&names) })
}

/// 忘掉我的忌口, 把我的花生过敏删掉.
fn forgets(clause: &Clause<'_>) -> bool {
    let (Some(verb), Some(diet)) = (clause.any(FORGETS), clause.any(DIET)) else { return false };
    let refused =
        ["别", "不要", "不能", "不许", "没", "勿", "不会", "不"].iter().any(|not| before(clause, verb.start, not));
    let between = if verb.end <= diet.start { verb.end..diet.start } else { diet.end..verb.start };
    let names = clause.names().into_iter().map(|name| name.chars).filter(|name| name.start >= between.start);
    let mut at = between.start;
    for name in names.filter(|name| name.end <= between.end) {
        if !clause.only(at..name.start, FORGOTTEN) {
            return false;
        }
        at = name.end;
    }
    !refused && clause.only(at..between.end, FORGOTTEN)
}

fn eats(names: &[Name]) -> What {
    What::Eats(avoidances(names, Strictness::Allergy).into_iter().map(|avoids| avoids.what).collect::<Vec<Arc<str>>>())
}

/// 我对花生过敏, 花生过敏, 一吃虾就过敏, 乳糖不耐受, 我吃花生会起疹子; by its sound too.
fn harms(clause: &Clause<'_>) -> Option<Said> {
    let marker = clause.any(HARMS).map(|first| named_later(clause, &first).unwrap_or(first));
    let marker = marker.or_else(|| by_sound(clause))?;
    let to_buy = NOT_ALLERGY_AFTER.iter().any(|word| clause.at(marker.end, word).is_some())
        || marker.start > 0 && NOT_ALLERGY_BEFORE.contains(&clause.chars[marker.start - 1]);
    if to_buy || clause.any(AGAIN).is_some() {
        return None;
    }
    let names = clause.names();
    let (ahead, behind): (Vec<Name>, Vec<Name>) = names.into_iter().partition(|name| name.chars.end <= marker.start);
    let (ahead, whom) = of_whom(clause, ahead, marker.start);
    let allergy = clause.folded(marker.clone()) == "过敏" || clause.find("敏", 0).is_none();
    if !ahead.is_empty() {
        let start = ahead.first().map_or(marker.start, |name| name.chars.start);
        let (start, avoids) = match to(clause, start) {
            Some(to) => (to, clause.things(to + 1..marker.start)),
            None => (start, avoidances(&ahead, Strictness::Allergy)),
        };
        let chars = whom.unwrap_or_else(|| subject(clause, start))..tail(clause, marker.end);
        return Some(Said { chars, what: What::Avoids(avoids) });
    }
    if !allergy {
        return None;
    }
    // 过敏原是花生, 过敏：花生和虾.
    let (listed, end) = clause.list(marker.end);
    let joined = listed.first().is_some_and(|first| {
        clause
            .only(marker.end..first.chars.start, &["源", "原", "的", "东西", "食物", "是", "有", ":", "：", " ", "为"])
    });
    if joined && !behind.is_empty() {
        let chars = subject(clause, marker.start)..tail(clause, end);
        return Some(Said { chars, what: What::Avoids(avoidances(&listed, Strictness::Allergy)) });
    }
    let (start, avoids) = unlisted(clause, &marker);
    let what = if avoids.is_empty() { What::Unnamed } else { What::Avoids(avoids) };
    Some(Said { chars: start..tail(clause, marker.end), what })
}

/// 我俩都过敏的那个水果（对芒果过敏）: where the thing is named behind the first word for an allergy and before the next.
fn named_later(clause: &Clause<'_>, first: &Range<usize>) -> Option<Range<usize>> {
    let names = clause.names();
    let next = HARMS.iter().filter_map(|word| clause.find(word, first.end)).min_by_key(|found| found.start)?;
    let before = |name: &Name| name.chars.end <= first.start;
    let between = |name: &Name| name.chars.start >= first.end && name.chars.end <= next.start;
    (!names.iter().any(before) && names.iter().any(between)).then_some(next)
}

/// Who it is that must not eat something.
const WHO: &[&str] = &[
    "我", "俺", "他", "她", "咱", "孩子", "儿子", "女儿", "宝宝", "老婆", "老公", "我妈", "我爸", "爸", "妈", "奶奶",
    "爷爷",
];

/// 点一份青椒肉丝饭他花生过敏, said without a pause: the names behind who it is, and where who it is begins, if goods are
/// ordered before.
fn of_whom(clause: &Clause<'_>, names: Vec<Name>, marker: usize) -> (Vec<Name>, Option<usize>) {
    let who = |from: usize| Some((from, WHO.iter().filter_map(|who| clause.at(from, who)).max()?));
    let last = (0..marker).rev().find_map(who).filter(|_| clause.orders());
    let behind = |name: &Name| last.is_some_and(|(_, last)| name.chars.start >= last);
    if !names.iter().any(behind) {
        return (names, None);
    }
    (names.into_iter().filter(behind).collect(), last.map(|(from, _)| from))
}

/// 对 before the thing.
fn to(clause: &Clause<'_>, thing: usize) -> Option<usize> {
    (0..thing).rev().find(|at| clause.chars[*at] == '对')
}

/// 对木瓜过敏: a thing that is in no table, by the buyer's own word; one that sounds like one in the table is that too.
fn unlisted(clause: &Clause<'_>, marker: &Range<usize>) -> (usize, Vec<Avoidance>) {
    let to = to(clause, marker.start);
    let from = to.map_or_else(|| subject_end(clause, marker.start), |to| to + 1);
    let mut avoids = Vec::new();
    for word in clause.things(from..marker.start) {
        let alike = sounds_like(&word.what).map(|substance| substance.name(Language::Zh));
        avoids.extend(alike.map(|name| Avoidance::new(name, Strictness::Allergy)));
        avoids.push(word);
    }
    (subject(clause, to.unwrap_or(from)), avoids)
}

fn sounds_like(word: &str) -> Option<Substance> {
    let sound = |text: &str| pinyin_of(text).collect::<Option<Vec<_>>>();
    let heard = sound(word).filter(|heard| heard.len() > 1)?;
    Substance::names().find(|(name, _)| sound(name).is_some_and(|sound| sound == heard)).map(|(_, substance)| substance)
}

/// 过敏 as it is misheard: two characters that sound like it after 对.
fn by_sound(clause: &Clause<'_>) -> Option<Range<usize>> {
    let to = clause.find("对", 0)?.end;
    (to..clause.len().saturating_sub(1)).map(|at| at..at + 2).find(|range| {
        let sound: Vec<_> = pinyin_of(&clause.folded(range.clone())).collect();
        sound == [Some("guo"), Some("min")]
    })
}

/// 我不能吃花生, 我从来不吃香菜. Without 我 the last is about what is being ordered, and is left to that.
fn does_not_eat(clause: &Clause<'_>) -> Option<Said> {
    let (marker, cannot) = clause.either(CANNOT, DISLIKES)?;
    let (names, end) = clause.list(marker.end);
    let first = names.first()?.chars.start;
    let near = clause.only(marker.end..first, &[":", "：", " ", "任", "何", "一", "点", "有", "的", "加", "放", "带"]);
    let mine = clause.chars[..marker.start].iter().any(|character| "我俺咱".contains(*character));
    // 不喜欢吃鸡肉吗, 不吃牛肉的话: no statement.
    let supposes = clause.any(&["吗", "的话", "如果", "要是", "什么"]).is_some();
    if !near || supposes || !(cannot || mine) {
        return None;
    }
    // 我不喜欢牛肉面: the name goes on, and is the name of goods.
    let on = clause.chars.get(end).is_some_and(|next| !next.is_ascii() && !AFTER_NAME.contains(*next));
    if on && !cannot {
        return None;
    }
    let avoids = if cannot { cannot_eat(&names) } else { avoidances(&names, Strictness::Dislike) };
    Some(Said { chars: subject(clause, marker.start)..tail(clause, end), what: What::Avoids(avoids) })
}

fn before(clause: &Clause<'_>, at: usize, word: &str) -> bool {
    at.checked_sub(word.chars().count()).is_some_and(|from| clause.at(from, word).is_some())
}

/// Where the words of who it is begin that end at `end`.
fn subject(clause: &Clause<'_>, end: usize) -> usize {
    let own = |at: &usize| SUBJECT.contains(clause.chars[*at]) || clause.chars[*at] == ' ';
    (0..end).rev().take_while(own).last().unwrap_or(end)
}

/// Where the words of who it is end, from the beginning of the clause.
fn subject_end(clause: &Clause<'_>, end: usize) -> usize {
    (0..end).find(|at| !SUBJECT.contains(clause.chars[*at]) && clause.chars[*at] != ' ').unwrap_or(end)
}

fn tail(clause: &Clause<'_>, end: usize) -> usize {
    let mut end = end;
    while let Some(next) = AFTER.iter().filter_map(|word| clause.at(end, word)).max() {
        end = next;
    }
    end
}
