//! Figures that are otherwise in one exercise: applied to the files of the country before it is built.

use super::{WorldFiles, country::CountryCodes};
use crate::{
    scenario::{
        book::Change,
        fault::Faults,
        scalar::{Figure, Ref},
        schema::exercise::{ChangeRow, FigureChange},
    },
    sim::ids::DenseId,
};
use std::fmt::Display;

/// Puts the changed figures in the files and tells which. The place of a changed figure becomes that of the change.
pub fn apply(
    files: &mut WorldFiles,
    codes: &CountryCodes,
    changes: &[ChangeRow],
    faults: &mut Faults<'_>,
) -> Vec<Change> {
    let mut applied = Vec::new();
    for change in changes {
        let done = match &change.figure {
            FigureChange::EdgeSlots(code, slots) => {
                let id = codes.edges.find(code);
                set(
                    id.and_then(|id| files.network.edges.get_mut(id.index())).map(|row| &mut row.slots),
                    *slots,
                    code,
                )
            }
            FigureChange::TerminalMoves(code, moves) => {
                let id = codes.nodes.find(code);
                let row = id.and_then(|id| files.network.nodes.get_mut(id.index()));
                if row.as_ref().is_some_and(|row| row.handling.is_none()) {
                    faults.add(
                        &code.place,
                        format!("\"{}\" is no terminal", code.text),
                        "name a place with handling",
                    );
                }
                set(row.and_then(|row| row.handling.as_mut()), *moves, code)
            }
            FigureChange::CrossingPerDay(code, per_day) => {
                let id = codes.nodes.find(code);
                let row = id.and_then(|id| files.network.nodes.get_mut(id.index()));
                if row.as_ref().is_some_and(|row| row.accepts_per_day.is_none()) {
                    let repair = "name a crossing of the border with accepts_per_day";
                    faults.add(
                        &code.place,
                        format!("nothing is said about what lies behind \"{}\"", code.text),
                        repair,
                    );
                }
                set(row.and_then(|row| row.accepts_per_day.as_mut()), *per_day, code)
            }
            FigureChange::PoolUnits(code, units) => {
                let id = codes.pools.find(code);
                let row = id.and_then(|id| files.pools.pools.get_mut(id.index()));
                if row.as_ref().is_some_and(|row| row.units.is_none()) {
                    let repair = "name a pool of vehicles, crews, berths or stocks";
                    faults.add(&code.place, format!("\"{}\" has no units", code.text), repair);
                }
                set(row.and_then(|row| row.units.as_mut()), *units, code)
            }
            FigureChange::DemandPerDay(code, per_day) => {
                let id = codes.demands.find(code);
                let row = id.and_then(|id| files.demand.demands.get_mut(id.index()));
                set(row.map(|row| &mut row.per_day), *per_day, code)
            }
        };
        applied.extend(done.map(|(path, value)| Change { path, value, reason: (&change.reason).into() }));
    }
    applied
}

/// Changes a figure; gives its path and its new value.
fn set<T: Display, K>(figure: Option<&mut Figure<T>>, value: T, by: &Ref<K>) -> Option<(String, String)> {
    let figure = figure?;
    let told = (figure.place.path.to_string(), value.to_string());
    figure.value = value;
    figure.place = by.place.clone();
    Some(told)
}
