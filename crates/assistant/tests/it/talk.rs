//! A desk in a few lines: it prices nothing and places nothing, but does what a step says, and writes each turn as text.

use std::sync::{Arc, LazyLock};

use assistant::{Assistant, Dialogue, OpenOrder, Question, Scene, Step, Turn, reply};
use catalog::{Catalogue, file};
use domain::avoidance::Avoidance;
use domain::buyer::Address;
use domain::cart::Cart;
use domain::catalogue::Point;
use domain::id::OrderId;
use domain::time::Time;

/// 2026-02-06, half past ten in the morning.
pub const NOW: Time = Time::from_micros(1_770_345_000_000_000);

pub static ASSISTANT: LazyLock<Assistant> = LazyLock::new(|| {
    let all = file::shops(&include_bytes!("shops.json")[..], &mut |_| {}).expect("the test's own file");
    Assistant::new(Arc::new(Catalogue::new(all.shops, all.items)))
});

/// A conversation.
#[derive(Default)]
pub struct Talk {
    pub dialogue: Dialogue,
    quote: bool,
    order: Option<OrderId>,
    past: Vec<Cart>,
    pub avoids: Vec<Avoidance>,
}

fn own() -> [Address; 2] {
    let address = |label: &str, text: &str, longitude_micro| Address {
        label: label.into(),
        text: text.into(),
        adcode: None,
        point: Some(Point { longitude_micro, latitude_micro: 30_270_000 }),
        example: true,
    };
    [address("家", "文三路1号", 120_130_000), address("公司", "学院路2号", 120_140_000)]
}

impl Talk {
    /// Says a sentence, and writes down what came of it.
    pub fn say(&mut self, sentence: &str) -> String {
        let turn = self.turn(sentence);
        assert!(!reply::turn(&turn).contains("  "));
        describe(&turn)
    }

    pub fn turn(&mut self, sentence: &str) -> Turn {
        let (addresses, avoids) = (own(), self.avoids.clone());
        let scene = Scene {
            now: NOW,
            addresses: &addresses,
            avoids: &avoids,
            past: &self.past,
            latest_order: self.order.map(|id| OpenOrder { id, lines: &self.past[0].lines }),
            quote_waiting: self.quote,
            in_stock: &|_| true,
        };
        let turn = ASSISTANT.turn(sentence, &mut self.dialogue, &scene);
        self.dialogue = Dialogue::from_bytes(&self.dialogue.to_bytes());
        if let Some(avoids) = &turn.avoids {
            self.avoids.clone_from(avoids);
        }
        match &turn.step {
            Step::Quote(_) => self.quote = true,
            Step::Confirm => {
                assert!(self.quote, "agreed to nothing: {sentence}");
                (self.quote, self.order) = (false, Some(OrderId(1)));
                self.past.insert(0, self.dialogue.cart().clone());
                if let Some(before) = self.dialogue.ordered() {
                    self.dialogue.ask_to_cancel(before);
                }
            }
            Step::Discard => self.quote = false,
            Step::CancelOrder(_) => self.order = None,
            _ => {}
        }
        turn
    }
}

fn describe(turn: &Turn) -> String {
    let step = match &turn.step {
        Step::Quote(cart) => lines(cart),
        Step::Ask(question) => format!("ask {}", asked(question)),
        Step::ShowOffers => "show".to_owned(),
        Step::CancelOrder(_) => "cancel order".to_owned(),
        Step::Track(_) => "track".to_owned(),
        other => format!("{other:?}").to_lowercase(),
    };
    let offers: Vec<String> = turn.offers.iter().map(|offer| offer.item.key.to_string()).collect();
    let offers = if offers.is_empty() { String::new() } else { format!(" ({})", offers.join(" ")) };
    let unread = if turn.unread.is_empty() { String::new() } else { format!(" ?{}", turn.unread.join("|")) };
    format!("{step}{offers}{unread}")
}

fn asked(question: &Question) -> String {
    let text = format!("{question:?}");
    text.split(['(', ' ']).next().unwrap_or_default().to_owned()
}

fn lines(cart: &Cart) -> String {
    let line = |line: &domain::cart::CartLine| {
        let options: Vec<String> = line.options.iter().map(|choice| choice.values.join("+")).collect();
        let options = if options.is_empty() { String::new() } else { format!(" {}", options.join(" ")) };
        format!("{} x{}{options}", line.item, line.quantity)
    };
    let mut text = cart.lines.iter().map(line).collect::<Vec<_>>().join("; ");
    if let Some(address) = &cart.address {
        text.push_str(&format!(" -> {}", if address.label.is_empty() { &address.text } else { &address.label }));
    }
    if let Some(at) = cart.deliver_at {
        let (day, minute) = (at.china_day() - NOW.china_day(), at.minute_of_day());
        text.push_str(&format!(" at {day}d{:02}:{:02}", minute / 60, minute % 60));
    }
    text
}

/// Plays a script: `> sentence`, and on the next line what must come of it. An empty line begins a new conversation.
pub fn play(script: &str) {
    let (mut talk, mut said, mut wrong) = (Talk::default(), String::new(), Vec::new());
    let mut heard = String::new();
    for line in script.lines().map(str::trim) {
        if let Some(sentence) = line.strip_prefix("> ") {
            said = sentence.to_owned();
            heard = talk.say(sentence);
        } else if line.is_empty() {
            talk = Talk::default();
        } else if heard != line {
            wrong.push(format!("> {said}\n  expected {line}\n  heard    {heard}"));
        }
    }
    assert!(wrong.is_empty(), "{} turns differ:\n{}", wrong.len(), wrong.join("\n"));
}
