//! `play`: the window; without one the exercise plays itself.
//!
//! Must not fail for want of a display: a newcomer on a server sees a finished exercise with a report instead.

use super::{
    Done,
    args::{PlayArgs, RunArgs},
    run,
    ui::Ui,
};
use crate::assets;
use std::path::PathBuf;

/// Opens the window and stays until it is closed, or plays without it.
pub(super) fn play(args: &PlayArgs, ui: &mut Ui) -> Done {
    let Err(why) = window(args, ui) else { return Ok(super::Outcome::Fine) };
    ui.remark(&ui.say("cli-plays-itself", &[("why", why.into())]));
    let scenario = args.scenario.clone().unwrap_or_else(|| PathBuf::from(assets::DEFAULT.name));
    let task = RunArgs { scenario, out: args.out.clone(), report_beside: true, ..RunArgs::default() };
    run::run(&task, ui)
}

/// Opens the window, or says why there is none.
#[cfg(feature = "desktop")]
fn window(args: &PlayArgs, ui: &Ui) -> Result<(), String> {
    crate::app::play(args.scenario.as_deref(), args.out.as_deref(), ui.language)
}

/// Opens the window, or says why there is none.
#[cfg(not(feature = "desktop"))]
fn window(_: &PlayArgs, ui: &Ui) -> Result<(), String> {
    Err(ui.say("cli-no-window", &[]))
}
