//! `mel`: events lists from and to workbooks, and two of them compared.
//!
//! Must not read cells itself: `scenario::mel` does. Read `import`, `export` (and `pages` for what it writes) and `compare`.

mod compare;
mod export;
mod import;
mod pages;

use super::{
    Done,
    args::{MelArgs, MelTask},
    fail, scenarios,
    ui::Ui,
};
use crate::scenario::mel::{
    columns,
    grid::{self, Grid, GridError},
    headings::ColumnSet,
};
use crate::scenario::source::Source;
use std::path::Path;

/// Does what was asked for with a list.
pub(super) fn mel(args: &MelArgs, ui: &mut Ui) -> Done {
    match &args.task {
        MelTask::Import(args) => import::import(args, ui),
        MelTask::Export(args) => export::export(args, ui),
        MelTask::Compare(args) => compare::compare(args, ui),
    }
}

/// Every sheet of a file, or why there is none in words.
fn grids(path: &Path, ui: &Ui) -> anyhow::Result<Vec<Grid>> {
    grid::open(path).map_err(|error| match error {
        GridError::Io(kind, said) => fail::io_error(ui, &std::io::Error::new(kind, said), path),
        GridError::TooLarge(most) => {
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            anyhow::Error::msg(fail::on_path(ui, "cli-mel-too-large", path, &[("most", most.into())]))
        }
        GridError::NotASheet(said) => {
            anyhow::Error::msg(fail::on_path(ui, "cli-mel-no-sheet", path, &[("said", said.into())]))
        }
        GridError::NoWorkbooks => anyhow::Error::msg(fail::on_path(ui, "cli-mel-no-workbooks", path, &[])),
        GridError::NoSuchSheet(names) => no_such_sheet(ui, path, &names),
    })
}

fn no_such_sheet(ui: &Ui, path: &Path, names: &[String]) -> anyhow::Error {
    let names = ui.texts.list(ui.language, names);
    anyhow::Error::msg(fail::on_path(ui, "cli-mel-other-sheets", path, &[("names", names.into())]))
}

/// A saved set of columns; its faults in words.
fn columns(path: Option<&Path>, ui: &Ui) -> anyhow::Result<Option<ColumnSet>> {
    let Some(path) = path else { return Ok(None) };
    let read = Source::open(path).map_err(Into::into).and_then(ColumnSet::read);
    read.map(Some).map_err(|error| anyhow::Error::msg(scenarios::faults(ui, path, &error)))
}

/// The heading of a column by its key; a heading of the organisation's own stands for itself.
fn heading(ui: &Ui, key: &str) -> String {
    columns::find(key).map_or_else(|| key.to_owned(), |column| ui.say(column.heading, &[]))
}
