//! Taking and ending measures: each play of the playbook whose signs a role sees, in the order of a practitioner.
//!
//! A sign counts from its size in the playbook on, times the temperament's part for society or transit. A measure is taken when one of its
//! signs counts (or all, where the play says so), at most so many an hour, for the hardest hit regions first; it is ended when
//! all signs have fallen clearly below that and it has been in force long enough. What is not seen is no reason to end anything. Must not
//! know which measures exist: the playbook says.

use super::{
    Proposal,
    desk::{Desk, Ledgers},
    reason::{Reason, Seen},
    signs::Eyes,
};
use crate::{
    session::Session,
    sim::{
        command::{Actor, By, Command},
        country::{Country, Play, Side, Sign, Temper},
        grip,
        ids::{MeasureId, RegionId, RoleId},
        state::ActiveMeasure,
        time::Tick,
    },
};

/// All that a measure takes, in thousandths.
pub(super) const WHOLE: i64 = 1000;

/// A measure on the desk of the one who may take it: one that a sign speaks for, or one that is ordered or in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureDesk {
    /// Which.
    pub measure: MeasureId,
    /// Where; none for the country.
    pub region: Option<RegionId>,
    /// What is seen, with the size from which on it counts for this role.
    pub signs: Vec<Seen>,
    /// All signs are needed.
    pub all: bool,
    /// When it came into force, while it is; none while it is ordered only, or not at all.
    pub since: Option<Tick>,
    /// It is ordered or in force.
    pub active: bool,
    /// It may be ended now, as far as time goes.
    pub ripe: bool,
    /// Something stands in its way: another measure, its basis, or that it was ordered not long ago.
    pub barred: bool,
    /// It is ended when its signs have fallen to this part of what it takes, in thousandths.
    pub ends: u32,
    /// Most regions in which it is taken; none for no limit.
    pub most: Option<u16>,
    /// Not together with these.
    pub unless: Vec<MeasureId>,
    /// Inhabitants of where it is for.
    pub people: u64,
}

impl MeasureDesk {
    /// How much its signs speak for it, in thousandths of what it takes; none when nothing is seen.
    pub fn urgency(&self) -> Option<i64> {
        let sizes = self.signs.iter().map(|seen| seen.value.map(|_| seen.part()));
        if self.all { sizes.min().flatten() } else { sizes.flatten().max() }
    }

    /// The sign that speaks for it most.
    pub(super) fn strongest(&self) -> Option<Seen> {
        let seen = self.signs.iter().copied().filter(|seen| seen.value.is_some());
        seen.max_by_key(|seen| seen.part())
    }
}

/// The measures on the desk of a role, in the order of the playbook, regions in theirs.
pub(super) fn on_desk(
    session: &Session,
    role: RoleId,
    ledgers: &Ledgers,
    temper: Temper,
) -> Vec<MeasureDesk> {
    let country = session.country();
    let mut found = Vec::new();
    let mut eyes = None;
    for play in &country.playbook.plays {
        let takes = |place: &Option<RegionId>| {
            grip::decider(country, session.head(), play.measure, *place) == Some(role)
        };
        for place in places(country, play.measure).filter(takes) {
            let eyes = eyes.get_or_insert_with(|| Eyes::new(session, role, ledgers));
            found.extend(one(session, eyes, play, place, temper));
        }
    }
    found
}

fn one(
    session: &Session,
    eyes: &Eyes<'_>,
    play: &Play,
    region: Option<RegionId>,
    temper: Temper,
) -> Option<MeasureDesk> {
    let mut desk = look(session, eyes, play, region, temper);
    if desk.active {
        return Some(desk);
    }
    if desk.urgency().is_none_or(|urgency| urgency < WHOLE) {
        return None;
    }
    let now = session.head().tick;
    let by = By { actor: Actor::Auto(eyes.role), seat: 0 };
    let take = Command::TakeMeasure { measure: play.measure, region, reason: "…".to_owned() };
    let recent = |at: Tick| now.since(at) < play.rests;
    desk.barred = unless_taken(session, play, region)
        || last_taken(session, play.measure, region, play.rests.0).is_some_and(recent)
        || session.may(by, now, take).is_err();
    Some(desk)
}

/// A measure that is ruled out by this one is taken here, or everywhere.
fn unless_taken(session: &Session, play: &Play, region: Option<RegionId>) -> bool {
    let near = |place: Option<RegionId>| place.is_none() || region.is_none() || place == region;
    let mut active = session.head().measures.active.iter();
    active.any(|row| play.unless.contains(&row.measure) && near(row.region))
}

/// Another measure is in the place of this one, or it is taken in as many regions as it can be.
pub(super) fn is_taken_up(session: &Session, play: &Play, region: Option<RegionId>) -> bool {
    let there = session.head().measures.active.iter().filter(|row| row.measure == play.measure).count();
    unless_taken(session, play, region) || play.most.is_some_and(|most| there >= usize::from(most))
}

/// Where a measure may be taken: in each region, or for the country.
pub(super) fn places(country: &Country, measure: MeasureId) -> impl Iterator<Item = Option<RegionId>> {
    let regional = country.measures.rows[measure].regional;
    let regions = country.regions.ids().filter(move |_| regional).map(Some);
    regions.chain((!regional).then_some(None))
}

