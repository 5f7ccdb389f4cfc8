//! A draft of a policy: may it be set or asked for, on which basis, and what would it probably lead to?
//!
//! The check says what the rules would say, word for word. The forecast starts from what the viewer knows: no unsent injects,
//! no damage that was not reported. It runs the simulation on a copy, so it is asked for and not part of every view.

use super::viewer::{Sight, Viewer};
use crate::{
    session::{Session, SubmitError},
    sim::{
        check::breaks,
        command::{Actor, Ask, By, Command},
        country::{Basis, Class, PerClass, Policy},
        ids::{DenseId, MovementId, PoolId, RoleId},
        metric::{Metric, value},
        plan::Start,
        state::State,
        time::{Span, TICKS_PER_HOUR, Tick},
    },
    text::{Language, Texts},
};

/// A policy that somebody thinks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// For which pool.
    pub pool: PoolId,
    /// How it would be divided.
    pub policy: Policy,
    /// Until when; none until further notice.
    pub until: Option<Tick>,
    /// The role that asks the owner for it; none when the owner sets it.
    pub asks: Option<RoleId>,
}

impl Draft {
    /// What the owner would do.
    fn set(&self) -> Command {
        let reason = "…".to_owned();
        Command::SetPolicy { pool: self.pool, policy: self.policy.clone(), until: self.until, reason }
    }

    /// What who drafts it would do.
    fn command(&self) -> Command {
        if self.asks.is_none() {
            return self.set();
        }
        let about = Ask::Policy(self.pool, self.policy.clone(), self.until);
        Command::Ask { about, offer_keur: 0, reason: "…".to_owned() }
    }
}

/// May this draft be set, or asked for, now? Otherwise the refusal as a sentence. A reason is not asked for yet.
pub fn draft_check(
    session: &Session,
    by: By,
    texts: &Texts,
    language: Language,
    draft: &Draft,
) -> Result<(), String> {
    let sight = Sight::new(session, Viewer::Public, texts, language);
    if sight.looking() {
        let time = sight.moment(sight.now());
        return Err(sight.say("replay-at", &[("time", time.into())]));
    }
    sight.allowed(by, draft.command())
}

/// May the owner of the pool set this draft now, whoever asks for it? Otherwise the refusal as a sentence.
pub fn owner_check(
    session: &Session,
    texts: &Texts,
    language: Language,
    draft: &Draft,
) -> Result<(), String> {
    let sight = Sight::new(session, Viewer::Public, texts, language);
    owner_by(session, draft.pool).map_or(Ok(()), |by| sight.allowed(by, draft.set()))
}

fn owner_by(session: &Session, pool: PoolId) -> Option<By> {
    let owner = session.country().pools.get(pool)?.owner;
    Some(By { actor: Actor::Role(owner), seat: 0 })
}

/// On which basis the owner would set this draft: his own, or what was provided for the limits that it goes beyond.
pub fn draft_basis(session: &Session, texts: &Texts, language: Language, draft: &Draft) -> String {
    let sight = Sight::new(session, Viewer::Public, texts, language);
    let Some(row) = session.country().pools.get(draft.pool) else { return String::new() };
    let broken = row.limits.iter().filter(|limit| breaks(&draft.policy, limit.what));
    let mut bases: Vec<Basis> = broken.map(|limit| limit.basis).collect();
    bases.sort_unstable();
    bases.dedup();
    if bases.is_empty() {
        bases.push(Basis::G0);
    }
    let names: Vec<String> = bases.iter().map(|basis| sight.tell().basis(*basis)).collect();
    sight.say("board-rests-on", &[("basis", texts.list(language, &names).into())])
}

impl Sight<'_> {
    /// What the rules say of a command that would be given now.
    fn allowed(&self, by: By, command: Command) -> Result<(), String> {
        let session = self.session;
        match session.may(by, session.head().tick, command) {
            Err(SubmitError::Refused(refusal)) => Err(self.tell().refusal_sentence(&refusal)),
            Err(SubmitError::Hindered(hindrance)) => Err(self.tell().hindrance_sentence(&hindrance)),
            Ok(()) | Err(SubmitError::Recording(_) | SubmitError::Replaying | SubmitError::LookingBack) => {
                Ok(())
            }
        }
    }
}

