//! All tests of the crate in one binary: one link step.

mod cli;
mod geo;
mod recording;
mod rules;
mod scenario_files;
mod text;
mod tidy;
