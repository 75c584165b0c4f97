//! A campaign's budget: nothing beyond it is promised, and every step gives or takes exactly what it should.

use std::sync::Arc;

use domain::command::{
    AdvanceOrder, CancelOrder, CancelledBy, ClaimVoucher, LaunchCampaign, OpenBuyer, PlaceOrder, ProviderWord,
    ReleaseVoucher, SettlePayment,
};
use domain::id::{BuyerId, CampaignId, OrderId, VoucherId};
use domain::ledger::AccountId;
use domain::money::Money;
use domain::order::OrderState;
use domain::quote::{Quote, Wish};
use domain::receipt::Outcome;
use domain::refusal::Refusal;
use domain::time::Span;
use domain::voucher::{Voucher, VoucherState};
use proptest::prelude::*;

use crate::book::Book;
use crate::town::{Market, agreed, buyer, campaign, line, quoted, wish};

const BUYERS: u64 = 6;
const VOUCHER_FEN: i64 = 2_500;

/// What may happen to a campaign.
#[derive(Debug, Clone, Copy)]
enum Step {
    Claim(u64),
    Release(u64),
    Place { buyer: u64, noodles: bool, card: bool },
    Settle { order: usize, captured: bool },
    Cancel(usize),
    Advance(usize),
    Wait { hours: u32 },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (1..=BUYERS).prop_map(Step::Claim),
        1 => (1..=BUYERS).prop_map(Step::Release),
        4 => (1..=BUYERS, any::<bool>(), any::<bool>())
            .prop_map(|(buyer, noodles, card)| Step::Place { buyer, noodles, card }),
        2 => (any::<usize>(), any::<bool>()).prop_map(|(order, captured)| Step::Settle { order, captured }),
        2 => any::<usize>().prop_map(Step::Cancel),
        4 => any::<usize>().prop_map(Step::Advance),
        1 => (1_u32..100).prop_map(|hours| Step::Wait { hours }),
    ]
}

/// What is left to promise, what is promised, what has been spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Figures {
    left: i64,
    reserved: i64,
    spent: i64,
}

impl Figures {
    fn plus(self, left: i64, reserved: i64, spent: i64) -> Self {
        Self { left: self.left + left, reserved: self.reserved + reserved, spent: self.spent + spent }
    }
}

struct Fair {
    book: Book,
    market: Market,
    orders: Vec<Arc<Quote>>,
    figures: Figures,
}

impl Fair {
    fn new(budget: i64) -> Self {
        let mut book = Book::new();
        book.ask(LaunchCampaign { campaign: campaign("welcome", budget, VOUCHER_FEN) }).expect("terms are sound");
        for n in 1..=BUYERS {
            let open = OpenBuyer { buyer: buyer(BuyerId(n)), opening_balance: Money::cny(100_000) };
            book.ask(open).expect("nobody has this number");
        }
        let figures = Figures { left: budget, reserved: 0, spent: 0 };
        Self { book, market: Market::new(), orders: Vec::new(), figures }
    }

    fn voucher(&self, buyer: u64) -> Option<Voucher> {
        let id = voucher_id(buyer);
        if self.book.rows.vouchers.knows(&id) { self.book.rows.vouchers.get(&id).cloned() } else { None }
    }

    /// Takes a step and says what the figures must be after it.
    fn take(&mut self, step: Step) -> Figures {
        let before = self.figures;
        match step {
            Step::Claim(buyer) => self.claim(buyer),
            Step::Release(buyer) => self.release(buyer),
            Step::Place { buyer, noodles, card } => self.place(buyer, noodles, card),
            Step::Settle { order, captured } => self.picked(order).map_or(before, |q| self.settle(&q, captured)),
            Step::Cancel(order) => self.picked(order).map_or(before, |quote| self.cancel(&quote)),
            Step::Advance(order) => self.picked(order).map_or(before, |quote| self.advance(&quote)),
            Step::Wait { hours } => {
                self.book.wait(Span::minutes(hours * 60));
                before
            }
        }
    }

    fn claim(&mut self, buyer: u64) -> Figures {
        let had = self.voucher(buyer).is_some();
        let running = self.book.now < campaign("welcome", 1, 1).ends_at;
        let claim = ClaimVoucher { buyer: BuyerId(buyer), campaign: CampaignId::from("welcome") };
        let answer = self.book.ask(claim);
        let may = !had && running && self.figures.left >= VOUCHER_FEN;
        assert_eq!(answer.is_ok(), may, "{answer:?} with {:?}", self.figures);
        if may { self.figures.plus(-VOUCHER_FEN, VOUCHER_FEN, 0) } else { self.figures }
    }

    fn release(&mut self, buyer: u64) -> Figures {
        let held = self.voucher(buyer).filter(|voucher| voucher.state == VoucherState::Held);
        let ran_out = held.is_some_and(|voucher| !voucher.usable_at(self.book.now));
        let answer = self.book.ask(ReleaseVoucher { voucher: voucher_id(buyer) });
        assert_eq!(answer.is_ok(), ran_out, "{answer:?}");
        if ran_out { self.figures.plus(VOUCHER_FEN, -VOUCHER_FEN, 0) } else { self.figures }
    }

