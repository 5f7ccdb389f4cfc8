//! What a role has on its desk: its own pools with their ledger, its crews with the damage it has heard of, its movements.
//!
//! The only door between the state and an automatic player. Must not let anything through that the role may not know: a
//! pool's owner sees the claims on its pool and the dates they state, the owner of crews sees damage that was reported to its
//! table, the planner sees the transports it ordered.

use super::{
    assistance::{self, HelpDesk, WaitingDesk},
    measures::{self, MeasureDesk},
    messages::{self, MessageDesk},
};
use crate::{
    session::{Session, history::sum_by_pool},
    sim::{
        cause::Cause,
        check::{breaks, narrowest},
        command::{Ask, Command, Record},
        country::{Class, Country, Mode, PerClass, PieceKind, Policy, PolicyLimit, PoolKind, Power, Temper},
        effect::Target,
        event::LedgerRow,
        ids::{ConsignmentId, DenseId, EdgeId, MeasureId, MovementId, PoolId, RoleId, SkillId},
        plan::{Movement, MovementOrder},
        query,
        state::{Answer, Consignment, Damage, Lifted, MovementState, Phase, Request, State, What},
        time::{Span, Tick},
    },
};
use std::collections::BTreeMap;

/// Everything a role knows that matters to its decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// The role.
    pub role: RoleId,
    /// Now.
    pub now: Tick,
    /// Pools it owns, as far as anything happened on them in the last day.
    pub pools: Vec<PoolDesk>,
    /// Trades of repair crews it owns, as far as there is damage for them.
    pub crews: Vec<CrewDesk>,
    /// Movements, for a role that plans them.
    pub movements: Vec<MovementDesk>,
    /// Pools of others where claims of those movements were refused.
    pub wanted: Vec<PoolDesk>,
    /// Requests about pools that it has to answer: what others asked of it, and what others proposed instead of what it asked.
    pub requests: Vec<RequestDesk>,
    /// Movements, for a role that can designate them urgent.
    pub urgency: Vec<UrgencyDesk>,
    /// Measures that it may take, as far as a sign speaks for them or they are in force.
    pub measures: Vec<MeasureDesk>,
    /// Measures that it took or ended in this very hour already, before it was broken off.
    pub turned: Vec<MeasureId>,
    /// Requests for measures that it has to answer.
    pub help: Vec<HelpDesk>,
    /// Measures of others that it would ask for, as far as a sign speaks for them.
    pub assistance: Vec<MeasureDesk>,
    /// What it asked, and another has to answer.
    pub waiting: Vec<WaitingDesk>,
    /// Messages that are not done with.
    pub inbox: Vec<MessageDesk>,
    /// How it is inclined.
    pub temper: Temper,
}

/// A request on the desk of the one whose turn it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestDesk {
    /// Its number.
    pub serial: u32,
    /// What for, in the present terms.
    pub about: Ask,
    /// What who asked would pay, thousands of euros, in the present terms.
    pub offer_keur: u32,
    /// True when this role asked, and the present terms are a counter-offer.
    pub own: bool,
    /// The most that who asked has offered of its own accord, thousands of euros.
    pub offered_keur: u32,
    /// The pool that it is about, with the ledger that the one who asks refers to.
    pub pool: PoolDesk,
}

/// What a role last asked about a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastAsk {
    /// When.
    pub at: Tick,
    /// For room, not for a basis.
    pub room: bool,
    /// What it would have paid, thousands of euros.
    pub offer_keur: u32,
    /// What became of it; none while it is open.
    pub answer: Option<Answer>,
}

/// A movement on the desk of a ministry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UrgencyDesk {
    /// The movement.
    pub movement: MovementId,
    /// Designated by this role already, or urgent.
    pub done: bool,
    /// Not going to make its date at the present pace.
    pub behind: bool,
    /// In how many of the last six hours its class was refused a train path somewhere.
    pub hours_refused: u8,
}

