//! `play`: the window; without one the exercise plays itself.
//!
//! Must not fail for want of a display: a newcomer on a server sees a finished exercise with a report instead.

#[cfg(feature = "desktop")]
use super::args::ScreensArgs;
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
        places: args.places.clone(),
        gallery: None,
    };
    match play(wanted) {
        Ok(()) => Ok(None),
        Err(Failure::NoWindow(why)) => Ok(Some(why)),
        Err(Failure::NotOpened(why)) => anyhow::bail!(why),
    }
}

/// Makes pictures of every screen.
#[cfg(feature = "desktop")]
pub(super) fn screens(args: &ScreensArgs, ui: &Ui) -> Done {
    use crate::app::play::{Wanted, play};
    let recordings = args.out.join(run::FOLDER);
    std::fs::create_dir_all(&recordings)?;
    play(Wanted {
        what: Some(args.scenario.clone()),
        folder: recordings,
        language: ui.language,
        size: args.size[0],
        theme: Some(crate::view::style::Theme::Light),
        text_percent: Some(args.text),
        picture: None,
        measure: false,
        places: None,
        gallery: Some((args.out.clone(), args.size.clone())),
        language_asked: true,
        second: None,
    })?;
    Ok(super::Outcome::Fine)
}

/// There is no window in this build.
#[cfg(not(feature = "desktop"))]
#[expect(clippy::unnecessary_wraps, reason = "with a window this can fail")]
fn window(_: &PlayArgs, ui: &Ui) -> anyhow::Result<Option<String>> {
    Ok(Some(ui.say("cli-no-window", &[])))
}
