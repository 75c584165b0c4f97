//! What the desk says about what it did: quotes, orders, wallets. What was understood, the assistant says itself.

use domain::avoidance::{Avoidance, Strictness};
use domain::buyer::Buyer;
use domain::campaign::Campaign;
use domain::language::Language;
use domain::order::{Order, OrderState};
use domain::payment::PaymentMethod;
use domain::quote::{Quote, QuoteLine};
use domain::time::Time;
use domain::voucher::Voucher;

use crate::habits::Habits;
use crate::wallet::Wallet;

/// A quote: what, where to, when, how much, and how to agree.
pub fn quote(quote: &Quote, language: Language) -> String {
    let terms = &quote.terms;
    let lines: Vec<_> = terms.lines.iter().map(|text| line(text, language)).collect();
    let at = clock(terms.deliver_at, quote.offered_at, language);
    let off = terms.discounts.first().map(|discount| discount.amount);
    match language {
        Language::Zh => {
            let off = off.map_or(String::new(), |off| format!("，用券减 {off} 元"));
            format!(
                "给您算好了：{}。送到{}，{at}左右到。配送费 {} 元{off}，一共 {} 元，{}。\n要下单就说“确认”。",
                lines.join("；"),
                place(terms, language),
                terms.delivery_fee,
                terms.total,
                pays(&terms.payment, language)
            )
        }
        Language::En => {
            let off = off.map_or(String::new(), |off| format!(", voucher −CNY {off}"));
            format!(
                "Here is your quote: {}. To {}, there by about {at}. Delivery CNY {}{off}. In all CNY {}, {}.\nSay “confirm” to order.",
                lines.join("; "),
                place(terms, language),
                terms.delivery_fee,
                terms.total,
                pays(&terms.payment, language)
            )
        }
    }
}

/// What the shops do not say about what the buyer is allergic to, of the goods with these names; empty if there is no
/// allergy.
pub fn not_told(avoids: &[Avoidance], names: &[&str], language: Language) -> String {
    let allergies: Vec<_> = avoids.iter().filter(|avoids| avoids.strictness == Strictness::Allergy).collect();
    let what: Vec<_> = allergies.iter().map(|avoids| avoids.name(language)).collect();
    match (what.is_empty(), names.is_empty(), language) {
        (true, ..) => String::new(),
        (_, true, Language::Zh) => format!("已避开您说过会过敏的{}，商家也写明没有。", what.join("、")),
        (_, true, Language::En) => format!("Nothing here has {}, and the shops say so.", what.join(", ")),
        (_, false, Language::Zh) => format!(
            "您说过会过敏的{}，商家没有写在里面，但也没有写明“不含”：{}。放心不下请先问商家。",
            what.join("、"),
            names.join("、")
        ),
        (_, false, Language::En) => format!(
            "No shop lists {} here, but none says that these are free of it: {}. If in doubt, please ask the shop first.",
            what.join(", "),
            names.join(", ")
        ),
    }
}

/// What is kept of a buyer, and how to have it erased.
pub fn memory(buyer: &Buyer, habits: &Habits, language: Language) -> String {
    let of = |strictness| {
        let names = buyer.avoids.iter().filter(move |avoids| avoids.strictness == strictness);
        names.map(|avoids| avoids.name(language)).collect::<Vec<_>>()
    };
    let places: Vec<_> =
        buyer.addresses.iter().filter(|address| !address.label.is_empty()).map(|a| &*a.label).collect();
    let or_none = |names: Vec<&str>, between: &str, none: &str| {
        if names.is_empty() { none.to_owned() } else { names.join(between) }
    };
    let usual: Vec<_> = habits.usual.iter().map(|order| usual_order(&order.quote.terms, language)).collect();
    let usual = usual.iter().map(String::as_str).collect();
    let tastes = habits.tastes.iter().map(|taste| taste.value.get(language)).collect();
    match language {
        Language::Zh => format!(
            "我记得：过敏：{}；不吃：{}；常用地址：{}；老样子：{}；口味：{}。\n口味只给您看，不会自动加上。要改就直接说，比如“我对芒果过敏”“我可以吃花生了”“忘掉我的忌口”“删掉我的口味”。",
            or_none(of(Strictness::Allergy), "、", "没有"),
            or_none(of(Strictness::Dislike), "、", "没有"),
            or_none(places, "、", "没有"),
            or_none(usual, "；", "没有"),
            or_none(tastes, "、", "没有")
        ),
        Language::En => format!(
            "I keep: allergies: {}; not eaten: {}; places: {}; your usual: {}; tastes: {}.\nTastes are only shown, never added by themselves. To change it, just say so: “I'm allergic to mango”, “I can eat peanut again”, “forget my allergies”, “forget what I usually have”.",
            or_none(of(Strictness::Allergy), ", ", "none"),
            or_none(of(Strictness::Dislike), ", ", "none"),
            or_none(places, ", ", "none"),
            or_none(usual, "; ", "none"),
            or_none(tastes, ", ", "none")
        ),
    }
}

