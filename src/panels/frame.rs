//! The layout of a window: bar on top, lenses left, dock right, timeline below, the map in what remains.
//! It must not know what the panels say. Look next at the panels it calls.

use bevy_egui::egui::{self, Area, CentralPanel, Frame, Id, Order, Panel, Rect, ScrollArea, Ui};

use super::dock::{self, DockState};
use super::intent::{ClockIntent, ExerciseIntent, Intent};
use super::lens::{self, LensState};
use super::log_ui::LogPart;
use super::map_tools::MapTools;
use super::notices_ui::{NoticesState, answers_ui, has_notices, notices_ui};
use super::page::{ExerciseView, Page, ScriptPage, Tab};
use super::palette_ui::{PaletteState, palette_ui};
use super::script_ui::script_ui;
use super::second_ui::held_ui;
use super::sheet_ui::sheet_ui;
use super::start_ui::{StartState, start_ui};
use super::{keys, timeline, top_bar};
use crate::view::shell::{Choice, ShellView};
use crate::view::timeline_view::Opens;

/// Narrower than this, which large text makes of any window, what the map shows is chosen behind a button, points.
const NARROW: f32 = 800.0;
/// Width of that button, points.
const FOLDED: f32 = 28.0;
/// Most of the height that the timeline takes, as a share of the window: in a narrow one, and else.
const LOW: [f32; 2] = [0.32, 0.5];
/// Most of the width that the dock takes.
const WIDE: [f32; 2] = [0.5, 0.6];
/// Most of the height of the map that strips take.
const MOST_STRIPS: f32 = 0.45;
/// Most of the width that what the map shows takes.
const LEFT: f32 = 0.29;

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
    /// The exercise whose first page was opened, counted.
    pub opened: u32,
    /// The palette.
    pub palette: PaletteState,
    /// Whether what the map shows is chosen in a narrow window.
    pub lens_open: bool,
    /// Whether the sheet of keys is open.
    pub sheet: bool,
    /// Whether the screen is hidden from who looks on.
    pub blank: bool,
}

/// Draws every panel and returns the part of the window that is left for the map, in points; nothing where a page takes its
/// place.
pub fn frame_ui(
    ui: &mut Ui,
    view: &ShellView,
    exercise: Option<&ExerciseView>,
    choice: &Choice,
    states: &mut PanelStates,
    out: &mut Vec<Intent>,
) -> Rect {
    if let Some(exercise) = exercise.filter(|exercise| exercise.opens.0 != states.opened) {
        (states.opened, states.dock.open) = exercise.opens;
    }
    if let Some(exercise) = exercise {
        keys::keys_first_ui(ui, exercise, states, out);
    }
    let room = ui.max_rect().size();
    Panel::top("top").resizable(false).show(ui, |ui| {
        top_bar::top_bar_ui(ui, (view, exercise), choice, states.text_percent, out);
    });
    if let Some(exercise) = exercise
        && let Page::Script(page) = &exercise.page
        && states.dock.open == Tab::Script
    {
        wide_ui(ui, (view, exercise, page), choice, states, out);
        return Rect::NOTHING;
    }
    // With large text there is little room: every panel gives way, so that a part of the map stays.
    let narrow = room.x < NARROW;
    let of = usize::from(!narrow);
    let [tall, right] = [(room.y * LOW[of]).min(400.0), (room.x * WIDE[of]).min(760.0)];
    let left = (room.x * LEFT).min(360.0);
    let timeline = Panel::bottom("timeline").resizable(true).default_size(186.0_f32.min(tall));
    timeline.size_range(60.0..=tall.max(60.0)).show(ui, |ui| {
        let Some(exercise) = exercise else { return };
        let steers = exercise.clock.may_steer;
        let clicked = timeline::timeline_ui(ui, &exercise.timeline, steers, out);
        if let Some(opens) = clicked {
            open_mark(exercise, opens, &mut states.dock, out);
        }
    });
    if narrow && !states.lens_open {
        Panel::left("lens-folded").resizable(false).exact_size(FOLDED).show(ui, |ui| {
            ui.add_space(4.0);
            states.lens_open = ui.button("⏵").on_hover_text(&view.words.lens).clicked();
        });
    } else {
        let lens = Panel::left("lens").resizable(true).default_size(186.0_f32.min(left));
        lens.size_range(120.0..=left.max(120.0)).show(ui, |ui| {
            if narrow && ui.button("⏴").on_hover_text(&view.words.lens).clicked() {
                states.lens_open = false;
            }
            lens::lens_ui(ui, view, choice, &mut states.lens, out);
        });
    }
    dock_side_ui(ui, (view, exercise), choice, states, (right, out));
    if let Some(exercise) = exercise {
        second_held_ui(ui, exercise, states, out);
        strips_ui(ui, exercise, states, out);
        over_ui(ui, (view, exercise), choice, states, out);
    }
    let map = ui.available_rect_before_wrap();
    egui::Rect::from_min_max(map.min.round(), map.max.round())
}

