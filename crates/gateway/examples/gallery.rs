//! Writes every page, filled with made-up views, into a folder: to look at the pages without a server.
//! `cargo run -p gateway --example gallery -- FOLDER`

use std::fs;
use std::path::Path;

use askama::Template;
use domain::language::Language;
use gateway::page::addresses::{AddressForm, AddressesPage};
use gateway::page::bill::{Bill, BillLine, BillShop, Discount, Place};
use gateway::page::conversation::{ConversationPage, Example, Gift, Offer, OrderCard, QuoteCard, Side, Turn};
use gateway::page::order::{OrderPage, OrdersPage, Stage, Step};
use gateway::page::quote::{Payment, QuotePage};
use gateway::page::refusal::{BusyPage, ExplanationPage, RefusalPage};
use gateway::page::shell::{Shell, Tab, Taste};
use gateway::page::wallet::{Move, VoucherCard, WalletPage};

fn main() {
    let folder = std::env::args().nth(1).expect("the folder to write to");
    for (language, tag) in [(Language::Zh, "zh"), (Language::En, "en")] {
        let shell = |tab| Shell::new(Taste { language, large: false }, tab, "/");
        let write = |name: &str, page: &dyn std::fmt::Display| {
            fs::write(Path::new(&folder).join(format!("{name}-{tag}.html")), page.to_string())
                .expect("a folder to write to");
        };
        write("home", &conversation(shell(Tab::Talk), vec![]).render().expect("renders"));
        write("talk", &conversation(shell(Tab::Talk), turns(language)).render().expect("renders"));
        write("quote", &quote(shell(Tab::Talk).focused()).render().expect("renders"));
        write("order", &order(shell(Tab::Orders)).render().expect("renders"));
        write("orders", &orders(shell(Tab::Orders), true).render().expect("renders"));
        write("orders-none", &orders(shell(Tab::Orders), false).render().expect("renders"));
        write("wallet", &wallet(shell(Tab::Wallet)).render().expect("renders"));
        write("addresses", &addresses(shell(Tab::Addresses)).render().expect("renders"));
        write("refusal", &refusal(shell(Tab::Other)).render().expect("renders"));
        write("not-found", &RefusalPage::not_found(shell(Tab::Other)).render().expect("renders"));
        let busy = BusyPage { shell: shell(Tab::Other), wait: "20 秒".into(), ahead: Some("120 人".into()) };
        write("busy", &busy.render().expect("renders"));
        let html = "<h1>shop_full</h1><p>The shop has no room.</p><ul><li>Wait.</li></ul>".into();
        let page = ExplanationPage { shell: shell(Tab::Other), code: "shop_full".into(), html, lang: "en" };
        write("explanation", &page.render().expect("renders"));
    }
}

fn conversation(shell: Shell, turns: Vec<Turn>) -> ConversationPage {
    let examples = match shell.taste.language {
        Language::Zh => [
            ("帮我点两杯珍珠奶茶，少糖，送到公司", "drinks"),
            ("一碗牛肉面，不要香菜", "noodles"),
            ("最近的药店有创可贴吗", "pill"),
            ("买一束花送到家，100 块以内", "flower"),
        ],
        Language::En => [
            ("two americanos, one iced, no sugar", "coffee"),
            ("beef noodles, no coriander", "noodles"),
            ("plasters from the nearest pharmacy", "pill"),
            ("flowers under 100 to my home", "flower"),
        ],
    };
    let examples = examples.map(|(text, icon)| Example { text, icon }).into();
    let side = Some(Side { place: Some(place()), balance: "¥200.00".into(), vouchers: Some("1 张".into()) });
    ConversationPage { shell, examples, turns, side, gift: Some(gift()) }
}

fn gift() -> Gift {
    Gift {
        campaign: "spring".into(),
        worth: "¥25".into(),
        terms: "春节请客：无门槛，每人一张，最少付 1 分".into(),
        back: "/",
    }
}

fn place() -> Place {
    Place {
        label: "公司".into(), text: "浙江省杭州市西湖区文三路 90 号东部软件园 3 幢 501".into(), example: true
    }
}

fn turns(language: Language) -> Vec<Turn> {
    let offer = |item: &str, shop: &str, price: &str, icon| Offer {
        item: item.into(),
        shop: shop.into(),
        price: price.into(),
        icon,
        facts: vec!["350 米".into(), "约 25 分钟".into()],
        say: format!("要{shop}的{item}"),
    };
    let search = Turn {
        said: "附近有什么奶茶，最好便宜点，带吸管环保的".into(),
        reply: "这三家都有，最便宜的在前面：".into(),
        reply_lang: "zh",
        offers: vec![
            offer("珍珠奶茶", "茶小满（文三路店）", "¥12.00", "drinks"),
            offer("美式咖啡", "半山咖啡", "¥15.00", "coffee"),
            offer("红烧牛肉面加大份加蛋加青菜", "老街面馆", "¥28.00", "noodles"),
        ],
        unread: vec!["带吸管环保的".into()],
        ..Turn::default()
    };
    let quote = QuoteCard {
        href: "/quotes/q1".into(),
        lines: vec!["珍珠奶茶 × 2（少糖）".into()],
        total: "¥8.00".into(),
        saved: Some("省了 ¥25.00".into()),
    };
    let bought = Turn {
        said: if language == Language::Zh {
            "帮我点两杯珍珠奶茶，少糖，送到公司"
        } else {
            "two americanos, one iced, no sugar"
        }
        .into(),
        reply: "好嘞，两杯珍珠奶茶，少糖，送到公司，12:30 前到。用上了 25 元的券，一共 8 元。清单在这儿，您看一眼："
            .into(),
        reply_lang: "zh",
        quote: Some(quote),
        ..Turn::default()
    };
    let tracked = Turn {
        said: "到哪了".into(),
        reply: "店家正在做，大约 12:30 到。".into(),
        reply_lang: "zh",
        order: Some(card()),
        ..Turn::default()
    };
    vec![search, bought, tracked]
}

