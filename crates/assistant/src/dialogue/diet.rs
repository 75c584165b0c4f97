//! What the buyer does not eat: kept when they say it, and kept out of the cart.

use std::sync::Arc;

use domain::avoidance::{AVOIDANCES_MAX, Avoidance, Strictness};
use domain::cart::CartLine;
use domain::catalogue::Item;

use super::act::{act_on, plain};
use super::goods::Goods;
use super::{Dialogue, Pending, options};
use crate::lexicon::{ItemNo, Lexicon};
use crate::read::{Diet, Place, Reading};
use crate::scene::Scene;
use crate::turn::{Note, Question, Step, Turn};

/// Acts on a sentence that says something of what the buyer eats, and perhaps more.
pub(super) fn act(lexicon: &Lexicon, mut reading: Reading, dialogue: &mut Dialogue, scene: &Scene<'_>) -> Turn {
    let diet = std::mem::take(&mut reading.diet);
    if diet.asks {
        return plain(unsaid(lexicon, reading), Step::Memory);
    }
    let (avoids, notes) = kept(scene.avoids, &diet);
    // An allergy that cannot be kept cannot be held: nothing is ordered past it.
    let lost = diet.avoids.iter().any(|said| said.strictness == Strictness::Allergy && !avoids.contains(said));
    let changed = avoids != scene.avoids;
    let scene = Scene { avoids: &avoids, ..*scene };
    let more = Reading { request: reading.request, language: reading.language, ..Reading::default() } != reading;
    let mut turn = match () {
        () if diet.to_what => {
            dialogue.pending = Some(Pending::AllergicToWhat);
            plain(unsaid(lexicon, reading), Step::Ask(Question::AllergicToWhat))
        }
        () if lost => plain(unsaid(lexicon, reading), Step::Keep),
        () if more => act_on(lexicon, reading, dialogue, &scene),
        () if dialogue.cart.lines.is_empty() => plain(reading, Step::Keep),
        () => Goods::new(lexicon, reading, dialogue, &scene).quote(&[]),
    };
    turn.notes.splice(0..0, notes);
    turn.avoids = changed.then_some(avoids);
    turn
}

/// What else the sentence asks for, which is not done now: it is said back.
fn unsaid(lexicon: &Lexicon, mut reading: Reading) -> Reading {
    let wants = std::mem::take(&mut reading.wants);
    let named = wants.into_iter().filter(|want| !want.is_free()).map(|want| want.said);
    let shops = reading.shops.first().filter(|_| reading.unread.is_empty());
    let shops = shops.map(|shop| lexicon.shop(*shop).name.get(reading.language).to_owned());
    let place = match reading.place.take() {
        Some(Place::Known(address)) => Some(address.text.to_string()),
        Some(Place::Vague(said) | Place::Denied(said) | Place::Wrong(said)) => Some(said),
        None => None,
    };
    reading.unread.extend(named.chain(shops).chain(place));
    reading
}

/// What is avoided from now on, and what to say about it.
fn kept(before: &[Avoidance], diet: &Diet) -> (Vec<Avoidance>, Vec<Note>) {
    let mut notes = Vec::new();
    let mut avoids = if diet.forgets_all { Vec::new() } else { before.to_vec() };
    if diet.forgets_all {
        notes.push(Note::AvoidsNothing);
    }
    for eats in &diet.eats {
        avoids.retain(|known| known.what != *eats);
        notes.push(Note::EatsAgain(eats.clone()));
    }
    for new in &diet.avoids {
        let full = avoids.len() == AVOIDANCES_MAX;
        let known = avoids.iter_mut().find(|known| known.what == new.what);
        match known {
            // An allergy stays one, whatever is said of it later: only to eat it again ends it.
            Some(known) => known.strictness = known.strictness.min(new.strictness),
            None if full => {
                notes.push(Note::AvoidsTooMany(AVOIDANCES_MAX));
                break;
            }
            None => avoids.push(new.clone()),
        }
        notes.push(Note::Avoids(new.clone()));
    }
    (avoids, notes)
}

impl Goods<'_> {
    /// Takes out of the cart what the buyer does not eat, and says so. An option that leaves it away is taken instead
    /// where it is merely disliked.
    pub(super) fn leave_out_avoided(&mut self) {
        if self.avoider.is_empty() {
            return;
        }
        let mut kept = Vec::new();
        for mut line in std::mem::take(&mut self.dialogue.cart.lines) {
            let Some(no) = self.lexicon.item_no(&line.item) else {
                kept.push(line);
                continue;
            };
            let item = Arc::clone(self.lexicon.item(no));
            self.leave_away(&item, &mut line.options);
            match self.avoider.found(&item, &chosen(&item, &line)) {
                Some(avoids) => self.notes.push(Note::LeftOut(item, avoids.clone())),
                None => kept.push(line),
            }
        }
        self.dialogue.cart.lines = kept;
    }

    /// Leaves out of what is shown what the buyer does not eat, and says so of the first.
    pub(super) fn note_avoided(&mut self, items: Vec<ItemNo>) -> Vec<ItemNo> {
        let (mut kept, mut said) = (Vec::new(), false);
        for no in items {
            let item = self.lexicon.item(no);
            match self.avoider.rules_out(item) {
                None => kept.push(no),
                Some(avoids) if !said => {
                    self.notes.push(Note::LeftOut(Arc::clone(item), avoids.clone()));
                    said = true;
                }
                Some(_) => {}
            }
        }
        kept
    }

    /// Chooses the values that leave away what the buyer does not like.
    pub(super) fn leave_away(&self, item: &Item, choices: &mut Vec<domain::cart::Choice>) {
        if self.avoider.is_empty() {
            return;
        }
        for group in &item.options {
            let said = choices.iter().any(|choice| choice.group == group.name.zh);
            if said && !group.many {
                continue;
            }
            for value in &group.values {
                let leaves = self.avoider.leaves_away(&value.name.zh) || self.avoider.leaves_away(&value.name.en);
                if leaves && value.price.fen() == 0 {
                    options::take(group, &value.name.zh, choices);
                }
            }
        }
        choices.sort();
    }
}

/// The names of what is chosen of an item, the defaults included.
fn chosen<'a>(item: &'a Item, line: &'a CartLine) -> Vec<&'a str> {
    let mut names = Vec::new();
    for group in &item.options {
        let said = line.options.iter().find(|choice| choice.group == group.name.zh);
        let is_chosen = |name: &Arc<str>| said.map_or(*name == group.default, |choice| choice.values.contains(name));
        let values = group.values.iter().filter(|value| is_chosen(&value.name.zh));
        names.extend(values.flat_map(|value| [&*value.name.zh, &*value.name.en]));
    }
    names
}
