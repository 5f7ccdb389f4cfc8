//! Operator mode on the screen, by keys alone: twelve cards, what is wrong and mended, taking back, and who may not.

use super::{Play, SEAT};
use bevy_egui::egui;
use doorvoerland::{
    app::driver::Driver as _,
    panels::{
        intent::{ClockIntent, ExerciseIntent, Intent},
        operator_ui::{OperatorState, operator_ui},
        page::{Page, Tab},
    },
    session::deck::{Card, Choice, deck},
    sim::{command::Actor, ids::RoleId, time::Tick},
    view::{operator_page::OperatorView, viewer::Viewer},
};
use egui_kittest::{Harness, kittest::Queryable as _};

/// Keystroke-level model: S. K. Card, T. P. Moran and A. Newell (1980), CACM 23(7), 396-410: typing complex codes, the slowest that
/// they tell of, and the time to prepare before each chunk. As in tests/session/operator.rs.
const CODE_KEY_MS: u32 = 750;
const MENTAL_MS: u32 = 1350;
/// What the brief of the day allows for twelve cards.
const ALLOWED_MS: u32 = 240_000;

/// A play with operator mode on the screen; every wish is done at once, as the window does it between two frames.
struct Typist {
    play: Play,
    state: OperatorState,
    keys: u32,
}

type Screen<'a> = Harness<'a, Typist>;

fn screen(play: Play) -> Screen<'static> {
    let typist = Typist { play, state: OperatorState::default(), keys: 0 };
    let mut screen = Harness::builder().with_size(egui::vec2(400.0, 700.0)).build_ui_state(
        |ui, typist: &mut Typist| {
            let view = typist.play.view(Tab::Operator);
            let Page::Operator(page) = &view.page else { return };
            let mut out: Vec<Intent> = Vec::new();
            operator_ui(ui, &view, page, &mut typist.state, &mut out);
            typist.play.give(out);
        },
        typist,
    );
    screen.run();
    screen
}

fn page(screen: &mut Screen<'_>) -> OperatorView {
    let Page::Operator(page) = screen.state_mut().play.view(Tab::Operator).page else { panic!("the page") };
    *page
}

/// Types as a keyboard does: each key by itself, to whatever has the focus.
fn typed(screen: &mut Screen<'_>, line: &str) {
    for letter in line.chars() {
        screen.event(egui::Event::Text(letter.to_string()));
    }
    screen.run();
    screen.key_press(egui::Key::Enter);
    screen.run();
    screen.state_mut().keys += u32::try_from(line.chars().count()).expect("a short line") + 1;
}

fn cards(screen: &Screen<'_>) -> Vec<Card> {
    let session = screen.state().play.exercise.session();
    deck(session.country(), session.plan())
}

fn decided(screen: &Screen<'_>) -> usize {
    let log = screen.state().play.exercise.session().log();
    log.iter().filter(|record| matches!(record.by.actor, Actor::Role(_))).count()
}

#[test]
fn twelve_cards_are_typed_without_a_mouse_in_less_than_four_minutes() {
    let mut screen = screen(Play::new());
    let (mut entered, mut keys, mut chunks) = (0_u32, 0, 0);
    for card in cards(&screen) {
        let session = screen.state().play.exercise.session();
        let regional = !card.choice.fields(session.country()).is_empty();
        // Half of the cards are about capacity: they have the most to type.
        let rest = match card.choice {
            Choice::Take(_) if entered < 6 => {
                if regional {
                    "17 1430"
                } else {
                    "1430"
                }
            }
            Choice::Divide(_) if entered >= 6 => "3 6 12 1430",
            _ => continue,
        };
        screen.state_mut().keys = 0;
        let line = format!("{} {rest}", card.number);
        typed(&mut screen, &line);
        let understood = page(&mut screen).understood;
        if understood.is_empty() {
            // A card that the rules refuse: put away, it is none of the twelve.
            typed(&mut screen, "x");
            continue;
        }
        assert!(understood.contains(&card.number.to_string()), "{understood}");
        screen.get_by_label(&understood);
        typed(&mut screen, "");
        entered += 1;
        keys += screen.state().keys;
        chunks += u32::try_from(line.split(' ').count()).expect("a few parts") + 1;
        assert_eq!(decided(&screen), entered as usize);
        if entered == 12 {
            break;
        }
    }
    assert_eq!(entered, 12);
    let slow_ms = keys * CODE_KEY_MS + chunks * MENTAL_MS;
    assert!(slow_ms <= ALLOWED_MS, "{keys} keys, {chunks} chunks: {slow_ms} ms");
    let page = page(&mut screen);
    assert_eq!((page.entered.len(), page.count.as_str()), (12, "12 kaarten ingevoerd."));
    screen.get_by_label("Laatste besluiten van de rollen");
}

