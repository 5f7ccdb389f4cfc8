//! The seam between the window and the exercise: what the shell asks, and what it is started with.
//! It must not mention Bevy, so that a driver can be written and tested without a window.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::gallery::GalleryInput;
use super::watch::Wake;
use crate::geo::map::MapData;
use crate::panels::intent::Intent;
use crate::panels::page::{ExerciseView, Tab};
use crate::view::board_view::{BoardView, Eyes};
use crate::view::scene::{MapScene, Symbol};
use crate::view::shell::{Choice, ShellView};

/// Which window asks: 0 is the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeatId(pub u8);

/// What the passing of real time did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Advanced {
    /// When to be called again without any input; `None`: asleep until the user does something.
    pub wake_after: Option<Duration>,
}

/// What stands beside the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// The map on the left.
    pub scene: MapScene,
    /// What the left and the right map are, and their moments.
    pub titles: [String; 2],
}

/// Where a picture is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureSaved {
    /// The PNG file; the SVG file stands beside it.
    pub path: PathBuf,
    /// Whether it went to the clipboard too.
    pub copied: bool,
}

/// What the shell needs from an exercise. The window owns nothing but what its seat looks at.
pub trait Driver: Send + Sync + 'static {
    /// The static shapes of the map.
    fn map(&self) -> Arc<MapData>;
    /// Does, or refuses, what a panel asked; the answer is in the next view.
    fn apply(&mut self, seat: SeatId, intent: Intent);
    /// Lets `elapsed` real time pass.
    fn advance(&mut self, elapsed: Duration) -> Advanced;
    /// Changes whenever this seat would see something else (branch, tick, sequence number, role, language).
    fn stamp(&self, seat: SeatId) -> u64;
    /// The bars and panels for what the seat has chosen.
    fn shell(&mut self, seat: SeatId, choice: &Choice) -> ShellView;
    /// The map for what the seat has chosen.
    fn scene(&mut self, seat: SeatId, choice: &Choice) -> MapScene;
    /// What the panels of an exercise show with this tab open; `None`: only the shell.
    fn exercise(&mut self, _seat: SeatId, _choice: &Choice, _open: Tab) -> Option<ExerciseView> {
        None
    }
    /// What is to be called, from any thread, when something happened that no window knows of.
    fn wake_by(&mut self, _wake: Wake) {}
    /// A window was opened that shows this picture and no other.
    fn seat_opened(&mut self, _seat: SeatId, _eyes: Eyes) {}
    /// A window that was opened during the exercise is closed.
    fn seat_closed(&mut self, _seat: SeatId) {}
    /// Tells a seat something that went wrong outside the exercise: the words under a key.
    fn tell(&mut self, _seat: SeatId, _key: &str, _args: &[(&str, String)]) {}
    /// What a room reads on a window without panels; `None`: only a map.
    fn board(&mut self, _seat: SeatId) -> Option<BoardView> {
        None
    }
    /// What stands beside the map of this seat to be compared with; `None`: nothing.
    fn beside(&mut self, _seat: SeatId, _choice: &Choice) -> Option<Beside> {
        None
    }
    /// Where a picture of this seat's map goes, without its ending; `None` when there is no place for it.
    fn picture_place(&mut self, _seat: SeatId) -> Option<PathBuf> {
        None
    }
    /// A picture of the map was saved, or why it was not.
    fn picture_saved(&mut self, _seat: SeatId, _saved: Result<PictureSaved, String>) {}
    /// What moves on the map between two ticks; `None`: nothing new.
    fn moving(&mut self, _seat: SeatId, _choice: &Choice) -> Option<Vec<Symbol>> {
        None
    }
}

/// One window to open.
#[derive(Clone, Debug)]
pub struct WindowInput {
    /// Text of the title bar.
    pub title: String,
    /// Size in logical pixels.
    pub size: [u32; 2],
    /// What it looks at when it opens.
    pub choice: Choice,
    /// Text size in percent of the normal size.
    pub text_percent: u16,
    /// The tab that is open at first.
    pub tab: Tab,
    /// Whether it has bars and panels; without them it is a map with a board, for a projector.
    pub panels: bool,
    /// The picture that it shows and no other; none for the lead's window.
    pub eyes: Option<Eyes>,
    /// Where its upper left corner comes, physical pixels; none for wherever the system likes.
    pub place: Option<[i32; 2]>,
}

/// A picture to save once the window has settled.
#[derive(Clone, Debug)]
pub struct ScreenshotInput {
    /// PNG file to write.
    pub path: PathBuf,
    /// How long after the start.
    pub after: Duration,
    /// Whether to quit when it is saved.
    pub exit: bool,
}

/// Everything the window is started with.
pub struct AppInput {
    /// The exercise behind the windows.
    pub driver: Box<dyn Driver>,
    /// One seat each, four at most.
    pub windows: Vec<WindowInput>,
    /// Optional picture of the first window.
    pub screenshot: Option<ScreenshotInput>,
    /// What is kept between starts.
    pub keeper: super::kept::Keeper,
    /// A second window to open at once.
    pub second: Option<Eyes>,
    /// Logs how long frames take.
    pub measure: bool,
    /// Tells in this file where everything stands that can be used.
    pub places: Option<PathBuf>,
    /// Pictures of every screen, and quit.
    pub gallery: Option<GalleryInput>,
}
