//! The script over the whole window and the table that lists stand in: sort, filter, keys, change a cell, drag to another moment.

use super::{Play, used};
use bevy_egui::egui::{self, Key, Modifiers, vec2};
use doorvoerland::{
    panels::{
        dock::DockState,
        intent::{ExerciseIntent, Intent},
        page::{Page, ScriptPage, Tab},
        script_ui::{ScriptPart, script_ui, toggle},
        table_ui::{Cell, Head, Line, TableState, table_ui},
    },
    sim::{
        command::{Actor, Command},
        ids::DenseId,
        time::{Span, Tick},
    },
    text::{Language, Texts, scenario_time},
    view::{foresight_view::ForesightView, injects_view::InjectRow, viewer::Viewer},
};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::{sync::Arc, time::Duration};

type Desk<'a> = Harness<'a, (DockState, Vec<Intent>)>;

fn page(play: &mut Play) -> ScriptPage {
    let Page::Script(page) = play.view(Tab::Script).page else { panic!("the lead has a script") };
    *page
}

/// The script in place of the map, as a user works on it.
fn desk(play: &mut Play, state: DockState, user: impl FnOnce(&mut Desk)) -> (DockState, Vec<Intent>) {
    let view = play.view(Tab::Script);
    let mut harness = Harness::builder().with_step_dt(0.02).with_size(vec2(880.0, 760.0)).build_ui_state(
        move |ui, (state, out): &mut (DockState, Vec<Intent>)| {
            let Page::Script(page) = &view.page else { panic!("the lead has a script") };
            script_ui(ui, &view, page, state, out);
        },
        (state, Vec::new()),
    );
    harness.run();
    user(&mut harness);
    harness.run();
    harness.into_state()
}

fn command(intents: &[Intent]) -> &Command {
    let [Intent::Exercise(ExerciseIntent::Decide { command, actor: Actor::Lead, at: None })] = intents else {
        panic!("one decision of the lead, not {intents:?}")
    };
    command
}

fn first(play: &mut Play) -> InjectRow {
    (*page(play).script.injects.line[0]).clone()
}

#[test]
fn a_table_sorts_filters_and_walks_by_keys() {
    let tongue = doorvoerland::panels::tongue::Tongue::new(Arc::new(Texts::new()), Language::Nl);
    let line = |id, name: &str, count: i64| Line {
        id,
        cells: vec![Cell::words(name), Cell::sorted(count.to_string(), count)],
        weak: false,
    };
    let lines = vec![line(7, "Betuweroute", 9), line(8, "Maas", 2), line(9, "A15", 10)];
    let heads = [Head::rest("Waar", 90.0), Head::number("Aantal", 60.0)];
    type Opened = (TableState, Option<(u64, usize)>);
    let draw = move |ui: &mut egui::Ui, state: &mut Opened, _: &mut Vec<Intent>| {
        let used = table_ui(ui, &tongue, "test", (&heads, &lines), &mut state.0, &mut |_, _, _| false);
        state.1 = used.opened.or(state.1);
    };
    let (state, _) = used((TableState::default(), None), draw, |user| {
        let above = |user: &Harness<'_, (Opened, Vec<Intent>)>, one: &str, other: &str| {
            user.get_by_label(one).rect().top() < user.get_by_label(other).rect().top()
        };
        assert!(above(user, "Betuweroute", "Maas"), "as handed in");
        user.get_by_label("Aantal").click();
        user.run();
        assert!(above(user, "Maas", "Betuweroute") && above(user, "Betuweroute", "A15"), "2, 9, 10");
        user.get_by_label("Aantal").click();
        user.run();
        assert!(above(user, "A15", "Betuweroute"), "10, 9, 2");
        user.get_by_label("Filteren").click();
        user.run();
        user.get_by_label("Filteren").type_text("aa");
        user.run();
        assert!(user.query_by_label("A15").is_none() && user.query_by_label("1 / 3 regels").is_some());
        user.get_by_label("Wissen").click();
        user.run();
        user.get_by_label_contains("Tabel, pijltjes").focus();
        user.run();
        user.key_press(Key::ArrowDown);
        user.run();
        user.key_press(Key::ArrowDown);
        user.run();
        user.key_press(Key::ArrowRight);
        user.run();
        user.key_press(Key::Enter);
        user.run();
    });
    assert_eq!(state.1, Some((7, 1)), "the second row, the second column");
}

