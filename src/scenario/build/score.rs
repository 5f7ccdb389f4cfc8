//! The impact score from its file, once the rest of the country is there.
//!
//! Limits stay in the unit of what they limit. Every measure serves a pillar, shares of value are at most all, and nothing of
//! the score is computed from the score itself.

use super::{codes::Codes, conditions::Scope, country::CountryCodes, every, share};
use crate::{
    scenario::{
        fault::{Faults, Place},
        scalar::{Figure, Ref},
        schema::{
            Amount,
            score::{CriterionRow, GaugeRow, Limits, ScaleRow, ScoreFile, TermRow},
        },
    },
    sim::{
        country::{Counted, Country, Criterion, Gauge, GaugeKind, Scale, Score, TRIAGE, Term},
        ids::{MeasureId, Table},
        metric::{Metric, Unit},
        plan::Start,
        time::LAST_TICK,
    },
};

/// All of the score.
pub(super) fn score(
    file: &ScoreFile,
    codes: &CountryCodes,
    country: &Country,
    faults: &mut Faults<'_>,
) -> Option<Score> {
    let (injects, movements) = (Codes::new([]), Codes::new([]));
    let scope = Scope {
        country,
        codes,
        injects: &injects,
        movements: &movements,
        start: Start { epoch_day: 0, quarter: 0 },
        end: LAST_TICK,
    };
    let processes = processes(file, codes, country, faults);
    let rights = rights(&file.rights, codes, country, faults);
    let chronic = permille(&file.chronic, faults);
    let injury: Option<Vec<u32>> =
        every(file.injury.value.iter().map(|row| permille(row, faults)).collect::<Vec<_>>());
    let injury: Option<[u32; TRIAGE]> = injury.and_then(|rows| rows.try_into().ok());
    if injury.is_none() {
        faults.add(&file.injury.place, "not a weight for each triage class", "write three: T1, T2 and T3");
    }
    let criteria = every(file.criteria.iter().map(|row| criterion(row, &scope, faults)).collect::<Vec<_>>());
    for pair in file.criteria.windows(2) {
        if let [before, after] = pair
            && before.interest.value > after.interest.value
        {
            let what = format!("this criterion stands behind one of {:?}", before.interest.value);
            faults.add(&after.interest.place, what, "write criteria in the order of their interests");
        }
    }
    let gauges = every(file.gauges.iter().map(|row| gauge(row, &scope, faults)).collect::<Vec<_>>());
    let score = Score {
        processes: processes?,
        value_eur: file.value_eur.value,
        repair_eur: file.repair_eur.value,
        rights_permille: rights?,
        chronic_permille: chronic?,
        injury_milli: injury?,
        criteria: Table::new(criteria?),
        gauges: Table::new(gauges?),
    };
    served(file, &score, country, faults);
    Some(score)
}

fn permille(figure: &Amount, faults: &mut Faults<'_>) -> Option<u32> {
    share(figure.value, &figure.place, faults).map(crate::sim::num::Level::permille)
}

fn processes(
    file: &ScoreFile,
    codes: &CountryCodes,
    country: &Country,
    faults: &mut Faults<'_>,
) -> Option<Table<crate::sim::ids::ProcessId, Counted>> {
    let mut rows = Table::filled(Counted::default(), country.processes.len());
    let mut whole = true;
    for code in &file.basic {
        match codes.processes.find(code) {
            Some(process) => rows[process].basic = true,
            None => whole = false,
        }
    }
    for code in &file.daily {
        match codes.processes.find(code) {
            Some(process) => rows[process].daily = true,
            None => whole = false,
        }
    }
    let mut sum = 0;
    for (code, figure) in &file.value.value {
        let part = permille(figure, faults).and_then(|part| u16::try_from(part).ok());
        match (codes.processes.find(code), part) {
            (Some(process), Some(part)) => {
                rows[process].value_permille = part;
                sum += u32::from(part);
            }
            _ => whole = false,
        }
    }
    if sum > 1000 {
        let what = format!("{sum} thousandths of the value added would stop");
        faults.add(&file.value.place, what, "make the parts add up to at most 1");
    }
    whole.then_some(rows)
}

fn rights(
    rows: &[(Ref<MeasureId>, Amount)],
    codes: &CountryCodes,
    country: &Country,
    faults: &mut Faults<'_>,
) -> Option<Table<MeasureId, u16>> {
    let mut limited = Table::filled(0, country.measures.rows.len());
    let mut whole = true;
    for (code, figure) in rows {
        let part = permille(figure, faults).and_then(|part| u16::try_from(part).ok());
        match (codes.measures.find(code), part) {
            (Some(measure), Some(part)) => limited[measure] = part,
            _ => whole = false,
        }
    }
    whole.then_some(limited)
}

