//! Roles on the screen: the card and the matrix, a role handed over, a temperament changed, a request taken back.

use super::{Play, used};
use bevy_egui::egui;
use doorvoerland::{
    panels::{
        intent::{ClockIntent, ExerciseIntent, Intent},
        page::{Page, Tab},
        requests_ui::{RequestsState, requests_ui},
        roles_ui::{RolesPart, RolesState, roles_ui},
    },
    sim::{
        command::{Actor, Ask, Command},
        country::Temperament,
        course::Steer,
        ids::{PoolId, RoleId},
        time::Tick,
    },
    view::{roles_page::RolesPage, viewer::Viewer},
};
use egui_kittest::{Harness, kittest::Queryable as _};

fn page(play: &mut Play) -> RolesPage {
    let Page::Roles(page) = play.view(Tab::Roles).page else { panic!("the page of roles") };
    *page
}

fn roles(
    play: &mut Play,
    state: RolesState,
    user: impl FnOnce(&mut Harness<'_, (RolesState, Vec<Intent>)>),
) -> (RolesState, Vec<Intent>) {
    let view = play.view(Tab::Roles);
    let draw = move |ui: &mut egui::Ui, state: &mut RolesState, out: &mut Vec<Intent>| {
        let Page::Roles(page) = &view.page else { panic!("the page of roles") };
        roles_ui(ui, &view, page, state, out);
    };
    used(state, draw, user)
}

#[test]
fn a_role_finds_its_card_and_who_decides_what() {
    let mut play = Play::new();
    let owner = play.exercise.session().country().pools[PoolId(0)].owner;
    play.ask(ExerciseIntent::See(Viewer::Role(owner)));
    let own = page(&mut play);
    assert_eq!(own.role, Some(owner));
    assert!(own.people.is_empty() && own.handover.is_empty(), "who plays whom is the staff's");
    let card = own.card.clone().expect("its card");
    assert!(!card.bases.is_empty() && !card.may.is_empty() && !card.owns.is_empty(), "{card:?}");
    let row = own.matrix.iter().find(|row| !row.needs.is_empty()).expect("somebody needs somebody").clone();
    let decides_other = |each: &&doorvoerland::view::roles_view::MatrixRow| {
        !format!("{each:?}").to_lowercase().contains(&row.decision.to_lowercase())
    };
    let other = own.matrix.iter().find(decides_other).expect("another").decision.as_str();
    let (state, _) = roles(&mut play, RolesState::default(), |user| {
        assert!(user.query_all_by_label(&card.may).next().is_some());
        assert!(user.query_by_label("Rol overdragen").is_none());
        assert!(user.query_by_label("Wie speelt wie").is_none());
        user.get_by_label("Wie waarover beslist").click();
    });
    assert_eq!(state.part, RolesPart::Matrix);
    let state = RolesState { search: row.decision.to_uppercase(), ..state };
    roles(&mut play, state, |user| {
        assert!(user.query_all_by_label(&row.decision).next().is_some());
        assert!(user.query_all_by_label(&format!("• {}", row.needs[0])).next().is_some());
        assert!(user.query_by_label(other).is_none(), "{other} is left out");
    });
    // Another role's card is public.
    let first = play.view(Tab::Roles).choices.roles[0].1.clone();
    let (_, out) = roles(&mut play, RolesState::default(), |user| {
        user.get_by_role_and_label(egui::accesskit::Role::ComboBox, "Rol").click();
        user.run();
        user.get_by_label(&first).click();
    });
    play.give(out);
    assert_eq!(page(&mut play).card.expect("a card").name, first);
}

fn hand_over(user: &mut Harness<'_, (RolesState, Vec<Intent>)>) {
    user.get_by_label("Overdragen").click();
    user.run();
    user.get_by_label("Rol overdragen").click();
}

#[test]
fn a_role_is_handed_over_and_no_longer_played_by_the_program() {
    let mut play = Play::new();
    let role = play.exercise.session().country().pools[PoolId(0)].owner;
    play.ask(ExerciseIntent::ShowRole(Some(role)));
    let state = RolesState { seat: 4, ..RolesState::default() };
    let (_, out) = roles(&mut play, state, hand_over);
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::Steer(Steer::HandOver { role, seat: 4 }))]);
    // Step by step the clock stands: it must not begin to run because of who sits where.
    play.give(vec![Intent::Clock(ClockIntent::Step)]);
    play.give(out);
    assert!(!play.exercise.clock().is_running());
    let played = |play: &Play| {
        let log = play.exercise.session().log();
        log.iter().filter(|record| record.by.actor == Actor::Auto(role)).count()
    };
    let before = played(&play);
    let after = page(&mut play);
    let person = after.people.iter().find(|row| row.role == role).expect("it is in the list");
    assert_eq!((person.seat, person.played_by.as_str()), (Some(4), "plaats 4"));
    let state = RolesState { seat: 4, ..RolesState::default() };
    let (_, out) = roles(&mut play, state, hand_over);
    assert!(out.is_empty(), "it is theirs already");
    for _ in 0..200 {
        play.give(vec![Intent::Clock(ClockIntent::Step)]);
    }
    assert_eq!(played(&play), before, "the person decides");
    let later = play.exercise.session().log().iter().filter(|record| record.submitted > Tick(4));
    let others = later.filter(|record| matches!(record.by.actor, Actor::Auto(_))).count();
    assert!(others > 0, "the others are played");
}

