//! The tabs: one row whatever is open, groups that keep their page, and keys that lead to every page.

use super::{Play, SEAT, used};
use bevy_egui::egui;
use doorvoerland::{
    app::driver::Driver as _,
    panels::{
        dock::{DockState, dock_ui},
        frame::PanelStates,
        intent::{ExerciseIntent, Intent},
        keys::keys_first_ui,
        page::{ExerciseView, Tab},
        tabs_ui::{Group, LastUsed, tabs_ui},
    },
    sim::ids::RoleId,
    text::Language,
    view::{shell::Choice, viewer::Viewer},
};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::collections::BTreeSet;

/// Width of the dock in a window of 1280 by 800, with its margins.
const DOCK: f32 = 392.0;

#[test]
fn every_page_is_in_one_group_and_every_viewer_has_its_pages() {
    let all: Vec<Tab> = Group::ALL.into_iter().flat_map(|group| group.pages(Viewer::Lead)).collect();
    let distinct: BTreeSet<Tab> = all.iter().copied().collect();
    assert_eq!(
        (all.len(), distinct.len()),
        (Tab::ALL.len(), Tab::ALL.len()),
        "the lead has all of them once"
    );
    let role: Vec<Tab> = Group::Staff.pages(Viewer::Role(RoleId(3))).collect();
    assert_eq!(role, [Tab::Course], "of the staff's pages a role has the stage and its briefing");
    assert_eq!(Group::Staff.pages(Viewer::Public).count(), 0);
}

#[test]
fn the_tabs_take_one_row_in_both_languages_whatever_is_open() {
    let mut play = Play::new();
    for (language, viewer) in [
        (Language::Nl, Viewer::Lead),
        (Language::En, Viewer::Lead),
        (Language::Nl, Viewer::Role(RoleId(12))),
        (Language::En, Viewer::Public),
    ] {
        play.ask(ExerciseIntent::Speak(language));
        play.ask(ExerciseIntent::See(viewer));
        for tab in Tab::ALL.into_iter().filter(|tab| tab.is_for(viewer)) {
            let mut view = play.view(tab);
            view.requests_open = 12;
            let row = row_of(&view, tab);
            assert!(row.height() < 26.0, "{tab:?} in {language:?}: {row:?}");
            assert!(row.right() <= DOCK - 8.0, "{tab:?} in {language:?}: {row:?}");
        }
    }
}

/// The room that the tabs take.
fn row_of(view: &ExerciseView, open: Tab) -> egui::Rect {
    let view = view.clone();
    // The text size and buttons of the window.
    let harness = Harness::builder().with_size(egui::vec2(DOCK, 200.0)).build_ui_state(
        move |ui, rect: &mut egui::Rect| {
            ui.spacing_mut().button_padding = egui::vec2(6.0, 2.0);
            let font = egui::FontId::proportional(13.5);
            ui.style_mut().text_styles.insert(egui::TextStyle::Button, font);
            let (mut open, mut last) = (open, LastUsed::default());
            *rect = ui.scope(|ui| tabs_ui(ui, &view, &mut open, &mut last)).response.rect;
        },
        egui::Rect::NOTHING,
    );
    *harness.state()
}

#[test]
fn a_group_opens_at_the_page_of_last_use_and_shows_its_pages() {
    let mut play = Play::new();
    let (view, shell) = (play.view(Tab::Inspector), play.exercise.shell(SEAT, &Choice::default()));
    let draw = move |ui: &mut egui::Ui, state: &mut DockState, out: &mut Vec<Intent>| {
        dock_ui(ui, (&shell, Some(&view)), (&Choice::default(), 100), state, out);
    };
    let (state, _) = used(DockState::default(), draw, |user| {
        user.get_by_label_contains("Spelleiding").click();
        user.run();
        assert_eq!(user.state().0.open, Tab::Injects, "the first of its pages");
        user.get_by_label("Evaluatie").click();
        user.run();
        assert_eq!(user.state().0.open, Tab::Evaluation);
        assert!(user.query_by_label("Gevolgen").is_none(), "the menu is closed");
        user.get_by_label_contains("Naslag").click();
        user.run();
        user.get_by_label("Cijfers").click();
        user.run();
        assert_eq!(user.state().0.open, Tab::Figures);
        user.get_by_label_contains("Spelleiding").click();
        user.run();
    });
    assert_eq!(state.open, Tab::Evaluation, "where it was left");
}

#[test]
fn keys_lead_to_every_page() {
    let mut play = Play::new();
    let view = play.view(Tab::Inspector);
    let draw = move |ui: &mut egui::Ui, states: &mut PanelStates, out: &mut Vec<Intent>| {
        keys_first_ui(ui, &view, states, out);
    };
    let (_, out) = used(PanelStates::default(), draw, |user| {
        let mut seen = BTreeSet::new();
        for (key, group) in [egui::Key::Num1, egui::Key::Num2, egui::Key::Num3].into_iter().zip(Group::ALL) {
            for _ in group.pages(Viewer::Lead) {
                user.key_press_modifiers(egui::Modifiers::COMMAND, key);
                user.run();
                assert_eq!(user.state().0.dock.open.group(), group);
                seen.insert(user.state().0.dock.open);
            }
        }
        assert_eq!(seen.len(), Tab::ALL.len());
        user.key_press(egui::Key::F2);
        user.run();
        assert_eq!(user.state().0.dock.open, Tab::Operator);
    });
    assert!(out.is_empty());
}