/// What is measured, unless it is part of the score: nothing is computed from itself.
fn measured(
    row: &crate::scenario::scalar::At<crate::scenario::schema::conditions::MetricRow>,
    scope: &Scope<'_>,
    faults: &mut Faults<'_>,
) -> Option<Metric> {
    let metric = scope.metric(&row.value, faults)?;
    if metric.is_of_score() {
        faults.add(
            &row.place,
            "the score would be computed from the score",
            "name something measured, such as LostNational",
        );
        return None;
    }
    Some(metric)
}

/// Limits that rise from above nothing.
fn limits<const COUNT: usize>(figure: &Figure<Limits>, faults: &mut Faults<'_>) -> Option<[i64; COUNT]> {
    let rows = &figure.value.0;
    let found: Option<[i64; COUNT]> = rows.as_slice().try_into().ok();
    let rises = rows.first().is_some_and(|first| *first > 0) && rows.is_sorted_by(|one, next| one < next);
    if found.is_none() || !rises {
        let repair = format!("write {COUNT} numbers above 0, each above the one before");
        faults.add(&figure.place, "these are no limits of classes", repair);
        return None;
    }
    found
}

fn criterion(row: &CriterionRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Criterion> {
    let measure = row.measure.as_ref().map(|measure| measured(measure, scope, faults));
    let found = row.limits.as_ref().map(|figure| limits::<4>(figure, faults));
    if let (None, Some(figure)) = (&row.measure, &row.limits) {
        faults.add(
            &figure.place,
            "limits of something that is not computed",
            "write a measure, or remove the limits",
        );
    }
    let scales = every(row.scales.iter().map(|scale| self::scale(scale, scope, faults)).collect::<Vec<_>>());
    Some(Criterion {
        code: row.code.text.clone(),
        interest: row.interest.value,
        measure: measure.map_or(Some(None), |measure| measure.map(Some))?,
        limits: found.map_or(Some(None), |found| found.map(Some))?,
        scales: scales?,
    })
}

fn scale(row: &ScaleRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Scale> {
    let measure = measured(&row.measure, scope, faults);
    let found = limits::<6>(&row.limits, faults);
    Some(Scale { code: row.code.clone(), measure: measure?, limits: found? })
}

fn gauge(row: &GaugeRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Gauge> {
    if row.terms.value.is_empty() {
        faults.add(&row.terms.place, "nothing is measured", "name at least one thing measured");
    }
    let terms = every(row.terms.value.iter().map(|row| term(row, scope, faults)).collect::<Vec<_>>());
    let criteria = every(row.criteria.iter().map(|code| scope.codes.criteria.find(code)).collect::<Vec<_>>());
    let measures = every(row.measures.iter().map(|code| scope.codes.measures.find(code)).collect::<Vec<_>>());
    Some(Gauge {
        code: row.code.text.clone(),
        kind: row.kind,
        terms: terms?,
        criteria: criteria?,
        measures: measures?,
    })
}

fn term(row: &TermRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Term> {
    let metric = measured(&row.metric, scope, faults)?;
    let info = metric.info();
    let (all, none) = if info.more_is_better { (1000, 0) } else { (0, 1000) };
    let mut end = |figure: Option<&Figure<i64>>, usual: i64| match figure {
        Some(figure) => Some(figure.value),
        None if info.unit == Unit::Permille => Some(usual),
        None => {
            let place: &Place = &row.metric.place;
            let what = "this is no share: it is not known when all is well and when nothing is left";
            faults.add(place, what, "write well: Some((0, \"source\", C)) and gone");
            None
        }
    };
    let (well, gone) = (end(row.well.as_ref(), all), end(row.gone.as_ref(), none));
    let (well, gone) = (well?, gone?);
    let far = 1_000_000_000_000;
    if well == gone || well.abs() > far || gone.abs() > far {
        faults.add(
            &row.metric.place,
            format!("from {gone} to {well} is no way"),
            "write two different values",
        );
        return None;
    }
    Some(Term { metric, well, gone })
}

/// Every measure serves a pillar.
fn served(file: &ScoreFile, score: &Score, country: &Country, faults: &mut Faults<'_>) {
    let Some(last) = file.gauges.iter().rfind(|row| row.kind == GaugeKind::Pillar) else { return };
    for (measure, row) in country.measures.rows.iter() {
        if !score.of_kind(GaugeKind::Pillar).any(|(_, gauge)| gauge.measures.contains(&measure)) {
            let what = format!("no pillar has the measure \"{}\"", row.code);
            faults.add(&last.code.place, what, "name it under the pillar that it serves");
        }
    }
}
