//! `cards`: the decision cards of the measures, by the number that the operator types: what it is, what it does, what it costs, who
//! may, what it needs. Cards about capacity and movements are printed by `paper`.
//!
//! Must not say what a measure does in other words than the card and the simulation have.

use super::{Done, Outcome, scenarios, ui::Ui};
use crate::{
    assets,
    scenario::load::Exercise,
    session::deck::{self, Choice},
    sim::{ids::MeasureId, state::State},
};

/// Every card, numbered.
pub(super) fn cards(ui: &mut Ui) -> Done {
    let map = scenarios::map(ui)?;
    let exercise = scenarios::load_built_in(assets::PRESSURE, &map)?;
    let state = State::new(&exercise.country, &exercise.plan);
    for row in deck::deck(&exercise.country, &exercise.plan) {
        let Choice::Take(id) = row.choice else { continue };
        let text = card(ui, &exercise, &state, id, row.number);
        ui.line(&text)?;
    }
    Ok(Outcome::Fine)
}

fn card(ui: &Ui, exercise: &Exercise, state: &State, id: MeasureId, number: u16) -> String {
    let tell = ui.narrator_of(exercise, state);
    let words = &exercise.book.measures[id];
    let mut lines = vec![format!("{number:>3}  {}", tell.measure(id))];
    let facts = tell.measure_facts(id, Some(&words.does), Some(&words.price), true);
    lines.extend(facts.into_iter().map(|(key, text)| format!("     {}: {text}", ui.say(key, &[]))));
    lines.join("\n")
}
