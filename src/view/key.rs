//! When a view must be made again: a key that changes with everything a view depends on, and with nothing else.
//!
//! Must not be shown: it holds the tick.

use super::{map_view::MapLook, scene::Target, viewer::Viewer};
use crate::{
    session::{Mode, Session},
    sim::time::Tick,
    text::Language,
};

/// Everything the views of one seat depend on.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewKey {
    /// The moment shown.
    pub tick: Tick,
    /// Commands applied to the state that is shown.
    pub applied: u32,
    /// Commands accepted so far, those that wait included.
    pub accepted: usize,
    /// The last moment that can be shown.
    pub last: Tick,
    /// Remarks and bookmarks so far.
    pub remarks: usize,
    /// Live, or looking at a recording or at an earlier moment.
    pub looking: bool,
    /// Who looks.
    pub viewer: Viewer,
    /// What is selected.
    pub selected: Option<Target>,
    /// Language of the seat.
    pub language: Language,
    /// What the map looks like. Seconds into the tick are left out: only moving symbols depend on them.
    pub look: MapLook,
}

/// The key of the views for a seat now.
pub fn view_key(session: &Session, viewer: Viewer, language: Language, look: &MapLook) -> ViewKey {
    let state = session.shown();
    ViewKey {
        tick: state.tick,
        applied: state.applied,
        accepted: session.log().len(),
        last: session.last_tick(),
        remarks: session.remarks().len(),
        looking: session.is_looking_back() || *session.mode() != Mode::Live,
        viewer,
        selected: look.selected,
        language,
        look: MapLook { seconds_into_tick: 0, ..look.clone() },
    }
}
