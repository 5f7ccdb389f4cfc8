//! The allocation board: choose a pool, draft a policy, read what the rules say, set it.

use super::{Play, used};
use bevy_egui::egui;
use doorvoerland::{
    panels::{
        intent::{ExerciseIntent, Intent},
        page::{BoardPage, Page, Tab},
        pool_board_ui::{BoardState, pool_board_ui},
    },
    sim::command::{Actor, Command},
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

#[test]
fn a_policy_with_a_reason_is_set_in_the_name_of_the_owner() {
    let mut play = Play::new();
    let line = page(&mut play).board.pools[0].clone();
    let owner = line.divide_as.expect("the lead acts for everybody");
    play.ask(ExerciseIntent::ShowPool(Some(line.pool)));
    let (mut state, _) = panel(&mut play, BoardState::default(), |_| {});
    let editor = state.editor.as_mut().expect("the editor opens with the pool");
    editor.policy.order.swap(4, 5);
    let wanted = editor.policy.clone();
    // The change is made by hand here, so the driver is asked by hand as well.
    let draft =
        doorvoerland::view::pool_draft::Draft { pool: line.pool, policy: wanted.clone(), until: None };
    play.ask(ExerciseIntent::Weigh(Some(draft)));
    let weighed = page(&mut play).weighed.expect("the draft was weighed");
    state.editor.as_mut().expect("still open").reason = "Proef".to_owned();
    let (_, out) = panel(&mut play, state, |user| user.get_by_label("Vaststellen").click());
    match weighed.allowed {
        Ok(()) => {
            assert!(weighed.forecast.is_some());
            let Some(Intent::Exercise(ExerciseIntent::Decide { command, actor, at: None })) = out.first()
            else {
                panic!("a decision, not {out:?}")
            };
            assert_eq!(*actor, Actor::Role(owner));
            let expected = Command::SetPolicy {
                pool: line.pool,
                policy: wanted.clone(),
                until: None,
                reason: "Proef".into(),
            };
            assert_eq!(*command, expected);
            play.give(out);
            assert_eq!(play.exercise.session().shown().pools[line.pool].policy, wanted);
        }
        Err(why) => {
            assert!(!why.is_empty() && out.is_empty(), "what may not be set cannot be set");
        }
    }
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
