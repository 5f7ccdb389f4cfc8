//! t
mod recording;