/// A pool on its owner's desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolDesk {
    /// The pool.
    pub pool: PoolId,
    /// How it is divided now.
    pub policy: Policy,
    /// How it is divided when nobody decides.
    pub default: Policy,
    /// What the owner may not do alone.
    pub limits: Vec<PolicyLimit>,
    /// Units per hour (or window) on its narrowest part, undamaged.
    pub narrowest: u32,
    /// When the policy in force was set or agreed to; none for the default that nobody chose.
    pub changed: Option<Tick>,
    /// What its owner asks for room, in euros for each unit refused; none where nothing is paid.
    pub price_eur: Option<u16>,
    /// Ledger of the last 24 hours.
    pub day: LedgerRow,
    /// Ledger of the last 6 hours.
    pub lately: LedgerRow,
    /// In how many of those hours claims of a class were refused.
    pub hours_refused: PerClass<u8>,
    /// Whether claims of a class state a date that will not be met at the present pace.
    pub behind: PerClass<bool>,
    /// What became of each limit.
    pub done: Vec<Lifted>,
    /// What this role last asked about the pool.
    pub asked: Option<LastAsk>,
    /// How the role is inclined.
    pub temper: Temper,
}

impl PoolDesk {
    /// True when everybody needed has provided the basis for a limit, even if it is not in force yet.
    pub fn lifted(&self, limit: usize) -> bool {
        self.done.get(limit).is_some_and(|row| row.from.is_some())
    }

    /// True when a limit does not stand in the way of a policy now.
    pub fn allows(&self, now: Tick, limit: usize, policy: &Policy) -> bool {
        let in_force = self.done.get(limit).and_then(|row| row.from).is_some_and(|from| from <= now);
        in_force || self.limits.get(limit).is_none_or(|row| !breaks(policy, row.what))
    }
}

/// A trade of crews on its owner's desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrewDesk {
    /// The trade.
    pub skill: SkillId,
    /// Teams there are.
    pub teams: u32,
    /// When the owner last changed an order of repair.
    pub changed: Option<Tick>,
    /// Damage that the role has heard of.
    pub damages: Vec<DamageDesk>,
}

/// A known damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DamageDesk {
    /// Serial.
    pub serial: u32,
    /// What is hit.
    pub target: Target,
    /// Class of its claim for crews.
    pub class: Class,
    /// Order of repair within the class, lower is earlier.
    pub rank: i16,
    /// Most teams at once.
    pub teams_max: u16,
    /// People affected: inhabitants x share lost x weight of the need; on a stretch or at a terminal a tenth of the
    /// inhabitants of the region and what the temperament counts for each transport that waits because of it.
    pub people: u64,
}

/// A movement on the planner's desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovementDesk {
    /// The movement.
    pub movement: MovementId,
    /// When it must be complete.
    pub due: Tick,
    /// Pieces in all.
    pub pieces: u32,
    /// Pieces across the border.
    pub delivered: u32,
    /// Departures stopped by order.
    pub on_hold: bool,
    /// When its plan was last changed.
    pub changed: Option<Tick>,
    /// How it is carried out now.
    pub order: MovementOrder,
    /// Modes, in the order of the plan.
    pub ways: Vec<WayDesk>,
}

/// One mode of a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WayDesk {
    /// The mode.
    pub mode: Mode,
    /// Planned share, in thousandths.
    pub share_permille: u16,
    /// How long its oldest departure has waited for a path; zero when none waits.
    pub waited: Span,
    /// Contracted sets that are free.
    pub sets_free: u32,
    /// Pieces on one set.
    pub set_pieces: u16,
    /// True when a way leads to the border from a port where pieces stand that it can carry.
    pub open: bool,
}

