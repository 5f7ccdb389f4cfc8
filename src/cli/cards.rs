//! `cards`: the decision cards of the measures, by the number that the operator types: what it is, what it does, what it costs, who
//! may, what it needs. Cards about capacity and movements are printed by `paper`.
//!
//! Must not say what a measure does in other words than the card and the simulation have.

use super::{Done, Outcome, scenarios, ui::Ui};
use crate::{
    assets,
    scenario::load::Exercise,
    session::deck::{self, Choice},
    sim::{ids::MeasureId, plan::Text, state::State, time::Span},
    text::Language,
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
    let row = &exercise.country.measures.rows[id];
    let words = &exercise.book.measures[id];
    let pick = |text: &Text| match ui.language {
        Language::Nl => text.nl.clone(),
        Language::En => text.en.clone(),
    };
    let span = |span: Span| ui.texts.span(ui.language, span);
    let mut lines = vec![format!("{number:>3}  {}", tell.measure(id))];
    let mut line = |key: &str, text: String| lines.push(format!("     {}: {text}", ui.say(key, &[])));
    line("card-who", tell.role(row.owner));
    line("card-basis", tell.basis(row.basis));
    line("card-where", ui.say(if row.regional { "card-region" } else { "whole-country" }, &[]));
    if let Some(under) = row.under {
        line("card-needs", tell.measure(under));
    }
    for need in &row.needs {
        line("card-needs", tell.condition(need));
    }
    if let Some(plan) = row.plan {
        line("card-plan", tell.measure(plan));
    }
    line("card-does", pick(&words.does));
    for effect in &row.once {
        line("card-once", tell.effect_sentence(effect));
    }
    for what in &row.lasting {
        line("card-lasting", tell.lasting(*what));
    }
    line("card-price", pick(&words.price));
    let money = |keur: u32| ui.say("kilo-euros", &[("count", keur.into())]);
    if row.cost_keur > 0 {
        line("card-cost", money(row.cost_keur));
    }
    if row.daily_keur > 0 {
        line("card-daily", money(row.daily_keur));
    }
    line("card-lead", span(row.lead));
    if let Some(lasts) = row.lasts {
        line("card-lasts", span(lasts));
    }
    lines.join("\n")
}
