//! A tiny language for stories: a line is a command and, behind `->`, what comes of it.
//!
//! | line | what comes of it |
//! | --- | --- |
//! | `campaign welcome budget 50 amount 25 [threshold 30] [least 0.01] [life 7d] [grace 1d]` | `launched` |
//! | `open alice 200` | `opened` |
//! | `claim alice welcome`, `release alice welcome` | `claimed`, `released` |
//! | `quote alice tea x2 cup x1 [card]` | the total; kept as her last quote |
//! | `place alice [hash wrong] [total 0.01]` | the state; her last quote becomes her next order |
//! | `order alice tea x2 [card]` | both: state and total |
//! | `settle alice 1 captured`, `cancel alice 1 [by bob]`, `advance alice 1 accepted`, `refunded alice 1` | the state |
//! | `deliver alice 1` | every step to the door |
//! | `[key] …` before a command | sends it under a client's key |
//! | `wait 20m`, `restock cup 3` | nothing |
//! | `balance alice`, `account held drinks`, `stock cup`, `voucher alice welcome`, `order? alice 1` | a figure |
//!
//! A refusal is its code. Every line is decided on every engine, and audited on each.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::command::{
    AdvanceOrder, CancelOrder, CancelledBy, ClaimVoucher, Command, LaunchCampaign, OpenBuyer, PlaceOrder, ProviderWord,
    ReleaseVoucher, SettlePayment, SettleRefund,
};
use domain::id::{BuyerId, CampaignId, ItemKey, OrderId, ShopId, VoucherId};
use domain::ledger::AccountId;
use domain::money::Money;
use domain::order::OrderState;
use domain::quote::{Quote, QuoteHash, Wish};
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::time::Span;
use domain::voucher::VoucherState;

use crate::engines::{Engines, SHARD, quote_id};
use crate::town;

/// Tells a story and compares what comes of each line.
pub fn check(text: &str) {
    let mut story = Story::new();
    let mut wrong = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let said = line.split('#').next().unwrap_or_default().trim();
        if said.is_empty() {
            continue;
        }
        let (command, expected) = said.split_once("->").unwrap_or((said, ""));
        let got = story.tell(command.trim());
        if got != expected.trim() {
            wrong.push(format!("line {number}: {} -> {got}, not {}", command.trim(), expected.trim()));
        }
        story.engines.assert_audit();
    }
    story.engines.assert_rows();
    story.engines.assert_reads();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

struct Story {
    engines: Engines,
    /// Names in the order of their first mention.
    people: Vec<String>,
    quotes: BTreeMap<BuyerId, Arc<Quote>>,
    orders: BTreeMap<BuyerId, Vec<OrderId>>,
    sent: u64,
    key: Option<IdempotencyKey>,
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

impl Story {
    fn new() -> Self {
        let (people, quotes, orders) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
        Self { engines: Engines::new(), people, quotes, orders, sent: 0, key: None }
    }

    fn tell(&mut self, line: &str) -> String {
        let keyed = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        self.key = keyed.map(|(key, _)| IdempotencyKey::chosen(BuyerId(0), key));
        let mut words = keyed.map_or(line, |(_, rest)| rest).split_whitespace().peekable();
        let told = self.change(words.next().expect("a line says something"), &mut words);
        assert_eq!(words.next(), None, "what is this in `{line}`?");
        told.unwrap_or_else(|refusal| refusal.code().into())
    }

    fn change(&mut self, verb: &str, words: &mut Words<'_>) -> Result<String, Refusal> {
        match verb {
            "campaign" => self.send(LaunchCampaign { campaign: campaign(words) }),
            "open" => {
                let buyer = town::buyer(self.person(words));
                self.send(OpenBuyer { buyer, opening_balance: yuan(next(words)) })
            }
            "claim" => {
                let claim = ClaimVoucher { buyer: self.person(words), campaign: next(words).into() };
                self.send(claim)
            }
            "release" => {
                let voucher = VoucherId { buyer: self.person(words), campaign: next(words).into() };
                self.send(ReleaseVoucher { voucher })
            }
            "quote" => Ok(self.quote(words)?.terms.total.to_string()),
            "place" => self.place(words),
            "order" => {
                let quote = self.quote(words)?;
                let state = self.send_order(quote.clone(), quote.hash)?;
                Ok(format!("{state} {}", quote.terms.total))
            }
            "settle" | "cancel" | "advance" | "deliver" | "refunded" => self.move_order(verb, words),
            _ => Ok(self.look(verb, words)),
        }
    }

