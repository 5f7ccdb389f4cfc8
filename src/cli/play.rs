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
    let Some(why) = window(args, ui)? else { return Ok(super::Outcome::Fine) };
    Ui::remark(&ui.say("cli-plays-itself", &[("why", why.into())]));
    let scenario = args.scenario.clone().unwrap_or_else(|| PathBuf::from(assets::DEFAULT.name));
    let task = RunArgs { scenario, out: args.out.clone(), report_beside: true, ..RunArgs::default() };
    run::run(&task, ui)
}

/// Opens the window and stays until it is closed; else why there is none.
#[cfg(feature = "desktop")]
fn window(args: &PlayArgs, ui: &Ui) -> anyhow::Result<Option<String>> {
    use crate::app::play::{Failure, Wanted, play};
    use crate::view::style::Theme;
    let wanted = Wanted {
        what: args.scenario.clone(),
        folder: args.out.clone().unwrap_or_else(|| PathBuf::from(run::FOLDER)),
        language: ui.language,
        size: args.size.unwrap_or([1280, 800]),
        theme: args.dark.then_some(Theme::Dark),
        text_percent: args.text,
        language_asked: ui.asked,
        second: args.second.clone(),
        picture: args
            .picture
            .clone()
            .map(|path| (path, std::time::Duration::from_millis(args.picture_after))),
        measure: args.measure,
    };
    match play(wanted) {
        Ok(()) => Ok(None),
        Err(Failure::NoWindow(why)) => Ok(Some(why)),
        Err(Failure::NotOpened(why)) => anyhow::bail!(why),
    }
}

/// There is no window in this build.
#[cfg(not(feature = "desktop"))]
#[expect(clippy::unnecessary_wraps, reason = "with a window this can fail")]
fn window(_: &PlayArgs, ui: &Ui) -> anyhow::Result<Option<String>> {
    Ok(Some(ui.say("cli-no-window", &[])))
}
