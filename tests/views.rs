//! What a person sees: nothing a role may not know, and the same words every time.
//!
//! `views/secrets.rs` plays the shipped exercise at random and looks through every player's eyes; `views/snapshots.rs` keeps
//! the words of a small exercise, `views/crews.rs` those about repair crews, `views/decisions.rs` who reads of decisions, `views/memory.rs` what a window keeps; `views/fixture.rs` holds what they share.

mod course;
mod crews;
mod decisions;
mod dossier;
mod fixture;
mod measures;
mod memory;
mod score;
mod secrets;
mod snapshots;
mod themes;
