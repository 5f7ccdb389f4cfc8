//! All tests of the crate in one binary: one link step.

mod auto;
mod cli;
mod geo;
mod recording;
mod rules;
mod scenario_files;
mod session;
mod text;
mod tidy;
mod views;
