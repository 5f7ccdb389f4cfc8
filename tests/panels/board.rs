//! The allocation board: choose a pool, draft a policy, read what the rules say, set it.

use super::{Play, used};
use bevy_egui::egui;
use doorvoerland::{
    panels::{
        intent::{ExerciseIntent, Intent},
        page::{BoardPage, Page, Tab},
        pool_board_ui::{BoardState, pool_board_ui},
    },
    sim::{
        command::{Actor, Command},
        country::Policy,
    },
    view::{pool_board_view::PoolLine, pool_draft::Draft},
};
use egui_kittest::{Harness, kittest::Queryable as _};

type Used<'a> = Harness<'a, (BoardState, Vec<Intent>)>;

fn page(play: &mut Play) -> BoardPage {
    let Page::Board(page) = play.view(Tab::Board).page else { panic!("there is a board") };
    *page
}

fn panel(play: &mut Play, state: BoardState, user: impl FnOnce(&mut Used)) -> (BoardState, Vec<Intent>) {
    let view = play.view(Tab::Board);
    let draw = move |ui: &mut egui::Ui, state: &mut BoardState, out: &mut Vec<Intent>| {
        let Page::Board(page) = &view.page else { panic!("there is a board") };
        pool_board_ui(ui, &view, page, state, out);
    };
    used(state, draw, user)
}

#[test]
fn a_click_on_a_pool_opens_it() {
    let mut play = Play::new();
    let line = page(&mut play).board.pools[0].clone();
    let (_, out) = panel(&mut play, BoardState::default(), |user| {
        user.get_all_by_label(&line.name).next().expect("the pool is in the list").click();
    });
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::ShowPool(Some(line.pool)))]);
    play.give(out);
    assert_eq!(page(&mut play).pool.expect("a pool is open").line.pool, line.pool);
}

/// Drafts an order for the first pool, gives a reason and presses the button: what the rules said, and what was asked.
fn try_order(
    play: &mut Play,
    line: &PoolLine,
    order: &[usize; 6],
) -> (Result<(), String>, Policy, Vec<Intent>) {
    play.ask(ExerciseIntent::ShowPool(Some(line.pool)));
    let (mut state, _) = panel(play, BoardState::default(), |_| {});
    let editor = state.editor.as_mut().expect("the editor opens with the pool");
    let before = editor.policy.order;
    editor.policy.order = order.map(|place| before[place]);
    editor.reason = String::from("Proef");
    let wanted = editor.policy.clone();
    // The change is made by hand here, so the driver is asked by hand as well.
    play.ask(ExerciseIntent::Weigh(Some(Draft { pool: line.pool, policy: wanted.clone(), until: None })));
    let weighed = page(play).weighed.expect("the draft was weighed");
    assert_eq!(weighed.forecast.is_some(), weighed.allowed.is_ok());
    let (_, out) = panel(play, state, |user| user.get_by_label("Vaststellen").click());
    (weighed.allowed, wanted, out)
}

#[test]
fn a_policy_with_a_reason_is_set_in_the_name_of_the_owner() {
    let mut play = Play::new();
    let line = page(&mut play).board.pools[0].clone();
    let owner = line.divide_as.expect("the lead acts for everybody");
    let (allowed, wanted, out) = try_order(&mut play, &line, &[0, 1, 2, 3, 5, 4]);
    assert_eq!(allowed, Ok(()), "among military transports the rail manager decides the order");
    let [
        Intent::Exercise(ExerciseIntent::Decide { command, actor, at: None }),
        Intent::Exercise(ExerciseIntent::Weigh(None)),
    ] = out.as_slice()
    else {
        panic!("a decision, not {out:?}")
    };
    assert_eq!(*actor, Actor::Role(owner));
    let (pool, reason) = (line.pool, "Proef".to_owned());
    assert_eq!(*command, Command::SetPolicy { pool, policy: wanted.clone(), until: None, reason });
    play.give(out);
    assert_eq!(play.exercise.session().shown().pools[line.pool].policy, wanted);
}

#[test]
fn what_needs_a_further_basis_cannot_be_set() {
    let mut play = Play::new();
    let line = page(&mut play).board.pools[0].clone();
    let (allowed, wanted, out) = try_order(&mut play, &line, &[4, 0, 1, 2, 3, 5]);
    assert!(allowed.is_err_and(|why| !why.is_empty()), "military before passengers needs a decree");
    assert!(out.is_empty(), "{out:?}");
    assert_ne!(play.exercise.session().shown().pools[line.pool].policy, wanted);
}

#[test]
fn order_buttons_weigh_the_new_order() {
    let mut play = Play::new();
    let line = page(&mut play).board.pools[0].clone();
    play.ask(ExerciseIntent::ShowPool(Some(line.pool)));
    let second = page(&mut play).pool.expect("open").rows[1].clone();
    let label = format!("Eerder aan de beurt: {}", second.name);
    let (_, out) = panel(&mut play, BoardState::default(), |user| user.get_by_label(&label).click());
    let Some(Intent::Exercise(ExerciseIntent::Weigh(Some(draft)))) = out.first() else {
        panic!("a draft to weigh, not {out:?}")
    };
    assert_eq!(draft.policy.order[0], second.class);
}
