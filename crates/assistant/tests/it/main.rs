//! The assistant as the desk uses it.

mod alternatives;
mod around;
mod bounds;
mod changed;
mod chatter;
mod chosen_in_turn;
mod corrected;
mod diets;
mod everyday;
mod given_up;
mod lists;
mod misheard;
mod persons;
mod pointed_at;
mod quantities;
mod said_back;
mod scripts;
mod second_thoughts;
mod sentences;
mod several;
mod shops_chosen;
mod short_names;
mod stories;
mod talk;
mod things;
mod told;
