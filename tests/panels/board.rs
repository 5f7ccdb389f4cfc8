//! The allocation board and what goes with it: choose a pool, draft a policy, read what the rules say, set it or ask for it;
//! answer, designate, provide a basis; look up a figure.

use super::{Play, used};
use bevy_egui::egui;
use doorvoerland::{
    app::driver::Driver as _,
    panels::{
        figures_ui::{FiguresState, figures_ui},
        intent::{ClockIntent, ExerciseIntent, Intent},
        page::{BoardPage, Page, Tab, Weighed},
        pool_board_ui::{BoardState, pool_board_ui},
        requests_ui::{RequestsState, requests_ui},
    },
    sim::{
        command::{Actor, Ask, Command},
        country::{Policy, PoolKind, Reservation},
        ids::RoleId,
    },
    view::{pool_board_view::PoolLine, pool_draft::Draft, requests_view::RequestsView, viewer::Viewer},
};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::time::Duration;

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

/// What the exercise says of the draft once nothing is worked out any more.
fn worked_out(play: &mut Play) -> Weighed {
    for _ in 0..600 {
        play.exercise.advance(Duration::ZERO);
        let weighed = page(play).weighed.expect("the draft was weighed");
        if !weighed.working {
            return weighed;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("the forecast never came")
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

fn open_editor(user: &mut Used) {
    user.get_by_label_contains("\u{23f7} ").click();
}

#[test]
fn what_is_drafted_stands_above_what_moves_with_time_and_is_put_away() {
    let mut play = Play::new();
    let line = page(&mut play).board.pools[0].clone();
    play.ask(ExerciseIntent::ShowPool(Some(line.pool)));
    let (state, out) = panel(&mut play, BoardState::default(), |user| {
        assert!(user.query_by_label("Vaststellen").is_none(), "who came to read finds the figures");
        open_editor(user);
        user.run();
        let top = |label| user.get_by_label_contains(label).rect().top();
        assert!(top("Vaststellen") < top("Laatste 24 uur"));
        user.get_by_label_contains("\u{23f6} ").click();
    });
    assert!(state.editor.is_none());
    assert_eq!(out.last(), Some(&Intent::Exercise(ExerciseIntent::Weigh(None))));
}

/// Drafts an order for the first pool, gives a reason and presses the button: what the rules said, and what was asked.
fn try_order(
    play: &mut Play,
    line: &PoolLine,
    order: &[usize; 6],
) -> (Result<(), String>, Policy, Vec<Intent>) {
    play.ask(ExerciseIntent::ShowPool(Some(line.pool)));
    let (mut state, _) = panel(play, BoardState::default(), open_editor);
    let editor = state.editor.as_mut().expect("the editor is open");
    let before = editor.policy.order;
    editor.policy.order = order.map(|place| before[place]);
    editor.reason = String::from("Proef");
    let wanted = editor.policy.clone();
    // The change is made by hand here, so the driver is asked by hand as well.
    play.ask(ExerciseIntent::Weigh(Some(Draft {
        pool: line.pool,
        policy: wanted.clone(),
        until: None,
        asks: None,
    })));
    let weighed = worked_out(play);
    assert_eq!(weighed.bands.is_some(), weighed.allowed.is_ok());
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
    let (_, out) = panel(&mut play, BoardState::default(), |user| {
        open_editor(user);
        user.run();
        user.get_by_label(&label).click();
    });
    let Some(Intent::Exercise(ExerciseIntent::Weigh(Some(draft)))) = out.last() else {
        panic!("a draft to weigh, not {out:?}")
    };
    assert_eq!(draft.policy.order[0], second.class);
}

#[test]
fn something_is_kept_for_one_movement() {
    let mut play = Play::new();
    let line = page(&mut play).board.pools[0].clone();
    play.ask(ExerciseIntent::ShowPool(Some(line.pool)));
    let (holder, class, name) = play.view(Tab::Board).choices.holders[0].clone();
    let (_, out) = panel(&mut play, BoardState::default(), |user| {
        open_editor(user);
        user.run();
        user.get_all_by_label("Houd vrij voor…").last().expect("a list of movements").click();
        user.run();
        user.get_all_by_label(&name).last().expect("the movement is in the list").click();
    });
    let Some(Intent::Exercise(ExerciseIntent::Weigh(Some(draft)))) = out.last() else {
        panic!("a draft to weigh, not {out:?}")
    };
    assert_eq!(draft.policy.reserved, [Reservation { holder, class, units: 1 }]);
}

#[test]
fn the_list_is_narrowed_by_kind_place_and_scarcity() {
    let mut play = Play::new();
    let board = page(&mut play).board;
    let stock = board.pools.iter().find(|line| line.kind == PoolKind::Stock).expect("there are stocks");
    let other = board.pools.iter().find(|line| line.kind == PoolKind::Handling).expect("a terminal");
    assert!(stock.stands.contains("in voorraad"), "{}", stock.stands);
    let (state, _) = panel(&mut play, BoardState::default(), |user| {
        user.get_all_by_label("Voorraad").next().expect("a kind to choose").click();
        user.run();
        assert!(user.query_by_label(&stock.name).is_some() && user.query_by_label(&other.name).is_none());
    });
    assert_eq!(state.kind, Some(PoolKind::Stock));
    let region = other.regions[0];
    let here = BoardState { region: Some(region), ..BoardState::default() };
    let far = board.pools.iter().find(|line| line.kind == PoolKind::Handling && line.regions != [region]);
    let far = far.expect("a terminal elsewhere").name.clone();
    panel(&mut play, here, |user| {
        assert!(user.query_by_label(&other.name).is_some() && user.query_by_label(&far).is_none());
    });
    // Nothing is refused at the start of an exercise.
    let scarce = BoardState { scarce: true, ..BoardState::default() };
    panel(&mut play, scarce, |user| assert!(user.query_by_label(&stock.name).is_none()));
}

#[test]
fn a_page_tells_who_has_what_how_it_went_and_what_nobody_may_do() {
    let mut play = Play::new();
    for _ in 0..8 {
        play.give(vec![Intent::Clock(ClockIntent::Pace(60)), Intent::Clock(ClockIntent::Step)]);
    }
    let pools = &play.exercise.session().country().pools;
    let locomotives = pools.find(|row| row.code == "vehicles.locomotives").expect("a pool of the country");
    play.ask(ExerciseIntent::ShowPool(Some(locomotives)));
    let shown = page(&mut play);
    let pool = shown.pool.expect("open");
    assert!(pool.holding.iter().any(|(name, _)| name.starts_with("Vast contract")), "{:?}", pool.holding);
    assert!(shown.law.is_some_and(|law| law.not_allowed.contains("nationale voorraad")));
    let paths = page(&mut play).board.pools[0].pool;
    play.ask(ExerciseIntent::ShowPool(Some(paths)));
    let pool = page(&mut play).pool.expect("open");
    let asked: u32 = pool.series.iter().flat_map(|column| column.counts.0).map(|counts| counts.asked).sum();
    let day: u32 = pool.rows.iter().map(|row| row.day.asked).sum();
    assert_eq!(asked, day, "two hours of ledger are in the chart and in the sums alike");
    assert!(asked > 0, "trains ask for paths within two hours");
}

#[test]
fn who_does_not_own_a_pool_asks_for_it_and_the_owner_answers() {
    let mut play = Play::new();
    let line = page(&mut play).board.pools[0].clone();
    let owner = line.divide_as.expect("the lead acts for everybody");
    let asker = play.exercise.session().country().roles.find(|row| row.code == "toc-dvvo").expect("a role");
    play.ask(ExerciseIntent::See(Viewer::Role(asker)));
    play.ask(ExerciseIntent::ShowPool(Some(line.pool)));
    let (mut state, _) = panel(&mut play, BoardState::default(), open_editor);
    let editor = state.editor.as_mut().expect("the editor opens to ask");
    assert_eq!(editor.role, asker);
    editor.policy.order.swap(4, 5);
    editor.reason = "Proef".to_owned();
    editor.offer_keur = 25;
    let policy = editor.policy.clone();
    let (pool, asks) = (line.pool, Some(asker));
    play.ask(ExerciseIntent::Weigh(Some(Draft { pool, policy: policy.clone(), until: None, asks })));
    let weighed = worked_out(&mut play);
    assert_eq!((weighed.allowed, weighed.owner_may), (Ok(()), Ok(())));
    assert!(weighed.bands.is_some());
    let label = format!("Vragen aan {}", line.owner);
    let (_, out) = panel(&mut play, state, |user| user.get_by_label(&label).click());
    play.give(out);
    assert_ne!(play.exercise.session().shown().pools[pool].policy, policy, "asking changes nothing");
    // The owner finds it in the inbox, gives a reason and agrees.
    play.ask(ExerciseIntent::See(Viewer::Role(owner)));
    assert_eq!(play.view(Tab::Inspector).requests_open, 1);
    let (mut state, _) = requests(&mut play, RequestsState::default(), |_| {});
    let (serial, reason) = state.answers.iter_mut().next().expect("a field for the reason");
    "Akkoord".clone_into(reason);
    let serial = *serial;
    let (_, out) = requests(&mut play, state, |user| user.get_by_label("Instemmen").click());
    let [Intent::Exercise(ExerciseIntent::Decide { command, .. })] = out.as_slice() else {
        panic!("an answer, not {out:?}")
    };
    assert_eq!(*command, Command::Answer { request: serial, agree: true, reason: "Akkoord".to_owned() });
    play.give(out);
    let state = play.exercise.session().shown();
    assert_eq!(state.pools[pool].policy, policy);
    assert_eq!(state.totals.paid_keur[asker], 25);
    assert_eq!(play.view(Tab::Inspector).requests_open, 0);
}

/// Movement control has asked the owner of the first pool to change places of the last two classes, for 25 thousand euros.
fn asked(play: &mut Play) -> (PoolLine, RoleId, Policy) {
    let line = page(play).board.pools[0].clone();
    let asker = play.exercise.session().country().roles.find(|row| row.code == "toc-dvvo").expect("a role");
    let mut policy = play.exercise.session().shown().pools[line.pool].policy.clone();
    policy.order.swap(4, 5);
    let about = Ask::Policy(line.pool, policy.clone(), None);
    play.ask(ExerciseIntent::See(Viewer::Role(asker)));
    play.ask(ExerciseIntent::Decide {
        command: Command::Ask { about, offer_keur: 25, reason: "Proef".to_owned() },
        actor: Actor::Role(asker),
        at: None,
    });
    (line, asker, policy)
}

/// Gives a reason for the one open request.
fn with_reason(play: &mut Play) -> RequestsState {
    let (mut state, _) = requests(play, RequestsState::default(), |_| {});
    let reason = state.answers.values_mut().next().expect("a field for the reason");
    "Na overleg".clone_into(reason);
    state
}

#[test]
fn a_counter_offer_begins_with_the_terms_and_gives_the_turn_to_the_other() {
    let mut play = Play::new();
    let (line, asker, policy) = asked(&mut play);
    assert_eq!(view(&mut play).requests[0].answer_as, None, "it is up to the owner");
    let owner = play.exercise.session().country().pools[line.pool].owner;
    play.ask(ExerciseIntent::See(Viewer::Role(owner)));
    let shown = view(&mut play).requests[0].clone();
    assert!(shown.turn.contains(&shown.to) && shown.turn.contains("vervalt"), "{}", shown.turn);
    // The form opens with what lies there; unchanged it cannot be sent.
    let state = with_reason(&mut play);
    let (mut state, out) = requests(&mut play, state, |user| {
        user.get_by_label("Tegenvoorstel").click();
        user.run();
        user.get_by_label("Tegenvoorstel doen").click();
    });
    assert_eq!(out, []);
    let draft = state.counters.values_mut().next().expect("the form is open");
    assert_eq!((&draft.about, draft.offer_keur), (&Ask::Policy(line.pool, policy.clone(), None), 25));
    draft.offer_keur = 60;
    let (state, out) = requests(&mut play, state, |user| user.get_by_label("Tegenvoorstel doen").click());
    assert!(state.counters.is_empty(), "the form closes");
    let [Intent::Exercise(ExerciseIntent::Decide { command, actor, .. })] = out.as_slice() else {
        panic!("a counter-offer, not {out:?}")
    };
    let about = Ask::Policy(line.pool, policy.clone(), None);
    let reason = "Na overleg".to_owned();
    assert_eq!(*command, Command::Counter { request: shown.serial, about, offer_keur: 60, reason });
    assert_eq!(*actor, Actor::Role(owner));
    play.give(out);
    assert_eq!(view(&mut play).requests[0].answer_as, None);
    // Who asked sees what was asked before, and agrees.
    play.ask(ExerciseIntent::See(Viewer::Role(asker)));
    assert_eq!(play.view(Tab::Inspector).requests_open, 1);
    let back = view(&mut play).requests[0].clone();
    assert!(back.what.contains("60") && back.earlier[0].contains("25"), "{back:?}");
    let state = with_reason(&mut play);
    let (_, out) = requests(&mut play, state, |user| {
        assert!(user.query_by_label(&back.earlier[0]).is_some() && user.query_by_label(&back.turn).is_some());
        user.get_by_label("Instemmen").click();
    });
    play.give(out);
    let state = play.exercise.session().shown();
    assert_eq!(state.pools[line.pool].policy, policy);
    assert_eq!(state.totals.paid_keur[asker], 60);
    let ended = view(&mut play).requests[0].clone();
    assert!(ended.turn.is_empty() && ended.answer.is_some_and(|answer| answer.starts_with("Instemming van")));
}

#[test]
fn a_counter_offer_is_made_in_the_editor_and_can_be_declined() {
    let mut play = Play::new();
    let (line, asker, policy) = asked(&mut play);
    let owner = play.exercise.session().country().pools[line.pool].owner;
    play.ask(ExerciseIntent::See(Viewer::Role(owner)));
    let name = play.view(Tab::Requests).choices.classes[policy.order[5] as usize].clone();
    let state = with_reason(&mut play);
    let (_, out) = requests(&mut play, state, |user| {
        user.get_by_label("Tegenvoorstel").click();
        user.run();
        user.get_by_label(&format!("Eerder aan de beurt: {name}")).click();
        user.run();
        user.get_by_label("Tegenvoorstel doen").click();
    });
    let mut back = policy;
    back.order.swap(4, 5);
    let Some(Intent::Exercise(ExerciseIntent::Decide { command: Command::Counter { about, .. }, .. })) =
        out.first()
    else {
        panic!("a counter-offer, not {out:?}")
    };
    assert_eq!(*about, Ask::Policy(line.pool, back.clone(), None));
    play.give(out);
    play.ask(ExerciseIntent::See(Viewer::Role(asker)));
    let state = with_reason(&mut play);
    let (_, out) = requests(&mut play, state, |user| user.get_by_label("Afwijzen").click());
    play.give(out);
    assert_eq!(play.view(Tab::Inspector).requests_open, 0);
    let state = play.exercise.session().shown();
    assert_eq!((&state.pools[line.pool].policy, state.totals.paid_keur[asker]), (&back, 0));
}

#[test]
fn who_asks_an_owner_who_works_for_pay_reads_the_usual_price() {
    let mut play = Play::new();
    let country = play.exercise.session().country();
    let asker = country.roles.find(|row| row.code == "toc-dvvo").expect("a role");
    let [paid, free] = [true, false].map(|paid| {
        let found = country.pools.find(|row| row.kind != PoolKind::Stock && row.price_eur.is_some() == paid);
        found.expect("there are both")
    });
    play.ask(ExerciseIntent::See(Viewer::Role(asker)));
    for (pool, shown) in [(paid, true), (free, false)] {
        play.ask(ExerciseIntent::ShowPool(Some(pool)));
        panel(&mut play, BoardState::default(), |user| {
            open_editor(user);
            user.run();
            assert_eq!(user.query_by_label_contains("Gewoonlijke prijs").is_some(), shown);
        });
    }
}

#[test]
fn two_ministries_designate_and_provide_together() {
    let mut play = Play::new();
    let role = |play: &Play, code: &str| {
        play.exercise.session().country().roles.find(|row| row.code == code).expect("a role")
    };
    let ministries = ["mindef", "ienw"].map(|code| role(&play, code));
    for (index, ministry) in ministries.into_iter().enumerate() {
        play.ask(ExerciseIntent::See(Viewer::Role(ministry)));
        let before = view(&mut play).designations[0].clone();
        assert_eq!(before.steps.iter().filter(|(_, done)| *done).count(), index);
        assert!(!before.urgent && before.status[0].starts_with("Nog nodig"), "{:?}", before.status);
        let (mut state, _) = requests(&mut play, RequestsState::default(), |_| {});
        state.designations.insert(before.movement, "Haast".to_owned());
        let (_, out) = requests(&mut play, state, |user| {
            user.get_by_label_contains("Als urgent aanwijzen namens").click();
        });
        play.give(out);
    }
    let after = view(&mut play).designations[0].clone();
    assert!(after.urgent && after.designate_as.is_none());
    // A limit with two providers: the card says who is still missing, and then from when it holds.
    let paths = page(&mut play).board.pools[0].pool;
    for (index, ministry) in ministries.into_iter().enumerate() {
        play.ask(ExerciseIntent::See(Viewer::Role(ministry)));
        play.ask(ExerciseIntent::ShowPool(Some(paths)));
        let cards = view(&mut play).bases;
        let card = cards.iter().find(|card| card.needs.contains("samen")).expect("two provide it together");
        assert_eq!(card.status.starts_with("Gegeven door"), index == 1, "{}", card.status);
        let key = (card.pool, card.limit);
        let (mut state, _) = requests(&mut play, RequestsState::default(), |_| {});
        state.bases.reasons.insert(key, "Nodig".to_owned());
        let what = card.what.clone();
        let (_, out) = requests(&mut play, state, |user| {
            user.get_by_label(&format!("⏵ {what}")).click();
            user.run();
            user.get_by_label_contains("Grondslag geven namens").click();
        });
        play.give(out);
        let card = view(&mut play).bases.into_iter().find(|card| (card.pool, card.limit) == key);
        let card = card.expect("the card stays");
        assert_eq!(card.given, index == 1, "{}", card.status);
    }
}

type UsedRequests<'a> = Harness<'a, (RequestsState, Vec<Intent>)>;

fn view(play: &mut Play) -> RequestsView {
    let Page::Requests(view) = play.view(Tab::Requests).page else { panic!("there are requests") };
    view
}

fn requests(
    play: &mut Play,
    state: RequestsState,
    user: impl FnOnce(&mut UsedRequests),
) -> (RequestsState, Vec<Intent>) {
    let view = play.view(Tab::Requests);
    let draw = move |ui: &mut egui::Ui, state: &mut RequestsState, out: &mut Vec<Intent>| {
        let Page::Requests(page) = &view.page else { panic!("there are requests") };
        requests_ui(ui, &view, page, state, &mut Tab::Requests.clone(), out);
    };
    used(state, draw, user)
}

#[test]
fn a_figure_is_found_with_its_source_and_confidence() {
    let mut play = Play::new();
    let view = play.view(Tab::Figures);
    let draw = move |ui: &mut egui::Ui, state: &mut FiguresState, out: &mut Vec<Intent>| {
        let Page::Figures(page) = &view.page else { panic!("there is a sheet") };
        figures_ui(ui, &view, page, state, out);
    };
    let (_, out) = used(FiguresState::default(), draw, |user| {
        user.get_by_role(egui::accesskit::Role::TextInput).click();
        user.run();
        user.get_by_role(egui::accesskit::Role::TextInput).type_text("kijfhoek 740");
    });
    assert_eq!(out.last(), Some(&Intent::Exercise(ExerciseIntent::SeekFigures("kijfhoek 740".to_owned()))));
    play.give(out);
    let Page::Figures(found) = play.view(Tab::Figures).page else { panic!("there is a sheet") };
    let line = found.lines.first().expect("the yard has tracks");
    assert!(line.what.starts_with("Kijfhoek") && line.field.contains("740"), "{line:?}");
    assert!(!line.source.is_empty() && !line.confidence.is_empty());
    play.ask(ExerciseIntent::SeekFigures("zware platte wagons eenheden".to_owned()));
    let Page::Figures(found) = play.view(Tab::Figures).page else { panic!("there is a sheet") };
    assert!(found.lines.iter().any(|line| line.change.starts_with("In deze oefening 8")), "{found:?}");
}
