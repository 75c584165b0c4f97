//! Allotments over several shards: whatever is taken, mailed, delivered twice and sold, the whole stays the whole, and no
//! ten minutes over all of them see a shop accept more than its rate.

use domain::allotment::{Allotment, Want};
use domain::capacity::Capacity;
use domain::id::{BuyerId, Shard};
use domain::ledger::AccountId;
use domain::quote::quantities;
use domain::receipt::Outcome;
use domain::refusal::Refusal;
use domain::time::{Span, Time};
use domain::voucher::VoucherState;
use proptest::prelude::*;

use crate::shards::{Shards, VOUCHER_FEN, budget, cup, row, shop, stock, welcome};

const TEN_MINUTES: i64 = 600_000_000;
const BUYERS: u64 = 3;

#[derive(Debug, Clone, Copy)]
enum Thing {
    Units(u64),
    Places,
    Budget,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Take {
        from: u16,
        to: u16,
        thing: Thing,
    },
    /// Any mail that was ever sent: most have arrived already.
    Deliver(usize),
    DeliverNewest,
    Close(usize),
    Place {
        shard: u16,
        buyer: u64,
        units: u32,
        card: bool,
    },
    Settle {
        order: usize,
        captured: bool,
    },
    Cancel(usize),
    Claim {
        shard: u16,
        buyer: u64,
    },
    Restock(u32),
    Wait {
        seconds: u32,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let thing = prop_oneof![(1_u64..6).prop_map(Thing::Units), Just(Thing::Places), Just(Thing::Budget)];
    prop_oneof![
        6 => (any::<u16>(), any::<u16>(), thing).prop_map(|(from, to, thing)| Step::Take { from, to, thing }),
        2 => any::<usize>().prop_map(Step::Deliver),
        5 => Just(Step::DeliverNewest),
        2 => any::<usize>().prop_map(Step::Close),
        10 => (any::<u16>(), 0..BUYERS, 1_u32..4, any::<bool>())
            .prop_map(|(shard, buyer, units, card)| Step::Place { shard, buyer, units, card }),
        1 => (any::<usize>(), any::<bool>()).prop_map(|(order, captured)| Step::Settle { order, captured }),
        2 => any::<usize>().prop_map(Step::Cancel),
        2 => (any::<u16>(), 0..BUYERS).prop_map(|(shard, buyer)| Step::Claim { shard, buyer }),
        1 => (0_u32..60).prop_map(Step::Restock),
        4 => (0_u32..240).prop_map(|seconds| Step::Wait { seconds }),
    ]
}

/// One to five shards, whose clocks are up to five minutes apart.
fn clocks() -> impl Strategy<Value = Vec<Span>> {
    prop::collection::vec((0_u32..300).prop_map(Span::seconds), 1..6)
}

/// A town, and what there is of everything in it.
struct Fair {
    shards: Shards,
    units: u64,
    budget_fen: i64,
}

impl Fair {
    fn take_step(&mut self, step: Step) -> Result<(), TestCaseError> {
        let count = self.shards.count();
        let at = |shard: u16| Shard(shard % count);
        match step {
            Step::Take { from, to, thing } => self.take(at(from), at(to), thing)?,
            Step::Deliver(which) => self.deliver(which)?,
            Step::DeliverNewest => self.deliver(self.shards.mails.len().saturating_sub(1))?,
            Step::Close(which) => self.close(which)?,
            Step::Place { shard, buyer, units, card } => {
                let buyer = self.shards.buyer(at(shard), buyer);
                self.place(buyer, units, card)?;
            }
            Step::Settle { order, captured } => drop(self.shards.settle(order, captured)),
            Step::Cancel(order) => drop(self.shards.cancel(order)),
            Step::Claim { shard, buyer } => {
                let buyer = self.shards.buyer(at(shard), buyer);
                self.claim(buyer)?;
            }
            Step::Restock(units) => {
                self.shards.restock(units);
                let sold = self.shards.books.iter().map(|book| stock(book).sold).sum::<u64>();
                // What is in the mail cannot be taken off the shelf.
                self.units = sold + u64::from(units).max(units_of(&self.shards.in_transit()));
            }
            Step::Wait { seconds } => self.shards.wait(Span::seconds(seconds)),
        }
        Ok(())
    }

