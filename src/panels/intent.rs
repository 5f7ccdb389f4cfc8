//! What a panel can ask for. The first group is answered by the window itself, the second by the exercise; the
//! answer is always found in the next view. It must not carry anything but plain values.

use crate::view::scene::Target;
use crate::view::style::Theme;

/// A wish from a panel or from the map.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Answered by the window.
    Seat(SeatIntent),
    /// Answered by the exercise.
    Clock(ClockIntent),
    /// Open a mark of the timeline, by its number.
    OpenMark(u32),
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
}
