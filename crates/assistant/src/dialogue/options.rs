//! From what was said about goods to a line of the cart: options by the item's own names, amounts as quantities.

use std::sync::Arc;

use domain::cart::Choice;
use domain::catalogue::{Item, OptionGroup};

use crate::lexicon::concepts::NEGATIONS;
use crate::lexicon::{FORMS, Lexicon};
use crate::read::{Amount, Chosen, Measure, amount_in, is_pair, may_be_outer, packs, whole_of};

/// How far a word may be from the name of a value to be that value and no other.
const CALLED_SO: u8 = 1;

/// Applies options to those of a line. Returns the words that the item has no option for.
pub(crate) fn apply(lexicon: &Lexicon, item: &Item, chosen: &[Chosen], options: &mut Vec<Choice>) -> Vec<String> {
    let denied: Vec<Chosen>;
    let chosen = if chosen.iter().any(says_denied) {
        denied = chosen.iter().map(|one| as_denied(lexicon, item, one)).collect();
        &denied
    } else {
        chosen
    };
    let mut strange = contradicted(lexicon, item, chosen);
    let mut last_taken = false;
    for group in item.options.iter().filter(|group| !group.many) {
        take_undenied(lexicon, item, group, chosen, options);
    }
    for one in chosen {
        if one.otherwise && last_taken || is_denied(lexicon, item, one, chosen, options) {
            continue;
        }
        last_taken = can_be(lexicon, item, one);
        if apply_one(lexicon, item, one, options) {
            continue;
        }
        match (in_two(lexicon, item, one), called_so(item, one)) {
            (Some(both), _) => both.iter().for_each(|(group, value)| take(group, value, options)),
            (None, Some((group, value))) => take(group, value, options),
            (None, None) => strange.push(one.said.clone()),
        }
    }
    strange
}

/// Whether it is said as what is not wanted of several.
fn says_denied(one: &Chosen) -> bool {
    one.said.starts_with("不要") && one.said.ends_with('的')
}

/// 不要冰的, which is a choice elsewhere, of what comes hot or iced: not the iced one.
pub(super) fn as_denied(lexicon: &Lexicon, item: &Item, one: &Chosen) -> Chosen {
    let denied = one.said.strip_prefix("不要").and_then(|said| said.strip_suffix('的'));
    let denied = denied.filter(|_| !one.without && !can_be(lexicon, item, one));
    let value = denied.and_then(|said| lexicon.value_called(said));
    let value = value.filter(|value| lexicon.value_of(item, *value).is_some());
    value.map_or_else(|| one.clone(), |value| Chosen { value, without: true, ..one.clone() })
}

/// 透明的不要，蓝色的也不要: where what comes without asking is denied, the first of the others that costs no more.
fn take_undenied(lexicon: &Lexicon, item: &Item, group: &OptionGroup, chosen: &[Chosen], options: &mut Vec<Choice>) {
    let of_group = |one: &&Chosen| lexicon.value_of(item, one.value).is_some_and(|(_, own)| own.group == group.name.zh);
    let is = |value: &str, one: &Chosen| lexicon.value_of(item, one.value).is_some_and(|(_, own)| *own.value == *value);
    let denied: Vec<&Chosen> = chosen.iter().filter(of_group).filter(|one| one.without).collect();
    let wanted = chosen.iter().filter(of_group).any(|one| !one.without);
    let now = options.iter().find(|choice| choice.group == group.name.zh).and_then(|choice| choice.values.first());
    let now = now.unwrap_or(&group.default).clone();
    if wanted || !denied.iter().any(|one| is(&now, one)) {
        return;
    }
    let price = |value: &str| group.values.iter().find(|own| *own.name.zh == *value).map(|own| own.price);
    let left = group.values.iter().filter(|value| !denied.iter().any(|one| is(&value.name.zh, one)));
    let cheap = left.into_iter().find(|value| Some(value.price) <= price(&now));
    if let Some(value) = cheap {
        take(group, &value.name.zh, options);
    }
}