/// An order as something that somebody usually has: what, and from where.
pub fn usual_order(terms: &domain::quote::Terms, language: Language) -> String {
    let lines: Vec<_> = terms.lines.iter().map(|one| line(one, language)).collect();
    let shops: Vec<_> = terms.shops.iter().map(|shop| shop.name.get(language)).collect();
    match language {
        Language::Zh => format!("{}（{}）", lines.join("、"), shops.join("、")),
        Language::En => format!("{} from {}", lines.join(", "), shops.join(", ")),
    }
}

/// What they usually have is forgotten.
pub fn forgot_usual(language: Language) -> String {
    match language {
        Language::Zh => {
            "好的，老样子和口味都忘掉了。以前的订单还在“订单”里，那是账目，不会删。过敏和忌口还记着，要删就说“忘掉我的忌口”。"
                .into()
        }
        Language::En => {
            "All right, I have forgotten your usual and your tastes. Past orders themselves stay in the list of orders, for the books. What you do not eat is still kept; to erase that, say “forget my allergies”."
                .into()
        }
    }
}

fn place(terms: &domain::quote::Terms, language: Language) -> String {
    let address = &terms.address;
    match (&*address.label, language) {
        ("", _) => address.text.to_string(),
        (label, Language::Zh) => format!("{label}（{}）", address.text),
        ("家", Language::En) => format!("home ({})", address.text),
        ("公司", Language::En) => format!("the office ({})", address.text),
        (label, Language::En) => format!("{label} ({})", address.text),
    }
}

fn line(line: &QuoteLine, language: Language) -> String {
    let chosen: Vec<_> =
        line.options.iter().flat_map(|choice| &choice.values).map(|value| value.get(language)).collect();
    let chosen = match (chosen.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::Zh) => format!("（{}）", chosen.join("、")),
        (false, Language::En) => format!(" ({})", chosen.join(", ")),
    };
    format!("{}{chosen} × {}", line.name.get(language), line.quantity)
}

fn pays(method: &PaymentMethod, language: Language) -> &'static str {
    match (method, language) {
        (PaymentMethod::Wallet, Language::Zh) => "用余额付",
        (PaymentMethod::Wallet, Language::En) => "to be paid from your balance",
        (PaymentMethod::Card { .. }, Language::Zh) => "刷卡付",
        (PaymentMethod::Card { .. }, Language::En) => "to be paid by card",
    }
}

/// An order that was placed.
pub fn ordered(order: &Order, language: Language) -> String {
    let at = clock(order.quote.terms.deliver_at, order.placed_at, language);
    let total = order.payment.captured;
    match language {
        Language::Zh => format!("下单成功！订单 {}，已付 {total} 元，{at}左右送到。想看进度就问“到哪了”。", order.id),
        Language::En => format!(
            "Done! Order {}, CNY {total} paid, there by about {at}. Ask “where is my order” any time.",
            order.id
        ),
    }
}

