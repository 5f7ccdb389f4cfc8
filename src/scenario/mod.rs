//! Scenarios and the country as files: reading, checking, building.
//!
//! All faults of a load are told at once, each with file, line, column and repair; nothing in a file can make the program
//! panic. Must not simulate anything. Read `source` and `fault`, then `read` (how files are taken apart), `scalar` and
//! `moment` (small values), `schema` (what files may say), `build` (files to `Country`, `Plan` and the book of figures),
//! `sense` (mistakes that read well), `validate` (what only the whole shows), `coverage` (what stands for which row of the inventory), `sensitivity` and `vary` (estimates that are tried out) and `load` (the doors).
//! `fill` puts what a lead filled in into a scenario before it is read, `guide` is what it says to its staff.
//! `mel` is the list of injects as a sheet, both ways.

pub mod fault;
mod macros;
pub mod moment;
pub mod read;
pub mod reference;
pub mod scalar;
pub mod shape;
pub mod source;
pub mod vary;

pub mod schema;

pub mod book;
pub mod build;
pub mod coverage;
pub mod fill;
pub mod guide;
#[cfg(feature = "paper")]
pub mod mel;
mod noise;
mod sense;
pub mod sensitivity;
pub mod validate;
mod weather;

pub mod load;
