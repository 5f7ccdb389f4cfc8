//! The desk of a role, its inbox by channel, lists as tables, and the bar with which a pool is divided.

use super::{Play, used};
use bevy_egui::egui::{self, Key, vec2};
use doorvoerland::{
    app::driver::Driver as _,
    panels::{
        desk_ui::{DeskState, desk_ui},
        intent::{ClockIntent, ExerciseIntent, Intent},
        log_ui::{LogState, log_ui},
        messages_ui::{MessagesState, messages_ui},
        page::{Page, Tab},
        pool_board_ui::{BoardState, pool_board_ui},
        split_ui::split_ui,
    },
    sim::{
        command::{Actor, Command},
        country::{Class, Policy},
        ids::RoleId,
        plan::Channel,
    },
    text::channel_key,
    view::{desk_view::DeskView, pool_draft::Draft, viewer::Viewer},
};
use egui_kittest::kittest::Queryable as _;
use std::time::{Duration, Instant};

fn role(play: &Play, code: &str) -> RoleId {
    play.exercise.session().country().roles.find(|row| row.code == code).expect("the country has the role")
}

fn desk(play: &mut Play) -> DeskView {
    let Page::Desk(desk) = play.view(Tab::Desk).page else { panic!("everybody has a picture") };
    *desk
}

/// Sends the first inject of the script that a role receives, and says how it came.
fn sent_to_somebody(play: &mut Play) -> (RoleId, Channel) {
    let Page::Injects(script) = play.view(Tab::Injects).page else { panic!("the lead has a script") };
    let row = script.line.iter().find(|row| !row.content.receivers.is_empty()).expect("one by name").clone();
    let command = Command::FireInject { inject: row.inject };
    play.ask(ExerciseIntent::Decide { command, actor: Actor::Lead, at: None });
    (row.roles[0], row.channel)
}

#[test]
fn a_role_sees_every_theme_with_a_word_and_a_number() {
    let mut play = Play::new();
    let prorail = role(&play, "prorail");
    play.ask(ExerciseIntent::See(Viewer::Role(prorail)));
    let desk = desk(&mut play);
    let names: Vec<&str> = desk.themes.iter().map(|theme| theme.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Bevolking en voorzieningen",
            "Openbare orde en bestuur",
            "Zorg",
            "Energie",
            "Telecom en ICT",
            "Vervoer",
            "Economie",
            "Defensie"
        ]
    );
    let lines = desk.themes.iter().flat_map(|theme| &theme.lines);
    let processes = play.exercise.session().country().processes.len();
    assert_eq!(lines.clone().filter(|line| line.class.is_some()).count(), processes, "each in one theme");
    for line in lines {
        assert!(!line.value.is_empty() && !line.trend_word.is_empty(), "{line:?}");
        assert_eq!(line.class.is_some(), !line.word.is_empty(), "{line:?}");
    }
    // It divides something, and nobody else's pools are its own.
    assert!(!desk.own.is_empty());
    let country = play.exercise.session().country().clone();
    assert!(desk.own.iter().all(|pool| country.pools[pool.pool].owner == prorail));
    // The shared picture has no troops, no requests and no pools.
    play.ask(ExerciseIntent::See(Viewer::Public));
    let shared = self::desk(&mut play);
    assert!(shared.themes.iter().all(|theme| theme.name != "Defensie"));
    assert!(shared.own.is_empty() && shared.requests.is_empty() && shared.decisions.is_empty());
}

