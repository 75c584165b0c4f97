//! What a refusal says to a person, in Chinese and in English.

use super::Refusal;
use crate::avoidance::{Avoidance, Strictness};
use crate::language::Language;
use crate::order::OrderState;
use crate::time::{Span, Time};

/// In Chinese.
pub fn zh(refusal: &Refusal) -> String {
    match refusal {
        Refusal::CartEmpty => "您还没有选东西。告诉我想要什么就行。".into(),
        Refusal::TooManyLines { lines } => format!("一次最多买 50 样，这里有 {lines} 样。请分两次下单。"),
        Refusal::QuantityOutOfRange { item, quantity } => {
            format!("{}的数量要在 1 到 999 之间，您说的是 {quantity}。", item.zh)
        }
        Refusal::ItemUnknown { .. } => "这样东西现在没有卖了。请换一样。".into(),
        Refusal::OptionUnknown { item, option } => format!("{}没有“{option}”这个选择。请看看有哪些可选。", item.zh),
        Refusal::OptionTakesOne { item, group, value } => {
            format!("{}的{}只能选一样，您又说了“{value}”。请只留一个。", item.zh, group.zh)
        }
        Refusal::SoldOut { left: 0, .. } => "这样东西卖完了。换一样，或者换一家看看？".into(),
        Refusal::SoldOut { left, .. } => format!("这样东西只剩 {left} 份了。少要一些，或者换一家？"),
        Refusal::ShopClosed { shop, hours, asked, earliest, .. } => {
            format!("{}那时候不营业。营业时间是 {hours}，最早 {} 能送到。", shop.zh, later_zh(*earliest, *asked))
        }
        Refusal::ShopFull { shop, free_in, .. } => {
            format!("{}现在太忙，接满了。大约{}后可以再下单，或者换一家。", shop.zh, span_zh(*free_in))
        }
        Refusal::TimeOutOfRange { earliest } => {
            format!("这个时间送不到。最早 {} 可以送到，最晚可约七天之内。", clock(*earliest))
        }
        Refusal::AddressMissing => "我还不知道送到哪里。请告诉我地址。".into(),
        Refusal::Avoided { item, avoids } => {
            format!("您{}，“{}”里有或者可能有，所以没有算进去。换一样吧？", whose_zh(avoids), item.zh)
        }
        Refusal::OverBudget { total, limit } => {
            format!("一共要 {total} 元，超过您说的 {limit} 元。换一样，或者说“不限价”。")
        }
        Refusal::ItemOverBudget { item, price, limit } => {
            format!("{}一份要 {price} 元，超过您说的 {limit} 元。换一样，或者说“不限价”。", item.zh)
        }
        Refusal::DeliveryTimeMissed { said, would } if would > said => format!(
            "要 {} 才能送到，晚于您说的 {}。换个时间、换一样，或者说“尽快送”。",
            later_zh(*would, *said),
            clock(*said)
        ),
        Refusal::DeliveryTimeMissed { said, would } => {
            format!("{} 就会送到，早于您说的 {}。请再说一次几点送到。", clock(*would), later_zh(*said, *would))
        }
        Refusal::DeliveryAddressDiffers { said, would } => {
            format!("您说送到“{said}”，这一单却会送到“{would}”，所以没有算。请再说一次送到哪里。")
        }
        Refusal::ShopExcluded { item, shop, only } => {
            format!("您说只在“{}”买，{}却是“{}”的。换一样，或者说“别家也行”。", only.zh, item.zh, shop.zh)
        }
        Refusal::ItemExcluded { item, value: None } => {
            format!("您说不要{0}，这一单里却有。说“去掉{0}”；还是想要的话，说“来一份{0}”。", item.zh)
        }
        Refusal::ItemExcluded { item, value: Some(value) } => {
            format!("您说{}不要“{}”，这一单里却有。请再说一次要怎么做。", item.zh, value.zh)
        }
        Refusal::QuantityDiffers { said, would } => {
            format!("您说一共要 {said} 份，这里却是 {would} 份。请再说一次每样要几份。")
        }
        Refusal::BuyerFieldInvalid { field, value } => format!("“{}”不能填“{value}”。请改一下再存。", field_zh(field)),
        Refusal::SentenceTooLong { characters: 0, .. } => "您还没说话呢。想要点什么？".into(),
        Refusal::SentenceTooLong { characters, most } => {
            format!("这句话有 {characters} 个字，一次最多 {most} 个字。请分开说。")
        }
        Refusal::QuoteUnknown { .. } => "找不到这张报价单。请再说一遍想要什么。".into(),
        Refusal::QuoteChanged { .. } => "报价单和您同意的不一样了，所以没有下单。请看一遍新的再确认。".into(),
        Refusal::QuoteExpired { .. } => "这张报价单过时了，所以没有下单。请再说一遍，我重新算。".into(),
        Refusal::NothingToConfirm => "现在没有等您确认的单子。告诉我想要什么就行。".into(),
        Refusal::OrderUnknown { order } => format!("没有找到订单 {order}。"),
        Refusal::WrongState { order, state } => format!("订单 {order} {}，现在不能这样做了。", state_zh(*state)),
        Refusal::BalanceTooLow { short } => format!("余额不够，还差 {short} 元。可以换一种付款方式，或者少买一点。"),
        Refusal::PaymentDeclined { .. } => "这张卡没有付成功，钱没有扣。可以换一种付款方式再试。".into(),
        Refusal::PaymentPending { order } => format!("付款还在确认，不会重复扣钱。订单 {order} 已经留好，请稍等再看。"),
        Refusal::AmountTooLarge => "金额太大了，算不下。请分开买。".into(),
        Refusal::CampaignUnknown { .. } => "没有这个活动。".into(),
        Refusal::CampaignNotRunning { .. } => "这个活动还没开始，或者已经结束了。".into(),
        Refusal::VoucherAlreadyClaimed { .. } => "这张券您已经领过了，每人一张。".into(),
        Refusal::BudgetExhausted { .. } => "来晚了一步，这个活动的券已经领完了。".into(),
        Refusal::VoucherNotUsable { .. } => "这张券现在不能用，所以没有下单。我可以重新算一次价钱。".into(),
        Refusal::VoucherStillUsable { .. } => "这张券还能用，不用退回。".into(),
        Refusal::CampaignExists { .. } => "这个活动已经有了，内容不一样。请换一个编号。".into(),
        Refusal::CampaignInvalid { field } => format!("活动的“{field}”填得不对，请改一下。"),
        Refusal::NotSignedIn => "请先登录，或者从首页重新开始。".into(),
        Refusal::BuyerUnknown => "没有找到这位顾客。请从首页重新开始。".into(),
        Refusal::BuyerExists => "这位顾客已经有了。".into(),
        Refusal::ConversationMoved => "您刚刚还说了一句，请再发一次。".into(),
        Refusal::ConversationTooLarge => "这次聊得太长了，记不下。请重新开始。".into(),
        Refusal::KeyReused => "同一个请求编号不能用来做两件不同的事。请换一个编号。".into(),
        Refusal::BodyTooLarge { most } => format!("发来的内容太大了，最多 {} KB。", most.div_euclid(1024)),
        Refusal::RequestInvalid { field, problem } => format!("“{field}”不对：{problem}"),
        Refusal::NotFound => "没有这个页面。".into(),
        Refusal::NothingToSpare => "那边也没有剩下的了。请过一会儿再试。".into(),
        Refusal::Busy { retry_in } => format!("现在人太多了，请过{}再试。", span_zh(*retry_in)),
        Refusal::StoreUnavailable { retry_in } => {
            format!("系统暂时歇一下，请过{}再试。再试之前，先看看订单。", span_zh(*retry_in))
        }
    }
}

