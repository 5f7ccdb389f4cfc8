//! Rules as tiny scenarios: a small world in, a text of what happened out.
//!
//! `tiny` is the fixture language. Every tick of every test saves, loads and compares the state, and runs a twin.

pub(crate) mod tiny;

mod adversary;
mod ammunition;
mod asking;
mod assistance;
mod attribution;
mod care;
mod cascade;
mod crews;
mod cyber;
mod division;
mod economy;
mod grip;
mod injects;
mod knowledge;
mod lending;
mod measures;
mod movements;
mod orders;
mod people;
mod power;
mod properties;
mod readiness;
mod repair;
mod reserving;
mod score;
mod script;
mod traction;
mod tradeoffs;
mod transport;
mod workforce;
