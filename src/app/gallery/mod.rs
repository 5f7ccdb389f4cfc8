//! Pictures of every screen, one after another, into a folder: in each language, each look and each size that was asked for.
//!
//! The exercise is brought to a plate once; only then its dresses (language, look, size) are put on. Redraws are requested all
//! the while, because a sleeping window would never finish a picture. It must not know what an exercise is: `plates` does.

pub mod plates;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::window::RequestRedraw;

use super::DriverBox;
use super::windows::Seat;
use crate::panels::intent::{ExerciseIntent, Intent};
use crate::panels::page::Tab;
use crate::text::Language;
use crate::view::style::Theme;

/// Frames that are drawn before a picture, so that every layout has settled.
const FRAMES: u32 = 8;
/// Least time before a picture.
const SETTLE: Duration = Duration::from_millis(250);
/// Longest time that an exercise is given to come to a plate.
const PATIENCE: Duration = Duration::from_mins(2);

/// One screen.
pub struct Plate {
    /// Its name, part of the name of the file.
    pub name: &'static str,
    /// What is asked of window and exercise before it is shown.
    pub wishes: Vec<Intent>,
    /// The tab that is open.
    pub tab: Tab,
    /// What else is set in the panels of the window.
    pub tune: fn(&mut Seat),
    /// Time that work in the background is given.
    pub wait: Duration,
    /// The second window is pictured, not the lead's.
    pub second: bool,
}

/// What a picture is made in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dress {
    /// Language.
    pub language: Language,
    /// Look.
    pub theme: Theme,
    /// Size of the window, pixels.
    pub size: [u32; 2],
}

impl Dress {
    /// Every language, every look and these sizes.
    pub fn all(sizes: &[[u32; 2]]) -> Vec<Self> {
        let mut dresses = Vec::new();
        for &size in sizes {
            for language in [Language::Nl, Language::En] {
                for theme in [Theme::Light, Theme::Dark] {
                    dresses.push(Self { language, theme, size });
                }
            }
        }
        dresses
    }

    /// The part of a file name that tells it from the others.
    pub fn suffix(self) -> String {
        let language = self.language.code();
        let theme = match self.theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        };
        format!("{language}-{theme}-{}x{}", self.size[0], self.size[1])
    }
}

/// The pictures that were asked for.
pub struct GalleryInput {
    /// Where they go; it exists.
    pub folder: PathBuf,
    /// Screens, in the order in which they are reached.
    pub plates: Vec<Plate>,
    /// What each is made in.
    pub dresses: Vec<Dress>,
}

enum Stage {
    /// On the way to a plate, since then.
    Coming(Instant),
    /// Dressed, so many frames and so long ago.
    Settling(u32, Instant),
    /// The picture is taken and not yet on disk.
    Saving,
}

/// How far it is.
#[derive(Resource)]
pub struct Gallery {
    input: GalleryInput,
    plate: usize,
    dress: usize,
    stage: Option<Stage>,
    fault: bool,
}

impl Gallery {
    /// Begins with the first plate.
    pub fn new(input: GalleryInput) -> Self {
        Self { input, plate: 0, dress: 0, stage: None, fault: false }
    }
}

