//! The Chinese wording.

use std::sync::Arc;

use domain::avoidance::Strictness;
use domain::catalogue::Item;
use domain::language::{Language, Text};
use domain::money::Money;

use super::WAY_METRES_MIN;
use crate::quantity::calendar::Civil;
use crate::turn::{Against, NoPlace, Note, Question, Step, Why};

pub(super) fn note(note: &Note) -> String {
    match note {
        Note::ChoseShop { item, shop, why, against } => {
            let why = match why {
                Why::OnlyFit => "合您要求的是这家",
                Why::SameShop => "和其他东西同一家，只收一次配送费",
                Why::Cheapest => "连配送费算，这家最划算",
                Why::Nearest => "这家最近",
                Why::Said => "这是您要的那家",
            };
            let traded = against.as_ref().map(traded).unwrap_or_default();
            format!("{}选了“{}”的，{why}{traded}。", item.name.zh, shop.name.zh)
        }
        Note::OnlyFor(said) => format!("没有找到“{said}”本身，这些是配它用的。"),
        Note::NothingCheaper(item) => format!("没有比{}更便宜的类似东西了。", item.name.zh),
        Note::OnlyShop(item, shop) => format!("{}只有“{}”在卖。", item.name.zh, shop.name.zh),
        Note::TookOther(first, other) => format!("没有{first}，按您说的换成{other}。"),
        Note::Roughly { least, most } => format!("您没说准数，先按 {least} 个算；要 {most} 个就说“改成 {most} 个”。"),
        Note::SoldOut(item, shop) => format!("不好意思，“{}”的{}卖完了。", shop.name.zh, item.name.zh),
        Note::ChoiceCosts(choice, Money::ZERO) => format!("“{}”不加钱。", choice.zh),
        Note::ChoiceCosts(choice, price) => format!("“{}”一份加 {price} 元。", choice.zh),
        Note::Costs(item, price) => format!("{}一份 {price} 元。", item.name.zh),
        Note::Hours(shop, true) => format!("“{}”营业时间 {}，现在开着。", shop.name.zh, shop.hours),
        Note::Hours(shop, false) => format!("“{}”营业时间 {}，现在没开门。", shop.name.zh, shop.hours),
        Note::Closed(shop) => format!("“{}”那时候不营业，营业时间 {}。", shop.name.zh, shop.hours),
        Note::NotAtShop(said) => format!("您说的那家店没有{said}。"),
        Note::NotInCart(said) => format!("要买的东西里没有{said}。"),
        Note::OptionLost(value) => format!("换了以后没有“{value}”可选。"),
        Note::Far(shop, metres) => format!("“{}”离您有 {} 公里，比较远，请看好送达时间。", shop.name.zh, metres / 1000),
        Note::OnlyFar(shop, metres) => {
            format!("附近没有，最近的是“{}”，离您有 {} 公里。", shop.name.zh, metres / 1000)
        }
        Note::Moved(item, shop) => format!("{}换到“{}”买了。", item.name.zh, shop.name.zh),
        Note::NoOtherShop(item) => format!("没有别的店卖{}，还是原来那家。", item.name.zh),
        Note::AsSoonAsCanBe => "您要的时间很紧，按最快的送。".to_owned(),
        Note::NotAtPrice(price) => format!("没有 {price} 元这个价钱的。"),
        Note::OverBudget(limit) => format!("{limit} 元以内没有合适的。"),
        Note::OverTotal { limit, total } => format!("连配送费一共要 {total} 元，超过了您说的 {limit} 元。"),
        Note::Avoids(avoids) => {
            let what = avoids.name(Language::Zh);
            match avoids.strictness {
                Strictness::Allergy => {
                    format!("记住了：对{what}过敏，以后每一单都避开。哪天可以吃了，就说“我可以吃{what}了”。")
                }
                Strictness::Dislike => {
                    format!("记住了：不吃{what}，以后都尽量不放。想吃了就说“我可以吃{what}了”。")
                }
            }
        }
        Note::EatsAgain(what) => format!("好的，以后不再避开{what}。"),
        Note::AvoidsNothing => "好的，您说过的过敏和忌口都删掉了。".to_owned(),
        Note::AvoidsTooMany(most) => format!("最多能记 {most} 样不吃的，这一样没有记下。先删掉一样再说。"),
        Note::LeftOut(item, avoids) => {
            let what = avoids.name(Language::Zh);
            match avoids.strictness {
                Strictness::Allergy => format!("“{}”里可能有{what}，您说过会过敏，没有算进去。", item.name.zh),
                Strictness::Dislike => format!("“{}”里有{what}，您说过不吃，没有算进去。", item.name.zh),
            }
        }
        Note::CancelsWhole(others) => {
            let names: Vec<&str> = others.iter().map(|item| &*item.name.zh).collect();
            format!("已经下的单只能整单取消，{}也会一起取消。", names.join("、"))
        }
        Note::CancelsLater(order) => {
            format!("之前的订单 {order} 还没有取消。新的这一单下好以后，我再问您要不要取消它。")
        }
        Note::SoFar(lines) => {
            let line = |(item, chosen, n): &(Arc<Item>, Vec<Text>, u32)| {
                let chosen: Vec<&str> = chosen.iter().map(|value| &*value.zh).collect();
                let chosen = if chosen.is_empty() { String::new() } else { format!("（{}）", chosen.join("、")) };
                format!("{}{chosen} × {n}", item.name.zh)
            };
            format!("已经选好：{}。", lines.iter().map(line).collect::<Vec<_>>().join("；"))
        }
        Note::NotHadBefore(said) => format!("您以前的订单里没有找到{said}。"),
        Note::NotSold(said) => format!("这里没有卖{said}。"),
        Note::NoLongerSold(what) => format!("上次买的“{what}”现在不卖了。"),
    }
}

