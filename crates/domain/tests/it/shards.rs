//! A town over several shards, each with its own book and a clock of its own.

use std::sync::Arc;

use domain::allotment::{Allotment, Want};
use domain::command::{
    CancelOrder, CancelledBy, ClaimVoucher, CloseMail, GiveAllotment, LaunchCampaign, OpenBuyer, PlaceOrder,
    ProviderWord, SettlePayment, TakeAllotment,
};
use domain::id::{BuyerId, CampaignId, ItemKey, Shard, ShopId, VoucherId};
use domain::invariants::{Audit, Finding};
use domain::ledger::AccountId;
use domain::mail::{Mail, MailId};
use domain::money::Money;
use domain::order::Order;
use domain::quote::{Quote, Wish};
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::stock::{Stock, restock};
use domain::time::{Span, Time};
use domain::voucher::Voucher;
use domain::working_set::Rows;

use crate::book::Book;
use crate::town::{self, Market, agreed, line, quoted, wish};

pub const VOUCHER_FEN: i64 = 2_500;

/// Several shards with one shop, one stocked item and one campaign between them.
pub struct Shards {
    pub books: Vec<Book>,
    /// Every mail that was ever sent.
    pub mails: Vec<MailId>,
    /// What every buyer agreed to and got, in the order of their orders.
    pub orders: Vec<Arc<Quote>>,
    /// Orders that the shop takes in ten minutes.
    pub rate: u32,
    market: Market,
    asked: u64,
}

pub fn shop() -> ShopId {
    ShopId::from("tea")
}

pub fn cup() -> ItemKey {
    ItemKey::new("tea", "cup")
}

pub fn welcome() -> CampaignId {
    CampaignId::from("welcome")
}

pub fn budget() -> AccountId {
    AccountId::CampaignBudget(welcome())
}

/// A row, if any command has touched it.
pub fn row<K: Ord + std::hash::Hash + std::fmt::Debug, V: Clone>(rows: &Rows<K, V>, key: &K) -> Option<V> {
    if rows.knows(key) { rows.get(key).cloned() } else { None }
}

impl Shards {
    /// So many shards as there are clocks, each so far ahead; a rate, units on the shelf, a budget in fen.
    pub fn new(ahead: &[Span], rate: u32, units: u32, budget_fen: i64) -> Self {
        let count = u16::try_from(ahead.len()).expect("few shards");
        let mut books: Vec<_> = (0..count).map(|shard| Book::of(Shard(shard), count)).collect();
        books.iter_mut().zip(ahead).for_each(|(book, ahead)| book.wait(*ahead));
        let market = Market::new().with_shops(|shop| shop.orders_per_ten_minutes = rate);
        let mut shards = Self { books, mails: Vec::new(), orders: Vec::new(), rate, market, asked: 0 };
        let campaign = town::campaign("welcome", budget_fen, VOUCHER_FEN);
        // Every shard of a store knows every campaign; each book here is a store of its own.
        shards.books.iter_mut().for_each(|book| book.rows.campaigns.loaded(welcome(), Some(campaign.clone())));
        let home = shards.at(welcome().home(count));
        home.rows.campaigns.loaded(welcome(), None);
        home.ask(LaunchCampaign { campaign }).expect("its terms are sound");
        shards.restock(units);
        shards
    }

    pub fn count(&self) -> u16 {
        u16::try_from(self.books.len()).expect("few shards")
    }

    pub fn at(&mut self, shard: Shard) -> &mut Book {
        &mut self.books[usize::from(shard.0)]
    }

    /// All clocks go on.
    pub fn wait(&mut self, span: Span) {
        self.books.iter_mut().for_each(|book| book.wait(span));
    }

    /// So many units of the item are counted on the shelf.
    pub fn restock(&mut self, units: u32) {
        let mut stocks: Vec<_> = self.books.iter().map(stock).collect();
        let home = usize::from(shop().home(self.count()).0);
        restock(&mut stocks, home, units);
        for (book, stock) in self.books.iter_mut().zip(stocks) {
            book.rows.stocks.put(cup(), stock);
        }
    }

    /// A buyer of a shard, who is opened with plenty to spend when first asked for.
    pub fn buyer(&mut self, shard: Shard, which: u64) -> BuyerId {
        let count = self.count();
        let of_shard = (1..).map(BuyerId).filter(|buyer| buyer.shard(count) == shard);
        let buyer = of_shard.take(usize::try_from(which).expect("few buyers") + 1).last().expect("there are buyers");
        let open = OpenBuyer { buyer: town::buyer(buyer), opening_balance: Money::cny(100_000_000) };
        let opened = self.at(shard).ask(open);
        assert!(matches!(opened, Ok(_) | Err(Refusal::BuyerExists)), "{opened:?}");
        buyer
    }

    pub fn place(&mut self, buyer: BuyerId, units: u32, card: bool) -> Result<Outcome, Refusal> {
        let shard = buyer.shard(self.count());
        let id = VoucherId { buyer, campaign: welcome() };
        let vouchers: Vec<Voucher> = row(&self.at(shard).rows.vouchers, &id).into_iter().collect();
        let usable = vouchers.iter().filter(|voucher| voucher.usable_at(self.latest(shard))).cloned();
        let vouchers: Vec<_> = usable.collect();
        let wish =
            Wish { vouchers: &vouchers, card: card.then(|| "tok".into()), prefer_card: card, ..wish(100_000_000) };
        let terms = Market { left: Vec::new(), ..self.market.clone() }.price(&[line("tea", "cup", units)], &wish);
        self.asked += 1;
        let number = 1_000_000 + self.asked;
        let quote = quoted(terms.expect("it can be priced"), number, buyer, self.at(shard).now);
        let placed = self.at(shard).ask(PlaceOrder { mandate: agreed(&quote), quote: quote.clone() });
        if placed.is_ok() {
            self.orders.push(quote);
        }
        placed
    }