    fn move_order(&mut self, verb: &str, words: &mut Words<'_>) -> Result<String, Refusal> {
        let (buyer, order) = self.named_order(words);
        match verb {
            "settle" => {
                let captured = next(words) == "captured";
                let word = if captured { ProviderWord::Captured } else { ProviderWord::Declined };
                self.send(SettlePayment { order, word })
            }
            "cancel" => {
                let by = if words.next_if_eq(&"by").is_none() {
                    CancelledBy::Buyer(buyer)
                } else if words.next_if_eq(&"shop").is_some() {
                    CancelledBy::Shop
                } else {
                    CancelledBy::Buyer(self.person(words))
                };
                self.send(CancelOrder { order, by })
            }
            "advance" => {
                let to = OrderState::from_word(next(words)).expect("a state");
                self.send(AdvanceOrder { order, to })
            }
            "deliver" => {
                let mut state = self.engines.same(|engine| engine.order(order)).expect("an order").state;
                while let Some(to) = state.next_step() {
                    self.send(AdvanceOrder { order, to })?;
                    state = to;
                }
                Ok(state.word().into())
            }
            _ => self.send(SettleRefund { order }),
        }
    }

    fn look(&mut self, verb: &str, words: &mut Words<'_>) -> String {
        match verb {
            "wait" => {
                self.engines.clock.wait(span(next(words)));
                String::new()
            }
            "restock" => {
                let item = town::key(next(words));
                self.restock(&item, next(words).parse().expect("a count"));
                String::new()
            }
            "balance" => {
                let id = AccountId::Wallet(self.person(words));
                self.fen(&id)
            }
            "account" => self.fen(&account(words)),
            "stock" => {
                let key = town::key(next(words));
                let stocks = self.engines.same(|engine| engine.stocks());
                stocks.iter().find(|(_, item, _)| *item == key).map_or("none".into(), |(.., s)| s.left().to_string())
            }
            "voucher" => {
                let id = VoucherId { buyer: self.person(words), campaign: next(words).into() };
                self.voucher(&id)
            }
            "order?" => {
                let (_, id) = self.named_order(words);
                self.order(id)
            }
            other => panic!("no such verb: {other}"),
        }
    }

    /// A delivery: the catalogue again, with another count of one item.
    fn restock(&mut self, key: &ItemKey, units: u32) {
        let stocks = self.engines.same(|engine| engine.stocks());
        let left = |key: &ItemKey| stocks.iter().find(|(_, item, _)| item == key).map(|(.., stock)| stock.left());
        let mut items = town::items();
        for item in items.iter_mut().filter(|item| item.stock.is_some()) {
            let shelf = left(&item.key).and_then(|left| u32::try_from(left).ok());
            item.stock = if item.key == *key { Some(units) } else { shelf };
        }
        self.engines.import(&town::shops(), &items);
    }

    fn send(&mut self, command: impl Into<Command>) -> Result<String, Refusal> {
        self.sent += 1;
        let key = self.key.unwrap_or_else(|| IdempotencyKey::about("story", self.sent));
        let answers = self.engines.decide(SHARD, &[(key, command.into())]);
        let [answer] = answers.try_into().expect("one answer for one command");
        Ok(match answer? {
            Outcome::BuyerOpened(_) => "opened".into(),
            Outcome::CampaignLaunched(_) => "launched".into(),
            Outcome::VoucherClaimed(_) => "claimed".into(),
            Outcome::VoucherReleased(_) => "released".into(),
            Outcome::RefundSettled(_) => "settled".into(),
            Outcome::Order { state, .. } => state.word().into(),
            other => format!("{other:?}"),
        })
    }

    fn quote(&mut self, words: &mut Words<'_>) -> Result<Arc<Quote>, Refusal> {
        let buyer = self.person(words);
        let (mut lines, mut card) = (Vec::new(), false);
        while let Some(word) = words.next() {
            if word == "card" {
                card = true;
                continue;
            }
            let quantity = next(words).strip_prefix('x').and_then(|n| n.parse().ok()).expect("a quantity such as x2");
            lines.push(town::line(word, quantity));
        }
        let vouchers = self.engines.same(|engine| engine.vouchers(buyer, 10));
        let wallet = AccountId::Wallet(buyer);
        let wallet = self.engines.same(|engine| engine.account(SHARD, &wallet));
        let wish = Wish {
            vouchers: &vouchers,
            card: card.then(|| "tok_1".into()),
            prefer_card: card,
            ..town::wish(wallet.map_or(Money::ZERO, |wallet| wallet.balance))
        };
        let now = self.engines.clock.now();
        let terms = town::priced(&lines, &wish, now)?;
        self.sent += 1;
        let quote = Arc::new(terms.offered(quote_id(buyer, 1_000 + self.sent), buyer, now));
        self.quotes.insert(buyer, quote.clone());
        Ok(quote)
    }

    fn place(&mut self, words: &mut Words<'_>) -> Result<String, Refusal> {
        let buyer = self.person(words);
        let mut quote = self.quotes[&buyer].clone();
        let mut hash = quote.hash;
        if words.next_if_eq(&"hash").is_some() {
            hash = QuoteHash([next(words).len().try_into().expect("a short word"); 32]);
        }
        if words.next_if_eq(&"total").is_some() {
            Arc::make_mut(&mut quote).terms.total = yuan(next(words));
        }
        self.send_order(quote, hash)
    }