/// In English.
pub fn en(refusal: &Refusal) -> String {
    match refusal {
        Refusal::CartEmpty => "You have not chosen anything yet. Just tell me what you would like.".into(),
        Refusal::TooManyLines { lines } => {
            format!("An order has at most 50 lines; this one has {lines}. Please make it two orders.")
        }
        Refusal::QuantityOutOfRange { item, quantity } => {
            format!("You can have 1 to 999 of {}; you said {quantity}.", item.en)
        }
        Refusal::ItemUnknown { .. } => "This is no longer for sale. Please choose something else.".into(),
        Refusal::OptionUnknown { item, option } => {
            format!("{} does not come with “{option}”. Please see what can be chosen.", item.en)
        }
        Refusal::OptionTakesOne { item, group, value } => {
            format!("{} takes one {}; you also said “{value}”. Please keep just one.", item.en, group.en)
        }
        Refusal::SoldOut { left: 0, .. } => "This is sold out. Something else, or another shop?".into(),
        Refusal::SoldOut { left, .. } => format!("Only {left} left. Would fewer do, or another shop?"),
        Refusal::ShopClosed { shop, hours, asked, earliest, .. } => {
            format!(
                "{} is closed then. It is open {hours}; the earliest it can be there is {}.",
                shop.en,
                later_en(*earliest, *asked)
            )
        }
        Refusal::ShopFull { shop, free_in, .. } => format!(
            "{} is full: it has all the orders it can cope with now. Try again in {}, or choose another shop.",
            shop.en,
            span_en(*free_in)
        ),
        Refusal::TimeOutOfRange { earliest } => format!(
            "It cannot be there at that time. The earliest is {}, the latest within seven days.",
            clock(*earliest)
        ),
        Refusal::AddressMissing => "I do not know where to deliver yet. Please tell me the address.".into(),
        Refusal::Avoided { item, avoids } => format!(
            "You {}, and “{}” has or may have it, so I left it out. Would you like something else?",
            whose_en(avoids),
            item.en
        ),
        Refusal::OverBudget { total, limit } => format!(
            "All of it would be CNY {total}, more than the CNY {limit} you said. Choose something else, or say “no limit”."
        ),
        Refusal::ItemOverBudget { item, price, limit } => format!(
            "One “{}” would be CNY {price}, more than the CNY {limit} you said. Choose something else, or say “no limit”.",
            item.en
        ),
        Refusal::DeliveryTimeMissed { said, would } if would > said => format!(
            "It would be there at {}, later than the {} you said. Choose another time or something else, or say “as soon as possible”.",
            later_en(*would, *said),
            clock(*said)
        ),
        Refusal::DeliveryTimeMissed { said, would } => format!(
            "It would be there at {}, before the {} you said. Please say again when it should be there.",
            clock(*would),
            later_en(*said, *would)
        ),
        Refusal::DeliveryAddressDiffers { said, would } => format!(
            "You said to deliver to “{said}”, but this would go to “{would}”, so I made no quote. Please say again where to."
        ),
        Refusal::ShopExcluded { item, shop, only } => format!(
            "You want only what is from {}, but “{}” is from {}. Choose something else, or say “any shop”.",
            only.en, item.en, shop.en
        ),
        Refusal::ItemExcluded { item, value: None } => format!(
            "You said not to have “{0}”, but it is in here. Say “remove {0}”; if you do want it, say “one {0}”.",
            item.en
        ),
        Refusal::ItemExcluded { item, value: Some(value) } => format!(
            "You said not to have “{}” with “{}”, but it is in here. Please say again how you want it.",
            value.en, item.en
        ),
        Refusal::QuantityDiffers { said, would } => {
            format!("You said {said} in all, but this makes {would}. Please say again how many of each.")
        }
        Refusal::BuyerFieldInvalid { field, value } => {
            format!("“{field}” cannot be “{value}”. Please change it and save again.")
        }
        Refusal::SentenceTooLong { characters: 0, .. } => "You have not said anything yet. What would you like?".into(),
        Refusal::SentenceTooLong { characters, most } => {
            format!("That is {characters} characters; I can take {most} at a time. Please split it.")
        }
        Refusal::QuoteUnknown { .. } => "I cannot find this quote. Please tell me again what you would like.".into(),
        Refusal::QuoteChanged { .. } => {
            "The quote is not the one you agreed to, so nothing was ordered. Please read the new one.".into()
        }
        Refusal::QuoteExpired { .. } => {
            "This quote has run out, so nothing was ordered. Say it again and I will work it out anew.".into()
        }
        Refusal::NothingToConfirm => "Nothing is waiting for your yes. Just tell me what you would like.".into(),
        Refusal::OrderUnknown { order } => format!("There is no order {order}."),
        Refusal::WrongState { order, state } => {
            format!("Order {order} {}, so this can no longer be done.", state_en(*state))
        }
        Refusal::BalanceTooLow { short } => {
            format!("The balance is CNY {short} short. Pay another way, or take a little less.")
        }
        Refusal::PaymentDeclined { .. } => {
            "The card was declined and nothing was taken. You can try another way to pay.".into()
        }
        Refusal::PaymentPending { order } => format!(
            "The payment is being confirmed and will not be taken twice. Order {order} is kept; please look again shortly."
        ),
        Refusal::AmountTooLarge => "The amount is too large to work with. Please split the purchase.".into(),
        Refusal::CampaignUnknown { .. } => "There is no such campaign.".into(),
        Refusal::CampaignNotRunning { .. } => "This campaign has not started yet, or is over.".into(),
        Refusal::VoucherAlreadyClaimed { .. } => {
            "You have had this voucher already; there is one for each person.".into()
        }
        Refusal::BudgetExhausted { .. } => "Just too late: all vouchers of this campaign have been given out.".into(),
        Refusal::VoucherNotUsable { .. } => {
            "This voucher cannot be used now, so nothing was ordered. I can work out the price anew.".into()
        }
        Refusal::VoucherStillUsable { .. } => "This voucher can still be used; it need not be given back.".into(),
        Refusal::CampaignExists { .. } => {
            "There is a campaign of this id with other terms. Please choose another id.".into()
        }
        Refusal::CampaignInvalid { field } => format!("The campaign's “{field}” is not right. Please change it."),
        Refusal::NotSignedIn => "Please sign in, or start again from the first page.".into(),
        Refusal::BuyerUnknown => "I do not know this buyer. Please start again from the first page.".into(),
        Refusal::BuyerExists => "This buyer is here already.".into(),
        Refusal::ConversationMoved => "You said something else just now. Please send this again.".into(),
        Refusal::ConversationTooLarge => "This talk has become too long to keep. Please start anew.".into(),
        Refusal::KeyReused => {
            "One idempotency key cannot stand for two different requests. Please use a new key.".into()
        }
        Refusal::BodyTooLarge { most } => format!("The request is too large; {} KB at most.", most.div_euclid(1024)),
        Refusal::RequestInvalid { field, problem } => format!("“{field}” is not right: {problem}"),
        Refusal::NotFound => "There is no such page.".into(),
        Refusal::NothingToSpare => "There is none left over there either. Please try again in a moment.".into(),
        Refusal::Busy { retry_in } => {
            format!("Very many people are here. Please try again in {}.", span_en(*retry_in))
        }
        Refusal::StoreUnavailable { retry_in } => {
            format!(
                "The system needs a moment. Please try again in {}, and look at your orders before you do.",
                span_en(*retry_in)
            )
        }
    }
}

