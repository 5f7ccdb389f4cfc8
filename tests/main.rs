//! All tests of the crate in one binary: one link step.

#![expect(clippy::unwrap_used, reason = "in a test a surprise may panic")]

mod auto;
mod cli;
mod coverage;
#[cfg(feature = "panel-tests")]
mod desktop;
mod geo;
mod optimum;
#[cfg(feature = "panel-tests")]
mod panels;
#[cfg(feature = "paper")]
mod paper;
mod recording;
mod rules;
mod scenario_files;
mod session;
mod text;
mod tidy;
mod validation;
mod views;
