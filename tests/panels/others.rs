//! Clock, looking back, movements, settings, notices.

use super::{Play, SEAT, used};
use bevy_egui::egui::{self, accesskit::Role};
use doorvoerland::{
    app::driver::Driver as _,
    panels::{
        frame::PanelStates,
        intent::{ClockIntent, ExerciseIntent, Intent, SeatIntent},
        keys::{keys_first_ui, keys_ui},
        movement_plan_ui::PlanDraft,
        movement_ui::{MovementState, movement_ui},
        notices_ui::{NoticesState, notices_ui},
        page::{Page, Tab},
        settings_ui::{SettingsState, settings_ui},
        timeline::timeline_ui,
        top_bar::top_bar_ui,
    },
    sim::{
        command::{Actor, Command},
        ids::PoolId,
        time::Tick,
    },
    text::Language,
    view::{shell::Choice, stretch::Stretch, timeline_view::TimelineSeat, viewer::Viewer},
};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::time::Duration;

#[test]
fn the_clock_runs_at_its_pace_and_stops() {
    let mut play = Play::new();
    play.give(vec![Intent::Clock(ClockIntent::Pace(60)), Intent::Clock(ClockIntent::Run)]);
    let wake = play.exercise.advance(Duration::from_secs(1)).wake_after;
    assert!(wake.is_some_and(|wake| wake <= Duration::from_millis(100)));
    assert_eq!(play.exercise.session().shown().tick, Tick(4));
    play.give(vec![Intent::Clock(ClockIntent::Pause)]);
    assert_eq!(play.exercise.advance(Duration::from_secs(9)).wake_after, None, "asleep");
    assert_eq!(play.exercise.session().shown().tick, Tick(4));
}

#[test]
fn the_bar_takes_a_second_row_before_anything_in_it_overlaps() {
    let mut play = Play::new();
    let view = play.view(Tab::Inspector);
    let shell = play.exercise.shell(SEAT, &Choice::default());
    assert!(!shell.top.phase.is_empty(), "everybody sees the phase");
    let mut rows = Vec::new();
    for width in (900_u16..=1400).step_by(20) {
        let size = egui::vec2(f32::from(width), 120.0);
        let harness = Harness::builder().with_size(size).build_ui(|ui| {
            top_bar_ui(ui, (&shell, Some(&view)), &Choice::default(), 100, &mut Vec::new());
        });
        let [pace, smaller] = [harness.get_by_role(Role::ComboBox), harness.get_by_label("A−")];
        let (pace, smaller) = (pace.rect(), smaller.rect());
        assert!(pace.right() <= smaller.left(), "{width}: {pace:?} over {smaller:?}");
        assert!(harness.get_by_label(&shell.top.marking).rect().right() <= size.x, "{width}");
        rows.push(pace.center().y > 30.0);
    }
    assert!(rows.first() == Some(&true) && rows.last() == Some(&false) && rows.is_sorted_by(|a, b| a >= b));
}

#[test]
fn looking_back_refuses_decisions_and_returns() {
    let mut play = Play::new();
    for _ in 0..8 {
        play.give(vec![Intent::Clock(ClockIntent::Step)]);
    }
    let before = play.exercise.stamp(SEAT);
    play.give(vec![Intent::Clock(ClockIntent::Seek(Tick(2)))]);
    assert_ne!(play.exercise.stamp(SEAT), before);
    let view = play.view(Tab::Injects);
    assert!(!view.live && view.clock.looking_back.is_some());
    play.give(vec![Intent::Clock(ClockIntent::ToEnd)]);
    assert_eq!(play.exercise.session().shown().tick, Tick(8));
    assert!(play.view(Tab::Injects).live);
}

#[test]
fn a_click_on_the_timeline_goes_to_the_moment() {
    let mut play = Play::new();
    let view = play.view(Tab::Inspector);
    let end = view.timeline.end;
    let draw = move |ui: &mut egui::Ui, (): &mut (), out: &mut Vec<Intent>| {
        timeline_ui(ui, &view.timeline, true, out);
    };
    let ((), out) = used((), draw, |user| {
        user.drag_at(egui::pos2(300.0, 12.0));
        user.run();
        user.drop_at(egui::pos2(300.0, 12.0));
    });
    let Some(Intent::Clock(ClockIntent::Seek(tick))) = out.last() else { panic!("a moment, not {out:?}") };
    assert!(*tick > Tick(0) && *tick < end);
}