#[test]
fn the_script_takes_the_place_of_the_map_and_gives_it_back() {
    let mut dock = DockState { open: Tab::Measures, ..DockState::default() };
    toggle(&mut dock);
    assert_eq!(dock.open, Tab::Script);
    let mut play = Play::new();
    let (dock, _) = desk(&mut play, dock, |user| user.get_by_label("Terug naar de kaart (F3)").click());
    assert_eq!(dock.open, Tab::Measures);
    // Nobody else has it.
    for viewer in [Viewer::Public, Viewer::Role(doorvoerland::sim::ids::RoleId(3))] {
        play.ask(ExerciseIntent::See(viewer));
        assert!(!matches!(play.view(Tab::Script).page, Page::Script(_)));
    }
}

#[test]
fn a_cell_is_changed_where_it_stands() {
    let mut play = Play::new();
    let row = first(&mut play);
    let (state, out) = desk(&mut play, DockState::default(), |user| {
        let title = user.get_by_label(&row.title).rect().center();
        for _ in 0..2 {
            user.drag_at(title);
            user.drop_at(title);
        }
        user.run();
        // The field is open with what stood there.
        let open = user.state().0.script.editing.as_ref().expect("the cell is open").text.clone();
        assert_eq!(open, row.title);
        user.event(egui::Event::Text("!".to_owned()));
        user.run();
        user.key_press(Key::Enter);
        user.run();
    });
    assert!(state.script.editing.is_none());
    let changes: Vec<&Intent> = out.iter().filter(|wish| matches!(wish, Intent::Exercise(_))).collect();
    let [Intent::Exercise(ExerciseIntent::Decide { command: Command::EditInject { inject, content }, .. })] =
        changes[..]
    else {
        panic!("one change: {out:?}")
    };
    assert_eq!(*inject, row.inject);
    assert_eq!(content.title.nl, format!("{}!", row.title));
    let mut same = content.clone();
    same.title = row.content.title.clone();
    assert_eq!(same, row.content, "nothing else has changed");
    play.give(out);
    assert_eq!(first(&mut play).title, format!("{}!", row.title));
}

#[test]
fn a_typed_moment_moves_an_inject_and_nonsense_says_so() {
    let mut play = Play::new();
    let row = first(&mut play);
    let page = page(&mut play);
    let due = row.due_at.expect("it has a moment");
    let to = due.after(Span::hours(5));
    let mut state = DockState::default();
    state.script.table.show(row.inject.index() as u64);
    state.script.table.column = 1;
    let typed = scenario_time(page.script.start, to);
    let type_in = |text: String| {
        move |user: &mut Desk| {
            user.get_by_label_contains("Tabel, pijltjes").focus();
            user.run();
            user.key_press(Key::Enter);
            user.run();
            user.state_mut().0.script.editing.as_mut().expect("the cell is open").text = text;
            user.run();
            user.key_press(Key::Enter);
            user.run();
        }
    };
    let (mut state, out) = desk(&mut play, state, type_in(typed));
    assert_eq!(*command(&out), Command::MoveInject { inject: row.inject, to });
    state.script.table.show(row.inject.index() as u64);
    let (_, out) = desk(&mut play, state, |user| {
        type_in("morgen".to_owned())(user);
        user.get_by_label_contains("Dit is geen moment");
    });
    assert!(out.is_empty());
}

/// Lanes with the whole exercise in sight.
fn lanes() -> DockState {
    let mut state = DockState::default();
    state.script.part = ScriptPart::Lanes;
    state
}

#[test]
fn a_mark_is_dragged_to_another_moment() {
    let mut play = Play::new();
    let row = first(&mut play);
    let due = row.due_at.expect("it has a moment");
    let label = format!("{} {}", row.code, row.title);
    let (_, out) = desk(&mut play, lanes(), |user| {
        let mark = user.get_by_label_contains(&label).rect();
        let from = mark.left_center() + vec2(6.0, 0.0);
        user.drag_at(from);
        user.run();
        for step in 1..=6 {
            user.hover_at(from + vec2(10.0 * step as f32, 0.0));
            user.run();
        }
        user.drop_at(from + vec2(60.0, 0.0));
        user.run();
    });
    let Command::MoveInject { inject, to } = command(&out) else { panic!("{out:?}") };
    assert_eq!(*inject, row.inject);
    assert!(*to > due, "later than {due}: {to}");
    play.give(out.clone());
    let moved = page(&mut play).script.rows().find(|each| each.inject == row.inject).cloned();
    assert_eq!(moved.and_then(|row| row.due_at), Some(*to));
}

