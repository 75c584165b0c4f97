//! The commands of a random sequence: new, sent again, or sent under the key of another.

use std::sync::Arc;

use domain::allotment::Want;
use domain::avoidance::{Avoidance, Strictness};
use domain::buyer::Address;
use domain::campaign::Campaign;
use domain::cart::{CartLine, Choice};
use domain::command::{
    AdvanceOrder, CancelOrder, CancelledBy, ChangeBuyer, ClaimVoucher, CloseMail, Command, GiveAllotment,
    LaunchCampaign, OfferQuote, OpenBuyer, PlaceOrder, ProviderWord, ReleaseVoucher, SaveConversation, SettlePayment,
    SettleRefund, TakeAllotment,
};
use domain::conversation::Conversation;
use domain::id::{BuyerId, CampaignId, OrderId, Shard, VoucherId};
use domain::language::Language;
use domain::money::Money;
use domain::order::{Order, OrderState};
use domain::quote::{Quote, QuoteHash, Terms, Wish};
use domain::receipt::IdempotencyKey;
use domain::time::Span;

use super::{Sent, World};
use crate::dice::Dice;
use crate::engines::quote_id;
use crate::town;

/// Buyers that commands speak of; the last one is never opened.
const BUYERS: u64 = 7;
const CAMPAIGNS: [&str; 4] = ["welcome", "short", "late", "nothing"];
const WORDS: [&str; 4] = ["tea", "cup", "noodles", "skewers"];

impl World {
    pub(super) fn opening(&mut self) -> Vec<Sent> {
        let mut commands: Vec<Command> = ["welcome", "short", "late"].into_iter().map(|id| launch(id).into()).collect();
        for n in 1..=4 {
            commands.push(self.open(BuyerId(n)));
        }
        commands.into_iter().map(|command| self.sent(command)).collect()
    }

    pub(super) fn command(&mut self) -> Sent {
        if self.dice.percent(10)
            && let Some(again) = self.dice.pick(&self.log.sent)
        {
            return again.clone();
        }
        if self.dice.percent(self.mail_percent())
            && let Some(mail) = self.mail()
        {
            return mail;
        }
        let command = self.new_command();
        let sent = self.sent(command);
        if self.dice.percent(3)
            && let Some(Sent { key, .. }) = self.dice.pick(&self.log.sent)
        {
            return Sent { key: *key, ..sent };
        }
        sent
    }

    /// A command under a key of its own, to the shard that it is for.
    fn sent(&mut self, command: Command) -> Sent {
        let shard = self.shard_of(&command);
        Sent { shard, key: self.new_key(), command }
    }

    fn shard_of(&self, command: &Command) -> Shard {
        let shards = self.engines.memory.engine.shards();
        match command {
            Command::OpenBuyer(open) => open.buyer.id.shard(shards),
            Command::ChangeBuyer(change) => change.buyer.shard(shards),
            Command::SaveConversation(save) => save.conversation.buyer.shard(shards),
            Command::OfferQuote(offer) => offer.buyer.shard(shards),
            Command::PlaceOrder(place) => place.quote.buyer.shard(shards),
            Command::SettlePayment(settle) => settle.order.shard(shards),
            Command::AdvanceOrder(advance) => advance.order.shard(shards),
            Command::CancelOrder(cancel) => cancel.order.shard(shards),
            Command::SettleRefund(settle) => settle.order.shard(shards),
            Command::LaunchCampaign(launch) => launch.campaign.id.home(shards),
            Command::ClaimVoucher(claim) => claim.buyer.shard(shards),
            Command::ReleaseVoucher(release) => release.voucher.buyer.shard(shards),
            Command::GiveAllotment(give) => give.mail.to,
            Command::CloseMail(close) => close.mail.from,
            Command::TakeAllotment(_) => panic!("any shard can be asked"),
        }
    }

    /// Where there is one shard, nobody takes anything from another.
    fn mail_percent(&self) -> u64 {
        if self.engines.memory.engine.shards() > 1 { 35 } else { 0 }
    }

    fn any_shard(&mut self) -> Shard {
        let shards = u64::from(self.engines.memory.engine.shards());
        Shard(u16::try_from(self.dice.below(shards)).expect("below a u16"))
    }

    /// Something is taken, delivered, delivered again, or put away when it has arrived. What delivers a mail is its own
    /// key: under another it would count twice.
    fn mail(&mut self) -> Option<Sent> {
        if self.dice.percent(45) {
            return Some(self.take());
        }
        let recent = &self.mails[self.mails.len().saturating_sub(8)..];
        let mail = self.dice.pick(recent)?.clone();
        let (id, to) = (mail.id, mail.to);
        if self.arrived.contains(&id) && self.dice.percent(50) {
            return Some(Sent { shard: id.from, key: id.closing_key(), command: CloseMail { mail: id }.into() });
        }
        let shard = if self.dice.percent(5) { self.any_shard() } else { to };
        Some(Sent { shard, key: id.key(), command: GiveAllotment { mail }.into() })
    }