/// A measure with its signs as a role sees them.
pub(super) fn look(
    session: &Session,
    eyes: &Eyes<'_>,
    play: &Play,
    region: Option<RegionId>,
    temper: Temper,
) -> MeasureDesk {
    let (country, state) = (session.country(), session.head());
    let same = |row: &&ActiveMeasure| row.measure == play.measure && row.region == region;
    let active = state.measures.active.iter().find(same);
    let part = match play.side {
        Side::Civil => temper.civil_permille,
        Side::Transit => temper.transit_permille,
    };
    let look = |(sign, from): &(Sign, u32)| Seen {
        sign: *sign,
        region,
        value: eyes.see(*sign, region),
        from: u32::try_from((u64::from(*from) * u64::from(part)).div_ceil(1000)).unwrap_or(u32::MAX).max(1),
    };
    let signs: Vec<Seen> = play.when.iter().map(look).collect();
    let mut desk = MeasureDesk {
        measure: play.measure,
        region,
        signs,
        all: play.all,
        since: active.filter(|row| row.begun).map(|row| row.begins),
        active: active.is_some(),
        ripe: false,
        barred: false,
        ends: play.ends_permille.unwrap_or(temper.ends_permille),
        most: play.most,
        unless: play.unless.clone(),
        people: match region {
            Some(region) => u64::from(country.regions[region].population),
            None => country.population(),
        },
    };
    desk.ripe = desk.since.is_some_and(|since| state.tick.since(since) >= play.at_least);
    desk
}

/// When a measure was last taken somewhere, within so many ticks.
fn last_taken(session: &Session, measure: MeasureId, region: Option<RegionId>, ticks: u32) -> Option<Tick> {
    let from = session.head().tick.0.saturating_sub(ticks);
    let recent = session.log().iter().rev().take_while(|record| record.submitted.0 >= from);
    let same = |command: &Command| matches!(command, Command::TakeMeasure { measure: other, region: there, .. } if *other == measure && *there == region);
    recent.filter(|record| same(&record.command)).map(|record| record.submitted).next()
}

/// Measures that a role took or ended at the present tick.
pub(super) fn turned(session: &Session, role: RoleId) -> Vec<MeasureId> {
    let now = session.head().tick;
    let recent = session.log().iter().rev().take_while(|record| record.submitted == now);
    let own = recent.filter(|record| record.by.actor == Actor::Auto(role));
    own.filter_map(|record| match record.command {
        Command::TakeMeasure { measure, .. } | Command::EndMeasure { measure, .. } => Some(measure),
        _ => None,
    })
    .collect()
}

/// Most urgent first, then where most people live.
pub(super) fn hardest_hit<'a>(rows: impl Iterator<Item = &'a MeasureDesk>) -> Vec<&'a MeasureDesk> {
    let mut rows: Vec<&MeasureDesk> = rows.collect();
    rows.sort_by_key(|row| (std::cmp::Reverse((row.urgency(), row.people)), row.region));
    rows
}

/// What the role takes and ends now.
pub(super) fn propose(desk: &Desk, say: &dyn Fn(&Reason) -> String) -> Vec<Proposal> {
    let temper = desk.temper;
    let mut found: Vec<Proposal> = Vec::new();
    let mut taken: Vec<(MeasureId, Option<RegionId>)> = Vec::new();
    let most = usize::from(temper.at_once).saturating_sub(desk.turned.len());
    let turned = |which: MeasureId| desk.turned.iter().filter(|measure| **measure == which).count();
    let mut rest = desk.measures.as_slice();
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|row| row.measure == first.measure).count();
        let (rows, later) = rest.split_at(same);
        rest = later;
        let counts = |row: &&MeasureDesk| row.urgency().is_some_and(|urgency| urgency >= WHOLE);
        // What somebody asks for is answered, not taken beside it.
        let asked = |row: &MeasureDesk| {
            desk.help.iter().any(|help| (help.measure, help.region) == (row.measure, row.region))
        };
        let free = |row: &&MeasureDesk| !row.active && !row.barred && !asked(row);
        let wanted = hardest_hit(rows.iter().filter(free).filter(counts));
        let there = rows.iter().filter(|row| row.active).count();
        let more = first.most.map_or(usize::MAX, |limit| usize::from(limit).saturating_sub(there));
        let wanted = wanted.into_iter().take(
            usize::from(temper.regions)
                .saturating_sub(turned(first.measure))
                .min(more)
                .min(most - found.len().min(most)),
        );
        for row in wanted {
            let near =
                |place: Option<RegionId>| place.is_none() || row.region.is_none() || place == row.region;
            let clash = |(other, place): &(MeasureId, _)| row.unless.contains(other) && near(*place);
            let Some(seen) = row.strongest().filter(|_| !taken.iter().any(clash)) else { continue };
            let reason = Reason::Sees(seen);
            let (measure, region) = (row.measure, row.region);
            let command = Command::TakeMeasure { measure, region, reason: say(&reason) };
            found.push(Proposal { command, reason });
            taken.push((measure, region));
        }
    }
    let over = |row: &&MeasureDesk| {
        row.ripe
            && row.signs.iter().all(|seen| seen.value.is_some())
            && row.urgency().is_some_and(|now| now < i64::from(row.ends))
    };
    let left = most.saturating_sub(found.len());
    for row in desk.measures.iter().filter(over).take(left) {
        let Some(seen) = row.strongest() else { continue };
        let reason = Reason::Eased(seen);
        let (measure, region) = (row.measure, row.region);
        let command = Command::EndMeasure { measure, region, reason: say(&reason) };
        found.push(Proposal { command, reason });
    }
    found
}