/// The ledgers of the last day, summed once for all desks of an hour.
#[derive(Debug)]
pub struct Ledgers {
    day: BTreeMap<PoolId, LedgerRow>,
    lately: BTreeMap<PoolId, LedgerRow>,
    hours_refused: BTreeMap<PoolId, PerClass<u8>>,
    behind: PerClass<bool>,
}

impl Ledgers {
    /// Sums the last 24 and the last 6 hours.
    pub fn of(session: &Session) -> Self {
        let now = session.head().tick;
        let hour = now.hour();
        let days = session.history().days();
        let from = days.len().saturating_sub(2);
        let rows = |hours: u32| {
            let recent = days.iter().skip(from).flat_map(|day| &day.ledger);
            recent.filter(move |row| row.hour < hour && row.hour + hours >= hour)
        };
        let mut hours_refused: BTreeMap<PoolId, PerClass<u8>> = BTreeMap::new();
        for row in rows(6) {
            let hours = hours_refused.entry(row.pool).or_default();
            for class in Class::ALL {
                hours[class] += u8::from(row.refused[class] > 0);
            }
        }
        let mut behind = PerClass([false; Class::COUNT]);
        for (id, movement) in session.plan().movements.iter() {
            behind[movement.class] |= is_behind(now, movement, &session.head().movements[id]);
        }
        Self { day: sum_by_pool(rows(24)), lately: sum_by_pool(rows(6)), hours_refused, behind }
    }

    /// In how many of the last six hours claims of each class were refused.
    pub(super) fn hours_refused(&self, pool: PoolId) -> PerClass<u8> {
        self.hours_refused.get(&pool).copied().unwrap_or_default()
    }
}

/// True when fewer pieces are across than an even pace from the first ship to the date would have brought.
fn is_behind(now: Tick, movement: &Movement, state: &MovementState) -> bool {
    let Some(first) = state.arrivals.iter().map(|ship| ship.arrives).min().filter(|first| *first < now)
    else {
        return false;
    };
    let (passed, whole) = (u64::from(now.since(first).0), u64::from(movement.due.since(first).0));
    u64::from(state.delivered) * whole < u64::from(state.pieces) * passed.min(whole)
}

impl Desk {
    /// The desk of a role at the present of a session.
    pub fn of(session: &Session, role: RoleId, ledgers: &Ledgers) -> Self {
        let temper = temper(session, role);
        let country = session.country();
        let pools = country.pools.ids().filter(|pool| country.pools[*pool].owner == role);
        let owns = |skill: &SkillId| country.pools[country.skills[*skill].pool].owner == role;
        let skills = country.skills.ids().filter(owns);
        let plans = country.roles[role].powers.contains(&Power::PlanMovements);
        let movements = session.plan().movements.ids().filter(|_| plans);
        let others = country.pools.ids().filter(|pool| plans && country.pools[*pool].owner != role);
        let wanted = others.filter_map(|pool| wanted(session, role, pool, ledgers));
        let designates = country.roles[role].powers.contains(&Power::DesignateUrgent);
        let urgent = session.plan().movements.ids().filter(|_| designates);
        let asked = session.head().requests.iter().filter(|row| row.turn == role && row.answer.is_none());
        Self {
            role,
            now: session.head().tick,
            pools: pools.filter_map(|pool| pool_desk(session, pool, ledgers, temper)).collect(),
            crews: skills.filter_map(|skill| crew_desk(session, role, skill, temper)).collect(),
            movements: movements.map(|movement| movement_desk(session, movement)).collect(),
            wanted: wanted.collect(),
            requests: asked.filter_map(|row| request_desk(session, role, row, ledgers)).collect(),
            urgency: urgent.map(|movement| urgency_desk(session, role, movement, ledgers)).collect(),
            measures: measures::on_desk(session, role, ledgers, temper),
            turned: measures::turned(session, role),
            help: assistance::asked_of(session, role, ledgers, temper),
            assistance: assistance::wanted(session, role, ledgers, temper),
            waiting: assistance::waiting(session, role, ledgers, temper, |pool| {
                others_desk(session, pool, ledgers, temper)
            }),
            inbox: messages::on_desk(session, role),
            temper,
        }
    }
}

