//! `roles`: the role cards and the authority matrix of the built-in country.
//!
//! Derived from its data, so that a card cannot say otherwise than the rules. Must not know a rule.

use super::{Done, Outcome, briefing, scenarios, ui::Ui};
use crate::{
    assets,
    session::Session,
    sim::{ids::RoleId, state::State},
    text::Narrator,
    view::roles_view::{RoleWords, matrix, role_cards},
};
use clap::Args as ClapArgs;
use serde_json::json;

/// Options of `roles`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland roles                  all role cards, then who may decide what
  doorvoerland roles --role prorail")]
pub(super) struct RolesArgs {
    /// Only the card of this role
    #[arg(long, value_name = "ROLE")]
    pub(super) role: Option<String>,
    /// Print cards and matrix as JSON and nothing else
    #[arg(long)]
    pub(super) json: bool,
}

/// Prints cards and matrix, or one card.
pub(super) fn roles(args: &RolesArgs, ui: &mut Ui) -> Done {
    let map = scenarios::map(ui)?;
    let exercise = scenarios::load_built_in(assets::PRESSURE, &map)?;
    let state = State::new(&exercise.country, &exercise.plan);
    let tell = Narrator {
        texts: &ui.texts.clone(),
        language: ui.language,
        country: &exercise.country,
        plan: &exercise.plan,
        state: &state,
        records: &[],
    };
    let words = |role: RoleId| {
        let row = exercise.book.roles.get(role)?;
        Some(RoleWords { may: row.may.clone(), limit: row.limit.clone(), bases: row.bases.clone() })
    };
    let mut cards = role_cards(&tell, &words, &|_| None);
    if let Some(code) = &args.role {
        cards.retain(|card| card.code == *code);
        if cards.is_empty() {
            let session = Session::new(exercise.country.clone(), exercise.plan.clone(), None);
            anyhow::bail!(briefing::unknown(&session, code, ui));
        }
    }
    let rows = if args.role.is_none() { matrix(&tell) } else { Vec::new() };
    if args.json {
        let text = serde_json::to_string_pretty(&json!({ "roles": cards, "matrix": rows }))?;
        ui.line(&text)?;
        return Ok(Outcome::Fine);
    }
    for card in &cards {
        ui.line(&card.text(&tell))?;
        ui.line("")?;
    }
    if !rows.is_empty() {
        let head = ui.say("role-matrix", &[]);
        ui.line(&head)?;
    }
    for row in &rows {
        ui.line(&row.text())?;
    }
    Ok(Outcome::Fine)
}
