//! Assistance between chairs: asking who decides about a measure to take it, answering such a request, and taking back what is no
//! longer needed.
//!
//! Whom a role asks for what stands in the playbook, with the signs that speak for it. Who is asked agrees when it may, when nothing
//! stands in the way and when it sees a good part of what it would act on itself; what it cannot see the one temperament believes and
//! the other does not. Must not take a measure: agreeing does.

use super::{
    Proposal,
    desk::{Desk, Ledgers, PoolDesk},
    measures::{self, MeasureDesk, WHOLE},
    reason::{Reason, Seen},
    signs::Eyes,
};
use crate::{
    session::{Session, SubmitError},
    sim::{
        check::Refusal,
        command::{Actor, Ask, By, Command},
        country::{Class, Play, Temper},
        ids::{MeasureId, RegionId, RoleId},
        state::Request,
    },
};

/// A request for a measure on the desk of the one whose turn it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpDesk {
    /// Its number.
    pub serial: u32,
    /// The measure.
    pub measure: MeasureId,
    /// Where; none for the country.
    pub region: Option<RegionId>,
    /// This role asked, and who was asked proposes other terms.
    pub own: bool,
    /// What who asks would pay, thousands of euros.
    pub offer_keur: u32,
    /// Why it may not be taken now; none when it may.
    pub refusal: Option<Refusal>,
    /// Another measure is in its place, or it is in force in as many regions as it can be.
    pub taken_up: bool,
    /// The sign that speaks for it most, as far as this role sees any.
    pub seen: Option<Seen>,
}

/// A request of this role that another has to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingDesk {
    /// Its number.
    pub serial: u32,
    /// What became of the need for it.
    pub need: Need,
}

/// What became of the need for something that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// Room in a pool, with its ledger.
    Room(Box<PoolDesk>),
    /// A measure that has been taken meanwhile.
    Taken(MeasureId),
    /// A measure, with its signs as they are.
    Measure(MeasureDesk),
}

/// Requests for measures whose turn it is to this role.
pub(super) fn asked_of(session: &Session, role: RoleId, ledgers: &Ledgers, temper: Temper) -> Vec<HelpDesk> {
    let one = |row: &Request| {
        let Ask::Measure(measure, region) = row.about else { return None };
        let play = session.country().playbook.plays.iter().find(|play| play.measure == measure);
        let desk = play
            .map(|play| measures::look(session, &Eyes::new(session, row.to, ledgers), play, region, temper));
        let by = By { actor: Actor::Role(row.to), seat: 0 };
        let take = Command::TakeMeasure { measure, region, reason: "…".to_owned() };
        Some(HelpDesk {
            serial: row.serial,
            measure,
            region,
            own: row.from == role,
            offer_keur: row.offer_keur,
            refusal: match session.may(by, session.head().tick, take) {
                Err(SubmitError::Refused(refusal)) => Some(refusal),
                _ => None,
            },
            taken_up: play.is_some_and(|play| measures::is_taken_up(session, play, region)),
            seen: desk.and_then(|desk| desk.strongest()),
        })
    };
    let open = session.head().requests.iter().filter(|row| row.turn == role && row.answer.is_none());
    open.filter_map(one).collect()
}

/// Measures of others that a role may ask for, as far as a sign speaks for them.
pub(super) fn wanted(session: &Session, role: RoleId, ledgers: &Ledgers, temper: Temper) -> Vec<MeasureDesk> {
    let country = session.country();
    let mut eyes = None;
    let mut found = Vec::new();
    for (_, play) in country.playbook.asks.iter().filter(|(by, _)| *by == role) {
        let eyes = eyes.get_or_insert_with(|| Eyes::new(session, role, ledgers));
        let places = measures::places(country, play.measure);
        found.extend(places.filter_map(|place| want(session, eyes, play, place, temper)));
    }
    found
}

fn want(
    session: &Session,
    eyes: &Eyes<'_>,
    play: &Play,
    region: Option<RegionId>,
    temper: Temper,
) -> Option<MeasureDesk> {
    let desk = measures::look(session, eyes, play, region, temper);
    if desk.active || desk.urgency().is_none_or(|urgency| urgency < WHOLE) {
        return None;
    }
    let about = Ask::Measure(play.measure, region);
    let now = session.head().tick;
    let mut own = session.head().requests.iter().filter(|row| row.from == eyes.role && row.about == about);
    let barred = measures::is_taken_up(session, play, region)
        || own.any(|row| row.answer.is_none() || now.since(row.asked) < play.rests)
        || session
            .may(
                By { actor: Actor::Auto(eyes.role), seat: 0 },
                now,
                Command::Ask { about, offer_keur: 0, reason: "…".to_owned() },
            )
            .is_err();
    (!barred).then_some(desk)
}

