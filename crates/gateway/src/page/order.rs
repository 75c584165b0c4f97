//! Orders: one with its progress, and the list.

use askama::Template;

use domain::order::{Order, OrderState};
use domain::payment::PaymentMethod;

use super::bill::{Bill, Place, lines_in_short};
use super::conversation::OrderCard;
use super::guide::Guide;
use super::phrase;
use super::shell::Shell;
use super::words::Words;

/// An order's page.
#[derive(Debug, Template)]
#[template(path = "order.html")]
pub struct OrderPage {
    /// What surrounds it.
    pub shell: Shell,
    /// The order's id.
    pub id: String,
    /// What its state means, as a sentence.
    pub headline: String,
    /// The steps from payment to door.
    pub steps: Vec<Step>,
    /// Whether it can still change, so that the page keeps looking.
    pub moving: bool,
    /// Lines, discounts, delivery, and what was paid.
    pub bill: Bill,
    /// Where it goes.
    pub place: Place,
    /// When it arrives.
    pub arrives: String,
    /// What it was paid with.
    pub paid_with: String,
    /// What went back; nothing if nothing did.
    pub refunded: Option<String>,
    /// Whether it can still be cancelled.
    pub cancellable: bool,
}

/// One step of an order.
#[derive(Debug)]
pub struct Step {
    /// What happens.
    pub name: String,
    /// When it happened; nothing if it has not.
    pub when: Option<String>,
    /// Where the order stands with it.
    pub stage: Stage,
}

/// Where an order stands with a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It is behind.
    Done,
    /// It is happening.
    Now,
    /// It is to come.
    Next,
    /// Here it ended early.
    Stopped,
}

impl Stage {
    /// Its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Next => "next",
            Self::Stopped => "stopped",
        }
    }

    /// Whether it is where the order is, for `aria-current`.
    pub fn current(self) -> bool {
        matches!(self, Self::Now | Self::Stopped)
    }
}

/// The list of orders.
#[derive(Debug, Template)]
#[template(path = "orders.html")]
pub struct OrdersPage {
    /// What surrounds it.
    pub shell: Shell,
    /// The orders, newest first.
    pub orders: Vec<OrderCard>,
    /// Where older ones are; nothing if these are all.
    pub older: Option<String>,
}

impl OrderPage {
    /// The page of `order`.
    pub fn of(shell: Shell, order: &Order, guide: &Guide) -> Self {
        let terms = &order.quote.terms;
        let mut bill = Bill::of(terms, guide);
        bill.total = phrase::money(order.payment.captured);
        let refunded = order.payment.refunded;
        Self {
            id: order.id.to_string(),
            headline: shell.words.headline(order.state).to_owned(),
            steps: steps(order, shell.words, guide),
            moving: !order.state.is_final(),
            bill,
            place: (&terms.address).into(),
            arrives: guide.when(terms.deliver_at),
            paid_with: match order.payment.method {
                PaymentMethod::Wallet => shell.words.by_wallet.to_owned(),
                PaymentMethod::Card { .. } => shell.words.by_card.to_owned(),
            },
            refunded: refunded.is_positive().then(|| phrase::money(refunded)),
            cancellable: order.state.may_become(OrderState::Cancelled),
            shell,
        }
    }
}

impl OrderCard {
    /// `order` in a few words.
    pub fn of(order: &Order, words: &Words, guide: &Guide) -> Self {
        Self {
            href: format!("/orders/{}", order.id),
            what: lines_in_short(&order.quote.terms, guide.language).join("，"),
            state: words.headline(order.state).to_owned(),
            good: order.state.stands(),
            total: phrase::money(order.quote.terms.total),
            when: guide.when(order.placed_at),
        }
    }
}

/// The way from payment to door, or to where it ended early.
fn steps(order: &Order, words: &'static Words, guide: &Guide) -> Vec<Step> {
    let step = |name: &str, when: Option<String>, stage| Step { name: name.to_owned(), when, stage };
    let placed = || Some(guide.when(order.placed_at));
    let changed = || Some(guide.when(order.changed_at));
    let way = [words.step_paid, words.step_accepted, words.step_prepared, words.step_brought, words.step_there];
    let behind = match order.state {
        OrderState::Cancelled => {
            let paid = step(words.step_paid, placed(), Stage::Done);
            return vec![paid, step(words.step_cancelled, changed(), Stage::Stopped)];
        }
        OrderState::PaymentFailed => return vec![step(words.step_failed, changed(), Stage::Stopped)],
        OrderState::PendingPayment => 0,
        OrderState::Paid => 1,
        OrderState::Accepted | OrderState::Preparing => 2,
        OrderState::Delivering => 3,
        OrderState::Delivered => way.len(),
    };
    let stage = |place: usize| match place.cmp(&behind) {
        std::cmp::Ordering::Less => Stage::Done,
        std::cmp::Ordering::Equal => Stage::Now,
        std::cmp::Ordering::Greater => Stage::Next,
    };
    // Of the steps behind, the order itself knows the time of the first and of the last.
    let when = |place: usize| match place {
        0 if behind > 0 => placed(),
        _ if place + 1 == behind && order.state != OrderState::Preparing => changed(),
        _ => None,
    };
    way.into_iter().enumerate().map(|(place, name)| step(name, when(place), stage(place))).collect()
}
