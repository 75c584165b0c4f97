//! The audit over several shards: it finds nothing where nothing is wrong, and each kind of fault that is planted.

use domain::allotment::{Allotment, Want};
use domain::id::Shard;
use domain::ledger::Account;
use domain::mail::{Mail, MailId};
use domain::money::Money;
use domain::receipt::IdempotencyKey;
use domain::stock::Stock;
use domain::time::Span;

use crate::shards::{Shards, VOUCHER_FEN, budget, cup, row, shop, stock, welcome};

/// Three shards after some trade: of each kind, one mail has arrived and been put away, and one is on its way.
struct Traded {
    shards: Shards,
    arrived: Vec<MailId>,
    on_their_way: Vec<MailId>,
}

fn traded() -> Traded {
    let mut shards = Shards::new(&[Span::default(), Span::seconds(100), Span::seconds(300)], 8, 40, 8 * VOUCHER_FEN);
    let (mut arrived, mut on_their_way) = (Vec::new(), Vec::new());
    for (home, want) in [
        (shop().home(3), Want::Stock { item: cup(), units: 1 }),
        (shop().home(3), Want::Capacity { shop: shop(), rate: 8 }),
        (welcome().home(3), Want::Budget(welcome())),
    ] {
        let to = other(home);
        let first = shards.take(home, to, want.clone()).expect("there is plenty");
        shards.deliver(&first).expect("it is delivered");
        shards.close(first.id).expect("it is put away");
        arrived.push(first.id);
        on_their_way.push(shards.take(home, to, want).expect("there is plenty").id);
    }
    for shard in [shop().home(3), other(shop().home(3))] {
        let buyer = shards.buyer(shard, 0);
        shards.place(buyer, 2, false).expect("both have units and places");
    }
    Traded { shards, arrived, on_their_way }
}

fn other(shard: Shard) -> Shard {
    Shard((shard.0 + 1) % 3)
}

impl Traded {
    fn mail(&self, id: MailId) -> Mail {
        self.shards.mail(id)
    }

    /// The stock of the shop's own shard.
    fn at_home(&self) -> Stock {
        stock(&self.shards.books[usize::from(shop().home(3).0)])
    }

    fn put_stock(&mut self, stock: Stock) {
        self.shards.at(shop().home(3)).rows.stocks.put(cup(), stock);
    }

    fn move_places(&mut self, places: i64) {
        let rows = &mut self.shards.at(shop().home(3)).rows;
        let part = row(&rows.capacities, &shop()).expect("it was used").moved_by(places);
        rows.capacities.put(shop(), part);
    }

    fn move_budget(&mut self, fen: i64) {
        let rows = &mut self.shards.at(welcome().home(3)).rows;
        let balance = rows.account(&budget()).balance.plus(Money::cny(fen)).expect("a small sum");
        rows.accounts.put(budget(), Account { balance, ..Account::default() });
    }
}

#[test]
fn nothing_is_found_where_nothing_is_wrong() {
    assert!(traded().shards.broken().is_empty(), "{:#?}", traded().shards.audit());
}

/// What is done to the town, and the invariants that must then be found broken.
type Fault = (&'static str, fn(&mut Traded), &'static [&'static str]);

const FAULTS: &[Fault] = &[
    ("a mail is applied a second time, under another key", apply_again, &["E1"]),
    ("a mail is put away before it has arrived", |town| drop(town.shards.close(town.on_their_way[0])), &["E1"]),
    ("a mail's units are lost on arrival", lose_units, &["E1"]),
    ("a mail's places are lost on arrival", |town| town.move_places(-1), &["E1"]),
    ("a mail brings more than was sent", more_than_was_sent, &["E1", "S1"]),
    ("a mail that nobody sent is applied", never_sent, &["E1", "S1"]),
    ("a mail disappears at its sender", vanish, &["E1"]),
    ("a mail on its way says another sum", say_another_sum, &["E1"]),
    ("places come out of nothing", |town| town.move_places(1), &["E1"]),
    ("units come out of nothing", |town| town.put_stock(town.at_home().given(100)), &["E1", "S1"]),
    ("more units are sold than there are", oversell, &["S1"]),
    ("units are marked as sold and in no order", mark_as_sold, &["S1"]),
    ("a budget loses a voucher's worth", |town| town.move_budget(-VOUCHER_FEN), &["C1", "L2"]),
    ("a budget has one fen more", |town| town.move_budget(1), &["C1", "L2"]),
    ("a shop accepts its rate in each of two shards", accept_twice, &["S2"]),
];

#[test]
fn every_planted_fault_is_found() {
    for (what, plant, expected) in FAULTS {
        let mut town = traded();
        plant(&mut town);
        assert_eq!(town.shards.broken(), *expected, "{what}: {:#?}", town.shards.audit());
    }
}

fn apply_again(town: &mut Traded) {
    let mail = town.mail(town.arrived[1]);
    // In transit is what the rows say; with a second mail's worth undone there, only the event gives it away.
    town.shards.deliver_as(IdempotencyKey::about("again", 1), &mail).expect("the rule cannot know");
    let Allotment::Capacity { places, .. } = mail.allotment else { panic!("the second kind are places") };
    town.move_places(i64::from(places).saturating_neg());
}

fn lose_units(town: &mut Traded) {
    let mail = town.mail(town.on_their_way[0]);
    let before = stock(town.shards.at(mail.to));
    town.shards.deliver(&mail).expect("it is delivered");
    town.shards.at(mail.to).rows.stocks.put(cup(), before);
}

fn more_than_was_sent(town: &mut Traded) {
    let mut mail = town.mail(town.on_their_way[0]);
    mail.allotment = Allotment::Stock { item: cup(), units: 1_000 };
    town.shards.deliver(&mail).expect("the rule cannot know");
}

fn never_sent(town: &mut Traded) {
    let mut mail = town.mail(town.arrived[0]);
    mail.id.number += 1 << 40;
    mail.allotment = Allotment::Stock { item: cup(), units: 1_000 };
    town.shards.deliver(&mail).expect("the rule cannot know");
}

/// It has arrived, and its row is another mail's.
fn vanish(town: &mut Traded) {
    let mail = town.mail(town.arrived[0]);
    let another = MailId { number: mail.id.number + (1 << 40), ..mail.id };
    town.shards.at(mail.id.from).rows.mails.put(mail.id, Mail { id: another, ..mail });
}

fn say_another_sum(town: &mut Traded) {
    let mail = town.mail(town.on_their_way[0]);
    let allotment = Allotment::Stock { item: cup(), units: 1_000 };
    town.shards.at(mail.id.from).rows.mails.put(mail.id, Mail { allotment, ..mail });
}

fn oversell(town: &mut Traded) {
    let stock = town.at_home();
    town.put_stock(Stock { allotted: stock.sold - 1, ..stock });
}

fn mark_as_sold(town: &mut Traded) {
    let stock = town.at_home();
    town.put_stock(Stock { sold: stock.sold + 1, ..stock });
}

/// Both shards think that the whole rate is theirs, and nothing but their acceptances tells of it.
fn accept_twice(town: &mut Traded) {
    for shard in [shop().home(3), other(shop().home(3))] {
        let honest = row(&town.shards.at(shard).rows.capacities, &shop()).expect("it was used");
        for _ in 0..5 {
            let buyer = town.shards.buyer(shard, 1);
            let free = honest.moved_by(1_000);
            town.shards.at(shard).rows.capacities.put(shop(), free);
            town.shards.place(buyer, 1, false).expect("there seems to be plenty of room");
        }
        town.shards.at(shard).rows.capacities.put(shop(), honest);
    }
}
