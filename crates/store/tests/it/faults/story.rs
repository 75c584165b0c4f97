//! A story of commands that touches every kind of row: what goes well, what is refused, what is asked for twice.

use std::sync::Arc;

use domain::command::{
    AdvanceOrder, CancelOrder, CancelledBy, ClaimVoucher, Command, LaunchCampaign, OfferQuote, OpenBuyer, PlaceOrder,
    ProviderWord, SaveConversation, SettlePayment,
};
use domain::conversation::Conversation;
use domain::id::{BuyerId, CampaignId, OrderId, QuoteId};
use domain::money::Money;
use domain::order::OrderState;
use domain::quote::{Quote, Wish};
use domain::receipt::IdempotencyKey;

use crate::engines::quote_id;
use crate::town::{self, NOON};

pub type Commands = Vec<(IdempotencyKey, Command)>;

/// Places in the numbers of quotes for one story.
const QUOTES: u64 = 100;

/// The story with this number: new buyers, a campaign of their own.
pub struct Story {
    number: u64,
    told: Commands,
}

impl Story {
    /// All of it. Its answers are the same whenever it is told, as long as all before it were.
    pub fn told(number: u64) -> Commands {
        let mut story = Self { number, told: Vec::new() };
        story.arrive();
        story.order();
        story.misbehave();
        story.told
    }

    fn tell(&mut self, command: impl Into<Command>) {
        let place = u64::try_from(self.told.len()).expect("a story is short");
        let key = IdempotencyKey::about("story", self.number * QUOTES + place);
        self.told.push((key, command.into()));
    }

    fn buyer(&self, nth: u64) -> BuyerId {
        BuyerId(self.number * 10 + nth)
    }

    fn campaign(&self) -> CampaignId {
        CampaignId::from(format!("story-{}", self.number).as_str())
    }

    fn quote_id(&self, buyer: BuyerId, nth: u64) -> QuoteId {
        quote_id(buyer, 1_000_000 + self.number * QUOTES + nth)
    }

    fn quote(&self, nth: u64, word: &str, wish: &Wish<'_>) -> Arc<Quote> {
        let buyer = self.buyer(1);
        let terms = town::priced(&[town::line(word, 1)], wish, NOON).expect("it has a price");
        Arc::new(terms.offered(self.quote_id(buyer, nth), buyer, NOON))
    }

    fn place(&mut self, nth: u64, word: &str, wish: &Wish<'_>) -> OrderId {
        let quote = self.quote(nth, word, wish);
        let (order, mandate) = (quote.id.order(), town::agreed(&quote));
        self.tell(PlaceOrder { quote, mandate });
        order
    }

    /// Two buyers, their campaign, their vouchers; what one of them says and is offered.
    fn arrive(&mut self) {
        for nth in 1..=2 {
            let opening_balance = Money::cny(100_000);
            self.tell(OpenBuyer { buyer: town::buyer(self.buyer(nth)), opening_balance });
        }
        let campaign = self.campaign();
        self.tell(LaunchCampaign { campaign: town::campaign(&campaign.0, Money::cny(5_000), Money::cny(2_500)) });
        for nth in 1..=2 {
            self.tell(ClaimVoucher { buyer: self.buyer(nth), campaign: campaign.clone() });
        }
        let buyer = self.buyer(1);
        self.tell(SaveConversation { conversation: Conversation { buyer, version: 1, body: vec![7; 40] } });
        let terms = self.quote(0, "noodles", &wallet()).terms.clone();
        self.tell(OfferQuote { buyer, terms, offered_at: NOON });
    }

    /// An order that is delivered, one that is cancelled, one that a card pays, one of what there are few of.
    fn order(&mut self) {
        let order = self.place(1, "noodles", &wallet());
        for to in [OrderState::Accepted, OrderState::Preparing, OrderState::Delivering, OrderState::Delivered] {
            self.tell(AdvanceOrder { order, to });
        }
        let order = self.place(2, "noodles", &wallet());
        self.tell(CancelOrder { order, by: CancelledBy::Buyer(self.buyer(1)) });
        let card = Wish { card: Some("token".into()), prefer_card: true, ..wallet() };
        let order = self.place(3, "noodles", &card);
        self.tell(SettlePayment { order, word: ProviderWord::Captured });
        self.place(4, "cup", &wallet());
    }

    /// The same again, its key for something else, somebody else's order, what was never agreed to, a stranger.
    fn misbehave(&mut self) {
        let twice = self.told[0].clone();
        self.told.push(twice);
        let reused = (self.told[0].0, self.told[1].1.clone());
        self.told.push(reused);
        self.place(1, "noodles", &wallet());
        let order = self.quote_id(self.buyer(1), 1).order();
        self.tell(CancelOrder { order, by: CancelledBy::Buyer(self.buyer(2)) });
        let quote = self.quote(5, "noodles", &wallet());
        let mandate = town::agreed(&self.quote(6, "noodles", &wallet()));
        self.tell(PlaceOrder { quote, mandate });
        self.tell(ClaimVoucher { buyer: self.buyer(3), campaign: self.campaign() });
    }
}

fn wallet() -> Wish<'static> {
    town::wish(Money::cny(i64::MAX))
}