    /// A quarter of what is left, or what is lacking if that is more; all, if that is too little; never nothing.
    fn take(&mut self, from: Shard, to: Shard, thing: Thing) -> Result<(), TestCaseError> {
        let (want, left, lacking) = match thing {
            Thing::Units(units) => (Want::Stock { item: cup(), units }, stock(self.shards.at(from)).left(), units),
            Thing::Places => {
                let want = Want::Capacity { shop: shop(), rate: self.shards.rate };
                (want, self.free_places(from), 1)
            }
            Thing::Budget => (Want::Budget(welcome()), self.vouchers_left(from), 1),
        };
        let expected = if from == to { 0 } else { left.div_ceil(4).max(lacking).min(left) };
        let taken = match self.shards.take(from, to, want) {
            Ok(mail) => match mail.allotment {
                Allotment::Stock { units, .. } => units,
                Allotment::Capacity { places, .. } => u64::from(places),
                Allotment::Budget { amount, .. } => u64::try_from(amount.fen() / VOUCHER_FEN).expect("it is positive"),
            },
            Err(Refusal::NothingToSpare) => 0,
            Err(other) => return Err(TestCaseError::fail(other.to_string())),
        };
        prop_assert_eq!(taken, expected, "{:?} of {} left", thing, left);
        Ok(())
    }

    fn free_places(&mut self, shard: Shard) -> u64 {
        let (rate, now) = (self.shards.rate, self.shards.latest(shard));
        let book = self.shards.at(shard);
        let capacity = row(&book.rows.capacities, &shop()).unwrap_or_default();
        u64::from(capacity.free(now, capacity.share(&shop(), rate, &book.context())))
    }

    fn vouchers_left(&mut self, shard: Shard) -> u64 {
        u64::try_from(self.shards.at(shard).fen(&budget()) / VOUCHER_FEN).expect("L3")
    }

    /// A mail counts once, however often it is delivered, and after that its receiver's time is not behind it.
    fn deliver(&mut self, which: usize) -> Result<(), TestCaseError> {
        let Some(id) = self.shards.mails.get(which % self.shards.mails.len().max(1)).copied() else { return Ok(()) };
        let mail = self.shards.mail(id);
        let known = self.shards.has_arrived(&mail);
        let before = self.shards.at(mail.to).rows.revision();
        prop_assert_eq!(self.shards.deliver(&mail), Ok(Outcome::AllotmentGiven(id)));
        let after = self.shards.at(mail.to).rows.revision();
        prop_assert_eq!(before == after, known, "E1: a mail that has arrived changes nothing");
        prop_assert!(self.shards.at(mail.to).rows.head.latest >= mail.sent_at);
        Ok(())
    }

    fn close(&mut self, which: usize) -> Result<(), TestCaseError> {
        let Some(id) = self.shards.mails.get(which % self.shards.mails.len().max(1)).copied() else { return Ok(()) };
        if self.shards.has_arrived(&self.shards.mail(id)) {
            prop_assert_eq!(self.shards.close(id), Ok(Outcome::MailClosed(id)));
            prop_assert!(self.shards.mail(id).closed);
        }
        Ok(())
    }

    /// Refused only for what this shard has too little of, and then it says what it wants.
    fn place(&mut self, buyer: BuyerId, units: u32, card: bool) -> Result<(), TestCaseError> {
        let shard = buyer.shard(self.shards.count());
        let (left, free) = (stock(self.shards.at(shard)).left(), self.free_places(shard));
        let placed = self.shards.place(buyer, units, card);
        let expected = match placed {
            Ok(_) => left >= u64::from(units) && free > 0,
            Err(Refusal::SoldOut { left: told, .. }) => told == left && left < u64::from(units),
            Err(Refusal::ShopFull { .. }) => free == 0,
            Err(_) => false,
        };
        prop_assert!(expected, "{:?} with {} left and {} free", placed, left, free);
        Ok(())
    }

    fn claim(&mut self, buyer: BuyerId) -> Result<(), TestCaseError> {
        let left = self.vouchers_left(buyer.shard(self.shards.count()));
        let expected = match self.shards.claim(buyer) {
            Ok(_) => left > 0,
            Err(Refusal::BudgetExhausted { .. }) => left == 0,
            Err(Refusal::VoucherAlreadyClaimed { .. }) => true,
            Err(_) => false,
        };
        prop_assert!(expected, "{} left", left);
        Ok(())
    }

    fn assert_whole(&self) -> Result<(), TestCaseError> {
        let in_transit = self.shards.in_transit();
        let left = self.shards.books.iter().map(|book| stock(book).left()).sum::<u64>();
        let cups =
            |quote: &domain::quote::Quote| quantities(&quote.terms.lines).values().map(|n| u64::from(*n)).sum::<u64>();
        let sold = self.shards.standing().iter().map(|order| cups(&order.quote)).sum::<u64>();
        prop_assert_eq!(left + sold + units_of(&in_transit), self.units, "S1: {} + {}", left, sold);
        self.assert_budget(&in_transit)?;
        self.assert_places(&in_transit)
    }

