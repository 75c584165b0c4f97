//! 对，明天早上的，下单: words beside a yes that only say once more what the quote says.

use domain::time::Time;

use super::{Dialogue, day};
use crate::lexicon::Lexicon;
use crate::read::Reading;
use crate::scene::Scene;

/// Leaves out what is unread and only says once more what is in the cart: when it comes, where to, of which option.
pub(super) fn drop_restated(lexicon: &Lexicon, reading: &mut Reading, dialogue: &Dialogue, scene: &Scene<'_>) {
    let at = dialogue.cart.deliver_at.unwrap_or(scene.now);
    // "Yes, that address. Order it", where "confirm the address" asks for something else first.
    let points = reading.tone.agrees && reading.tone.commits && !reading.tone.confirms;
    let is_said = |text: &String| {
        let text = text.trim().trim_end_matches(['的', '见']).to_lowercase();
        let text = text.trim_end_matches(" works").to_owned();
        let when = says_when(&text, at, scene.now);
        let place = points && names_address(&text) || is_address(dialogue, scene, &text);
        when || place || is_option(lexicon, dialogue, &text) || keeps_all(&text)
    };
    reading.unread.retain(|text| !is_said(text));
    reading.asides.retain(|text| !is_said(text));
}

/// Whether it is the day or the part of the day at which it comes.
fn says_when(text: &str, at: Time, now: Time) -> bool {
    let (days, part) = (day::days_away(text), day::Part::of(text));
    let away = at.china_day() - now.china_day();
    let day_fits = days.is_none_or(|days| days == away);
    let part_fits = part.is_none_or(|part| part.has(at.minute_of_day()));
    (days.is_some() || part.is_some()) && day_fits && part_fits
}

/// Whether it is what an option of something in the cart is called, or a value that was chosen.
fn is_option(lexicon: &Lexicon, dialogue: &Dialogue, text: &str) -> bool {
    dialogue.cart.lines.iter().any(|line| {
        let item = lexicon.item_no(&line.item).map(|no| lexicon.item(no));
        let groups = item.into_iter().flat_map(|item| &item.options);
        groups.into_iter().any(|group| {
            let chosen = line.options.iter().find(|choice| choice.group == group.name.zh);
            let value = chosen.is_some_and(|choice| choice.values.iter().any(|value| **value == *text));
            // 座位没错, where a seat was chosen; the name of an option that was not is rather a wish for one.
            let named = *group.name.zh == *text || group.name.en.eq_ignore_ascii_case(text);
            let own = chosen.is_some_and(|choice| !choice.values.contains(&group.default));
            named && own || value
        })
    })
}

/// 这回不改了，下单
fn keeps_all(text: &str) -> bool {
    matches!(text, "不改了" | "不加了")
}

fn names_address(text: &str) -> bool {
    matches!(text, "address" | "地址")
}

/// Whether it is a part of where it goes that can be told from chance.
fn is_address(dialogue: &Dialogue, scene: &Scene<'_>, text: &str) -> bool {
    let address = dialogue.cart.address.as_ref().or(scene.addresses.first());
    let long = text.chars().count() > 1;
    long && address.is_some_and(|address| address.text.to_lowercase().contains(text))
}
