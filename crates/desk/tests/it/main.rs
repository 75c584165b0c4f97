//! The desk with a real assistant and a real store in memory: what comes of whole conversations.

mod constraints;
mod given_up;
mod injection;
mod left;
mod memory;
mod world;