    fn take(&mut self) -> Sent {
        let (shard, to) = (self.any_shard(), self.any_shard());
        let want = match self.dice.below(3) {
            0 => {
                let word = *self.dice.pick(&["cup", "skewers"]).expect("there are two");
                Want::Stock { item: town::key(word), units: 1 + self.dice.below(3) }
            }
            1 => Want::Capacity { shop: "drinks".into(), rate: town::shops()[0].orders_per_ten_minutes },
            _ => Want::Budget(self.campaign()),
        };
        Sent { shard, key: self.new_key(), command: TakeAllotment { to, want }.into() }
    }

    fn new_key(&mut self) -> IdempotencyKey {
        self.keys += 1;
        IdempotencyKey::about("model", self.keys)
    }

    fn new_command(&mut self) -> Command {
        let buyer = self.buyer();
        if self.placed.is_empty() && self.dice.percent(50) {
            return self.place(buyer);
        }
        match self.dice.below(100) {
            0..6 => self.open(buyer),
            6..10 => self.change(buyer),
            10..14 => self.talk(buyer),
            14..24 => self.offer(buyer),
            24..52 => self.place(buyer),
            52..60 => self.settle(),
            60..72 => self.advance(),
            72..79 => self.cancel(buyer),
            79..84 => self.refund(),
            84..87 => self.launch(),
            87..94 => ClaimVoucher { buyer, campaign: self.campaign() }.into(),
            _ => ReleaseVoucher { voucher: self.run_out(buyer) }.into(),
        }
    }

    fn open(&mut self, buyer: BuyerId) -> Command {
        // The last buyer is one whom nobody ever opens.
        let buyer = town::buyer(BuyerId(buyer.0.min(BUYERS - 1)));
        let fen = 5_000 + self.dice.below(30_000);
        OpenBuyer { buyer, opening_balance: Money::cny(i64::try_from(fen).expect("a small sum")) }.into()
    }

    fn change(&mut self, buyer: BuyerId) -> Command {
        let birth_year = [None, Some(None), Some(Some(1950)), Some(Some(1066))][self.dice.below(4) as usize];
        let text = ["文一路 1 号", "  "][usize::from(self.dice.percent(20))];
        let addresses = vec![Address { text: text.into(), ..town::address() }];
        let addresses = self.dice.percent(50).then_some(addresses);
        let language = self.dice.percent(30).then_some(Language::En);
        let word = ["花生", "", "宽粉"][self.dice.below(3) as usize];
        let avoids = self.dice.percent(30).then(|| vec![Avoidance::new(word, Strictness::Allergy)]);
        let forget_usual = self.dice.percent(20);
        ChangeBuyer { buyer, language, birth_year, addresses, avoids, forget_usual }.into()
    }

    fn talk(&mut self, buyer: BuyerId) -> Command {
        let stands = self.engines.same(|engine| engine.conversation(buyer)).map_or(0, |talk| talk.version);
        let version = if self.dice.percent(20) { stands } else { stands + 1 };
        let body = vec![7; self.dice.below(100) as usize];
        SaveConversation { conversation: Conversation { buyer, version, body } }.into()
    }

    fn offer(&mut self, buyer: BuyerId) -> Command {
        let offered_at = self.engines.clock.now();
        match self.terms(buyer) {
            Some(terms) => OfferQuote { buyer, terms, offered_at }.into(),
            None => ClaimVoucher { buyer, campaign: self.campaign() }.into(),
        }
    }

    /// A quote that was offered, or one made for this very command; at times not the one that was agreed to.
    fn place(&mut self, buyer: BuyerId) -> Command {
        let recent = &self.quotes[self.quotes.len().saturating_sub(6)..];
        let known = self.dice.pick(recent).cloned().filter(|_| self.dice.percent(40));
        let Some(mut quote) = known.or_else(|| self.quote(buyer)) else { return self.open(buyer) };
        let mut mandate = town::agreed(&quote);
        match self.dice.below(20) {
            0 => mandate.quote_hash = QuoteHash([1; 32]),
            1 => Arc::make_mut(&mut quote).terms.total = Money::cny(1),
            _ => {}
        }
        PlaceOrder { quote, mandate }.into()
    }

    fn quote(&mut self, buyer: BuyerId) -> Option<Arc<Quote>> {
        let terms = self.terms(buyer)?;
        self.keys += 1;
        let quote = Arc::new(terms.offered(quote_id(buyer, 1_000_000 + self.keys), buyer, self.engines.clock.now()));
        self.quotes.push(quote.clone());
        Some(quote)
    }

    /// Terms by what was saved last; what else is in the batch may have used it up. None for a closed shop.
    fn terms(&mut self, buyer: BuyerId) -> Option<Terms> {
        let vouchers = self.engines.same(|engine| engine.vouchers(buyer, 10));
        let card = self.dice.percent(40);
        let wish = Wish {
            vouchers: &vouchers,
            card: card.then(|| "tok_1".into()),
            prefer_card: card,
            ..town::wish(Money::cny(100_000))
        };
        // The night shop is closed more often than not; then it is something else.
        let mut cart = || (0..1 + self.dice.below(2)).map(|_| line(&mut self.dice)).collect::<Vec<_>>();
        (0..5).find_map(|_| town::priced(&cart(), &wish, self.engines.clock.now()).ok())
    }