/// Where nothing reads the screen aloud, a mark is there to be used only near the pointer, with the focus, or when a key may move it.
#[test]
fn marks_of_the_timeline_open_without_anything_that_reads_the_screen() {
    let mut play = Play::new();
    let view = play.view(Tab::Inspector).timeline;
    let shown = |events: Vec<egui::Event>, context: &egui::Context| {
        let screen_rect = Some(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 200.0)));
        let (mut out, mut opened) = (Vec::new(), None);
        let input = egui::RawInput { screen_rect, events, ..Default::default() };
        let _ = context.run_ui(input, |ui| opened = timeline_ui(ui, &view, true, &mut out).or(opened));
        (opened, out)
    };
    let at = |pos| egui::Event::PointerMoved(pos);
    let press = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    // A screen on which the timeline was drawn before.
    let drawn = || {
        let context = egui::Context::default();
        shown(Vec::new(), &context);
        context
    };
    // Where the marks stand: the pointer looks for them along the first lane.
    let marks: Vec<egui::Pos2> = (130_u16..1270)
        .step_by(4)
        .map(|x| egui::pos2(f32::from(x), 26.0))
        .filter(|pos| {
            let context = drawn();
            shown(vec![at(*pos), press(*pos, true)], &context);
            shown(vec![press(*pos, false)], &context).0.is_some()
        })
        .collect();
    let lane = &view.strip.lanes[0].marks;
    assert!(!lane.is_empty() && marks.len() >= lane.len(), "{marks:?}");
    // It comes and clicks at once: the mark opens, and the clock does not go to that moment.
    let (mark, context) = (marks[0], drawn());
    shown(vec![at(mark), press(mark, true)], &context);
    let (opened, out) = shown(vec![press(mark, false)], &context);
    assert!(opened.is_some() && out.is_empty(), "{out:?}");
    // It stands there first: the same.
    let context = drawn();
    shown(vec![at(mark)], &context);
    shown(vec![at(mark)], &context);
    shown(vec![press(mark, true)], &context);
    let (again, out) = shown(vec![press(mark, false)], &context);
    assert!(again == opened && out.is_empty(), "{out:?}");
    // By key alone: the tabulator reaches a mark and the return key opens it.
    let context = drawn();
    let key = |key, pressed| egui::Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: egui::Modifiers::NONE,
    };
    let by_key = (0..40).find_map(|_| {
        shown(vec![key(egui::Key::Tab, true)], &context);
        shown(vec![key(egui::Key::Tab, false)], &context);
        shown(vec![key(egui::Key::Enter, true)], &context).0
    });
    assert!(by_key.is_some(), "no mark was reached");
}

#[test]
fn the_timeline_comes_closer_down_to_an_hour_and_goes_back_to_the_whole() {
    let mut play = Play::new();
    let (mut choice, mut lines) = (Choice::default(), Vec::new());
    let press = |play: &mut Play, choice: &mut Choice, name: &'static str| {
        let view = play.exercise.exercise(SEAT, choice, Tab::Inspector).expect("there is an exercise");
        let draw = move |ui: &mut egui::Ui, (): &mut (), out: &mut Vec<Intent>| {
            timeline_ui(ui, &view.timeline, true, out);
        };
        let ((), out) = used((), draw, |user| user.get_by_label(name).click());
        for wish in out {
            if let Intent::Seat(SeatIntent::Stretch(stretch)) = wish {
                choice.stretch = stretch;
            }
        }
    };
    let shown = |play: &mut Play, choice: &Choice| {
        play.exercise.exercise(SEAT, choice, Tab::Inspector).expect("there is an exercise").timeline
    };
    for _ in 0..10 {
        press(&mut play, &mut choice, "Dichterbij");
        lines.push(shown(&mut play, &choice).strip.scale.len());
    }
    assert_eq!(choice.stretch.map(Stretch::length), Some(4));
    assert!(lines.iter().all(|lines| (1..=15).contains(lines)), "{lines:?}");
    let hour = shown(&mut play, &choice);
    let texts: Vec<&str> = hour.strip.scale.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, ["D+0 ma 5 okt 06:00", "06:15", "06:30", "06:45", "07:00"]);
    let marks =
        |timeline: &TimelineSeat| timeline.strip.lanes.iter().map(|lane| lane.marks.len()).sum::<usize>();
    assert!(marks(&hour) < marks(&shown(&mut play, &Choice::default())));
    press(&mut play, &mut choice, "Later");
    assert_eq!(choice.stretch.map(|stretch| stretch.from), Some(Tick(2)));
    for _ in 0..10 {
        press(&mut play, &mut choice, "Verder weg");
    }
    assert_eq!(choice.stretch, None);
}

