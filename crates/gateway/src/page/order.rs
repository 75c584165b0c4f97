//! Orders: one with its progress, and the list.

use askama::Template;

use super::bill::{Bill, Place};
use super::conversation::OrderCard;
use super::shell::Shell;

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
