//! Separated values in and out: `;`, `,` or tabs, UTF-8 or the old Windows letters.
//!
//! Must not guess what a cell means: all of it is text.

use super::{
    grid::{COLUMNS_MAX, Cell, Grid, GridError, ROWS_MAX},
    page::{Page, Shown},
};

/// Reads a file of separated values.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Grid, GridError> {
    let text = decoded(bytes)?;
    let (hint, body) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((mark, body)) => (mark.trim_end_matches('\r').bytes().next(), body),
        None => (None, text.as_str()),
    };
    let separator = hint.unwrap_or_else(|| likeliest(body));
    let kept = with_empty_lines(body, char::from(separator));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(kept.as_bytes());
    // The line that says how values are separated is the first row of the sheet.
    let mut rows: Vec<Vec<Cell>> = if hint.is_some() { vec![Vec::new()] } else { Vec::new() };
    for record in reader.records() {
        let record = record.map_err(|error| GridError::NotASheet(error.to_string()))?;
        if rows.len() >= ROWS_MAX {
            break;
        }
        rows.push(record.iter().take(COLUMNS_MAX).map(Cell::text).collect());
    }
    Ok(Grid { name: name.to_owned(), rows, merged: Vec::new() })
}

/// Empty lines count as rows of a sheet, but the reader passes over them: each gets a separator.
fn with_empty_lines(text: &str, separator: char) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quoted = false;
    for line in text.split_inclusive('\n') {
        if !quoted && line.trim_end_matches(['\r', '\n']).is_empty() {
            out.push(separator);
        }
        quoted ^= line.matches('"').count() % 2 == 1;
        out.push_str(line);
    }
    out
}

fn decoded(bytes: &[u8]) -> Result<String, GridError> {
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(GridError::NotASheet(String::new()));
    }
    Ok(std::str::from_utf8(bytes)
        .map_or_else(|_| bytes.iter().copied().map(windows).collect(), str::to_owned))
}

/// A letter of the code page that Excel on Windows writes .csv in.
fn windows(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x82 => '‚',
        0x84 => '„',
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        0x81 | 0x83 | 0x86..=0x90 | 0x98..=0x9f => '\u{fffd}',
        plain => char::from(plain),
    }
}

/// The mark that stands in most of the first lines.
fn likeliest(text: &str) -> u8 {
    let outside = |mark: char| {
        let mut quoted = false;
        text.lines()
            .take(20)
            .flat_map(str::chars)
            .filter(|each| {
                quoted ^= *each == '"';
                !quoted && *each == mark
            })
            .count()
    };
    let counts = [(outside(';'), b';'), (outside('\t'), b'\t'), (outside(','), b',')];
    // Of equal counts the first wins; commas also stand in sentences.
    counts.iter().rev().max_by_key(|(count, _)| *count).map_or(b';', |(_, mark)| *mark)
}

/// A page as separated values with `;`, as a Dutch Excel opens them.
pub fn write(page: &Page) -> Vec<u8> {
    let mut out =
        csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(vec![0xef, 0xbb, 0xbf]);
    let heading: Vec<String> = page.heading.clone();
    let rows = page.rows.iter().map(|row| row.iter().map(Shown::words).collect::<Vec<_>>());
    for row in std::iter::once(heading).chain(rows) {
        // Writing into memory does not fail.
        drop(out.write_record(&row));
    }
    out.into_inner().unwrap_or_default()
}
