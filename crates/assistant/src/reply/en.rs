//! The English wording.

use std::sync::Arc;

use domain::avoidance::{Strictness, Substance};
use domain::catalogue::Item;
use domain::language::{Language, Text};
use domain::money::Money;

use super::WAY_METRES_MIN;
use crate::quantity::calendar::Civil;
use crate::turn::{Against, NoPlace, Note, Question, Step, Why};

pub(super) fn note(note: &Note) -> String {
    match note {
        Note::ChoseShop { item, shop, why, against } => {
            let why = match why {
                Why::OnlyFit => "it is the one that fits",
                Why::SameShop => "the same shop as the rest, so you pay for one delivery",
                Why::Cheapest => "it costs least with delivery",
                Why::Nearest => "it is the nearest",
                Why::Said => "it is the one you asked for",
            };
            let traded = against.as_ref().map(traded).unwrap_or_default();
            format!("I took the {} from {}: {why}{traded}.", item.name.en, shop.name.en)
        }
        Note::OnlyFor(said) => format!("“{said}” itself was not found; these only go with it."),
        Note::NothingCheaper(item) => format!("There is nothing like the {} that costs less.", item.name.en),
        Note::OnlyShop(item, shop) => format!("Only {} sells the {}.", shop.name.en, item.name.en),
        Note::TookOther(first, other) => format!("There is no {first}, so it is the {other}, as you said."),
        Note::Roughly { least, most } => {
            format!("You left open how many; I took {least}. If you want {most}, say “make it {most}”.")
        }
        Note::SoldOut(item, shop) => format!("Sorry, the {} at {} is sold out.", item.name.en, shop.name.en),
        Note::ChoiceCosts(choice, Money::ZERO) => format!("“{}” costs nothing more.", choice.en),
        Note::ChoiceCosts(choice, price) => format!("“{}” is CNY {price} more for one.", choice.en),
        Note::Costs(item, price) => format!("One {} is CNY {price}.", item.name.en),
        Note::Hours(shop, true) => format!("{} is open {}, and is open now.", shop.name.en, shop.hours),
        Note::Hours(shop, false) => format!("{} is open {}; it is closed now.", shop.name.en, shop.hours),
        Note::Closed(shop) => format!("{} is closed then; it is open {}.", shop.name.en, shop.hours),
        Note::NotAtShop(said) => format!("The shop you named does not sell {said}."),
        Note::NotInCart(said) => format!("There is no {said} among what you are buying."),
        Note::OptionLost(value) => format!("What you changed to does not come with “{value}”."),
        Note::Far(shop, metres) => {
            format!(
                "{} is {} km away from you, which is far; please check the time below.",
                shop.name.en,
                metres / 1000
            )
        }
        Note::OnlyFar(shop, metres) => {
            format!("There is none near you; the nearest is at {}, {} km away.", shop.name.en, metres / 1000)
        }
        Note::Moved(item, shop) => format!("The {} now comes from {}.", item.name.en, shop.name.en),
        Note::NoOtherShop(item) => format!("No other shop sells the {}, so I left it where it was.", item.name.en),
        Note::AsSoonAsCanBe => "That is soon, so it comes as fast as can be.".to_owned(),
        Note::NotAtPrice(price) => format!("There is nothing like that at a price of CNY {price}."),
        Note::OverBudget(limit) => format!("There is nothing that fits for CNY {limit}."),
        Note::OverTotal { limit, total } => {
            format!("With delivery that comes to CNY {total}, which is over the CNY {limit} you said.")
        }
        Note::Avoids(avoids) => {
            let what = avoids.name(Language::En);
            match avoids.strictness {
                Strictness::Allergy => format!(
                    "Noted: allergic to {what}. I keep it out of every order. To end this, say “I can eat {what} again”."
                ),
                Strictness::Dislike => {
                    format!("Noted, not eaten: {what}. To end this, say “I can eat {what} again”.")
                }
            }
        }
        Note::EatsAgain(what) => {
            let what = Substance::called(what).map_or(&**what, |substance| substance.name(Language::En));
            format!("All right, I no longer keep {what} out.")
        }
        Note::AvoidsNothing => "All right, I have forgotten what you do not eat.".to_owned(),
        Note::AvoidsTooMany(most) => {
            format!("I can keep {most} things that you do not eat, and this one was not kept. Take one away first.")
        }
        Note::LeftOut(item, avoids) => {
            let what = avoids.name(Language::En);
            match avoids.strictness {
                Strictness::Allergy => {
                    format!("“{}” may contain {what}, an allergy that you told me of: I left it out.", item.name.en)
                }
                Strictness::Dislike => {
                    format!("“{}” has {what}, which you said is not eaten: I left it out.", item.name.en)
                }
            }
        }
        Note::CancelsWhole(others) => {
            let names: Vec<&str> = others.iter().map(|item| &*item.name.en).collect();
            format!("An order can only be cancelled whole: {} would be cancelled too.", names.join(", "))
        }
        Note::CancelsLater(order) => format!(
            "Your earlier order {order} is not cancelled yet. Once this one is placed, I ask you whether to cancel it."
        ),
        Note::SoFar(lines) => {
            let line = |(item, chosen, n): &(Arc<Item>, Vec<Text>, u32)| {
                let chosen: Vec<&str> = chosen.iter().map(|value| &*value.en).collect();
                let chosen = if chosen.is_empty() { String::new() } else { format!(" ({})", chosen.join(", ")) };
                format!("{}{chosen} × {n}", item.name.en)
            };
            format!("Chosen so far: {}.", lines.iter().map(line).collect::<Vec<_>>().join("; "))
        }
        Note::NotHadBefore(said) => format!("I found no {said} in your earlier orders."),
        Note::NotSold(said) => format!("Nobody here sells {said}."),
        Note::NoLongerSold(what) => format!("The “{what}” of last time is no longer sold."),
    }
}