/// 比“某店”便宜 3 元，远 400 米.
fn traded(against: &Against) -> String {
    let money = Money::cny(against.dearer_fen.saturating_abs());
    let price = match against.dearer_fen {
        0 => None,
        fen if fen > 0 => Some(format!("便宜 {money} 元")),
        _ => Some(format!("贵 {money} 元")),
    };
    let way = against
        .farther_metres
        .filter(|metres| metres.abs() >= WAY_METRES_MIN)
        .map(|metres| if metres > 0 { format!("近 {metres} 米") } else { format!("远 {} 米", -metres) });
    let said: Vec<String> = price.into_iter().chain(way).collect();
    if said.is_empty() { String::new() } else { format!("，比“{}”{}", against.shop.name.zh, said.join("，")) }
}

/// Where only one thing can be meant.
pub(super) const THIS_ONE: &str = "是这个吗？是就说“好”，不是就再说一遍想要什么。";

pub(super) fn question(question: &Question) -> String {
    match question {
        Question::WhichItem => "要哪个？说“第一个”或者名字就行。".to_owned(),
        Question::WhatToBuy => "好的。您想买点什么？".to_owned(),
        Question::WhichLine => "您说的是哪一样？请说一下名字。".to_owned(),
        Question::WhereTo(NoPlace::Unsaid) => {
            "送到哪里？请说详细地址，比如：送到珞喻路 100 号 502 室；也可以说“送到家”。".to_owned()
        }
        Question::WhereTo(NoPlace::Denied(said)) => {
            format!("好的，{said}。那送到哪里？请说详细地址，比如：送到珞喻路 100 号 502 室。")
        }
        Question::WhereTo(NoPlace::Vague(said)) => {
            format!("“{said}”我找不到。请说详细地址，比如：送到珞喻路 100 号 502 室。")
        }
        Question::WhatHour(day) => {
            let Civil { month, day, .. } = Civil::of(*day);
            format!("{month}月{day}日几点送到？说个时间就行，比如：上午十点。")
        }
        Question::OtherTown(shop, town) => {
            format!("太远了，“{}”送不到{town}。请说一个离店近的地址，比如：送到家。", shop.name.zh)
        }
        Question::SureToCancel(_) => "确定要取消这个订单吗？说“取消吧”就取消。".to_owned(),
        Question::NothingToConfirm => "现在没有等您确认的单子。您想买点什么？".to_owned(),
        Question::NothingToCancel => "现在没有可以取消的单子。".to_owned(),
        Question::NothingToEdit => "还没有选东西。您想买点什么？".to_owned(),
        Question::NoPastOrder => "您还没有买过东西，不知道“老样子”是什么。您想买点什么？".to_owned(),
        Question::NoSuchOffer => "没有那么多个，请再说一次要哪个。".to_owned(),
        Question::HowMuch(item) => format!("{}不能按您说的量分开卖。要几份？", item.name.zh),
        Question::AllergicToWhat => "对什么过敏？说一下名字，我以后每一单都避开。".to_owned(),
        Question::OnlyPartly => {
            "您说的我只听懂了一小部分，就是下面这些。只要这些的话，说“好”，我算价钱给您看。".to_owned()
        }
        Question::AgreeAgain => "还没有下单。没问题的话，请只说“确认”；要改就告诉我改什么。".to_owned(),
    }
}

pub(super) fn step(step: &Step) -> &'static str {
    match step {
        Step::NothingLikeThat => "这里没有您说的东西。可以说说想吃什么、想买什么，比如：来一杯拿铁。",
        Step::Hold => "好的，先不下单。想好了随时告诉我。",
        Step::Discard => "好的，都不要了，没有下单。",
        Step::Help => {
            "想买什么直接说，比如：来两杯美式，一杯冰的，送到公司。我算好价钱给您看，您说“确认”才下单。还可以问：到哪了、我的钱包、领券、取消订单。"
        }
        Step::Greet => "您好，我是小二。想吃什么、买什么，直接跟我说，比如：来一份牛肉面。",
        Step::Warn => {
            "请小心骗子。我不会要您的密码、验证码、银行卡号，也不会让您转账。不管谁这样要，都不要给。这里什么也没有下单。"
        }
        Step::NotUnderstood => "这句我没听懂。想买什么直接说名字和数量，比如：两杯拿铁，大杯，热的。",
        Step::RedPacket { .. } => "红包现在还发不了，以后会有。想要优惠可以说“领券”。",
        Step::Invite => "邀请朋友的奖励现在还没有，以后会有。想要优惠可以说“领券”。",
        _ => "",
    }
}
