//! All tests of the crate in one binary: one link step.

mod cli;
#[cfg(feature = "panel-tests")]
mod desktop;
mod geo;
#[cfg(feature = "panel-tests")]
mod panels;
mod recording;
mod rules;
mod scenario_files;
mod text;
mod tidy;
