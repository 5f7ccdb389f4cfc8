//! The layout of a window: bar on top, lenses left, dock right, timeline below, the map in what remains.
//! It must not know what the panels say. Look next at the panels it calls.

use bevy_egui::egui::{self, Panel, Rect, Ui};

use super::dock::{self, DockState};
use super::intent::{ClockIntent, Intent};
use super::lens::{self, LensState};
use super::log_ui::LogPart;
use super::map_tools::MapTools;
use super::notices_ui::{NoticesState, has_notices, notices_ui};
use super::page::{ExerciseView, Tab};
use super::start_ui::{StartState, start_ui};
use super::{keys, timeline, top_bar};
use crate::view::shell::{Choice, ShellView};
use crate::view::timeline_view::Opens;

/// State of the panels of one window.
#[derive(Debug, Default)]
pub struct PanelStates {
    /// Lens list and search field.
    pub lens: LensState,
    /// The tabs on the right.
    pub dock: DockState,
    /// Notices above the map.
    pub notices: NoticesState,
    /// The card before an exercise begins.
    pub start: StartState,
    /// What is done with the map.
    pub tools: MapTools,
    /// Text size in percent.
    pub text_percent: u16,
}

/// Draws every panel and returns the part of the window that is left for the map, in points.
pub fn frame_ui(
    ui: &mut Ui,
    view: &ShellView,
    exercise: Option<&ExerciseView>,
    choice: &Choice,
    states: &mut PanelStates,
    out: &mut Vec<Intent>,
) -> Rect {
    Panel::top("top").resizable(false).show(ui, |ui| {
        top_bar::top_bar_ui(ui, (view, exercise), choice, states.text_percent, out);
    });
    Panel::bottom("timeline").resizable(true).default_size(186.0).size_range(60.0..=400.0).show(ui, |ui| {
        match exercise {
            Some(exercise) => {
                let steers = exercise.clock.may_steer;
                let clicked = timeline::timeline_ui(ui, &exercise.timeline, steers, out);
                if let Some(opens) = clicked {
                    open_mark(exercise, opens, &mut states.dock, out);
                }
            }
            None => timeline::strip_ui(ui, &view.timeline),
        }
    });
    Panel::left("lens").resizable(true).default_size(186.0).size_range(140.0..=360.0).show(ui, |ui| {
        lens::lens_ui(ui, view, choice, &mut states.lens, out);
    });
    Panel::right("dock").resizable(true).default_size(392.0).size_range(240.0..=760.0).show(ui, |ui| {
        let look = (choice, states.text_percent);
        dock::dock_ui(ui, (view, exercise), look, &mut states.dock, out);
    });
    if let Some(exercise) = exercise {
        if has_notices(exercise) {
            Panel::top("notices").resizable(false).show(ui, |ui| {
                notices_ui(ui, exercise, &mut states.notices, out);
            });
        }
        if let Some(start) = &exercise.start {
            start_ui(ui, exercise, start, &mut states.start, out);
        }
        let dock = &mut states.dock;
        keys::keys_ui(ui, exercise, (&mut dock.open, &mut dock.last), out);
    }
    let map = ui.available_rect_before_wrap();
    egui::Rect::from_min_max(map.min.round(), map.max.round())
}

/// What a click on a mark of the timeline does: an inject and a decision open in the dock, so that nobody stops a running
/// exercise to read them; a moment is gone to.
fn open_mark(exercise: &ExerciseView, opens: Opens, dock: &mut DockState, out: &mut Vec<Intent>) {
    match opens {
        Opens::Inject(inject) if Tab::Injects.is_for(exercise.viewer) => {
            dock.open = Tab::Injects;
            dock.injects.show(inject);
        }
        Opens::Inject(_) => dock.open = Tab::Messages,
        Opens::Decision(_) => {
            dock.open = Tab::Log;
            dock.log.part = LogPart::Decisions;
        }
        Opens::Moment(tick) if exercise.clock.may_steer => out.push(Intent::Clock(ClockIntent::Seek(tick))),
        Opens::Moment(_) => {}
    }
}
