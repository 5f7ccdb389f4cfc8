//! Mistakes in a scenario that read well: what contradicts itself, can never come true, or stands there twice.
//!
//! Only what is surely a mistake is a fault; what is merely unwise is told by the check before an exercise. Must not build
//! anything.

use super::{
    fault::{Faults, Place},
    scalar::Ref,
    schema::{
        conditions::{ConditionRow, MetricRow},
        exercise::{EffectRow, ExerciseFile, InjectRow, MovementRow},
        mel::TriggerRow,
    },
};
use crate::sim::{plan::Start, time::Span};
use std::rc::Rc;

/// Tells them all.
pub(super) fn check(file: &ExerciseFile, faults: &mut Faults<'_>) {
    twice("role", &file.roles, faults);
    for row in &file.objectives {
        if let Some(met) = &row.met {
            condition(met, &beside(&row.code.place, "met"), None, faults);
        }
    }
    file.movements.iter().for_each(|row| movement(row, file.start.0, faults));
    for row in &file.trains {
        if row.pieces == 0 {
            let repair = "write 1 or more, or remove the train";
            faults.add(&beside(&row.code.place, "pieces"), "a train with 0 pieces on board", repair);
        }
    }
    file.at_start.iter().for_each(|row| effect(row, faults));
    file.injects.iter().for_each(|row| inject(row, faults));
}

/// The place of another field of the object whose code stands here: its line is that of the code.
fn beside(code: &Place, field: &str) -> Place {
    let path = code.path.strip_suffix(".code").unwrap_or(&code.path);
    Place { path: Rc::from(format!("{path}.{field}")), ..code.clone() }
}

fn twice<K>(what: &str, list: &[Ref<K>], faults: &mut Faults<'_>) {
    for (index, row) in list.iter().enumerate() {
        if list.iter().take(index).any(|earlier| earlier.text == row.text) {
            faults.add(
                &row.place,
                format!("{what} \"{}\" stands here twice", row.text),
                "remove one of the two",
            );
        }
    }
}

fn movement(row: &MovementRow, start: Start, faults: &mut Faults<'_>) {
    let Some(due) = row.due.tick(start) else { return };
    for arrival in &row.arrivals.value {
        if arrival.arrives.tick(start).is_some_and(|arrives| arrives >= due) {
            faults.add(
                &row.due.place,
                "the movement must be across before all of it has arrived",
                "write a moment after the last arrival, with time for the way",
            );
            return;
        }
    }
}

fn inject(row: &InjectRow, faults: &mut Faults<'_>) {
    twice("role", &row.receivers, faults);
    twice("objective", &row.objectives, faults);
    row.effects.iter().for_each(|row| effect(row, faults));
    if let TriggerRow::When(when, _) = &row.trigger {
        condition(when, &beside(&row.code.place, "trigger"), Some(&row.code.text), faults);
    }
}

fn effect(row: &EffectRow, faults: &mut Faults<'_>) {
    match row {
        EffectRow::Units(row) if row.change == 0 => {
            faults.add(&row.pool.place, "a change of 0 units", "write how many more, or fewer with a minus");
        }
        EffectRow::ShiftShip(row) => {
            let shifts = row.earlier.iter().chain(&row.later);
            for shift in shifts.filter(|shift| shift.span == Span(0)) {
                faults.add(
                    &shift.place,
                    "a shift by nothing",
                    "write a length such as \"12h\", or remove the effect",
                );
            }
        }
        _ => {}
    }
}

/// `own` is the inject that waits for the condition.
fn condition(row: &ConditionRow, place: &Place, own: Option<&str>, faults: &mut Faults<'_>) {
    match row {
        ConditionRow::All(rows) | ConditionRow::Any(rows) => {
            if rows.is_empty() {
                faults.add(
                    place,
                    "a condition over an empty list",
                    "name at least one condition, or use another trigger",
                );
            }
            for row in rows {
                condition(row, place, own, faults);
            }
        }
        ConditionRow::Not(inner) => condition(inner, place, own, faults),
        ConditionRow::Sent(inject) if own == Some(inject.text.as_str()) => {
            faults.add(
                &inject.place,
                "this inject waits until it has been sent itself",
                "name another inject, or use another trigger",
            );
        }
        ConditionRow::AtLeast(metric, limit) if share(metric) && *limit > 1000 => {
            let what = format!("at least {limit} never comes true: a share goes from 0 to 1000 thousandths");
            faults.add(place, what, "write 1000 or less, such as 400 for 40 %");
        }
        ConditionRow::AtMost(metric, limit) if share(metric) && *limit < 0 => {
            let what = format!("at most {limit} never comes true: a share goes from 0 to 1000 thousandths");
            faults.add(place, what, "write 0 or more, such as 400 for 40 %");
        }
        ConditionRow::AtLeast(MetricRow::Phase, limit) if *limit > 8 => {
            faults.add(place, format!("there is no phase {limit}"), "write 0 to 8");
        }
        _ => {}
    }
}

/// A metric that goes from 0 to 1000.
fn share(metric: &MetricRow) -> bool {
    matches!(
        metric,
        MetricRow::Level(..)
            | MetricRow::LevelNational(..)
            | MetricRow::WorstLevel(..)
            | MetricRow::Delivered(..)
    )
}