/// Whether it leaves away a value that the line has not, of a group of which it has one.
fn is_denied(lexicon: &Lexicon, item: &Item, one: &Chosen, chosen: &[Chosen], options: &[Choice]) -> bool {
    let Some((_, pair)) = lexicon.value_of(item, one.value).filter(|_| one.without) else { return false };
    let single = item.options.iter().any(|group| group.name.zh == pair.group && !group.many);
    // 香菜没事，可以放: what the value leaves away may be in it, and it is.
    let leaves_away = NEGATIONS.iter().any(|no| pair.value.starts_with(no));
    // 别弄成不辣的，我要特辣: another of them is said.
    let value = |other: &Chosen| lexicon.value_of(item, other.value).filter(|_| !other.without).map(|(_, pair)| pair);
    let other = |pair: &crate::lexicon::Pair, other: &crate::lexicon::Pair| {
        pair.group == other.group && pair.value != other.value
    };
    if single && chosen.iter().filter_map(value).any(|own| other(own, pair)) {
        return true;
    }
    (single || leaves_away) && !is_chosen(item, options, &pair.group, &pair.value)
}

/// Whether an item can be had with it at all.
fn can_be(lexicon: &Lexicon, item: &Item, one: &Chosen) -> bool {
    lexicon.value_of(item, one.value).is_some() || called_so(item, one).is_some()
}

/// 透明的和黑色的: of two values of which goods can only have one, the first is lost, unless it was corrected.
fn contradicted(lexicon: &Lexicon, item: &Item, chosen: &[Chosen]) -> Vec<String> {
    let pair = |one: &Chosen| {
        let (far, pair) = lexicon.value_of(item, one.value).filter(|_| !one.without)?;
        let group = item.options.iter().find(|group| group.name.zh == pair.group)?;
        (far <= CALLED_SO && !group.many).then_some(pair)
    };
    // Each is looked up once: a sentence may say it forty times of a hundred lines.
    let pairs: Vec<_> = chosen.iter().map(pair).collect();
    let lost = |at: usize| {
        let own = pairs[at]?;
        let next = (at + 1..chosen.len()).find(|next| pairs[*next].is_some_and(|next| next.group == own.group))?;
        let other = pairs[next].is_some_and(|next| next.value != own.value);
        (other && !chosen[next].replaces && !chosen[next].otherwise).then(|| chosen[at].said.clone())
    };
    (0..chosen.len()).filter_map(lost).collect()
}

/// "Medium hot", which is one choice elsewhere, of a coffee that can be medium and can be hot: both of them.
fn in_two<'i>(lexicon: &Lexicon, item: &'i Item, chosen: &Chosen) -> Option<[(&'i OptionGroup, Arc<str>); 2]> {
    let value = |words: &str| {
        let pair = lexicon.value_called(words.trim()).and_then(|value| lexicon.value_of(item, value))?.1;
        let group = item.options.iter().find(|group| group.name.zh == pair.group)?;
        Some((group, pair.value.clone()))
    };
    let said = chosen.said.as_str();
    let places = said.char_indices().skip(1).filter(|_| !chosen.without).map(|(place, _)| place);
    let both = |place: usize| Some([value(&said[..place])?, value(&said[place..])?]);
    places.filter_map(both).find(|[first, second]| first.0.name != second.0.name)
}

/// What is said behind a size, a taste or a colour, and is often left away.
const OF_KINDS: &[char] = &['码', '号', '味', '色', '款', '装'];

/// L码, which is a choice elsewhere, of what comes as L: the only value that is called so but for that.
fn called_so<'i>(item: &'i Item, chosen: &Chosen) -> Option<(&'i OptionGroup, &'i Arc<str>)> {
    let plain = |text: &str| text.trim_end_matches('的').trim_end_matches(OF_KINDS).trim().to_lowercase();
    let said = Some(plain(&chosen.said)).filter(|said| !said.is_empty() && !chosen.without)?;
    let values = item.options.iter().flat_map(|group| group.values.iter().map(move |value| (group, value)));
    let mut called = values.filter(|(_, value)| plain(&value.name.zh) == said || plain(&value.name.en) == said);
    called.next().filter(|_| called.next().is_none()).map(|(group, value)| (group, &value.name.zh))
}

fn apply_one(lexicon: &Lexicon, item: &Item, chosen: &Chosen, options: &mut Vec<Choice>) -> bool {
    let Some((_, pair)) = lexicon.value_of(item, chosen.value) else { return false };
    let Some(group) = item.options.iter().find(|group| group.name.zh == pair.group) else { return false };
    if chosen.without {
        // 布丁奶茶不要布丁: what it is cannot be left away.
        let own = item.name.zh.contains(&*pair.value);
        return leave_out(group, &pair.value, options) || group.many && group.default != pair.value && !own;
    }
    if chosen.replaces {
        options.retain(|choice| choice.group != group.name.zh);
    }
    take(group, &pair.value, options);
    true
}

