//! The rules of the domain, held to their properties and to tables of examples.

mod book;
mod shards;
mod town;

mod allotments;
mod audit;
mod avoidance;
mod budget;
mod capacity;
mod commands;
mod constraint;
mod hours;
mod ids;
mod ledger;
mod mandate;
mod money;
mod order_table;
mod point;
mod pricing;
mod quote_hash;
mod refusals;
mod stock;
mod vouchers;
