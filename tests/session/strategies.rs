//! Simple ways of dividing, kept to from the first hour to the last, and what each of them comes to: for exercises in which no such way may be
//! the best at both. Must not know any exercise.

use doorvoerland::{
    scenario::load::{self, Exercise},
    session::Session,
    sim::{
        command::{Actor, By, Command},
        country::{Class, Mode, NO_CAP, PoolKind},
        ids::{MovementId, PoolId, RoleId},
        metric::{self, Metric},
        time::TICKS_PER_DAY,
    },
};

/// A simple way of dividing, kept to from the first hour to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strategy {
    /// Nobody decides anything.
    Nothing,
    /// The transit goes first, with every basis that can be had.
    Transit,
    /// The transit gets nothing that others could use.
    Civil,
    /// Who asks first is served, up to what the owner may give.
    FirstCome,
    /// Half for each, over all ways.
    Even,
}

pub(super) const ALL: [Strategy; 5] =
    [Strategy::Nothing, Strategy::Transit, Strategy::Civil, Strategy::FirstCome, Strategy::Even];

/// Tries a decision; what is refused is left.
pub(super) fn try_as(session: &mut Session, role: RoleId, command: Command) -> bool {
    let by = By { actor: Actor::Role(role), seat: 0 };
    let now = session.head().tick;
    session.may(by, now, command.clone()).is_ok() && session.submit(by, now, command).is_ok()
}

fn why() -> String {
    "Volgens de afspraak van de tafel.".to_owned()
}

/// Divides every pool of the kinds that both want.
fn divide(session: &mut Session, strategy: Strategy) {
    let country = session.country().clone();
    for pool in country.pools.ids() {
        let row = &country.pools[pool];
        if !matches!(row.kind, PoolKind::Paths(Mode::Rail) | PoolKind::Handling | PoolKind::Held) {
            continue;
        }
        if strategy == Strategy::Transit {
            bases(session, pool);
        }
        let mut policy = session.head().pools[pool].policy.clone();
        match strategy {
            Strategy::Nothing => return,
            Strategy::Transit => {
                policy.order.sort_by_key(|class| !class.is_military());
                policy.day_cap[Class::Military] = NO_CAP;
            }
            Strategy::Civil => {
                policy.order.sort_by_key(|class| class.is_military());
                if row.kind == PoolKind::Paths(Mode::Rail) {
                    policy.day_cap[Class::Military] = 0;
                }
            }
            Strategy::FirstCome => {
                if row.kind == PoolKind::Paths(Mode::Rail) {
                    policy.day_cap[Class::Military] = 4;
                }
            }
            Strategy::Even => {
                if row.kind == PoolKind::Paths(Mode::Rail) {
                    policy.day_cap[Class::Military] = 2;
                }
            }
        }
        if policy != session.head().pools[pool].policy {
            let set = |policy| Command::SetPolicy { pool, policy, until: None, reason: why() };
            if !try_as(session, row.owner, set(policy.clone())) && strategy == Strategy::Transit {
                // Without the basis: as far as the owner may go alone.
                let mut less = session.head().pools[pool].policy.clone();
                less.day_cap[Class::Military] = less.day_cap[Class::Military].max(4);
                try_as(session, row.owner, set(less));
            }
        }
    }
}

/// Asks everybody who can for every basis of a pool.
fn bases(session: &mut Session, pool: PoolId) {
    let limits = session.country().pools[pool].limits.clone();
    for (limit, row) in (0_u16..).zip(&limits) {
        let about_military = format!("{:?}", row.what).contains("Military");
        if about_military {
            for role in row.providers() {
                try_as(session, role, Command::ProvideBasis { pool, limit, reason: why() });
            }
        }
    }
}

/// What the two sides have at the end: share of the movement that was across in time, and hours that everyday transport waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    pub(super) across: i64,
    pub(super) waited: i64,
}

pub(super) fn play(exercise: &Exercise, movement: MovementId, strategy: Strategy) -> Outcome {
    let mut session = Session::new(exercise.country.clone(), exercise.plan.clone(), None);
    if strategy == Strategy::Even {
        let planner = exercise.country.roles.find(|row| row.code == "toc-dvvo").expect("it plans");
        let mut order = exercise.plan.movements[movement].order.clone();
        let ways = order.shares_permille.len();
        order.shares_permille =
            (0..ways).map(|way| if way == 0 { 500 } else { 500 / (ways as u16 - 1) }).collect();
        assert!(try_as(&mut session, planner, Command::PlanMovement { movement, order, reason: why() }));
    }
    let due = exercise.plan.movements[movement].due;
    let mut across = 0;
    while session.head().tick < session.plan().end() {
        divide(&mut session, strategy);
        let step = TICKS_PER_DAY.min(session.plan().end().since(session.head().tick).0);
        let to_due = due.0.saturating_sub(session.head().tick.0);
        if (1..step).contains(&to_due) {
            session.advance(to_due).expect("nothing is recorded");
            across = metric::value(session.country(), session.head(), Metric::Delivered(movement));
            session.advance(step - to_due).expect("nothing is recorded");
        } else {
            session.advance(step).expect("nothing is recorded");
        }
    }
    let of = |metric| metric::value(session.country(), session.head(), metric);
    let waited = of(Metric::CivilDelay);
    Outcome { across, waited }
}

/// What every strategy comes to with each of these seeds; fails when one of them is best at both.
pub(super) fn compared(
    exercise: &mut Exercise,
    movement: MovementId,
    seeds: &[u64],
) -> Vec<[Outcome; ALL.len()]> {
    let mut all = Vec::new();
    for seed in seeds {
        load::vary(exercise, Some(*seed), None);
        let outcomes = ALL.map(|strategy| play(exercise, movement, strategy));
        for (strategy, own) in ALL.iter().zip(outcomes) {
            let better = |other: &Outcome| other.across > own.across || other.waited < own.waited;
            assert!(
                outcomes.iter().any(better),
                "with seed {seed} {strategy:?} is best at both: {outcomes:?}"
            );
        }
        all.push(outcomes);
    }
    all
}
