//! A sheet as cells, whatever kind of file it came from.
//!
//! Merged cells have their value everywhere when it is asked for; a formula has its result. Must not know what a column means.

use super::csv_file;
use std::{fs, io::Read as _, path::Path};

/// Most bytes of a file.
const SIZE_MAX: u64 = 32 * 1024 * 1024;
/// Most rows that are looked at.
pub const ROWS_MAX: usize = 20_000;
/// Most columns that are looked at.
pub const COLUMNS_MAX: usize = 400;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A number, in digits.
    Number(String),
    /// A date (days since 1970), a clock time (minutes after midnight), or both.
    Moment(Option<i32>, Option<u32>),
    /// A length of time in minutes.
    Span(u32),
    /// True or false.
    Flag(bool),
    /// An error such as #REF!.
    Broken(String),
    /// A formula that was never worked out.
    NoResult,
}

impl Cell {
    /// A text without the white space around it; nothing when nothing is left.
    pub fn text(text: &str) -> Self {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim();
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// What a reader of the sheet sees, near enough.
    pub fn words(&self) -> String {
        match self {
            Self::Empty | Self::NoResult => String::new(),
            Self::Text(text) | Self::Number(text) | Self::Broken(text) => text.clone(),
            Self::Moment(day, minute) => {
                let day = day.map(|day| {
                    let (year, month, day) = crate::scenario::moment::civil(day);
                    format!("{year:04}-{month:02}-{day:02}")
                });
                let clock = minute.map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60));
                day.into_iter().chain(clock).collect::<Vec<_>>().join(" ")
            }
            Self::Span(minutes) => format!("{}:{:02}", minutes / 60, minutes % 60),
            Self::Flag(flag) => flag.to_string(),
        }
    }
}

/// Cells that are one: first and last row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// First row and column.
    pub first: (u32, u32),
    /// Last row and column.
    pub last: (u32, u32),
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Its name; of a .csv the name of the file.
    pub name: String,
    /// Rows from the first of the sheet, each from the first column.
    pub rows: Vec<Vec<Cell>>,
    /// Cells that are one.
    pub merged: Vec<Merged>,
}

/// Why a file is no workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GridError {
    /// The system refused.
    Io(std::io::ErrorKind, String),
    /// Larger than anything that is read: megabytes.
    TooLarge(u64),
    /// It is none of the kinds that can be read, or damaged: what the reader said.
    NotASheet(String),
    /// Workbooks are not read by this program: it was built without them.
    NoWorkbooks,
    /// No sheet of this name; those there are.
    NoSuchSheet(Vec<String>),
}

impl Grid {
    /// What stands in a cell, or in the merged cells that it is part of.
    pub fn cell(&self, row: u32, column: u32) -> &Cell {
        let inside = |merged: &&Merged| {
            (merged.first.0..=merged.last.0).contains(&row)
                && (merged.first.1..=merged.last.1).contains(&column)
        };
        let (row, column) = self.merged.iter().find(inside).map_or((row, column), |merged| merged.first);
        self.rows.get(row as usize).and_then(|cells| cells.get(column as usize)).unwrap_or(&Cell::Empty)
    }

    /// Merged cells that cover this one.
    pub fn merged_at(&self, row: u32, column: u32) -> Option<Merged> {
        let inside = |merged: &&Merged| {
            (merged.first.0..=merged.last.0).contains(&row)
                && (merged.first.1..=merged.last.1).contains(&column)
        };
        self.merged.iter().find(inside).copied()
    }

    /// Number of columns.
    pub fn width(&self) -> u32 {
        self.rows.iter().map(Vec::len).max().unwrap_or(0).min(COLUMNS_MAX) as u32
    }

    /// Number of rows.
    pub fn height(&self) -> u32 {
        self.rows.len().min(ROWS_MAX) as u32
    }
}

/// Every sheet of a file.
pub fn open(path: &Path) -> Result<Vec<Grid>, GridError> {
    let io = |error: std::io::Error| GridError::Io(error.kind(), error.to_string());
    let file = fs::File::open(path).map_err(io)?;
    let mut bytes = Vec::new();
    file.take(SIZE_MAX + 1).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > SIZE_MAX {
        return Err(GridError::TooLarge(SIZE_MAX >> 20));
    }
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    of_bytes(&name, bytes)
}

/// Every sheet in the bytes of a file: a workbook by its first bytes, else separated values.
pub fn of_bytes(name: &str, bytes: Vec<u8>) -> Result<Vec<Grid>, GridError> {
    // A zip archive (.xlsx, .xlsb, .ods) or a compound file (.xls).
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return workbook(bytes);
    }
    csv_file::read(name, &bytes).map(|grid| vec![grid])
}

#[cfg(feature = "paper")]
fn workbook(bytes: Vec<u8>) -> Result<Vec<Grid>, GridError> {
    super::workbook::read(bytes)
}

#[cfg(not(feature = "paper"))]
fn workbook(_: Vec<u8>) -> Result<Vec<Grid>, GridError> {
    Err(GridError::NoWorkbooks)
}
