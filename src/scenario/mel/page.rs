//! Sheets to be written: plain values, so that what is on them can be tested without a workbook.
//!
//! Must not know where the values come from.

use super::csv_file;
#[cfg(feature = "paper")]
use super::workbook;

/// A cell to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A text; may be empty.
    Text(String),
    /// A text that stands out.
    Strong(String),
}

impl Shown {
    /// The text itself.
    pub fn words(&self) -> String {
        match self {
            Self::Text(text) | Self::Strong(text) => text.clone(),
        }
    }
}

/// A sheet to be written.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Page {
    /// Name of the sheet.
    pub name: String,
    /// Printed above each page: title and marking.
    pub running: String,
    /// The first row.
    pub heading: Vec<String>,
    /// The other rows.
    pub rows: Vec<Vec<Shown>>,
    /// Width of each column in letters.
    pub widths: Vec<u16>,
    /// Columns in which one of these words is chosen.
    pub choices: Vec<(u16, Vec<String>)>,
    /// Columns at the left that stay in sight.
    pub frozen: u16,
}

/// Why pages cannot be written as what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageError {
    /// This program was built without workbooks; .csv can be written.
    NoWorkbooks,
    /// Something does not fit into a workbook: what its writer said.
    Unwritable(String),
}

/// One page as separated values.
pub fn csv(page: &Page) -> Vec<u8> {
    csv_file::write(page)
}

/// Pages as a workbook.
#[cfg(feature = "paper")]
pub fn xlsx(pages: &[Page]) -> Result<Vec<u8>, PageError> {
    workbook::write(pages)
}

/// Pages as a workbook.
#[cfg(not(feature = "paper"))]
pub fn xlsx(_: &[Page]) -> Result<Vec<u8>, PageError> {
    Err(PageError::NoWorkbooks)
}