/// "CNY 3.00 less and 400 m farther than Some Shop".
fn traded(against: &Against) -> String {
    let money = Money::cny(against.dearer_fen.saturating_abs());
    let price = match against.dearer_fen {
        0 => None,
        fen if fen > 0 => Some(format!("CNY {money} less")),
        _ => Some(format!("CNY {money} more")),
    };
    let way = against
        .farther_metres
        .filter(|metres| metres.abs() >= WAY_METRES_MIN)
        .map(|metres| if metres > 0 { format!("{metres} m nearer") } else { format!("{} m farther", -metres) });
    let said: Vec<String> = price.into_iter().chain(way).collect();
    if said.is_empty() { String::new() } else { format!("; {} than {}", said.join(" and "), against.shop.name.en) }
}

/// Where only one thing can be meant.
pub(super) const THIS_ONE: &str = "Is it this one? Say “yes”, or say again what you would like.";

pub(super) fn question(question: &Question) -> String {
    match question {
        Question::WhichItem => "Which one would you like? Say “the first one”, or its name.".to_owned(),
        Question::WhatToBuy => "All right. What would you like to buy?".to_owned(),
        Question::WhichLine => "Which of them do you mean? Please say its name.".to_owned(),
        Question::WhereTo(NoPlace::Denied(_)) => {
            "All right, not there. Where to? Please say the whole address, such as: Room 502, 100 Luoyu Road.".to_owned()
        }
        Question::WhereTo(NoPlace::Unsaid) => {
            "Where to? Please say the whole address, such as: Room 502, 100 Luoyu Road; or say “to my home”.".to_owned()
        }
        Question::WhereTo(NoPlace::Vague(said)) => {
            format!("I cannot find “{said}”. Please say the whole address, such as: Room 502, 100 Luoyu Road.")
        }
        Question::WhatHour(day) => {
            let Civil { month, day, .. } = Civil::of(*day);
            format!("At what time on {month}/{day} shall it be there? Just say a time, such as: 10 in the morning.")
        }
        Question::OtherTown(shop, town) => {
            format!("That is too far: {} cannot deliver to {town}. Please say an address near the shop, such as: to my home.", shop.name.en)
        }
        Question::SureToCancel(_) => "Do you really want to cancel this order? Say “yes, cancel it”.".to_owned(),
        Question::NothingToConfirm => "There is nothing waiting for your yes. What would you like to buy?".to_owned(),
        Question::NothingToCancel => "There is nothing to cancel.".to_owned(),
        Question::NothingToEdit => "You have not chosen anything yet. What would you like to buy?".to_owned(),
        Question::NoPastOrder => {
            "You have not ordered anything yet, so I do not know your usual. What would you like to buy?".to_owned()
        }
        Question::NoSuchOffer => "There are not that many. Please say again which one.".to_owned(),
        Question::HowMuch(item) => {
            format!("I cannot order “{}” in that amount. How many would you like?", item.name.en)
        }
        Question::AllergicToWhat => {
            "What is the allergy to? Tell me its name, and I keep it out of every order.".to_owned()
        }
        Question::OnlyPartly => {
            "I understood only a small part of that, which is this. If that is all, say “yes”, and I show you the price."
                .to_owned()
        }
        Question::AgreeAgain => {
            "Nothing is ordered yet. If all is right, please just say “confirm”; if not, tell me what to change."
                .to_owned()
        }
    }
}

pub(super) fn step(step: &Step) -> &'static str {
    match step {
        Step::NothingLikeThat => {
            "There is nothing like that here. Tell me what you would like to eat or buy, such as: one latte, please."
        }
        Step::Hold => "All right, nothing is ordered. Tell me whenever you are ready.",
        Step::Discard => "All right, I have dropped it. Nothing was ordered.",
        Step::Help => {
            "Just say what you want, such as: two americanos, one iced, to the office. I show you the price, and order when you say “confirm”. You can also ask: where is my order, my wallet, claim a voucher, cancel my order."
        }
        Step::Greet => "Hello, I am Xiaoer. Tell me what you would like to eat or buy, such as: a beef noodle soup.",
        Step::Warn => {
            "Please beware of fraud. I never ask for passwords, codes, card numbers or transfers. Whoever does, give them nothing. Nothing was ordered."
        }
        Step::NotUnderstood => {
            "I did not understand that. Say what you want and how many, such as: two lattes, large, hot."
        }
        Step::RedPacket { .. } => {
            "Red packets cannot be given yet; they will come. For a benefit, say “claim voucher”."
        }
        Step::Invite => {
            "There is no reward for inviting a friend yet; it will come. For a benefit, say “claim voucher”."
        }
        _ => "",
    }
}
