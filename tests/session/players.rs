//! Who plays: the temperament of the automatic players and the seat of a role stand in the recording, so that a continuation knows them.

use super::{
    LEAD,
    life::{PLAYER, given, hindrance, recorded},
};
use doorvoerland::{
    session::Session,
    sim::{
        country::Temperament,
        course::{Hindrance, Inclined, Steer},
        ids::RoleId,
    },
};

const ROLE: RoleId = RoleId(12);
const OTHER: RoleId = RoleId(7);

#[test]
fn temperament_and_seats_survive_a_break_off() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.oefening");
    let mut session = recorded(&path, &super::EXERCISE.plan);
    let inclined = Inclined { all: Temperament::Bold, roles: vec![(ROLE, Temperament::Careful)] };
    given(&mut session, Steer::Players(inclined.clone()));
    given(&mut session, Steer::Start { by_rounds: false });
    given(&mut session, Steer::HandOver { role: ROLE, seat: 4 });
    given(&mut session, Steer::HandOver { role: OTHER, seat: 4 });
    session.advance(8).expect("time passes");
    given(&mut session, Steer::HandOver { role: ROLE, seat: 5 });
    drop(session);
    let (again, _) = Session::resume(&path).expect("it goes on");
    assert_eq!(again.course().players, inclined);
    assert_eq!(again.course().players.of(ROLE), Temperament::Careful);
    assert_eq!(again.course().players.of(OTHER), Temperament::Bold);
    let seats: Vec<(RoleId, u8)> = again.course().seats.iter().map(|(role, seat)| (*role, *seat)).collect();
    assert_eq!(seats, [(OTHER, 4), (ROLE, 5)], "a seat may have several roles");
}

#[test]
fn a_role_goes_over_only_to_another_seat_and_by_the_lead() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut session = recorded(&folder.path().join("x.oefening"), &super::EXERCISE.plan);
    given(&mut session, Steer::HandOver { role: ROLE, seat: 4 });
    let again = session.steer(LEAD, Steer::HandOver { role: ROLE, seat: 4 });
    assert_eq!(hindrance(again), Hindrance::SameSeat(4));
    let unknown = session.steer(LEAD, Steer::HandOver { role: RoleId(999), seat: 1 });
    assert_eq!(hindrance(unknown), Hindrance::UnknownRole);
    let player = session.steer(PLAYER, Steer::HandOver { role: OTHER, seat: 1 });
    assert_eq!(hindrance(player), Hindrance::LeadOnly);
    let wrong = Inclined { all: Temperament::Bold, roles: vec![(RoleId(999), Temperament::Bold)] };
    assert_eq!(hindrance(session.steer(LEAD, Steer::Players(wrong))), Hindrance::UnknownRole);
}