#[test]
fn page_up_and_down_go_from_event_to_event_and_a_key_puts_a_bookmark() {
    let mut play = Play::new();
    for _ in 0..3 {
        play.give(vec![Intent::Clock(ClockIntent::Step)]);
    }
    play.ask(ExerciseIntent::Bookmark("hier".to_owned()));
    for _ in 0..3 {
        play.give(vec![Intent::Clock(ClockIntent::Step)]);
    }
    let pressed = |play: &mut Play, key: egui::Key, held: egui::Modifiers| {
        let view = play.view(Tab::Inspector);
        let draw = move |ui: &mut egui::Ui, states: &mut PanelStates, out: &mut Vec<Intent>| {
            keys_first_ui(ui, &view, states, out);
            keys_ui(ui, &view, states, out);
        };
        used(PanelStates::default(), draw, |user| user.key_press_modifiers(held, key)).1
    };
    let back = pressed(&mut play, egui::Key::PageUp, egui::Modifiers::NONE);
    play.give(back);
    let now = play.exercise.session().shown().tick;
    assert!(now < Tick(6) && now >= Tick(3), "{now:?}");
    let on = pressed(&mut play, egui::Key::PageDown, egui::Modifiers::NONE);
    assert!(on.is_empty() || matches!(on[0], Intent::Clock(ClockIntent::Seek(tick)) if tick > now), "{on:?}");
    play.give(vec![Intent::Clock(ClockIntent::ToEnd)]);
    let marked = pressed(&mut play, egui::Key::B, egui::Modifiers::COMMAND);
    assert!(matches!(marked[..], [Intent::Exercise(ExerciseIntent::Bookmark(_))]), "{marked:?}");
}

#[test]
fn space_runs_and_the_arrow_steps() {
    let mut play = Play::new();
    let view = play.view(Tab::Inspector);
    let draw = move |ui: &mut egui::Ui, states: &mut PanelStates, out: &mut Vec<Intent>| {
        keys_ui(ui, &view, states, out);
    };
    let (_, out) = used(PanelStates::default(), draw, |user| {
        user.key_press(egui::Key::Space);
        user.run();
        user.key_press(egui::Key::ArrowRight);
    });
    assert_eq!(out, [Intent::Clock(ClockIntent::Run), Intent::Clock(ClockIntent::Step)]);
}

#[test]
fn a_movement_is_planned_only_with_a_reason() {
    let mut play = Play::new();
    let view = play.view(Tab::Movements);
    let Page::Movements(movements) = &view.page else { panic!("there are movements") };
    let first = movements.movements[0].clone();
    let role = first.plan_as.expect("the lead acts for everybody");
    let draw = {
        let view = view.clone();
        move |ui: &mut egui::Ui, state: &mut MovementState, out: &mut Vec<Intent>| {
            let Page::Movements(movements) = &view.page else { panic!("there are movements") };
            movement_ui(ui, &view, movements, state, &mut Tab::Movements.clone(), out);
        }
    };
    let (mut state, out) = used(MovementState::default(), draw.clone(), |user| {
        user.get_all_by_label("Vertrekken stilleggen").next().expect("it can be held").click();
    });
    assert!(out.is_empty());
    state.drafts.get_mut(&first.movement).expect("a draft").reason = "Kade vol".to_owned();
    let (_, out) = used(state, draw, |user| {
        user.get_all_by_label("Verdeling vaststellen…").next().expect("it can be set").click();
    });
    let [Intent::Exercise(ExerciseIntent::Decide { command, actor, .. })] = out.as_slice() else {
        panic!("a decision, not {out:?}")
    };
    assert_eq!(*actor, Actor::Role(role));
    assert!(matches!(command, Command::PlanMovement { order, .. } if order.on_hold));
    play.give(out);
    assert!(play.exercise.session().shown().movements[first.movement].order.on_hold);
}

#[test]
fn a_refusal_is_a_notice_with_a_whole_sentence_until_it_is_taken_away() {
    let mut play = Play::new();
    let command = Command::FireInject { inject: doorvoerland::sim::ids::InjectId(0) };
    let decide = || ExerciseIntent::Decide { command: command.clone(), actor: Actor::Lead, at: None };
    play.ask(decide());
    play.ask(decide());
    let view = play.view(Tab::Inspector);
    let answer = view.answers.last().expect("an answer").clone();
    assert!(!answer.done && answer.text.len() > 10, "{answer:?}");
    let draw = move |ui: &mut egui::Ui, state: &mut NoticesState, out: &mut Vec<Intent>| {
        notices_ui(ui, &view, state, out);
    };
    let (_, out) = used(NoticesState::default(), draw, |user| {
        user.get_all_by_label("×").last().expect("it can be closed").click();
    });
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::Dismiss(answer.number))]);
    play.give(out);
    assert!(play.view(Tab::Inspector).answers.is_empty());
}