    fn advance(&mut self) -> Command {
        let order = self.order();
        let state = self.engines.same(|engine| engine.order(order)).map(|order| order.state);
        let likely = state.and_then(OrderState::next_step).filter(|_| self.dice.percent(85));
        let to = likely.or_else(|| self.dice.pick(&OrderState::ALL).copied()).expect("there are states");
        AdvanceOrder { order, to }.into()
    }

    fn launch(&mut self) -> Command {
        let id = *self.dice.pick(&["welcome", "late"]).expect("there are two");
        let mut launch = launch(id);
        if self.dice.percent(20) {
            launch.campaign.voucher.threshold = Money::cny(-1);
            launch.campaign.id = CampaignId::from("wrong");
        }
        launch.into()
    }

    /// Most often one of the four who were opened at the beginning.
    fn buyer(&mut self) -> BuyerId {
        let among = if self.dice.percent(88) { 4 } else { BUYERS };
        BuyerId(1 + self.dice.below(among))
    }

    fn order(&mut self) -> OrderId {
        if self.dice.percent(4) {
            return OrderId(self.dice.below(5_000_000_000));
        }
        if self.dice.percent(8)
            && let Some(quote) = self.dice.pick(&self.quotes)
        {
            return quote.id.order();
        }
        self.dice.pick(&self.placed).copied().unwrap_or(OrderId(1))
    }

    /// Most often an order of which this is so, as far as it was saved.
    fn order_that(&mut self, is_so: impl Fn(&Order) -> bool) -> OrderId {
        let read = |id: &OrderId| self.engines.same(|engine| engine.order(*id));
        let such: Vec<_> = self.placed.iter().filter(|id| read(id).as_ref().is_some_and(&is_so)).copied().collect();
        let picked = self.dice.pick(&such).copied().filter(|_| self.dice.percent(70));
        picked.unwrap_or_else(|| self.order())
    }

    fn settle(&mut self) -> Command {
        let order = self.order_that(|order| order.state == OrderState::PendingPayment);
        SettlePayment { order, word: self.word() }.into()
    }

    fn cancel(&mut self, buyer: BuyerId) -> Command {
        let order = self.order_that(|order| order.state.may_become(OrderState::Cancelled));
        CancelOrder { order, by: self.canceller(buyer) }.into()
    }

    fn refund(&mut self) -> Command {
        SettleRefund { order: self.order_that(|order| order.payment.refund_due) }.into()
    }

    /// Most often a voucher that ran out.
    fn run_out(&mut self, buyer: BuyerId) -> VoucherId {
        let first = VoucherId { buyer: BuyerId(0), campaign: CampaignId::from("") };
        let (shard, now) = (self.any_shard(), self.engines.clock.now());
        let (run_out, _) = self.engines.same(|engine| engine.vouchers_run_out(shard, &first, now, 100));
        let picked = self.dice.pick(&run_out).cloned().filter(|_| self.dice.percent(80));
        picked.unwrap_or_else(|| VoucherId { buyer, campaign: self.campaign() })
    }

    fn word(&mut self) -> ProviderWord {
        if self.dice.percent(70) { ProviderWord::Captured } else { ProviderWord::Declined }
    }

    fn canceller(&mut self, buyer: BuyerId) -> CancelledBy {
        if self.dice.percent(70) { CancelledBy::Shop } else { CancelledBy::Buyer(buyer) }
    }

    fn campaign(&mut self) -> CampaignId {
        // The one that nobody launches is asked for now and then.
        let among = if self.dice.percent(10) { &CAMPAIGNS[..] } else { &CAMPAIGNS[..3] };
        CampaignId::from(*self.dice.pick(among).expect("there are campaigns"))
    }
}

fn line(dice: &mut Dice) -> CartLine {
    let word = *dice.pick(&WORDS).expect("there are words");
    let mut line = town::line(word, 1 + u32::try_from(dice.below(3)).expect("few"));
    if dice.percent(20) {
        line.options.push(Choice { group: "加料".into(), values: vec!["珍珠".into(), "不加".into()] });
    }
    line
}

/// Budgets for two vouchers; one campaign whose vouchers soon run out, one that has not begun at first.
fn launch(id: &str) -> LaunchCampaign {
    let mut campaign: Campaign = town::campaign(id, Money::cny(6_499), Money::cny(2_500));
    match id {
        "short" => {
            campaign.voucher.lifetime = Span::minutes(30);
            campaign.voucher.grace = Span::minutes(5);
            campaign.voucher.threshold = Money::cny(3_000);
        }
        "late" => campaign.starts_at = campaign.starts_at.after(Span::minutes(60)),
        _ => {}
    }
    LaunchCampaign { campaign }
}