/// What the coming hours would bring, with and without a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftForecast {
    /// Hours looked ahead.
    pub hours: u32,
    /// As it is.
    pub without: Prospect,
    /// With the draft.
    pub with: Prospect,
}

/// What the coming hours would bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// Transports that wait for a path at the end, by class.
    pub waiting: PerClass<u32>,
    /// Grants in the pool on the way.
    pub granted: PerClass<u32>,
    /// Refusals in the pool on the way: one for each claim and hour.
    pub refused: PerClass<u32>,
    /// Transports given up on the way.
    pub given_up: PerClass<u32>,
    /// Pieces across the border at the end, by movement.
    pub delivered: Vec<(MovementId, u32)>,
    /// Hours that civil transports wait on the way.
    pub civil_delay_hours: i64,
}

/// What a draft would probably lead to in the next `hours` (1 to 168) if the owner sets it. What the owner may not set gets
/// the refusal as a sentence.
pub fn draft_forecast(
    session: &Session,
    viewer: Viewer,
    by: By,
    texts: &Texts,
    language: Language,
    draft: &Draft,
    hours: u32,
) -> Result<DraftForecast, String> {
    draft_check(session, by, texts, language, draft)?;
    owner_check(session, texts, language, draft)?;
    let sight = Sight::new(session, viewer, texts, language);
    let hours = hours.clamp(1, 168);
    let run = |commands: &[(By, Command)]| {
        let end = session.forecast(commands, Span::hours(hours), |state| sight.forget(state));
        prospect(&sight, draft.pool, &end)
    };
    let owner = owner_by(session, draft.pool).unwrap_or(by);
    Ok(DraftForecast { hours, without: run(&[]), with: run(&[(owner, draft.set())]) })
}

/// The same for several throws of the dice, as lowest and highest, over time.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftBands {
    /// With the dice of the exercise.
    pub forecast: DraftForecast,
    /// How many throws so far.
    pub throws: u16,
    /// When the scenario starts, to name moments.
    pub start: Start,
    /// Granted in the pool from now on, without and with the draft.
    pub granted: [Vec<BandPoint>; 2],
    /// Refused in the pool from now on.
    pub refused: [Vec<BandPoint>; 2],
    /// Lowest and highest at the end, without and with: transports that wait, and hours that civil transports wait on the way.
    pub waiting: [(i64, i64); 2],
    /// The same, hours.
    pub civil_delay: [(i64, i64); 2],
}

/// Moment, lowest and highest.
pub type BandPoint = (Tick, i64, i64);

/// Hours between two points of a band.
const BAND_HOURS: u32 = 3;