    fn assert_budget(&self, in_transit: &[Allotment]) -> Result<(), TestCaseError> {
        let fen = |id: &AccountId| self.shards.books.iter().map(|book| book.fen(id)).sum::<i64>();
        let sent = in_transit.iter().map(|allotment| match allotment {
            Allotment::Budget { amount, .. } => amount.fen(),
            _ => 0,
        });
        let sent = sent.sum::<i64>();
        prop_assert_eq!(fen(&AccountId::CampaignTransit(welcome())), sent, "C1: the mail's money");
        let promised = fen(&AccountId::CampaignReserved(welcome()));
        let spent = self.spent();
        prop_assert_eq!(fen(&budget()) + promised + spent + sent, self.budget_fen, "C1");
        Ok(())
    }

    /// What paid orders that stand took off.
    fn spent(&self) -> i64 {
        let paid = self.shards.standing().into_iter().filter(|order| order.payment.captured.is_positive());
        paid.flat_map(|order| order.quote.terms.discounts.clone()).map(|discount| discount.amount.fen()).sum()
    }

    fn assert_places(&self, in_transit: &[Allotment]) -> Result<(), TestCaseError> {
        let part = |book: &crate::book::Book| row(&book.rows.capacities, &shop()).unwrap_or_default();
        let share = |book: &crate::book::Book| part(book).share(&shop(), self.shards.rate, &book.context());
        let shares = self.shards.books.iter().map(share).sum::<u32>();
        let sent = in_transit.iter().map(|allotment| match allotment {
            Allotment::Capacity { places, .. } => *places,
            _ => 0,
        });
        prop_assert_eq!(shares + sent.sum::<u32>(), self.shards.rate, "S2: the parts of the rate");
        let mut accepted: Vec<_> = self.shards.standing().iter().map(|order| order.placed_at).collect();
        accepted.sort_unstable();
        let worst = worst(&accepted);
        prop_assert!(worst <= usize::try_from(self.shards.rate).expect("it fits"), "S2: {} in ten minutes", worst);
        Ok(())
    }