/// Requests of a role that another has to answer. `room` looks at a pool of somebody else.
pub(super) fn waiting(
    session: &Session,
    role: RoleId,
    ledgers: &Ledgers,
    temper: Temper,
    room: impl Fn(crate::sim::ids::PoolId) -> PoolDesk,
) -> Vec<WaitingDesk> {
    let (country, state) = (session.country(), session.head());
    let one = |row: &Request| {
        let need = match row.about {
            Ask::Policy(pool, ..) => Need::Room(Box::new(room(pool))),
            Ask::Basis(..) => return None,
            Ask::Measure(measure, region) => {
                let taken =
                    |row: &crate::sim::state::ActiveMeasure| row.measure == measure && row.region == region;
                if state.measures.active.iter().any(taken) {
                    Need::Taken(measure)
                } else {
                    let mut asks = country.playbook.asks.iter();
                    let (_, play) = asks.find(|(by, play)| *by == role && play.measure == measure)?;
                    let eyes = Eyes::new(session, role, ledgers);
                    Need::Measure(measures::look(session, &eyes, play, region, temper))
                }
            }
        };
        Some(WaitingDesk { serial: row.serial, need })
    };
    // What a person asked in this role is not taken back by a player.
    let asked = |row: &&Request| {
        session.record(row.serial).is_some_and(|record| record.by.actor == Actor::Auto(role))
    };
    let open = state.requests.iter().filter(|row| row.answer.is_none() && row.turn != role);
    open.filter(asked).filter_map(one).collect()
}

/// Asks, answers and takes back.
pub(super) fn propose(desk: &Desk, say: &dyn Fn(&Reason) -> String) -> Vec<Proposal> {
    let asked = ask(desk, say);
    let answers = desk.help.iter().map(|row| {
        let (agree, reason) = answer(row, desk.temper);
        Proposal { command: Command::Answer { request: row.serial, agree, reason: say(&reason) }, reason }
    });
    let back = desk.waiting.iter().filter_map(|row| {
        let reason = no_longer(row)?;
        let command = Command::Withdraw { request: row.serial, reason: say(&reason) };
        Some(Proposal { command, reason })
    });
    asked.into_iter().chain(answers).chain(back).collect()
}

/// For the hardest hit regions first, in as many as the temperament goes for at once.
fn ask(desk: &Desk, say: &dyn Fn(&Reason) -> String) -> Vec<Proposal> {
    let mut found = Vec::new();
    for rows in desk.assistance.chunk_by(|left, right| left.measure == right.measure) {
        for row in measures::hardest_hit(rows.iter()).into_iter().take(usize::from(desk.temper.regions)) {
            let Some(seen) = row.strongest() else { continue };
            let reason = Reason::Sees(seen);
            let about = Ask::Measure(row.measure, row.region);
            let command = Command::Ask { about, offer_keur: 0, reason: say(&reason) };
            found.push(Proposal { command, reason });
        }
    }
    found
}

fn answer(row: &HelpDesk, temper: Temper) -> (bool, Reason) {
    let measure = row.measure;
    if let Some(refusal) = &row.refusal {
        return (false, Reason::MayNot { measure, refusal: refusal.clone() });
    }
    if row.own {
        let free = row.offer_keur == 0;
        return (free, if free { Reason::TakesHelp { measure } } else { Reason::HelpTooDear { measure } });
    }
    if row.taken_up {
        return (false, Reason::TakenUp { measure });
    }
    match row.seen {
        Some(seen) if seen.part() >= i64::from(temper.helps_permille) => (true, Reason::Helps(seen)),
        Some(seen) => (false, Reason::TooLittle(seen)),
        None if temper.on_word => (true, Reason::OnWord { measure }),
        None => (false, Reason::NotSeen { measure }),
    }
}

fn no_longer(row: &WaitingDesk) -> Option<Reason> {
    match &row.need {
        Need::Taken(measure) => Some(Reason::Done { measure: *measure }),
        Need::Measure(desk) => {
            let seen = desk.strongest()?;
            let eased = desk.urgency().is_some_and(|urgency| urgency < i64::from(desk.ends));
            eased.then_some(Reason::Eased(seen))
        }
        Need::Room(desk) => {
            let refused = |class: Class| class.is_military() && desk.lately.refused[class] > 0;
            let served = !Class::ALL.into_iter().any(refused);
            served.then_some(Reason::Served { pool: desk.pool })
        }
    }
}