/// How the player of a role is inclined.
fn temper(session: &Session, role: RoleId) -> Temper {
    session.country().playbook.temper(session.course().players.of(role))
}

fn pool_desk(session: &Session, pool: PoolId, ledgers: &Ledgers, temper: Temper) -> Option<PoolDesk> {
    let (row, now) = (&session.country().pools[pool], &session.head().pools[pool]);
    let day = ledgers.day.get(&pool);
    if now.policy == row.default && day.is_none_or(|day| day.refused.0.iter().all(|refused| *refused == 0)) {
        return None;
    }
    Some(whole_desk(session, pool, ledgers, temper))
}

/// A pool of somebody else on the planner's desk.
fn wanted(session: &Session, role: RoleId, pool: PoolId, ledgers: &Ledgers) -> Option<PoolDesk> {
    let lately = ledgers.lately.get(&pool)?;
    if Class::ALL.into_iter().all(|class| !class.is_military() || lately.refused[class] == 0) {
        return None;
    }
    let mut desk = others_desk(session, pool, ledgers, temper(session, role));
    let about = |row: &&Request| row.from == role && row.about.pool() == Some(pool);
    let last = session.head().requests.iter().rev().find(about);
    desk.asked = last.map(|row| LastAsk {
        at: row.asked,
        room: matches!(row.about, Ask::Policy(..)),
        offer_keur: row.offer_keur,
        answer: row.answer,
    });
    Some(desk)
}

/// A pool of somebody else: how it is divided is public, of the ledger one knows one's own claims, which are military.
fn others_desk(session: &Session, pool: PoolId, ledgers: &Ledgers, temper: Temper) -> PoolDesk {
    let mut desk = whole_desk(session, pool, ledgers, temper);
    for class in Class::ALL.into_iter().filter(|class| !class.is_military()) {
        for ledger in [&mut desk.day, &mut desk.lately] {
            let rows = [&mut ledger.asked, &mut ledger.granted, &mut ledger.used, &mut ledger.refused];
            for row in rows {
                row[class] = 0;
            }
            ledger.binding[class] = None;
        }
        desk.hours_refused[class] = 0;
    }
    desk
}

/// A request about a pool; none for one about a measure.
fn request_desk(session: &Session, role: RoleId, row: &Request, ledgers: &Ledgers) -> Option<RequestDesk> {
    let pool = row.about.pool()?;
    let (own, temper) = (row.from == role, temper(session, role));
    let offers = row.terms.iter().filter_map(|seq| session.record(*seq)).filter_map(|record| {
        let asker = record.by.actor.role() == Some(row.from);
        match &record.command {
            Command::Ask { offer_keur, .. } | Command::Counter { offer_keur, .. } if asker => {
                Some(*offer_keur)
            }
            _ => None,
        }
    });
    Some(RequestDesk {
        serial: row.serial,
        about: row.about.clone(),
        offer_keur: row.offer_keur,
        own,
        offered_keur: offers.max().unwrap_or(0),
        pool: if own {
            others_desk(session, pool, ledgers, temper)
        } else {
            whole_desk(session, pool, ledgers, temper)
        },
    })
}

fn urgency_desk(session: &Session, role: RoleId, movement: MovementId, ledgers: &Ledgers) -> UrgencyDesk {
    let (country, state) = (session.country(), &session.head().movements[movement]);
    let rail = ledgers
        .hours_refused
        .iter()
        .filter(|(pool, _)| country.pools[**pool].kind == PoolKind::Paths(Mode::Rail));
    UrgencyDesk {
        movement,
        done: state.class == Class::UrgentMilitary || state.designated.contains(&role),
        behind: state.completed.is_none()
            && is_behind(session.head().tick, &session.plan().movements[movement], state),
        hours_refused: rail.map(|(_, hours)| hours[state.class]).max().unwrap_or(0),
    }
}