#[test]
fn a_drag_into_the_past_is_refused_by_the_rules() {
    let mut play = Play::new();
    play.give(vec![Intent::Clock(doorvoerland::panels::intent::ClockIntent::Step)]);
    let row = first(&mut play);
    play.ask(ExerciseIntent::Decide {
        command: Command::MoveInject { inject: row.inject, to: Tick(0) },
        actor: Actor::Lead,
        at: None,
    });
    let answers = play.view(Tab::Script).answers;
    assert!(answers.iter().any(|answer| !answer.done), "{answers:?}");
    assert_eq!(first(&mut play).due_at, row.due_at);
}

#[test]
fn arrows_and_enter_move_a_mark_without_a_mouse() {
    let mut play = Play::new();
    let row = first(&mut play);
    let due = row.due_at.expect("it has a moment");
    let label = format!("{} {}", row.code, row.title);
    let (_, out) = desk(&mut play, lanes(), |user| {
        user.get_by_label_contains(&label).focus();
        user.run();
        user.key_press(Key::ArrowRight);
        user.run();
        user.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
        user.run();
        user.key_press(Key::Enter);
        user.run();
    });
    assert_eq!(*command(&out), Command::MoveInject { inject: row.inject, to: Tick(due.0 + 5) });
}

#[test]
fn the_timeline_comes_closer_and_goes_by_receiver() {
    let mut play = Play::new();
    let (state, _) = desk(&mut play, lanes(), |user| {
        user.get_by_label("+").click();
        user.run();
        user.get_by_label("Per ontvanger").click();
        user.run();
    });
    let closer = state.script.lanes.hour.expect("closer than the whole exercise");
    assert!(closer > 1.0);
    let (state, _) = desk(&mut play, state, |user| user.get_by_label("Hele oefening").click());
    assert_eq!(state.script.lanes.hour, None);
}

#[test]
fn the_load_warns_only_where_there_are_rounds() {
    let mut play = Play::new();
    let script = page(&mut play).script;
    assert!(!script.by_rounds && !script.loads.is_empty());
    let counted: u32 = script.loads.iter().flat_map(|row| &row.loads).map(|load| load.injects).sum();
    assert!(counted > 0, "somebody gets something");
    let fine = doorvoerland::view::script_view::Pace::Fine;
    assert!(script.loads.iter().flat_map(|row| &row.loads).all(|load| load.pace == fine));
    let map = Arc::new(doorvoerland::geo::map::MapData::built_in().expect("the map opens"));
    let folder = tempfile::tempdir().expect("a folder");
    let mut rounds = Play::of(&super::TEN_DAYS, map, folder, false);
    let script = page(&mut rounds).script;
    assert!(script.by_rounds && script.periods.len() == 3);
    for load in script.loads.iter().flat_map(|row| &row.loads) {
        assert_eq!(load.pace == fine, (2..=4).contains(&load.decisions), "{load:?}");
    }
}

#[test]
fn looking_ahead_gives_curves_that_begin_now_and_leaves_the_exercise_alone() {
    let mut play = Play::new();
    let stood = play.exercise.session().head().tick;
    let mut state = DockState::default();
    state.script.part = ScriptPart::Foresight;
    let (_, out) = desk(&mut play, state, |user| user.get_by_label("Vooruitkijken").click());
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::Foresee(true))]);
    play.give(out);
    let mut outlooks = None;
    for _ in 0..600 {
        use doorvoerland::app::driver::Driver as _;
        play.exercise.advance(Duration::ZERO);
        if let Some(ForesightView::Done(done)) = page(&mut play).foresight {
            outlooks = Some(done);
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    let outlooks = outlooks.expect("it was worked out");
    assert!(!outlooks.curves.is_empty());
    for curve in &outlooks.curves {
        assert_eq!(curve.points.len(), 25, "{}: now and every three hours", curve.name);
        assert_eq!(curve.points[0].0, stood);
        assert!(curve.points[0].1 == curve.points[0].2, "{}: the present is known", curve.name);
        assert!(curve.points.iter().all(|(_, low, high)| low <= high));
    }
    assert_eq!(play.exercise.session().head().tick, stood);
    let (_, out) = desk(&mut play, lanes(), |_| ());
    assert!(out.is_empty());
    let mut state = DockState::default();
    state.script.part = ScriptPart::Foresight;
    let name = outlooks.curves[0].name.clone();
    desk(&mut play, state, |user| {
        user.get_all_by_label_contains(&name).next().expect("the figure has its curve");
    });
}
