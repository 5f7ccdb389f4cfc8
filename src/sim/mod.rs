//! The simulation: pure rules over integers.
//!
//! Performs no IO, knows no clock, thread, window or language, and cannot fail: it refuses. Read `country`, `limits` and `plan` (what
//! stands still), `state` (what changes), `command` (what goes in), `event` (what comes out), then `step` (the order of
//! things in a tick). Depends on nothing else in the crate.

#![deny(clippy::disallowed_types, clippy::disallowed_methods, clippy::iter_over_hash_type)]
#![deny(clippy::float_arithmetic, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
// Indexing is allowed: tables take only their own identifiers, which are resolved at load.
#![deny(clippy::unwrap_used, clippy::wildcard_enum_match_arm)]

pub mod ids;
pub mod num;
pub mod rng;
pub mod time;

mod build;
pub mod country;
mod grid;
pub mod limits;
pub mod plan;
pub mod power_plan;
pub mod rounds;
pub mod routes;
pub mod services;
pub mod state;

pub mod cause;
pub mod condition;
pub mod daily_life;
pub mod economy;
pub mod effect;
pub mod electric_figures;
pub mod figures;
pub mod labour;
pub mod lenses;
pub mod losses;
pub mod metric;
pub mod readiness;
pub mod scale;
pub mod score;
pub mod script;

pub mod acts;
mod apply;
pub mod check;
pub mod command;
pub mod course;
pub mod dossier;
pub mod edit;
pub mod evaluation;
pub mod event;
pub mod every;
mod feasible;
pub mod grip;
pub mod invent;

pub mod digest;
mod kernels;
pub mod query;
pub mod step;
pub mod suppose;
mod systems;
mod taking;
pub mod ways_out;

/// Changes whenever a rule changes: a recording is only simulated again under the rules it was made with.
pub const RULES_VERSION: u32 = 17;