#[test]
fn a_temperament_is_changed_while_it_is_played() {
    let mut play = Play::new();
    let row = page(&mut play).people[5].clone();
    let state = || RolesState { part: RolesPart::People, ..RolesState::default() };
    let (_, out) = roles(&mut play, state(), |user| user.get_by_label("gedurfd").click());
    play.give(out);
    let (_, out) = roles(&mut play, state(), |user| {
        user.get_by_label(&format!("{}: voorzichtig", row.name)).click();
    });
    play.give(out);
    let players = &play.exercise.session().course().players;
    assert_eq!((players.all, players.of(row.role)), (Temperament::Bold, Temperament::Careful));
    let (_, out) = roles(&mut play, state(), |user| {
        user.get_by_label(&format!("{}: als de rest", row.name)).click();
    });
    play.give(out);
    assert!(play.exercise.session().course().players.roles.is_empty());
}

#[test]
fn who_asked_takes_a_request_back_with_a_reason() {
    let mut play = Play::new();
    let (pool, owner, policy) = {
        let session = play.exercise.session();
        let pool = PoolId(0);
        (pool, session.country().pools[pool].owner, session.head().pools[pool].policy.clone())
    };
    let asker = play.exercise.session().country().roles.ids().find(|role| *role != owner).expect("another");
    let mut wanted = policy;
    wanted.order.reverse();
    let about = Ask::Policy(pool, wanted, None);
    let command = Command::Ask { about, offer_keur: 0, reason: "Krap".to_owned() };
    play.ask(ExerciseIntent::See(Viewer::Role(asker)));
    play.ask(ExerciseIntent::Decide { command, actor: Actor::Role(asker), at: None });
    let requests = |play: &mut Play, state: RequestsState, click: &str| {
        let view = play.view(Tab::Requests);
        let click = click.to_owned();
        let draw = move |ui: &mut egui::Ui, state: &mut RequestsState, out: &mut Vec<Intent>| {
            let Page::Requests(requests) = &view.page else { panic!("the page of requests") };
            requests_ui(ui, &view, requests, state, &mut Tab::Requests.clone(), out);
        };
        used(state, draw, |user| user.get_by_label(&click).click())
    };
    let (mut state, out) = requests(&mut play, RequestsState::default(), "Intrekken…");
    assert!(out.is_empty());
    let serial = *state.withdrawals.keys().next().expect("a reason is asked");
    let (again, out) = requests(&mut play, state, "Verzoek intrekken");
    assert!(out.is_empty(), "not without a reason");
    state = again;
    state.withdrawals.insert(serial, "Opgelost".to_owned());
    let (_, out) = requests(&mut play, state, "Verzoek intrekken");
    let reason = "Opgelost".to_owned();
    let command = Command::Withdraw { request: serial, reason };
    assert_eq!(
        out,
        [Intent::Exercise(ExerciseIntent::Decide { command, actor: Actor::Role(asker), at: None })]
    );
    play.give(out);
    let Page::Requests(after) = play.view(Tab::Requests).page else { panic!("the page of requests") };
    assert!(
        after.requests[0].answer.as_ref().is_some_and(|answer| answer.contains("Ingetrokken")),
        "{after:?}"
    );
    // Who is asked has no such button.
    play.ask(ExerciseIntent::See(Viewer::Role(RoleId(owner.0))));
    let Page::Requests(asked) = play.view(Tab::Requests).page else { panic!("the page of requests") };
    assert!(asked.requests[0].withdraw_as.is_none());
}
