//! Kept pictures of a handful of key panels: what has no word and no click to test it by, such as order, room and emphasis.
//!
//! The map is not on them: where it lies they show its ground. `UPDATE_EXPECT=1` keeps what is drawn now; look at it first.

use super::{Play, SEAT, raster::Picture};
use bevy_egui::egui::{self, Color32};
use doorvoerland::{
    app::{driver::Driver as _, theme},
    panels::{
        board_ui::board_ui,
        frame::{PanelStates, frame_ui},
        intent::{ClockIntent, ExerciseIntent, Intent},
        page::Tab,
    },
    view::{board_view::Eyes, shell::Choice, style::Theme, viewer::Viewer},
};
use egui_kittest::Harness;

/// A small screen.
const WINDOW: egui::Vec2 = egui::vec2(1280.0, 800.0);
/// Where the map would be.
const GROUND: Color32 = Color32::from_rgb(128, 144, 160);
/// Quarters of an hour after which something has happened.
const A_DAY: usize = 96;

fn a_day_later() -> Play {
    let mut play = Play::new();
    play.give(vec![Intent::Clock(ClockIntent::Step); A_DAY]);
    play
}

/// The whole window on this page.
fn page(play: &mut Play, tab: Tab, theme: Theme) -> Picture {
    let choice = Choice { theme, ..Choice::default() };
    let shell = play.exercise.shell(SEAT, &choice);
    let view = play.exercise.exercise(SEAT, &choice, tab).expect("there is an exercise");
    // What the exercise would open by itself was seen.
    let mut states = PanelStates { opened: view.opens.0, ..PanelStates::default() };
    states.dock.open = tab;
    let mut harness = Harness::builder().with_size(WINDOW).build_ui_state(
        move |ui, states: &mut PanelStates| {
            theme::apply(ui.ctx(), theme, 100, true);
            frame_ui(ui, &shell, Some(&view), &choice, states, &mut Vec::new());
        },
        states,
    );
    harness.run();
    Picture::of(&harness, GROUND)
}

#[test]
fn the_start_card() {
    let mut play = Play::over(tempfile::tempdir().expect("a folder"), true);
    page(&mut play, Tab::Inspector, Theme::Light).is_kept_as("start");
}

#[test]
fn the_injects_of_the_lead_with_the_timeline() {
    page(&mut a_day_later(), Tab::Injects, Theme::Light).is_kept_as("injects");
}

#[test]
fn the_allocation_board_of_a_role() {
    let mut play = a_day_later();
    let role = play.exercise.session().country().pools[doorvoerland::sim::ids::PoolId(0)].owner;
    play.ask(ExerciseIntent::See(Viewer::Role(role)));
    page(&mut play, Tab::Board, Theme::Light).is_kept_as("board");
}

#[test]
fn the_situation_picture_in_the_dark() {
    page(&mut a_day_later(), Tab::Desk, Theme::Dark).is_kept_as("desk");
}

#[test]
fn the_projector() {
    let mut play = a_day_later();
    let second = doorvoerland::app::driver::SeatId(1);
    play.exercise.seat_opened(second, Eyes::Public);
    let board = play.exercise.board(second).expect("a board");
    let mut harness = Harness::builder().with_size(WINDOW).build_ui(move |ui| {
        theme::apply(ui.ctx(), Theme::Light, 100, true);
        board_ui(ui, &board);
    });
    harness.run();
    Picture::of(&harness, GROUND).is_kept_as("projector");
}