/// An order that was cancelled.
pub fn cancelled(order: &Order, language: Language) -> String {
    let refund = order.payment.refunded;
    let due = order.payment.refund_due;
    let voucher = !order.quote.terms.discounts.is_empty();
    match language {
        Language::Zh => {
            let voucher = if voucher { "，券也还给您了" } else { "" };
            let refunded = if due { "正在退回" } else { "已退回" };
            format!("订单 {} 已取消，{refund} 元{refunded}{voucher}。", order.id)
        }
        Language::En => {
            let voucher = if voucher { ", and your voucher is back" } else { "" };
            let refunded = if due { "is being refunded" } else { "has been refunded" };
            format!("Order {} is cancelled; CNY {refund} {refunded}{voucher}.", order.id)
        }
    }
}

/// Where an order is.
pub fn tracked(order: &Order, language: Language) -> String {
    let at = clock(order.quote.terms.deliver_at, order.placed_at, language);
    let state = state(order.state, language);
    match (order.state.is_final(), language) {
        (true, Language::Zh) => format!("订单 {}：{state}。", order.id),
        (true, Language::En) => format!("Order {}: {state}.", order.id),
        (false, Language::Zh) => format!("订单 {}：{state}，预计 {at} 左右送到。", order.id),
        (false, Language::En) => format!("Order {}: {state}; expected by about {at}.", order.id),
    }
}

/// An earlier order that goes on although a quote was dropped.
pub fn still_open(order: &Order, language: Language) -> String {
    let state = state(order.state, language);
    match language {
        Language::Zh => format!("您之前的订单 {} 还在（{state}）。要取消那一单，请再说一次“取消订单”。", order.id),
        Language::En => format!(
            "Your earlier order {} goes on ({state}). To cancel that one, say “cancel my order” again.",
            order.id
        ),
    }
}

/// Whether to cancel the order of before, now that another is placed.
pub fn cancel_earlier(order: &Order, language: Language) -> String {
    let state = state(order.state, language);
    let what = usual_order(&order.quote.terms, language);
    match language {
        Language::Zh => {
            format!("您还说要取消之前的订单 {}：{what}，{state}。确定取消吗？说“取消吧”就取消。", order.id)
        }
        Language::En => format!(
            "You also wanted to cancel your earlier order {}: {what}; {state}. Shall I cancel it? Say “yes, cancel it”.",
            order.id
        ),
    }
}

/// Whether another time would do: this one, or as soon as can be.
pub fn ask_for_time(at: Option<Time>, now: Time, language: Language) -> String {
    match (at.map(|at| clock(at, now, language)), language) {
        (Some(at), Language::Zh) => format!("约到 {at} 送来，好不好？好就说“好”，不好就另说个时间。"),
        (None, Language::Zh) => "按最快的时间送，好不好？好就说“好”。".into(),
        (Some(at), Language::En) => format!("Shall it come at {at}? If so, say “yes”; if not, say when."),
        (None, Language::En) => "Shall it come as soon as possible? If so, say “yes”.".into(),
    }
}

/// Whether as many as are left would do.
pub fn ask_for_fewer(left: u64, language: Language) -> String {
    match language {
        Language::Zh => format!("就要这 {left} 份，好不好？好就说“好”。"),
        Language::En => format!("Shall I take the {left} that are left? If so, say “yes”."),
    }
}

/// That as many were taken as are left.
pub fn took_what_is_left(name: &str, left: u64, language: Language) -> String {
    match language {
        Language::Zh => format!("{name}只剩 {left} 份，就按 {left} 份算。"),
        Language::En => format!("Only {left} of {name} are left, so that is what I took."),
    }
}

/// Nothing was ordered so far.
pub fn no_order_yet(language: Language) -> String {
    match language {
        Language::Zh => "您还没有下过单。想要什么，说一句就行。".into(),
        Language::En => "You have not ordered anything yet. Just tell me what you would like.".into(),
    }
}

