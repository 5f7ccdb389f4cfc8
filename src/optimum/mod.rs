//! What could have been reached at best: the yardstick of a debrief, worked out from a recording and never during play.
//!
//! Read `instance` (the only file that reads an exercise: plain arrays of what could be used and what was asked), `bound` (the
//! question, why the answer holds, how it is found), `prices`, `civil` and `military` (who uses what at given prices), `flow`
//! (one minimum-cost flow), `yardstick` (all of it for one exercise). Must not run inside a tick, must not change an exercise, and must not be shown as something the
//! players could have known.

pub mod bound;
mod civil;
pub mod flow;
pub mod instance;
mod meter;
mod military;
mod prices;
pub mod yardstick;