fn field_zh(field: &str) -> &str {
    match field {
        "birth_year" => "出生年份",
        "addresses" => "地址",
        "label" => "地址名称",
        "text" => "详细地址",
        "adcode" => "行政区划代码",
        other => other,
    }
}

fn state_zh(state: OrderState) -> &'static str {
    match state {
        OrderState::PendingPayment => "正在付款",
        OrderState::Paid => "已付款",
        OrderState::Accepted => "商家已接单",
        OrderState::Preparing => "已经在做了",
        OrderState::Delivering => "已经在路上",
        OrderState::Delivered => "已送到",
        OrderState::Cancelled => "已取消",
        OrderState::PaymentFailed => "没有付款成功",
    }
}

fn state_en(state: OrderState) -> &'static str {
    match state {
        OrderState::PendingPayment => "is being paid",
        OrderState::Paid => "is paid",
        OrderState::Accepted => "has been accepted by the shop",
        OrderState::Preparing => "is already being prepared",
        OrderState::Delivering => "is already on its way",
        OrderState::Delivered => "has been delivered",
        OrderState::Cancelled => "is cancelled",
        OrderState::PaymentFailed => "was not paid",
    }
}

/// Hours and minutes on a clock in China.
fn clock(time: Time) -> String {
    let minute = time.minute_of_day();
    format!("{:02}:{:02}", minute.div_euclid(60), minute.rem_euclid(60))
}