/// Takes a value of a group: beside the others where the group allows many, instead of the other where not.
pub(crate) fn take(group: &OptionGroup, value: &Arc<str>, options: &mut Vec<Choice>) {
    let place = options.iter().position(|choice| choice.group == group.name.zh).unwrap_or_else(|| {
        options.push(Choice { group: group.name.zh.clone(), values: Vec::new() });
        options.len() - 1
    });
    let values = &mut options[place].values;
    if !group.many || *value == group.default {
        values.clear();
    }
    values.retain(|known| *known != group.default || known == value);
    if !values.contains(value) {
        values.push(value.clone());
    }
}

/// Leaves out what had been taken. What comes with the goods anyway cannot be left out that way.
fn leave_out(group: &OptionGroup, value: &Arc<str>, options: &mut Vec<Choice>) -> bool {
    let Some(place) = options.iter().position(|choice| choice.group == group.name.zh) else {
        return !group.many && group.default != *value;
    };
    let before = options[place].values.len();
    options[place].values.retain(|known| known != value);
    let found = options[place].values.len() < before;
    if options[place].values.is_empty() {
        options.remove(place);
    }
    found || (!group.many && group.default != *value)
}

/// Whether a line has this value of a group: it was chosen, or nothing else was and it is what comes without asking.
pub(crate) fn is_chosen(item: &Item, options: &[Choice], group: &str, value: &str) -> bool {
    match options.iter().find(|choice| *choice.group == *group) {
        Some(choice) => choice.values.iter().any(|own| **own == *value),
        None => item.options.iter().any(|own| own.name.zh == group.into() && *own.default == *value),
    }
}

/// How many of an item an amount is, with the option it stands for; `None` if it comes to no whole number of them.
pub(crate) fn quantity(lexicon: &Lexicon, item: &Item, amount: Amount) -> Option<(u32, Option<Choice>)> {
    if let Some((_, pair)) = amount.value.and_then(|value| lexicon.value_of(item, value)) {
        return Some((1, Some(Choice { group: pair.group.clone(), values: vec![pair.value.clone()] })));
    }
    if let Some(grams) = amount.grams() {
        return weighed(lexicon, item, amount, grams, Amount::grams);
    }
    if let Some(millilitres) = amount.millilitres() {
        return weighed(lexicon, item, amount, millilitres, Amount::millilitres);
    }
    counted(lexicon, item, amount).map(|n| (n, None))
}

/// An amount by weight or volume: an option that is such an amount, or so many packs.
fn weighed(
    lexicon: &Lexicon,
    item: &Item,
    amount: Amount,
    size: u64,
    size_of: fn(Amount) -> Option<u64>,
) -> Option<(u32, Option<Choice>)> {
    let mut best: Option<(u64, Choice)> = None;
    for group in item.options.iter().filter(|group| !group.many) {
        for value in &group.values {
            let own =
                amount_in(lexicon, &value.name.zh).or_else(|| amount_in(lexicon, &value.name.en)).and_then(size_of);
            if let Some(own) = own.filter(|own| *own > 0 && size.is_multiple_of(*own))
                && best.as_ref().is_none_or(|(known, _)| own > *known)
            {
                best = Some((own, Choice { group: group.name.zh.clone(), values: vec![value.name.zh.clone()] }));
            }
        }
    }
    if let Some((own, choice)) = best {
        return Some((u32::try_from(size / own).ok()?, Some(choice)));
    }
    let packs: Vec<u64> = packs(lexicon, item).into_iter().filter_map(size_of).filter(|own| *own > 0).collect();
    let sold_by_weight = item.name.zh.contains("/斤") || item.name.zh.contains("每斤");
    match packs.first() {
        Some(own) => size.is_multiple_of(*own).then(|| u32::try_from(size / own).ok())?.map(|n| (n, None)),
        None if sold_by_weight => amount.whole().map(|n| (n, None)),
        None => None,
    }
}

/// From so many on, a bare number of things that are sold in packs is doubtful: six eggs are not six boxes of ten.
const DOUBTFUL: u32 = 4;

/// Forms in which several of something are sold together, and those in which one is counted.
const HOLDING: &[&str] = &["束", "把", "对", "盒", "袋", "提"];
const SINGLE: &[&str] = &["片", "只", "支", "根", "枚", "粒"];

fn holds_some(measure: Measure) -> bool {
    is_form(measure, HOLDING)
}

fn is_single(measure: Measure) -> bool {
    is_form(measure, SINGLE)
}

fn is_form(measure: Measure, words: &[&str]) -> bool {
    let Measure::Form(form) = measure else { return false };
    let first = FORMS.get(usize::from(form)).and_then(|row| row.split('|').next());
    first.is_some_and(|first| words.contains(&first))
}