#[test]
fn another_language_and_another_chair() {
    let mut play = Play::new();
    let view = play.view(Tab::Settings);
    let draw = move |ui: &mut egui::Ui, state: &mut SettingsState, out: &mut Vec<Intent>| {
        settings_ui(ui, &view, &Choice::default(), 100, state, out);
    };
    let (_, out) = used(SettingsState::default(), draw, |user| user.get_by_label("English").click());
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::Speak(Language::En))]);
    play.give(out);
    assert_eq!(play.view(Tab::Settings).tongue.word("tab-board"), "Allocation board");
    let role = play.exercise.session().country().pools[PoolId(0)].owner;
    play.ask(ExerciseIntent::See(Viewer::Role(role)));
    let view = play.view(Tab::Injects);
    assert!(matches!(view.page, Page::Inspector(_)), "a role has no script");
    assert!(!view.clock.may_steer);
}

#[test]
fn an_exercise_that_was_closed_can_only_be_looked_at() {
    let mut play = Play::new();
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
    play.ask(ExerciseIntent::Close);
    assert!(!play.view(Tab::Settings).live);
    assert_eq!(play.recordings().len(), 1);
}

#[test]
fn a_movement_gets_another_port_way_and_order_of_kinds() {
    let mut play = Play::new();
    let view = play.view(Tab::Movements);
    let Page::Movements(movements) = &view.page else { panic!("there are movements") };
    let first = movements.movements[0].clone();
    let pieces: u32 = first.kinds.iter().map(|row| row.pieces).sum();
    assert_eq!(pieces, first.pieces, "the kinds are all there is");
    let (ships, options) = (&first.choices.ports[0].0, &first.choices.ports[0].1);
    assert!(ships.starts_with("Schip") && options.len() > 1, "{options:?}");
    let mut state = MovementState::default();
    let mut draft = PlanDraft::new(&first.order);
    draft.order.ports[0] = options[1].0;
    draft.order.corridors[0] = first.choices.corridors[0].1.last().expect("a way").0;
    draft.reason = "Kade vol".to_owned();
    state.drafts.insert(first.movement, draft);
    let draw = move |ui: &mut egui::Ui, state: &mut MovementState, out: &mut Vec<Intent>| {
        let Page::Movements(movements) = &view.page else { panic!("there are movements") };
        movement_ui(ui, &view, movements, state, &mut Tab::Movements.clone(), out);
    };
    let second = &first.kinds[1].name;
    let (_, out) = used(state, draw, |user| {
        user.get_by_label(&format!("Eerder laten vertrekken: {second}")).click();
        user.run();
        user.get_by_label("Verdeling vaststellen…").click();
    });
    play.give(out);
    let now = &play.exercise.session().shown().movements[first.movement].order;
    assert_eq!(now.ports[0], options[1].0);
    assert!(now.corridors[0].is_some());
    assert_ne!(now.kinds, first.order.kinds);
    let Page::Movements(after) = play.view(Tab::Movements).page else { panic!("there are movements") };
    assert!(after.movements[0].ships[0].words.contains(&options[1].1), "{:?}", after.movements[0].ships[0]);
}

#[test]
fn the_consequences_are_a_page_of_the_lead_with_its_classes_in_words() {
    use doorvoerland::panels::{lists_ui::ListState, score_ui::score_ui};
    let mut play = Play::new();
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
    assert!(Tab::Score.is_for(Viewer::Lead) && !Tab::Score.is_for(Viewer::Public));
    let view = play.view(Tab::Score);
    let draw = move |ui: &mut egui::Ui, list: &mut ListState, _: &mut Vec<Intent>| {
        let Page::Score(score) = &view.page else { panic!("the lead sees the consequences") };
        score_ui(ui, &view, score, list);
    };
    let (_, out) = used(ListState::default(), draw, |user| {
        for label in
            ["Profiel: zes belangen", "Twee sporen", "Zeven basisvereisten van de NAVO", "Zes pijlers"]
        {
            user.get_by_label(label);
        }
        user.get_by_label_contains("Fysieke veiligheid").click();
    });
    assert!(out.is_empty(), "looking asks for nothing");
}