fn whole_desk(session: &Session, pool: PoolId, ledgers: &Ledgers, temper: Temper) -> PoolDesk {
    let (country, state) = (session.country(), session.head());
    let (row, now) = (&country.pools[pool], &state.pools[pool]);
    let day = ledgers.day.get(&pool);
    let empty = || LedgerRow {
        pool,
        hour: state.tick.hour(),
        asked: PerClass::default(),
        granted: PerClass::default(),
        used: PerClass::default(),
        refused: PerClass::default(),
        binding: PerClass::default(),
    };
    let set = match now.cause {
        Cause::Command(seq) => session.record(seq).map(|record| record.submitted),
        Cause::Routine
        | Cause::Scenario
        | Cause::Inject(_)
        | Cause::Damage(_)
        | Cause::Process(_)
        | Cause::Grid(_)
        | Cause::Staff(_) => None,
    };
    PoolDesk {
        pool,
        policy: now.policy.clone(),
        default: row.default.clone(),
        limits: row.limits.clone(),
        narrowest: narrowest(country, state, pool),
        changed: set,
        price_eur: row.price_eur,
        done: now.lifted.clone(),
        asked: None,
        day: day.cloned().unwrap_or_else(empty),
        lately: ledgers.lately.get(&pool).cloned().unwrap_or_else(empty),
        hours_refused: ledgers.hours_refused.get(&pool).copied().unwrap_or_default(),
        behind: ledgers.behind,
        temper,
    }
}

/// When a command of a kind was last given.
fn last(session: &Session, kind: impl Fn(&Record) -> bool) -> Option<Tick> {
    session.log().iter().rev().find(|record| kind(record)).map(|record| record.submitted)
}

fn crew_desk(session: &Session, role: RoleId, skill: SkillId, temper: Temper) -> Option<CrewDesk> {
    let (country, state) = (session.country(), session.head());
    let table = country.roles[role].table;
    let mine = |row: &&Damage| row.skill == skill && row.work > 0 && row.known & (1 << (table as u8)) != 0;
    let damages: Vec<DamageDesk> =
        state.damages.open.iter().filter(mine).map(|row| damage_desk(session, row, temper)).collect();
    let ordered = |record: &Record| {
        record.by.actor.role() == Some(role) && matches!(record.command, Command::OrderRepair { .. })
    };
    (!damages.is_empty()).then(|| CrewDesk {
        skill,
        teams: state.pools[country.skills[skill].pool].units,
        changed: last(session, ordered),
        damages,
    })
}

fn damage_desk(session: &Session, row: &Damage, temper: Temper) -> DamageDesk {
    let country = session.country();
    let loss = u64::from(row.loss_now().permille());
    let per_transport = u64::from(temper.transport_people);
    let people = |region| u64::from(country.regions[region].population);
    let people = match row.target {
        Target::Process(process, region) => {
            people(region) * loss * country.processes[process].need.tenths().max(1) / 10_000
        }
        Target::Edge(edge) => {
            let near = country.edges[edge].region.map_or(0, people) * loss / 10_000;
            near + waiting_for(session, edge) * per_transport
        }
        // Whom the grid leaves without power is told by the level of the process; the damage behind it comes with its region.
        Target::Grid(element) => {
            let row = country.electricity.as_ref();
            row.map_or(0, |row| people(row.elements[element].region()) * loss / 1000)
        }
        // Nobody here can mend what is behind the border.
        Target::Crossing(_) => 0,
        Target::Terminal(node) => {
            let near = country.nodes[node].region.map_or(0, people) * loss / 10_000;
            let jobs = session.head().terminals.rows[node].jobs.len() as u64;
            near + jobs * per_transport
        }
    };
    DamageDesk {
        serial: row.serial,
        target: row.target,
        class: query::repair_class(country, row.target),
        rank: row.rank,
        teams_max: row.teams_max,
        people,
    }
}

