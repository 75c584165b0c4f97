//! What must hold of every turn, whatever was said.

use assistant::{OFFERS_MAX, SENTENCE_CHARS_MAX, Step, Turn};
use catalog::Catalogue;
use domain::buyer::Address;
use domain::cart::{Cart, LINES_MAX};
use domain::catalogue::Location;

/// A buyer agrees with one of these, whole or as a part of a longer word. Kept apart from the reader's own list, and
/// wider: each of its words is here, or holds one of these.
const AGREEING: &str = "对 是 系 好 行 可 嗯 恩 中 得 成 没 同意 确 妥 就 正 准 欧克 照 下单 落单 订 付 支 结 买 埋单 提交 \
    交 安排 走起 下了 要了 拿下 开单 下 要 yes yeah yep yup ya ye ok okay okey k sure right correct great good fine \
    perfect exact absolut defin course confirm agree sound look that it cool love excel awesome go got just only place \
    order buy get take have let pay check proceed submit do book complete put finali work dan xing hao dui \
    拿 整 弄 办 搞 拍 扣 定 这单 一言 认 是它 super deal spot bang bingo certain means righto roger affirm nice terrific \
    fab aye okie budget send push purchas splendid brilliant mm mhm uh happy sorted \
    妥 无误 满意 急 等 饿 棒";

/// Where the buyer of a conversation lives.
pub struct Scenery {
    pub addresses: Vec<Address>,
}

impl Scenery {
    /// A home and an office where the first shops are.
    pub fn new(catalogue: &Catalogue) -> Self {
        let places = catalogue.shops().filter_map(|shop| shop.location.as_ref()).take(2);
        let addresses = places.zip(["家", "公司"]).map(|(place, label)| address(label, place)).collect();
        Self { addresses }
    }
}

fn address(label: &str, place: &Location) -> Address {
    Address {
        label: label.into(),
        text: place.address.clone(),
        adcode: Some(place.adcode.clone()),
        point: Some(place.point),
        example: false,
    }
}

/// What a turn broke, if anything.
pub fn broken(turn: &Turn, sentence: &str, waiting: bool, catalogue: &Catalogue) -> Option<&'static str> {
    let heard = sentence.to_lowercase();
    let agrees = || AGREEING.split_whitespace().any(|word| heard.contains(word));
    match &turn.step {
        Step::Confirm if !waiting => return Some("agreed where no quote waits"),
        Step::Confirm if !agrees() => return Some("agreed without a word of agreement"),
        Step::Quote(cart) => return cart_broken(cart, catalogue),
        _ => {}
    }
    if turn.offers.len() > OFFERS_MAX {
        return Some("showed too many offers");
    }
    let spoken = |span: &String| span.chars().count() <= SENTENCE_CHARS_MAX;
    (!turn.unread.iter().all(spoken)).then_some("said back more than was said")
}

/// One line too many may come, and any quantity: the desk refuses them by name.
fn cart_broken(cart: &Cart, catalogue: &Catalogue) -> Option<&'static str> {
    if cart.lines.is_empty() || cart.lines.len() > LINES_MAX + 1 {
        return Some("quoted a cart out of bounds");
    }
    let sold = |line: &domain::cart::CartLine| {
        let item = catalogue.item(&line.item)?;
        let offered = line.options.iter().all(|choice| {
            let group = item.options.iter().find(|group| group.name.zh == choice.group);
            group.is_some_and(|group| {
                choice.values.iter().all(|value| group.values.iter().any(|known| known.name.zh == *value))
            })
        });
        offered.then_some(())
    };
    cart.lines.iter().any(|line| sold(line).is_none()).then_some("quoted what is not sold")
}
