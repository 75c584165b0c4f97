//! Random commands in random batches, on every engine, every answer and row compared, every invariant asserted.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::buyer::Address;
use domain::campaign::Campaign;
use domain::cart::{CartLine, Choice};
use domain::command::{
    AdvanceOrder, CancelOrder, CancelledBy, ChangeBuyer, ClaimVoucher, Command, LaunchCampaign, OfferQuote, OpenBuyer,
    PlaceOrder, ProviderWord, ReleaseVoucher, SaveConversation, SettlePayment, SettleRefund,
};
use domain::conversation::Conversation;
use domain::id::{BuyerId, CampaignId, OrderId, VoucherId};
use domain::language::Language;
use domain::ledger::AccountId;
use domain::money::Money;
use domain::order::{Order, OrderState};
use domain::quote::{Quote, QuoteHash, Terms, Wish};
use domain::receipt::{IdempotencyKey, Outcome};
use domain::refusal::Refusal;
use domain::time::Span;

use crate::dice::Dice;
use crate::engines::{Engines, SHARD, quote_id};
use crate::town;

/// Sequences in a run of the tests, divided over four tests so that they use every core.
const SEQUENCES: u64 = 200;
/// Commands of a sequence, about.
const COMMANDS: usize = 80;
const BATCH_MAX: u64 = 12;
/// Buyers that commands speak of; the last one is never opened.
const BUYERS: u64 = 7;
const CAMPAIGNS: [&str; 4] = ["welcome", "short", "late", "nothing"];
const WORDS: [&str; 4] = ["tea", "cup", "noodles", "skewers"];

#[test]
fn sequences_of_the_first_quarter() {
    (0..SEQUENCES / 4).for_each(run);
}

#[test]
fn sequences_of_the_second_quarter() {
    (SEQUENCES / 4..SEQUENCES / 2).for_each(run);
}

#[test]
fn sequences_of_the_third_quarter() {
    (SEQUENCES / 2..SEQUENCES / 4 * 3).for_each(run);
}

#[test]
fn sequences_of_the_last_quarter() {
    (SEQUENCES / 4 * 3..SEQUENCES).for_each(run);
}

/// The dice reach what they are meant to: every answer and most refusals of the rules come up.
#[test]
fn sequences_reach_every_answer_and_the_limits() {
    let mut counts = BTreeMap::new();
    for seed in SEQUENCES..SEQUENCES + 40 {
        for answer in run_counted(seed) {
            *counts.entry(answer).or_insert(0_u32) += 1;
        }
    }
    let expected = [
        "BuyerOpened",
        "BuyerChanged",
        "ConversationSaved",
        "QuoteOffered",
        "Order",
        "RefundSettled",
        "CampaignLaunched",
        "VoucherClaimed",
        "VoucherReleased",
        "balance_too_low",
        "budget_exhausted",
        "buyer_exists",
        "buyer_field_invalid",
        "buyer_unknown",
        "campaign_exists",
        "campaign_invalid",
        "campaign_not_running",
        "campaign_unknown",
        "conversation_moved",
        "key_reused",
        "order_unknown",
        "quote_changed",
        "quote_expired",
        "shop_full",
        "sold_out",
        "voucher_already_claimed",
        "voucher_not_usable",
        "voucher_still_usable",
        "wrong_state",
    ];
    for name in expected {
        assert!(counts.contains_key(name), "{name} never came up: {counts:?}");
    }
}

fn run(seed: u64) {
    run_counted(seed);
}

/// Runs a sequence and names its answers.
fn run_counted(seed: u64) -> Vec<String> {
    let mut world = World::new(seed);
    let opening = world.opening();
    world.decide(opening);
    while world.log.sent.len() < COMMANDS {
        world.pass_time();
        let size = 1 + world.dice.below(BATCH_MAX);
        let batch = (0..size).map(|_| world.command()).collect();
        world.decide(batch);
    }
    world.engines.assert_reads();
    world.engines.assert_audit();
    world.log.answers.drain(..).collect()
}

/// What was sent so far; told when a test fails.
struct Log {
    seed: u64,
    lines: Vec<String>,
    sent: Vec<(IdempotencyKey, Command)>,
    answers: Vec<String>,
}

impl Drop for Log {
    #[expect(clippy::print_stderr, reason = "a failure prints its seed and the log of operations")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("seed {}:\n{}", self.seed, self.lines.join("\n"));
        }
    }
}

struct World {
    engines: Engines,
    dice: Dice,
    log: Log,
    /// Quotes that can be agreed to.
    quotes: Vec<Arc<Quote>>,
    /// Orders that were placed.
    placed: Vec<OrderId>,
    /// The first answer to each key (I1).
    receipts: BTreeMap<IdempotencyKey, ([u8; 16], Outcome)>,
    keys: u64,
}