/// The state of an order in words.
pub fn state(state: OrderState, language: Language) -> &'static str {
    match (state, language) {
        (OrderState::PendingPayment, Language::Zh) => "正在付款",
        (OrderState::PendingPayment, Language::En) => "being paid",
        (OrderState::Paid, Language::Zh) => "已付款，等商家接单",
        (OrderState::Paid, Language::En) => "paid, waiting for the shop",
        (OrderState::Accepted, Language::Zh) => "商家已接单",
        (OrderState::Accepted, Language::En) => "accepted by the shop",
        (OrderState::Preparing, Language::Zh) => "正在做",
        (OrderState::Preparing, Language::En) => "being prepared",
        (OrderState::Delivering, Language::Zh) => "在路上了",
        (OrderState::Delivering, Language::En) => "on its way",
        (OrderState::Delivered, Language::Zh) => "已送到",
        (OrderState::Delivered, Language::En) => "delivered",
        (OrderState::Cancelled, Language::Zh) => "已取消",
        (OrderState::Cancelled, Language::En) => "cancelled",
        (OrderState::PaymentFailed, Language::Zh) => "没有付款成功",
        (OrderState::PaymentFailed, Language::En) => "payment failed",
    }
}

/// Balance and vouchers.
pub fn wallet(wallet: &Wallet, campaigns: &[Campaign], now: Time, language: Language) -> String {
    let usable: Vec<_> = wallet.vouchers.iter().filter(|voucher| voucher.usable_at(now)).collect();
    let vouchers: Vec<_> = usable.iter().map(|voucher| voucher_words(voucher, campaigns, language)).collect();
    let claimable = campaigns.iter().any(|campaign| {
        campaign.runs_at(now) && !wallet.vouchers.iter().any(|voucher| voucher.id.campaign == campaign.id)
    });
    let balance = wallet.balance;
    match (language, vouchers.is_empty(), claimable) {
        (Language::Zh, false, _) => format!("余额 {balance} 元。可用的券：{}。", vouchers.join("；")),
        (Language::Zh, true, true) => format!("余额 {balance} 元。现在没有可用的券，说“领券”可以领一张。"),
        (Language::Zh, true, false) => format!("余额 {balance} 元，没有可用的券。"),
        (Language::En, false, _) => format!("Your balance is CNY {balance}. Vouchers: {}.", vouchers.join("; ")),
        (Language::En, true, true) => {
            format!("Your balance is CNY {balance}. No voucher yet; say “claim voucher” to get one.")
        }
        (Language::En, true, false) => format!("Your balance is CNY {balance}; no voucher to use."),
    }
}

/// A voucher that was just claimed.
pub fn claimed(voucher: &Voucher, campaign: &Campaign, language: Language) -> String {
    let words = voucher_words(voucher, std::slice::from_ref(campaign), language);
    match language {
        Language::Zh => format!("领到了：{words}。"),
        Language::En => format!("You have got it: {words}."),
    }
}

fn voucher_words(voucher: &Voucher, campaigns: &[Campaign], language: Language) -> String {
    let campaign = campaigns.iter().find(|campaign| campaign.id == voucher.id.campaign);
    let name = campaign.map_or("", |campaign| campaign.name.get(language));
    let until = day(voucher.expires_at);
    match language {
        Language::Zh => format!("{name} {} 元，{until}前有效", voucher.terms.amount),
        Language::En => format!("{name} CNY {}, valid until {until}", voucher.terms.amount),
    }
}

/// Month and day on a calendar in China.
fn day(time: Time) -> String {
    local(time).strftime("%-m/%-d").to_string()
}

/// A clock time, with the day if it is not the day of `now`.
fn clock(time: Time, now: Time, language: Language) -> String {
    let minute = time.minute_of_day();
    let clock = format!("{:02}:{:02}", minute / 60, minute % 60);
    match (time.china_day() - now.china_day(), language) {
        (0, _) => clock,
        (1, Language::Zh) => format!("明天 {clock}"),
        (1, Language::En) => format!("{clock} tomorrow"),
        _ => format!("{} {clock}", day(time)),
    }
}

fn local(time: Time) -> jiff::civil::Date {
    let epoch = jiff::civil::date(1970, 1, 1);
    let days = i32::try_from(time.china_day()).unwrap_or_default();
    epoch.checked_add(jiff::Span::new().days(days)).unwrap_or(epoch)
}
