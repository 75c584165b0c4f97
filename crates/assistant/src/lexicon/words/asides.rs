//! What a cart cannot express: who it is for, where to leave it. It is said back.

use super::Word;
use super::persons::{KIN, KIN_EN, OWNERS_EN};

/// For whom something is done: 送给, before one of [`KIN`].
pub(crate) const FOR: &[&str] = &["送给", "送", "帮", "替", "为", "给"];
/// Who that is with 送给我妈的 and "for my mum": every word of [`FOR`] with every one of [`KIN`], and the same in English.
pub(crate) fn persons() -> impl Iterator<Item = String> {
    let whose = |person: &&'static str| {
        let alone = (person.chars().count() > 1).then(|| (*person).to_owned());
        alone.into_iter().chain([format!("我{person}")])
    };
    let said = FOR.iter().flat_map(move |verb| KIN.iter().flat_map(whose).map(move |person| format!("{verb}{person}")));
    let english =
        OWNERS_EN.iter().flat_map(|owner| KIN_EN.split('|').map(move |person| format!("for {owner}{person}")));
    said.flat_map(|said| [format!("{said}的"), said]).chain(english)
}

/// Words that tell that nobody is there.
pub(crate) const ABSENT: &str = "不在|我不在|人都不在|不在家|没在家|人不在家|我不在家|我没在家|不在公司|没在公司|我不在公司|人不在|\
    not at home|not home|im not at home|i am not at home|im not home|not at the office|im not at the office|\
    i am not at the office|not in the office|im not in the office";

/// Where somebody works, without a word that it is to be brought there: it is said back.
const WORKPLACE: &str = "办公室|我们办公室|单位|我们单位";

/// How it is to be packed, and who writes the card: nothing of it can be chosen where no option says so.
const BESIDE_GOODS: &str = "不用写|不用写字|不写字|另外装|单独装|分开装|分装|另装|分开打包|单独打包|分开包|我自己写|自己写|卡片我自己写|贺卡我自己写";

/// Days that are not said exactly, on which nothing can be brought: they are said back.
const SOME_DAY: &str = "下周|下星期|下礼拜|下个星期|下个礼拜|下个月|下月|月底|年底|周末|这周末|这个周末|下周末|过年的时候|过年那天|\
    next week|next month|this weekend|at the weekend|on the weekend|next weekend|除夕|情人节|春节|圣诞节|中秋节|端午节|母亲节|父亲节|儿童节|元宵节|国庆节|valentines day|valentines|christmas|mothers day|fathers day";

/// Words of each class.
pub(super) const WORDS: &[(Word, &str)] = &[
    (Word::Aside, ABSENT),
    (Word::Aside, SOME_DAY),
    (Word::Aside, WORKPLACE),
    (Word::Aside, BESIDE_GOODS),
    (
        Word::Aside,
        "好几天|好几天了|好几回|好几次|好几回了|好几次了|加个菜|加菜|加个餐|加餐|降降火|去去火|清清火|败败火|挑新鲜的|拣新鲜的|新鲜点的|新鲜一点的|挑新鲜点的|好辛苦|好辛苦啊|少吃点|少吃一点|少吃些|少喝点|少喝一点|少喝些|好渴|好渴啊|好渴哦|好累|好累啊|好累哦|好饿|好困|好烦|好忙|好贵|好贵啊|不加了|不改了|不换了|不变了|没钱|没什么钱|手头紧|外面|外头|外边|好像|冻死|冻死了|冻死个人|渴死|渴死了|饿死|饿死了|热死|热死了|热死个人|累死|累死了|困死|困死了|急死|急死了|忙死|忙死了|没地方搁|没地方放|没地方摆|没地儿放|没地儿搁|放不下|搁不下|摆不下|赶不上|赶不到|赶不及|来不及|去不了|看不了|cant make|cannot make|cant make it|cannot make it|wont make it",
    ),
    (
        Word::Busy,
        "开会|会议|开庭|上班|上课|考试|出门|出发|出差|睡觉|赶火车|赶飞机|赶车|上台|演出|开场|比赛|打球|健身|跑步|看病|体检|接孩子|接娃|拍广告|排练|直播|开播|上播|培训|面试|开始|上学|上车|赶路|搬家|大扫除|\
         meeting|a meeting|class|a class|lesson|exam|an exam|flight|a flight|my shift|interview|an interview|appointment|an appointment|a train to catch",
    ),
    (
        Word::Event,
        "办喜酒|喜酒|办酒席|摆酒|办席|吃席|喜宴|婚宴|大寿|六十大寿|七十大寿|八十大寿|九十大寿|过寿|做寿|寿宴|满月酒|百日宴|周岁宴|升学宴|乔迁|下班|加班|值班|下课|回家|到家|休息|午休|起床|开饭|聚会|聚餐|约会|来玩|做客|结束|放学|减肥|下车|装修|打麻将|看电影|看球|赶稿|写作业|做作业|\
         guests coming|starving|get home|finish work|on a diet",
    ),
    (
        Word::Aside,
        "晚的那场|晚的|晚点的|晚一点的|晚一场|最晚的|最晚的那场|最晚那场|最晚的一场|最晚一场|早的那场|早的|早点的|早一点的|早一场|最早的|最早的那场|最早那场|最早的一场|最早一场|双份|双倍|加倍|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|今晚|明晚|明早|小孩吃的|孩子吃的|宝宝吃的|老人吃的|大人吃的|小孩喝的|孩子喝的|老人喝的|小孩用的|孩子用的|老人用的|发烧了|孩子发烧了|小孩发烧了|感冒了|咳嗽了|拉肚子|拉肚子了|牙口不好|不要敲门|别敲门|不用敲门|请勿敲门|敲门|不要按门铃|别按门铃|不用按门铃|按门铃|放门口|放在门口|放到门口|挂门上|挂门把手上|放前台|放在前台|放快递柜|放柜子里|打电话|给我打电话|到了打电话|到了给我打电话|送到前打电话|提前打电话|不要打电话|别打电话|堂食|在店里吃|店里吃|到店吃|自取|自提|到店自取|我自己去拿|\
        the later one|the later show|later show|the earlier one|the early one|the earlier show|earlier show|the latest one|the latest show|the earliest one|the earliest show|for my teacher|for him|for her|for a friend|for a colleague|leave it at the door|leave it at my door|leave it by the door|leave at the door|leave them at the door|leave it outside|leave it at reception|leave it at the reception|leave it with the guard|dont knock|do not knock|please dont knock|knock|dont ring|dont ring the bell|do not ring the bell|dont ring the doorbell|do not ring|ring the bell|ring the doorbell|call me when you arrive|call me when you are here|call me when you get here|call me on arrival|call when you arrive|call me|text me when you arrive|dont call|do not call|dine in|eat in|to eat in|self pickup|pick it up myself|ill pick it up|i will pick it up|collect it myself|double portion|a double portion|double portions",
    ),
];
