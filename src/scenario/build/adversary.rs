//! The opponent from its file, and the opponent of a scenario.
//!
//! What happens by the year becomes a chance in a quarter of an hour in units of 2^-32, a half-life the part that is left after an
//! hour, the exponential function a table: rounded once, to the nearest, here. Must not choose: `sim::systems::adversary` does.

use super::{country::CountryCodes, every, hours, hours_or_none, positive, positive_share, share};
use crate::{
    scenario::{
        fault::Faults,
        scalar::{At, Figure, Words},
        schema::{
            Amount,
            adversary::{
                AdversaryFile, AttributionRow, DeterrenceRow, EscalationRow, StrikeRow, StruckRow, VectorRow,
                WhereRow,
            },
            exercise::{ExerciseFile, OpponentRow},
        },
    },
    sim::{
        country::{
            Adversary, Attribution, Category, Deterrence, EXP_MOST, EXP_STEPS, EscalationPhase, Lasting,
            PHASES, Vector, WORDS, Where,
        },
        effect::{Effect, Target},
        ids::{DenseId, EdgeId, NodeId, RegionId, Table, VectorId},
        num::Level,
        plan::Opponent,
        time::{Span, TICKS_PER_DAY},
    },
};

/// Quarters of an hour in a year.
const TICKS_PER_YEAR: f64 = 365.25 * TICKS_PER_DAY as f64;
/// Units of a chance.
const UNIT: f64 = 4_294_967_296.0;
/// Highest chance of an act in a quarter of an hour.
const CHANCE_MOST: f64 = 0.25;

/// A figure in thousandths, at most `most` times the whole.
pub(super) fn permille(figure: &Amount, most: i64, faults: &mut Faults<'_>) -> Option<u32> {
    let value = figure.value.times_round(1000);
    if figure.value.is_negative() || value > most * 1000 {
        faults.add(&figure.place, format!("{} is out of range", figure.value), format!("write 0 to {most}"));
        return None;
    }
    u32::try_from(value).ok()
}

/// The opponent of the country.
pub(super) fn adversary(
    file: &AdversaryFile,
    codes: &CountryCodes,
    faults: &mut Faults<'_>,
) -> Option<Adversary> {
    if file.phases.value.len() != PHASES {
        let what = format!("{} phases", file.phases.value.len());
        faults.add(&file.phases.place, what, format!("write {PHASES}, from 0 to {}", PHASES - 1));
    }
    let phases = every(file.phases.value.iter().map(|row| phase(row, codes, faults)).collect::<Vec<_>>());
    let vectors = every(file.vectors.iter().map(|row| vector(row, codes, faults)).collect::<Vec<_>>());
    let mix = [&file.mix.transport, &file.mix.government, &file.mix.infrastructure, &file.mix.industry];
    let mix = every(mix.map(|figure| permille(figure, 1, faults)));
    let excites = permille(&file.excites, 1, faults);
    let sharpness = permille(&file.sharpness, 8, faults);
    let adaptation = permille(&file.adaptation, 1, faults);
    let blow = permille(&file.blow, 1, faults);
    let observed = hours(&file.observed_h, faults);
    let hit_most = permille(&file.hit_most, 10, faults);
    let place = positive(&file.flow_place, "the number of pieces", faults);
    let full = positive(&file.flow_full, "the number of pieces", faults);
    let flow = permille(&file.flow, 10, faults);
    let deterrence = deterrence(&file.deterrence, faults);
    let attribution = attribution(&file.attribution, codes, faults);
    if !file.memory_d.value.is_positive() {
        faults.add(
            &file.memory_d.place,
            "an act would be forgotten at once",
            "write a number of days above 0",
        );
    }
    for row in &file.vectors {
        let most = excites.unwrap_or(0) as f64 * row.mark.value.to_f64();
        if most >= 1000.0 {
            let what = "one act would bring about one or more like it, without end";
            faults.add(&row.mark.place, what, "write a lower mark");
        }
    }
    let exp = |step: u32| libm::round(libm::exp(f64::from(step) / f64::from(EXP_STEPS)) * 65_536.0) as u32;
    Some(Adversary {
        phases: phases?,
        vectors: Table::new(vectors?),
        mix_permille: <[u32; Category::COUNT]>::try_from(mix?).ok()?,
        excites_permille: excites?,
        sharpness_permille: sharpness?,
        adaptation_permille: adaptation?,
        blow_permille: blow?,
        observed_after: observed?,
        hit_most_permille: hit_most?,
        flow_place: u32::from(place?),
        flow_full: u32::from(full?),
        flow_permille: flow?,
        deterrence: deterrence?,
        attribution: attribution?,
        exp: (0..=EXP_MOST * EXP_STEPS).map(exp).collect(),
        acts_max: file.acts_max,
        expected: (&file.expected).into(),
        question: (&file.question).into(),
        staff_note: (&file.staff_note).into(),
    })
}

