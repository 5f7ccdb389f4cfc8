//! `mel export`: the list of a scenario, its planning board and its role cards as a workbook, or the list alone as .csv.
//!
//! Must not change anything that a later import would see as changed.

use super::{
    super::{Done, Outcome, args::MelExportArgs, fail, files, scenarios, ui::Ui},
    columns, pages,
};
use crate::scenario::mel::{
    list::Mel,
    page::{self, PageError},
};

/// Writes the file.
pub(super) fn export(args: &MelExportArgs, ui: &mut Ui) -> Done {
    files::must_be_free(ui, &args.file, args.force)?;
    let set = columns(args.columns.as_deref(), ui)?;
    let map = scenarios::map(ui)?;
    let source = scenarios::source(&args.scenario);
    let loaded = source.and_then(|source| Ok((source, scenarios::load(&args.scenario, &map)?)));
    let (source, exercise) =
        loaded.map_err(|error| anyhow::Error::msg(scenarios::faults(ui, &args.scenario, &error)))?;
    let mel = Mel::of_scenario(source.text()).unwrap_or_default();
    let list = pages::list(&mel, &exercise, set.as_ref(), ui);
    let separated = args.file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    let bytes = if separated {
        page::csv(&list)
    } else {
        let all = [list, pages::board(&exercise, ui), pages::roles(&exercise, ui)];
        page::xlsx(&all).map_err(|error| match error {
            PageError::NoWorkbooks => {
                anyhow::Error::msg(fail::on_path(ui, "cli-mel-no-workbooks", &args.file, &[]))
            }
            PageError::Unwritable(said) => anyhow::Error::msg(fail::on_path(
                ui,
                "cli-mel-unwritable",
                &args.file,
                &[("said", said.into())],
            )),
        })?
    };
    files::write(ui, &args.file, bytes, args.force)?;
    let count = i64::try_from(mel.rows.len()).unwrap_or(i64::MAX);
    let text = fail::on_path(ui, "cli-mel-exported", &args.file, &[("count", count.into())]);
    ui.line(&text)?;
    Ok(Outcome::Fine)
}
