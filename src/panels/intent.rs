//! What a panel can ask for. The first group is answered by the window itself, the others by the exercise; the
//! answer is always found in the next view. It must not carry anything but plain values.

use crate::sim::command::{Actor, Command};
use crate::sim::course::{Inclined, Steer};
use crate::sim::dossier::Sheet;
use crate::sim::ids::{InjectId, MeasureId, PoolId, RegionId, RoleId};
use crate::sim::time::Tick;
use crate::text::Language;
use crate::view::board_view::Eyes;
use crate::view::pool_draft::Draft;
use crate::view::scene::Target;
use crate::view::stretch::Stretch;
use crate::view::style::Theme;
use crate::view::viewer::Viewer;

/// A wish from a panel or from the map.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Answered by the window.
    Seat(SeatIntent),
    /// Answered by the exercise.
    Clock(ClockIntent),
    /// Answered by the exercise.
    Exercise(ExerciseIntent),
}

/// Wishes about what this seat looks at.
#[derive(Clone, Debug, PartialEq)]
pub enum SeatIntent {
    /// Colour the regions by this lens.
    Lens(String),
    /// Show or hide a layer.
    Layer(String, bool),
    /// Look for a name.
    Search(String),
    /// Select something, or nothing.
    Select(Option<Target>),
    /// Move the map to a place, RD New metres.
    GoTo([i32; 2]),
    /// Show the whole country.
    ShowAll,
    /// Light or dark.
    Theme(Theme),
    /// Text size in percent of the normal size.
    TextScale(u16),
    /// Show this stretch of the exercise on the strip at the bottom; none for all of it.
    Stretch(Option<Stretch>),
    /// Keep a transport in the middle of the map, by its serial, or no more.
    Follow(Option<u32>),
    /// Save the map as a picture.
    Picture,
    /// Nothing glides: what moves on the map goes by the quarter of an hour.
    Still(bool),
    /// Hide the lead's screen behind the name of the exercise and its clock, or show it again.
    Blank(bool),
    /// About the windows themselves.
    Window(WindowWish),
}

/// Wishes about windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowWish {
    /// Open a second window on this picture, or give the open one this picture.
    Open(Eyes),
    /// The same, after it was said that there is only one display.
    OpenAnyway(Eyes),
    /// Not after all: what was said about displays was read.
    Forget,
    /// Close the second window; the exercise goes on.
    Close,
    /// Fill the display with the window of this seat, or stop that.
    FullScreen,
}

/// Wishes about the clock of the exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockIntent {
    /// Go to the start.
    ToStart,
    /// One step back.
    Back,
    /// Run.
    Run,
    /// Stand still.
    Pause,
    /// One step forward.
    Step,
    /// Go to the latest moment.
    ToEnd,
    /// Scenario minutes per real second.
    Pace(u16),
    /// Run until this moment and stand still there.
    RunTo(Tick),
    /// Put a moment of the past on the screen, or the present for one that is not past.
    Seek(Tick),
}

/// Wishes about the exercise.
#[derive(Clone, Debug, PartialEq)]
pub enum ExerciseIntent {
    /// Give a command in somebody's name, now or from a later moment.
    Decide {
        /// What is to be done.
        command: Command,
        /// In whose name. A seat of a role always acts as that role.
        actor: Actor,
        /// From when; none for now.
        at: Option<Tick>,
    },
    /// Do something with the exercise itself.
    Steer(Steer),
    /// Put something on paper.
    File {
        /// In whose name. A seat of a role always writes as that role.
        actor: Actor,
        /// The sheet that it corrects.
        corrects: Option<u32>,
        /// What it says.
        sheet: Sheet,
    },
    /// Show what a role could see at a recorded decision, or nothing.
    ShowSeen(Option<u32>),
    /// Show the briefing of a role, or none.
    Brief(Option<RoleId>),
    /// A line of the operator.
    Type(String),
    /// Show the card of a role, or that of one's own.
    ShowRole(Option<RoleId>),
    /// Work out what would happen if this inject were sent now; none to stop or forget it.
    Preview(Option<InjectId>),
    /// Work out where the exercise is probably going; false to stop or forget it.
    Foresee(bool),
    /// Go on in a variant from the moment on the screen, in a recording of its own.
    BranchOff,
    /// Look at this exercise of the start screen, by its place there.
    Choose(usize),
    /// Fill in a field of the exercise that is to begin: its name and value.
    FillIn(String, String),
    /// Check and rehearse the exercise that is chosen.
    Rehearse,
    /// A file that was dropped on the window or named: a recording or a scenario.
    OpenFile(String),
    /// Back to the start card; what was played is safe in its recording.
    Leave,
    /// How automatic players are inclined in the exercise that is to begin.
    Incline(Inclined),
    /// Open a pool on the allocation board, or close it.
    ShowPool(Option<PoolId>),
    /// Open a measure, for a region if it is taken for one, or close it.
    ShowMeasure(Option<(MeasureId, Option<RegionId>)>),
    /// Look for figures of the country.
    SeekFigures(String),
    /// Say whether this may be set and what it would lead to; none to forget it.
    Weigh(Option<Draft>),
    /// Look with these eyes.
    See(Viewer),
    /// Speak this language.
    Speak(Language),
    /// Whether roles without a person are played by the program.
    Automatic(bool),
    /// Put a bookmark at the moment on the screen.
    Bookmark(String),
    /// End the exercise and seal its recording.
    Close,
    /// Go on recording in a complete copy at this place.
    SaveElsewhere(String),
    /// Take away an answer that was read.
    Dismiss(u32),
    /// Work out what was possible up to the moment on the screen; false to stop or forget it.
    WorkOut(bool),
    /// Write the report up to the moment on the screen, beside the recording.
    WriteReport,
    /// Leave the open step of a lesson out.
    SkipStep,
    /// Say what can be gone to by its name, or stop that.
    Palette(bool),
    /// Open the list of what was answered, which is read then, or close it.
    ShowAnswers(bool),
    /// Begin as the start card says.
    Begin(Beginning),
    /// Look for recordings of this exercise to compare with.
    ListRecordings,
    /// Put an earlier moment or another recording beside the map of this window, or nothing.
    Compare(Option<CompareWith>),
    /// Show the past up to the moment on the screen in a quarter of a minute, on every window.
    Lapse(LapseIntent),
}

/// What stands beside the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareWith {
    /// An earlier moment of the same exercise.
    Moment(Tick),
    /// The recording at this place, at the moment on the screen.
    Recording(String),
}

/// What a time-lapse shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LapseIntent {
    /// From the beginning of the round.
    Round,
    /// From so many hours ago.
    Hours(u32),
    /// End it: the moment on the screen is again what it was.
    Stop,
}

/// How to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// The exercise that was loaded, from its start.
    New,
    /// A recording at this place: an open one goes on, a closed one is shown.
    Recording(String),
}
