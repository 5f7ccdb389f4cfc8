//! Words: nothing missing in either language, nothing left over, and sentences a mayor understands.
//!
//! `text/keys.rs` looks after the language files, `text/sentences.rs` and `text/script.rs` after what is told,
//! over the small country of `text/country.rs`.

mod asking;
mod country;
mod course;
mod keys;
mod mel;
mod script;
mod sentences;
