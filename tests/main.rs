//! The integration tests in one binary: one link step.

mod geo;