#[test]
fn a_channel_of_the_desk_opens_the_inbox_with_that_channel() {
    let mut play = Play::new();
    let (role, channel) = sent_to_somebody(&mut play);
    play.ask(ExerciseIntent::See(Viewer::Role(role)));
    let view = play.view(Tab::Desk);
    let name = view.tongue.word(channel_key(channel));
    let unread = desk(&mut play).inbox[0].unread;
    assert_eq!(unread, 1);
    type Open = (DeskState, Tab, Option<Channel>);
    let draw = move |ui: &mut egui::Ui, (state, open, chosen): &mut Open, out: &mut Vec<Intent>| {
        let Page::Desk(desk) = &view.page else { panic!("the desk") };
        *chosen = desk_ui(ui, &view, desk, state, open, out).or(*chosen);
    };
    let label = format!("{name}: 1 ongelezen");
    let ((_, open, chosen), _) = used((DeskState::default(), Tab::Desk, None), draw, |user| {
        user.get_by_label(&label).click();
    });
    assert_eq!((open, chosen), (Tab::Messages, Some(channel)));
    let view = play.view(Tab::Messages);
    let Page::Messages(inbox) = &view.page else { panic!("the inbox") };
    let text = inbox.messages[0].text.clone();
    let draw = move |ui: &mut egui::Ui, state: &mut MessagesState, out: &mut Vec<Intent>| {
        let Page::Messages(messages) = &view.page else { panic!("the inbox") };
        messages_ui(ui, &view, messages, state, out);
    };
    let state = MessagesState { channel: Some(channel), ..MessagesState::default() };
    let label = format!("{name} (1)");
    let (state, _) = used(state, draw, |user| {
        user.get_by_label(&label);
        user.get_by_label(&text);
    });
    // Another channel has nothing of it.
    let other = if channel == Channel::News { Channel::Social } else { Channel::News };
    let view = play.view(Tab::Messages);
    let draw = move |ui: &mut egui::Ui, state: &mut MessagesState, out: &mut Vec<Intent>| {
        let Page::Messages(messages) = &view.page else { panic!("the inbox") };
        messages_ui(ui, &view, messages, state, out);
    };
    used(MessagesState { channel: Some(other), ..state }, draw, |user| {
        assert!(user.query_by_label(&text).is_none());
        user.get_by_label("Geen berichten op deze manier");
    });
}

#[test]
fn the_log_can_be_read_as_a_table() {
    let mut play = Play::new();
    sent_to_somebody(&mut play);
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
    let view = play.view(Tab::Log);
    let Page::Log(log, ..) = &view.page else { panic!("a log") };
    let (text, at) = (log.lines[0].text.clone(), log.lines[0].at);
    let draw = move |ui: &mut egui::Ui, state: &mut LogState, out: &mut Vec<Intent>| {
        let Page::Log(log, decisions, debrief) = &view.page else { panic!("a log") };
        log_ui(ui, &view, (log, decisions, debrief), state, out);
    };
    let (state, out) = used(LogState::default(), draw, |user| {
        user.get_by_label("Als tabel").click();
        user.run();
        user.get_by_label(&text);
        user.get_by_label_contains("Tabel, pijltjes").focus();
        user.run();
        user.key_press(Key::ArrowDown);
        user.run();
        user.key_press(Key::Enter);
        user.run();
    });
    assert!(state.list.shown);
    assert!(out.contains(&Intent::Clock(ClockIntent::Seek(at))), "{out:?}");
}

#[test]
fn the_bar_of_a_closed_pool_takes_the_room_of_an_open_one() {
    let mut play = Play::new();
    let view = play.view(Tab::Board);
    let policy = play.exercise.session().country().pools.rows()[0].default.clone();
    let draw = move |ui: &mut egui::Ui, heights: &mut Vec<f32>, _: &mut Vec<Intent>| {
        *heights = [0, 1, 20]
            .map(|units| {
                ui.scope(|ui| split_ui(ui, &view, units, &mut policy.clone())).response.rect.height()
            })
            .to_vec();
    };
    let (heights, _) = used(Vec::new(), draw, |_| {});
    assert!(heights.iter().all(|height| (height - heights[0]).abs() < 0.5), "{heights:?}");
}

#[test]
fn a_step_of_the_bar_is_dragged_and_moved_with_arrows() {
    let mut play = Play::new();
    let view = play.view(Tab::Board);
    let policy = play.exercise.session().country().pools.rows()[0].default.clone();
    let class = policy.order[1];
    let before = policy.minimum[class];
    let place = Class::ALL.iter().position(|each| *each == class).expect("a class");
    let label = format!("Vrijgehouden voor {}", view.choices.classes[place]);
    let draw = move |ui: &mut egui::Ui, policy: &mut Policy, _: &mut Vec<Intent>| {
        split_ui(ui, &view, 20, policy);
    };
    let (policy, _) = used(policy, draw, |user| {
        let grip = user.get_by_label_contains(&label).rect().center();
        user.drag_at(grip);
        user.run();
        user.hover_at(grip + vec2(40.0, 0.0));
        user.run();
        user.hover_at(grip + vec2(80.0, 0.0));
        user.run();
        user.drop_at(grip + vec2(80.0, 0.0));
        user.run();
        let dragged = user.state().0.minimum[class];
        assert!(dragged > before, "{dragged} after {before}");
        user.get_by_label_contains(&label).focus();
        user.run();
        user.key_press(Key::ArrowRight);
        user.run();
        assert_eq!(user.state().0.minimum[class], dragged + 1);
        for _ in 0..3 {
            user.key_press(Key::ArrowLeft);
            user.run();
        }
        assert_eq!(user.state().0.minimum[class], dragged - 2);
    });
    assert!(policy.minimum[class] > 0);
}