/// What must not be overlooked, over the upper edge of the map: the map stays where it is when something comes or goes.
fn strips_ui(ui: &Ui, exercise: &ExerciseView, states: &mut PanelStates, out: &mut Vec<Intent>) {
    let notices = &mut states.notices;
    notices.covered = 0.0;
    let map = ui.available_rect_before_wrap();
    if notices.hidden || !map.is_positive() || !has_notices(exercise) {
        return;
    }
    let area = Area::new(Id::new("notices")).order(Order::Middle).fixed_pos(map.min).constrain(false);
    let shown = area.movable(false).fade_in(false).show(ui.ctx(), |ui| {
        Frame::new().fill(ui.visuals().panel_fill).inner_margin(4).show(ui, |ui| {
            ui.set_width(map.width() - 8.0);
            let most = map.height() * MOST_STRIPS;
            ScrollArea::vertical()
                .max_height(most)
                .min_scrolled_height(most)
                .auto_shrink([false, true])
                .show(ui, |ui| notices_ui(ui, exercise, notices, out));
        });
    });
    states.notices.covered = shown.response.rect.height();
}

fn dock_side_ui(
    ui: &mut Ui,
    shown: (&ShellView, Option<&ExerciseView>),
    choice: &Choice,
    states: &mut PanelStates,
    (widest, out): (f32, &mut Vec<Intent>),
) {
    let dock = Panel::right("dock").resizable(true).default_size(392.0_f32.min(widest));
    dock.size_range(240.0..=widest.max(240.0)).show(ui, |ui| {
        dock::dock_ui(ui, shown, (choice, states.text_percent), &mut states.dock, out);
    });
}

/// What must not be overlooked, above what stands in the place of the map.
fn bars_ui(ui: &mut Ui, exercise: &ExerciseView, states: &mut PanelStates, out: &mut Vec<Intent>) {
    if has_notices(exercise) {
        Panel::top("notices").resizable(false).show(ui, |ui| {
            notices_ui(ui, exercise, &mut states.notices, out);
        });
    }
    second_held_ui(ui, exercise, states, out);
}

/// What the second screen waits for.
fn second_held_ui(ui: &mut Ui, exercise: &ExerciseView, states: &PanelStates, out: &mut Vec<Intent>) {
    if states.dock.second.held.is_some() {
        Panel::top("second").resizable(false).show(ui, |ui| held_ui(ui, exercise, &states.dock.second, out));
    }
}

/// Cards over the panels, keys, and files that were dropped.
fn over_ui(
    ui: &mut Ui,
    (view, exercise): (&ShellView, &ExerciseView),
    choice: &Choice,
    states: &mut PanelStates,
    out: &mut Vec<Intent>,
) {
    for file in ui.input(|input| input.raw.dropped_files.clone()) {
        let place = file.path.map_or(file.name, |path| path.display().to_string());
        out.push(Intent::Exercise(ExerciseIntent::OpenFile(place)));
    }
    if let Some(start) = &exercise.start {
        start_ui(ui, exercise, start, &mut states.start, out);
    }
    keys::keys_ui(ui, exercise, states, out);
    palette_ui(ui, (view, exercise), choice, states, out);
    sheet_ui(ui, exercise, states);
    answers_ui(ui, exercise, out);
}

/// The script in place of the map, with what is chosen in the dock.
fn wide_ui(
    ui: &mut Ui,
    (view, exercise, page): (&ShellView, &ExerciseView, &ScriptPage),
    choice: &Choice,
    states: &mut PanelStates,
    out: &mut Vec<Intent>,
) {
    let widest = (ui.max_rect().width() * WIDE[1]).min(760.0);
    dock_side_ui(ui, (view, Some(exercise)), choice, states, (widest, out));
    bars_ui(ui, exercise, states, out);
    CentralPanel::default().show(ui, |ui| script_ui(ui, exercise, page, &mut states.dock, out));
    over_ui(ui, (view, exercise), choice, states, out);
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