/// What a draft would probably lead to, for as many throws of the dice, the exercise's own first. `watch` is asked every hour whether it
/// goes on, and sees what is known after each throw; none when it was stopped. What may not be set gets the refusal as a sentence.
pub fn draft_bands(
    session: &Session,
    viewer: Viewer,
    by: By,
    texts: &Texts,
    language: Language,
    draft: &Draft,
    (hours, throws): (u32, u16),
    watch: &mut dyn FnMut(Option<&DraftBands>) -> bool,
) -> Result<Option<DraftBands>, String> {
    draft_check(session, by, texts, language, draft)?;
    owner_check(session, texts, language, draft)?;
    let owner = owner_by(session, draft.pool).unwrap_or(by);
    let (hours, own) = (hours.clamp(1, 168), session.plan().seed);
    let mut bands: Option<DraftBands> = None;
    for throw in 0..throws.max(1) {
        let other = own.wrapping_add(u64::from(throw).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let copy = session.hidden_copy(Some(other));
        let sight = Sight::new(&copy, viewer, texts, language);
        let mut run = |commands: &[(By, Command)]| {
            let mut points: Vec<(Tick, i64, i64)> = Vec::new();
            let begin = copy.head();
            let sum = |of: &PerClass<u32>| of.0.iter().map(|count| i64::from(*count)).sum::<i64>();
            let end = copy.forecast_watched(
                commands,
                Span::hours(hours),
                |state| sight.forget(state),
                &mut |state| {
                    let passed = state.tick.since(begin.tick).0;
                    if passed == 0 || passed == hours * TICKS_PER_HOUR || state.tick.hour() % BAND_HOURS == 0
                    {
                        let granted = sum(&state.granted[draft.pool].in_all);
                        let refused = sum(&state.pools[draft.pool].refused);
                        points.push((state.tick, granted, refused));
                    }
                    watch(None)
                },
            )?;
            let (_, granted, refused) = points.first().copied()?;
            for point in &mut points {
                *point = (point.0, point.1 - granted, point.2 - refused);
            }
            Some((prospect(&sight, draft.pool, &end), points))
        };
        let Some((without, course_without)) = run(&[]) else { return Ok(None) };
        let Some((with, course_with)) = run(&[(owner, draft.set())]) else { return Ok(None) };
        let waits = |of: &Prospect| of.waiting.0.iter().map(|count| i64::from(*count)).sum::<i64>();
        let both = [&without, &with];
        let found = bands.get_or_insert_with(|| DraftBands {
            forecast: DraftForecast { hours, without: without.clone(), with: with.clone() },
            throws: 0,
            start: session.plan().start,
            granted: Default::default(),
            refused: Default::default(),
            waiting: both.map(|of| (waits(of), waits(of))),
            civil_delay: both.map(|of| (of.civil_delay_hours, of.civil_delay_hours)),
        });
        for (place, course) in [&course_without, &course_with].into_iter().enumerate() {
            widen(&mut found.granted[place], course.iter().map(|row| (row.0, row.1)));
            widen(&mut found.refused[place], course.iter().map(|row| (row.0, row.2)));
            stretch(&mut found.waiting[place], waits(both[place]));
            stretch(&mut found.civil_delay[place], both[place].civil_delay_hours);
        }
        found.throws = throw + 1;
        if !watch(Some(found)) {
            return Ok(None);
        }
    }
    Ok(bands)
}

/// Takes one more course into a band.
fn widen(band: &mut Vec<BandPoint>, course: impl Iterator<Item = (Tick, i64)>) {
    for (place, (at, value)) in course.enumerate() {
        match band.get_mut(place) {
            Some((_, low, high)) => {
                *low = (*low).min(value);
                *high = (*high).max(value);
            }
            None => band.push((at, value, value)),
        }
    }
}

fn stretch((low, high): &mut (i64, i64), value: i64) {
    *low = (*low).min(value);
    *high = (*high).max(value);
}

fn prospect(sight: &Sight, pool: PoolId, end: &State) -> Prospect {
    let begin = sight.session.head();
    let country = sight.country();
    let grown = |now: &PerClass<u32>, then: &PerClass<u32>| {
        PerClass(Class::ALL.map(|class| now[class].saturating_sub(then[class])))
    };
    let waiting = |class| u32::try_from(value(country, end, Metric::Waiting(class))).unwrap_or(0);
    let movements = (0..end.movements.len()).map(MovementId::from_index);
    let delay = |state| value(country, state, Metric::CivilDelay);
    Prospect {
        waiting: PerClass(Class::ALL.map(waiting)),
        granted: grown(&end.granted[pool].in_all, &begin.granted[pool].in_all),
        refused: grown(&end.pools[pool].refused, &begin.pools[pool].refused),
        given_up: grown(&end.totals.given_up, &begin.totals.given_up),
        delivered: if sight.viewer == Viewer::Public {
            Vec::new()
        } else {
            movements.map(|id| (id, end.movements[id].delivered)).collect()
        },
        civil_delay_hours: delay(end) - delay(begin),
    }
}