    /// The time of a shard: that of its clock, or of what it has heard.
    pub fn latest(&self, shard: Shard) -> Time {
        let book = &self.books[usize::from(shard.0)];
        book.now.max(book.rows.head.latest)
    }

    pub fn cancel(&mut self, which: usize) -> Option<Result<Outcome, Refusal>> {
        let quote = self.picked(which)?;
        let cancel = CancelOrder { order: quote.id.order(), by: CancelledBy::Shop };
        Some(self.at(quote.buyer.shard(self.count())).ask(cancel))
    }

    pub fn settle(&mut self, which: usize, captured: bool) -> Option<Result<Outcome, Refusal>> {
        let quote = self.picked(which)?;
        let word = if captured { ProviderWord::Captured } else { ProviderWord::Declined };
        Some(self.at(quote.buyer.shard(self.count())).ask(SettlePayment { order: quote.id.order(), word }))
    }

    fn picked(&self, which: usize) -> Option<Arc<Quote>> {
        self.orders.get(which % self.orders.len().max(1)).cloned()
    }

    pub fn claim(&mut self, buyer: BuyerId) -> Result<Outcome, Refusal> {
        let shard = buyer.shard(self.count());
        self.at(shard).ask(ClaimVoucher { buyer, campaign: welcome() })
    }

    pub fn take(&mut self, from: Shard, to: Shard, want: Want) -> Result<Mail, Refusal> {
        match self.at(from).ask(TakeAllotment { to, want })? {
            Outcome::AllotmentTaken(id) => {
                self.mails.push(id);
                Ok(self.mail(id))
            }
            other => panic!("a take is answered with a mail: {other:?}"),
        }
    }

    /// A mail, as its sender has it.
    pub fn mail(&self, id: MailId) -> Mail {
        row(&self.books[usize::from(id.from.0)].rows.mails, &id).expect("it was sent")
    }

    pub fn deliver(&mut self, mail: &Mail) -> Result<Outcome, Refusal> {
        self.deliver_as(mail.id.key(), mail)
    }

    pub fn deliver_as(&mut self, key: IdempotencyKey, mail: &Mail) -> Result<Outcome, Refusal> {
        self.at(mail.to).ask_as(key, GiveAllotment { mail: mail.clone() })
    }

    pub fn close(&mut self, id: MailId) -> Result<Outcome, Refusal> {
        self.at(id.from).ask_as(id.closing_key(), CloseMail { mail: id })
    }

    /// Whether it has arrived.
    pub fn has_arrived(&self, mail: &Mail) -> bool {
        row(&self.books[usize::from(mail.to.0)].rows.receipts, &mail.id.key()).is_some()
    }

    /// What is in the mail: what was sent and has not arrived.
    pub fn in_transit(&self) -> Vec<Allotment> {
        let sent = self.mails.iter().map(|id| self.mail(*id));
        sent.filter(|mail| !self.has_arrived(mail)).map(|mail| mail.allotment).collect()
    }

    /// The orders that stand.
    pub fn standing(&self) -> Vec<Order> {
        let order = |quote: &Arc<Quote>| {
            let book = &self.books[usize::from(quote.buyer.shard(self.count()).0)];
            row(&book.rows.orders, &quote.id.order()).expect("it was placed")
        };
        self.orders.iter().map(order).filter(|order| order.state.stands()).collect()
    }

    /// Every row and every line of every shard's journal, as an audit wants them.
    pub fn audit(&self) -> Vec<Finding> {
        let mut audit = Audit::default();
        for (shard, book) in (0..).map(Shard).zip(&self.books) {
            let rows = &book.rows;
            rows.campaigns.changes().for_each(|row| audit.campaign(row.value));
            rows.accounts.changes().for_each(|row| audit.account(shard, row.key, row.value));
            rows.vouchers.changes().for_each(|row| audit.voucher(row.value));
            rows.stocks.changes().for_each(|row| audit.stock(shard, row.key, *row.value));
            rows.capacities.changes().for_each(|row| audit.capacity(shard, row.key, row.value));
            rows.mails.changes().for_each(|row| audit.mail(row.value));
            rows.orders.changes().for_each(|row| audit.order(row.value));
            rows.receipts.changes().for_each(|row| audit.receipt(shard, row.value));
            rows.postings.iter().for_each(|posting| audit.posting(shard, posting));
            rows.events.iter().for_each(|event| audit.event(shard, event));
        }
        audit.finish()
    }

    /// The numbers of the invariants that do not hold.
    pub fn broken(&self) -> Vec<&'static str> {
        let mut broken: Vec<_> =
            self.audit().iter().filter(|finding| !finding.holds()).map(|finding| finding.invariant).collect();
        broken.sort_unstable();
        broken.dedup();
        broken
    }
}

/// The stock of the item in a book.
pub fn stock(book: &Book) -> Stock {
    row(&book.rows.stocks, &cup()).unwrap_or_default()
}