/// Brings the first seat from picture to picture.
pub fn turn(
    mut commands: Commands,
    gallery: Option<ResMut<Gallery>>,
    mut seats: Query<&mut Seat>,
    mut windows: Query<&mut Window>,
    mut driver: ResMut<DriverBox>,
    mut exit: MessageWriter<AppExit>,
) {
    let Some(mut gallery) = gallery else { return };
    let gallery = &mut *gallery;
    let Some(plate) = gallery.input.plates.get(gallery.plate) else {
        exit.write(if gallery.fault { AppExit::error() } else { AppExit::Success });
        return;
    };
    // What is asked, is asked by the lead; what is pictured may be the other window, once it is there.
    let second = plate.second && gallery.stage.is_some();
    let Some(mut seat) = seats.iter_mut().find(|seat| seat.eyes.is_some() == second) else { return };
    match &mut gallery.stage {
        None => {
            // What the program writes down on the way is in the first language, whatever was worn last.
            if let Some(first) = gallery.input.dresses.first() {
                driver.0.apply(seat.id, Intent::Exercise(ExerciseIntent::Speak(first.language)));
            }
            for answer in seat.exercise.iter().flat_map(|view| &view.answers) {
                driver.0.apply(seat.id, Intent::Exercise(ExerciseIntent::Dismiss(answer.number)));
            }
            seat.outbox.extend(plate.wishes.iter().cloned());
            seat.states.dock.open = plate.tab;
            gallery.stage = Some(Stage::Coming(Instant::now()));
        }
        Some(Stage::Coming(since)) => {
            let there = !seat.shell.top.running && since.elapsed() >= plate.wait;
            if seat.built.is_some() && (there || since.elapsed() > PATIENCE) {
                (plate.tune)(&mut seat);
                gallery.dress = 0;
                gallery.stage = Some(dress(gallery.input.dresses[0], &mut seat, &mut windows, &mut driver));
            }
        }
        Some(Stage::Settling(frames, since)) => {
            *frames += 1;
            if *frames >= FRAMES && since.elapsed() >= SETTLE {
                commands.spawn(Screenshot::window(seat.window)).observe(save);
                gallery.stage = Some(Stage::Saving);
            }
        }
        Some(Stage::Saving) => {}
    }
}

/// A window that sleeps would never come to the next picture. Runs after what drops other requests to draw.
pub fn stay_awake(gallery: Option<Res<Gallery>>, mut redraws: MessageWriter<RequestRedraw>) {
    if gallery.is_some() {
        redraws.write(RequestRedraw);
    }
}

fn dress(wanted: Dress, seat: &mut Seat, windows: &mut Query<&mut Window>, driver: &mut DriverBox) -> Stage {
    seat.choice.theme = wanted.theme;
    driver.0.apply(seat.id, Intent::Exercise(ExerciseIntent::Speak(wanted.language)));
    if let Ok(mut window) = windows.get_mut(seat.window) {
        let [width, height] = wanted.size;
        window.resolution.set(width as f32, height as f32);
    }
    Stage::Settling(0, Instant::now())
}

fn save(
    captured: On<ScreenshotCaptured>,
    gallery: Option<ResMut<Gallery>>,
    mut seats: Query<&mut Seat>,
    mut windows: Query<&mut Window>,
    mut driver: ResMut<DriverBox>,
) {
    let Some(mut gallery) = gallery else { return };
    let gallery = &mut *gallery;
    let second = gallery.input.plates[gallery.plate].second;
    let Some(mut seat) = seats.iter_mut().find(|seat| seat.eyes.is_some() == second) else { return };
    let (plate, worn) = (gallery.plate, gallery.input.dresses[gallery.dress]);
    let name = format!("{:02}-{}-{}.png", plate + 1, gallery.input.plates[plate].name, worn.suffix());
    let path = gallery.input.folder.join(name);
    let image = captured.image.clone().try_into_dynamic().map_err(anyhow::Error::from);
    if let Err(error) = image.and_then(|image| Ok(image.to_rgb8().save(&path)?)) {
        error!("the picture was not saved: {error:#}: {}", path.display());
        gallery.fault = true;
    }
    gallery.dress += 1;
    if let Some(next) = gallery.input.dresses.get(gallery.dress) {
        gallery.stage = Some(dress(*next, &mut seat, &mut windows, &mut driver));
    } else {
        gallery.plate += 1;
        gallery.stage = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_dress_has_a_name_of_its_own() {
        let dresses = Dress::all(&[[1280, 800], [1920, 1080]]);
        let names: BTreeSet<String> = dresses.iter().map(|dress| dress.suffix()).collect();
        assert_eq!((dresses.len(), names.len()), (8, 8));
    }
}
