//! Temporary.
pub mod recording;