/// Transports without a path whose fastest planned way goes over an edge.
fn waiting_for(session: &Session, edge: EdgeId) -> u64 {
    let (plan, state) = (session.plan(), session.head());
    let over = |claim: &&ConsignmentId| {
        let first = state.consignments.rows[**claim].od.and_then(|od| plan.routes.ods[od].paths.first());
        let path = first.and_then(|path| plan.routes.paths.get(*path));
        path.is_some_and(|path| path.links().any(|link| link.edge() == edge))
    };
    state.consignments.waiting.iter().filter(over).count() as u64
}

fn movement_desk(session: &Session, movement: MovementId) -> MovementDesk {
    let (plan, state) = (&session.plan().movements[movement], &session.head().movements[movement]);
    let planned = |command: &Command| matches!(command, Command::PlanMovement { movement: other, .. } if *other == movement);
    MovementDesk {
        movement,
        due: plan.due,
        pieces: state.pieces,
        delivered: state.delivered,
        on_hold: state.order.on_hold,
        order: state.order.clone(),
        changed: last(session, |record| planned(&record.command)),
        ways: (0..plan.destinations.len()).filter_map(|row| way_desk(session, movement, row)).collect(),
    }
}

fn way_desk(session: &Session, movement: MovementId, row: usize) -> Option<WayDesk> {
    let (country, plan, state) = (session.country(), session.plan(), session.head());
    let destination = plan.movements[movement].destinations.get(row)?;
    let fleet = &country.fleets[destination.fleet];
    let number = u16::try_from(row).ok()?;
    let own = |other: &Consignment| other.what == What::Movement(movement, number);
    let progress = &state.movements[movement];
    let reaches = |port: &crate::sim::state::PortState| {
        let found = plan.routes.find(fleet.fit, port.port, destination.to);
        let carries = PieceKind::ALL.into_iter().any(|kind| port.ashore[kind] > 0 && fleet.pieces[kind] > 0);
        carries && found.is_some_and(|od| !plan.routes.ods[od].paths.is_empty())
    };
    Some(WayDesk {
        mode: fleet.mode,
        share_permille: progress.order.shares_permille.get(row).copied()?,
        waited: oldest_wait(state, own),
        sets_free: sets_free(country, state, fleet.pool, plan.movements[movement].class),
        set_pieces: fleet.pieces.0.into_iter().max().unwrap_or(0),
        open: progress.ports.iter().any(reaches),
    })
}

/// Sets of a fleet that a movement could get now.
fn sets_free(country: &Country, state: &State, pool: PoolId, class: Class) -> u32 {
    query::room(country, state, pool, class)
}

fn oldest_wait(state: &State, own: impl Fn(&Consignment) -> bool) -> Span {
    // One that waits for its permits has not asked for a path yet.
    let waits =
        |row: &Consignment| row.asked && matches!(row.phase, Phase::Waiting | Phase::Held | Phase::Stalled);
    let rows = state.consignments.active().filter(|(_, row)| own(row) && waits(row));
    rows.map(|(_, row)| state.tick.since(row.since)).max().unwrap_or_default()
}

/// Roles with something to decide, in order.
pub fn deciders(session: &Session) -> Vec<RoleId> {
    let country = session.country();
    let owns = |role: &RoleId| {
        country.pools.rows().iter().any(|pool| pool.owner == *role)
            || !country.roles[*role].powers.is_empty()
            || country
                .pools
                .rows()
                .iter()
                .flat_map(|pool| &pool.limits)
                .any(|row| row.providers().any(|by| by == *role))
            || country.measures.rows.rows().iter().any(|row| row.owner == *role)
            || session.plan().injects.rows().iter().any(|inject| inject.receivers.contains(role))
    };
    (0..country.roles.len()).map(RoleId::from_index).filter(owns).collect()
}
