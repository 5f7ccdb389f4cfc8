//! The main events list as a sheet: a MEL in .xlsx, .ods or .csv in, out, and held against another.
//!
//! A sheet becomes a `grid` of cells (`csv_file`, `workbook`), `headings` finds out which column means what, `import` reads the rows
//! (`value` and `when` know the kinds of cells) into a `list` of injects with every problem at its cell, `weave` writes what
//! changed into the text of a scenario and leaves the rest of that text alone, `compare` tells two lists apart, `page` and
//! `workbook` write sheets. **The list of columns is `columns`: a new field of an inject is one line there.**
//!
//! Must not print or know a language: problems are a key and its parts, labels come from whoever asks.

pub mod columns;
pub mod compare;
mod csv_file;
pub mod grid;
pub mod headings;
pub mod import;
pub mod list;
pub mod page;
mod parts;
pub mod problem;
pub mod value;
pub mod weave;
mod when;
#[cfg(feature = "paper")]
mod workbook;
