//! O1, O2, P1, I1, E1 and M1: orders, payments, receipts, events, mandates.

use std::collections::{HashMap, HashSet};

use super::{Check, Finding};
use crate::event::{Event, Happened};
use crate::id::{OrderId, Shard};
use crate::ledger::Account;
use crate::order::{Order, OrderState};
use crate::receipt::{Outcome, Receipt};

#[derive(Debug)]
pub(super) struct Orders {
    table: Check,
    reachable: Check,
    payment: Check,
    answered: Check,
    events: Check,
    mandate: Check,
    states: HashMap<OrderId, OrderState>,
    /// How each order's life went, by its events.
    lives: HashMap<OrderId, OrderState>,
    /// Orders that a wallet or a later order points to.
    named: HashSet<OrderId>,
    decided: HashSet<(Shard, u64)>,
}

impl Orders {
    pub(super) fn new() -> Self {
        Self {
            table: Check::new("O1", "order states follow the table"),
            reachable: Check::new("O2", "every order is found once from its buyer"),
            payment: Check::new("P1", "refunded ≤ captured ≤ authorised, as the state says"),
            answered: Check::new("I1", "what a receipt answers exists"),
            events: Check::new("E1", "each commit has exactly its events"),
            mandate: Check::new("M1", "no order without a valid mandate for its quote's hash"),
            states: HashMap::new(),
            lives: HashMap::new(),
            named: HashSet::new(),
            decided: HashSet::new(),
        }
    }

    pub(super) fn account(&mut self, account: &Account) {
        if let Some(order) = account.last_order {
            self.name(order);
        }
    }

    fn name(&mut self, order: OrderId) {
        let first = self.named.insert(order);
        self.reachable.that(first, || format!("order {order} is named twice"));
    }

    pub(super) fn order(&mut self, order: &Order) {
        self.states.insert(order.id, order.state);
        if let Some(previous) = order.previous {
            self.name(previous);
        }
        let (authorised, captured, refunded) =
            (order.payment.authorised, order.payment.captured, order.payment.refunded);
        let as_said = match order.state {
            OrderState::PendingPayment | OrderState::PaymentFailed => captured.fen() == 0,
            OrderState::Cancelled => refunded == captured,
            _ => captured == authorised && refunded.fen() == 0,
        };
        let total = authorised == order.quote.terms.total;
        let holds = refunded <= captured && captured <= authorised && as_said && total;
        self.payment.that(holds, || format!("order {}: {:?} while {}", order.id, order.payment, order.state.word()));
        let agreed = order.mandate.quote_hash == order.quote.hash && order.quote.computed_hash() == order.quote.hash;
        self.mandate.that(agreed, || format!("order {} is not what was agreed to", order.id));
    }

    pub(super) fn receipt(&mut self, shard: Shard, receipt: &Receipt) {
        self.decided.extend(receipt.number.map(|number| (shard, number)));
        if let Outcome::Order { order, .. } = receipt.outcome {
            self.answered
                .that(self.states.contains_key(&order), || format!("order {order} was acknowledged and is gone"));
        }
    }

    pub(super) fn event(&mut self, shard: Shard, event: &Event) {
        let known = self.decided.contains(&(shard, event.number));
        self.events.that(known, || format!("event {} of shard {} belongs to no receipt", event.number, shard.0));
        let Happened::OrderMoved { order, state } = event.what else { return };
        let follows = match self.lives.insert(order, state) {
            None => matches!(state, OrderState::Paid | OrderState::PendingPayment),
            Some(before) => before.may_become(state),
        };
        self.table.that(follows, || format!("order {order} became {} out of turn", state.word()));
    }

    pub(super) fn finish(mut self) -> Vec<Finding> {
        for (order, state) in &self.states {
            let by_events = self.lives.get(order);
            self.table
                .that(by_events == Some(state), || format!("order {order}: {state:?}, its events say {by_events:?}"));
            self.reachable.that(self.named.contains(order), || format!("order {order} is not found from its buyer"));
        }
        for order in &self.named {
            self.reachable.that(self.states.contains_key(order), || format!("order {order} is named and missing"));
        }
        vec![
            self.table.done("states and moves"),
            self.reachable.done("orders and their names"),
            self.payment.done("payments"),
            self.answered.done("receipts of orders"),
            self.events.done("events"),
            self.mandate.done("mandates"),
        ]
    }
}
