//! t
mod geo;
