//! What could have been reached at best: the yardstick of a debrief, worked out from a recording and never during play.
//!
//! `flow` solves one minimum-cost flow. Must not run inside a tick, must not change an exercise, and must not be shown as
//! something the players could have known.

pub mod flow;