    fn send_order(&mut self, quote: Arc<Quote>, quote_hash: QuoteHash) -> Result<String, Refusal> {
        let (buyer, id) = (quote.buyer, quote.id.order());
        let mandate = domain::mandate::Mandate { quote_hash, confirmed_at: self.engines.clock.now() };
        let state = self.send(PlaceOrder { quote, mandate })?;
        let orders = self.orders.entry(buyer).or_default();
        if !orders.contains(&id) {
            orders.push(id);
        }
        Ok(state)
    }

    fn person(&mut self, words: &mut Words<'_>) -> BuyerId {
        let name = next(words);
        let known = self.people.iter().position(|person| person == name);
        let place = known.unwrap_or_else(|| {
            self.people.push(name.into());
            self.people.len() - 1
        });
        BuyerId(1 + u64::try_from(place).expect("few people"))
    }

    /// `alice 1`: her first order. An order that she does not have is one that nobody has.
    fn named_order(&mut self, words: &mut Words<'_>) -> (BuyerId, OrderId) {
        let buyer = self.person(words);
        let number: usize = next(words).parse().expect("the number of an order, from 1");
        let id = self.orders.get(&buyer).and_then(|orders| orders.get(number - 1));
        (buyer, id.copied().unwrap_or(OrderId(999_999_999)))
    }

    fn fen(&self, id: &AccountId) -> String {
        let account = self.engines.same(|engine| engine.account(SHARD, id));
        account.map_or("none".into(), |account| account.balance.to_string())
    }

    fn voucher(&self, id: &VoucherId) -> String {
        let vouchers = self.engines.same(|engine| engine.vouchers(id.buyer, 10));
        let Some(voucher) = vouchers.iter().find(|voucher| voucher.id == *id) else { return "none".into() };
        match voucher.state {
            VoucherState::Held => {
                let seconds = voucher.expires_at.since(self.engines.clock.now()).as_seconds_up();
                format!("held for {}h{:02}", seconds / 3_600, seconds / 60 % 60)
            }
            VoucherState::Spent { .. } => "spent".into(),
            VoucherState::Released => "released".into(),
        }
    }

    fn order(&self, id: OrderId) -> String {
        let Some(order) = self.engines.same(|engine| engine.order(id)) else { return "none".into() };
        let paid = &order.payment;
        let due = if paid.refund_due { ", refund due" } else { "" };
        format!("{}, captured {}, refunded {}{due}", order.state.word(), paid.captured, paid.refunded)
    }
}

fn next<'a>(words: &mut Words<'a>) -> &'a str {
    words.next().expect("another word")
}

fn yuan(text: &str) -> Money {
    let (yuan, fen) = text.split_once('.').unwrap_or((text, "00"));
    assert_eq!(fen.len(), 2, "fen are two digits");
    Money::cny(format!("{yuan}{fen}").parse().expect("an amount"))
}

fn span(text: &str) -> Span {
    let (count, unit) = text.split_at(text.len() - 1);
    let count: u32 = count.parse().expect("a count");
    match unit {
        "s" => Span::seconds(count),
        "m" => Span::minutes(count),
        "h" => Span::minutes(count * 60),
        "d" => Span::days(count),
        _ => panic!("no such unit: {unit}"),
    }
}

fn campaign(words: &mut Words<'_>) -> domain::campaign::Campaign {
    let mut campaign = town::campaign(next(words), Money::cny(10_000), Money::cny(2_500));
    while let Some(term) = words.next() {
        match term {
            "budget" => campaign.budget = yuan(next(words)),
            "amount" => campaign.voucher.amount = yuan(next(words)),
            "threshold" => campaign.voucher.threshold = yuan(next(words)),
            "least" => campaign.voucher.pay_at_least = yuan(next(words)),
            "life" => campaign.voucher.lifetime = span(next(words)),
            "grace" => campaign.voucher.grace = span(next(words)),
            other => panic!("no such term: {other}"),
        }
    }
    campaign
}

fn account(words: &mut Words<'_>) -> AccountId {
    let kind = next(words);
    let mut owner = || next(words);
    match kind {
        "held" => AccountId::ShopHeld(ShopId::from(owner())),
        "earned" => AccountId::ShopPayable(ShopId::from(owner())),
        "funding" => AccountId::CampaignFunding(CampaignId::from(owner())),
        "budget" => AccountId::CampaignBudget(CampaignId::from(owner())),
        "reserved" => AccountId::CampaignReserved(CampaignId::from(owner())),
        "cards" => AccountId::CardClearing,
        "opening" => AccountId::Opening,
        other => panic!("no such account: {other}"),
    }
}