    fn place(&mut self, buyer: u64, noodles: bool, card: bool) -> Figures {
        let vouchers: Vec<_> = self.voucher(buyer).into_iter().collect();
        let wish = Wish { vouchers: &vouchers, card: card.then(|| "tok".into()), prefer_card: card, ..wish(100_000) };
        let cart = if noodles { line("noodle", "beef-noodles", 1) } else { line("tea", "milk-tea", 1) };
        let terms = crate::town::Market::price(&self.market, &[cart], &wish).expect("it can be priced");
        let number = 1_000 + u64::try_from(self.orders.len()).expect("few orders");
        let quote = quoted(terms, number, BuyerId(buyer), self.book.now);
        let answer = self.book.ask(PlaceOrder { mandate: agreed(&quote), quote: quote.clone() });
        // The market is priced at noon; a voucher that ran out since is refused, and nothing else is.
        let Ok(Outcome::Order { state, .. }) = answer else {
            let refusal = answer.expect_err("an order answers with an order");
            let expected = matches!(refusal, Refusal::VoucherNotUsable { .. } | Refusal::QuoteChanged { .. });
            assert!(expected || matches!(refusal, Refusal::BalanceTooLow { .. }), "{refusal}");
            return self.figures;
        };
        self.orders.push(quote.clone());
        let off = discount(&quote);
        if state == OrderState::Paid { self.figures.plus(0, -off, off) } else { self.figures }
    }

    fn settle(&mut self, quote: &Quote, captured: bool) -> Figures {
        let before = self.state(quote);
        let word = if captured { ProviderWord::Captured } else { ProviderWord::Declined };
        let _ = self.book.ask(SettlePayment { order: quote.id.order(), word });
        let off = discount(quote);
        let paid = before == OrderState::PendingPayment && captured;
        if paid { self.figures.plus(0, -off, off) } else { self.figures }
    }

    fn cancel(&mut self, quote: &Quote) -> Figures {
        let cancel = CancelOrder { order: quote.id.order(), by: CancelledBy::Buyer(quote.buyer) };
        let off = discount(quote);
        if self.book.ask(cancel).is_ok() { self.figures.plus(0, off, -off) } else { self.figures }
    }

    fn advance(&mut self, quote: &Quote) -> Figures {
        let Some(to) = self.state(quote).next_step() else { return self.figures };
        self.book.ask(AdvanceOrder { order: quote.id.order(), to }).expect("the next step can be taken");
        let off = discount(quote);
        let rest = if off > 0 { VOUCHER_FEN - off } else { 0 };
        if to == OrderState::Delivered { self.figures.plus(rest, -rest, 0) } else { self.figures }
    }

    fn picked(&self, order: usize) -> Option<Arc<Quote>> {
        self.orders.get(order % self.orders.len().max(1)).cloned()
    }

    fn state(&self, quote: &Quote) -> OrderState {
        let id: OrderId = quote.id.order();
        self.book.rows.orders.get(&id).expect("it was placed").state
    }

    /// What the books say.
    fn figures(&self) -> Figures {
        let id = || CampaignId::from("welcome");
        let standing = |quote: &&Arc<Quote>| {
            let state = self.state(quote);
            state.stands() && state != OrderState::PendingPayment
        };
        let spent = self.orders.iter().filter(standing).map(|quote| discount(quote)).sum();
        let left = self.book.fen(&AccountId::CampaignBudget(id()));
        Figures { left, reserved: self.book.fen(&AccountId::CampaignReserved(id())), spent }
    }
}

fn voucher_id(buyer: u64) -> VoucherId {
    VoucherId { buyer: BuyerId(buyer), campaign: CampaignId::from("welcome") }
}

fn discount(quote: &Quote) -> i64 {
    quote.terms.discounts.iter().map(|d| d.amount.fen()).sum()
}

proptest! {
    #[test]
    fn every_step_moves_exactly_what_it_should(
        vouchers in 0_i64..5, odd in 1_i64..VOUCHER_FEN, steps in prop::collection::vec(step(), 1..80),
    ) {
        let budget = (vouchers + 1) * VOUCHER_FEN + odd;
        let mut fair = Fair::new(budget);
        for step in steps {
            let expected = fair.take(step);
            fair.figures = fair.figures();
            prop_assert_eq!(fair.figures, expected, "C2, after {:?}", step);
            prop_assert_eq!(fair.figures.left + fair.figures.reserved + fair.figures.spent, budget, "C1");
            prop_assert!(fair.figures.left >= 0);
        }
    }
}

#[test]
fn as_many_vouchers_as_the_budget_holds() {
    let mut fair = Fair::new(3 * VOUCHER_FEN + VOUCHER_FEN - 1);
    for buyer in 1..=3 {
        fair.figures = fair.claim(buyer);
    }
    let claim = ClaimVoucher { buyer: BuyerId(4), campaign: CampaignId::from("welcome") };
    assert_eq!(fair.book.ask(claim), Err(Refusal::BudgetExhausted { campaign: CampaignId::from("welcome") }));
    assert_eq!(fair.figures().left, VOUCHER_FEN - 1);
}
