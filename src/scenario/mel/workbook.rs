//! Workbooks: .xlsx, .xlsb, .xls and .ods in, .xlsx out.
//!
//! Dates become days and minutes here, so that nothing above sees a fraction of a day. Must not know what a column means.

use super::{
    grid::{COLUMNS_MAX, Cell, Grid, GridError, Merged, ROWS_MAX},
    page::{Page, PageError, Shown},
};
use crate::scenario::moment::epoch_day;
use calamine::{Data, Dimensions, ExcelDateTime, Range, Reader as _, Sheets, open_workbook_auto_from_rs};
use rust_xlsxwriter::{
    Color, DataValidation, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use std::io::Cursor;

/// Every sheet of a workbook.
pub(super) fn read(bytes: Vec<u8>) -> Result<Vec<Grid>, GridError> {
    let broken = |error: calamine::Error| GridError::NotASheet(error.to_string());
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(broken)?;
    let names = book.sheet_names();
    let mut grids = Vec::new();
    for name in names {
        // A chart has no cells.
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let formulas = book.worksheet_formula(&name).unwrap_or_default();
        let merged =
            merged(&mut book, &name).into_iter().map(|each| Merged { first: each.start, last: each.end });
        let merged = merged.collect();
        grids.push(Grid { rows: rows(&range, &formulas), merged, name });
    }
    Ok(grids)
}

fn merged<R: std::io::Read + std::io::Seek>(book: &mut Sheets<R>, name: &str) -> Vec<Dimensions> {
    match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Xlsb(_) | Sheets::Ods(_) => Vec::new(),
    }
}

fn rows(range: &Range<Data>, formulas: &Range<String>) -> Vec<Vec<Cell>> {
    let Some((last_row, last_column)) = range.end() else { return Vec::new() };
    let height = (last_row as usize + 1).min(ROWS_MAX) as u32;
    let width = (last_column as usize + 1).min(COLUMNS_MAX) as u32;
    let cell = |row, column| {
        let read = range.get_value((row, column)).map_or(Cell::Empty, cell);
        let formula = formulas.get_value((row, column)).is_some_and(|formula| !formula.is_empty());
        if formula && read == Cell::Empty { Cell::NoResult } else { read }
    };
    (0..height).map(|row| (0..width).map(|column| cell(row, column)).collect()).collect()
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(number.to_string()),
        Data::Float(number) => Cell::Number(number.to_string()),
        Data::Bool(flag) => Cell::Flag(*flag),
        Data::DateTime(moment) => moment_of(moment),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::text(text),
        Data::Error(error) => Cell::Broken(error.to_string()),
    }
}

/// Excel counts days; the part behind the point is the clock time. Rounded to minutes.
fn moment_of(moment: &ExcelDateTime) -> Cell {
    let minutes = (moment.as_f64() * 24.0 * 60.0).round() as i64;
    if moment.is_duration() {
        return u32::try_from(minutes).map_or(Cell::Number(moment.as_f64().to_string()), Cell::Span);
    }
    if moment.as_f64() < 1.0 {
        // The last half minute of a day stays on that day.
        return Cell::Moment(None, u32::try_from(minutes.min(24 * 60 - 1)).ok());
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let clock = u32::from(hour) * 60 + u32::from(minute) + u32::from(second >= 30);
    let day = epoch_day(i32::from(year), i32::from(month), i32::from(day)) + i32::from(clock >= 24 * 60);
    Cell::Moment(Some(day), Some(clock % (24 * 60)).filter(|clock| *clock > 0))
}

/// Pages as a workbook.
pub(super) fn write(pages: &[Page]) -> Result<Vec<u8>, PageError> {
    let failed = |error: XlsxError| PageError::Unwritable(error.to_string());
    let mut book = Workbook::new();
    for page in pages {
        sheet(book.add_worksheet(), page).map_err(failed)?;
    }
    book.save_to_buffer().map_err(failed)
}

fn sheet(sheet: &mut Worksheet, page: &Page) -> Result<(), XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0x00E6_ECF2))
        .set_border_bottom(FormatBorder::Thin);
    // "@" keeps what looks like a number or a date as the text that it is.
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    let strong = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    sheet.set_name(sheet_name(&page.name))?;
    for (column, text) in (0_u16..).zip(&page.heading) {
        sheet.write_string_with_format(0, column, text, &head)?;
    }
    for (row, cells) in (1_u32..).zip(&page.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Shown::Text(text) if text.is_empty() => continue,
                Shown::Text(text) => sheet.write_string_with_format(row, column, text, &body)?,
                Shown::Strong(text) => sheet.write_string_with_format(row, column, text, &strong)?,
            };
        }
    }
    for (column, width) in (0_u16..).zip(&page.widths) {
        sheet.set_column_width(column, *width)?;
    }
    let (last_row, last_column) = (page.rows.len() as u32, page.heading.len().saturating_sub(1) as u16);
    if last_row > 0 {
        sheet.autofilter(0, 0, last_row, last_column)?;
        for (column, words) in &page.choices {
            // A choice longer than Excel allows is left out: the column still takes any text.
            let Ok(choice) = DataValidation::new().allow_list_strings(words) else { continue };
            sheet.add_data_validation(
                1,
                *column,
                last_row + 100,
                *column,
                &choice.ignore_blank(true).show_error_message(false),
            )?;
        }
    }
    sheet.set_freeze_panes(1, page.frozen)?;
    sheet.set_repeat_rows(0, 0)?;
    // A4 across, as high as it needs to be.
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    let running = page.running.replace('&', "&&");
    sheet.set_header(format!("&L{running}&R&P / &N")).set_footer(format!("&C{running}"));
    Ok(())
}

/// A name that a sheet may have: at most 31 letters and none of those that mean something in a reference.
fn sheet_name(name: &str) -> String {
    let fits = |each: &char| !matches!(each, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    name.chars().filter(fits).take(31).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_that_was_never_worked_out_is_no_empty_cell() {
        let cell = |row, value| calamine::Cell::new((row, 0), value);
        let values =
            Range::from_sparse(vec![cell(0, Data::String("Titel".to_owned())), cell(2, Data::Int(3))]);
        let formulas = Range::from_sparse(vec![
            calamine::Cell::new((1, 0), "A1&\" x\"".to_owned()),
            calamine::Cell::new((2, 0), "1+2".to_owned()),
        ]);
        let expected = [Cell::text("Titel"), Cell::NoResult, Cell::Number("3".to_owned())];
        assert_eq!(rows(&values, &formulas), expected.map(|cell| vec![cell]));
    }
}