    fn assert_audit(&self) -> Result<(), TestCaseError> {
        let broken: Vec<_> = self.shards.audit().into_iter().filter(|finding| !finding.holds()).collect();
        prop_assert!(broken.is_empty(), "{:#?}", broken);
        Ok(())
    }
}

fn units_of(in_transit: &[Allotment]) -> u64 {
    let units = in_transit.iter().map(|allotment| match allotment {
        Allotment::Stock { units, .. } => *units,
        _ => 0,
    });
    units.sum()
}

/// The most acceptances within any ten minutes, of a sorted list.
fn worst(accepted: &[Time]) -> usize {
    let from = |at: usize| &accepted[at..];
    let within = |rest: &[Time]| {
        let first = rest[0].as_micros();
        rest.iter().take_while(|at| at.as_micros() - first < TEN_MINUTES).count()
    };
    (0..accepted.len()).map(|at| within(from(at))).max().unwrap_or(0)
}

/// The times that a shard has noted, in the order of its numbers.
fn assert_time_goes_on(fair: &Fair, heads: &mut [Time]) -> Result<(), TestCaseError> {
    for (book, latest) in fair.shards.books.iter().zip(heads) {
        prop_assert!(book.rows.head.latest >= *latest, "a shard's time ran back");
        *latest = book.rows.head.latest;
        let times: Vec<_> = book.rows.events.iter().map(|event| event.at).collect();
        prop_assert!(times.is_sorted(), "a shard's events are out of order: {:?}", times);
    }
    Ok(())
}

proptest! {
    #[test]
    fn the_whole_stays_the_whole(
        clocks in clocks(), rate in 1_u32..9, units in 0_u32..40, vouchers in 0_i64..9,
        steps in prop::collection::vec(step(), 1..120),
    ) {
        let budget_fen = (vouchers + 1) * VOUCHER_FEN + 1;
        let shards = Shards::new(&clocks, rate, units, budget_fen);
        let mut fair = Fair { shards, units: u64::from(units), budget_fen };
        let mut heads = vec![Time::default(); clocks.len()];
        for step in steps {
            fair.take_step(step)?;
            fair.assert_whole()?;
            assert_time_goes_on(&fair, &mut heads)?;
        }
        fair.assert_audit()?;
    }
}

#[test]
fn a_shard_takes_nothing_from_itself_and_nothing_from_nothing() {
    let mut shards = Shards::new(&[Span::default(); 2], 4, 0, VOUCHER_FEN);
    let want = || Want::Stock { item: cup(), units: 1 };
    for (from, to) in [(0, 0), (1, 1), (0, 1), (1, 0)] {
        assert_eq!(shards.take(Shard(from), Shard(to), want()).map(drop), Err(Refusal::NothingToSpare));
    }
    let home = welcome().home(2);
    let other = Shard(1 - home.0);
    shards.take(home, other, Want::Budget(welcome())).expect("there is one voucher");
    assert_eq!(shards.take(home, other, Want::Budget(welcome())).map(drop), Err(Refusal::NothingToSpare));
}

#[test]
fn a_mail_for_another_shard_is_not_opened() {
    let mut shards = Shards::new(&[Span::default(); 3], 4, 8, VOUCHER_FEN);
    let home = shop().home(3);
    let (to, wrong) = (Shard((home.0 + 1) % 3), Shard((home.0 + 2) % 3));
    let mail = shards.take(home, to, Want::Stock { item: cup(), units: 1 }).expect("there are eight");
    let give = domain::command::GiveAllotment { mail: mail.clone() };
    assert_eq!(shards.at(wrong).ask(give), Err(Refusal::NotFound));
    assert_eq!(shards.deliver(&mail), Ok(Outcome::AllotmentGiven(mail.id)));
    assert_eq!(stock(shards.at(to)).left(), 2, "a quarter");
}

/// The last units are given one after the other until nothing is left, never a part of nothing.
#[test]
fn steps_grow_smaller_and_end() {
    let mut shards = Shards::new(&[Span::default(); 2], 4, 40, VOUCHER_FEN);
    let home = shop().home(2);
    let to = Shard(1 - home.0);
    assert_eq!(stock(shards.at(home)).left(), 20, "as many lie there as in the other");
    let mut taken = Vec::new();
    while let Ok(mail) = shards.take(home, to, Want::Stock { item: cup(), units: 1 }) {
        taken.push(units_of(&[mail.allotment]));
    }
    assert_eq!(taken, [5, 4, 3, 2, 2, 1, 1, 1, 1]);
}

/// A place that is used moves only when its ten minutes are over, also if the receiver's clock is behind.
#[test]
fn a_place_that_is_used_does_not_move() {
    let mut shards = Shards::new(&[Span::default(); 2], 1, 8, VOUCHER_FEN);
    let home = shop().home(2);
    let other = Shard(1 - home.0);
    let want = || Want::Capacity { shop: shop(), rate: 1 };
    shards.at(home).wait(Span::seconds(300));
    let buyer = shards.buyer(home, 0);
    shards.place(buyer, 1, false).expect("there is one place");
    assert_eq!(shards.take(home, other, want()).map(drop), Err(Refusal::NothingToSpare));
    shards.wait(Span::seconds(610));
    let mail = shards.take(home, other, want()).expect("the place is free again");
    shards.deliver(&mail).expect("it is delivered");
    let cups = shards.take(home, other, Want::Stock { item: cup(), units: 1 }).expect("there are some");
    shards.deliver(&cups).expect("it is delivered");
    let buyer = shards.buyer(other, 0);
    shards.place(buyer, 1, false).expect("the place has come");
    let [first, second] = shards.standing().try_into().expect("two orders");
    assert!(second.placed_at.since(first.placed_at) >= Span::minutes(10), "the mail carried the time");
    assert_eq!(second.placed_at, mail.sent_at, "its own clock was five minutes behind");
}

/// A voucher's shard may be another than its campaign's; what runs out goes back into the shard that gave it.
#[test]
fn a_voucher_of_moved_money_is_given_back_where_it_was_taken() {
    let mut shards = Shards::new(&[Span::default(); 2], 4, 8, 2 * VOUCHER_FEN);
    let home = welcome().home(2);
    let other = Shard(1 - home.0);
    let mail = shards.take(home, other, Want::Budget(welcome())).expect("there are two vouchers");
    shards.deliver(&mail).expect("it is delivered");
    let buyer = shards.buyer(other, 0);
    shards.claim(buyer).expect("one voucher's worth has come");
    shards.wait(Span::days(8));
    let voucher = domain::id::VoucherId { buyer, campaign: welcome() };
    shards.at(other).ask(domain::command::ReleaseVoucher { voucher: voucher.clone() }).expect("it has run out");
    assert_eq!(row(&shards.at(other).rows.vouchers, &voucher).map(|v| v.state), Some(VoucherState::Released));
    assert_eq!((shards.at(other).fen(&budget()), shards.at(home).fen(&budget())), (VOUCHER_FEN, VOUCHER_FEN));
    assert!(shards.broken().is_empty());
}

#[test]
fn a_rate_is_divided_evenly_and_a_part_is_never_less_than_nothing() {
    let share = |moved, shard| {
        let context = crate::book::Book::of(Shard(shard), 4).context();
        Capacity { moved, ..Capacity::default() }.share(&shop(), 10, &context)
    };
    let mut parts: Vec<_> = (0..4).map(|shard| share(0, shard)).collect();
    parts.sort_unstable();
    assert_eq!(parts, [2, 2, 3, 3]);
    assert_eq!(share(0, shop().home(4).0), 3, "what does not divide goes home first");
    assert_eq!((share(-9, 0), share(7, 0)), (0, share(0, 0) + 7));
}