fn phase(row: &EscalationRow, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<EscalationPhase> {
    let vectors = every(row.vectors.iter().map(|code| codes.vectors.find(code)));
    Some(EscalationPhase {
        name: (&row.name).into(),
        pressure: (&row.pressure).into(),
        acts_a_year_milli: permille(&row.acts_a_year, 100_000, faults)?,
        vectors: vectors?,
    })
}

fn vector(row: &VectorRow, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<Vector> {
    let at = match row.at.value {
        WhereRow::Country => Where::Country,
        WhereRow::Region => Where::Region,
        WhereRow::Stretch(mode) => Where::Stretch(mode),
        WhereRow::Seaport => Where::Seaport,
    };
    let receivers = every(row.receivers.iter().map(|code| codes.roles.find(code)));
    let value = permille(&row.value, 1, faults);
    let vulnerability = permille(&row.vulnerability, 1, faults);
    let deniability = permille(&row.deniability, 1, faults);
    let traceability = permille(&row.traceability, 1, faults);
    let mark = permille(&row.mark, 10, faults);
    let effects = every(row.effects.iter().map(|row| strike(row, at, codes, faults)).collect::<Vec<_>>());
    if row.effects.is_empty() {
        faults.add(&row.code.place, "this act does nothing", "write at least one effect");
    }
    Some(Vector {
        code: row.code.text.clone(),
        name: (&row.name).into(),
        text: (&row.text).into(),
        sender: (&row.sender).into(),
        receivers: receivers?,
        channel: row.channel,
        category: row.category,
        family: row.family,
        at,
        value_permille: value?,
        vulnerability_permille: vulnerability?,
        deniability_permille: deniability?,
        traceability_permille: traceability?,
        mark_permille: mark?,
        theme: Some(row.theme),
        effects: effects?,
    })
}

/// What is hit, with a stand-in for the place.
fn struck(row: &At<StruckRow>, at: Where, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<Target> {
    let sound = match (&row.value, at) {
        (StruckRow::Process(_), Where::Country) | (StruckRow::Terminal, Where::Country | Where::Region) => {
            false
        }
        (StruckRow::Stretch, at) => matches!(at, Where::Stretch(_)),
        (StruckRow::Terminal, at) => at == Where::Seaport,
        (StruckRow::Process(_), _) => true,
    };
    if !sound {
        faults.add(&row.place, "an act at such a place cannot hit this", "change what is hit, or at");
        return None;
    }
    Some(match &row.value {
        StruckRow::Process(process) => {
            Target::Process(codes.processes.find(process)?, RegionId::from_index(0))
        }
        StruckRow::Stretch => Target::Edge(EdgeId::from_index(0)),
        StruckRow::Terminal => Target::Terminal(NodeId::from_index(0)),
    })
}

fn strike(row: &StrikeRow, at: Where, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<Effect> {
    Some(match row {
        StrikeRow::Damage(row) => {
            let target = struck(&row.what, at, codes, faults);
            let loss = positive_share(row.loss.value, &row.loss.place, faults);
            let work = hours(&row.team_hours, faults);
            let lag = hours_or_none(&row.lag_h, faults);
            let teams_max = positive(&row.teams_max, "the number of teams", faults);
            let skill = codes.skills.find(&row.skill);
            Effect::Damage {
                target: target?,
                kind: row.kind,
                loss: loss?,
                team_ticks: work?.0,
                lag: lag?,
                teams_max: teams_max?,
                skill: skill?,
            }
        }
        StrikeRow::Impair(row) => {
            let target = struck(&row.what, at, codes, faults);
            let loss = positive_share(row.loss.value, &row.loss.place, faults);
            let lasts = hours(&row.lasts_h, faults);
            Effect::Impair { target: target?, kind: row.kind, loss: loss?, lasts: lasts? }
        }
        StrikeRow::Casualties(row) => {
            let triage = [&row.t1, &row.t2, &row.t3].map(|figure| u32::from(figure.value));
            Effect::Casualties { region: RegionId::from_index(0), triage, military: false }
        }
        StrikeRow::Mood(row) => {
            let change = row.change.value.times_round(1000);
            let permille = i16::try_from(change).ok().filter(|change| (-1000..=1000).contains(change));
            if permille.is_none() {
                faults.add(&row.change.place, format!("a shift by {}", row.change.value), "write -1 to 1");
            }
            Effect::Mood { mood: row.mood, region: None, permille: permille? }
        }
        StrikeRow::Newcomers(figure) => Effect::Newcomers { region: None, people: u32::from(figure.value) },
        StrikeRow::Lever(row) => {
            let lasts = hours(&row.lasts_h, faults);
            let more = i16::try_from(row.more.value).unwrap_or(i16::MAX);
            Effect::Holds { what: Lasting::Lever(row.lever, more), region: None, lasts: lasts? }
        }
    })
}

/// The part that is left after an hour when half is left after so many days.
fn deterrence(row: &DeterrenceRow, faults: &mut Faults<'_>) -> Option<Deterrence> {
    if !row.half_life_d.value.is_positive() {
        faults.add(&row.half_life_d.place, "it would wear off at once", "write a number of days above 0");
        return None;
    }
    let kept = libm::exp2(-1.0 / (24.0 * row.half_life_d.value.to_f64()));
    let kept = Level(libm::round(kept * f64::from(Level::ONE.0)) as i32);
    let gain = a_day(&row.gain_d, faults);
    let response = permille(&row.response, 1, faults);
    let cohesion = permille(&row.cohesion, 1, faults);
    let provocation = permille(&row.provocation, 10, faults);
    Some(Deterrence {
        kept,
        gain: gain?,
        response_permille: response?,
        cohesion_permille: cohesion?,
        provocation_permille: provocation?,
    })
}

/// A share of a day as the share of an hour.
fn a_day(figure: &Amount, faults: &mut Faults<'_>) -> Option<Level> {
    share(figure.value, &figure.place, faults).map(|level| Level(level.0 / 24))
}

fn attribution(row: &AttributionRow, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<Attribution> {
    let rate = a_day(&row.rate_d, faults);
    let effort = permille(&row.effort, 1, faults);
    let effort_most = permille(&row.effort_most, 10, faults);
    let from = row.from.value.iter().map(|figure: &Figure<_>| share(figure.value, &figure.place, faults));
    let from = every(from.collect::<Vec<_>>())?;
    if from.len() != WORDS || !from.is_sorted() || row.words.len() != WORDS {
        let what = format!("{} thresholds for {} words", from.len(), row.words.len());
        faults.add(&row.from.place, what, format!("write {WORDS} of each, from weak to strong"));
        return None;
    }
    let receivers = every(row.receivers.iter().map(|code| codes.roles.find(code)));
    let words: Vec<_> = row.words.iter().map(|words: &Words| words.into()).collect();
    Some(Attribution {
        rate: rate?,
        effort_permille: effort?,
        effort_most_permille: effort_most?,
        from: from.try_into().ok()?,
        words: words.try_into().ok()?,
        title: (&row.title).into(),
        text: (&row.text).into(),
        sender: (&row.sender).into(),
        receivers: receivers?,
    })
}

/// The phase in which a scenario begins: what it says, else the phase of its list that begins with it, else peacetime.
pub(super) fn first_phase(file: &ExerciseFile, begins_at_start: Option<u8>, faults: &mut Faults<'_>) -> u8 {
    let Some(phase) = &file.phase else { return begins_at_start.unwrap_or(0) };
    if usize::from(phase.value) >= PHASES {
        let repair = format!("write 0 to {}", PHASES - 1);
        faults.add(&phase.place, format!("there is no phase {}", phase.value), repair);
    }
    phase.value
}

/// The opponent of a scenario.
pub(super) fn opponent(
    row: &OpponentRow,
    adversary: &Adversary,
    memory_d: f64,
    codes: &CountryCodes,
    faults: &mut Faults<'_>,
) -> Option<Opponent> {
    let pace = row.pace.value.to_f64();
    let vectors: Option<Vec<VectorId>> = every(row.vectors.iter().map(|code| codes.vectors.find(code)));
    let chance =
        |phase: &EscalationPhase| f64::from(phase.acts_a_year_milli) / 1000.0 * pace / TICKS_PER_YEAR;
    let chances: Vec<f64> = adversary.phases.iter().map(chance).collect();
    if !row.pace.value.is_positive() || chances.iter().any(|chance| *chance > CHANCE_MOST) {
        let what = format!("a pace of {}", row.pace.value);
        faults.add(&row.pace.place, what, "write a number above 0 with which no phase has an act an hour");
        return None;
    }
    let kept = libm::exp(-pace / (memory_d * f64::from(TICKS_PER_DAY)));
    let kick = f64::from(adversary.excites_permille) / 1000.0 * (1.0 - kept);
    let units = |value: f64| libm::round(value * UNIT) as u32;
    Some(Opponent {
        notice: Span(row.notice.span.0),
        vectors: vectors?,
        rates: chances.into_iter().map(units).collect(),
        kept: units(kept),
        kick: units(kick),
    })
}