fn card() -> OrderCard {
    OrderCard {
        href: "/orders/o1".into(),
        what: "珍珠奶茶 × 2".into(),
        state: "制作中".into(),
        good: true,
        total: "¥8.00".into(),
        when: "今天 12:03".into(),
    }
}

fn bill() -> Bill {
    let line = |item: &str, quantity, chosen: &str, amount: &str| BillLine {
        item: item.into(),
        quantity,
        chosen: chosen.into(),
        amount: amount.into(),
    };
    Bill {
        shops: vec![
            BillShop {
                name: "茶小满（文三路店）".into(),
                icon: "drinks",
                lines: vec![
                    line("珍珠奶茶", 2, "少糖 · 去冰 · 中杯", "¥30.00"),
                    line("杨枝甘露", 1, "正常糖 · 少冰 · 加椰果、加珍珠", "¥19.00"),
                ],
            },
            BillShop {
                name: "老街面馆".into(),
                icon: "noodles",
                lines: vec![line("红烧牛肉面加大份加蛋加青菜", 1, "不要香菜", "¥28.00")],
            },
        ],
        subtotal: "¥77.00".into(),
        discounts: vec![Discount { name: "春节请客券".into(), amount: "−¥25.00".into() }],
        fee: "¥3.00".into(),
        total: "¥55.00".into(),
    }
}

fn quote(shell: Shell) -> QuotePage {
    QuotePage {
        shell,
        id: "q1".into(),
        hash: "9f2c".into(),
        hash_short: "9f2c 71ab".into(),
        bill: bill(),
        place: place(),
        arrives: "今天 12:30 前".into(),
        payment: Payment { name: "钱包余额", note: "¥200.00".into(), icon: "wallet" },
        unread: vec!["带吸管环保的".into()],
        valid_until: "12:18".into(),
        valid_until_machine: "2026-02-06T12:18:00+08:00".into(),
        expired: false,
    }
}

fn order(shell: Shell) -> OrderPage {
    let step = |name: &str, when: Option<&str>, stage| Step { name: name.into(), when: when.map(Into::into), stage };
    OrderPage {
        shell,
        id: "o204801".into(),
        headline: "店家正在制作".into(),
        steps: vec![
            step("已付款", Some("今天 12:03"), Stage::Done),
            step("店家已接单", Some("今天 12:04"), Stage::Done),
            step("制作中", None, Stage::Now),
            step("配送中", None, Stage::Next),
            step("已送达", None, Stage::Next),
        ],
        moving: true,
        bill: bill(),
        place: place(),
        arrives: "今天 12:30 前".into(),
        paid_with: "钱包支付".into(),
        refunded: Some("¥55.00".into()),
        cancellable: true,
    }
}

fn orders(shell: Shell, some: bool) -> OrdersPage {
    OrdersPage {
        shell,
        orders: if some { vec![card(), card(), card()] } else { vec![] },
        older: Some("/orders?before=o1".into()),
    }
}

fn wallet(shell: Shell) -> WalletPage {
    let voucher = |usable, state: &str| VoucherCard {
        worth: "¥25".into(),
        name: "春节请客".into(),
        terms: "无门槛 · 2月23日 23:59 前用".into(),
        state: state.into(),
        usable,
    };
    let go = |what: &str, amount: &str, inward| Move {
        what: what.into(),
        when: "今天 12:03".into(),
        amount: amount.into(),
        inward,
    };
    WalletPage {
        shell,
        balance: "¥192.00".into(),
        moves: vec![go("订单 o204801", "−¥8.00", false), go("新人礼金", "+¥200.00", true)],
        vouchers: vec![voucher(true, "可用"), voucher(false, "已使用")],
        earlier: Some("/wallet?from=1".into()),
        gift: Some(gift()),
        claimed: true,
    }
}

fn addresses(shell: Shell) -> AddressesPage {
    let form = |place, label: &str| AddressForm {
        place,
        label: label.into(),
        text: "浙江省杭州市西湖区文三路 90 号东部软件园 3 幢 501".into(),
        adcode: "330106".into(),
        example: true,
    };
    AddressesPage { shell, addresses: vec![form(0, "家"), form(1, "公司")], room: true, saved: true }
}

fn refusal(shell: Shell) -> RefusalPage {
    RefusalPage {
        shell,
        code: Some("shop_full".into()),
        sentence: "这家店现在满单了，接不下这一单。".into(),
        advice: "换一家店，或者 12 分钟后再来。".into(),
        unchanged: true,
        retry: Some(true),
        again: Some("/quotes/q1".into()),
    }
}
