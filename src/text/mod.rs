//! Every word a user reads, in Dutch and English.
//!
//! `assets/i18n/{nl,en}.ftl` hold the words, [`Texts`] looks them up, [`Narrator`] tells in sentences what the simulation
//! says in types. Must not decide anything, must not know views or windows, and must not show what a role may not know:
//! who asks for a sentence has checked that. Proper names (places, pools, regions) come from the data and stay as they are.
//! Adding a word is one line in each language file; `tests/text.rs` finds what is missing or no longer used.

mod binding;
mod cause;
mod command;
mod course;
mod crisis;
mod effect;
mod electricity;
mod evaluation;
mod event;
mod key;
mod measure;
mod metric;
mod narrator;
mod number;
mod opponent;
mod pressure;
mod refusal;
mod script;
mod texts;
mod time;

pub use course::{left, means_key, part_key, stage_key, temperament_key, wall_clock};
pub use evaluation::ruling_key;
pub use key::{
    basis_key, channel_key, class_inside_key, class_key, damage_kind_key, inject_status_key, kind_key,
    level_key, marking_key, mode_key, node_kind_key, phase_key, power_key, priority_key, table_key,
};
pub use metric::class_letter;
pub use narrator::Narrator;
pub use number::{km, number, permille_as_percent, tenths, tonnes};
pub use texts::{Arg, Language, Texts, with_stop};
pub use time::{clock_time, countdown, date_stamp, play_time, scenario_time};