#[test]
fn what_is_wrong_says_why_and_comes_back_to_be_mended() {
    let mut screen = screen(Play::new());
    typed(&mut screen, "7");
    let said = page(&mut screen);
    assert!(!said.fine && said.said.contains("101"), "{}", said.said);
    screen.get_by_label(&said.said);
    assert_eq!(screen.state().state.line, "7", "it stands there again");
    // Marked: what is typed next takes its place.
    let card = cards(&screen)[0].number.to_string();
    typed(&mut screen, &card);
    let now = page(&mut screen);
    assert!(now.fine && now.card.contains(&card), "{now:?}");
    typed(&mut screen, "x");
    assert!(page(&mut screen).card.is_empty());
    typed(&mut screen, "?");
    assert!(page(&mut screen).help.len() > 3);
    assert_eq!(decided(&screen), 0);
}

#[test]
fn a_card_step_by_step_shows_what_can_be_chosen_and_is_taken_back() {
    let mut screen = screen(Play::new());
    let card = cards(&screen).into_iter().find(|card| matches!(card.choice, Choice::Divide(_)));
    typed(&mut screen, &card.expect("a pool").number.to_string());
    let asked = page(&mut screen);
    assert!(asked.choices.len() > 8, "ways and categories by number: {:?}", asked.choices);
    for part in ["3", "6", "12"] {
        typed(&mut screen, part);
    }
    assert!(page(&mut screen).question.contains("1430"), "the time is asked last");
    typed(&mut screen, "");
    assert!(!page(&mut screen).understood.is_empty(), "no time is now");
    typed(&mut screen, "");
    assert_eq!(decided(&screen), 1);
    typed(&mut screen, "t");
    typed(&mut screen, "");
    let page = page(&mut screen);
    assert!(page.fine && page.entered[0].undone && page.count.is_empty(), "{page:?}");
}

#[test]
fn the_line_takes_what_is_typed_after_a_click_elsewhere() {
    let mut screen = screen(Play::new());
    let card = cards(&screen).into_iter().find(|card| matches!(card.choice, Choice::Divide(_)));
    let number = card.expect("a pool").number;
    screen.key_press(egui::Key::Escape);
    screen.run();
    // Key by key, each in a frame of its own: the first one finds the line.
    for letter in format!("{number} 3 6 12 .").chars() {
        screen.event(egui::Event::Text(letter.to_string()));
        screen.run();
    }
    assert_eq!(screen.state().state.line, format!("{number} 3 6 12 ."));
    typed(&mut screen, "");
    screen.key_press(egui::Key::Escape);
    screen.run();
    typed(&mut screen, "");
    assert_eq!(decided(&screen), 1);
}

#[test]
fn a_card_that_is_read_back_while_the_clock_runs_counts_from_its_confirmation() {
    let mut screen = screen(Play::new());
    let card = cards(&screen).into_iter().find(|card| matches!(card.choice, Choice::Divide(_)));
    typed(&mut screen, &format!("{} 3 6 12 .", card.expect("a pool").number));
    let step = vec![Intent::Clock(ClockIntent::Step), Intent::Clock(ClockIntent::Step)];
    screen.state_mut().play.give(step);
    typed(&mut screen, "");
    assert!(page(&mut screen).fine, "{}", page(&mut screen).said);
    let log = screen.state().play.exercise.session().log();
    let record =
        log.iter().rev().find(|record| matches!(record.by.actor, Actor::Role(_))).expect("it counts");
    assert_eq!((record.submitted, record.effective), (Tick(2), Tick(2)));
}

#[test]
fn nobody_but_the_staff_types_cards() {
    let mut play = Play::new();
    play.ask(ExerciseIntent::See(Viewer::Role(RoleId(0))));
    assert!(matches!(play.view(Tab::Operator).page, Page::Inspector(_)));
    let before = play.exercise.stamp(SEAT);
    play.ask(ExerciseIntent::Type("101".to_owned()));
    assert_eq!(play.exercise.stamp(SEAT), before);
}