#[test]
fn a_newer_draft_takes_the_place_of_an_older_one_and_its_bands_are_its_own() {
    let mut play = Play::new();
    let Page::Board(page) = play.view(Tab::Board).page else { panic!("a board") };
    let pool = page.board.pools[0].pool;
    play.ask(ExerciseIntent::ShowPool(Some(pool)));
    let ordinary = play.exercise.session().country().pools[pool].default.clone();
    let stood = play.exercise.session().head().tick;
    let mut draft = |swap: (usize, usize)| {
        let mut policy = ordinary.clone();
        policy.order.swap(swap.0, swap.1);
        let draft = Draft { pool, policy, until: None, asks: None };
        play.ask(ExerciseIntent::Weigh(Some(draft.clone())));
        draft
    };
    draft((3, 4));
    let last = draft((4, 5));
    let began = Instant::now();
    let weighed = loop {
        play.exercise.advance(Duration::ZERO);
        let Page::Board(page) = play.view(Tab::Board).page else { panic!("a board") };
        let weighed = page.weighed.expect("it is weighed");
        if !weighed.working {
            break weighed;
        }
        assert!(began.elapsed() < Duration::from_mins(1), "the forecast never came");
        std::thread::sleep(Duration::from_millis(5));
    };
    let bands = weighed.bands.expect("it may be set");
    assert_eq!(bands.throws, 5);
    assert_eq!(weighed.draft, last);
    for course in bands.granted.iter().chain(&bands.refused) {
        assert_eq!(course.len(), 25, "now and every three hours");
        assert_eq!(course[0], (stood, 0, 0), "counted from now on");
        assert!(course.windows(2).all(|pair| pair[0].1 <= pair[1].1 && pair[0].2 <= pair[1].2));
        assert!(course.iter().all(|(_, low, high)| low <= high));
    }
    // The exercise's own dice lie within the band.
    let own: u32 = bands.forecast.with.granted.0.iter().sum();
    let (_, low, high) = bands.granted[1][24];
    assert!((low..=high).contains(&i64::from(own)), "{low} {own} {high}");
    assert_eq!(play.exercise.session().head().tick, stood);
}

#[test]
fn a_division_can_be_undone_in_its_own_quarter_of_an_hour() {
    let mut play = Play::new();
    let Page::Board(page) = play.view(Tab::Board).page else { panic!("a board") };
    let pool = page.board.pools[0].pool;
    let row = play.exercise.session().country().pools[pool].clone();
    let mut policy = row.default.clone();
    policy.order.swap(4, 5);
    let set = Command::SetPolicy { pool, policy: policy.clone(), until: None, reason: "Proef".to_owned() };
    play.ask(ExerciseIntent::Decide { command: set, actor: Actor::Role(row.owner), at: None });
    assert_eq!(play.exercise.session().head().pools[pool].policy, policy);
    play.ask(ExerciseIntent::See(Viewer::Role(row.owner)));
    play.ask(ExerciseIntent::ShowPool(Some(pool)));
    let view = play.view(Tab::Board);
    let draw = move |ui: &mut egui::Ui, state: &mut BoardState, out: &mut Vec<Intent>| {
        let Page::Board(page) = &view.page else { panic!("a board") };
        pool_board_ui(ui, &view, page, state, out);
    };
    let (_, out) = used(BoardState::default(), draw, |user| {
        user.get_by_label("Laatste besluit ongedaan maken").click();
    });
    play.give(out);
    assert_eq!(play.exercise.session().head().pools[pool].policy, row.default);
    // Once time has passed there is nothing to undo.
    play.ask(ExerciseIntent::See(Viewer::Lead));
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
    let Page::Board(page) = play.view(Tab::Board).page else { panic!("a board") };
    assert!(page.pool.expect("open").undo.is_none());
}