impl World {
    fn new(seed: u64) -> Self {
        let log = Log { seed, lines: Vec::new(), sent: Vec::new(), answers: Vec::new() };
        let (quotes, placed, receipts) = (Vec::new(), Vec::new(), BTreeMap::new());
        Self { engines: Engines::new(), dice: Dice::new(seed), log, quotes, placed, receipts, keys: 0 }
    }

    fn opening(&mut self) -> Vec<(IdempotencyKey, Command)> {
        let mut commands: Vec<Command> = ["welcome", "short", "late"].into_iter().map(|id| launch(id).into()).collect();
        for n in 1..=4 {
            commands.push(self.open(BuyerId(n)));
        }
        commands.into_iter().map(|command| (self.new_key(), command)).collect()
    }

    fn decide(&mut self, batch: Vec<(IdempotencyKey, Command)>) {
        self.log.lines.push(format!("-- {} commands at {:?}", batch.len(), self.engines.clock.now()));
        self.log.lines.extend(batch.iter().map(|(key, command)| format!("{key:?} {command:?}")));
        let answers = self.engines.decide(SHARD, &batch);
        self.engines.assert_rows();
        let memory = self.engines.memory.audit();
        crate::engines::assert_holds(&memory);
        for ((key, command), answer) in batch.into_iter().zip(answers) {
            self.log.lines.push(format!("{key:?} => {answer:?}"));
            self.answered(key, command, answer);
        }
    }

    /// I1: the same key and content, the same answer; the same key with other content is refused.
    fn answered(&mut self, key: IdempotencyKey, command: Command, answer: Result<Outcome, Refusal>) {
        self.log.answers.push(named(&answer));
        let content = command.content();
        match self.receipts.get(&key) {
            Some((known, outcome)) if *known == content => assert_eq!(answer.as_ref(), Ok(outcome), "I1: {key:?}"),
            Some(_) => assert_eq!(answer, Err(Refusal::KeyReused), "I1: {key:?}"),
            None => {
                if let Ok(outcome) = &answer {
                    self.receipts.insert(key, (content, outcome.clone()));
                }
            }
        }
        if let Ok(Outcome::QuoteOffered(id)) = &answer {
            let quote = self.engines.same(|engine| engine.quote(*id)).expect("what was offered is there");
            self.quotes.push(quote);
        }
        if let (Ok(Outcome::Order { order, .. }), Command::PlaceOrder(_)) = (&answer, &command)
            && !self.placed.contains(order)
        {
            self.placed.push(*order);
        }
        self.log.sent.push((key, command));
    }

    fn pass_time(&mut self) {
        let seconds = match self.dice.below(10) {
            0..6 => self.dice.below(20),
            6..9 => self.dice.below(20 * 60),
            _ => self.dice.below(3 * 24 * 3_600),
        };
        self.engines.clock.wait(Span::seconds(u32::try_from(seconds).expect("a few days")));
        if self.dice.percent(4) {
            self.engines.reopen();
        }
        if self.dice.percent(3) {
            let mut items = town::items();
            items.iter_mut().for_each(|item| item.stock = item.stock.and(Some(4)));
            self.engines.import(&town::shops(), &items);
        }
    }

    /// A command that is new, sent again, or sent under the key of another.
    fn command(&mut self) -> (IdempotencyKey, Command) {
        if self.dice.percent(10)
            && let Some(again) = self.dice.pick(&self.log.sent)
        {
            return again.clone();
        }
        let command = self.new_command();
        if self.dice.percent(3)
            && let Some((key, _)) = self.dice.pick(&self.log.sent)
        {
            return (*key, command);
        }
        (self.new_key(), command)
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
        ChangeBuyer { buyer, language, birth_year, addresses }.into()
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
        let now = self.engines.clock.now();
        let (run_out, _) = self.engines.same(|engine| engine.vouchers_run_out(SHARD, &first, now, 100));
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

fn named(answer: &Result<Outcome, Refusal>) -> String {
    match answer {
        Ok(outcome) => format!("{outcome:?}").split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().into(),
        Err(refusal) => refusal.code().into(),
    }
}

#[test]
fn a_sequence_is_the_same_every_time() {
    let balance = |seed| {
        let mut world = World::new(seed);
        let opening = world.opening();
        world.decide(opening);
        let batch = (0..20).map(|_| world.command()).collect();
        world.decide(batch);
        (world.log.lines.clone(), world.engines.same(|engine| engine.account(SHARD, &AccountId::Opening)))
    };
    assert_eq!(balance(7), balance(7));
}
