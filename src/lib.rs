//! Temporary.
pub mod geo;