/// What comes in pairs: one pair of it is one. The last row is English.
const PAIRED: &[&str] = &[
    "鞋",
    "袜",
    "手套",
    "筷",
    "耳环",
    "耳钉",
    "耳机",
    "护膝",
    "护腕",
    "对联",
    "春联",
    "袖套",
    "靴",
    "拖",
    "镜片",
    "隐形眼镜",
    "shoe",
    "sock",
    "glove",
    "chopstick",
    "earring",
    "boot",
    "slipper",
    "couplet",
    "sandal",
    "sneaker",
    "pair",
];

/// 一对 of croissants is two of them.
fn is_two(lexicon: &Lexicon, item: &Item, amount: Amount) -> bool {
    if !is_pair(amount.measure) {
        return false;
    }
    // 护膝（单只）
    if packs(lexicon, item).iter().any(|pack| pack.whole() == Some(1) && is_single(pack.measure)) {
        return true;
    }
    let (zh, en) = (&item.name.zh, item.name.en.to_lowercase());
    let tagged = |word: &str| item.tags.iter().any(|tag| tag.contains(word));
    let paired = PAIRED.iter().any(|word| zh.contains(word) || en.contains(word) || tagged(word));
    !zh.contains(['双', '对']) && !paired
}

fn counted(lexicon: &Lexicon, item: &Item, amount: Amount) -> Option<u32> {
    if is_two(lexicon, item, amount) {
        return amount.whole().and_then(|pairs| pairs.checked_mul(2));
    }
    for pack in packs(lexicon, item) {
        if amount.fills(pack) {
            return Some(1);
        }
        let (Measure::Form(_) | Measure::Each, Some(size), Some(n)) = (pack.measure, pack.whole(), amount.whole())
        else {
            continue;
        };
        let same = pack.measure == amount.measure;
        // 香蕉来两根, of what comes by the bunch.
        let pieces = is_single(amount.measure) || amount.measure == Measure::Each && is_form(pack.measure, &["对"]);
        if size == 1 && n > 1 && holds_some(pack.measure) && pieces {
            return None;
        }
        if size < 2 || may_be_outer(amount.measure) || !(same || amount.measure == Measure::Each) {
            continue;
        }
        return match n % size {
            0 => Some(n / size),
            // 一份 or 一个 of what comes as five is one portion.
            _ if n == 1 && amount.measure == Measure::Each => Some(1),
            _ if same || n >= DOUBTFUL => None,
            _ => Some(n),
        };
    }
    amount.whole()
}

/// Of several items with one name in one shop, those that the amount can mean: a box where boxes are counted, the half
/// where a half is wanted, not the box where nothing is said.
pub(crate) fn variants(lexicon: &Lexicon, items: &[Arc<Item>], amount: Option<Amount>) -> Vec<usize> {
    let all = 0..items.len();
    if let Some(amount) = amount {
        let exact = |at: &usize| packs(lexicon, &items[*at]).into_iter().any(|pack| amount.fills(pack));
        let exact: Vec<usize> = all.clone().filter(exact).collect();
        if !exact.is_empty() {
            return exact;
        }
    }
    let whole = whole(lexicon, items, amount);
    let all = || whole.iter().copied();
    let outer = amount.is_some_and(|amount| may_be_outer(amount.measure));
    let fits: Vec<usize> = all().filter(|at| holds_many(&items[*at]) == outer).collect();
    if fits.is_empty() { all().collect() } else { fits }
}

/// 两盒中性笔 of pens that are sold by the piece and by the whole box: those in boxes, and not those where none is said.
fn whole(lexicon: &Lexicon, items: &[Arc<Item>], amount: Option<Amount>) -> Vec<usize> {
    let measure = amount.map(|amount| amount.measure);
    let (whole, rest): (Vec<usize>, Vec<usize>) =
        (0..items.len()).partition(|at| whole_of(lexicon, &items[*at]).is_some());
    let of_it: Vec<usize> = whole.iter().copied().filter(|at| whole_of(lexicon, &items[*at]) == measure).collect();
    match () {
        () if !of_it.is_empty() => of_it,
        () if !rest.is_empty() => rest,
        () => whole,
    }
}

/// Whether one of it is a box of many.
pub(crate) fn holds_many(item: &Item) -> bool {
    ["箱", "件装", "提装"].iter().any(|word| item.name.zh.contains(word))
        || ["case of", "carton of", "crate of"].iter().any(|word| item.name.en.to_lowercase().contains(word))
}