/// A time on the clock, with how many days after `from` it is.
fn later_zh(time: Time, from: Time) -> String {
    match time.china_day().saturating_sub(from.china_day()) {
        0 => clock(time),
        1 => format!("第二天 {}", clock(time)),
        days => format!("{days} 天后 {}", clock(time)),
    }
}

/// A time on the clock, with how many days after `from` it is.
fn later_en(time: Time, from: Time) -> String {
    match time.china_day().saturating_sub(from.china_day()) {
        0 => clock(time),
        1 => format!("{} the next day", clock(time)),
        days => format!("{} {days} days later", clock(time)),
    }
}

fn span_zh(span: Span) -> String {
    match parts(span) {
        (0, 0, seconds) => format!("{seconds}秒"),
        (0, minutes, _) => format!("{minutes}分钟"),
        (hours, 0, _) => format!("{hours}小时"),
        (hours, minutes, _) => format!("{hours}小时{minutes}分钟"),
    }
}

fn span_en(span: Span) -> String {
    match parts(span) {
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, _) => format!("{minutes} min"),
        (hours, 0, _) => format!("{hours} h"),
        (hours, minutes, _) => format!("{hours} h {minutes} min"),
    }
}

/// Hours, minutes and seconds to say: seconds alone below two minutes, whole minutes rounded up above.
fn parts(span: Span) -> (u64, u64, u64) {
    let seconds = span.as_seconds_up();
    if seconds < 120 {
        return (0, 0, seconds);
    }
    let minutes = seconds.div_ceil(60);
    (minutes.div_euclid(60), minutes.rem_euclid(60), 0)
}

fn whose_zh(avoids: &Avoidance) -> String {
    let what = avoids.name(Language::Zh);
    match avoids.strictness {
        Strictness::Allergy => format!("对{what}过敏"),
        Strictness::Dislike => format!("不吃{what}"),
    }
}

fn whose_en(avoids: &Avoidance) -> String {
    let what = avoids.name(Language::En);
    match avoids.strictness {
        Strictness::Allergy => format!("are allergic to {what}"),
        Strictness::Dislike => format!("do not eat {what}"),
    }
}
