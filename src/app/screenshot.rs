//! Saves a picture of the first window some time after the start, and quits if asked. Redraws are requested until
//! the picture is saved, because a sleeping window would never finish it. It must not change what is shown.

use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::window::{PrimaryWindow, RequestRedraw};

use super::driver::ScreenshotInput;

/// How long frames are drawn before the picture is taken, so that every layout has settled.
const SETTLE: Duration = Duration::from_millis(400);

/// The picture that was asked for.
#[derive(Resource)]
pub struct Wanted {
    input: ScreenshotInput,
    start: Instant,
    taken: bool,
}

impl Wanted {
    /// A picture, counted from now.
    pub fn new(input: ScreenshotInput) -> Self {
        Self { input, start: Instant::now(), taken: false }
    }
}

/// When the picture wants a frame, if it is still to be taken.
pub fn wake_after(wanted: &Wanted) -> Option<Duration> {
    let due = wanted.input.after.saturating_sub(SETTLE);
    (!wanted.taken).then(|| due.saturating_sub(wanted.start.elapsed()).min(Duration::from_millis(250)))
}

/// Takes the picture when its time has come.
pub fn take(
    mut commands: Commands,
    wanted: Option<ResMut<Wanted>>,
    windows: Query<Entity, With<PrimaryWindow>>,
    mut redraws: MessageWriter<RequestRedraw>,
) {
    let Some(mut wanted) = wanted else { return };
    let elapsed = wanted.start.elapsed();
    if elapsed + SETTLE >= wanted.input.after {
        redraws.write(RequestRedraw);
    }
    if wanted.taken || elapsed < wanted.input.after {
        return;
    }
    let Ok(window) = windows.single() else { return };
    wanted.taken = true;
    commands.spawn(Screenshot::window(window)).observe(save);
}

fn save(
    captured: On<ScreenshotCaptured>,
    mut commands: Commands,
    wanted: Res<Wanted>,
    mut exit: MessageWriter<AppExit>,
) {
    let path = &wanted.input.path;
    let saved = captured
        .image
        .clone()
        .try_into_dynamic()
        .map_err(anyhow::Error::from)
        .and_then(|image| Ok(image.to_rgb8().save(path)?));
    let outcome = match saved {
        Ok(()) => AppExit::Success,
        Err(error) => {
            error!("the picture was not saved: {error:#}: {}", path.display());
            AppExit::error()
        }
    };
    if wanted.input.exit {
        exit.write(outcome);
    }
    commands.remove_resource::<Wanted>();
}
